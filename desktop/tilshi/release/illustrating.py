"""Pictures put into a release, each with a part that shows it."""

from __future__ import annotations

from tilshi.release.edits import Compound, Edit, ReplaceBlocks, SetField
from tilshi.release.model import Block, Release, Segment
from tilshi.release.operations import fresh_id, set_pictures
from tilshi.release.picture import Picture
from tilshi.release.roles import Role
from tilshi.release.text import Text


def insert_picture(release: Release, at: int, name: str, data: bytes, *, captioned: bool = True) -> Compound:
    """A picture before the part at index `at` (at the end: `len(blocks)`), with an empty caption after it.

    Its segment is the alternative text, still to be written, in every language. A picture that is there already, to
    the byte, is kept once.
    """
    known = next((picture for picture in release.pictures if picture.data == data), None)
    edits: list[Edit] = []
    if known is None:
        known = Picture(_fresh_picture(release), name, data)
        edits.append(set_pictures(release, (*release.pictures, known)))
    shown = fresh_id(release, "p")
    blocks = [Block(shown, Role.PICTURE, (Segment(shown, Text()),), known.id)]
    if captioned:
        caption = fresh_id(release.with_blocks((*release.blocks, *blocks)), "p")
        blocks.append(Block(caption, Role.CAPTION, (Segment(caption, Text()),)))
    edits.append(ReplaceBlocks(at, (), tuple(blocks)))
    return Compound(tuple(edits))


def unused_pictures(release: Release) -> SetField | None:
    """Lets go of the pictures that no part shows any more; None where there are none."""
    shown = {block.picture for block in release.blocks}
    kept = tuple(picture for picture in release.pictures if picture.id in shown)
    return set_pictures(release, kept) if len(kept) < len(release.pictures) else None


def _fresh_picture(release: Release) -> str:
    taken = {picture.id for picture in release.pictures}
    number = 1
    while f"picture-{number}" in taken:
        number += 1
    return f"picture-{number}"
