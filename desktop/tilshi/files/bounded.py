"""Reading whole files, never more than is reasonable, never anything but a file."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from tilshi.files.errors import FileError
from tilshi.i18n import _

FILE_LIMIT: Final = 32 * 1024 * 1024
"""The largest file that is opened, in bytes: forty times the largest release ever seen here."""

_REASONS: Final = {
    errno.ENOENT: lambda: _("There is no such file."),
    errno.EACCES: lambda: _("You may not read this file."),
    errno.EPERM: lambda: _("You may not read this file."),
    errno.EISDIR: lambda: _("This is a folder, not a file."),
    errno.ELOOP: lambda: _("The link leads in a circle."),
    errno.ENAMETOOLONG: lambda: _("The name is too long."),
    errno.ENXIO: lambda: _("This is not a file but a device, a pipe or a socket."),
}


def read_bytes(path: Path, limit: int = FILE_LIMIT) -> bytes:
    """The bytes of a regular file, or of the one a link leads to.

    What is checked is what is open, so nobody can exchange the file between check and reading; a pipe is refused at
    once and never waited for.

    Raises:
        FileError: it is not there, not a regular file, not readable, or larger than `limit` bytes.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from error
    try:
        _check(path, os.fstat(descriptor), limit)
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        os.close(descriptor)
    if len(data) > limit:
        raise _too_large(path, limit)
    return data


def _check(path: Path, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FileError(path, _("This is a folder, not a file."))
    if not stat.S_ISREG(status.st_mode):
        raise FileError(path, _("This is not a file but a device, a pipe or a socket."))
    if status.st_size > limit:
        raise _too_large(path, limit)


def _too_large(path: Path, limit: int) -> FileError:
    return FileError(
        path,
        _("The file is larger than {limit} MB.").format(limit=limit // (1024 * 1024)),
        remedy=_("Take pictures out of it or divide it."),
    )


def _refusal(path: Path, error: OSError | ValueError) -> FileError:
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    if known:
        return FileError(path, known())
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return FileError(path, _("The system cannot read this file: {why}.").format(why=why))
