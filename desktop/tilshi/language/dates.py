"""Dates and times in the house form of each language, and read from the forms people write.

CLDR does not help here: its long Kazakh date is «2026 ж. 6 наурыз» where the house prints «2026 жылғы 6 наурыз».
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tilshi.language.calendars import calendar, numeric_patterns
from tilshi.language.tags import primary
from tilshi.language.typography import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text, from `start` to `end` in code points; parts the writer left out are None.

    `weekday` is what the text says (0 for Monday), right or wrong.
    """

    start: int
    end: int
    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The day in the calendar, where day and year are given and there is such a day."""
        if self.day is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


def format_date(date: dt.date, language: str, *, weekday: bool = False) -> str:
    """The date in the house form, with the name of the day on request; ISO 8601 where the language has no form."""
    words = calendar(language)
    if words is None:
        return date.isoformat()
    month, day = words.months[date.month - 1], words.weekdays[date.weekday()]
    match primary(language):
        case "kk":
            shown = f"{date.year} жылғы {date.day} {month}"
            return f"{shown}, {day}" if weekday else shown
        case "ru":
            shown = f"{date.day} {month} {date.year} года"
            return f"{day}, {shown}" if weekday else shown
        case "fr":
            shown = f"{'1er' if date.day == 1 else date.day} {month} {date.year}"
            return f"{day} {shown}" if weekday else shown
        case _:
            shown = f"{date.day} {month} {date.year}"
            return f"{day}, {shown}" if weekday else shown


def format_time(time: dt.time, language: str) -> str:
    """The time of day in 24 hours: `16:30`, in French `16 h 30` and `10 h` with no-break spaces."""
    if primary(language) != "fr":
        return f"{time.hour:02}:{time.minute:02}"
    hour = f"{time.hour}{NO_BREAK_SPACE}h"
    return f"{hour}{NO_BREAK_SPACE}{time.minute:02}" if time.minute else hour


def weekday_name(date: dt.date, language: str) -> str:
    """The day of the week as the language writes it in running text; English where this house has no names."""
    words = calendar(language) or calendar("en")
    assert words is not None
    return words.weekdays[date.weekday()]


def parse_date(text: str, language: str) -> dt.date | None:
    """The date that is all of the text (white space and a closing stop aside), else None."""
    trimmed = text.strip()
    for span in find_dates(trimmed, language):
        if span.start == 0 and trimmed[span.end :] in {"", "."}:
            return span.date
    return None


def find_dates(text: str, language: str) -> tuple[DateSpan, ...]:
    """Every date in the text, in order; where two readings overlap, the one that starts first and then the longer.

    A month with a year or a day is a date; a month alone is not.
    """
    if not _DIGIT.search(text):
        return ()
    found = sorted(_readings(text, language), key=lambda span: (span.start, -span.end))
    kept: list[DateSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


_DIGIT = re.compile(r"\d")
_FIGURES = re.compile(r"\d[./-]\s?\d")
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)|\s?h(?:\s?(?P<french>[0-5]\d))?)(?![\d:])"
)


def find_times(text: str) -> tuple[tuple[int, int, dt.time], ...]:
    """Every time of day in the text: start, end, time. `10:00`, `10.30` and French `16 h 30`; 24:00 is midnight."""
    return tuple(
        (match.start(), match.end(), dt.time(int(match["hour"]) % 24, int(match["minute"] or match["french"] or 0)))
        for match in _TIME.finditer(text)
    )


def _readings(text: str, language: str) -> Iterator[DateSpan]:
    for pattern in numeric_patterns(language) if _FIGURES.search(text) else ():
        yield from _matches(pattern, text, int, _no_weekday)
    words = calendar(language)
    if words and words.may_name_month(text.lower()):
        for pattern in words.patterns:
            yield from _matches(pattern, text, words.month_number, words.weekday_number)


def _matches(
    pattern: re.Pattern[str], text: str, month: Callable[[str], int], weekday: Callable[[str], int]
) -> Iterator[DateSpan]:
    for match in pattern.finditer(text):
        parts = match.groupdict()
        named = parts.get("weekday")
        span = DateSpan(
            match.start(),
            match.end(),
            month(match["month"]),
            _number(parts.get("day")),
            _number(parts.get("year")),
            weekday(named) if named else None,
        )
        if 1 <= span.month <= 12 and (span.day is None or 1 <= span.day <= 31):
            yield span


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _no_weekday(word: str) -> int:
    raise ValueError(word)
