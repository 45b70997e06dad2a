"""What both versions of XLIFF are read into, before it becomes a release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from tilshi.files.errors import FileWarning
from tilshi.i18n import _, ngettext
from tilshi.release import Note, State, Text


@dataclass(frozen=True, slots=True)
class RawSegment:
    """A segment; `id` is empty and `target` or `state` None where the file says nothing."""

    id: str
    source: Text
    target: Text | None
    state: State | None
    line: int


@dataclass(frozen=True, slots=True)
class RawUnit:
    """A unit; `type` as it stands in the file. Notes come with the number of the segment they belong to."""

    id: str
    type: str
    segments: tuple[RawSegment, ...]
    notes: tuple[tuple[int, Note], ...]
    line: int


@dataclass(frozen=True, slots=True)
class RawFile:
    """A `file` element: ids as they stand in the file, languages empty where it names none."""

    id: str
    original: str
    source_language: str
    target_language: str
    units: tuple[RawUnit, ...]


@dataclass(slots=True)
class Losses:
    """What a file holds that a release has no place for, counted while it is read."""

    codes: int = 0
    substates: int = 0
    states: Counter[str] = field(default_factory=Counter)
    elements: Counter[str] = field(default_factory=Counter)

    def warnings(self) -> Iterator[FileWarning]:
        """What the user must know of it."""
        if self.codes:
            yield FileWarning(
                ngettext(
                    "{number} placeholder of another program was left out or shown as its text.",
                    "{number} placeholders of another program were left out or shown as their text.",
                    self.codes,
                ).format(number=self.codes)
            )
        if self.substates:
            yield FileWarning(_("The finer states (subState) of another program are ignored."))
        for state in self.states:
            yield FileWarning(_("The state “{state}” is not known; it counts as initial.").format(state=state))
        for name, number in self.elements.items():
            yield FileWarning(_("“{name}” is left out ({number} times).").format(name=name, number=number))
