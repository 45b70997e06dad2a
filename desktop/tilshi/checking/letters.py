"""Rules over single letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.kazakh_words import is_known, is_listed
from tilshi.checking.lookalikes import (
    DIGITS_TO_CYRILLIC,
    DIGITS_TO_LATIN,
    FOREIGN_CYRILLIC,
    NEARLY_CYRILLIC,
    TO_CYRILLIC,
    TO_LATIN,
    WHOLE,
    is_cyrillic,
    is_greek,
    is_latin,
)
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.prose import CYRILLIC, DIGITS, LATIN, characters
from tilshi.checking.rules import TextRule
from tilshi.checking.vocabulary import vocabulary
from tilshi.i18n import N_
from tilshi.language.names import script
from tilshi.language.tags import primary

_L: Final = "a-zA-Z\u00c0-\u024f\u0259\u0275\u01dd"
_C: Final = "\u0400-\u052f"
_G: Final = "\u0370-\u03ff"
_INSIDE: Final = "[\u0300-\u036f\u00ad]*"
_CERTAIN: Final = frozenset(
    {*map(chr, range(0x20, 0x7F)), *"\u00a0\u202f\n«»“”„’…–—№\ufffc"} | {chr(code) for code in range(0x400, 0x530)}
) - frozenset("ѳћђӄҡҝӈҥӷ")
"""ASCII, Cyrillic and the marks of a text: where there is nothing else, only Latin can be among Cyrillic."""

_MIXED: Final = Pattern(rf"[{_L}]{_INSIDE}[{_C}{_G}]|[{_C}]{_INSIDE}[{_L}{_G}]|[{_G}]{_INSIDE}[{_L}{_C}]|[ѳћђӄҡҝӈҥӷ]")
_WORD: Final = Pattern(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad])*")
_DIGIT_INSIDE: Final = Pattern(r"(?<![^\W_])[^\W\d_]+([0-9])[^\W\d_]+(?![^\W_])")
_DIGIT_FIRST: Final = Pattern(rf"(?<![\w.,:–-])([01346])[{_C}]{{3,}}(?!\w)")
_LETTER_IN_NUMBER: Final = Pattern(r"(?<!\w)\d+(?:[ОоOo](?=[\dОоOo]))[\dОоOo]*(?!\w)|(?<!\w)\d*\dЗ\d+(?!\w)")
_LONE: Final = Pattern(r"(?<![\w'’-])([acoyk]|(?:^|(?<=[.!?…] ))[ABCOYK])(?= [\u0400-\u052f])", re.MULTILINE)
_LATIN_WORD: Final = Pattern(rf"(?<![\w’'.@-])[aceopxykmABCEHKMOPTXY]{{3,}}(?![\w’'@]|[.-][{_L}])")
_NEIGHBOUR: Final = Pattern(rf"\A[{_L}]\W|\W[{_L}]\Z|\A.?[«“„\"(]")
_CYRILLIC_WORD: Final = Pattern(rf"(?<!\w)[{_C}]+(?!\w)")


def homoglyph(read: Passage) -> Iterator[Spot]:
    """Letters of another alphabet that look the same.

    Latin or Greek letters in a Cyrillic word and the reverse, whole words of them, a digit for a letter or a letter for
    a digit, in Russian a Latin letter for a preposition. Searching, sorting, spelling and speaking break on them,
    though nobody sees them.
    """
    prose, language, used = read.prose, primary(read.language), read.parsed(characters)
    has_latin = not used.isdisjoint(LATIN)
    if (not used <= _CERTAIN and _MIXED.search(prose)) or (has_latin and used & CYRILLIC and _MIXED.search(prose)):
        for word in _WORD.finditer(prose):
            yield from _in_word(word, read.language)
    if used & DIGITS:
        yield from _digits(read)
    if script(read.language) != "Cyrl":
        yield from _cyrillic_words(prose) if used & CYRILLIC else ()
    elif has_latin:
        for word in _LATIN_WORD.finditer(prose):
            yield from _whole_word(prose, word, language)
        for letter in _LONE.finditer(prose) if language == "ru" else ():
            yield _spot(letter.start(), letter[0], TO_CYRILLIC[letter[0]], letter[0])


def _digits(read: Passage) -> Iterator[Spot]:
    """Digits for letters, and letters for digits."""
    prose = read.prose
    for word in _DIGIT_INSIDE.finditer(prose):
        yield from _digit(word, read.language)
    for word in _LETTER_IN_NUMBER.finditer(prose):
        right = re.sub("[ОоOo]", "0", word[0]).replace("З", "3")
        yield _spot(word.start(), word[0], right, re.sub(r"\d", "", word[0]))
    if script(read.language) == "Cyrl":
        for word in _DIGIT_FIRST.finditer(prose):
            yield from _first_digit(word, primary(read.language))


def _in_word(word: re.Match[str], language: str) -> Iterator[Spot]:
    text = word[0]
    cyrillic = [letter for letter in text if is_cyrillic(letter)]
    latin = [letter for letter in text if is_latin(letter)]
    strange = [letter for letter in text if is_greek(letter) or (is_cyrillic(letter) and letter in TO_CYRILLIC)]
    if not (latin or cyrillic) or not (strange or (latin and cyrillic)):
        return
    foreign = [letter for letter in text if not is_cyrillic(letter) and letter.isalpha()] + strange
    could_be_cyrillic = all(TO_CYRILLIC.get(letter, "Ѕ") not in FOREIGN_CYRILLIC for letter in foreign)
    could_be_latin = all(letter in TO_LATIN for letter in (*cyrillic, *strange))
    if could_be_cyrillic and could_be_latin:
        is_cyrillic_word = script(language) == "Cyrl" and len(cyrillic) >= len(latin)
    else:
        is_cyrillic_word = could_be_cyrillic
    if is_cyrillic_word and cyrillic:
        yield _spot(word.start(), text, "".join(TO_CYRILLIC.get(letter, letter) for letter in text), "".join(foreign))
    elif could_be_latin:
        right = "".join(TO_LATIN.get(letter, letter) for letter in text)
        yield _spot(word.start(), text, right, "".join((*cyrillic, *strange)))
    elif len(cyrillic) >= 3 and len(latin) <= 2:
        yield from _nearly(word.start(), text, latin)


def _nearly(start: int, text: str, latin: list[str]) -> Iterator[Spot]:
    """A Cyrillic word with a Latin letter or two that print alike in italics only; a name with an ending is none."""
    alike = {**TO_CYRILLIC, **NEARLY_CYRILLIC}
    if all(letter in alike for letter in latin) and not re.match(rf"[{_L}]{{2}}", text):
        yield _spot(start, text, "".join(alike.get(letter, letter) for letter in text), "".join(latin))


def _digit(word: re.Match[str], language: str) -> Iterator[Spot]:
    """A digit within a word of small letters: `xa6ap`, but not `h2o` and `w3c`, where it is meant."""
    text, digit = word[0], word[1]
    letters = text.replace(digit, "")
    if not (letters.islower() or letters.istitle()) or len(letters) < 3:
        return
    could_be_latin = all(is_latin(letter) or letter in TO_LATIN for letter in letters)
    if could_be_latin and (script(language) == "Latn" or all(map(is_latin, letters))):
        letter, alike = DIGITS_TO_LATIN.get(digit), TO_LATIN
    elif all(is_cyrillic(letter) or letter in TO_CYRILLIC for letter in letters):
        letter, alike = DIGITS_TO_CYRILLIC.get(digit), TO_CYRILLIC
    else:
        return
    if letter:
        right = "".join(alike.get(character, character) for character in text.replace(digit, letter))
        yield _spot(word.start(), text, right, digit)


def _first_digit(word: re.Match[str], language: str) -> Iterator[Spot]:
    """A digit that begins a word: `6ойынша`; with a word of its own behind it, only a space is missing: `6 адам`."""
    rest = word[0][1:].lower()
    right = DIGITS_TO_CYRILLIC[word[1]] + word[0][1:]
    if _is_listed(right.lower(), language) and not _is_listed(rest, language):
        yield _spot(word.start(), word[0], right, word[1])


def _whole_word(prose: str, word: re.Match[str], language: str) -> Iterator[Spot]:
    """A Latin word that is a Cyrillic one to the eye: if known it is meant; of others the user is warned."""
    right = word[0].translate(WHOLE)
    if right in _ACRONYMS or (len(right) > 3 and _is_word(right.lower(), language)):
        yield _spot(word.start(), word[0], right, word[0])
    elif _looks_cyrillic(word[0]) and not _NEIGHBOUR.search(prose[max(0, word.start() - 2) : word.end() + 2]):
        spot = _spot(word.start(), word[0], right, word[0])
        yield Spot(spot.start, spot.end, spot.message, (Fix(spot.start, spot.end, right),), severity=Severity.WARNING)


_ACRONYMS: Final = frozenset({"МККК", "СССР", "НАТО", "ВОЗ", "МВТ", "СМК", "ТМК"})


def _looks_cyrillic(word: str) -> bool:
    """Whether a Latin word is none of English or French, and not short or in capitals as names of firms are."""
    lower = word.lower()
    return len(word) >= 5 and not word.isupper() and lower not in vocabulary("en") and lower not in vocabulary("fr")


def _is_word(word: str, language: str) -> bool:
    return is_known(word) if language == "kk" else word in vocabulary("ru")


def _is_listed(word: str, language: str) -> bool:
    return is_listed(word) if language == "kk" else word in vocabulary("ru")


def _cyrillic_words(prose: str) -> Iterator[Spot]:
    """Cyrillic words in a Latin text that are Latin ones to the eye; others beside them show them to be meant."""
    found = list(_CYRILLIC_WORD.finditer(prose))
    if all(letter in TO_LATIN for word in found for letter in word[0]):
        for word in found:
            yield _spot(word.start(), word[0], "".join(TO_LATIN[letter] for letter in word[0]), word[0])


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


_DIGIT_BESIDE: Final = Pattern(r"[^\W\d_]\d|\d[^\W\d_]")
_LATIN: Final = Pattern(f"[{_L}]")
_CYRILLIC: Final = Pattern(f"[{_C}]")


def _may_mislead(piece: str, language: str) -> object:
    """Whether a piece has letters of another alphabet than its language, or digits beside letters."""
    other = _LATIN if script(language) == "Cyrl" else _CYRILLIC
    return other.search(piece) or _DIGIT_BESIDE.search(piece) or _MIXED.search(piece)


HOMOGLYPH: Final = TextRule(
    "homoglyph",
    Severity.ERROR,
    N_("Letters of another alphabet that look the same"),
    homoglyph,
    Hint(_may_mislead),
)
