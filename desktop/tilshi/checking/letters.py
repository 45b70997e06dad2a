"""Rules over single letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary

# Latin letters and the Cyrillic ones that print alike, pair by pair.
_LATIN: Final = "acehiopxykəɵABCEHIKMOPTXYSJƏƟ"
_ALIKE: Final = "асеһіорхукәөАВСЕНІКМОРТХУЅЈӘӨ"
_TO_CYRILLIC: Final = dict(zip(_LATIN, _ALIKE, strict=True))
_TO_LATIN: Final = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items()}
_FOREIGN_ALIKE: Final = frozenset("ЅЈ")
"""Cyrillic letters that none of our languages has: a Latin S is never meant for one of them."""

_CYRILLIC_SCRIPT: Final = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"})
_DIGITS_TO_CYRILLIC: Final = {"0": "о", "1": "і", "3": "з", "4": "ч", "6": "б"}
_DIGITS_TO_LATIN: Final = {"0": "o", "1": "l"}

_MIXED: Final = re.compile(
    r"[a-zA-Z\u00c0-\u024f\u0259\u0275](?:[\u0300-\u036f\u00ad]*)[\u0400-\u052f]"
    r"|[\u0400-\u052f](?:[\u0300-\u036f\u00ad]*)[a-zA-Z\u00c0-\u024f\u0259\u0275]"
)
_WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*")
_DIGIT_IN_WORD: Final = re.compile(r"(?<![^\W_])[^\W\d_]+([0-9])[^\W\d_]+(?![^\W_])")
_LONE: Final = re.compile(r"(?<![\w'’-])([acoyk]|(?:^|(?<=[.!?…] ))[ABCOYK])(?= [\u0400-\u052f])", re.MULTILINE)


def homoglyph(read: Passage) -> Iterator[Spot]:
    """Letters of another alphabet that look the same.

    A Latin letter in a Cyrillic word, a Cyrillic one in a Latin word, a digit for a letter, in Russian a Latin one for
    a preposition. Searching, sorting, spelling and speaking break on them, though nobody sees them.
    """
    prose = read.prose
    if _MIXED.search(prose):
        for word in _WORD.finditer(prose):
            yield from _in_word(word, read.language)
    for word in _DIGIT_IN_WORD.finditer(prose):
        yield from _digit(word)
    if primary(read.language) == "ru":
        for letter in _LONE.finditer(prose):
            yield _spot(letter.start(), letter[0], _TO_CYRILLIC[letter[0]], letter[0])


def _in_word(word: re.Match[str], language: str) -> Iterator[Spot]:
    text = word[0]
    latin = [letter for letter in text if _is_latin(letter)]
    cyrillic = [letter for letter in text if "\u0400" <= letter <= "\u052f"]
    if not latin or not cyrillic:
        return
    could_be_cyrillic = all(_TO_CYRILLIC.get(letter, "Ѕ") not in _FOREIGN_ALIKE for letter in latin)
    could_be_latin = all(letter in _TO_LATIN for letter in cyrillic)
    if could_be_cyrillic and could_be_latin:
        even = len(latin) == len(cyrillic)
        is_cyrillic = primary(language) in _CYRILLIC_SCRIPT if even else len(cyrillic) > len(latin)
    else:
        is_cyrillic = could_be_cyrillic
    if is_cyrillic:
        yield _spot(word.start(), text, "".join(_TO_CYRILLIC.get(letter, letter) for letter in text), "".join(latin))
    elif could_be_latin:
        yield _spot(word.start(), text, "".join(_TO_LATIN.get(letter, letter) for letter in text), "".join(cyrillic))


def _digit(word: re.Match[str]) -> Iterator[Spot]:
    """A digit within a word of small letters: `xa6ap`, but not `h2o` and `w3c`, where it is meant."""
    text, digit = word[0], word[1]
    letters = text.replace(digit, "")
    if not letters.islower() or len(letters) < 3:
        return
    if all("\u0400" <= letter <= "\u052f" or letter in _TO_CYRILLIC for letter in letters) and not letters.isascii():
        letter = _DIGITS_TO_CYRILLIC.get(digit)
        whole = "".join(_TO_CYRILLIC.get(character, character) for character in text)
    else:
        letter = _DIGITS_TO_LATIN.get(digit) if letters.isascii() else None
        whole = text
    if letter:
        yield _spot(word.start(), text, whole.replace(digit, letter), digit)


def _spot(start: int, found: str, right: str, strange: str) -> Spot:
    end = start + len(found)
    names = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in dict.fromkeys(strange))
    said = message(
        N_("“{found}” holds characters that only look right: {letters}. It should be “{right}”."),
        found=found,
        letters=names,
        right=right,
    )
    return Spot(start, end, said, (Fix(start, end, right, safe=True),))


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter < "\u0250" or letter in "əɵ")


HOMOGLYPH: Final = TextRule(
    "homoglyph", Severity.ERROR, N_("Letters of another alphabet that look the same"), homoglyph
)
