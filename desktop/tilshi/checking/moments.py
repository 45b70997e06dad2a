"""The months and days of the week that a text names, with or without a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tilshi.checking.passages import Passage
from tilshi.checking.quantities import dates
from tilshi.language.calendars import calendar
from tilshi.language.tags import primary

_AMBIGUOUS_MONTHS: Final = {
    "en": frozenset({3, 5}),  # to march, may
    "fr": frozenset({3}),  # Mars
    "kk": frozenset({6, 10}),  # season, cauldron
}
_AMBIGUOUS_DAYS: Final = {"ru": frozenset({2})}
"""окружающая среда: the environment."""

_SHORT_NAMES: Final = frozenset(
    {
        *("may", "june", "july", "mai", "mars", "juin", "août", "aout", "жұма"),
        *("май", "мая", "маю", "мае", "март", "июнь", "июня", "июню", "июне", "июль", "июля", "июлю", "июле"),
    }
)
"""Full names as short as an abbreviation; those (Mar, Sat, мар) are too often other words."""


@dataclass(frozen=True, slots=True)
class Named:
    """A month (1 to 12) or a day of the week (0 for Monday) that stands without a date, `start` to `end`."""

    start: int
    end: int
    number: int
    certain: bool


def bare_months(read: Passage) -> tuple[Named, ...]:
    """The months named outside of dates; not `certain` where the word has another meaning."""
    words = calendar(read.language)
    if words is None or not words.may_name_month(read.prose.lower()):
        return ()
    ambiguous = _AMBIGUOUS_MONTHS.get(primary(read.language), frozenset())
    return tuple(_outside_dates(read, _month_words(primary(read.language)), 1, ambiguous))


def bare_weekdays(read: Passage) -> tuple[Named, ...]:
    """The days of the week named outside of dates."""
    words = calendar(read.language)
    if words is None or not words.may_name_weekday(read.prose.lower()):
        return ()
    ambiguous = _AMBIGUOUS_DAYS.get(primary(read.language), frozenset())
    return tuple(_outside_dates(read, _weekday_words(primary(read.language)), 0, ambiguous))


def names_month(piece: str, language: str) -> bool:
    """Whether a piece of text may name a month, so that it needs no date to be understood."""
    return _names_any(_month_words(language), piece, language)


def names_weekday(piece: str, language: str) -> bool:
    """Whether a piece of text may name a day of the week."""
    return _names_any(_weekday_words(language), piece, language)


def _names_any(words: re.Pattern[str] | None, piece: str, language: str) -> bool:
    return words is not None and any(_is_name(found[0], language) for found in words.finditer(piece))


def _is_name(word: str, language: str) -> bool:
    """Whether a word is no abbreviation, nor in English the verb “may”."""
    full = len(word) > 4 or word.lower() in _SHORT_NAMES
    return full and (word[0].isupper() or language != "en")


def _outside_dates(
    read: Passage, words: re.Pattern[str] | None, first: int, ambiguous: frozenset[int]
) -> Iterator[Named]:
    if words is None:
        return
    language = primary(read.language)
    spans = [(date.start, date.end) for date in read.parsed(dates)]
    for found in words.finditer(read.prose):
        inside = any(start <= found.start() < end for start, end in spans)
        if _is_name(found[0], language) and not inside and found.lastgroup:
            number = int(found.lastgroup[1:]) + first
            yield Named(found.start(), found.end(), number, number not in ambiguous)


@cache
def _month_words(language: str) -> re.Pattern[str] | None:
    words = calendar(language)
    return _any_of(words.month_patterns, words.endings) if words else None


@cache
def _weekday_words(language: str) -> re.Pattern[str] | None:
    words = calendar(language)
    return _any_of(words.weekday_patterns, words.endings) if words else None


def _any_of(patterns: tuple[str, ...], endings: str) -> re.Pattern[str]:
    """One group a name."""
    groups = (f"(?P<n{at}>{pattern})" for at, pattern in enumerate(patterns))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)}){endings}(?!\w)", re.IGNORECASE)
