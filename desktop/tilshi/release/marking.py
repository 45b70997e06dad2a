"""Inline marks set, taken off, carried from the source to its translation, and kept from being torn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tilshi.release.text import Mark, MarkKind, Text


def is_atomic(text: Text, mark: Mark) -> bool:
    """Whether the letters of a mark belong together: what is not translated, and a link that shows its own address."""
    if mark.kind is MarkKind.UNTRANSLATABLE:
        return True
    shown = text.string[mark.start : mark.end]
    return mark.kind is MarkKind.LINK and bool(shown) and not shown.isspace() and shown in mark.href


def whole_marks(text: Text, start: int, end: int) -> tuple[int, int]:
    """The span widened so that removing it tears nothing: no link is cut at one of its ends, no atomic mark at all."""
    if start == end:
        return start, end
    grown = True
    while grown:
        grown = False
        for mark in text.marks:
            if _is_torn(text, mark, start, end):
                start, end, grown = min(start, mark.start), max(end, mark.end), True
    return start, end


def atomic_at(text: Text, at: int) -> Mark | None:
    """The atomic mark that the place before code point `at` lies within, if there is one."""
    return next((mark for mark in text.marks if mark.start < at < mark.end and is_atomic(text, mark)), None)


def toggled(text: Text, kind: MarkKind, start: int, end: int) -> Text:
    """A span marked, or unmarked where all of it was; neighbouring marks of the kind become one (links do not)."""
    same = [mark for mark in text.marks if mark.kind is kind]
    others = [mark for mark in text.marks if mark.kind is not kind]
    covered = sum(max(0, min(mark.end, end) - max(mark.start, start)) for mark in _joined(same))
    kept = [part for mark in same for part in _outside(mark, start, end)]
    if covered < end - start:
        kept = _joined([*kept, Mark(start, end, kind)])
    return replace(text, marks=(*others, *kept))


def linked(text: Text, start: int, end: int, href: str) -> Text:
    """A span linked to `href`, or to nothing where that is empty; links that it touches go as a whole."""
    kept = [mark for mark in text.marks if mark.kind is not MarkKind.LINK or mark.end <= start or mark.start >= end]
    return replace(text, marks=(*kept, Mark(start, end, MarkKind.LINK, href)) if href else tuple(kept))


def with_piece(text: Text, start: int, end: int, piece: Text) -> Text:
    """The text with `start:end` replaced by a piece that brings its own marks."""
    return text.part(0, start) + piece + text.part(end, len(text))


def next_missing(source: Text, target: Text) -> Mark | None:
    """The first mark of the source, in order, that the translation has no equal of yet."""
    present = Counter((mark.kind, mark.href) for mark in target.marks)
    for mark in source.marks:
        if not present[mark.kind, mark.href]:
            return mark
        present[mark.kind, mark.href] -= 1
    return None


def _is_torn(text: Text, mark: Mark, start: int, end: int) -> bool:
    if mark.kind not in {MarkKind.LINK, MarkKind.UNTRANSLATABLE}:
        return False
    if mark.end <= start or mark.start >= end or (start <= mark.start and mark.end <= end):
        return False
    return is_atomic(text, mark) or start < mark.start or end > mark.end


def _outside(mark: Mark, start: int, end: int) -> Iterator[Mark]:
    """What of a mark lies outside a span."""
    if mark.end <= start or mark.start >= end:
        yield mark
        return
    if mark.start < start:
        yield replace(mark, end=start)
    if mark.end > end:
        yield replace(mark, start=end)


def _joined(marks: list[Mark]) -> list[Mark]:
    """Marks of one kind, with those that touch or overlap as one; links are never joined."""
    made: list[Mark] = []
    for mark in sorted(marks):
        last = made[-1] if made else None
        if last is not None and mark.kind is not MarkKind.LINK and mark.start <= last.end:
            made[-1] = replace(last, end=max(last.end, mark.end))
        else:
            made.append(mark)
    return made
