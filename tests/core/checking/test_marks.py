"""Dashes, spaces, empty translations."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask, compare, repaired
from tilshi.checking.completeness import EMPTY_TARGET
from tilshi.checking.punctuation import DASH_STYLE
from tilshi.checking.spaces import DOUBLE_SPACE
from tilshi.release import Role


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Мысалия - бес елдің бірі", "Мысалия – бес елдің бірі"),
        ("«Иә», - деді ол", "«Иә», – деді ол"),
        ("Мысалия\u00a0- бес елдің бірі", "Мысалия\u00a0– бес елдің бірі"),
        ("Мысалия -- бес елдің бірі", "Мысалия – бес елдің бірі"),
        ("соғыс--бейбітшілік", "соғыс – бейбітшілік"),
        ("сағат 10:00-16:30", "сағат 10:00–16:30"),
        ("2019-2026 жылдары", "2019–2026 жылдары"),
        ("Мысалия \u2010 ел", "Мысалия – ел"),
    ],
)
def test_hyphens_become_dashes(text: str, right: str) -> None:
    assert repaired(DASH_STYLE, text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Порт-Мысал, ХҚКК-нің, 5-бап, 100-ден, 3-4 күн",
        "2026-03-06, ISO 32000-1, A/RES/79-12, +999 555-010-010",
        "– Иә, – деді ол",
        "- тізім\n- тізім",
        "https://example.org/a-b - ",
        "10 − 3",
        "2026-2019",
    ],
)
def test_hyphens_stay(text: str) -> None:
    assert ask(DASH_STYLE, text) == []


def test_the_sign_of_an_empty_cell_stays() -> None:
    assert ask(DASH_STYLE, "Барлығы | - | 5", role=Role.TABLE_ROW) == []
    assert ask(DASH_STYLE, "Су - литр | 5 | 6", role=Role.TABLE_ROW) == ["-"]


@pytest.mark.parametrize(
    ("text", "right"),
    [("a  b", "a b"), ("a \u00a0b", "a\u00a0b"), ("a \u202f b   c", "a\u202fb c"), ("a.  B", "a. B")],
)
def test_spaces_become_one(text: str, right: str) -> None:
    assert repaired(DOUBLE_SPACE, text) == right


@pytest.mark.parametrize("text", ["a b\u00a0c", " a", "a  ", "a\n  b", "a  \nb", ""])
def test_single_spaces_and_ends_of_lines_are_left(text: str) -> None:
    assert ask(DOUBLE_SPACE, text) == []


def test_an_empty_cell_is_no_double_space() -> None:
    row = "Барлығы |  | 132 400"
    assert ask(DOUBLE_SPACE, row, role=Role.TABLE_ROW) == []
    assert ask(DOUBLE_SPACE, row, role=Role.BODY) == ["  "]
    assert ask(DOUBLE_SPACE, "Ауыз  су | 5", role=Role.TABLE_HEADER) == ["  "]


@pytest.mark.parametrize(("source", "target", "count"), [("a", "", 1), ("a", " \u00a0", 1), ("", "", 0), ("a", "b", 0)])
def test_an_empty_translation_is_found(source: str, target: str, count: int) -> None:
    assert len(compare(EMPTY_TARGET, source, target)) == count
