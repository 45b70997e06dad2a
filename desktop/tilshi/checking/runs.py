"""Runs of words in a text: what a search for other languages is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.vocabulary import names

Span: TypeAlias = tuple[int, int]
"""Where a run begins and ends, in code points."""

GAP: Final = r"[\s,.;:!?“”\"'’()«»–—/&-]+"
"""What may stand between two words of a run."""

WORD: Final = Pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_STOP: Final = Pattern(r"[.!?…:;\n|]")
_QUOTES: Final = frozenset("«“„\"('‘")
_BETWEEN: Final = 2
"""Words that are not certain between two that are."""


def grouped(
    found: tuple[re.Match[str], ...], certain: list[int], parts: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """The first and last of words that are certain with at most some words between them, none of which `parts`."""
    first = last = -1
    for index in certain:
        between = found[last + 1 : index]
        if last >= 0 and len(between) <= _BETWEEN and not any(parts(word[0]) for word in between):
            last = index
            continue
        if last >= 0:
            yield first, last
        first = last = index
    if last >= 0:
        yield first, last


def clauses(prose: str, found: tuple[re.Match[str], ...]) -> Iterator[list[re.Match[str]]]:
    """The words of each sentence; a colon ends one too."""
    clause: list[re.Match[str]] = []
    for word in found:
        if clause and _STOP.search(prose, clause[-1].end(), word.start()):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def is_near(prose: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether nothing but a space, a comma or a dash stands between two words."""
    return not prose[one.end() : other.start()].strip(" ,–—")


def is_quoted(prose: str, start: int) -> bool:
    """Whether something stands right behind a quotation mark or a bracket."""
    before = prose[max(0, start - 2) : start].rstrip("\u00a0\u202f")
    return before[-1:] in _QUOTES if before else False


def without_names(text: str) -> str:
    """The text with spaces in place of names and phrases that stay in their own language, offset for offset."""
    lower = text.lower()
    for name in names():
        at = lower.find(name)
        if at >= 0 and not lower[at - 1 : at].isalpha() and not lower[at + len(name) : at + len(name) + 1].isalpha():
            text = text[:at] + " " * len(name) + text[at + len(name) :]
            lower = text.lower()
    return text


def nameless(read: Passage) -> str:
    """The prose as `without_names` leaves it."""
    return without_names(read.prose)
