"""A source text on its way into another language: dates, numbers, times and quotation marks in the form of that one.

The words stay as they are; what is said in figures is right from the beginning.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tilshi.language.addresses import links
from tilshi.language.calendars import calendar
from tilshi.language.dates import DateSpan, find_dates, find_times, format_date, format_time
from tilshi.language.numbers import number_form
from tilshi.language.tags import primary
from tilshi.language.typing import TypingStyle, typing_style
from tilshi.language.typography import NO_BREAK_SPACE, Quotes, punctuation


@dataclass(frozen=True, slots=True, order=True)
class Replacement:
    """What is to stand from `start` to `end` (code points of the source) instead."""

    start: int
    end: int
    text: str


def replacements(
    text: str,
    source_language: str,
    target_language: str,
    *,
    style: TypingStyle | None = None,
    protected: Sequence[tuple[int, int]] = (),
) -> tuple[Replacement, ...]:
    """What a text of one language needs to look like one of the other, in order, none within another.

    Dates with the names of months («6 March 2026»: «2026 жылғы 6 наурыз»), times, numbers with groups or decimals,
    per cent, and quotation marks in pairs. Addresses, telephone numbers and `protected` spans stay; so do plain figures
    of any length, which may be years or codes. `style` is what the house prints, by default what the language does.
    """
    if primary(source_language) == primary(target_language):
        return ()
    house = style or typing_style(target_language)
    languages = (source_language, target_language)
    taken = [*protected, *((each.start, each.end) for each in links(text)), *(m.span() for m in _PHONE.finditer(text))]
    made: list[Replacement] = []
    for found in (
        *_dates(text, *languages),
        *_times(text, *languages),
        *_percents(text, *languages, house),
        *_numbers(text, *languages),
        *_quotes(text, source_language, house),
    ):
        if not any(found.start < end and start < found.end for start, end in taken):
            taken.append((found.start, found.end))
            made.append(found)
    return tuple(sorted(one for one in made if text[one.start : one.end] != one.text))


def converted(text: str, source_language: str, target_language: str) -> str:
    """The text with all `replacements` made."""
    for one in reversed(replacements(text, source_language, target_language)):
        text = text[: one.start] + one.text + text[one.end :]
    return text


_PHONE: Final = re.compile(r"\+\s?\d[\d\s().-]{5,}\d")
_SPACE: Final = "[ \u00a0\u202f\u2009]"
_HALF_DAY: Final = re.compile(
    rf"(?<![\w:.])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?{_SPACE}?(?P<half>[ap])\.?m(?:\.|\b)",
    re.IGNORECASE,
)
_PER_CENT: Final = re.compile(rf"{_SPACE}?%")
_NAMED_BEFORE: Final = re.compile(r"(?:№|\bNo\.?|[A-Za-z]-)\s?$")
_RUSSIAN_MONTHS: Final = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
"""As they are called without a day."""


def _dates(text: str, source: str, target: str) -> Iterator[Replacement]:
    words = calendar(target)
    for span in find_dates(text, source) if words else ():
        written = _date(span, target)
        # What is not put into figures and names again stays, and no number in it is taken for one.
        yield Replacement(span.start, span.end, written or text[span.start : span.end])


def _date(span: DateSpan, language: str) -> str | None:
    if span.date is not None:
        return format_date(span.date, language, weekday=span.weekday is not None)
    words = calendar(language)
    if words is None or span.weekday is not None or (span.day is not None and span.year is not None):
        return None
    month = words.months[span.month - 1]
    code = primary(language)
    if span.day is not None:
        return f"{'1er' if span.day == 1 and code == 'fr' else span.day} {month}"
    match code:
        case "kk":
            return f"{span.year} жылғы {month}"
        case "ru":
            return f"{_RUSSIAN_MONTHS[span.month - 1]} {span.year} года"
        case _:
            return f"{month} {span.year}"


def _times(text: str, _source: str, target: str) -> Iterator[Replacement]:
    for match in _HALF_DAY.finditer(text):
        hour = int(match["hour"]) % 12 + 12 * (match["half"].lower() == "p")
        yield Replacement(match.start(), match.end(), format_time(dt.time(hour, int(match["minute"] or 0)), target))
    for start, end, time in find_times(text):
        if "." not in text[start:end]:  # it could as well be a number: 3.45
            yield Replacement(start, end, format_time(time, target))


def _percents(text: str, source: str, target: str, style: TypingStyle) -> Iterator[Replacement]:
    for start, end, written in _figures(text, source, target):
        if (sign := _PER_CENT.match(text, end)) is not None:
            yield Replacement(start, sign.end(), f"{written}{style.percent_space}%")


def _numbers(text: str, source: str, target: str) -> Iterator[Replacement]:
    yield from (Replacement(*found) for found in _figures(text, source, target))


def _figures(text: str, source: str, target: str) -> Iterator[tuple[int, int, str]]:
    """The figures of each number that has groups or decimals, or none of both, and how they are written there."""
    form = number_form(source)
    for match in form.pattern.finditer(text):
        end = match.end("decimals") if match["decimals"] else match.end("whole")
        follows = text[end : end + 2]
        if (
            follows[:1].isalpha()
            or follows[:1] in {"-", "/"}
            or (follows[:1] in {".", ","} and follows[1:].isdecimal())
        ):
            continue
        if not _NAMED_BEFORE.search(text, max(0, match.start() - 5), match.start()):
            yield match.start(), end, _figure(match["whole"], match["decimals"], target)


def _figure(whole: str, decimals: str | None, language: str) -> str:
    """Groups stay groups, and as many decimals as there are: 1.50 is not 1.5."""
    form = number_form(language)
    digits = re.sub(r"\D", "", whole)
    grouped = f"{Decimal(digits):,}".replace(",", form.group) if digits != whole else whole
    return f"{grouped}{form.point}{decimals}" if decimals else grouped


def _quotes(text: str, source: str, style: TypingStyle) -> Iterator[Replacement]:
    """Outer quotation marks in pairs, and the inner ones within them; what is not closed stays."""
    marks = punctuation(source)
    for pair, wanted in ((marks.quotes, style.quotes), (marks.inner_quotes, style.inner_quotes)):
        if pair.opening.strip() != "‘":  # its end cannot be told from an apostrophe
            yield from _pairs(text, pair, wanted)


def _pairs(text: str, pair: Quotes, wanted: Quotes) -> Iterator[Replacement]:
    opening, closing = pair.opening.strip(), pair.closing.strip()
    opened: list[re.Match[str]] = []
    for mark in re.finditer(
        rf"{opening}{_SPACE}?|{_SPACE}?{closing}" if NO_BREAK_SPACE in pair.opening else f"[{opening}{closing}]", text
    ):
        if mark[0].strip() == opening:
            opened.append(mark)
        elif opened:
            first = opened.pop()
            yield Replacement(*first.span(), wanted.opening)
            yield Replacement(*mark.span(), wanted.closing)
        if "\n" in text[mark.end() : mark.end() + 1]:
            opened.clear()
