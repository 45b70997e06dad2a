"""Dates, days of the week and hours compared with the source."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import ask, compare, repaired
from tilshi.checking.clocks import TIME_ZONE
from tilshi.checking.dating import DATE_VALUE, DATE_WEEKDAY
from tilshi.checking.findings import Side
from tilshi.checking.house_dates import DATE_FORM
from tilshi.checking.passages import passage
from tilshi.release import Role, Text

SAME_DATES = [
    ("6 March 2026", "2026 жылғы 6 наурыз", "kk"),
    ("on 6 March 2026", "2026 жылғы 6 наурызда", "kk"),
    ("6 March 2026", "6 марта 2026 года", "ru"),
    ("1 May 2026", "1er mai 2026", "fr"),
    ("6 March 2026", "06.03.2026", "ru"),
    ("6–8 March 2026", "2026 жылғы 6–8 наурыз", "kk"),
    ("6 and 7 March", "les 6 et 7 mars", "fr"),
    ("on the night of 4 to 5 June", "4 маусымнан 5 маусымға қараған түні", "kk"),
    ("January–March 2026", "2026 жылғы қаңтар–наурыз", "kk"),
    ("since January 2025", "с января 2025 года", "ru"),
    ("in September", "қыркүйекте", "kk"),
    ("on 20 April", "2026 жылғы 20 сәуірде", "kk"),
    ("the sixth of March", "6 наурыз", "kk"),
    ("They may march.", "Олар шеруге шыға алады.", "kk"),
    ("Mars", "Марс", "ru"),
    ("6 March 2026", "", "kk"),
]


@pytest.mark.parametrize(("source", "target", "language"), SAME_DATES)
def test_the_same_date_however_it_is_written(source: str, target: str, language: str) -> None:
    assert compare(DATE_VALUE, source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "marked", "fixed"),
    [
        ("6 March 2026", "2026 жылғы 7 наурыз", "kk", "2026 жылғы 7 наурыз", "2026 жылғы 6 наурыз"),
        ("6 March 2026", "2026 жылғы 6 мамырда", "kk", "2026 жылғы 6 мамырда", None),
        ("6 March 2026", "6 мая 2026 года", "ru", "6 мая 2026 года", "6 марта 2026 года"),
        ("6 March 2026", "6 mars 2025", "fr", "6 mars 2025", "6 mars 2026"),
        ("le 6 mars 2026", "6 April 2026", "en", "6 April 2026", "6 March 2026"),
        ("8 May 2026", "8 мамыр", "kk", "8 мамыр", None),
        ("6–8 March 2026", "2026 жылғы 6–9 наурыз", "kk", "9 наурыз", "8 наурыз"),
        ("in September", "в декабре", "ru", "декабре", None),
        ("between March and June", "entre mars et mai", "fr", "mai", "juin"),
    ],
)
def test_another_date_is_marked(source: str, target: str, language: str, marked: str, fixed: str | None) -> None:
    (spot,) = compare(DATE_VALUE, source, target, language, source_language="fr" if language == "en" else "en")
    assert (target[spot.start : spot.end], spot.side) == (marked, Side.TARGET)
    assert [fix.replacement for fix in spot.fixes] == ([fixed] if fixed else [])


def test_a_lost_date_is_marked_in_the_source() -> None:
    (spot,) = compare(DATE_VALUE, "It began on 6 March.", "Ол басталды.")
    assert (spot.start, spot.end, spot.side) == (12, 19, Side.SOURCE)


def test_an_added_date_is_marked_in_the_translation() -> None:
    (spot,) = compare(DATE_VALUE, "It began.", "Ол 6 наурызда басталды.")
    assert (spot.start, spot.end, spot.side) == (3, 13, Side.TARGET)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Friday, 6 March 2026", "2026 жылғы 6 наурыз, жұма", "kk"),
        ("on Friday", "жұма күні", "kk"),
        ("on Friday", "в пятницу", "ru"),
        ("on Friday", "vendredi", "fr"),
        ("the environment on Friday", "окружающая среда в пятницу", "ru"),
        ("tomorrow", "сенбіде", "kk"),
    ],
)
def test_the_right_day_of_the_week(source: str, target: str, language: str) -> None:
    assert compare(DATE_WEEKDAY, source, target, language) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "fixed"),
    [
        ("6 March 2026", "2026 жылғы 6 наурыз, сенбі", "kk", "жұма"),
        ("6 March 2026", "четверг, 6 марта 2026 года", "ru", "пятница"),
        ("6 March 2026", "Jeudi 6 mars 2026", "fr", "Vendredi"),
        ("on Friday", "бейсенбіде", "kk", None),
        ("on Friday", "samedi", "fr", "vendredi"),
    ],
)
def test_another_day_of_the_week(source: str, target: str, language: str, fixed: str | None) -> None:
    (spot,) = compare(DATE_WEEKDAY, source, target, language)
    assert [fix.replacement for fix in spot.fixes] == ([fixed] if fixed else [])


def test_a_source_names_the_right_day_too() -> None:
    alone = passage(Role.BODY, "en", Text("Thursday, 6 March 2026"))
    (spot,) = DATE_WEEKDAY.check(alone, alone)
    assert str(spot.message) == "Thursday, 6 March 2026 is a Friday."


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("6 наурыз 2026", "kk", "2026 жылғы 6 наурыз"),
        ("2026 ж. 6 наурызда", "kk", "2026 жылғы 6 наурызда"),
        ("6 Наурыз 2026 жылы", "kk", "2026 жылғы 6 наурыз"),
        ("6-шы наурыз", "kk", "6 наурыз"),
        ("жұма, 6 наурыз 2026", "kk", "2026 жылғы 6 наурыз, жұма"),
        ("06.03.2026", "kk", "2026 жылғы 6 наурыз"),
        ("6 марта 2026", "ru", "6 марта 2026 года"),
        ("6 марта 2026 г.", "ru", "6 марта 2026 года"),
        ("6-го Марта", "ru", "6 марта"),
        ("в марте 2026", "ru", "в марте 2026 года"),
        ("1 Mars 2026", "fr", "1er mars 2026"),
        ("06/03/2026", "fr", "6 mars 2026"),
        ("March 6, 2026", "en", "6 March 2026"),
        ("Friday, March 6th, 2026", "en", "Friday, 6 March 2026"),
        ("2026-03-06", "en", "6 March 2026"),
    ],
)
def test_dates_in_the_house_form(text: str, language: str, right: str) -> None:
    assert repaired(DATE_FORM, text, language) == right
    assert ask(DATE_FORM, right, language) == []


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("2026 жылы 6 наурызда", "kk", Role.BODY),
        ("2026 жылғы қаңтардан бері", "kk", Role.BODY),
        ("6 наурыз", "kk", Role.BODY),
        ("06.03.2026 | 5", "kk", Role.TABLE_ROW),
        ("к 6 марта 2026 году", "ru", Role.BODY),
        ("le vendredi 6 mars 2026", "fr", Role.BODY),
        ("Friday 6 March 2026", "en", Role.BODY),
        ("6\u00a0March 2026", "en", Role.BODY),
        ("1. März 2026", "de", Role.BODY),
    ],
)
def test_dates_that_are_right_as_they_are(text: str, language: str, role: Role) -> None:
    assert ask(DATE_FORM, text, language, role) == []


def test_a_date_with_an_ending_after_it_is_not_rewritten() -> None:
    (spot,) = DATE_FORM.check(passage(Role.BODY, "kk", Text("06.03.2026-ға дейін")))
    assert spot.fixes == ()


@pytest.mark.parametrize(
    ("source", "target", "language", "role"),
    [
        ("until 10:00 GMT", "Гринвич уақыты бойынша сағат 10:00-ге дейін", "kk", Role.EMBARGO),
        ("until 10:00 GMT", "до 10:00 по Гринвичу", "ru", Role.EMBARGO),
        ("at 3 p.m. (UTC+5)", "à 15 h (UTC+5)", "fr", Role.BODY),
        ("10:00 Geneva time", "Женева уақыты бойынша 10:00", "kk", Role.FACT),
        ("10:00 Geneva time", "10 h, heure de Genève", "fr", Role.FACT),
        ("10:00 local time", "10:00 по местному времени", "ru", Role.FACT),
        ("10:00 in Astana", "Астанада 10:00-де", "kk", Role.FACT),
        ("in the morning GMT", "таңертең", "kk", Role.BODY),
    ],
)
def test_zones_are_kept(source: str, target: str, language: str, role: Role) -> None:
    assert compare(TIME_ZONE, source, target, language, role=role) == []


@pytest.mark.parametrize(
    ("source", "target", "language", "role", "marked", "fixed"),
    [
        ("until 10:00 GMT", "до 10:00", "ru", Role.EMBARGO, "10:00", "10:00 по Гринвичу"),
        ("until 10:00", "до 10:00", "ru", Role.EMBARGO, "10:00", "10:00 по Гринвичу"),
        ("until 10:00 GMT", "сағат 10:00-ге дейін", "kk", Role.EMBARGO, "сағат 10:00", None),
        ("10:00 Geneva time", "10 h", "fr", Role.FACT, "10 h", None),
        ("10:00 GMT", "10:00 по московскому времени", "ru", Role.BODY, "по московскому времени", None),
        ("3 p.m. (UTC+5)", "15:00 (UTC+6)", "kk", Role.BODY, "UTC+6", None),
        ("10:00, online", "сағат 10:00, онлайн", "kk", Role.FACT, "сағат 10:00", "10:00 (GMT)"),
    ],
)
def test_hours_without_their_zone(  # noqa: PLR0917
    source: str, target: str, language: str, role: Role, marked: str, fixed: str | None
) -> None:
    (spot,) = compare(TIME_ZONE, source, target, language, role=role)
    assert target[spot.start : spot.end] == marked
    assert [fix.replacement for fix in spot.fixes] == ([fixed] if fixed else [])


def test_an_embargo_names_its_zone_in_the_source_too() -> None:
    alone = passage(Role.EMBARGO, "en", Text("EMBARGOED until 10:00, 6 March 2026"))
    (spot,) = TIME_ZONE.check(alone, alone)
    assert str(spot.message) == "10:00 needs a time zone: readers are in several."
