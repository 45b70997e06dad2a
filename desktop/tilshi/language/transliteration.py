"""Whether two spellings, in Latin or Cyrillic letters, may be of one name: by their consonants as they sound.

Letters that languages read differently stand for all their sounds («Cécile», «Carlos», "Petrovic"), silent ones for
none as well. Vowels say little and are not compared. After ISO 9, BGN/PCGN and the practice of Russian and Kazakh
newspapers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_LATIN: Final = {
    "tsch": "C", "shch": "S", "dzh": "J", "sch": "S s", "tch": "C", "zh": "Z", "kh": "H k", "sh": "S", "ph": "f",
    "ch": "C S k H", "th": "t s z f", "gh": "g f -", "tz": "c s", "ts": "c", "dj": "J Z d", "qu": "k", "ck": "k",
    "cz": "C", "sz": "S s", "rz": "Z r", "gn": "n", "lj": "l", "nj": "n", "ng": "n", "b": "b", "c": "k s c C", "d": "d",
    "f": "f v", "g": "g J Z H -", "h": "H g -", "j": "J Z H -", "k": "k", "l": "l", "m": "m", "n": "n", "p": "p",
    "q": "k", "r": "r", "s": "s z S -", "t": "t c", "v": "v f b", "w": "v -", "z": "z s c",
}  # fmt: skip
_CYRILLIC: Final = {
    "дж": "J", "нг": "n", "б": "b", "в": "v f", "г": "g H", "ғ": "g", "д": "d", "ж": "Z J", "з": "z s", "к": "k",
    "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "п": "p", "р": "r", "с": "s z", "т": "t", "ф": "f v", "х": "H k",
    "һ": "H", "ц": "c s", "ч": "C", "ш": "S", "щ": "S",
}  # fmt: skip
_VOWELS: Final = frozenset("aeiouyàáâäåæèéêëìíîïòóôöøùúûüýаәеёиійоөуұүыэюя")
_SILENT: Final = "-"
_SILENT_AT_END: Final = frozenset("dtpxg")
"""Latin letters that French does not say at the end of a word."""
_PARTS: Final = re.compile("|".join(sorted((*_LATIN, *_CYRILLIC, "x"), key=len, reverse=True)))
_MARKED: Final = str.maketrans(
    {"š": "sh", "ś": "sh", "ş": "sh", "č": "ch", "ć": "ch", "ž": "zh", "ź": "z", "ñ": "n", "ç": "s", "ł": "l", "ß": "s"}
)
_ROMAN: Final = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхцыэ", "abvgdeziiklmnoprstufhcie", strict=True)),
        **dict(zip("әғқңөұүһіё", "agknouuhio", strict=True)),
        "ж": "zh",
        "ч": "ch",
        "ш": "sh",
        "щ": "sh",
        "ю": "iu",
        "я": "ia",
        "ь": "",
        "ъ": "",
    }
)
_DOUBLED: Final = re.compile(r"([^\W\d_])\1+")


class Sound(NamedTuple):
    """One consonant: the sounds it may be, and whether it may be silent."""

    readings: frozenset[str]
    optional: bool


@lru_cache(maxsize=20_000)
def sounds(name: str) -> tuple[Sound, ...]:
    """The consonants of a name as they may sound."""
    low = name.casefold().translate(_MARKED)
    if not low.isascii() and not "\u0400" <= low[:1] <= "\u052f":
        low = "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))
    low = _DOUBLED.sub(r"\1", low)
    found: list[Sound] = []
    for part in _PARTS.finditer(low):
        if part[0] == "x":
            found += [Sound(frozenset("kgHS"), optional=True), Sound(frozenset("szS"), optional=part.end() == len(low))]
            continue
        readings = (_LATIN.get(part[0]) or _CYRILLIC[part[0]]).split()
        silent = _SILENT in readings or (part.end() == len(low) and part[0] in _SILENT_AT_END and len(found) > 1)
        found.append(Sound(frozenset(readings) - {_SILENT}, silent))
    return tuple(found)


@lru_cache(maxsize=100_000)
def distance(one: str, other: str) -> int:
    """How many consonants of two names do not answer to one another: changed, left out, put in, or exchanged.

    One more if only one of them begins with a vowel.
    """
    these, those = sounds(one), sounds(other)
    opening = _begins_with_vowel(one) != _begins_with_vowel(other) and not (these and these[0].optional)
    before: list[int] = []
    row = [0]
    for sound in those:
        row.append(row[-1] + (not sound.optional))
    for at, this in enumerate(these, 1):
        current = [row[0] + (not this.optional)]
        for to, that in enumerate(those, 1):
            same = not this.readings.isdisjoint(that.readings)
            cost = min(row[to] + (not this.optional), current[-1] + (not that.optional), row[to - 1] + (not same))
            if at > 1 and to > 1 and _crossed(these[at - 2 : at], those[to - 2 : to]):
                cost = min(cost, before[to - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1] + opening


@lru_cache(maxsize=100_000)
def may_be_one(one: str, other: str) -> bool:
    """Whether two names may be one, in whatever letters; short ones have to agree in every consonant."""
    length = min(_length(one), _length(other))
    if length < 2 and len(sounds(one)) < 2:
        return False
    return distance(one, other) <= (0 if length < 4 else 1 if length < 7 else 2)


def cannot_be_one(one: str, other: str) -> bool:
    """Whether a name is too different from another to be it, however freely somebody has written it."""
    length = _length(one)
    return distance(one, other) > (length // 2 if length > 2 else 0)


@lru_cache(maxsize=20_000)
def romanised(name: str) -> str:
    """A name in plain Latin letters, roughly, vowels too: to tell which of several that sound alike is nearest."""
    low = name.casefold().replace("дж", "j").replace("кс", "x").translate(_ROMAN)
    return "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))


def _length(name: str) -> int:
    return sum(not sound.optional for sound in sounds(name))


def _begins_with_vowel(name: str) -> bool:
    return name[:1].casefold() in _VOWELS


def _crossed(these: tuple[Sound, ...], those: tuple[Sound, ...]) -> bool:
    return not (these[0].readings.isdisjoint(those[1].readings) or these[1].readings.isdisjoint(those[0].readings))
