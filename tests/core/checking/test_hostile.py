"""No text breaks a rule or keeps it long, however hostile."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tilshi.checking.engine import FAILED, check
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.terminology.glossary import Glossary

PIECES = st.sampled_from(
    ["«", "»", "“", "(", "1 000", "6 наурыз", "ХҚКК-нің ", "www.a.org", "\u202e", "\u0301", "\x00", "\n"]
)
LONG = {
    "one paragraph": "Су тапшы. ",
    "no spaces": "а",
    "combining marks": "\u0301",
    "opened": "(«",
    "digits": "1 000,",
    "hyphens": "а-",
    "points": "a.",
    "signs": "@/:",
    "bidi": "\u202eа",
    "nulls": "\x00",
    "capitals": "ХҚ ",
}


def release(text: str, language: str = "kk") -> Release:
    segment = Segment("s1", Text(text), ((language, Target(Text(text))),))
    return Release("r", "en", (language,), blocks=(Block("p1", Role.BODY, (segment,)),))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(st.characters(), max_size=60), st.lists(PIECES, max_size=12).map("".join)),
    language=st.sampled_from(["kk", "ru", "fr", "en"]),
)
def test_no_text_breaks_a_rule(glossary: Glossary, text: str, language: str) -> None:
    target = "kk" if language == "en" else language
    findings = check(release(text, target), language, glossary=glossary)
    assert [str(finding.message) for finding in findings if finding.rule == FAILED] == []


@pytest.mark.parametrize("name", LONG)
def test_twice_the_text_takes_about_twice_as_long(name: str, glossary: Glossary) -> None:
    piece = LONG[name]
    seconds = []
    for size in (10_000, 40_000):
        text = (piece * size)[:size]
        begun = time.process_time()
        findings = check(release(text), "kk", glossary=glossary)
        seconds.append(time.process_time() - begun)
        assert [str(finding.message) for finding in findings if finding.rule == FAILED] == []
    # Four times the text; quadratic would be sixteen.
    assert seconds[1] <= 10 * seconds[0] + 0.5
