"""Rules over dates that compare a translation with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from tilshi.checking.findings import Fix, Message, Severity, Side, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.moments import Named, bare_months, bare_weekdays, names_month, names_weekday
from tilshi.checking.passages import Passage
from tilshi.checking.quantities import Sort, are_paragraphs, dates, has_digit, quantities
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.calendars import calendar
from tilshi.language.dates import DateSpan, weekday_name
from tilshi.language.tags import primary


def date_value(source: Passage, target: Passage) -> Iterator[Spot]:
    """A date that differs from the source's.

    Day, month and year are compared as values, each wherever it stands: 6–8 March 2026, 2026 жылғы 6–8 наурыз. A year
    that the translation adds is no finding, one that it leaves out is.
    """
    if not target.text.string.strip() or not are_paragraphs(source, target):
        return
    if not source.parsed(dates) and not target.parsed(dates) and not target.parsed(bare_months):
        return
    said, written = source.parsed(_facts), target.parsed(_facts)
    lost = [date for date in source.parsed(dates) if not written.tell(date)]
    added = [date for date in target.parsed(dates) if not said.tell(date, year=bool(lost))]
    for expected, other in zip_longest(lost, added):
        found = _nearest(expected, target.parsed(dates), said) if expected and not other else other
        if expected and found:
            yield _differs(source, expected, target, found)
        elif expected:
            said_so = message(_LOST, expected=_shown(source, expected))
            yield Spot(expected.start, expected.end, said_so, side=Side.SOURCE)
        elif found:
            yield Spot(found.start, found.end, message(_ADDED, found=_shown(target, found)), side=Side.TARGET)
    if not lost and not added:
        yield from _other_months(source, said, target, written)


def date_weekday(source: Passage, target: Passage) -> Iterator[Spot]:
    """A day of the week that is not the date's, or not the source's."""
    for date in target.parsed(dates):
        if date.weekday is not None and date.date and date.date.weekday() != date.weekday:
            yield from _wrong_weekday(target, date)
    if source is target:
        return
    said, written = source.parsed(_weekdays), target.parsed(_weekdays)
    lost = [day for day in said if day.certain and day.number not in {other.number for other in written}]
    added = [day for day in written if day.certain and day.number not in {other.number for other in said}]
    for expected, found in zip(lost, added, strict=False):
        name = _shown(source, expected)
        yield _contradiction(name, target, found, _weekday_fixes(expected.number, target, found), expected)


_DIFFERS: Final = N_("The source says {expected}, the translation {found}.")
_LOST: Final = N_("{expected} of the source is not in the translation.")
_ADDED: Final = N_("{found} of the translation is not in the source.")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a text says of dates: days with their month, and months, years and free numbers on their own."""

    days: frozenset[tuple[int, int]]
    months: frozenset[int]
    years: frozenset[int]
    free: frozenset[int]

    def tell(self, date: DateSpan, *, year: bool = True) -> bool:
        """Whether day, month and year of a date are among them."""
        month = date.month in self.months
        day = date.day is None or (date.day, date.month) in self.days or (month and date.day in self.free)
        return month and day and (not year or date.year is None or date.year in self.years | self.free)


def _facts(read: Passage) -> _Facts:
    found = read.parsed(dates)
    free = (
        int(value)
        for quantity in read.parsed(quantities)
        if quantity.sort is not Sort.DATE
        for _kind, value in (*quantity.readings, *quantity.parts)
        if isinstance(value, Decimal) and value == value.to_integral_value()
    )
    return _Facts(
        frozenset((date.day, date.month) for date in found if date.day),
        frozenset((*(date.month for date in found), *(month.number for month in read.parsed(bare_months)))),
        frozenset(date.year for date in found if date.year),
        frozenset(free),
    )


def _nearest(expected: DateSpan, those: tuple[DateSpan, ...], said: _Facts) -> DateSpan | None:
    """The date of the translation that stands for one of the source although a part of it is missing or wrong."""
    same_day = (date for date in those if (date.day, date.month) == (expected.day, expected.month))
    same_month = (date for date in those if date.month == expected.month and (date.day, date.month) not in said.days)
    return next(same_day, next(same_month, None))


def _differs(source: Passage, expected: DateSpan, target: Passage, found: DateSpan) -> Spot:
    return _contradiction(_shown(source, expected), target, found, _date_fixes(expected, target, found), expected)


def _contradiction(
    expected: str, target: Passage, found: DateSpan | Named, fixes: tuple[Fix, ...], evidence: DateSpan | Named
) -> Spot:
    said: Message = message(_DIFFERS, expected=expected, found=_shown(target, found))
    return Spot(found.start, found.end, said, fixes, Side.TARGET, evidence=(evidence.start, evidence.end))


def _date_fixes(expected: DateSpan, target: Passage, found: DateSpan) -> tuple[Fix, ...]:
    """Another day or year in place of the wrong one; another month only where its name is not inflected."""
    words = calendar(target.language)
    written = _shown(target, found)
    if words is None or (expected.day is None) != (found.day is None):
        return ()
    changed = written
    if expected.month != found.month:
        old, new = words.months[found.month - 1], words.months[expected.month - 1]
        tail = changed.partition(old)[2]
        if old not in changed or tail[:1].isalpha():
            return ()
        changed = changed.replace(old, new)
    for wrong, right in ((found.day, expected.day), (found.year, expected.year)):
        if wrong is None or right is None or wrong == right:
            continue
        if changed.count(str(wrong)) != 1:
            return ()
        changed = changed.replace(str(wrong), str(right))
    return (Fix(found.start, found.end, changed),) if changed != written else ()


def _other_months(source: Passage, said: _Facts, target: Passage, written: _Facts) -> Iterator[Spot]:
    """Months without a day or year: reported where each side names one that the other does not."""
    lost = [month for month in source.parsed(bare_months) if month.number not in written.months]
    added = [month for month in target.parsed(bare_months) if month.number not in said.months]
    for expected, found in zip(lost, added, strict=False):
        if not (expected.certain or found.certain):
            continue
        words = calendar(target.language)
        plain = words is not None and _shown(target, found) == words.months[found.number - 1]
        fixes = (Fix(found.start, found.end, words.months[expected.number - 1]),) if words and plain else ()
        yield _contradiction(_shown(source, expected), target, found, fixes, expected)


def _weekdays(read: Passage) -> tuple[Named, ...]:
    """Every day of the week that a text names, within dates and without."""
    dated = (
        Named(date.start, date.end, date.weekday, certain=True)
        for date in read.parsed(dates)
        if date.weekday is not None
    )
    return (*dated, *read.parsed(bare_weekdays))


def _wrong_weekday(target: Passage, date: DateSpan) -> Iterator[Spot]:
    day = date.date
    words = calendar(target.language)
    if day is None or words is None or date.weekday is None:
        return
    right = weekday_name(day, target.language)
    said = message(N_("{date} is a {right}."), date=_shown(target, date), right=right)
    yield Spot(date.start, date.end, said, _weekday_fixes(day.weekday(), target, date), Side.TARGET)


def _weekday_fixes(right: int, target: Passage, found: DateSpan | Named) -> tuple[Fix, ...]:
    """The right name, where the wrong one stands as in a dictionary."""
    words = calendar(target.language)
    wrong = found.number if isinstance(found, Named) else found.weekday
    written = _shown(target, found)
    if words is None or wrong is None:
        return ()
    at = written.casefold().find(words.weekdays[wrong].casefold())
    end = at + len(words.weekdays[wrong])
    if at < 0 or written[end : end + 1].isalpha():
        return ()
    name = words.weekdays[right]
    shown = name if written[at].islower() or primary(target.language) == "en" else name[0].upper() + name[1:]
    return (Fix(found.start + at, found.start + end, shown),)


def _shown(read: Passage, span: DateSpan | Named) -> str:
    return read.text.string[span.start : span.end]


def _may_date(piece: str, language: str) -> object:
    return has_digit(piece, language) or names_month(piece, language)


def _may_name_day(piece: str, language: str) -> object:
    return has_digit(piece, language) or names_weekday(piece, language)


DATE_VALUE: Final = PairRule(
    "date.value",
    Severity.ERROR,
    N_("A date that differs from the source's"),
    date_value,
    hint=Hint(_may_date).in_either,
)
DATE_WEEKDAY: Final = PairRule(
    "date.weekday",
    Severity.ERROR,
    N_("A day of the week that is not the date's, or not the source's"),
    date_weekday,
    alone=True,
    hint=Hint(_may_name_day).in_either,
)
