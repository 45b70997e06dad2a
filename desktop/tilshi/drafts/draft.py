"""Draft files: opened whole or refused with a reason, saved whole or not at all.

A save runs in this order (the journal and the history of saves take their places where the comments say):
serialise → parse back and compare → is the file still the one we opened? → replace it atomically.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn

from tilshi.drafts.container import Container, PlainContainer, is_sealed
from tilshi.drafts.merging import Merged
from tilshi.drafts.parsing import NewerVersion, NotADraft, release_of
from tilshi.drafts.schema import Malformed
from tilshi.drafts.serialising import document_of
from tilshi.files.atomic import replace as replace_file
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.files.kinds import refuse_foreign
from tilshi.i18n import _
from tilshi.release import Release

SUFFIX: Final = ".tilshi"
PLAIN: Final = PlainContainer()
_MAX_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class Draft:
    """A release as it stands in a file; `fingerprint` is the SHA-256 of the file's bytes, in hexadecimal."""

    release: Release
    path: Path
    fingerprint: str
    container: Container = PLAIN


class DraftConflict(FileError):
    """The file holds something we have neither read nor written: nobody's work is overwritten by a save.

    `save_draft` to `copy_path` keeps both. Where the two could be merged but for some places, `merged` is how, and
    `fingerprint` what the file is that was merged with.
    """

    def __init__(
        self, path: Path, reason: str, *, remedy: str = "", merged: Merged | None = None, fingerprint: str = ""
    ) -> None:
        super().__init__(path, reason, remedy=remedy)
        self.merged = merged
        self.fingerprint = fingerprint

    @property
    def copy_path(self) -> Path:
        """A free name beside the file for our own version."""
        return free_name(self.path, _("{name} (my version {number})"))


def open_draft(path: Path, container: Container = PLAIN) -> Draft:
    """The draft in a file; only reads.

    Raises:
        KeyNeeded: it is encrypted, and `container` has no key.
        FileError: not there, too large, damaged (with line and column, or the path of keys), or of a newer version.
    """
    data = read_bytes(path)
    return Draft(parse_draft(path, data, container), path, fingerprint(data), container)


def parse_draft(path: Path, data: bytes, container: Container = PLAIN) -> Release:
    """The release in the bytes of a draft; `path` is what errors call them.

    Raises:
        KeyNeeded: it is encrypted, and `container` has no key.
        FileError: damaged (with line and column, or the path of keys), or of a newer version.
    """
    refuse_foreign(path, data)
    return release_in(path, container.unseal(data, path))


def save_draft(release: Release, path: Path, base: Draft | None = None, *, overwrite: bool = False) -> Draft:
    """Keep the release in the file at `path`; `base` is what was opened from there or saved there last, if anything.

    With `overwrite` a file that is not `base` is replaced all the same: only where the user has said so.

    Raises:
        DraftConflict: the file is not the one of `base`; nothing was written.
        FileError: the release cannot be stored, or not here; what was there before is untouched.
    """
    container = base.container if base else PLAIN
    data = container.seal(checked_document(path, release))
    if not overwrite:
        _expect_unchanged(path, base)
    # The history of saves keeps the old generation here, before it is replaced.
    replace_file(path, data, private=True)
    # The journal begins anew from here: everything it held is in the file.
    return Draft(release, path, fingerprint(data), container)


def is_draft(data: bytes) -> bool:
    """Whether the bytes of a file are meant as a draft, damaged or not; enough of the beginning will do."""
    return is_sealed(data) or b'"tilshi-draft"' in data[:400]


def checked_document(path: Path, release: Release, verified: Release | None = None) -> bytes:
    """The release serialised; parsed back and compared, so that no bug of ours is found out when it is too late.

    `verified` has been read from a file or checked before: blocks that are still the very same are not read again.

    Raises:
        FileError: the release holds what no draft can store; `path` is what it calls the draft.
    """
    try:
        document = document_of(release)
        sound = _reads_back(document, release, verified)
    except UnicodeEncodeError as error:
        raise FileError(
            path,
            _("A text holds half of a character (a lone surrogate), which no file can keep: {before}").format(
                before=error.object[max(error.start - 30, 0) : error.start]
            ),
            remedy=_("Delete it and save again."),
        ) from error
    except Malformed as fault:
        raise FileError(path, fault.reason, place=fault.place, remedy=_("Change it and save again.")) from fault
    if not sound:
        raise FileError(
            path,
            _("The draft would not be read back as it is, so it was not saved."),
            remedy=_("This is a fault of Tilshi. Export the release as XLIFF to keep your work, and report it."),
        )
    return document


def _reads_back(document: bytes, release: Release, verified: Release | None) -> bool:
    loaded = json.loads(document)
    known = {id(block) for block in verified.blocks} if verified else set()
    blocks = loaded["release"]["blocks"]
    changed = [at for at, block in enumerate(release.blocks) if id(block) not in known]
    loaded["release"]["blocks"] = [blocks[at] for at in changed]
    expected = release.with_blocks(tuple(release.blocks[at] for at in changed)) if known else release
    return len(blocks) == len(release.blocks) and release_of(loaded) == expected


def release_in(path: Path, document: bytes) -> Release:
    """The release in the document of a draft, out of its container; `path` is what errors call it.

    Raises:
        FileError: damaged (with line and column, or the path of keys), or of a newer version.
    """
    try:
        return release_of(_json(document))
    except UnicodeDecodeError as error:
        line = document.count(b"\n", 0, error.start) + 1
        _refuse(path, _("The file is not in UTF-8."), _("line {line}").format(line=line))
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        _refuse(path, _("The draft is damaged or cut off here."), place)
    except RecursionError:
        _refuse(path, _("The draft is damaged: it is nested too deeply."), "")
    except NewerVersion as fault:
        raise FileError(
            path, fault.reason, remedy=_("Update Tilshi to open it. The file was left as it is.")
        ) from fault
    except NotADraft as fault:
        raise FileError(path, fault.reason, remedy=_("Import the file instead.")) from fault
    except Malformed as fault:
        _refuse(path, fault.reason, fault.place)


def _refuse(path: Path, reason: str, place: str) -> NoReturn:
    raise FileError(path, reason, place=place, remedy=_("Look for an earlier copy of the draft."))


def _json(document: bytes) -> object:
    """The document as JSON values; an object that has a member twice is refused, since one of the two would be lost."""
    text = document.decode("utf-8").removeprefix("\ufeff")
    if not text.lstrip().startswith(("{", "[")):
        raise NotADraft(_("This is not a Tilshi draft."))
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_number, parse_int=_integer)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Malformed(_("“{key}” is there twice.").format(key=twice), twice)
    return members


def _integer(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise Malformed(_("A number of {length} digits is too large.").format(length=len(digits)))
    return int(digits)


def _no_number(constant: str) -> NoReturn:
    raise Malformed(_("“{found}” is no number.").format(found=constant))


def _expect_unchanged(path: Path, base: Draft | None) -> None:
    ours = base is not None and base.path == path
    try:
        data = read_bytes(path)
    except FileError:
        if path.exists():
            raise
        return  # it was moved or deleted: writing it anew overwrites nobody
    if base is not None and ours and fingerprint(data) == base.fingerprint:
        return
    reason = (
        _("Somebody else has changed the file since it was opened here.")
        if ours
        else _("There is a file of this name already.")
    )
    raise DraftConflict(path, reason, remedy=_("Save a copy under another name; nothing was overwritten."))


def free_name(path: Path, pattern: str) -> Path:
    """A name beside the file that nothing has yet, out of a pattern with `{name}` and `{number}`."""
    number = 1
    while (candidate := path.with_name(f"{pattern.format(name=path.stem, number=number)}{path.suffix}")).exists():
        number += 1
    return candidate


def fingerprint(data: bytes) -> str:
    """SHA-256 of the bytes of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
