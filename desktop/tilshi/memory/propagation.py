"""The same source more than once in a release: its translation goes to where it is wanted, forwards and back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from tilshi.memory.folding import fold
from tilshi.release import Compound, Release, ReplaceTarget, Segment, State, Text
from tilshi.release.operations import write_target


class Standing(StrEnum):
    """How the translation of a repetition stands to the one at hand."""

    EMPTY = "empty"
    SAME = "same"
    OTHER = "other"
    """Translated otherwise: the user decides."""
    APPROVED = "approved"
    """Translated otherwise, and approved: never changed from elsewhere."""


@dataclass(frozen=True, slots=True)
class Repetition:
    """Another segment with the same source; `before` if it stands before the one at hand."""

    segment: str
    before: bool
    standing: Standing
    text: Text


def repetitions(release: Release, segment_id: str, language: str) -> tuple[Repetition, ...]:
    """The other segments with the source of this one (white space and case aside), in reading order.

    Raises:
        UnknownSegment: there is none of that id.
    """
    segment = release.segment(segment_id)
    wording, folded = segment.target(language).text, fold(segment.source.string)
    if not folded:
        return ()
    place = release.place(segment_id)
    return tuple(
        Repetition(
            other.id, release.place(other.id) < place, _standing(other, language, wording), _text(other, language)
        )
        for _block, other in release.segments()
        if other.id != segment_id and fold(other.source.string) == folded
    )


def propagation(
    release: Release, segment_id: str, language: str, *, over: bool = False, also: Collection[str] = ()
) -> Compound | None:
    """The edit that gives the translation of a segment to its repetitions, before it and after; None if none needs it.

    Those that are empty get it; with `over` those that are translated otherwise too, else of them only the segments
    `also`, but never approved ones. Each is then translated, not approved: somebody has yet to read it in its place.

    Raises:
        UnknownSegment: there is none of that id.
    """
    text = release.segment(segment_id).target(language).text
    if not text:
        return None
    edits = tuple(
        _given(release, found.segment, language, text)
        for found in repetitions(release, segment_id, language)
        if found.standing is Standing.EMPTY or (found.standing is Standing.OTHER and (over or found.segment in also))
    )
    return Compound(edits) if edits else None


def earlier(release: Release, segment_id: str, language: str) -> Text | None:
    """The translation that a repetition of this source has already: an approved one first, then the nearest before it.

    Raises:
        UnknownSegment: there is none of that id.
    """
    known = [found for found in repetitions(release, segment_id, language) if found.text]
    known.sort(key=lambda found: (release.segment(found.segment).target(language).state.rank, found.before))
    return known[-1].text if known else None


def _given(release: Release, segment_id: str, language: str, text: Text) -> ReplaceTarget:
    edit = write_target(release, segment_id, language, text)
    return replace(edit, new=replace(edit.new, state=State.TRANSLATED))


def _text(segment: Segment, language: str) -> Text:
    return segment.target(language).text


def _standing(segment: Segment, language: str, wording: Text) -> Standing:
    target = segment.target(language)
    if not target.text:
        return Standing.EMPTY
    if target.text == wording:
        return Standing.SAME
    return Standing.APPROVED if target.state.rank > State.TRANSLATED.rank else Standing.OTHER
