"""The journal of one session: a file of records that is appended to or replaced whole, never changed."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tilshi.drafts.locking import release_lock, try_lock
from tilshi.drafts.records import framed
from tilshi.drafts.statefolder import ASIDE, JOURNAL, LOCK
from tilshi.files.atomic import write
from tilshi.files.durable import make_folder, sync, sync_data, sync_folder, temporary_name

_EXTRA: Final = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _EXTRA
_APPEND: Final = os.O_WRONLY | os.O_APPEND | _EXTRA


class Journal:
    """Records that outlast anything once `append` or `rewrite` has returned.

    After any error the open file is never used again, since the system may have thrown away what it could not write
    and then call it written: `rewrite` puts a new one in its place, from memory.
    A lock file beside it tells other sessions that this one is alive.
    """

    def __init__(self, folder: Path) -> None:
        self.token = secrets.token_hex(8)
        self.path = folder / f"{self.token}{JOURNAL}"
        self.size = 0
        self._descriptor: int | None = None
        self._lock: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether records can be appended; if not, everything must be written anew."""
        return self._descriptor is not None

    def append(self, payloads: Sequence[bytes]) -> None:
        """Records after those that are there; raises OSError, and then the file is closed."""
        assert self._descriptor is not None, "a journal is begun before it is continued"
        data = b"".join(map(framed, payloads))
        try:
            write(self._descriptor, data)
            sync_data(self._descriptor)
        except OSError:
            self.abandon()
            raise
        self.size += len(data)

    def rewrite(self, payloads: Sequence[bytes]) -> None:
        """Records in the place of those that are there; raises OSError, and then the old ones are still there."""
        self.abandon()
        folder = self.path.parent
        make_folder(folder)
        if self._lock is None:
            self._lock = try_lock(self.path.with_suffix(LOCK))
        data = b"".join(map(framed, payloads))
        temporary = folder / temporary_name()
        try:
            _write_new(temporary, data)
            temporary.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(folder)
        self._descriptor = os.open(self.path, _APPEND)
        self.size = len(data)

    def abandon(self) -> None:
        """The open file is not used any more."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with contextlib.suppress(OSError):  # an error that comes late concerns what was never acknowledged
                os.close(descriptor)

    def close(self) -> None:
        """The session ends; the journal stays."""
        self.abandon()
        lock, self._lock = self._lock, None
        if lock is not None:
            release_lock(self.path.with_suffix(LOCK), lock)

    def remove(self) -> None:
        """The session ends, and nobody needs what it kept."""
        self.abandon()
        with contextlib.suppress(OSError):
            self.path.unlink()
        self.close()


def remove_journals(journals: Sequence[Path], *, keep: bool = False) -> None:
    """Takes journals of earlier sessions away, or with `keep` out of the way; what cannot be removed stays."""
    for journal in journals:
        with contextlib.suppress(OSError):
            if keep:
                journal.replace(journal.with_suffix(ASIDE))
            else:
                journal.unlink()
        with contextlib.suppress(OSError):
            journal.with_suffix(LOCK).unlink()


def _write_new(path: Path, data: bytes) -> None:
    descriptor = os.open(path, _NEW, 0o600)
    try:
        write(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)
