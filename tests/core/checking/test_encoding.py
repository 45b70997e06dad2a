"""Characters that nobody sees; lines that end where no sentence does."""

from __future__ import annotations

import unicodedata

import pytest

from tests.core.checking.texts import ask, repaired
from tilshi.checking.encoding import BROKEN_LINE, STRANGE_CHARACTER
from tilshi.release import Role


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Коми\u00adтет", "Комитет"),
        ("Қоғам\u200b мен\u200e", "Қоғам мен"),
        ("\ufeffДекларация", "Декларация"),
        ("bell\x07 rings", "bell rings"),
        (unicodedata.normalize("NFD", "район"), "район"),
        (unicodedata.normalize("NFD", "décès à Paris"), "décès à Paris"),
        ("o\ufb03ce", "office"),
        ("a\tb\u2003c", "a b c"),
        ("example\u202eorg", "exampleorg"),
    ],
)
def test_strange_characters_go(text: str, right: str) -> None:
    assert repaired(STRANGE_CHARACTER, text) == right


def test_lost_letters_cannot_come_back() -> None:
    assert ask(STRANGE_CHARACTER, "Коми\ufffdет \ue000") == ["\ufffd", "\ue000"]


@pytest.mark.parametrize(
    "text",
    ["Қоғам «сөз» – 5\u00a0%", "за́мок", "L’hôpital\u202f: 10\u2009h", "a\nb\r\nc", "👩\u200d⚕️ ☺️", "plain ASCII", ""],
)
def test_ordinary_characters(text: str) -> None:
    assert ask(STRANGE_CHARACTER, text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("жүктеп алу үшін\nмына сілтемеге өтіңіз", "жүктеп алу үшін мына сілтемеге өтіңіз"),
        ("Комитет \r\n сообщил", "Комитет сообщил"),
        ("the Red\u2028cross and", "the Red cross and"),
        ("Genève,\nParis", "Genève, Paris"),
        ("гуманитар-\nлық көмек", "гуманитарлық көмек"),
    ],
)
def test_broken_lines_are_joined(text: str, right: str) -> None:
    assert repaired(BROKEN_LINE, text) == right


def test_the_break_alone_is_marked() -> None:
    assert ask(BROKEN_LINE, "алу үшін\nмына") == ["\n"]


@pytest.mark.parametrize(
    "text",
    [
        "Бірінші сөйлем.\nекінші",
        "Тақырып\nКелесі",
        "нан;\nсу;\nдәрі",
        "Біз:\nнан",
        "- нан\n- су",
        "бір",
        "нан\n– су",
        "а\n5 б",
    ],
)
def test_lines_that_end_right(text: str) -> None:
    assert ask(BROKEN_LINE, text) == []


def test_addresses_stand_on_lines_of_their_own() -> None:
    assert ask(BROKEN_LINE, "a.example.org,\nb.example.org", role=Role.SOCIAL_LINKS) == []
