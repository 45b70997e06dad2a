"""Hints: a rule that is not asked about a text would have had nothing to say about it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.core.checking.test_every_rule import EXAMPLES
from tests.core.checking.test_gathering import STOCK, block
from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import check
from tilshi.checking.hints import EVERYTHING, Hint, Pieces, holding
from tilshi.checking.passages import MASK, Passage, passage
from tilshi.checking.rules import Rule
from tilshi.release import Mark, MarkKind, Release, Role, Text
from tilshi.terminology.glossary import Glossary

UNHINTED: tuple[Rule, ...] = tuple(replace(rule, hint=None) for rule in RULES)
SIGNS = " \u00a0\u202f-–—.,;:!?«»“”\"'’()[]{}…|№%°+@/\n\u00ad0123456789xNhаоеіқAIVХ"


@cache
def texts(language: str) -> tuple[tuple[Role, str, str], ...]:
    """Parts of releases, right and wrong, with their translation."""
    wrong = [
        (each.role, each.source, text)
        for each in EXAMPLES.values()
        for text in (each.wrong, each.right)
        if each.language == language
    ]
    return (*STOCK, *wrong)


@st.composite
def spoiled(draw: st.DrawFn, text: str) -> str:
    """A text with some signs put in, changed, or taken out."""
    letters = list(text)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(letters)))
        letters[at : at + draw(st.integers(0, 2))] = draw(st.text(st.sampled_from(SIGNS), max_size=2))
    return "".join(letters)


@st.composite
def releases(draw: st.DrawFn) -> Release:
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        role, source, target = draw(st.sampled_from(texts("kk")))
        parts.append((role, draw(spoiled(source)), draw(spoiled(target))))
    blocks = tuple(block(str(number), part) for number, part in enumerate(parts))
    return Release("r", "en", ("kk",), template="news-note", blocks=blocks)


@pytest.mark.parametrize("language", ["kk", "en"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(release=releases())
def test_no_finding_is_lost(language: str, glossary: Glossary, release: Release) -> None:
    asked = check(release, language, RULES, glossary=glossary)
    assert check(release, language, UNHINTED, glossary=glossary) == asked


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_example_is_lost(name: str, glossary: Glossary) -> None:
    each = EXAMPLES[name]
    release = each.release(each.wrong)
    asked = check(release, each.language, RULES, glossary=glossary)
    assert check(release, each.language, UNHINTED, glossary=glossary) == asked


def read(text: str, *marks: Mark) -> Passage:
    return passage(Role.BODY, "en", Text(text, marks))


def pieces() -> tuple[Pieces, list[str]]:
    asked: list[str] = []

    def has_digit(piece: str, language: str) -> bool:
        asked.append(f"{language}:{piece}")
        return any(map(str.isdigit, piece))

    return Pieces("en-GB", {2: has_digit, 4: holding(",").fits}), asked


def test_a_piece_is_looked_at_once() -> None:
    met, asked = pieces()
    assert met.bits(read("one, 2 one,")) == 2 | 4
    assert met.bits(read("2 2")) == 2
    assert met.bits(read("one two")) == 0
    assert met.bits(read("3")) == 2
    assert asked == ["en:one,", "en:0", "en:one", "en:two"]


def test_what_is_marked_or_long_is_not_passed_over() -> None:
    met, asked = pieces()
    assert met.bits(read("one", Mark(0, 3, MarkKind.BOLD))) == EVERYTHING
    assert met.bits(read("one " * 10_000)) == EVERYTHING
    assert met.bits(read("x" * 200)) == EVERYTHING
    assert asked == []


def test_a_hint_may_be_that_something_is_not_there() -> None:
    met = Pieces("en", {2: holding("a").fits, 4: holding("b").fits}, usual=4)
    assert met.bits(read("c d")) == 4
    assert met.bits(read("a d")) == 2 | 4
    assert met.bits(read("b d")) == 0
    assert met.bits(read("x" * 200)) & 6


def test_an_address_is_seen_by_its_mask() -> None:
    hint = holding(MASK)
    assert hint.in_either == Hint(hint.fits, target=True, source=True)
    assert hint.in_source == Hint(hint.fits, target=False, source=True)
    assert Pieces("en", {2: hint.fits}).bits(read("See www.example.org.")) == 2
