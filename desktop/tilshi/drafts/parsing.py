"""The document of a draft read into a release, to a strict schema (see `serialising` for the form)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeVar

from tilshi.drafts import marginalia
from tilshi.drafts.schema import Malformed, Record, Shape, refuse, string
from tilshi.i18n import _
from tilshi.language.tags import is_well_formed
from tilshi.release import (
    Approval,
    Block,
    Capacity,
    ContactCard,
    Localised,
    Mark,
    MarkKind,
    Note,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
)
from tilshi.release.text import EMPTY

FORMAT: Final = "tilshi-draft"
VERSION: Final = 2
"""Version 1 knew neither approvals nor what is said of the release as a whole."""

MAX_SEGMENTS: Final = 20_000

_DOCUMENT: Final = Shape("format version release")
_RELEASE: Final = Shape(
    "id source_language target_languages template contacts blocks",
    "pictures waivers overrides publications switched_off bookmarks",
)
_BLOCK: Final = Shape("id role segments", "picture")
_SEGMENT: Final = Shape("id source", "targets notes")
_SOURCE: Final = Shape("text", "marks")
_TARGET: Final = Shape("text state", "marks basis approvals basis_text accepted")
_APPROVAL: Final = Shape("state capacity by at digest text", "marks")
_MARK: Final = Shape("start end kind", "href")
_NOTE: Final = Shape("id text", "author created language resolved start end reply_to")
_CONTACT: Final = Shape("id name", "office role phones emails hours time_zone")

E = TypeVar("E", bound=StrEnum)


class NotADraft(Malformed):
    """The document is something else."""


class NewerVersion(Malformed):
    """The document was written by a later version of the program."""


def release_of(document: object) -> Release:
    """The release in a parsed JSON document.

    Raises:
        NotADraft, NewerVersion, Malformed: what is wrong, and at which path of keys.
    """
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotADraft(_("This is not a Tilshi draft."))
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise NewerVersion(
            _(
                "The draft was saved by a newer version of Tilshi (draft format {found}; this version reads {known})."
            ).format(found=version, known=VERSION)
        )
    record = _DOCUMENT.record(document)
    if not 1 <= record.integer("version") <= VERSION:
        raise Malformed(_("There is no draft format {found}.").format(found=version), "version")
    return record.read("release", _release)


def _release(value: object) -> Release:
    record = _RELEASE.record(value)
    blocks = record.each("blocks", _block)
    if sum(len(block.segments) for block in blocks) > MAX_SEGMENTS:
        raise Malformed(_("There are more than {limit} segments.").format(limit=MAX_SEGMENTS), "blocks")
    _expect_unique_ids(blocks)
    try:
        return Release(
            id=record.string("id"),
            source_language=record.read("source_language", _language),
            target_languages=record.each("target_languages", _language),
            template=record.string("template"),
            blocks=blocks,
            contacts=record.each("contacts", _contact),
            pictures=record.each("pictures", marginalia.picture),
            waivers=record.each("waivers", marginalia.waiver),
            overrides=record.each("overrides", marginalia.override),
            publications=record.each("publications", marginalia.publication),
            switched_off=record.each("switched_off", string),
            bookmarks=record.each("bookmarks", string),
        )
    except ValueError as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed(_("An id or a language is there twice.")) from error


def _expect_unique_ids(blocks: tuple[Block, ...]) -> None:
    block_ids: set[str] = set()
    segment_ids: set[str] = set()
    for at, block in enumerate(blocks):
        if block.id in block_ids:
            raise Malformed(_("The id “{id}” is there twice.").format(id=block.id), f"blocks[{at}].id")
        block_ids.add(block.id)
        for within, segment in enumerate(block.segments):
            if segment.id in segment_ids:
                place = f"blocks[{at}].segments[{within}].id"
                raise Malformed(_("The id “{id}” is there twice.").format(id=segment.id), place)
            segment_ids.add(segment.id)


def _block(value: object) -> Block:
    record = _BLOCK.record(value)
    return Block(
        record.string("id"), record.read("role", _role), record.each("segments", _segment), record.string("picture")
    )


def _segment(value: object) -> Segment:
    record = _SEGMENT.record(value)
    return Segment(
        id=record.string("id"),
        source=record.read("source", _source),
        targets=record.mapping("targets", _language_name, _target),
        notes=record.each("notes", _note),
    )


def _source(value: object) -> Text:
    return _text(_SOURCE.record(value))


def _target(value: object) -> Target:
    record = _TARGET.record(value)
    state = record.read("state", _state)
    return Target(
        text=_text(record),
        state=state,
        basis=record.string("basis"),
        approvals=record.each("approvals", _approval),
        basis_text=record.optional("basis_text", _source, EMPTY),
        accepted=record.optional("accepted", _source, EMPTY),
    )


def _approval(value: object) -> Approval:
    record = _APPROVAL.record(value)
    return Approval(
        state=record.read("state", _state),
        capacity=record.read("capacity", _capacity),
        by=record.string("by"),
        at=record.string("at"),
        digest=record.string("digest"),
        text=_text(record),
    )


def _text(record: Record) -> Text:
    try:
        return Text(record.string("text"), record.each("marks", _mark))
    except ValueError as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed(_("A mark reaches beyond the end of its text."), "marks") from None


def _mark(value: object) -> Mark:
    record = _MARK.record(value)
    start, end = record.integer("start"), record.integer("end")
    if not 0 <= start < end:
        refuse(_("A mark cannot go from {start} to {end}.").format(start=start, end=end))
    return Mark(start, end, record.read("kind", _mark_kind), record.string("href"))


def _note(value: object) -> Note:
    record = _NOTE.record(value)
    language = record.string("language")
    if language:
        record.read("language", _language)
    start, end = record.integer("start", 0), record.integer("end", 0)
    if not 0 <= start <= end:
        refuse(_("A note cannot be about {start} to {end}.").format(start=start, end=end))
    return Note(
        id=record.string("id"),
        text=record.string("text"),
        author=record.string("author"),
        created=record.string("created"),
        language=language,
        resolved=record.flag("resolved"),
        start=start,
        end=end,
        reply_to=record.string("reply_to"),
    )


def _contact(value: object) -> ContactCard:
    record = _CONTACT.record(value)
    return ContactCard(
        id=record.string("id"),
        name=_localised(record, "name"),
        office=_localised(record, "office"),
        role=_localised(record, "role"),
        phones=record.each("phones", string),
        emails=record.each("emails", string),
        hours=_localised(record, "hours"),
        time_zone=record.string("time_zone"),
    )


def _localised(record: Record, key: str) -> Localised:
    return Localised(record.mapping(key, _language_name, string))


def _language(value: object) -> str:
    return _language_name(string(value))


def _language_name(tag: str) -> str:
    if not is_well_formed(tag):
        refuse(_("“{tag}” is not a language tag such as en or kk (BCP 47).").format(tag=tag[:40]))
    return tag


def _one_of(kind: type[E], value: object) -> E:
    try:
        return kind(string(value))
    except Malformed:
        raise
    except ValueError:
        choices = ", ".join(kind)
        refuse(_("“{found}” is not one of {choices}.").format(found=str(value)[:40], choices=choices))


def _role(value: object) -> Role:
    return _one_of(Role, value)


def _state(value: object) -> State:
    return _one_of(State, value)


def _capacity(value: object) -> Capacity:
    return _one_of(Capacity, value)


def _mark_kind(value: object) -> MarkKind:
    return _one_of(MarkKind, value)
