"""Which notes are listed, each with the answers to it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from tilshi.checking.findings import Side
from tilshi.release import Note, Release, Segment
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.formats import Highlight


class Scope(StrEnum):
    """Whose notes are listed."""

    SEGMENT = "segment"
    OPEN = "open"
    ALL = "all"


class Thread(NamedTuple):
    """A note with the answers to it, and the words it is about (empty: the whole segment)."""

    segment: str
    note: Note
    replies: tuple[Note, ...]
    words: str


def threads(release: Release, scope: Scope, segment: str) -> Iterator[Thread]:
    """The notes of a segment, of the release, or those of them that are open; open ones first in a segment."""
    if scope is Scope.SEGMENT:
        if segment in (release.places or {}):
            yield from _of(release, release.segment(segment))
        return
    for _block, each in release.segments():
        if each.notes:
            found = _of(release, each)
            yield from (thread for thread in found if scope is not Scope.OPEN or not thread.note.resolved)


def open_notes(segment: Segment) -> int:
    """How many notes of a segment are open, answers not counted."""
    return sum(not note.resolved and not note.reply_to for note in segment.notes)


def note_marks(document: OpenDocument, segment: str, side: Side) -> tuple[Highlight, ...]:
    """The words of a text that open notes are about."""
    release = document.release
    if segment not in (release.places or {}) or not (notes := release.segment(segment).notes):
        return ()
    codes = {"", release.source_language} if side is Side.SOURCE else {document.place.language}
    found = (note for note in notes if note.language in codes and note.end and not note.resolved)
    return tuple(Highlight(note.start, note.end, "noted") for note in found)


def _of(release: Release, segment: Segment) -> list[Thread]:
    known = {note.id for note in segment.notes}
    heads = [note for note in segment.notes if note.reply_to not in known]
    made = [
        Thread(
            segment.id,
            head,
            tuple(note for note in segment.notes if note.reply_to == head.id and note is not head),
            _words(release, segment, head),
        )
        for head in heads
    ]
    return sorted(made, key=lambda thread: thread.note.resolved)


def _words(release: Release, segment: Segment, note: Note) -> str:
    in_source = note.language in {"", release.source_language}
    text = segment.source if in_source else segment.target(note.language).text
    return text.string[note.start : note.end]
