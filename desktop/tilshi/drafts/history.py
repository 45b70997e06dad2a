"""The history of saves: what a draft held before each of the last saves, and at the end of each of the last days.

A generation is one file, `{UTC time}-{beginning of the file's SHA-256}.gen`: who wrote it and the document, compressed,
then through the draft's container.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from tilshi.drafts.container import Container, KeyNeeded
from tilshi.drafts.draft import PLAIN, release_in
from tilshi.drafts.statefolder import default_state, folder_of
from tilshi.files.atomic import replace as replace_file
from tilshi.files.bounded import FILE_LIMIT, read_bytes
from tilshi.files.durable import make_folder
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.release import Release

LAST_SAVES: Final = 20
LAST_DAYS: Final = 30
FOLDER: Final = "history"
_SUFFIX: Final = ".gen"
_TIME: Final = "%Y%m%dT%H%M%S.%fZ"
_HASH: Final = 16
_LEVEL: Final = 1
"""Of zlib: four times as quick as the default for a tenth more bytes."""


@dataclass(frozen=True, slots=True)
class Generation:
    """An earlier state of a draft: when the file got it, by whom (empty if unknown), and where it is kept."""

    at: datetime
    by: str
    file: Path

    @property
    def digest(self) -> str:
        """The beginning of the SHA-256 of the file that held it."""
        return _digest(self.file)


def history(path: Path, container: Container = PLAIN, state: Path | None = None) -> tuple[Generation, ...]:
    """The earlier states of the draft at `path`, newest first; those that cannot be read are left out."""
    found: list[Generation] = []
    for file in reversed(generation_files(folder_of(state or default_state(), path))):
        with contextlib.suppress(FileError):
            found.append(Generation(_time(file), _contents(file, container)[0], file))
    return tuple(found)


def open_generation(generation: Generation, container: Container = PLAIN) -> Release:
    """The release as it was then.

    Raises:
        FileError: it is no longer there, damaged, or sealed with another key.
    """
    return release_in(generation.file, _contents(generation.file, container)[1])


def keep_generation(  # noqa: PLR0913  # what is known of the file that is about to be replaced
    folder: Path, document: bytes, container: Container, *, fingerprint: str, at: datetime, by: str
) -> None:
    """Keeps what a file holds before it is replaced, and lets go of the oldest; the same file is kept once.

    Raises:
        FileError: it cannot be written.
    """
    place = folder / FOLDER
    name = f"{at.astimezone(UTC).strftime(_TIME)}-{fingerprint[:_HASH]}{_SUFFIX}"
    if any(_digest(file) == fingerprint[:_HASH] for file in generation_files(folder)):
        return
    packed = zlib.compress(json.dumps({"by": by}).encode() + b"\n" + document, _LEVEL)
    try:
        make_folder(place)
    except OSError as error:
        raise FileError(place, error.strerror or str(error)) from error
    replace_file(place / name, container.seal(packed), private=True)
    _prune(folder)


def knows(folder: Path, fingerprint: str) -> bool:
    """Whether a file of that fingerprint is an earlier state of the draft."""
    return any(_digest(file) == fingerprint[:_HASH] for file in generation_files(folder))


def newest(folder: Path, container: Container) -> tuple[Generation, Release] | None:
    """The newest generation that can be read; raises KeyNeeded."""
    for file in reversed(generation_files(folder)):
        try:
            by, document = _contents(file, container)
            return Generation(_time(file), by, file), release_in(file, document)
        except KeyNeeded:
            raise
        except FileError:
            continue
    return None


def reseal(folder: Path, container: Container) -> int:
    """Has every generation sealed as `container` would seal it now; how many of them could not be."""
    failed = 0
    for file in generation_files(folder):
        try:
            data = read_bytes(file)
            if not container.is_current(data):
                replace_file(file, container.seal(container.unseal(data, file)), private=True)
        except FileError:
            failed += 1
    return failed


def _prune(folder: Path) -> None:
    files = generation_files(folder)
    days = {_time(file).date(): file for file in files}  # the last of each day
    youngest = max(days, default=None)
    recent = {file for day, file in days.items() if youngest and youngest - day < timedelta(days=LAST_DAYS)}
    for file in files[:-LAST_SAVES]:
        if file not in recent:
            with contextlib.suppress(OSError):
                file.unlink()


def generation_files(folder: Path) -> list[Path]:
    """The generations in the folder of a draft, oldest first."""
    try:
        found = [file for file in (folder / FOLDER).iterdir() if file.suffix == _SUFFIX and _is_generation(file)]
    except OSError:
        return []
    return sorted(found, key=lambda file: file.name)


def _contents(file: Path, container: Container) -> tuple[str, bytes]:
    """Who wrote it, and the document."""
    try:
        unpacked = zlib.decompressobj()
        content = unpacked.decompress(container.unseal(read_bytes(file), file), FILE_LIMIT)
        head, _newline, document = content.partition(b"\n")
        return str(json.loads(head)["by"]), document
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise FileError(file, _("This earlier state of the draft is damaged.")) from error


def _is_generation(file: Path) -> bool:
    try:
        _time(file)
    except ValueError:
        return False
    return True


def _time(file: Path) -> datetime:
    return datetime.strptime(file.stem.rpartition("-")[0], _TIME).replace(tzinfo=UTC)


def _digest(file: Path) -> str:
    return file.stem.rpartition("-")[2]
