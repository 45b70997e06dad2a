"""Numbers in the house form of each language, and read from the forms people write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary
from tilshi.language.typography import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

_SPACES: Final = " \u00a0\u202f\u2009"


@dataclass(frozen=True)
class NumberForm:
    """How a language writes numbers: `group` between thousands, `point` before decimals.

    `scales` are words that multiply what stands before them (pattern, factor).
    """

    group: str
    point: str
    scales: tuple[tuple[str, int], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Reads a number, with the groups `whole`, `decimals` and `scale`."""
        # Where the comma is the decimal sign, a point before anything but three digits can only be one as well.
        separators = f"{_SPACES}," if self.point == "." else _SPACES
        decimals = r"\.(?P<decimals>\d+)" if self.point == "." else r"(?:,|\.(?!\d{3}(?!\d)))(?P<decimals>\d+)"
        words = "|".join(pattern for pattern, _factor in self.scales)
        return re.compile(
            rf"(?<![\w+.,])(?P<whole>\d{{1,3}}(?:[{separators}]\d{{3}})+(?!\d)|\d+)(?:{decimals})?"
            rf"(?:[{_SPACES}](?P<scale>{words})(?!\w))?",
            re.IGNORECASE,
        )


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number in a text, `start` to `end` in code points, with the word that scales it (`3,4 млн`) if there is one."""

    start: int
    end: int
    value: Decimal


def number_form(language: str) -> NumberForm:
    """How the language writes numbers; one that is not known is read and written as English is."""
    return _FORMS.get(primary(language), _FORMS["en"])


def format_number(value: Decimal | int, language: str) -> str:
    """The number with groups of three and the decimals it has: `1 234 567,89`."""
    form = number_form(language)
    sign, digits, exponent = Decimal(value).as_tuple()
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    plain = f"{abs(Decimal(value)):,.{places}f}"
    shown = plain.translate({ord(","): form.group, ord("."): form.point}) if digits else plain
    return f"−{shown}" if sign else shown


def parse_number(text: str, language: str) -> Decimal | None:
    """The number that is all of the text (white space aside), else None; scale words count: `3,4 млн` is 3400000."""
    trimmed = text.strip()
    match = number_form(language).pattern.fullmatch(trimmed)
    return _value(match, language) if match else None


def find_numbers(text: str, language: str) -> tuple[NumberSpan, ...]:
    """Every number written in figures, in order. Dates, times and telephone numbers are not told apart here."""
    return tuple(
        NumberSpan(match.start(), match.end(), _value(match, language))
        for match in number_form(language).pattern.finditer(text)
    )


def kazakh_dative_ending(number: int) -> str:
    """The dative ending of a number in figures, by its last numeral as read aloud: `15-ке`, `30-ға`, `50-ге`.

    Raises:
        ValueError: the number is negative.
    """
    if number < 0:
        raise ValueError(number)
    if number % 10:
        return _DATIVE_OF_UNITS[number % 10]
    if number % 100:
        return _DATIVE_OF_TENS[number % 100 // 10]
    # нөлге, жүзге; мыңға, миллионға, миллиардқа are beyond hours and days but not beyond headcounts.
    if number % 1_000 or number == 0:
        return "ге"
    return "қа" if number % 1_000_000_000 == 0 else "ға"


_DATIVE_OF_UNITS: Final = ("", "ге", "ге", "ке", "ке", "ке", "ға", "ге", "ге", "ға")
_DATIVE_OF_TENS: Final = ("", "ға", "ға", "ға", "қа", "ге", "қа", "ке", "ге", "ға")


def _value(match: re.Match[str], language: str) -> Decimal:
    form = number_form(language)
    whole = re.sub(rf"[{_SPACES},]", "", match["whole"])
    value = Decimal(f"{whole}.{match['decimals'] or 0}")
    word = match["scale"]
    for pattern, factor in form.scales if word else ():
        if re.fullmatch(pattern, word, re.IGNORECASE):
            value *= factor
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


_FORMS: Final[Mapping[str, NumberForm]] = MappingProxyType(
    {
        "en": NumberForm(",", ".", (("thousand", 10**3), ("million", 10**6), ("billion", 10**9))),
        "fr": NumberForm(NARROW_NO_BREAK_SPACE, ",", (("mille", 10**3), ("millions?", 10**6), ("milliards?", 10**9))),
        "ru": NumberForm(
            NO_BREAK_SPACE,
            ",",
            (
                (r"тыс\.?|тысяч\w{0,3}", 10**3),
                (r"млн\.?|миллион\w{0,3}", 10**6),
                (r"млрд\.?|миллиард\w{0,3}", 10**9),
            ),
        ),
        "kk": NumberForm(
            NO_BREAK_SPACE,
            ",",
            (
                (r"мың\w{0,5}", 10**3),
                (r"млн\.?|миллион\w{0,5}", 10**6),
                (r"млрд\.?|миллиард\w{0,5}", 10**9),
            ),
        ),
    }
)
