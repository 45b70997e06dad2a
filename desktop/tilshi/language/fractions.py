"""Fractions in words: two thirds, un quart des, три четверти, үштен екісі."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary


@dataclass(frozen=True, slots=True)
class FractionSpan:
    """A fraction from `start` to `end` in code points: `above` parts of `below`."""

    start: int
    end: int
    above: int
    below: int


def find_fractions(text: str, language: str) -> tuple[FractionSpan, ...]:
    """The fractions of a text, in order."""
    grammar = _GRAMMARS.get(primary(language))
    low = text.lower()
    if grammar is None or len(low) != len(text) or not any(hint in low for hint in grammar.hints):
        return ()
    found = []
    for match in _pattern(primary(language)).finditer(low):
        above = _value(match["above"], grammar.above) if match["above"] else 1
        found.append(FractionSpan(match.start(), match.end(), above, _value(match["below"], grammar.below)))
    return tuple(span for span in found if 0 < span.above < span.below)


def holds_fraction(text: str, language: str) -> bool:
    """Whether a text has a word that may stand below the line of a fraction."""
    code = primary(language)
    return code in _GRAMMARS and _below(code).search(text.lower()) is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Words for what is above and below the line (patterns with their values), and the shape of both together.

    Nothing is looked for in a text without any of the `hints`.
    """

    hints: tuple[str, ...]
    shape: str
    above: Mapping[str, int]
    below: Mapping[str, int]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    grammar = _GRAMMARS[language]
    words = {"above": "|".join(grammar.above), "below": "|".join(grammar.below)}
    return re.compile(re.sub(r"\{(\w+)\}", lambda name: words[name[1]], grammar.shape))


@cache
def _below(language: str) -> re.Pattern[str]:
    ending = "[тдн][ае]н" if language == "kk" else ""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_GRAMMARS[language].below)}){ending}(?!\w)")


def _value(word: str, values: Mapping[str, int]) -> int:
    return next((value for pattern, value in values.items() if re.fullmatch(pattern, word)), 0)


_KAZAKH_NUMERALS: Final = {
    "бір": 1,
    "екі": 2,
    "үш": 3,
    "төрт": 4,
    "бес": 5,
    "алты": 6,
    "жеті": 7,
    "сегіз": 8,
    "тоғыз": 9,
    "он": 10,
}
_KAZAKH_ABLATIVES: Final = ("тен", "тан", "ден", "дан", "нен", "нан")
_GRAMMARS: Final[Mapping[str, _Grammar]] = MappingProxyType(
    {
        "en": _Grammar(
            ("third", "quarter", "fifth", "tenth"),
            r"(?<![\w-])(?P<above>{above})[\s-](?P<below>{below})(?![\w-])",
            {"one": 1, "an?": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9},
            {"thirds?": 3, "quarters?": 4, "fifths?": 5, "sixths?": 6, "eighths?": 8, "tenths?": 10},
        ),
        "fr": _Grammar(
            ("tiers", "quart", "cinquième", "dixième"),
            r"(?<![\w-])(?P<above>{above})\s(?P<below>{below})(?!\w)",
            {"une?|le": 1, "deux": 2, "trois": 3, "quatre": 4, "sept": 7, "neuf": 9},
            {"tiers": 3, "quarts?": 4, "cinquièmes?": 5, "dixièmes?": 10},
        ),
        "ru": _Grammar(
            ("трет", "четверт", "пят", "десят"),
            (
                r"(?<![\w-])(?:(?P<above>{above})\s)?"
                r"(?P<below>треть(?!е)|трети|третью|третей|четверть|четверти|четвертью|четвертей"
                r"|(?<=\s)(?:пят|десят)(?:ых|ая|ую|ой))(?!\w)"
            ),
            {"одн(?:а|у|ой)": 1, "двум?я?|дв(?:е|ух)": 2, "тр(?:и|ёх|ех|емя)": 3, "четыре": 4, "девять": 9, "семь": 7},
            {"трет.+": 3, "четверт.+": 4, "пят.+": 5, "десят.+": 10},
        ),
        "kk": _Grammar(
            tuple(numeral + ending for numeral in _KAZAKH_NUMERALS for ending in _KAZAKH_ABLATIVES),
            (
                r"(?<![\w-])(?P<below>{below})(?:т[ае]н|д[ае]н|н[ае]н)\s(?P<above>{above})"
                r"(?:с?[ыі](?:н|н[ае]|нд[ае]|н[ае]н|н[ыі]ң|мен)?)?(?!\w)"
            ),
            _KAZAKH_NUMERALS,
            _KAZAKH_NUMERALS,
        ),
    }
)
