"""The words of a text that can be misspelt at all, and the capitals of a suggestion."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u00ad’'\u0300-\u036f-][^\W\d_]+)*['’]?")
_OPENING: Final = re.compile(r"(?:[!?…:;|\n•]|(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)\.)[\W_]*\Z|[«“„\"]\W*\Z|\A[\W\d_]*\Z")
"""After a full stop, but not that of an abbreviation, which a name may follow: M. Martin."""
_BEFORE: Final = 12
_INVISIBLE: Final = str.maketrans("", "", "\u00ad")
_LATIN: Final = re.compile("[a-zA-Z\u00c0-\u024f’'-]+")
_CYRILLIC: Final = re.compile("[\u0400-\u052f’'-]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` (code points), in NFC without soft hyphens and with a straight apostrophe.

    `opens` a sentence, a quotation, a cell: its capital says nothing.
    """

    text: str
    start: int
    end: int
    opens: bool


def words(text: str) -> Iterator[Word]:
    """The words of a text, those with a digit or an underscore beside them left out."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        beside = text[start - 1 : start] + text[end : end + 1]
        if any(letter.isdigit() or letter in "_@" for letter in beside):
            continue
        written = match[0]
        if not written.isascii():
            written = unicodedata.normalize("NFC", written).translate(_INVISIBLE).replace("’", "'")
        yield Word(written, start, end, _opens(text, start, written))


def _opens(text: str, start: int, written: str) -> bool:
    """Whether a sentence begins here, and not a name of two words."""
    if not written[0].isupper() or _OPENING.search(text[max(0, start - _BEFORE) : start]) is None:
        return False
    return not text[start + len(written) : start + len(written) + 2].strip("\u00a0 -").istitle()


def is_of_script(word: str, *, cyrillic: bool) -> bool:
    """Whether all letters of a word are Cyrillic, or all Latin."""
    return (_CYRILLIC if cyrillic else _LATIN).fullmatch(word) is not None


def has_inner_capitals(word: str) -> bool:
    """Whether a word has capitals behind its first letter: acronyms, «ХҚКК-нің», "McDonald"."""
    return any(part[1:] != part[1:].lower() for part in word.split("-")) or (len(word) > 1 and word.isupper())


def in_case_of(suggestion: str, written: str) -> str:
    """A suggestion with the capitals of what was written."""
    if len(written) > 1 and written.isupper():
        return suggestion.upper()
    if written[:1].isupper():
        return suggestion[:1].upper() + suggestion[1:]
    return suggestion
