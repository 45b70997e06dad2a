from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.numbers import find_numbers, format_number, kazakh_dative_ending, parse_number

HOUSE = ("en", "fr", "ru", "kk")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "1,234,567.89"),
        ("fr", "1\u202f234\u202f567,89"),
        ("ru", "1\u00a0234\u00a0567,89"),
        ("kk", "1\u00a0234\u00a0567,89"),
    ],
)
def test_house_form(language: str, shown: str) -> None:
    assert format_number(Decimal("1234567.89"), language) == shown


def test_four_digits_are_grouped_and_zeros_kept() -> None:
    assert (format_number(1045, "kk"), format_number(Decimal("3.40"), "kk")) == ("1\u00a0045", "3,40")


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(HOUSE))
def test_house_form_is_read_back(value: Decimal, language: str) -> None:
    assert parse_number(format_number(value, language), language) == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "12,500", "12500"),
        ("en", "3.4 million", "3400000"),
        ("kk", "12 500", "12500"),
        ("kk", "12,5 мың", "12500"),
        ("kk", "3,4\u00a0млн", "3400000"),
        ("kk", "2 миллионнан", "2000000"),
        ("ru", "12.5 тыс.", "12500"),
        ("ru", "12 тысяч", "12000"),
        ("fr", "3,4 millions", "3400000"),
        ("fr", "48\u202f900", "48900"),
        ("de", "7", "7"),
    ],
)
def test_forms_that_people_write(language: str, text: str, value: str) -> None:
    assert parse_number(text, language) == Decimal(value)


@pytest.mark.parametrize("text", ["", "twelve", "12 people", "1,2,3"])
def test_what_is_not_a_number_and_nothing_else(text: str) -> None:
    assert parse_number(text, "en") is None


def test_numbers_in_running_text() -> None:
    text = "2026 жылы 132 400 адамға, 27 %-ға көп; 3,4 млн литр"
    assert [(text[span.start : span.end], span.value) for span in find_numbers(text, "kk")] == [
        ("2026", Decimal(2026)),
        ("132 400", Decimal(132400)),
        ("27", Decimal(27)),
        ("3,4 млн", Decimal(3400000)),
    ]


@pytest.mark.parametrize(
    ("number", "ending"),
    [
        *[(1, "ге"), (3, "ке"), (6, "ға"), (15, "ке"), (18, "ге"), (10, "ға"), (40, "қа"), (50, "ге"), (0, "ге")],
        *[(100, "ге"), (1_000, "ға"), (2_030, "ға"), (1_000_000, "ға"), (1_000_000_000, "қа")],
    ],
)
def test_dative_of_figures_follows_the_last_numeral(number: int, ending: str) -> None:
    assert kazakh_dative_ending(number) == ending


def test_no_dative_of_a_negative_number() -> None:
    with pytest.raises(ValueError, match="-1"):
        kazakh_dative_ending(-1)
