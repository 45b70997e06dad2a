"""Units, time zones, fractions, cities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.cities import country_of_city
from tilshi.language.fractions import find_fractions
from tilshi.language.units import Unit, UnitKind, unit_after, unit_before, units_in_brackets
from tilshi.language.zones import zones


def name(unit: Unit | None) -> str:
    return unit.name if unit else ""


@pytest.mark.parametrize(
    ("after", "language", "expected"),
    [
        ("\u00a0km away", "en", "km"),
        ("-hour", "en", "h"),
        (" square kilometres", "en", "km2"),
        (" m³", "fr", "m3"),
        (" millions de dollars", "fr", ""),
        (" dollars américains", "fr", "USD"),
        ("\u00a0% de plus", "fr", "pct"),
        (" тонны", "ru", "t"),
        (" лет", "ru", "yr"),
        ("-дневный", "ru", "d"),
        (" кв. км", "ru", "km2"),
        (" теңгеге", "kk", "KZT"),
        (" км-ге", "kk", "km"),
        (" шақырым", "kk", "km"),
        (" жастағы", "kk", "yr"),
        (" айтты", "kk", ""),
        (" people", "en", ""),
        (" mothers", "en", ""),
    ],
)
def test_the_unit_after_a_number(after: str, language: str, expected: str) -> None:
    assert name(unit_after(f"5{after}", 1, language)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("$", "USD"), ("USD ", "USD"), ("€", "EUR"), ("CHF\u00a0", "CHF"), ("about ", ""), ("", "")],
)
def test_the_currency_before_a_number(before: str, expected: str) -> None:
    assert name(unit_before(f"{before}5", len(before), "en")) == expected


def test_units_in_brackets() -> None:
    (unit,) = units_in_brackets("Су (литр) | (барлығы) | 5", "kk")
    assert (unit.name, unit.kind, unit.start, unit.end) == ("l", UnitKind.MEASURE, 4, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10:00 GMT", "UTC"),
        ("10:00 (UTC+5)", "UTC+05:00"),
        ("10:00 UTC−3:30", "UTC-03:30"),
        ("до 10:00 по Гринвичу", "UTC"),
        ("Гринвич уақыты бойынша", "UTC"),
        ("10 h, heure de Genève", "Geneva"),
        ("10:00 Geneva time", "Geneva"),
        ("по женевскому времени", "Geneva"),
        ("Женева уақытымен", "Geneva"),
        ("по московскому времени", "MSK"),
        ("heure locale", "local"),
        ("по местному времени", "local"),
        ("жергілікті уақыт бойынша", "local"),
        ("CEST", "CEST"),
    ],
)
def test_zones_have_one_name_in_all_languages(text: str, expected: str) -> None:
    assert [zone.name for zone in zones(text)] == [expected]


def test_no_zone() -> None:
    assert list(zones("at 10:00 for the first time")) == []


@pytest.mark.parametrize(
    ("text", "language", "above", "below"),
    [
        ("two thirds of them", "en", 2, 3),
        ("a quarter of the villages", "en", 1, 4),
        ("three-quarters", "en", 3, 4),
        ("les deux tiers", "fr", 2, 3),
        ("un quart des villages", "fr", 1, 4),
        ("две трети столицы", "ru", 2, 3),
        ("до четверти деревень", "ru", 1, 4),
        ("три пятых", "ru", 3, 5),
        ("үштен екісі", "kk", 2, 3),
        ("төрттен біріне", "kk", 1, 4),
    ],
)
def test_fractions(text: str, language: str, above: int, below: int) -> None:
    (found,) = find_fractions(text, language)
    assert (found.above, found.below) == (above, below)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the third quarter", "en"),
        ("le troisième quart-temps", "fr"),
        ("в третий раз", "ru"),
        ("бестен астам", "kk"),
        ("two thirds", "es"),
    ],
)
def test_no_fractions(text: str, language: str) -> None:
    assert find_fractions(text, language) == ()


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("delegation in Bishkek", "KG"),
        ("délégation à Bichkek", "KG"),
        ("делегация в Бишкеке", "KG"),
        ("Бішкектегі өкілдігі", "KG"),
        ("siège à Genève", "CH"),
        ("New York office", "US"),
        ("офис в Аддис-Абебе", "ET"),
        ("делегация в Порт-Примере", None),
    ],
)
def test_countries_of_cities(text: str, country: str | None) -> None:
    found = country_of_city(text)
    assert (found[0] if found else None) == country


@given(st.text(), st.sampled_from(["en", "fr", "ru", "kk", "es"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    spans = [
        *((unit.start, unit.end) for unit in units_in_brackets(text, language)),
        *((zone.start, zone.end) for zone in zones(text)),
        *((fraction.start, fraction.end) for fraction in find_fractions(text, language)),
    ]
    assert all(0 <= start < end <= len(text) for start, end in spans)
