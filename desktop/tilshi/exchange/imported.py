"""What importing gives: a release, and what the user should know before accepting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from tilshi.files.errors import FileWarning
from tilshi.i18n import _
from tilshi.release import Release


class ImportKind(StrEnum):
    """What was imported."""

    TEXT = "text"
    ALIGNED = "aligned texts"
    XLIFF = "xliff"
    WORD = "word"


class TrackedChanges(StrEnum):
    """What becomes of the changes somebody tracked in a Word file: SHOW accepts them and says each in a note."""

    ACCEPT = "accept"
    REJECT = "reject"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was met in a file, and where first; texts are in the interface language."""

    what: str
    count: int
    places: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = f"{self.what}: {self.count}"
        return f"{said} ({', '.join(self.places)})" if self.places else said


@dataclass(frozen=True, slots=True)
class Report:
    """What of a file with more than text was recognised and what was left out; `changes`: tracked ones in it."""

    recognised: tuple[Tally, ...] = ()
    left_out: tuple[Tally, ...] = ()
    changes: int = 0

    def warnings(self) -> tuple[FileWarning, ...]:
        """What was left out, each as a warning."""
        message = _("{what} ({number}): left out.")
        return tuple(
            FileWarning(message.format(what=tally.what, number=tally.count), "; ".join(tally.places))
            for tally in self.left_out
        )


NOTHING_TO_REPORT = Report()
"""What is said of a file that holds text alone."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A release read from files.

    `confidence` says of each block whose role was recognised how sure that is, 0 to 1, by the block's id; a block that
    is missing in it brought its role along. `report` says what Word files held beside plain text.
    """

    release: Release
    warnings: tuple[FileWarning, ...] = ()
    kind: ImportKind = ImportKind.TEXT
    confidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    report: Report = NOTHING_TO_REPORT

    @property
    def all_warnings(self) -> tuple[FileWarning, ...]:
        """The warnings, and all that was left out, for those who see no report."""
        return (*self.warnings, *self.report.warnings())
