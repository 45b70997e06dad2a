"""Two wordings as one text to be read: what went struck out, what came underlined, in the order of reading."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tilshi.language.differences import Alteration, Span, SpanKind, alterations, words_difference
from tilshi_ui.editor.display import shown


class Fate(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    CAME = "came"
    WENT = "went"


class Piece(NamedTuple):
    """A stretch as it is shown, and the number of the change it belongs to (-1: none)."""

    text: str
    fate: Fate
    change: int = -1


class Difference(NamedTuple):
    """Two wordings, what differs, and how that is shown."""

    old: str
    new: str
    changes: tuple[Alteration, ...]
    pieces: tuple[Piece, ...]

    def words(self, number: int) -> tuple[str, str]:
        """What stood there before a change, and what stands there now."""
        change = self.changes[number]
        return self.old[slice(*change.old)], self.new[slice(*change.new)]


def difference_of(old: str, new: str) -> Difference:
    """What leads from one wording to another, word by word."""
    spans = words_difference(old, new)
    changes = alterations(spans)
    pieces: list[Piece] = []
    number = -1
    for at, span in enumerate(spans):
        if span.kind is SpanKind.EQUAL:
            pieces.append(Piece(shown(new[span.new_start : span.new_end]), Fate.KEPT))
            continue
        joined = at and span.kind is SpanKind.INSERT and spans[at - 1].kind is SpanKind.DELETE
        number += 0 if joined else 1
        pieces.append(Piece(shown(_words(span, old, new)), _FATES[span.kind], number))
    return Difference(old, new, changes, tuple(pieces))


def sides(difference: Difference) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of the earlier wording alone, and of the later one."""
    return (
        tuple(piece for piece in difference.pieces if piece.fate is not Fate.CAME),
        tuple(piece for piece in difference.pieces if piece.fate is not Fate.WENT),
    )


_FATES = {SpanKind.INSERT: Fate.CAME, SpanKind.DELETE: Fate.WENT}


def _words(span: Span, old: str, new: str) -> str:
    return new[span.new_start : span.new_end] if span.kind is SpanKind.INSERT else old[span.old_start : span.old_end]
