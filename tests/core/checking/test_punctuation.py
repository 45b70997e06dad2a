"""Dashes of two lengths, stops after headlines, doubled marks."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask, ask_all, repaired, repaired_all
from tilshi.checking.punctuation import DASH_STYLE, DASHES_MIXED, DOUBLED_MARK, HEADING_STOP
from tilshi.release import Role


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Мысалия –бес елдің бірі", "kk", "Мысалия – бес елдің бірі"),
        ("Примерия– одна из пяти", "ru", "Примерия – одна из пяти"),
        ("«Иә»,- деді ол. -Біз", "kk", "«Иә», – деді ол. – Біз"),
        ("one—two —three", "en", "one—two — three"),
    ],
)
def test_a_dash_stands_free(text: str, language: str, right: str) -> None:
    assert repaired(DASH_STYLE, text, language) == right


@pytest.mark.parametrize("text", ["қаңтар–наурыз, 10–16", "– Иә, – деді ол", "one—two", "минус –5, 1990– 2000"])
def test_dashes_that_stand_right(text: str) -> None:
    assert ask(DASH_STYLE, text) == []


def test_the_shorter_dash_of_the_house_wins() -> None:
    texts = ("Мысалия – ел", "Ол — келді. Бұл—сөз", "қаңтар–наурыз")
    assert ask_all(DASHES_MIXED, *texts) == [("s2", " — "), ("s2", "—")]
    assert repaired_all(DASHES_MIXED, *texts) == ["Мысалия – ел", "Ол – келді. Бұл – сөз", "қаңтар–наурыз"]
    assert repaired_all(DASHES_MIXED, "– Да", "— Нет", language="ru") == ["– Да", "– Нет"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Мысалия – ел", "10–16, қаңтар–наурыз"),
        ("Примерия — страна", "Это — слово, 10–16"),
        ("one—two", "January–March"),
        ("https://example.org/a—b – c",),
    ],
)
def test_one_length_is_left_alone(texts: tuple[str, ...]) -> None:
    assert ask_all(DASHES_MIXED, *texts) == []


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Мысалия: аурухана ашылды.", "kk", "Мысалия: аурухана ашылды"),
        ("Больница открыта ,", "ru", "Больница открыта "),
        ("Hospital reopens.", "en", "Hospital reopens"),
        ("L’hôpital rouvre;", "fr", "L’hôpital rouvre"),
        ("«Больница открыта.»", "ru", "«Больница открыта»"),
    ],
)
def test_headlines_end_without_a_stop(text: str, language: str, right: str) -> None:
    assert repaired(HEADING_STOP, text, language, Role.HEADLINE) == right


@pytest.mark.parametrize("text", ["Аурухана ашылды", "Қашан?", "Не болды…", "Wait...", "нан, су және т.б.", "2026 г."])
def test_headlines_that_end_right(text: str) -> None:
    assert ask(HEADING_STOP, text, role=Role.HEADLINE) == []


def test_sentences_have_stops() -> None:
    assert ask(HEADING_STOP, "Аурухана ашылды.", role=Role.BODY) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Иә,, солай", "Иә, солай"),
        ("Келді..", "Келді."),
        ("Что?? Нет!!", "Что? Нет!"),
        ("one,. two", "one. two"),
        ("Қайда:: Астана", "Қайда: Астана"),
        ("сөз ,, сөз", "сөз , сөз"),
        ("сөз – – сөз", "сөз – сөз"),
        ("сөйлем., сөйлем", "сөйлем, сөйлем"),
        ("Вот.... и всё", "Вот… и всё"),
        ("конец. . Начало", "конец. Начало"),
    ],
)
def test_doubled_marks_become_one(text: str, right: str) -> None:
    assert repaired(DOUBLED_MARK, text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Күте тұр... Не?! Что?.. Эх!.. т.б., т.с.с.; 10:30 Tel.: etc., e.g., “Yes?”, he said",
        "https://example.org//a,,b press@example.org",
        "«Иә», – деді. – «Жоқ».",
        "Қоғам (ХҚКК), 1.2.3",
    ],
)
def test_marks_that_may_meet(text: str) -> None:
    assert ask(DOUBLED_MARK, text) == []
