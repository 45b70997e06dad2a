"""The figures of a text as values, with every reading they may have in any of our languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from tilshi.checking.passages import MASK, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.wording import LONGEST_PROSE
from tilshi.language.dates import DateSpan, find_dates
from tilshi.language.fractions import find_fractions, holds_fraction
from tilshi.language.number_words import find_spelled, holds_spelled
from tilshi.language.numbers import number_form
from tilshi.language.tags import primary
from tilshi.language.units import unit_after

Value: TypeAlias = tuple[str, Decimal | str]
"""A kind ("number", "time" in minutes, "rough" for an order of magnitude, "other") and what of it."""

_SPACE: Final = "[ \u00a0\u202f\u2009]"
_GROUP: Final = "[ \u00a0\u202f\u2009'’]"
_NUMERAL: Final = Pattern(
    rf"(?P<digits>\d(?<!\w\d)\d{{0,2}}(?:{_GROUP}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d(?<!\w\d)\d*(?:[.,]\d+)*)"
)
_DIGIT: Final = Pattern(r"\d")
_SUFFIX: Final = Pattern(r"-?[^\W\d_]{1,5}")
_CLOCK: Final = Pattern(
    rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?=[:.h\s\u00a0\u202fap])"
    rf"(?:(?P<point>[:.])(?P<minute>[0-5]\d)(?![.,:]?\d)|{_SPACE}?h(?:{_SPACE}?(?P<french>[0-5]\d))?(?!\w)"
    rf"|(?={_SPACE}?[ap]\.?{_SPACE}?m\b))"
    rf"(?P<half>{_SPACE}?[ap]\.?{_SPACE}?m\b\.?)?",
    re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"(?<!\w)(?:UTC|GMT|UT)\s?[+−–-]\s?\d{1,2}(?::\d\d)?(?!\w)")
"""A time zone is no number."""
_THOUSANDS: Final = Pattern(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
_ROMAN: Final = Pattern(r"(?<!\w)(?:(?=[IVXLCDMІХСМ]{1,7}(?!\w))[IVXLCDMІХСМ]+|[XIVХІ]{2,7}(?=e\b|-))")
_ROMAN_LETTER: Final = Pattern("[IVXІХ]")
_CANONICAL: Final = Pattern("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_LATIN: Final = str.maketrans("ІХСМ", "IXCM")
_HUNDRED: Final = 100
_DECADE: Final = Pattern(r"(?:19|20)(?P<short>\d0)")


class Sort(StrEnum):
    """What a quantity is written as."""

    DATE = "date"
    TIME = "time"
    FIGURE = "figure"
    WORDS = "words"
    FRACTION = "fraction"
    ROMAN = "roman"


class Quantity(NamedTuple):
    """A figure, `start` to `end` in code points, with its scale word (`3,4 млн`).

    `readings` are the values it may have, the likeliest in its language first; `parts` those of its groups of digits,
    where it may be several numbers that happen to stand side by side, or of the two numbers of a fraction. What is not
    `certain` may be no number at all.
    """

    start: int
    end: int
    sort: Sort
    readings: tuple[Value, ...]
    parts: tuple[Value, ...] = ()
    scaled: bool = False
    certain: bool = True


def may_count(piece: str, language: str) -> object:
    """Whether a piece of text may be part of a quantity: digits, a number word or a fraction, a Roman numeral."""
    worded = holds_spelled(piece, language) or holds_fraction(piece, language)
    return worded or _DIGIT.search(piece) or _ROMAN.search(piece)


def has_digit(piece: str, _language: str) -> object:
    """Whether a piece of text has a digit."""
    return _DIGIT.search(piece)


_Finder: TypeAlias = Callable[[str, str], Iterator[Quantity]]


def dates(read: Passage) -> tuple[DateSpan, ...]:
    """The dates of a text."""
    return find_dates(read.prose, read.language)


def quantities(read: Passage) -> tuple[Quantity, ...]:
    """Every quantity of a text in order: days and years of dates, times of day, numbers in figures and in words.

    None of a text that is too long for a paragraph: nobody compares it number by number.
    """
    if len(read.prose) > LONGEST_PROSE:
        return ()
    found = list(_dates(read))
    prose = _masked(read.prose, found) if found else read.prose
    finders: tuple[_Finder, ...] = (
        (_fractions, _words, _romans) if _ROMAN_LETTER.search(prose) else (_fractions, _words)
    )
    if _DIGIT.search(prose):
        if "UT" in prose or "GMT" in prose:
            prose = _OFFSET.sub(lambda match: MASK * len(match[0]), prose)
        finders = (_times, _numbers, *finders)
    for finder in finders:
        if new := list(finder(prose, read.language)):
            prose = _masked(prose, new)
            found += new
    return tuple(sorted(found, key=lambda quantity: (quantity.start, quantity.end)))


def are_paragraphs(source: Passage, target: Passage) -> bool:
    """Whether both texts are short enough for a paragraph, so that their quantities are known."""
    return max(len(source.prose), len(target.prose)) <= LONGEST_PROSE


def _masked(prose: str, found: list[Quantity]) -> str:
    letters = list(prose)
    for quantity in found:
        letters[quantity.start : quantity.end] = MASK * (quantity.end - quantity.start)
    return "".join(letters)


def _dates(read: Passage) -> tuple[Quantity, ...]:
    """Day and year; the month, which is a word in one language and a figure in another, is the business of dates."""
    return tuple(
        Quantity(date.start, date.end, Sort.DATE, (_number(Decimal(part)),))
        for date in read.parsed(dates)
        for part in (date.day, date.year)
        if part is not None
    )


def _times(prose: str, language: str) -> Iterator[Quantity]:
    for clock in _CLOCK.finditer(prose):
        spoken = clock["half"] or clock["french"] or clock["point"] == ":" or clock[0][-1:] in "hH"
        dotted = clock["point"] == "."
        if not spoken and (not dotted or primary(language) == "en" or unit_after(prose, clock.end(), language)):
            continue
        hour = int(clock["hour"]) % 24
        minute = int(clock["minute"] or clock["french"] or 0)
        if clock["half"]:
            hour = hour % 12 + (12 if "p" in clock["half"].lower() else 0)
        readings: list[Value] = [("time", Decimal(hour * 60 + minute))]
        if minute == 0:
            readings += [_number(Decimal(hour)), _number(Decimal(hour % 12 or 12))]
        if dotted:
            readings.append(_number(Decimal(f"{clock['hour']}.{clock['minute']}")))
        yield Quantity(clock.start(), clock.end(), Sort.TIME, tuple(readings))


@cache
def _scales(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple(
        (re.compile(rf"{_SPACE}?(?:{pattern})(?!\w)", re.IGNORECASE), factor)
        for pattern, factor in number_form(language).scales
    )


def _numbers(prose: str, language: str) -> Iterator[Quantity]:
    point = number_form(language).point
    for match in _NUMERAL.finditer(prose):
        digits = match["digits"]
        readings, parts = tuple(_readings(digits, point)), _parts(digits)
        after, next_one = prose[match.end() : match.end() + 1], prose[match.end() + 1 : match.end() + 2]
        ending = _SUFFIX.match(prose, match.end()) if after == "-" else None
        start = ending.end() if ending else match.end()
        for pattern, factor in _scales(primary(language)) if ending or next_one.isalpha() else ():
            if scale := pattern.match(prose, start):
                times = tuple((kind, value * factor) for kind, value in readings if isinstance(value, Decimal))
                yield Quantity(match.start(), scale.end(), Sort.FIGURE, times, scaled=True)
                break
        else:
            yield Quantity(match.start(), match.end(), Sort.FIGURE, readings, parts)


def _words(prose: str, language: str) -> Iterator[Quantity]:
    for spelled in find_spelled(prose, language):
        readings: tuple[Value, ...] = tuple(_number(value) for value in spelled.values)
        if spelled.rough:
            order: Value = ("rough", spelled.values[0])
            readings = (order, *readings) if spelled.values[0] >= _HUNDRED else (order,)
        yield Quantity(spelled.start, spelled.end, Sort.WORDS, readings, certain=spelled.certain)


def _fractions(prose: str, language: str) -> Iterator[Quantity]:
    """Fractions as a share and in per cent: a quarter is 0.25 and 25."""
    for fraction in find_fractions(prose, language):
        share = Decimal(fraction.above) / Decimal(fraction.below)
        values = (round(share, 4), Decimal(round(share * 100)), Decimal(int(share * 100)))
        parts = (_number(Decimal(fraction.above)), _number(Decimal(fraction.below)))
        readings = tuple(_number(value) for value in dict.fromkeys(values))
        yield Quantity(fraction.start, fraction.end, Sort.FRACTION, readings, parts)


def _romans(prose: str, _language: str) -> Iterator[Quantity]:
    """Roman numerals in Latin or look-alike Cyrillic letters; those of one letter are often something else."""
    for match in _ROMAN.finditer(prose):
        numeral = match[0].translate(_LATIN)
        if _CANONICAL.fullmatch(numeral) and (len(numeral) > 1 or numeral in "IVX"):
            certain = len(numeral) > 1 and set(numeral) <= set("IVX")
            value = _number(Decimal(_roman(numeral)))
            yield Quantity(match.start(), match.end(), Sort.ROMAN, (value,), certain=certain)


def _readings(digits: str, point: str) -> Iterator[Value]:
    """What a numeral may mean: a writer may have kept the separators of the other language."""
    plain = re.sub(_GROUP, "", digits)
    separators = {character for character in plain if character in ".,"}
    if not separators:
        yield _number(Decimal(plain))
        if decade := _DECADE.fullmatch(plain):
            yield _number(Decimal(decade["short"]))
        return
    grouped = Decimal(re.sub("[.,]", "", plain))
    last = max(plain.rfind("."), plain.rfind(","))
    decimal = Decimal(f"{re.sub('[.,]', '', plain[:last])}.{plain[last + 1 :]}")
    is_group = _THOUSANDS.fullmatch(plain) is not None
    is_decimal = plain.count(plain[last]) == 1
    if is_group and is_decimal:
        likely = decimal if plain[last] == point else grouped
        yield _number(likely)
        if plain[last] == "," and point == ".":
            return  # 75,000 is no decimal in English, whoever writes it
        yield _number(grouped if likely == decimal else decimal)
    elif is_group:
        yield _number(grouped)
    elif is_decimal:
        yield _number(decimal)
    else:
        yield ("other", plain)


def _parts(digits: str) -> tuple[Value, ...]:
    groups = re.split(_SPACE, digits)
    return tuple(_number(Decimal(group)) for group in groups if group.isdigit()) if len(groups) > 1 else ()


def _number(value: Decimal) -> Value:
    return ("number", value)


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
