"""The rules over a text alone, together: complete, silent on clean releases, and never slow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.core.checking.texts import manuscript
from tilshi import resources
from tilshi.checking.engine import check
from tilshi.checking.findings import Severity, Spot
from tilshi.checking.passages import passage
from tilshi.checking.rules import ReleaseRule, Rule, TextRule
from tilshi.checking.textual import TEXTUAL
from tilshi.drafts.draft import open_draft
from tilshi.release import Role, Text

SAMPLES = sorted(resources.path("samples").glob("*.tilshi"))
LANGUAGES = ("en", "fr", "ru", "kk")

FAMILY = {
    **dict.fromkeys(("pii", "homoglyph", "kk.letter", "qt.pair", "br.pair"), Severity.ERROR),
    **dict.fromkeys(("kk.harmony", "kk.case", "lang.run", "spell", "uni.form", "break.para"), Severity.WARNING),
    **dict.fromkeys(("qt.style", "dash.style", "dash.mixed", "pt.end", "pt.dup", "word.dup"), Severity.WARNING),
    **dict.fromkeys(("cap.role", "cap.term", "style.people"), Severity.WARNING),
    **dict.fromkeys(("url.form", "typo.ascii", "style.neutral", "style.plain"), Severity.NOTE),
    **dict.fromkeys(("sp.double", "sp.edge", "sp.before", "sp.after", "sp.nbsp"), Severity.NOTE),
}

LONG = [
    "« ",
    "“a” ",
    "(a) ",
    "Казакстан ",
    "- ",
    "..",
    " ",
    "\u00a0",
    "www.",
    "http:/",
    "https://a,",
    "a@",
    "12 ",
    "1",
    "х",
]
LONG += [
    "a\n",
    "\u200b",
    "е\u0301",
    "the of ",
    "и в на ",
    "Red Cross ",
    "ХҚКК-ні ",
    "мемлекеттік органдары ",
    "Президент ХҚКК ",
]
LONG += ["жөніндегі жаңа бастамасына ", "бір бір ", "Ұлттық қоғам ", "«а\n", "born on ", "a,b;", "-лар "]


def test_every_rule_of_the_family_is_there() -> None:
    assert {rule.id: rule.severity for rule in TEXTUAL} == FAMILY


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_that_ship_are_silent(sample: Path, language: str) -> None:
    release = open_draft(sample).release
    found = [(finding.segment, finding.rule, str(finding.message)) for finding in check(release, language, TEXTUAL)]
    assert found == []


@pytest.mark.parametrize("language", [*LANGUAGES, "de", "ar", "kk-Latn", "und"])
@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\u00a0", "»", "’", "5", "a", "қ", "\ufffc", "🙂", "العربية", "-", "(", "«"]
)
def test_no_text_is_too_short(text: str, language: str) -> None:
    read = manuscript(text, language=language)
    for rule in TEXTUAL:
        spots = list(rule.check(read.lines[0].read) if isinstance(rule, TextRule) else _whole(rule, text, language))
        assert all(0 <= spot.start <= spot.end <= len(text) for spot in spots), rule.id
        assert all(0 <= fix.start <= fix.end <= len(text) for spot in spots for fix in spot.fixes), rule.id


def _whole(rule: Rule, text: str, language: str) -> list[Spot]:
    assert isinstance(rule, ReleaseRule)
    return list(rule.check(manuscript(text, language=language)))


@pytest.mark.parametrize("unit", LONG)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    """A paragraph of 40,000 characters took 0.01 to 0.3 s; what grows with the square takes ten and more."""
    text = (unit * 40_000)[:40_000]
    begun = time.process_time()
    read = manuscript(text)
    for rule in TEXTUAL:
        if isinstance(rule, TextRule):
            list(rule.check(read.lines[0].read))
        elif isinstance(rule, ReleaseRule):
            list(rule.check(read))
    assert time.process_time() - begun < 5


def test_every_rule_reads_every_role() -> None:
    for role in Role:
        read = passage(role, "kk", Text("Казакстан  - «сөз, 5 (а | б"))
        for rule in TEXTUAL:
            if isinstance(rule, TextRule):
                assert all(spot.end <= len(read.prose) for spot in rule.check(read))
