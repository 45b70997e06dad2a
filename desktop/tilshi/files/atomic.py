"""Replacing a file as a whole or not at all: nobody ever finds half of one, and a failure leaves what was there."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tilshi.files.durable import sync, sync_folder, temporary_name
from tilshi.files.errors import FileError
from tilshi.i18n import _

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# Virus scanners and indexers hold a new file for moments on Windows; a person's program holds it for longer.
_WINDOWS: Final = os.name == "nt"
_PATIENCE: Final = (0.02, 0.05, 0.1, 0.2, 0.4)


def replace(path: Path, data: bytes, *, private: bool = False) -> None:
    """Puts `data` at `path`: written beside it, synced, read back, then renamed over it.

    A link is followed, so that it goes on leading to the file. A file that was there keeps its permissions and, where
    the system lets us, its owner; a new one gets what the system gives to new files, or is for this user only if it is
    `private`.

    Raises:
        FileError: it could not be written; what was there before is untouched, and nothing is left beside it. Only
            where another program writes to the same name at the same moment, or the disk fails after the rename, may
            something else be there.
    """
    try:
        target = Path(os.path.realpath(path))
        before = _status(path, target)
        temporary = _write_beside(target, data, before, private=private)
        _exchange(path, temporary, target)
        sync_folder(target.parent)
        kept = target.read_bytes() == data
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error
    if not kept:
        raise FileError(
            path,
            _("Another program has changed the file while it was being written."),
            remedy=_("Close the other program and save again, or save under another name."),
        )


def _status(path: Path, target: Path) -> os.stat_result | None:
    """What is there now, if it is something we may replace."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise FileError(path, _("This is a folder, not a file."), remedy=_("Choose another name."))
    if not stat.S_ISREG(status.st_mode):
        raise FileError(
            path, _("This is not a file but a device, a pipe or a socket."), remedy=_("Choose another name.")
        )
    if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
        raise FileError(
            path,
            _("The file is write-protected."),
            remedy=_("Take the protection away, or save under another name."),
        )
    return status


def _write_beside(target: Path, data: bytes, before: os.stat_result | None, *, private: bool) -> Path:
    """A finished temporary file in the folder of `target`; a rename works only within one file system."""
    temporary = target.parent / temporary_name()
    # Nobody may read a copy who may not read the file; the mode of a new one is cut by the umask in the kernel.
    descriptor = os.open(temporary, _FLAGS, 0o600 if before or private else 0o666)
    with _removed_on_failure(temporary):
        try:
            write(descriptor, data)
            sync(descriptor)
        finally:
            os.close(descriptor)
        if before:
            _inherit(temporary, before)
        if temporary.read_bytes() != data:
            # A failing disk or network drive; better found out while the old file is still there.
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    return temporary


def write(descriptor: int, data: bytes) -> None:
    """All of `data` to the file; raises OSError, and then any part of it may be there."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _inherit(temporary: Path, before: os.stat_result) -> None:
    if hasattr(os, "chown"):
        # Only the owner of the machine may give files away; before chmod, because chown clears bits.
        with contextlib.suppress(PermissionError):
            os.chown(temporary, before.st_uid, before.st_gid)
    temporary.chmod(stat.S_IMODE(before.st_mode))


def _exchange(path: Path, temporary: Path, target: Path) -> None:
    """Renames over the target, on Windows with some patience."""
    with _removed_on_failure(temporary):
        for pause in _PATIENCE if _WINDOWS else ():
            with contextlib.suppress(PermissionError):
                temporary.replace(target)
                return
            time.sleep(pause)
        try:
            temporary.replace(target)
        except PermissionError as error:
            if not _WINDOWS:
                raise
            raise FileError(
                path,
                _("The file is open in another program."),
                remedy=_("Close it there, or save under another name."),
            ) from error


@contextlib.contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _full() -> tuple[str, str]:
    return _("The disk is full."), _("Free some space, or save to another disk.")


def _forbidden() -> tuple[str, str]:
    return _("You may not write to this folder."), _("Choose another folder.")


def _too_long() -> tuple[str, str]:
    return _("The name is too long."), _("Choose a shorter name.")


def _read_only() -> tuple[str, str]:
    return _("The disk is read-only."), _("Choose another disk.")


def _missing() -> tuple[str, str]:
    return _("The folder does not exist."), _("Choose another folder, or create this one.")


def _circle() -> tuple[str, str]:
    return _("The link leads in a circle."), _("Choose another name.")


def _too_large() -> tuple[str, str]:
    return _("The file is larger than this disk or this account allows."), _("Save to another disk.")


def _failing() -> tuple[str, str]:
    return _("The disk reports an error."), _("Save to another disk now, and have this one looked at.")


# Called when there is something to say, because the language can change while the program runs.
_REASONS: Final[Mapping[int, Callable[[], tuple[str, str]]]] = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EACCES: _forbidden,
    errno.EPERM: _forbidden,
    errno.ENAMETOOLONG: _too_long,
    errno.EROFS: _read_only,
    errno.ENOENT: _missing,
    errno.ENOTDIR: _missing,
    errno.ELOOP: _circle,
    errno.EFBIG: _too_large,
    errno.EIO: _failing,
}


def refusal(path: Path, error: OSError | ValueError) -> FileError:
    """What the system's error in writing a file means for the user, and what can be done about it."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    if known:
        reason, remedy = known()
        return FileError(path, reason, remedy=remedy)
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileError(
        path,
        _("The system cannot write this file: {why}.").format(why=why),
        remedy=_("Choose another name or another folder."),
    )
