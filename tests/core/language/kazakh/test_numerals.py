"""Numbers in figures as they are read aloud, and the endings that hang on them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tilshi.language.kazakh.numerals import ending_after, last_word


@pytest.mark.parametrize(
    ("number", "word"),
    [
        *((0, "нөл"), (15, "бес"), (30, "отыз"), (100, "жүз"), (2_300, "жүз"), (5_000, "мың"), (3_000_000, "миллион")),
        *((Decimal("3.25"), "бес"), (Decimal("3.4"), "төрт"), (Decimal("4.0"), "төрт"), (10**9, "миллиард")),
    ],
)
def test_the_last_word_is_the_one_that_is_heard(number: int | Decimal, word: str) -> None:
    assert word == last_word(number)


@pytest.mark.parametrize("number", [-1, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_quantity_has_no_last_word(number: int | Decimal) -> None:
    with pytest.raises(ValueError, match="no quantity"):
        last_word(number)


@pytest.mark.parametrize(
    ("before", "ending", "number", "expected"),
    [
        *((6, "ға", 15, "ке"), (15, "ке", 30, "ға"), (15, "тен", 7, "ден"), (7, "ден", 9, "дан"), (5, "ті", 6, "ны")),
        *((5, "тің", 20, "ның"), (10, "да", 8, "де"), (5, "пен", 6, "мен"), (40, "қа", 50, "ге")),
        *((5, "ші", 6, "шы"), (6, "ншы", 7, "нші"), (5, "інші", 10, "ыншы"), (5, "інші", 50, "інші")),
        (5, "абв", 6, None),
    ],
)
def test_the_ending_follows_the_number(before: int, ending: str, number: int, expected: str | None) -> None:
    assert expected == ending_after(number, ending, before)
