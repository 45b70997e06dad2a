"""What it takes for written bytes to outlast a power cut, on each system; and what a killed program leaves behind."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
import zlib
from pathlib import Path
from typing import Final

if sys.platform == "darwin":
    import fcntl

# What a file system answers that does not know how to sync a folder, or a folder one may write to but not list.
_NO_FOLDER_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.ENOSYS})
_PREFIX: Final = ".tilshi-"
_SUFFIX: Final = ".tmp"
_ABANDONED: Final = 60.0
"""Seconds after which a temporary file on Windows is nobody's, if it can be deleted: one in use cannot."""


def sync(descriptor: int) -> None:
    """Everything written to the file is on the device; raises OSError.

    The `fsync` of macOS stops at the disk's own cache: only `F_FULLFSYNC` goes on to the platter (fcntl(2)).
    """
    if sys.platform == "darwin":
        with contextlib.suppress(OSError):  # a file system that does not know it; fsync is what there is
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_data(descriptor: int) -> None:
    """As `sync`, without the times of the file where the system can leave them out; raises OSError."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        sync(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes names given in the folder outlast a power cut; Windows does so by itself. Raises OSError."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def make_folder(folder: Path) -> None:
    """The folder with those it lies in, for this user only, and known to the device; raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync_folder(folder.parent)


def temporary_name() -> str:
    """A free name for a file in the making that tells who makes it; not the target's, which may be too long."""
    return f"{_PREFIX}{_machine()}-{os.getpid()}-{os.urandom(8).hex()}{_SUFFIX}"


def sweep(folder: Path) -> None:
    """Removes files in the making whose makers were killed. A folder that cannot be read or written is left alone."""
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if file.name.startswith(_PREFIX) and file.name.endswith(_SUFFIX) and _is_abandoned(file):
                with contextlib.suppress(OSError):
                    file.unlink()


def _is_abandoned(file: Path) -> bool:
    """Whether nobody is writing it: only what this machine has made can be known."""
    machine, _dash, rest = file.name.removeprefix(_PREFIX).partition("-")
    process = rest.partition("-")[0]
    if machine != _machine() or not process.isdecimal() or int(process) == os.getpid():
        return False
    if os.name == "nt":
        return time.time() - file.stat().st_mtime > _ABANDONED
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def _machine() -> str:
    """This machine among those that share a folder; not its name, which would leave the house with a synced folder."""
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{zlib.crc32(name.encode('utf-8', 'replace')):08x}"
