"""Another date in the place and the shape of one: the words around day, month and year stay as they are."""

from __future__ import annotations

import re
from typing import Final

from tilshi.language.calendars import calendar, numeric_patterns
from tilshi.language.kazakh import analyse, write
from tilshi.language.kazakh.numerals import ending_after
from tilshi.language.tags import primary
from tilshi.memory.ordinals import english_suffix
from tilshi.memory.values import Day, Value

_AFTER_DAY: Final = re.compile(r"-?[^\W\d_]+")


def rewritten(text: str, hit: Value, new: Day, language: str) -> str | None:
    """The date of `hit` as another day; None if the shape says what is not known, or an ending cannot be carried over.

    Names of months and days keep their case («наурызда» → «сәуірде», марте → апреле) and their capital.
    """
    match = _shape(text, hit, language)
    if match is None:
        return None
    pieces: list[tuple[int, int, str]] = []
    for name in ("day", "month", "year", "weekday"):
        if name in match.re.groupindex and match[name]:
            start, end = match.span(name)
            if name == "day":
                piece, end = _day(match, hit, new, language), _day_end(match)
            else:
                piece = _piece(name, match, hit, new, language)
            if piece is None:
                return None
            pieces.append((start, end, piece))
    result: list[str] = []
    at = hit.start
    for start, end, piece in sorted(pieces):
        result += (text[at:start], piece)
        at = end
    return "".join((*result, text[at : hit.end]))


def _shape(text: str, hit: Value, language: str) -> re.Match[str] | None:
    words = calendar(language)
    for pattern in (*numeric_patterns(language), *(words.patterns if words else ())):
        match = pattern.match(text, hit.start)
        if match and match.end() == hit.end:
            return match
    return None


def _day_end(match: re.Match[str]) -> int:
    """The end of the day with what hangs on it: 1er, 6th, 6-шы."""
    hanging = _AFTER_DAY.match(match.string, match.end("day"), match.end())
    if hanging and not match.start("month") <= hanging.end() - 1 < match.end("month"):
        return hanging.end()
    return match.end("day")


def _day(match: re.Match[str], hit: Value, new: Day, language: str) -> str | None:
    if new.day is None:
        return None
    digits = f"{new.day:02}" if match["day"].startswith("0") else str(new.day)
    hanging = match.string[match.end("day") : _day_end(match)]
    match primary(language):
        case "fr" if not _is_numeric(match):
            return f"{new.day}er" if new.day == 1 else str(new.day)
        case "en" if hanging:
            return f"{digits}{english_suffix(new.day)}"
        case "kk" if hanging:
            assert isinstance(hit.meaning, Day)
            ending = ending_after(new.day, hanging.removeprefix("-"), hit.meaning.day or 0)
            return f"{digits}{'-' if hanging.startswith('-') else ''}{ending}" if ending else None
    return digits + hanging


def _is_numeric(match: re.Match[str]) -> bool:
    """Whether a date is written in figures alone."""
    return match["month"].isdecimal()


def _piece(name: str, match: re.Match[str], hit: Value, new: Day, language: str) -> str | None:
    word, old = match[name], hit.meaning
    words = calendar(language)
    assert isinstance(old, Day)
    if name == "year":
        return str(new.year) if new.year is not None else None
    if name == "month":
        if word.isdecimal():
            return f"{new.month:0{len(word)}}" if word.startswith("0") or len(word) == 2 else str(new.month)
        return _named(word, words.months, old.month - 1, new.month - 1, language) if words else None
    weekday = new.known_weekday
    if weekday is None or words is None or old.weekday is None:
        return None
    return _named(word, words.weekdays, old.weekday, weekday, language)


def _named(word: str, names: tuple[str, ...], old: int, new: int, language: str) -> str | None:
    """The name of another month or day of the week in the form that `word` is of the old one."""
    if old == new:
        return word
    if word.lower() == names[old].lower():
        found: str | None = names[new]
    elif primary(language) == "kk":
        found = _kazakh(word, names[old], names[new])
    elif primary(language) == "ru":
        found = _russian(word, names[new])
    else:
        found = None
    if found and word[0].isupper() and not found[0].isupper():
        found = found[0].upper() + found[1:]
    return found


def _kazakh(word: str, old: str, new: str) -> str | None:
    readings = analyse(old, word)
    try:
        return write(new, readings[0]) if readings else None
    except ValueError:
        return None


def _russian(word: str, new: str) -> str | None:
    from tilshi.language import russian  # loads a dictionary that few dates need

    case, number = russian.case_of(word)
    return russian.inflect(new, case, number)
