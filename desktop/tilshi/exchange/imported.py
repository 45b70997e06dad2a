"""What importing gives: a release, and what the user should know before accepting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from tilshi.files.errors import FileWarning
from tilshi.release import Release


class ImportKind(StrEnum):
    """What was imported."""

    TEXT = "text"
    ALIGNED = "aligned texts"
    XLIFF = "xliff"


@dataclass(frozen=True, slots=True)
class Imported:
    """A release read from files.

    `confidence` says of each block whose role was recognised how sure that is, 0 to 1, by the block's id; a block that
    is missing in it brought its role along.
    """

    release: Release
    warnings: tuple[FileWarning, ...] = ()
    kind: ImportKind = ImportKind.TEXT
    confidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
