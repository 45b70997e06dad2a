"""Edits: the only way a release changes.

An edit holds the whole value before and after: its inverse is the same edit turned round, a journal line needs no more,
and an edit made for a text that has changed meanwhile is noticed and refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import Final, Literal, TypeAlias, TypeGuard

from tilshi.release.model import Block, Note, Release, Segment, Target, UnknownSegment

FieldName: TypeAlias = Literal[
    "id",
    "template",
    "source_language",
    "target_languages",
    "contacts",
    "pictures",
    "waivers",
    "overrides",
    "publications",
    "switched_off",
    "bookmarks",
]


class StaleEdit(Exception):
    """The edit was made for another state of the release; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit changed, for those who show or check the release.

    `segments` are the ids of touched segments; `languages` those whose translation changed, `source` whether the source
    text did; `structure` says that blocks or segments came, went, moved or changed role (and with them any text of
    `segments`); `fields` names the changed fields of the release.
    """

    segments: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    source: bool = False
    structure: bool = False
    fields: frozenset[str] = frozenset()

    def __or__(self, other: Change) -> Change:
        return Change(
            self.segments | other.segments,
            self.languages | other.languages,
            self.source or other.source,
            self.structure or other.structure,
            self.fields | other.fields,
        )


@dataclass(frozen=True, slots=True)
class ReplaceTarget:
    """Another translation (text, state or both) of one segment into one language.

    `notes` are those of the segment before and after, where the edit moves what they are about.
    """

    segment: str
    language: str
    old: Target
    new: Target
    notes: tuple[tuple[Note, ...], tuple[Note, ...]] | None = None

    def apply(self, release: Release) -> Release:
        """The release after the edit; raises StaleEdit."""
        return release.with_segments((self.on(release, _NONE),))

    def on(self, release: Release, changed: Mapping[str, Segment]) -> Segment:
        """The segment after the edit, of a release of which these are `changed` already; raises StaleEdit."""
        if self.language not in release.target_languages:
            raise StaleEdit(f"the release has no translation into {self.language}")
        segment = _current(release, self.segment, changed)
        _expect(f"the translation of segment {self.segment}", holds=segment.target(self.language) == self.old)
        if self.notes is not None:
            _expect(f"the notes of segment {self.segment}", holds=segment.notes == self.notes[0])
            segment = replace(segment, notes=self.notes[1])
        return segment.with_target(self.language, self.new)

    def inverse(self) -> ReplaceTarget:
        """The edit that takes this one back."""
        notes = self.notes and (self.notes[1], self.notes[0])
        return replace(self, old=self.new, new=self.old, notes=notes)

    def change(self) -> Change:
        """What changes, the same for the edit and its inverse."""
        return Change(frozenset({self.segment}), frozenset({self.language}))


@dataclass(frozen=True, slots=True)
class ReplaceSegment:
    """Another source text, notes or translations of one segment; the id stays."""

    old: Segment
    new: Segment

    def __post_init__(self) -> None:
        if self.old.id != self.new.id:
            raise ValueError("a segment keeps its id")

    def apply(self, release: Release) -> Release:
        """The release after the edit; raises StaleEdit."""
        return release.with_segments((self.on(release, _NONE),))

    def on(self, release: Release, changed: Mapping[str, Segment]) -> Segment:
        """The segment after the edit, of a release of which these are `changed` already; raises StaleEdit."""
        _expect(f"segment {self.old.id}", holds=_current(release, self.old.id, changed) == self.old)
        return self.new

    def inverse(self) -> ReplaceSegment:
        """The edit that takes this one back."""
        return ReplaceSegment(self.new, self.old)

    def change(self) -> Change:
        """What changes, the same for the edit and its inverse."""
        languages = frozenset(code for code, _ in {*self.old.targets} ^ {*self.new.targets})
        return Change(frozenset({self.old.id}), languages, source=self.old.source != self.new.source)


@dataclass(frozen=True, slots=True)
class ReplaceBlocks:
    """The blocks from index `at` on replaced: insertion, removal, move, another role, split and merge are all this."""

    at: int
    old: tuple[Block, ...]
    new: tuple[Block, ...]

    def __post_init__(self) -> None:
        if self.at < 0:
            raise ValueError("blocks are counted from 0")

    def apply(self, release: Release) -> Release:
        """The release after the edit; raises StaleEdit."""
        end = self.at + len(self.old)
        _expect(f"the parts from {self.at + 1} on", holds=release.blocks[self.at : end] == self.old)
        try:
            return release.with_blocks((*release.blocks[: self.at], *self.new, *release.blocks[end:]))
        except ValueError as error:
            raise StaleEdit(str(error)) from error

    def inverse(self) -> ReplaceBlocks:
        """The edit that takes this one back."""
        return replace(self, old=self.new, new=self.old)

    def change(self) -> Change:
        """What changes, the same for the edit and its inverse."""
        touched = {segment.id for block in (*self.old, *self.new) for segment in block.segments}
        return Change(frozenset(touched), structure=True)


@dataclass(frozen=True, slots=True)
class SetField:
    """Another value of a field of the release itself."""

    name: FieldName
    old: object
    new: object

    def apply(self, release: Release) -> Release:
        """The release after the edit; raises StaleEdit."""
        _expect(self.name, holds=getattr(release, self.name) == self.old)
        try:
            return replace(release, **{self.name: self.new})  # type: ignore[arg-type]  # the name decides the type
        except ValueError as error:
            raise StaleEdit(str(error)) from error

    def inverse(self) -> SetField:
        """The edit that takes this one back."""
        return replace(self, old=self.new, new=self.old)

    def change(self) -> Change:
        """What changes, the same for the edit and its inverse."""
        return Change(fields=frozenset({self.name}))


@dataclass(frozen=True, slots=True)
class Compound:
    """Several edits that are done and undone as one; when one of them is stale, none is done."""

    edits: tuple[Edit, ...]

    def apply(self, release: Release) -> Release:
        """The release after all edits; raises StaleEdit.

        Edits of segments that follow each other are done in one pass: each alone would copy the order of all blocks.
        """
        for _kind, edits in groupby(self.edits, _is_of_segment):
            release = _applied(tuple(edits), release)
        return release

    def inverse(self) -> Compound:
        """The edit that takes this one back."""
        return Compound(tuple(edit.inverse() for edit in reversed(self.edits)))

    def change(self) -> Change:
        """What changes, the same for the edit and its inverse."""
        changes = [edit.change() for edit in self.edits]
        return Change(
            frozenset().union(*(each.segments for each in changes)),
            frozenset().union(*(each.languages for each in changes)),
            any(each.source for each in changes),
            any(each.structure for each in changes),
            frozenset().union(*(each.fields for each in changes)),
        )


SegmentEdit: TypeAlias = ReplaceTarget | ReplaceSegment
Edit: TypeAlias = SegmentEdit | ReplaceBlocks | SetField | Compound

_NONE: Final[Mapping[str, Segment]] = MappingProxyType({})


def _is_of_segment(edit: Edit) -> bool:
    return isinstance(edit, ReplaceTarget | ReplaceSegment)


def _are_of_segments(edits: tuple[Edit, ...]) -> TypeGuard[tuple[SegmentEdit, ...]]:
    return all(map(_is_of_segment, edits))


def _applied(edits: tuple[Edit, ...], release: Release) -> Release:
    """The release after edits that are all of segments, or none is."""
    if _are_of_segments(edits):
        changed: dict[str, Segment] = {}
        for edit in edits:
            segment = edit.on(release, changed)
            changed[segment.id] = segment
        return release.with_segments(changed.values())
    for other in edits:
        release = other.apply(release)
    return release


def _current(release: Release, segment_id: str, changed: Mapping[str, Segment]) -> Segment:
    if segment_id in changed:
        return changed[segment_id]
    try:
        return release.segment(segment_id)
    except UnknownSegment:
        raise StaleEdit(f"segment {segment_id} is no longer in the release") from None


def _expect(what: str, *, holds: bool) -> None:
    if not holds:
        raise StaleEdit(f"{what} changed after the edit was made")
