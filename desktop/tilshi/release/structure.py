"""How parts are divided and joined: each function returns the edit for it. None of them changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tilshi.release.edits import ReplaceBlocks
from tilshi.release.model import Block, Release, Segment
from tilshi.release.operations import fresh_id, index_of, merge_with_next, split_segment
from tilshi.release.roles import Role
from tilshi.release.text import EMPTY, Text


def split_block(release: Release, segment_id: str, role: Role | None = None) -> ReplaceBlocks:
    """A part divided before one of its segments; the second half has the same role, or `role`.

    Raises:
        ValueError: it is the first segment of its part.
    """
    at, within = release.place(segment_id)
    block = release.blocks[at]
    if not within:
        raise ValueError("nothing of the part stands before its first segment")
    second = Block(fresh_id(release, "p"), role or block.role, block.segments[within:])
    return ReplaceBlocks(at, (block,), (replace(block, segments=block.segments[:within]), second))


def join_with_next_block(release: Release, block_id: str) -> ReplaceBlocks:
    """A part with the segments of the next one, which goes; the role and the picture are those of the first.

    Raises:
        ValueError: it is the last part.
    """
    at = index_of(release, block_id)
    if at + 1 >= len(release.blocks):
        raise ValueError("the last part has no next one to be joined with")
    first, second = release.blocks[at : at + 2]
    whole = replace(first, segments=(*first.segments, *second.segments), picture=first.picture or second.picture)
    return ReplaceBlocks(at, (first, second), (whole,))


def merge_across(release: Release, segment_id: str, space: str = " ") -> ReplaceBlocks:
    """The last segment of a part joined with the first one of the next part; both parts become one.

    Raises:
        ValueError: it is not the last segment of its part, or its part is the last.
    """
    at, within = release.place(segment_id)
    if within + 1 < len(release.blocks[at].segments):
        raise ValueError("the segment is not the last one of its part")
    joined = join_with_next_block(release, release.blocks[at].id)
    merged = merge_with_next(joined.apply(release), segment_id, space)
    return ReplaceBlocks(at, joined.old, merged.new)


def break_block(
    release: Release, segment_id: str, at: int, role: Role, targets_at: Mapping[str, int] | None = None
) -> ReplaceBlocks:
    """A part broken before code point `at` of the source of a segment; what follows is a new part of that role.

    A part broken at its end is followed by an empty one, a part broken at its beginning follows one.
    """
    index, within = release.place(segment_id)
    block = release.blocks[index]
    segment = block.segments[within]
    name = fresh_id(release, "p")
    if not segment.source.string[at:].strip():
        rest = block.segments[within + 1 :] or (Segment(name, EMPTY),)
        new = (replace(block, segments=block.segments[: within + 1]), Block(name, role, rest))
        return ReplaceBlocks(index, (block,), new)
    if not segment.source.string[:at].strip() and not within:
        before = Block(name, block.role, (Segment(name, EMPTY),))
        return ReplaceBlocks(index, (block,), (before, block))
    halves = split_segment(release, segment_id, at, targets_at or {}).new[0].segments
    rest = halves[within + 1 :]
    return ReplaceBlocks(
        index, (block,), (replace(block, segments=halves[: within + 1]), Block(rest[0].id, role, rest))
    )


def insert_parts(release: Release, at: int, parts: Iterable[tuple[Role, Text]]) -> ReplaceBlocks:
    """New parts of one segment each, before the part at index `at` (at the end: `len(blocks)`)."""
    return ReplaceBlocks(at, (), _parts(release, parts))


def replace_block(release: Release, block_id: str, parts: Sequence[tuple[Role, Text]]) -> ReplaceBlocks:
    """Several new parts where there was one, such as an empty one into which they were pasted."""
    at = index_of(release, block_id)
    return ReplaceBlocks(at, (release.blocks[at],), _parts(release, parts))


def _parts(release: Release, parts: Iterable[tuple[Role, Text]]) -> tuple[Block, ...]:
    taken = {block.id for block in release.blocks} | {segment.id for _block, segment in release.segments()}
    made: list[Block] = []
    number = 1
    for role, text in parts:
        while (name := f"p{number}") in taken:
            number += 1
        taken.add(name)
        made.append(Block(name, role, (Segment(name, text),)))
    return tuple(made)
