"""Units, percent signs, separators."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask, compare, repaired
from tilshi.checking.findings import Side
from tilshi.checking.measures import NUMBER_FORM, PERCENT_SPACE, UNITS
from tilshi.release import Role

SAME_UNITS = [
    ("5 km", "5\u00a0км", "kk"),
    ("5 km", "5 километров", "ru"),
    ("5 km", "5 kilomètres", "fr"),
    ("5 km", "5 шақырым", "kk"),
    ("250 g of tea", "250\u00a0г шай", "kk"),
    ("a 24-hour curfew", "24 сағаттық коменданттық сағат", "kk"),
    ("three weeks", "үш аптаға", "kk"),
    ("a child of three years", "үш жастағы бала", "kk"),
    ("31 years old", "31 года", "ru"),
    ("USD 2.4 million", "2,4\u00a0млн АҚШ доллары", "kk"),
    ("$40", "40 долларов", "ru"),
    ("€18", "18 евро", "ru"),
    ("CHF 1.2 million", "1,2\u00a0million de francs suisses", "fr"),
    ("27 per cent", "27\u00a0%", "fr"),
    ("27%", "27 пайыз", "kk"),
    ("from 81 to 46 per cent", "81\u00a0%-дан 46\u00a0%-ға дейін", "kk"),
    ("Rice (kg) | 5", "Күріш (кг) | 5", "kk"),
    ("in 2026", "2026 жылы", "kk"),
    ("in 2026", "в 2026 г.", "ru"),
    ("the first 3 months", "алғашқы тоқсан", "kk"),
    ("5 people", "5 адам", "kk"),
]


@pytest.mark.parametrize(("source", "target", "language"), SAME_UNITS)
def test_the_same_unit_in_other_words(source: str, target: str, language: str) -> None:
    assert compare(UNITS, source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "marked"),
    [
        ("5 km away", "5\u00a0м жерде", "kk", "5\u00a0м"),
        ("250 g of tea", "250\u00a0kg de thé", "fr", "250\u00a0kg"),
        ("three weeks", "три месяца", "ru", "три месяца"),
        ("three hours", "үш күн", "kk", "үш күн"),
        ("USD 2.4 million", "2,4\u00a0млн еуро", "kk", "2,4\u00a0млн еуро"),
        ("€18", "18 долларов", "ru", "18 долларов"),
        ("27 per cent", "27", "kk", "27"),
        ("12 tonnes", "12 мешков", "ru", "12"),
        ("Rice (kg) | 5", "Күріш (т) | 5", "kk", "т"),
    ],
)
def test_another_unit_or_none(source: str, target: str, language: str, marked: str) -> None:
    (spot,) = compare(UNITS, source, target, language)
    assert (target[spot.start : spot.end], spot.side) == (marked, Side.TARGET)
    assert spot.evidence is not None


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("27%-ға", "kk", "27\u00a0%-ға"),
        ("27 %", "ru", "27\u00a0%"),
        ("27% de plus", "fr", "27\u00a0% de plus"),
        ("27 % more", "en", "27% more"),
    ],
)
def test_percent_signs_as_the_house_sets_them(text: str, language: str, right: str) -> None:
    assert repaired(PERCENT_SPACE, text, language) == right
    assert ask(PERCENT_SPACE, right, language) == []


def test_any_no_break_space_before_percent_will_do() -> None:
    assert ask(PERCENT_SPACE, "27\u202f%", "fr") == []


@pytest.mark.parametrize(
    ("source", "target", "language", "right"),
    [
        ("1,500 people", "1,500 адам", "kk", "1\u00a0500"),
        ("1,500 people", "1.500 человек", "ru", "1\u00a0500"),
        ("1,500 people", "1 500 адам", "kk", "1\u00a0500"),
        ("1,500 people", "1500 personnes", "fr", "1\u202f500"),
        ("12,500 people", "12'500 personnes", "fr", "12\u202f500"),
        ("3.4 million", "3.4 млн", "kk", "3,4"),
        ("2.50 metres", "2.50 метра", "ru", "2,50"),
        ("1 500 personnes", "1 500 people", "en", "1,500"),
        ("2,5 tonnes", "2,5 tonnes", "en", "2.5"),
        ("1,234,567.5", "1,234,567.5", "ru", "1\u00a0234\u00a0567,5"),
    ],
)
def test_separators_of_another_language(source: str, target: str, language: str, right: str) -> None:
    (spot,) = compare(NUMBER_FORM, source, target, language, source_language="fr" if language == "en" else "en")
    assert [(fix.replacement, fix.safe) for fix in spot.fixes] == [(right, True)]
    assert (spot.start, spot.end) == (spot.fixes[0].start, spot.fixes[0].end)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("1,500 people", "1\u00a0500 адам", "kk"),
        ("1,500 people", "1\u00a0500 personnes", "fr"),
        ("1500 people", "1500 адам", "kk"),
        ("in 2026", "2026 жылы", "kk"),
        ("3.4 million", "3,4\u00a0млн", "ru"),
        ("version 1.2.3", "1.2.3 нұсқасы", "kk"),
        ("at 10.30 a.m.", "сағат 10.30-да", "kk"),
        ("20 300-litre tanks", "300 литрлік 20 бак", "kk"),
        ("on 06.03.2026", "06.03.2026", "ru"),
        ("Tel.: +999 555 010", "Тел.: +999 555 010", "kk"),
    ],
)
def test_right_separators(source: str, target: str, language: str) -> None:
    assert compare(NUMBER_FORM, source, target, language) == []


def test_the_source_is_read_by_its_own_separators() -> None:
    assert compare(NUMBER_FORM, "12.500 people", "", "en") == []
    from tilshi.checking.passages import passage
    from tilshi.release import Text

    alone = passage(Role.BODY, "kk", Text("3.4 млн адам, 12 500 үй, 1,5 және 20"))
    assert [alone.prose[spot.start : spot.end] for spot in NUMBER_FORM.check(alone, alone)] == ["3.4", "12 500"]
