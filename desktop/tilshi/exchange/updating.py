"""A new version of the source: what it changes of a release, and one edit that takes it over.

Translations and ids stay with the part they
belong to; where its source changed they keep the digest of the source they were made from, and are behind it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from tilshi.exchange.versions import Pair, paired
from tilshi.language.differences import Span, SpanKind, words_difference
from tilshi.release import Block, Note, Picture, Release, Segment, Text
from tilshi.release.edits import Compound, Edit, ReplaceBlocks, SetField
from tilshi.release.operations import write_source


class RowKind(StrEnum):
    """What became of a part."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Row:
    """A part that is not as it was: texts of both versions, and what differs word by word.

    `segment` is its id in the release (of an added part, the id it gets); `translated` says that translations are
    affected: behind their source, or lost with it.
    """

    kind: RowKind
    segment: str
    old: str = ""
    new: str = ""
    difference: tuple[Span, ...] = ()
    translated: bool = False


@dataclass(frozen=True, slots=True)
class SourceUpdate:
    """The edit that takes a new source over, None where nothing changes, and what it changes."""

    edit: Edit | None
    rows: tuple[Row, ...] = ()


def update_source(release: Release, newer: Release) -> SourceUpdate:
    """What a new version of the source (`newer`, as imported; its translations are not looked at) changes.

    Roles, notes and everything else of the release stay; remarks of the new version are added to them.

    Raises:
        ValueError: the two have different source languages.
    """
    if release.source_language != newer.source_language:
        raise ValueError(f"a source in {release.source_language} has no version in {newer.source_language}")
    update = _Update(release, newer)
    blocks: list[Block] = []
    rows: list[Row] = []
    for pair in paired(release.blocks, newer.blocks):
        old = None if pair.old is None else release.blocks[pair.old]
        made = None if pair.new is None else update.block(old, newer.blocks[pair.new])
        if made is not None:
            blocks.append(made)
        rows += _rows(old, made, pair)
    return SourceUpdate(_edit(release, tuple(blocks), update.added), tuple(rows))


class _Update:
    """What the parts of the new version need of the release: ids that are free, pictures that are there already."""

    __slots__ = ("_pictures", "_release", "_serial", "_taken", "added")

    def __init__(self, release: Release, newer: Release) -> None:
        self._release = release
        self._taken = {block.id for block in release.blocks} | {segment.id for _, segment in release.segments()}
        self._serial = 1
        known = {picture.data: picture.id for picture in release.pictures}
        taken = set(known.values())
        self.added: tuple[Picture, ...] = ()
        self._pictures: dict[str, str] = {}
        for picture in newer.pictures:
            if picture.data not in known:
                name = _free(picture.id, taken)
                taken.add(name)
                known[picture.data] = name
                self.added += (replace(picture, id=name),)
            self._pictures[picture.id] = known[picture.data]

    def block(self, old: Block | None, new: Block) -> Block:
        """The part of the new version as it stands in the release: the old one with another source, or a new one."""
        picture = self._pictures.get(new.picture, "")
        if old is None:
            name = self._fresh()
            segment = Segment(name, _source(new), notes=_notes(new))
            return Block(name, new.role, (segment,), picture)
        text = _source(new)
        segments = old.segments if _source(old) == text else tuple(self._rewritten(old, text))
        if segments and (fresh := tuple(_unknown(_notes(new), old))):
            # A remark on a stretch of the whole part fits only where the part is one segment.
            whole = fresh if len(segments) == 1 else tuple(replace(note, start=0, end=0) for note in fresh)
            segments = (replace(segments[0], notes=(*segments[0].notes, *whole)), *segments[1:])
        return replace(old, segments=segments, picture=picture or old.picture)

    def _rewritten(self, old: Block, text: Text) -> Iterator[Segment]:
        """The segments of a part with their stretches of its new text; one that is left with nothing goes."""
        for segment, source in zip(old.segments, _divided(old, text), strict=True):
            if source or segment.targets or len(old.segments) == 1:
                edit = write_source(self._release, segment.id, source)
                yield segment if source == segment.source else _within(edit.new)

    def _fresh(self) -> str:
        while f"p{self._serial}" in self._taken:
            self._serial += 1
        self._taken.add(f"p{self._serial}")
        return f"p{self._serial}"


def _free(name: str, taken: set[str]) -> str:
    serial = 1
    free = name
    while free in taken:
        serial += 1
        free = f"{name}-{serial}"
    return free


def _source(block: Block) -> Text:
    """The whole text of a part."""
    whole = Text()
    for segment in block.segments:
        whole = whole + Text(" ") + segment.source if whole and segment.source else whole + segment.source
    return whole


def _divided(block: Block, text: Text) -> list[Text]:
    """The new text of a part, cut where its segments met in the old one."""
    if len(block.segments) == 1:
        return [text]
    old = _source(block).string
    spans = words_difference(old, text.string)
    cuts, at = [0], 0
    for segment in block.segments[:-1]:
        at += len(segment.source) + (1 if segment.source else 0)
        cuts.append(max(cuts[-1], _carried(min(at, len(old)), spans)))
    cuts.append(len(text))
    return [_stripped(text.part(start, end)) for start, end in itertools.pairwise(cuts)]


def _carried(at: int, spans: tuple[Span, ...]) -> int:
    """The place in the new text for one in the old text; what was inserted there stands before it."""
    place = 0
    for span in spans:
        if span.old_start > at or (span.old_start == at and span.kind is not SpanKind.INSERT):
            break
        inside = span.new_start + at - span.old_start if span.kind is SpanKind.EQUAL else span.new_end
        place = min(inside, span.new_end)
    return place


def _stripped(text: Text) -> Text:
    string = text.string
    start = len(string) - len(string.lstrip(" "))
    return text.part(start, max(start, len(string.rstrip(" "))))


def _within(segment: Segment) -> Segment:
    """The segment with notes on the source kept within it; those that lost their place are on all of it."""
    end = len(segment.source)
    notes = tuple(
        replace(note, start=0, end=0) if not note.language and note.end > end else note for note in segment.notes
    )
    return replace(segment, notes=notes)


def _notes(block: Block) -> tuple[Note, ...]:
    return tuple(note for segment in block.segments for note in segment.notes if not note.language)


def _unknown(notes: tuple[Note, ...], block: Block) -> Iterator[Note]:
    """Notes that the part does not have yet, with ids that are free in it."""
    known = {(note.text, note.author) for segment in block.segments for note in segment.notes}
    taken = {note.id for segment in block.segments for note in segment.notes}
    for note in notes:
        if (note.text, note.author) not in known:
            name = _free(note.id, taken)
            taken.add(name)
            yield replace(note, id=name)


def _rows(old: Block | None, made: Block | None, pair: Pair) -> Iterator[Row]:
    before = "" if old is None else _source(old).string
    after = "" if made is None else _source(made).string
    translated = old is not None and any(segment.targets for segment in old.segments)
    if made is None and old is not None:
        yield Row(RowKind.REMOVED, old.segments[0].id, before, "", words_difference(before, ""), translated)
    elif old is None and made is not None:
        yield Row(RowKind.ADDED, made.segments[0].id, "", after, words_difference("", after))
    elif old is not None and made is not None and (before != after or _marks(old) != _marks(made)):
        difference = words_difference(before, after)
        yield Row(RowKind.CHANGED, made.segments[0].id, before, after, difference, translated)
    if pair.moved and made is not None:
        yield Row(RowKind.MOVED, made.segments[0].id, before, after)


def _marks(block: Block) -> object:
    return _source(block).marks


def _edit(release: Release, blocks: tuple[Block, ...], added: tuple[Picture, ...]) -> Edit | None:
    edits: list[Edit] = []
    if added:
        edits.append(SetField("pictures", release.pictures, (*release.pictures, *added)))
    if blocks != release.blocks:
        edits.append(ReplaceBlocks(0, release.blocks, blocks))
    return Compound(tuple(edits)) if edits else None
