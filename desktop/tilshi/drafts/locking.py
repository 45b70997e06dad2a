"""Locks of the operating system: they end with the process that holds them, however it ends."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tilshi.files.atomic import refusal
from tilshi.files.errors import FileError
from tilshi.i18n import _

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
# A network folder that knows no locks; the comparison before the save is what protects there.
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS})
_WAITS: Final = (0.005, 0.01, 0.02, 0.05)
_PATIENCE: Final = 5.0
_FAR: Final = 0x7FFF0000
"""Windows locks bytes, and what is locked cannot be read by others: one that is not there, far behind the end."""


class Locked(FileError):
    """Somebody else is saving the file at this moment and does not come to an end."""

    def __init__(self, path: Path, by: str) -> None:
        reason = _("It is being saved by {person}.").format(person=by) if by else _("It is being saved elsewhere.")
        super().__init__(path, reason, remedy=_("Nothing was written; try again in a moment."))
        self.by = by


def try_lock(path: Path, mode: int = 0o600) -> int | None:
    """A descriptor that holds the lock on the lock file at `path`; None where another process holds it.

    Raises:
        OSError: the lock file cannot be made.
    """
    descriptor = os.open(path, _FLAGS, mode)
    try:
        if _take(descriptor) and _is_still(path, descriptor):
            return descriptor
    except OSError:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def release_lock(path: Path, descriptor: int) -> None:
    """Ends the lock and takes the lock file away."""
    with contextlib.suppress(OSError):
        if os.name != "nt":
            path.unlink()
    os.close(descriptor)
    with contextlib.suppress(OSError):
        if os.name == "nt":
            path.unlink()


def is_locked(path: Path) -> bool:
    """Whether a living process holds the lock; a lock file that cannot be opened is nobody's."""
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return False
    try:
        return not _take(descriptor)
    except OSError:
        return False
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def saving(path: Path, by: str = "", patience: float = _PATIENCE) -> Iterator[None]:
    """Nobody else saves the file at `path` meanwhile; waits for those who do, `patience` seconds at most.

    The lock file lies beside it, so that it holds for everyone who shares the folder.

    Raises:
        Locked: somebody else did not end.
        FileError: the folder cannot be written to.
    """
    lock = path.with_name(f".{path.name}.lock")
    try:
        descriptor = _wait(path, lock, patience)
        with contextlib.suppress(OSError):  # who it is may be said, the lock holds anyway
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps({"by": by}).encode())
    except OSError as error:
        raise refusal(path, error) from error
    try:
        yield
    finally:
        release_lock(lock, descriptor)


def _wait(path: Path, lock: Path, patience: float) -> int:
    end = time.monotonic() + patience
    turn = 0
    while (descriptor := try_lock(lock, 0o666)) is None:
        if time.monotonic() > end:
            raise Locked(path, _holder(lock))
        time.sleep(_WAITS[min(turn, len(_WAITS) - 1)])
        turn += 1
    return descriptor


def _holder(lock: Path) -> str:
    try:
        return str(json.loads(lock.read_bytes())["by"])[:100]
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _take(descriptor: int) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            os.lseek(descriptor, 0, os.SEEK_SET)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return True
        if error.errno in {errno.EAGAIN, errno.EACCES, errno.EDEADLK}:
            return False
        raise
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file that is locked is the one of that name; the last holder may have taken it away."""
    if os.name == "nt":
        return True
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
