"""Where a translation is to be divided when its source is, or the other way round."""

from __future__ import annotations

import re
from typing import Final

from tilshi.language.sentences import split

_REACH: Final = 0.2
"""How far from the proportional place a better one may lie, as a share of the text."""
_CLAUSE: Final = re.compile(r"[,;:–—]\s+")
_WORD: Final = re.compile(r"\s+")


def counterpart(text: str, at: int, language: str, other: str, other_language: str) -> int:
    """The place in `other` that corresponds to the place before code point `at` of `text`, in code points.

    The same end of a sentence where both have as many; else the nearest end of a sentence, of a clause or of a word to
    the proportional place, in this order.
    """
    if not other.strip():
        return len(other)
    ours, theirs = _starts(text, language), _starts(other, other_language)
    here = at + len(text[at:]) - len(text[at:].lstrip())
    if here in ours and len(ours) == len(theirs):
        return theirs[ours.index(here)]
    guess = round(at / len(text) * len(other)) if text else len(other)
    return _nearest(other, theirs, guess)


def _starts(text: str, language: str) -> list[int]:
    """Where every sentence but the first begins."""
    return [start for start, _end in split(text, language)][1:]


def _nearest(text: str, sentences: list[int], guess: int) -> int:
    reach = max(1, round(len(text) * _REACH))
    clauses = (found.end() for found in _CLAUSE.finditer(text))
    words = (found.end() for found in _WORD.finditer(text))
    for places, limit in ((sentences, reach), (clauses, reach), (words, len(text))):
        near = [place for place in places if abs(place - guess) <= limit and 0 < place < len(text)]
        if near:
            return min(near, key=lambda place: abs(place - guess))
    return len(text)
