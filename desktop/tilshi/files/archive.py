"""ZIP archives from strangers: few members, honest sizes, plain names."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.kinds import refuse_foreign
from tilshi.i18n import _

MAX_MEMBERS: Final = 2_000
MAX_PART: Final = 8 * 1024 * 1024
MAX_TOTAL: Final = 64 * 1024 * 1024
MAX_RATIO: Final = 200
_SMALL: Final = 64 * 1024
"""What unpacks to less than this may be packed as tightly as it likes."""

# PKWARE APPNOTE 6.3.10, 4.3.15 and 4.3.16.
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_END_64: Final = b"PK\x06\x07"
_LONGEST_COMMENT: Final = 0xFFFF
_LONGEST_ENTRY: Final = 1024
_NAME: Final = re.compile(r"[^\x00-\x1f\\:]+")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises over broken archives (CPython 3.11–3.14, found by fuzzing)."""


class Archive:
    """A checked archive in memory; its members are unpacked one at a time, never more than they say."""

    def __init__(self, path: Path, members: zipfile.ZipFile, warnings: tuple[FileWarning, ...] = ()) -> None:
        self.warnings = warnings
        self._path = path
        self._zip = members
        self._infos = {info.filename: info for info in members.infolist() if not info.is_dir()}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members that are files, in the order of the archive."""
        return tuple(self._infos)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The content of a member.

        Raises:
            FileError: there is none of that name, or its data do not fit its size or its checksum.
        """
        if name not in self._infos:
            raise FileError(self._path, _("A part is missing."), place=name[:200])
        info = self._infos[name]
        try:
            with self._zip.open(info) as stream:
                # One more than it says, so that a lie is noticed and never unpacked.
                data = stream.read(info.file_size + 1)
        except _BROKEN as error:
            raise _damaged(self._path, name) from error
        if len(data) != info.file_size:
            raise _damaged(self._path, name)
        return data


def open_zip(path: Path, data: bytes | None = None) -> Archive:
    """The archive in a file; `data` spares reading it again. Limits are those of this module's constants.

    Raises:
        FileError: no ZIP archive, damaged, encrypted, too large, or with names that are not plain or not unique.
    """
    data = read_bytes(path) if data is None else data
    refuse_foreign(path, data, archive=True)
    if not data.startswith(b"PK\x03\x04"):
        raise FileError(path, _("This is not a Word file or ZIP archive, whatever its name says."))
    end = _end_of(path, data)
    try:
        members = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _damaged(path, "") from error
    _refuse_sizes(path, members.infolist())
    _refuse_names(path, members.infolist())
    warnings = (FileWarning(_("There are bytes after the end of the archive; they are ignored.")),)
    return Archive(path, members, warnings if end < len(data) else ())


def _end_of(path: Path, data: bytes) -> int:
    """Where the archive ends; looks at its end record before zipfile builds anything from the list it announces."""
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or at + _END_SIZE > len(data):
        raise _damaged(path, "")
    count, size, _offset, comment = struct.unpack_from("<HLLH", data, at + 10)
    if data[max(0, at - 20) : at].startswith(_END_64) or count > MAX_MEMBERS or size > MAX_MEMBERS * _LONGEST_ENTRY:
        raise FileError(path, _("The archive has more than {number} members.").format(number=MAX_MEMBERS))
    return at + _END_SIZE + int(comment)


def _refuse_sizes(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_MEMBERS:
        raise FileError(path, _("The archive has more than {number} members.").format(number=MAX_MEMBERS))
    for info in infos:
        name = info.filename[:200]
        if info.flag_bits & 1:
            raise FileError(path, _("It is protected by a password."), place=name)
        if info.compress_type not in _METHODS:
            raise FileError(path, _("It is packed in a way that is not accepted."), place=name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise FileError(path, _("A part is a link to another place."), place=name)
        if info.file_size > MAX_PART:
            size = MAX_PART // (1024 * 1024)
            raise FileError(path, _("A part unpacks to more than {size} MB.").format(size=size), place=name)
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size:
            raise FileError(path, _("A part unpacks to suspiciously much."), place=name)
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise FileError(path, _("It unpacks to more than {size} MB.").format(size=MAX_TOTAL // (1024 * 1024)))


def _refuse_names(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    taken: set[str] = set()
    for info in infos:
        # zipfile cuts names at a zero and turns them on Windows: the name as it stands in the file is the one to judge.
        name = info.orig_filename
        if not _is_plain(name):
            raise FileError(path, _("A part has a name that could lead out of the archive."), place=name[:200])
        if name.casefold() in taken:
            raise FileError(path, _("Two parts have the same name."), place=name[:200])
        taken.add(name.casefold())


def _is_plain(name: str) -> bool:
    if not _NAME.fullmatch(name) or name.startswith("/"):
        return False
    return all(step not in {"", ".", ".."} for step in name.removesuffix("/").split("/"))


def _damaged(path: Path, name: str) -> FileError:
    return FileError(
        path,
        _("The archive is damaged: its parts do not fit what it says of them."),
        place=name[:200],
        remedy=_("It may be cut off; look for another copy."),
    )
