"""A thread of its own for one open draft, so that nobody who types ever waits for a disk."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from tilshi.drafts.container import Container
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.saving import Saved
from tilshi.files.errors import FileError
from tilshi.release import Release

_AGAIN: Final = 2.0
"""Seconds until what could not be kept is tried again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The release of that revision, and all before it, outlast a crash or a power cut."""

    revision: int


@dataclass(frozen=True, slots=True)
class NotKept:
    """The release of that revision is in memory only, and why; it is tried again until it is kept."""

    revision: int
    error: FileError


@dataclass(frozen=True, slots=True)
class FileSaved:
    """The release of that revision is in the file; `merges` counts merged saves, this one included."""

    revision: int
    saved: Saved
    merges: int


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The release of that revision could not be saved; `error` may be a DraftConflict."""

    revision: int
    path: Path
    error: FileError


News: TypeAlias = Kept | NotKept | FileSaved | NotSaved


@dataclass(frozen=True, slots=True)
class _Edit:
    revision: int
    release: Release
    merges: int
    always: bool


@dataclass(frozen=True, slots=True)
class _Save:
    revision: int
    release: Release
    merges: int
    path: Path
    overwrite: bool
    seen: str
    container: Container | None


class JournalWriter:
    """Does what a Keeper does, one thing after the other, off the caller's thread.

    `tell` hears of every edit and save, in the writer's thread. Of edits that wait together only the last is written,
    since it holds the others.
    """

    def __init__(self, keeper: Keeper, tell: Callable[[News], None]) -> None:
        self._keeper = keeper
        self._tell = tell
        self._tasks: deque[_Edit | _Save] = deque()
        self._failed: _Edit | None = None
        self._ending: Callable[[], None] | None = None
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def submit(self, revision: int, release: Release, merges: int = 0, *, always: bool = False) -> None:
        """Wants the release kept; see Keeper.keep. Returns at once."""
        self._put(_Edit(revision, release, merges, always))

    def save(  # noqa: PLR0913  # what Keeper.save takes
        self,
        revision: int,
        release: Release,
        path: Path,
        merges: int = 0,
        *,
        overwrite: bool = False,
        seen: str = "",
        container: Container | None = None,
    ) -> None:
        """Wants the release in the file; see Keeper.save. Returns at once."""
        self._put(_Save(revision, release, merges, path, overwrite, seen, container))

    def close(self, *, discard: bool = False, timeout: float | None = None) -> bool:
        """Does what is still to do, then ends the session; whether it did within `timeout` seconds."""
        with self._changed:
            self._ending = self._keeper.discard if discard else self._keeper.close
            self._changed.notify()
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _put(self, task: _Edit | _Save) -> None:
        with self._changed:
            self._tasks.append(task)
            self._changed.notify()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            if isinstance(task, _Edit):
                self._tell(self._keep(task))
            else:
                self._tell(self._save(task))
        assert self._ending is not None, "the loop ends when it is told to"
        self._ending()

    def _next(self) -> _Edit | _Save | None:
        """What is to be done next; waits for it. None at the end."""
        with self._changed:
            while not self._tasks and self._ending is None:
                if not self._changed.wait(_AGAIN if self._failed else None) and self._failed:
                    return self._failed
            if not self._tasks:
                return None
            task = self._tasks.popleft()
            while isinstance(task, _Edit) and self._tasks and isinstance(later := self._tasks[0], _Edit):
                task = _Edit(later.revision, later.release, later.merges, later.always or task.always)
                self._tasks.popleft()
            return task

    def _keep(self, task: _Edit) -> Kept | NotKept:
        try:
            self._keeper.keep(task.release, task.merges, always=task.always)
        except FileError as error:
            self._failed = task
            return NotKept(task.revision, error)
        self._failed = None
        return Kept(task.revision)

    def _save(self, task: _Save) -> FileSaved | NotSaved:
        try:
            saved = self._keeper.save(
                task.release,
                task.path,
                task.merges,
                overwrite=task.overwrite,
                seen=task.seen,
                container=task.container,
            )
        except FileError as error:
            return NotSaved(task.revision, task.path, error)
        self._failed = None
        return FileSaved(task.revision, saved, self._keeper.merges)
