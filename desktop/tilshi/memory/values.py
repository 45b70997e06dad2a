"""Numbers, dates and times in a text: what a translation has to say in figures too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from tilshi.language.dates import DateSpan, find_dates, find_times
from tilshi.language.numbers import find_numbers, number_form


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as the text says it."""

    month: int
    day: int | None
    year: int | None
    weekday: int | None

    def may_be(self, other: Day) -> bool:
        """Whether both can be the same date: what one leaves out is no difference."""
        same_day = (self.month, self.day) == (other.month, other.day)
        return same_day and (self.year is None or other.year is None or self.year == other.year)

    @property
    def known_weekday(self) -> int | None:
        """The day of the week, said or calculated; 0 is Monday."""
        if self.weekday is not None or self.day is None or self.year is None:
            return self.weekday
        try:
            return dt.date(self.year, self.month, self.day).weekday()
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `written` is what stands in the text, without the word that scales it."""

    value: Decimal
    written: str
    scaled: bool

    @property
    def is_plain(self) -> bool:
        """Whether it has four figures or more and they are not in groups, as in a year."""
        return self.written.isdecimal() and len(self.written) > 3


Meaning: TypeAlias = Day | Number | dt.time


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a text from `start` to `end` (code points); of a number its figures only."""

    start: int
    end: int
    meaning: Meaning

    def same(self, other: Value) -> bool:
        """Whether both mean the same, however they are written."""
        match self.meaning, other.meaning:
            case Day() as one, Day() as another:
                return one.may_be(another)
            case Number() as one, Number() as another:
                return one.value == another.value
        return self.meaning == other.meaning


def values(text: str, language: str) -> tuple[Value, ...]:
    """The dates, times and numbers of a text, in order, none within another."""
    found: list[Value] = []
    for value in (*_dates(text, language), *_times(text), *_numbers(text, language)):
        if not any(value.start < other.end and other.start < value.end for other in found):
            found.append(value)
    return tuple(sorted(found, key=lambda value: value.start))


def _dates(text: str, language: str) -> Iterator[Value]:
    for span in find_dates(text, language):
        yield Value(span.start, span.end, day_of(span))


def day_of(span: DateSpan) -> Day:
    """The date of a span."""
    return Day(span.month, span.day, span.year, span.weekday)


def _times(text: str) -> Iterator[Value]:
    for start, end, time in find_times(text):
        # With a point it could as well be a number: 3.45.
        if "." not in text[start:end]:
            yield Value(start, end, time)


def _numbers(text: str, language: str) -> Iterator[Value]:
    pattern = number_form(language).pattern
    for span in find_numbers(text, language):
        match = pattern.match(text, span.start)
        assert match is not None
        end = match.end("decimals") if match["decimals"] else match.end("whole")
        written = text[span.start : end]
        yield Value(span.start, end, Number(span.value, written, match["scale"] is not None))
