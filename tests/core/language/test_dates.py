import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.dates import DateSpan, find_dates, find_times, format_date, format_time, parse_date, weekday_name

FRIDAY = dt.date(2026, 3, 6)
HOUSE = ("en", "fr", "ru", "kk")


@pytest.mark.parametrize(
    ("language", "shown", "with_weekday"),
    [
        ("en", "6 March 2026", "Friday, 6 March 2026"),
        ("fr", "6 mars 2026", "vendredi 6 mars 2026"),
        ("ru", "6 марта 2026 года", "пятница, 6 марта 2026 года"),
        ("kk", "2026 жылғы 6 наурыз", "2026 жылғы 6 наурыз, жұма"),
        ("kk-Cyrl-KZ", "2026 жылғы 6 наурыз", "2026 жылғы 6 наурыз, жұма"),
        ("de", "2026-03-06", "2026-03-06"),
    ],
)
def test_house_form(language: str, shown: str, with_weekday: str) -> None:
    assert (format_date(FRIDAY, language), format_date(FRIDAY, language, weekday=True)) == (shown, with_weekday)


def test_french_has_an_ordinal_for_the_first_alone() -> None:
    assert format_date(dt.date(2026, 5, 1), "fr") == "1er mai 2026"
    assert format_date(dt.date(2026, 5, 21), "fr") == "21 mai 2026"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "6 March 2026"),
        ("en", "March 6, 2026"),
        ("en", "6th March 2026"),
        ("en", "the 6th of March, 2026"),
        ("en", "Friday, 6 March 2026."),
        ("en", "Fri 6 Mar. 2026"),
        ("en", "06/03/2026"),
        ("en-US", "03/06/2026"),
        ("en", "2026-03-06"),
        ("fr", "6 mars 2026"),
        ("fr", "le vendredi 6 mars 2026"),
        ("fr", "06/03/2026"),
        ("ru", "6 марта 2026 года"),
        ("ru", "6 марта 2026 г."),
        ("ru", "«6» марта 2026 г"),
        ("ru", "6 марта 2026"),
        ("ru", "пятница, 6 марта 2026 года"),
        ("ru", "06.03.2026"),
        ("kk", "2026 жылғы 6 наурыз"),
        ("kk", "2026 жылдың 6 наурызы"),
        ("kk", "2026 ж. 6 наурыз"),
        ("kk", "6 наурыз 2026 жыл"),
        ("kk", "6 наурыз 2026 ж."),
        ("kk", "6 наурыз, 2026"),
        ("kk", "6-наурыз 2026 жыл"),
        ("kk", "2026 жылғы 6 наурыз, жұма"),
        ("kk", "жұма, 6 наурыз 2026"),
        ("kk", "6.3.2026"),
        ("de", "6.3.2026"),
    ],
)
def test_forms_that_people_write(language: str, text: str) -> None:
    assert parse_date(text, language) == FRIDAY


@pytest.mark.parametrize(
    "text", ["", "March 2026", "31 February 2026", "hit on 6 March 2026", "6 March 2026 in Astana"]
)
def test_what_is_not_a_date_and_nothing_else(text: str) -> None:
    assert parse_date(text, "en") is None


@given(st.dates(dt.date(1000, 1, 1), dt.date(9999, 12, 31)), st.sampled_from(HOUSE), st.booleans())
def test_house_form_is_read_back(date: dt.date, language: str, weekday: bool) -> None:
    shown = format_date(date, language, weekday=weekday)
    assert find_dates(shown, language) == (
        DateSpan(0, len(shown), date.month, date.day, date.year, date.weekday() if weekday else None),
    )


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("kk", "20 сәуірде соққы тиді", [("20 сәуірде", 20, 4, None)]),
        ("kk", "2025 жылғы қаңтардан бері", [("2025 жылғы қаңтардан", None, 1, 2025)]),
        ("kk", "2024 жылғы қыркүйегінде", [("2024 жылғы қыркүйегінде", None, 9, 2024)]),
        ("kk", "қазанда бес адам", []),
        ("ru", "с января 2025 года и 1 мая", [("января 2025 года", None, 1, 2025), ("1 мая", 1, 5, None)]),
        ("en", "on 20 April; since January 2025", [("20 April", 20, 4, None), ("January 2025", None, 1, 2025)]),
        ("fr", "janvier–mars 2026", [("mars 2026", None, 3, 2026)]),
        ("en", "in 2026 they marched", []),
        ("kk", "төтенше 2026-03-06/7", [("2026-03-06", 6, 3, 2026)]),
    ],
)
def test_dates_in_running_text(language: str, text: str, found: list[tuple[str, int | None, int, int | None]]) -> None:
    spans = find_dates(text, language)
    assert [(text[span.start : span.end], span.day, span.month, span.year) for span in spans] == found


def test_the_weekday_is_what_the_text_says() -> None:
    (span,) = find_dates("2026 жылғы 6 наурыз, сенбі", "kk")
    assert (span.weekday, span.date) == (5, FRIDAY)


def test_times() -> None:
    text = "10:00–16:30, 9.15, 10 h, 16 h 30, 24:00, 132:400"
    assert [(text[start:end], time) for start, end, time in find_times(text)] == [
        ("10:00", dt.time(10)),
        ("16:30", dt.time(16, 30)),
        ("9.15", dt.time(9, 15)),
        ("10 h", dt.time(10)),
        ("16 h 30", dt.time(16, 30)),
        ("24:00", dt.time(0)),
    ]


@pytest.mark.parametrize(("language", "shown"), [("en", "16:30"), ("kk", "16:30"), ("fr", "16\u00a0h\u00a030")])
def test_time_in_the_house_form(language: str, shown: str) -> None:
    assert format_time(dt.time(16, 30), language) == shown


def test_full_hours_in_french_have_no_minutes() -> None:
    assert format_time(dt.time(9), "fr") == "9\u00a0h"


def test_weekdays_in_running_text() -> None:
    assert [weekday_name(FRIDAY, language) for language in (*HOUSE, "ar")] == [
        *("Friday", "vendredi", "пятница", "жұма", "Friday"),
    ]
