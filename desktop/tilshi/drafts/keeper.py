"""The keeper of one open draft: every edit in the journal, every save in the file, neither ever at the other's cost.

Not safe across threads; `writer.JournalWriter` gives it one of its own.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tilshi.drafts.container import Container
from tilshi.drafts.entries import BaseHead, Edit, Mark, base_payload, edit_payload, mark_payload
from tilshi.drafts.history import reseal
from tilshi.drafts.journal import Journal, remove_journals
from tilshi.drafts.lineage import reseal_journals
from tilshi.drafts.merging import merge
from tilshi.drafts.pieces import differences
from tilshi.drafts.saving import Origin, Saved, save
from tilshi.drafts.serialising import document_of
from tilshi.drafts.statefolder import folder_of, is_new, new_folder
from tilshi.files.atomic import refusal
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _, ngettext
from tilshi.release import Release

_MARKS: Final = 3
"""So many saves that may have reached the file are remembered; one that surely did ends the wait."""
_LARGE: Final = 4 * 1024 * 1024
"""Bytes a journal may grow beyond four times what it began with."""


@dataclass(frozen=True, slots=True)
class _Save:
    """A state that may have become the file of that fingerprint."""

    fingerprint: str
    release: Release


class Keeper:
    """Keeps a draft from the moment it is open.

    `origin` says what lies in its file. `recovered` is the release as recovery found it, still in the journals
    `replaces` of sessions that died: they go when this session's own journal holds what they held, or are renamed
    with `keep_replaced`, since they hold one side of a conflict.
    """

    def __init__(  # noqa: PLR0913  # what opening found, each a thing of its own
        self,
        state: Path,
        origin: Origin,
        container: Container,
        *,
        folder: Path | None = None,
        recovered: Release | None = None,
        replaces: tuple[Path, ...] = (),
        keep_replaced: bool = False,
    ) -> None:
        self._state = state
        self._container = container
        self._origin = origin
        self._folder = folder or (folder_of(state, origin.path) if origin.path else new_folder(state))
        self._journal = Journal(self._folder)
        self._replaces = replaces
        self._keep_replaced = keep_replaced
        self._kept = recovered or origin.release
        self._number = 0
        self._saves: tuple[_Save, ...] = ()
        self._first_size = 0
        self._broken = False
        self._is_sealed_alike = not container.sealed  # a session that died may have left some of it behind
        self._merges: list[tuple[Release, Release]] = []

    @property
    def path(self) -> Path | None:
        """The draft's file, if it has one."""
        return self._origin.path

    @property
    def container(self) -> Container:
        """What everything is sealed with."""
        return self._container

    @property
    def merges(self) -> int:
        """How often a save has taken in what somebody else had saved."""
        return len(self._merges)

    def keep(self, release: Release, merges: int = 0, *, always: bool = False) -> None:
        """Has the release in the journal, for good; with `always` even where it is what the file holds.

        `merges` says how many merged saves the release already has in it; what it lacks of them is put in.

        Raises:
            FileError: it could not be kept; what was kept before still is.
        """
        release = self._rebased(release, merges)
        pieces = differences(self._kept, release) if release is not self._kept else ()
        if not (pieces or self._broken or always):
            self._kept = release
            return
        self._number += 1
        try:
            self._write(release)
        except UnicodeEncodeError as error:
            raise FileError(
                self._name,
                _("A text holds half of a character (a lone surrogate), which no file can keep: {before}").format(
                    before=error.object[max(error.start - 30, 0) : error.start]
                ),
                remedy=_("Delete it and save again."),
            ) from error
        except OSError as error:
            raise refusal(self._name, error) from error
        self._kept = release

    def save(  # noqa: PLR0913  # each a thing of its own that somebody may want
        self,
        release: Release,
        path: Path,
        merges: int = 0,
        *,
        overwrite: bool = False,
        seen: str = "",
        container: Container | None = None,
    ) -> Saved:
        """Has the release in the file at `path`; `seen` is the fingerprint of another's version that is in it.

        With another `container`, everything that is kept of the draft goes over into it.

        Raises:
            DraftConflict, FileError: see saving.save. What was kept in the journal still is.
        """
        release = self._rebased(release, merges)
        known = (seen, *(each.fingerprint for each in self._saves))
        saved = save(
            release,
            path,
            self._origin.at(path, known),
            folder_of(self._state, path),
            container or self._container,
            announce=self._announce,
            settle=self._begin_anew,
            overwrite=overwrite,
            adopt=container is None,
        )
        if saved.merged:
            self._merges.append((release, saved.draft.release))
        if not self._is_sealed_alike:
            saved = replace(saved, warnings=(*saved.warnings, *self._seal_alike()))
        return saved

    def close(self) -> None:
        """The session ends; what the journal holds and the file does not stays for recovery."""
        self._journal.close()

    def discard(self) -> None:
        """The session ends, and the user wants nothing of what is in no file."""
        self._journal.remove()
        remove_journals(self._replaces)
        if is_new(self._folder):
            _remove_if_empty(self._folder)

    @property
    def _name(self) -> Path:
        return self._origin.path or self._journal.path

    def _rebased(self, release: Release, merges: int) -> Release:
        """The release with what merged saves took in and its sender did not know of yet."""
        for ours, merged in self._merges[merges:]:
            release = merge(ours, release, merged).release
        return release

    def _write(self, release: Release, *marks: bytes) -> None:
        """The release into the journal: at its end, or the whole of it anew, from memory, where that fails."""
        if self._journal.is_open and self._journal.size < _LARGE + 4 * self._first_size:
            payloads = (*self._edits(self._kept, release), *marks)
            self._broken = True
            with contextlib.suppress(OSError):
                self._journal.append(payloads)
                self._broken = False
                return
        self._rewrite(release)

    def _rewrite(self, release: Release) -> None:
        payloads = [self._base_payload()]
        before = self._origin.release
        for each in self._saves:
            payloads += self._edits(before, each.release)
            payloads.append(mark_payload(Mark(self._number, each.fingerprint)))
            before = each.release
        payloads += self._edits(before, release)
        self._broken = True
        self._journal.rewrite(payloads)
        self._broken = False
        self._first_size = self._journal.size
        remove_journals(self._replaces, keep=self._keep_replaced)
        self._replaces = ()

    def _base_payload(self) -> bytes:
        origin = self._origin
        head = BaseHead(
            path=str(origin.path.absolute()) if origin.path else "",
            hash=origin.fingerprint,
            at=datetime.now(UTC).isoformat(timespec="seconds"),
            sealed=self._container.sealed,
            replaces=tuple(journal.stem for journal in self._replaces),
        )
        return base_payload(head, origin.document or document_of(origin.release), self._container)

    def _edits(self, before: Release, after: Release) -> list[bytes]:
        pieces = differences(before, after)
        return [edit_payload(Edit(self._number, piece), after, self._container) for piece in pieces]

    def _seal_alike(self) -> tuple[FileWarning, ...]:
        """Everything that was kept of the draft before goes over into the present container."""
        left = reseal(self._folder, self._container) + reseal_journals(self._folder, self._container)
        self._is_sealed_alike = not left
        if not left:
            return ()
        many = ngettext(
            "{n} earlier state of the draft could not be encrypted as the draft is now.",
            "{n} earlier states of the draft could not be encrypted as the draft is now.",
            left,
        )
        return (FileWarning(many.format(n=left)),)

    def _announce(self, release: Release, fingerprint: str) -> None:
        """Before the exchange: whoever recovers must know the file as ours, and what of the journal is in it."""
        self._saves = (*self._saves[-_MARKS + 1 :], _Save(fingerprint, release))
        if not (self._journal.is_open or self._broken or self._replaces):
            return
        with contextlib.suppress(OSError):  # a journal that cannot be written stops no save
            self._write(release, mark_payload(Mark(self._number, fingerprint)))
            self._kept = release

    def _begin_anew(self, saved: Saved) -> None:
        """Everything is in the file: the journal begins from there; if it cannot, the old one is silenced."""
        moved = self._folder != folder_of(self._state, saved.draft.path)
        old, old_folder = self._journal, self._folder
        self._origin = Origin(saved.draft.release, saved.draft.path, saved.draft.fingerprint, document=saved.document)
        if saved.draft.container != self._container:
            self._container, self._is_sealed_alike = saved.draft.container, False
        self._saves, self._kept = (), saved.draft.release
        if moved:
            self._folder = folder_of(self._state, saved.draft.path)
            self._journal = Journal(self._folder)
        try:
            self._rewrite(saved.draft.release)
        except OSError:
            self._journal.abandon()
            remove_journals((self._journal.path,))
        if moved:
            old.remove()
            if is_new(old_folder):
                _remove_if_empty(old_folder)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
