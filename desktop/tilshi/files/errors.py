"""The one error for files that cannot be read or written, whatever their format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class FileError(Exception):
    """A file could not be opened, understood or written.

    `str()` gives one line for the user: file, place (line, member, segment …) if known, reason and remedy.
    `reason` and `remedy` are already in the interface language. Nothing was changed on disk when it is raised.
    """

    def __init__(self, path: Path | str, reason: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(path, reason, place, remedy)
        self.path = Path(path)
        self.reason = reason
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = f"{self.path.name}: {self.place}" if self.place else self.path.name
        return " ".join(part for part in (f"{where}: {self.reason}", self.remedy) if part)


@dataclass(frozen=True, slots=True)
class FileWarning:
    """What the user must see of a file although it could be opened; `message` is in the interface language."""

    message: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message
