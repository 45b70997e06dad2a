"""Brackets in pairs."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask_all, repaired_all
from tilshi.checking.brackets import BRACKET_PAIRS


@pytest.mark.parametrize(
    ("text", "marked", "right"),
    [
        ("Комитеті (ХҚКК президенті", "(", "Комитеті ХҚКК президенті"),
        ("Комитеті ХҚКК) президенті", ")", "Комитеті ХҚКК президенті"),
        ("Комитет (МККК] прибыл", None, None),
        ("Le Comité (CICR est là", "(", "Le Comité CICR est là"),
        ("The [Committee came (today)", "[", "The Committee came (today)"),
    ],
)
def test_brackets_alone_are_found(text: str, marked: str | None, right: str | None) -> None:
    found = ask_all(BRACKET_PAIRS, text)
    assert found != []
    assert marked is None or (found, repaired_all(BRACKET_PAIRS, text)) == ([("s1", marked)], [right])


@pytest.mark.parametrize(
    "texts",
    [
        ["Комитеті (ХҚКК) [сол], {бәрі} ((екі))"],
        ["а) первое; 1) второе; iv) четвертое"],
        ["See https://example.org/a_(b and press@example.org"],
        [["He came (yesterday.", "Or today)."]],
        ["1) бір", "2) екі"],
        ["a) one and b) two"],
        ["а) первое и б) второе :)"],
    ],
)
def test_pairs_are_left_alone(texts: list[str]) -> None:
    assert ask_all(BRACKET_PAIRS, *texts) == []


def test_a_pair_does_not_reach_into_another_paragraph() -> None:
    assert ask_all(BRACKET_PAIRS, "He came (yesterday.", "Or today).") == [("s1", "("), ("s2", ")")]
    assert ask_all(BRACKET_PAIRS, ["Or today).", "He came (yesterday."]) == [("s1.1", ")"), ("s1.2", "(")]
