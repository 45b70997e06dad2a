"""What the records of a journal hold.

    B  {"path": …, "hash": …, "at": …, "sealed": …, "replaces": […]} newline, the sealed document of the base
    E  sealed: {"n": 12, "segment": "s3"} newline, the document that carries the piece (also "field", or "outline")
    M  {"n": 12, "hash": …}

B comes first: the snapshot all else builds on, with the SHA-256 of the file it stands in (empty for none). E is an
edit, M says that the state after edit `n` is about to become the file of that hash. What tells about the text passes
through the container; where the file lies does not, so that a locked draft can be found and its owner asked for a key.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from tilshi.drafts.container import Container, KeyNeeded
from tilshi.drafts.draft import release_in
from tilshi.drafts.pieces import FIELDS, FieldPiece, OutlinePiece, Piece, SegmentPiece, carrier
from tilshi.drafts.serialising import document_of
from tilshi.files.errors import FileError
from tilshi.release import Release

_BASE: Final = b"B"
_EDIT: Final = b"E"
_MARK: Final = b"M"


class Illegible(Exception):
    """A record is as it was written, and yet cannot be understood: of a newer version, or for another key."""


@dataclass(frozen=True, slots=True)
class BaseHead:
    """Where the base stands: `path` is empty for a release in no file, `at` is ISO 8601 in UTC.

    `replaces` names journals whose edits this one holds; `sealed` says that a key is needed to read it.
    """

    path: str
    hash: str
    at: str
    sealed: bool = False
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A piece with the number of the edit that made it."""

    number: int
    piece: Piece


@dataclass(frozen=True, slots=True)
class Mark:
    """The state after edit `number` may have become the file of that hash."""

    number: int
    hash: str


def base_payload(head: BaseHead, document: bytes, container: Container) -> bytes:
    """The first record of a journal, with the document of the base."""
    return b"".join((_BASE, _json(asdict(head)), b"\n", container.seal(document)))


def edit_payload(edit: Edit, release: Release, container: Container) -> bytes:
    """The record of one piece of `release`; raises UnicodeEncodeError for half a surrogate pair."""
    head: dict[str, object] = {"n": edit.number}
    match edit.piece:
        case SegmentPiece(segment):
            head["segment"] = segment.id
        case FieldPiece(name):
            head["field"] = name
        case OutlinePiece(fresh=fresh):
            head["outline"] = sorted(fresh)
    document = document_of(carrier(edit.piece, release))
    return _EDIT + container.seal_record(b"\n".join((_json(head), document)))


def mark_payload(mark: Mark) -> bytes:
    """The record that announces a save."""
    return _MARK + _json({"n": mark.number, "hash": mark.hash})


def base_head(payload: bytes) -> BaseHead | None:
    """Where the base stands, if this is its record; needs no key."""
    if not payload.startswith(_BASE):
        return None
    try:
        head = json.loads(payload[1 : payload.index(b"\n")])
        return BaseHead(head["path"], head["hash"], head["at"], head["sealed"], tuple(head["replaces"]))
    except (ValueError, KeyError, TypeError):
        return None


def base_release(path: Path, payload: bytes, container: Container) -> Release:
    """The snapshot in the first record; raises FileError."""
    return release_in(path, container.unseal(base_document(payload), path))


def base_document(payload: bytes) -> bytes:
    """The sealed document in the first record; empty where it is another record."""
    head, _newline, document = payload.partition(b"\n")
    return document if head.startswith(_BASE) else b""


def resealed(path: Path, payload: bytes, container: Container) -> bytes:
    """The record as `container` would seal it now; raises FileError."""
    if (head := base_head(payload)) is not None:
        document = container.unseal(base_document(payload), path)
        return base_payload(replace(head, sealed=container.sealed), document, container)
    if payload.startswith(_EDIT):
        return _EDIT + container.seal_record(container.unseal(payload[1:], path))
    return payload


def entry(path: Path, payload: bytes, container: Container) -> Edit | Mark:
    """What a record after the first one holds.

    Raises:
        Illegible: nothing this version or this key can read.
        KeyNeeded: there is no key.
    """
    try:
        if payload.startswith(_MARK):
            head = json.loads(payload[1:])
            return Mark(head["n"], head["hash"])
        if payload.startswith(_EDIT):
            line, _newline, document = container.unseal(payload[1:], path).partition(b"\n")
            head = json.loads(line)
            return Edit(head["n"], _piece(head, release_in(path, document)))
    except KeyNeeded:
        raise
    except (FileError, ValueError, KeyError, TypeError, IndexError) as error:
        raise Illegible from error
    raise Illegible


def _piece(head: dict[str, Any], carried: Release) -> Piece:
    if "segment" in head:
        return SegmentPiece(carried.segment(head["segment"]))
    if "outline" in head:
        return OutlinePiece(carried.blocks, frozenset(head["outline"]))
    name = head["field"]
    if name not in FIELDS:
        raise Illegible
    return FieldPiece(name, getattr(carried, name))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=True).encode()
