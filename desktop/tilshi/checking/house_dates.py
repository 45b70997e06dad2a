"""A rule over the form of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.quantities import dates, has_digit
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.calendars import Calendar, calendar
from tilshi.language.dates import DateSpan, format_date
from tilshi.language.tags import primary


def date_form(read: Passage) -> Iterator[Spot]:
    """A date that is not in the house form of its language.

    6 March 2026, 1er mars 2026, 6 марта 2026 года, 2026 жылғы 6 наурыз. Table cells may hold dates in figures.
    """
    words = calendar(read.language)
    if words is None or read.role in ADDRESSES:
        return
    for date in read.parsed(dates):
        written = read.prose[date.start : date.end]
        if read.is_table and (not _LETTER.search(written) or primary(read.language) == "ru"):
            continue
        right = _house_form(written, date, words, read.language)
        if right and _plain(right) != _plain(written):
            right = _bound(right, written)
            said = message(N_("The house writes this date as “{right}”."), right=right)
            after = read.prose[date.end : date.end + 1]
            fixes = () if after == "-" else (Fix(date.start, date.end, right, safe=True),)
            yield Spot(date.start, date.end, said, fixes)


def _house_form(written: str, date: DateSpan, words: Calendar, language: str) -> str:
    """The date as the house writes it, its month in the case it stands in; empty where that cannot be told."""
    if not _LETTER.search(written):
        return format_date(date.date, language) if date.date else ""
    month = next((word for word in _WORD.findall(written) if _names(word, date.month, words)), "")
    if not month:
        return ""
    shape = {"en": _english, "fr": _french, "ru": _russian, "kk": _kazakh}.get(primary(language))
    return shape(written, date, month, words) if shape else ""


def _english(written: str, date: DateSpan, month: str, words: Calendar) -> str:
    name = words.months[date.month - 1] if len(month) < 5 else month.capitalize()
    return _with_weekday(written, date, " ".join(_parts(date.day, name, date.year)), words, first=True)


def _french(written: str, date: DateSpan, month: str, words: Calendar) -> str:
    day = "1er" if date.day == 1 else date.day
    name = words.months[date.month - 1] if month.endswith(".") else month.lower()
    article = "le " if written.lower().startswith("le ") else ""
    shown = " ".join(_parts(day, name, date.year))
    if date.weekday is not None:
        comma = "," if _WEEKDAY_COMMA.search(written) else ""
        shown = f"{_weekday_as_written(written, date, words)}{comma} {shown}"
    return f"{written[0]}{article[1:]}{shown}" if article else shown


def _russian(written: str, date: DateSpan, month: str, words: Calendar) -> str:
    name = month.lower()
    if _ABBREVIATED.fullmatch(name):
        name = words.months[date.month - 1]
    year = ""
    if date.year is not None:
        ending = _RUSSIAN_YEAR.search(written)
        year = f"{date.year} {ending[0] if ending else 'года'}"
    return _with_weekday(written, date, " ".join(_parts(date.day, name, year or None)), words, first=True)


def _kazakh(written: str, date: DateSpan, month: str, words: Calendar) -> str:
    ending = _KAZAKH_YEAR.search(written)
    year = f"{date.year} {ending[0].lower() if ending and ending[0] not in _SHORT_YEAR else 'жылғы'}"
    if date.year is not None and not written.startswith(str(date.year)):
        year = f"{date.year} жылғы"
    if date.year is None:
        return _with_weekday(written, date, " ".join(_parts(date.day, month.lower())), words, first=False)
    shown = " ".join(_parts(year, date.day, month.lower()))
    return shown if date.weekday is None else f"{shown}, {_weekday_as_written(written, date, words)}"


def _parts(*parts: object) -> tuple[str, ...]:
    return tuple(str(part) for part in parts if part is not None)


def _with_weekday(written: str, date: DateSpan, shown: str, words: Calendar, *, first: bool) -> str:
    """With the day of the week where the writer put it."""
    if date.weekday is None:
        return shown
    name = _weekday_as_written(written, date, words)
    leading = written.lower().startswith(name.lower())
    comma = "," if _COMMA.search(written) else ""
    if leading or first:
        gap = f"{comma} " if leading else ", "
        return f"{name}{gap}{shown}"
    return f"{shown}, {name}"


def _weekday_as_written(written: str, date: DateSpan, words: Calendar) -> str:
    pattern = words.weekday_patterns[date.weekday or 0]
    found = re.search(rf"(?<!\w)(?:{pattern}){words.endings}(?:\s+күні)?(?!\w)", written, re.IGNORECASE)
    return found[0] if found else words.weekdays[date.weekday or 0]


def _names(word: str, month: int, words: Calendar) -> bool:
    return re.fullmatch(f"(?:{words.month_patterns[month - 1]}){words.endings}", word, re.IGNORECASE) is not None


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text)


def _bound(right: str, written: str) -> str:
    """With a no-break space between day and month where the writer had one."""
    return _DAY_MONTH.sub("\\1\u00a0\\2", right, count=1) if "\u00a0" in written or "\u202f" in written else right


_LETTER: Final = Pattern(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W\d_]+\.?")
_COMMA: Final = Pattern(r"[^\W\d_],\s")
_WEEKDAY_COMMA: Final = Pattern(r"di,\s|dimanche,\s")
_SPACES: Final = re.compile("[\\s\u00a0\u202f]+")
_DAY_MONTH: Final = re.compile(r"(?<!\d)(\d{1,2}(?:er)?) ([^\W\d_]+)")
_ABBREVIATED: Final = Pattern(r"[^\W\d_]{3,5}\.|янв|февр?|мар|апр|июн|июл|авг|сент?|окт|ноя|нояб|дек")
_RUSSIAN_YEAR: Final = Pattern(r"(?<=\s)(?:года|году|год|годом)\b")
_KAZAKH_YEAR: Final = Pattern(r"жылғы|жылдың|жылы|жыл|ж\.")
_SHORT_YEAR: Final = frozenset({"ж.", "жыл"})

DATE_FORM: Final = TextRule(
    "date.form",
    Severity.WARNING,
    N_("A date that is not in the house form of its language"),
    date_form,
    Hint(has_digit),
)
