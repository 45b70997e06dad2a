"""The answer to the question what a file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tilshi.files.errors import FileWarning


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is: `kind` is a word for programs (docx, xliff, tmx, tbx, po, csv, text, draft), `summary` a line."""

    kind: str
    summary: str
    warnings: tuple[FileWarning, ...] = ()


Inspector: TypeAlias = Callable[[Path], Inspection]
