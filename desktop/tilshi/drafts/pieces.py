"""What differs between two states of a release, in pieces that can be kept and applied each by itself.

A piece is the whole new value of one segment or one field of the release, or the outline: the order of blocks and
segments with the values of the segments that are new in it. Applying a piece twice is applying it once, and a piece
that is lost takes nothing else with it. Each is written as a document of the draft's own format that holds the piece
and nothing more: whatever the format learns, the journal knows at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import chain, count
from typing import Any, Final

from tilshi.release import Block, Release, Role, Segment, Text

FIELDS: Final = tuple(field.name for field in fields(Release) if field.compare and field.name != "blocks")
"""The fields of a release beside its blocks."""


@dataclass(frozen=True, slots=True)
class SegmentPiece:
    """The whole value of one segment."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class FieldPiece:
    """The whole value of one field of the release."""

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class OutlinePiece:
    """Blocks with their segments in order; a segment whose id is not in `fresh` is there by its id only."""

    blocks: tuple[Block, ...]
    fresh: frozenset[str]


Piece = SegmentPiece | FieldPiece | OutlinePiece


def differences(before: Release, after: Release) -> tuple[Piece, ...]:
    """The pieces that make `after` of `before`; quick where the two share most of their values."""
    found: list[Piece] = [
        FieldPiece(name, getattr(after, name)) for name in FIELDS if getattr(after, name) != getattr(before, name)
    ]
    if after.blocks is before.blocks:
        return tuple(found)
    if not _same_outline(before, after):
        fresh = frozenset((after.places or {}).keys() - (before.places or {}).keys())
        found.append(OutlinePiece(_stubbed(after.blocks, fresh), fresh))
    return (*found, *_changed_segments(before, after))


def carrier(piece: Piece, release: Release) -> Release:
    """A release that holds the piece and nothing more; `release` is the one the piece is from."""
    bare = Release(release.id, release.source_language)
    match piece:
        case SegmentPiece(segment):
            return bare.with_blocks((Block("-", Role.BODY, (segment,)),))
        case FieldPiece(name, value):
            changes: dict[str, Any] = {name: value}
            return replace(bare, **changes)
        case OutlinePiece(blocks):
            return bare.with_blocks(blocks)


class Assembly:
    """A release put together from pieces, beginning with a whole one."""

    def __init__(self, release: Release) -> None:
        self._base = release
        self._fields: dict[str, Any] = {}
        self._blocks = release.blocks
        self._segments = {segment.id: segment for _block, segment in release.segments()}
        self._placed = {*self._segments}

    def add(self, piece: Piece) -> None:
        """The piece's value takes the place of the older one."""
        match piece:
            case SegmentPiece(segment):
                self._segments[segment.id] = segment
            case FieldPiece(name, value):
                self._fields[name] = value
            case OutlinePiece(blocks, fresh):
                self._blocks = blocks
                ordered = {each.id: each for block in blocks for each in block.segments}
                self._placed |= ordered.keys()
                self._segments |= {name: each for name, each in ordered.items() if name in fresh}

    @property
    def release(self) -> Release:
        """The release as the pieces have it.

        After a loss: a segment without a value is left out; one whose place was lost with an outline comes last.
        """
        blocks = (*(self._filled(block) for block in self._blocks), *self._homeless())
        try:
            return replace(self._base, **self._fields, blocks=blocks, places=None)
        except ValueError:
            # Only after a loss do fields contradict each other, such as a language that is source and target.
            return self._base.with_blocks(blocks)

    def _filled(self, block: Block) -> Block:
        values = tuple(self._segments[each.id] for each in block.segments if each.id in self._segments)
        return replace(block, segments=values)

    def _homeless(self) -> Iterator[Block]:
        taken = {block.id for block in self._blocks}
        for name, segment in self._segments.items():
            if name not in self._placed:
                block = next(each for each in chain((name,), (f"{name}-{n}" for n in count(2))) if each not in taken)
                taken.add(block)
                yield Block(block, Role.BODY, (segment,))


def _changed_segments(before: Release, after: Release) -> Iterator[SegmentPiece]:
    old = before.places or {}
    for at, block in enumerate(after.blocks):
        if at < len(before.blocks) and block is before.blocks[at]:
            continue
        for segment in block.segments:
            if segment.id in old and before.segment(segment.id) != segment:
                yield SegmentPiece(segment)


def _same_outline(before: Release, after: Release) -> bool:
    if len(before.blocks) != len(after.blocks):
        return False
    return all(old is new or _stub(old) == _stub(new) for old, new in zip(before.blocks, after.blocks, strict=True))


def _stub(block: Block) -> Block:
    return replace(block, segments=tuple(Segment(each.id, Text()) for each in block.segments))


def _stubbed(blocks: tuple[Block, ...], fresh: frozenset[str]) -> tuple[Block, ...]:
    return tuple(
        replace(
            block,
            segments=tuple(each if each.id in fresh else Segment(each.id, Text()) for each in block.segments),
        )
        for block in blocks
    )
