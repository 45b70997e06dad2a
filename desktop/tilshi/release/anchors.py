"""Where remarks stand once the text they are about has changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

from tilshi.release.model import Note
from tilshi.release.text import Text, difference

Cut: TypeAlias = tuple[int, int]
"""Where a text was divided, in code points: the end of its first half, the beginning of the second."""


def moved_notes(notes: tuple[Note, ...], languages: Collection[str], before: Text, after: Text) -> tuple[Note, ...]:
    """The notes of a segment whose text in one of the `languages` became another; the same tuple if none has moved.

    A span moves, grows and shrinks with the words it is about. Where those were replaced together with what stands
    around them, it goes to where they still are; a note whose words are gone is about the whole segment.
    """
    if before.string == after.string or not any(note.end and note.language in languages for note in notes):
        return notes
    splice = difference(before.string, after.string)
    moved = tuple(_moved(note, before.string, splice) if note.language in languages else note for note in notes)
    return notes if moved == notes else moved


def divided_notes(notes: tuple[Note, ...], cuts: Mapping[str, Cut]) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """The notes of both halves of a segment; `cuts` by language, "" for the source.

    What is about the whole segment, or about words on both sides of the cut, stays with the first half.
    """
    first: list[Note] = []
    second: list[Note] = []
    for note in notes:
        end, start = cuts.get(note.language, (note.end, note.end))
        if note.end and note.start >= start:
            second.append(replace(note, start=note.start - start, end=note.end - start))
        else:
            first.append(note if note.end <= end else replace(note, start=0, end=0))
    return tuple(first), tuple(second)


def shifted_note(note: Note, by: int) -> Note:
    """A note on words that stand further back now."""
    return replace(note, start=note.start + by, end=note.end + by) if note.end else note


def _moved(note: Note, old: str, splice: tuple[int, int, str]) -> Note:
    start, end, inserted = splice
    shift = len(inserted) - (end - start)
    if not note.end or note.end <= start:
        return note
    if note.start >= end:
        return shifted_note(note, shift)
    if note.start <= start and end <= note.end:
        span = (note.start, note.end + shift)
    elif (found := _nearest(inserted, old[note.start : note.end], note.start - start)) >= 0:
        span = (start + found, start + found + note.end - note.start)
    elif note.start < start:
        span = (note.start, start)
    else:
        span = (start + len(inserted), max(note.end + shift, start + len(inserted)))
    return replace(note, start=span[0], end=span[1]) if span[0] < span[1] else replace(note, start=0, end=0)


def _nearest(text: str, words: str, at: int) -> int:
    """Where the words stand in the text nearest to a place; -1 where they do not."""
    before, after = text.rfind(words, 0, max(at, 0) + len(words)), text.find(words, max(at, 0))
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - at), default=-1)
