"""The release itself: frozen values, named after XLIFF 2.1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from tilshi.release.approvals import Approval, Override, Publication, State, Waiver
from tilshi.release.contact import ContactCard
from tilshi.release.picture import Picture
from tilshi.release.roles import Role
from tilshi.release.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Target:
    """The translation of one segment into one language.

    `basis` is the digest of the source it was made from, empty where that is not known. `approvals` are the newest of
    each capacity, sorted by capacity; they stay when the text changes, and then no longer hold. `basis_text` is the
    source that `basis` is of, kept while the source has another wording. `accepted` is the wording somebody who reviews
    has come to by accepting changes one by one, until the translation is approved; empty where nobody has begun.
    """

    text: Text = EMPTY
    state: State = State.INITIAL
    basis: str = ""
    approvals: tuple[Approval, ...] = ()
    basis_text: Text = EMPTY
    accepted: Text = EMPTY

    def __post_init__(self) -> None:
        if self.approvals:
            newest = {approval.capacity: approval for approval in self.approvals}
            object.__setattr__(self, "approvals", tuple(newest[name] for name in sorted(newest)))


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a segment (XLIFF `note`); no `language`: it concerns the source; `created` is ISO 8601 in UTC.

    It is about `start` to `end` (code points) of the text in its language, or about all of it where both are 0.
    `reply_to` is the id of the note it answers, if it does.
    """

    id: str
    text: str
    author: str = ""
    created: str = ""
    language: str = ""
    resolved: bool = False
    start: int = 0
    end: int = 0
    reply_to: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a note needs 0 <= start <= end, not {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Segment:
    """A source text with its translations; `targets` holds a pair (language, target) a language, sorted by language."""

    id: str
    source: Text
    targets: tuple[tuple[str, Target], ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        if self.targets:
            stored = {code: target for code, target in self.targets if target != Target()}
            object.__setattr__(self, "targets", tuple(sorted(stored.items(), key=lambda pair: pair[0])))

    def target(self, language: str) -> Target:
        """The translation into `language`; an empty initial one where there is none yet."""
        for code, target in self.targets:
            if code == language:
                return target
        return Target()

    def with_target(self, language: str, target: Target) -> Segment:
        """The segment with another translation; an empty initial target is the same as none and is not stored."""
        others = (pair for pair in self.targets if pair[0] != language)
        return replace(self, targets=(*others, (language, target)))


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a release with its role (XLIFF `unit`); usually a paragraph.

    `picture` is the id of the picture the part shows; its text is then the alternative text.
    """

    id: str
    role: Role
    segments: tuple[Segment, ...]
    picture: str = ""


class UnknownSegment(KeyError):
    """No segment of that id is in the release."""


@dataclass(frozen=True, slots=True)
class Release:
    """A document in one source language with translations into several target languages (XLIFF `file`).

    Languages are BCP 47 tags, each there once. Ids of blocks are unique among blocks, ids of segments among segments,
    ids of contacts among contacts, ids of pictures among pictures. `switched_off` are the ids of rules that are not to
    be asked, `bookmarks` the ids of segments, both sorted.
    `places` is an index derived from `blocks`; pass it on only where ids and order are unchanged.

    Raises:
        ValueError: an id or a language is there twice.
    """

    id: str
    source_language: str
    target_languages: tuple[str, ...] = ()
    template: str = "press-release"
    blocks: tuple[Block, ...] = ()
    contacts: tuple[ContactCard, ...] = ()
    pictures: tuple[Picture, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    overrides: tuple[Override, ...] = ()
    publications: tuple[Publication, ...] = ()
    switched_off: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    places: Mapping[str, tuple[int, int]] | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.places is None:
            object.__setattr__(self, "places", _index(self.blocks))
        if len({*self.languages}) < len(self.languages):
            raise ValueError("a language is there twice")
        if len({card.id for card in self.contacts}) < len(self.contacts):
            raise ValueError("two contacts have the same id")
        if len({picture.id for picture in self.pictures}) < len(self.pictures):
            raise ValueError("two pictures have the same id")
        for name in ("switched_off", "bookmarks"):
            if value := getattr(self, name):
                object.__setattr__(self, name, tuple(sorted({*value})))

    @property
    def languages(self) -> tuple[str, ...]:
        """Source language first, then the target languages."""
        return (self.source_language, *self.target_languages)

    def segments(self) -> Iterator[tuple[Block, Segment]]:
        """Every segment with its block, in reading order."""
        for block in self.blocks:
            for segment in block.segments:
                yield block, segment

    def place(self, segment_id: str) -> tuple[int, int]:
        """Where a segment stands: index of its block, index in the block.

        Raises:
            UnknownSegment: there is none of that id.
        """
        try:
            return (self.places or {})[segment_id]
        except KeyError:
            raise UnknownSegment(segment_id) from None

    def segment(self, segment_id: str) -> Segment:
        """The segment of that id.

        Raises:
            UnknownSegment: there is none.
        """
        at, within = self.place(segment_id)
        return self.blocks[at].segments[within]

    def block_of(self, segment_id: str) -> Block:
        """The block that holds the segment.

        Raises:
            UnknownSegment: there is none of that id.
        """
        return self.blocks[self.place(segment_id)[0]]

    def text(self, segment_id: str, language: str) -> Text:
        """The text of a segment in the source language or a target language."""
        segment = self.segment(segment_id)
        return segment.source if language == self.source_language else segment.target(language).text

    def picture(self, picture_id: str) -> Picture | None:
        """The picture of that id, if there is one."""
        return next((picture for picture in self.pictures if picture.id == picture_id), None)

    def first(self, role: Role) -> Block | None:
        """The first block of that role, if any."""
        return next((block for block in self.blocks if block.role is role), None)

    def with_segment(self, segment: Segment) -> Release:
        """The release with the segment of the same id replaced."""
        return self.with_segments((segment,))

    def with_segments(self, segments: Iterable[Segment]) -> Release:
        """The release with the segments of the same ids replaced, in one pass over the blocks.

        Raises:
            UnknownSegment: there is none of one of the ids.
        """
        blocks, parts = list(self.blocks), dict[int, list[Segment]]()
        for segment in segments:
            at, within = self.place(segment.id)
            if at not in parts:
                parts[at] = list(blocks[at].segments)
            parts[at][within] = segment
        for at, those in parts.items():
            blocks[at] = replace(blocks[at], segments=tuple(those))
        return replace(self, blocks=tuple(blocks))

    def with_blocks(self, blocks: tuple[Block, ...]) -> Release:
        """The release with other blocks."""
        return replace(self, blocks=blocks, places=None)


def _index(blocks: tuple[Block, ...]) -> Mapping[str, tuple[int, int]]:
    places: dict[str, tuple[int, int]] = {}
    if len({block.id for block in blocks}) < len(blocks):
        raise ValueError("two blocks have the same id")
    for at, block in enumerate(blocks):
        for within, segment in enumerate(block.segments):
            if segment.id in places:
                raise ValueError(f"two segments have the id {segment.id!r}")
            places[segment.id] = (at, within)
    return places
