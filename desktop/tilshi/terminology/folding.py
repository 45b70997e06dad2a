"""Text as terms are compared: without case, kinds of white space, hyphens, apostrophes and compositions of letters."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

_ONE_FORM: Final = str.maketrans({"\u2010": "-", "\u2011": "-", "’": "'", "ʼ": "'", "\u00ad": "", "ё": "е"})
_DROPPED: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")

_IN_SPELLINGS: Final = {ord(letter): None for letter in _DROPPED} | {ord("\u2011"): "-", ord("’"): "'"}
_IN_KEYS: Final = _ONE_FORM | {ord(letter): None for letter in _DROPPED}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded string; `starts` and `ends` give, for each of its code points, its span in the original."""

    string: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A span of the folded string, not empty, as a span of the original."""
        return self.starts[start], self.ends[end - 1]


def folded(text: str) -> Folded:
    """The text folded; runs of white space become one space, invisible characters vanish."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, cluster in _clusters(text):
        form = _letter(cluster)
        if form == " " and letters and letters[-1] == " ":
            ends[-1] = start + 1
            continue
        letters.extend(form)
        starts.extend([start] * len(form))
        ends.extend([start + len(cluster)] * len(form))
    return Folded("".join(letters), tuple(starts), tuple(ends))


def spelling(text: str) -> str:
    """As `key`, but with capitals: what is the same letter by letter, however it is encoded and spaced."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_IN_SPELLINGS).split())


def key(text: str) -> str:
    """What the spellings of one term have in common: `folded` without spaces at its ends, where no offset matters."""
    form = unicodedata.normalize("NFC", text).casefold().translate(_IN_KEYS)
    return " ".join(unicodedata.normalize("NFC", form).split())


def _letter(cluster: str) -> str:
    if cluster.isspace():
        return " "
    if cluster in _DROPPED:
        return ""
    return unicodedata.normalize("NFC", cluster.casefold()).translate(_ONE_FORM)


def _clusters(text: str) -> list[tuple[int, str]]:
    """Each letter with the marks combined with it, and where it begins."""
    if unicodedata.is_normalized("NFC", text):
        return list(enumerate(text))
    found: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        if found and unicodedata.combining(character):
            start, cluster = found[-1]
            found[-1] = (start, cluster + character)
        else:
            found.append((at, character))
    return found
