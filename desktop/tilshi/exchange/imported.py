"""What importing gives: a release, and what the user should know before accepting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from tilshi.files.errors import FileWarning
from tilshi.i18n import _, ngettext
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
    """What of a file with more than text was recognised and what was left out.

    `changes` is the number of tracked changes in it, `decision` what became of them.
    """

    recognised: tuple[Tally, ...] = ()
    left_out: tuple[Tally, ...] = ()
    changes: int = 0
    decision: TrackedChanges = TrackedChanges.ACCEPT

    def warnings(self) -> tuple[FileWarning, ...]:
        """What was left out, and what became of tracked changes, each as a warning."""
        message = _("{what} ({number}): left out.")
        left_out = (
            FileWarning(message.format(what=tally.what, number=tally.count), "; ".join(tally.places))
            for tally in self.left_out
        )
        return (*((self.on_changes(),) if self.changes else ()), *left_out)

    def on_changes(self) -> FileWarning:
        """What became of the tracked changes."""
        messages = {
            TrackedChanges.ACCEPT: ngettext(
                "{number} tracked change was accepted.", "{number} tracked changes were accepted.", self.changes
            ),
            TrackedChanges.REJECT: ngettext(
                "{number} tracked change was rejected.", "{number} tracked changes were rejected.", self.changes
            ),
            TrackedChanges.SHOW: ngettext(
                "{number} tracked change was accepted and said in a note.",
                "{number} tracked changes were accepted and said in notes.",
                self.changes,
            ),
        }
        return FileWarning(messages[self.decision].format(number=self.changes))


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
