"""What a file holds, read off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tilshi.drafts import Draft, is_draft, open_draft
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileWarning
from tilshi.release import Release


@dataclass(frozen=True, slots=True)
class Opened:
    """A release out of a file; `draft` is what a save compares with, None where the file is no draft of ours."""

    release: Release
    path: Path
    draft: Draft | None = None
    warnings: tuple[FileWarning, ...] = ()


def open_any(path: Path) -> Opened:
    """A draft, or a file of another tool as a new draft.

    Raises:
        FileError: it cannot be opened.
    """
    data = read_bytes(path)
    if is_draft(data):
        draft = open_draft(path)
        return Opened(draft.release, path, draft)
    from tilshi.exchange import xliff

    imported = xliff.read(path, data)
    return Opened(imported.release, path, None, imported.warnings)
