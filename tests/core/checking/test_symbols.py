"""Typewriter's signs."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask, repaired
from tilshi.checking.symbols import ASCII_SIGN


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Күте тұрыңыз...", "kk", "Күте тұрыңыз…"),
        ("Бұйрық N 5, N7 мектеп", "kk", "Бұйрық №\u00a05, №\u00a07 мектеп"),
        ("школа No 12", "ru", "школа №\u00a012"),
        ("10x15 және 10 х 15 метр", "kk", "10×15 және 10 × 15 метр"),
        ("Кот-д'Ивуар", "ru", "Кот-д’Ивуар"),
        ("l'hôpital n'est pas", "fr", "l’hôpital n’est pas"),
        ("It's the States' duty", "en", "It’s the States’ duty"),
        ("the ICRC`s work", "en", "the ICRC’s work"),
        ("(c) 2026 Examplia", "en", "© 2026 Examplia"),
    ],
)
def test_better_signs_are_put_in(text: str, language: str, right: str) -> None:
    assert repaired(ASCII_SIGN, text, language) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Күте тұрыңыз… № 5, 10×15", "kk"),
        ("Конвенция 3х-летняя, 0x15, https://example.org/a...b", "ru"),
        ("No. 5, N 5, Vitamin C, (c) point three", "en"),
        ("l’hôpital, n° 5, (a)", "fr"),
        ("'the States' duty'", "en"),
        ("....", "ru"),
    ],
)
def test_signs_that_are_right(text: str, language: str) -> None:
    assert ask(ASCII_SIGN, text, language) == []
