"""How a draft is saved: no moment of a crash finds less than one whole state of it. The order is this.

serialise → parse back and compare → lock → compare with what was loaded, and merge if somebody else has saved → the old
generation to the history → tell the journal → temporary file in the same folder, written and synced → exchange → sync
the folder → read back and compare → a new journal → unlock.
"""

from __future__ import annotations

import contextlib
import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tilshi.drafts.container import Container, KeyNeeded, OtherKey
from tilshi.drafts.draft import Draft, DraftConflict, checked_document, fingerprint, free_name, parse_draft
from tilshi.drafts.history import keep_generation
from tilshi.drafts.locking import saving
from tilshi.drafts.merging import Merged, merge
from tilshi.files.atomic import refusal
from tilshi.files.atomic import replace as replace_file
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _
from tilshi.release import Release


@dataclass(frozen=True, slots=True)
class Origin:
    """What a session began from: what the file at `path` held, with its fingerprint (both empty for none).

    `damaged`: the file of that fingerprint cannot be read, and `release` is what it should hold. `known` are
    fingerprints of files whose content is in the session already.
    """

    release: Release
    path: Path | None = None
    fingerprint: str = ""
    damaged: bool = False
    known: tuple[str, ...] = ()
    document: bytes | None = None
    """The release serialised, where that is at hand."""

    def at(self, path: Path, known: tuple[str, ...]) -> Origin:
        """The same for a save to `path`: of another file nothing is known."""
        if self.path is not None and os.path.realpath(path) == os.path.realpath(self.path):
            return replace(self, path=path, known=known)
        return Origin(self.release, path)


@dataclass(frozen=True, slots=True)
class Saved:
    """What is in the file now; `merged` says that somebody else's work was taken in with ours."""

    draft: Draft
    document: bytes
    merged: bool = False
    warnings: tuple[FileWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies in the file before it is replaced; `release` is None where that is no draft."""

    data: bytes
    fingerprint: str
    release: Release | None
    error: FileError | None = None


def save(  # noqa: PLR0913  # the steps before and after the exchange belong to the journal
    release: Release,
    path: Path,
    origin: Origin,
    folder: Path,
    container: Container,
    *,
    announce: Callable[[Release, str], None],
    settle: Callable[[Saved], None],
    overwrite: bool = False,
    adopt: bool = True,
) -> Saved:
    """Puts the release into the file at `path`, whose state is in `folder`.

    `announce` hears what is about to become the file of which fingerprint, `settle` what it is. With `overwrite`,
    something unknown in the file is replaced, and kept in the history if it is a draft. With `adopt`, slots that
    somebody else has given the draft since are kept; without, those of `container` take their place.

    Raises:
        DraftConflict: the file holds what we do not know and cannot merge; nothing was written.
        Locked: somebody else is saving there and does not come to an end.
        FileError: it cannot be stored, or not here; what was there before is untouched.
    """
    verified = origin.release if origin.fingerprint and not origin.damaged else None
    document = checked_document(path, release, verified)
    with saving(path, _user()):
        found = _found(path, origin, container)
        merged = _merged(release, path, origin, found, overwrite=overwrite)
        if merged != release:
            document = checked_document(path, merged)
        if adopt and found is not None and found.fingerprint != origin.fingerprint:
            container = container.adopting(found.data)
        data = container.seal(document)
        warnings = _keep_old(path, origin, found, folder, container)
        announce(merged, fingerprint(data))
        replace_file(path, data, private=True)
        saved = Saved(Draft(merged, path, fingerprint(data), container), document, merged != release, warnings)
        settle(saved)
    return saved


def _found(path: Path, origin: Origin, container: Container) -> _Found | None:
    if not path.exists():
        return None  # new, moved or deleted: writing it anew overwrites nobody
    data = read_bytes(path)
    mark = fingerprint(data)
    if mark == origin.fingerprint:
        return _Found(data, mark, None if origin.damaged else origin.release)
    try:
        return _Found(data, mark, parse_draft(path, data, container))
    except FileError as error:
        return _Found(data, mark, None, error)


def _merged(release: Release, path: Path, origin: Origin, found: _Found | None, *, overwrite: bool) -> Release:
    """Our release, with what somebody else has saved since."""
    if overwrite or found is None or found.fingerprint in {origin.fingerprint, *origin.known} - {""}:
        return release
    if not origin.fingerprint:
        raise DraftConflict(
            path,
            _("There is a file of this name already."),
            remedy=_("Save a copy under another name; nothing was overwritten."),
        )
    merged = merge(origin.release, release, found.release) if found.release else None
    if merged is None or merged.conflicts:
        raise _conflict(path, found, merged)
    return merged.release


def _conflict(path: Path, found: _Found, merged: Merged | None) -> DraftConflict:
    if isinstance(found.error, KeyNeeded | OtherKey):
        return DraftConflict(
            path,
            _("Somebody else has encrypted the draft, or has changed its key, since it was opened here."),
            remedy=_("Close it and open it again with the new key: what you have done here is kept and comes along."),
            fingerprint=found.fingerprint,
        )
    return DraftConflict(
        path,
        _("Somebody else has changed the same parts of the file since it was opened here.")
        if merged
        else _("Something else is in the file now, which cannot be read."),
        remedy=_("Save a copy under another name; nothing was overwritten."),
        merged=merged,
        fingerprint=found.fingerprint,
    )


def _keep_old(
    path: Path, origin: Origin, found: _Found | None, folder: Path, container: Container
) -> tuple[FileWarning, ...]:
    """The old generation into the history, something damaged aside. A history that cannot be written stops no save."""
    if found is None:
        return ()
    if found.release is None:
        if origin.damaged:
            _put_aside(path)
        return ()
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        old = container.unseal(found.data, path)
        keep_generation(folder, old, container, fingerprint=found.fingerprint, at=written, by=_owner(path))
    except (FileError, OSError) as error:
        why = error.reason if isinstance(error, FileError) else str(error.strerror)
        return (FileWarning(_("The earlier state could not be kept in the history: {why}").format(why=why)),)
    return ()


def _put_aside(path: Path) -> None:
    """The damaged file keeps lying beside the new one, under another name; takes no space."""
    aside = free_name(path, _("{name} (damaged {number})"))
    try:
        try:
            os.link(os.path.realpath(path), aside)
        except OSError:  # a file system without links
            path.replace(aside)
    except OSError as error:
        raise refusal(path, error) from error


def _owner(path: Path) -> str:
    """Whose file it is, which after an exchange is who saved it last; empty where the system cannot say."""
    with contextlib.suppress(OSError, KeyError, NotImplementedError):
        return path.owner()
    return ""


def _user() -> str:
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
