"""What was found: where, how grave, in which words, and how to put it right (ITS 2.0, 8.19)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tilshi.i18n import _
from tilshi.release import Edit, Release, StaleEdit, Text
from tilshi.release import operations as op


class Severity(StrEnum):
    """An error keeps a release from being final, a warning must be seen, a note may be."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return tuple(Severity).index(self)


class Side(StrEnum):
    """Which text of a segment."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user: an English msgid with named placeholders, and what stands in them."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """The sentence in the language of the interface."""
        return _(self.key).format(**dict(self.values))


def message(key: str, **values: object) -> Message:
    """A message; `key` is marked for the catalogues with `N_` where it is written."""
    return Message(key, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, slots=True)
class Fix:
    """Another wording of the span `start` to `end` (code points); a safe one is right wherever the finding is."""

    start: int
    end: int
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """What a rule returns: the span it is about, in code points, with a message and fixes.

    `side` is for rules over pairs (otherwise the text that was read), `segment` for rules over releases. `evidence` is
    the span of the segment's other text that it rests on, such as the source's number for a wrong one. `severity` is
    for one that is graver or lighter than its rule.
    """

    start: int
    end: int
    message: Message
    fixes: tuple[Fix, ...] = ()
    side: Side | None = None
    segment: str = ""
    evidence: tuple[int, int] | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A spot with its rule and its place in the release; `language` is the one that was checked.

    `evidence` is the span in the segment's other text that proves it, if there is one.
    """

    rule: str
    severity: Severity
    language: str
    segment: str
    side: Side
    start: int
    end: int
    message: Message
    fixes: tuple[Fix, ...] = ()
    evidence: tuple[int, int] | None = None


def fixing(release: Release, finding: Finding, fix: Fix) -> Edit:
    """The edit that puts a finding right.

    Raises:
        StaleEdit: the text is no longer the one that was checked, as far as its length tells.
        UnknownSegment: the segment is no longer there.
    """
    segment = release.segment(finding.segment)
    if finding.side is Side.SOURCE or finding.language == release.source_language:
        return op.write_source(release, segment.id, _spliced(segment.source, fix))
    return op.write_target(release, segment.id, finding.language, _spliced(segment.target(finding.language).text, fix))


def _spliced(text: Text, fix: Fix) -> Text:
    if fix.end > len(text):
        raise StaleEdit(_("The text has changed since it was checked."))
    return text.splice(fix.start, fix.end, fix.replacement)
