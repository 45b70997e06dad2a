"""The sentences of a passage."""

from __future__ import annotations

from tilshi.checking.passages import Passage
from tilshi.language.sentences import split


def sentences(read: Passage) -> tuple[tuple[int, int], ...]:
    """The sentences of a passage as spans in code points; worked out once."""
    return read.parsed(_split)


def _split(read: Passage) -> tuple[tuple[int, int], ...]:
    return split(read.prose, read.language)
