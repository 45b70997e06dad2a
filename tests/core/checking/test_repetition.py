"""Words that stand twice."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask, repaired
from tilshi.checking.findings import Fix
from tilshi.checking.passages import passage
from tilshi.checking.repetition import WORD_TWICE
from tilshi.release import Role, Text


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("Комитет және және қоғам", "kk", "Комитет және қоғам"),
        ("Бұл туралы бұл туралы хабар", "kk", "Бұл туралы хабар"),
        ("помощь для для детей", "ru", "помощь для детей"),
        ("The the hospital", "en", "The hospital"),
        ("in the in the city", "en", "in the city"),
        ("le le Comité\nComité", "fr", "le Comité"),
        ("бірте бірте", "kk", "бірте-бірте"),
    ],
)
def test_the_second_goes(text: str, language: str, right: str) -> None:
    assert repaired(WORD_TWICE, text, language) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("бірте-бірте, анда-санда, жеке-жеке, біртіндеп", "kk"),
        ("Жоқ, жоқ! Иә. Иә", "kk"),
        ("еле-еле, да, да", "ru"),
        ("Nous nous engageons, vous vous inscrivez", "fr"),
        ("He had had enough; all that that means", "en"),
        ("press@example.org press@example.org", "en"),
        ("New York New York", "en"),
        ("the theatre, an analysis, 5 5", "en"),
        ("бар барлық, адам адамның", "kk"),
    ],
)
def test_what_is_no_repetition(text: str, language: str) -> None:
    assert ask(WORD_TWICE, text, language) == []


def test_a_pair_that_wants_a_hyphen_is_offered_both() -> None:
    (spot,) = WORD_TWICE.check(passage(Role.BODY, "kk", Text("ол бірте бірте түзелді")))
    assert (spot.start, spot.end) == (3, 14)
    assert spot.fixes == (Fix(8, 9, "-"), Fix(8, 14, ""))
