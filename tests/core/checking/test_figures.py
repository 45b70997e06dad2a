"""Numbers compared as values."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checking.texts import compare
from tilshi.checking.figures import NUMBER_VALUE
from tilshi.checking.findings import Side
from tilshi.language.number_words import spelled_values
from tilshi.language.numbers import format_number
from tilshi.release import Role

SAME = [
    ("12,500 people", "12\u00a0500 адам", "kk"),
    ("12,500 people", "12,5 мың адам", "kk"),
    ("12,500 people", "12 500 человек", "ru"),
    ("12,500 people", "12,500 адам", "kk"),  # the separator is another rule's
    ("3.4 million litres", "3,4 млн литр", "kk"),
    ("3.4 million litres", "3 400 000 литров", "ru"),
    ("1.5 billion", "1,5 milliard", "fr"),
    ("100 States", "100-ден астам мемлекет", "kk"),
    ("6 March 2026", "2026 жылғы 6 наурыз", "kk"),
    ("6 March 2026", "06.03.2026", "ru"),
    ("on 1 May", "le 1er mai", "fr"),
    ("10:00–16:30", "10 h–16 h 30", "fr"),
    ("at 3 p.m.", "сағат 15:00-де", "kk"),
    ("at 3.30 pm", "в 15:30", "ru"),
    ("at 15:00", "в 15 часов", "ru"),
    ("at 10:30", "в 10.30", "ru"),
    ("9 people", "тоғыз адам", "kk"),
    ("four of the 31", "31 адамның 4-еуі", "kk"),
    ("twelve thousand five hundred", "12 500", "ru"),
    ("80 people", "quatre-vingts personnes", "fr"),
    ("97 people", "quatre-vingt-dix-sept personnes", "fr"),
    ("the 20th century", "ХХ ғасыр", "kk"),
    ("27 per cent", "27\u00a0%", "ru"),
    ("COVID-19", "COVID-19", "kk"),
    ("version 1.2.3", "1.2.3-нұсқа", "kk"),
    ("20 300-litre tanks", "300 литрлік 20 бак", "kk"),
    ("Call +999 555 010 010", "Қоңырау шалыңыз", "kk"),
    ("See https://example.org/2026/7", "Сайтты қараңыз", "kk"),
    ("one of the five", "бірі", "kk"),
    ("31 and 31", "31", "kk"),
    ("no number", "сан жоқ", "kk"),
]


@pytest.mark.parametrize(("source", "target", "language"), SAME)
def test_equal_values_are_silent_however_they_are_written(source: str, target: str, language: str) -> None:
    assert compare(NUMBER_VALUE, source, target, language) == []


DIFFERENT = [
    ("more than 100 States", "110-нан астам мемлекет", "kk", "110"),
    ("27 per cent more", "72\u00a0%-ға көп", "kk", "72"),
    ("8,150 | 48,900", "8\u00a0510 | 48\u00a0900", "kk", "8\u00a0510"),
    ("3.4 million", "3,4 млрд", "kk", "3,4 млрд"),
    ("132,400", "131 400", "ru", "131 400"),
    ("at 3 p.m.", "сағат 16:00-де", "kk", "16:00"),
    ("12,500 people", "1 250 personnes", "fr", "1 250"),
    ("2.5 tonnes", "25 тонна", "kk", "25"),
]


@pytest.mark.parametrize(("source", "target", "language", "marked"), DIFFERENT)
def test_another_value_is_marked_in_the_translation(source: str, target: str, language: str, marked: str) -> None:
    (spot,) = compare(NUMBER_VALUE, source, target, language)
    assert (target[spot.start : spot.end], spot.side) == (marked, Side.TARGET)
    assert marked in str(spot.message)


def test_a_lost_number_is_marked_in_the_source() -> None:
    (spot,) = compare(NUMBER_VALUE, "Nine people and 31 others", "Тоғыз адам")
    assert (spot.start, spot.end, spot.side) == (16, 18, Side.SOURCE)
    assert str(spot.message) == "31 of the source is not in the translation."


def test_an_added_number_is_marked_in_the_translation() -> None:
    (spot,) = compare(NUMBER_VALUE, "Some people", "31 адам")
    assert (spot.start, spot.end, spot.side) == (0, 2, Side.TARGET)


def test_the_right_number_is_suggested_in_the_form_of_the_language() -> None:
    (spot,) = compare(NUMBER_VALUE, "12,500 people", "12 600 адам")
    assert [fix.replacement for fix in spot.fixes] == ["12\u00a0500"]
    assert not spot.fixes[0].safe


def test_nothing_is_suggested_where_an_ending_would_have_to_change() -> None:
    (spot,) = compare(NUMBER_VALUE, "100 States", "110-нан астам мемлекет")
    assert spot.fixes == ()


def test_an_empty_translation_is_another_rules_business() -> None:
    assert compare(NUMBER_VALUE, "31 people", "  ") == []


def test_addresses_are_another_rules_business() -> None:
    assert compare(NUMBER_VALUE, "Tel.: 8 800 100", "Тел.: 8 800 200", role=Role.CONTACT_PHONE) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("twelve thousand five hundred", "en", 12_500),
        ("thirty-one", "en", 31),
        ("one hundred and five", "en", 105),
        ("two million three hundred thousand", "en", 2_300_000),
        ("soixante-dix-sept", "fr", 77),
        ("vingt et un", "fr", 21),
        ("двадцать пять тысяч двести", "ru", 25_200),
        ("он екі мың бес жүз", "kk", 12_500),
        ("отыз бір", "kk", 31),
    ],
)
def test_words_are_read_as_numbers(text: str, language: str, value: int) -> None:
    assert Decimal(value) in spelled_values(text, language)


@given(st.integers(0, 10**10), st.sampled_from(["en", "fr", "ru", "kk"]), st.sampled_from(["en", "fr", "ru", "kk"]))
def test_a_number_in_two_house_forms_is_the_same(number: int, one: str, other: str) -> None:
    first, second = format_number(number, one), format_number(number, other)
    assert compare(NUMBER_VALUE, f"a {first} b", f"ә {second} б", other, source_language=one) == []


@given(st.integers(0, 10**7), st.integers(1, 10**6))
def test_another_number_is_always_found(number: int, more: int) -> None:
    source, target = format_number(number, "en"), format_number(number + more, "kk")
    spots = compare(NUMBER_VALUE, f"a {source} b", f"ә {target} б")
    assert {spot.side for spot in spots} == {Side.TARGET}
