"""Numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.number_words import find_spelled, spelled_values

READ = [
    ("twelve thousand five hundred", "en", "12500"),
    ("two hundred and five", "en", "205"),
    ("thirty-one", "en", "31"),
    ("twenty-second", "en", "22"),
    ("two and a half", "en", "2.5"),
    ("half a million", "en", "500000"),
    ("tens of thousands", "en", "10000"),
    ("two million three hundred thousand", "en", "2300000"),
    ("soixante-dix-sept", "fr", "77"),
    ("quatre-vingt-dix-neuf", "fr", "99"),
    ("soixante et onze", "fr", "71"),
    ("neuf cents", "fr", "900"),
    ("un million et demi", "fr", "1500000"),
    ("dizaines de milliers", "fr", "10000"),
    ("septante", "fr", "70"),
    ("двадцать пять тысяч двести", "ru", "25200"),
    ("сорока трёх", "ru", "43"),
    ("двадцать первый", "ru", "21"),
    ("полтора миллиона", "ru", "1500000"),
    ("два с половиной", "ru", "2.5"),
    ("десятки тысяч", "ru", "10000"),
    ("шестнадцатого", "ru", "16"),
    ("он екі мың бес жүз", "kk", "12500"),
    ("жиырма бірінші", "kk", "21"),
    ("бір жарым миллион", "kk", "1500000"),
    ("жүз мыңнан", "kk", "100000"),
    ("жүздеген мың", "kk", "100000"),
    ("төртеуінің", "kk", "4"),
    ("тоғызыншы", "kk", "9"),
]


@pytest.mark.parametrize(("text", "language", "value"), READ)
def test_words_are_one_number(text: str, language: str, value: str) -> None:
    (number,) = find_spelled(f"— {text}, —", language)
    assert (number.values[0], number.start, number.end) == (Decimal(value), 2, 2 + len(text))
    assert number.certain


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("the first three months", "en", [1, 3]),
        ("ten five-year-olds", "en", [10, 5]),
        ("one of the five", "en", [1, 5]),
        ("deux ou trois", "fr", [2, 3]),
        ("бес-алты", "kk", [5, 6]),
        ("үштен екі", "kk", [3, 2]),
        ("два-три", "ru", [2, 3]),
    ],
)
def test_neighbours_stay_numbers_of_their_own(text: str, language: str, values: list[int]) -> None:
    assert [number.values[0] for number in find_spelled(text, language)] == values


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("27 pour cent", "fr"),
        ("ол үшін, алтын, оның, онда, жер жүзінде, бүкіл", "kk"),
        ("often, weight, stone, network", "en"),
        ("стоять, триумф, пятно", "ru"),
        ("uno dos tres", "es"),
    ],
)
def test_other_words_are_none(text: str, language: str) -> None:
    assert find_spelled(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [("one", "en"), ("second", "en"), ("both", "en"), ("neuf", "fr"), ("семью", "ru"), ("бір", "kk")],
)
def test_words_that_may_mean_something_else_are_not_certain(text: str, language: str) -> None:
    assert [number.certain for number in find_spelled(text, language)] == [False]


def test_each_word_and_the_whole_are_values_a_text_may_have() -> None:
    assert spelled_values("a quarter of two hundred", "en") >= {Decimal(4), Decimal(25), Decimal(100), Decimal(200)}
    assert spelled_values("deux cents", "xx") == frozenset()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for number in find_spelled(text, "kk"):
        assert text[number.start : number.end].strip() == text[number.start : number.end]
