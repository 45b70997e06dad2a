"""What a requirement is, what it reads, and what it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tilshi.checking.findings import Finding, Message, Severity, Side
from tilshi.checking.house import HouseStyle, house_style
from tilshi.checking.passages import Passage, passage
from tilshi.layout.edition import Edition
from tilshi.release import Block, Release, Role, Segment, Text


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What a requirement answers: a message, and where it leads to.

    Either a `segment` with a span in code points of its text in the version's language, or the `role` of a part that is
    not there. `severity` and `side` are for what is graver, lighter or elsewhere than the requirement says.
    """

    message: Message
    segment: str = ""
    start: int = 0
    end: int = 0
    role: Role | None = None
    severity: Severity | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A hindrance with the requirement it comes from; an error keeps the version from being final."""

    requirement: str
    severity: Severity
    language: str
    message: Message
    segment: str = ""
    side: Side = Side.TARGET
    start: int = 0
    end: int = 0
    role: Role | None = None


@dataclass(frozen=True)
class Version:
    """A release in one language as requirements read it.

    `edition` is the release with its template and organisation, `findings` what the rules found in this language and
    nobody has waived, `now` the moment (with a time zone) at which it is to go out.
    """

    edition: Edition
    findings: tuple[Finding, ...]
    now: dt.datetime

    @property
    def release(self) -> Release:
        """The release."""
        return self.edition.release

    @property
    def language(self) -> str:
        """The language that is to be published."""
        return self.edition.language

    @property
    def is_translation(self) -> bool:
        """Whether it is in another language than the source."""
        return self.language != self.release.source_language

    @cached_property
    def house(self) -> HouseStyle:
        """What the organisation has settled for this language."""
        return house_style(self.language, self.edition.profile.house)

    def text(self, segment: Segment) -> Text:
        """The text of a segment in this language; empty where it is not translated."""
        return self.edition.text(segment)

    def blocks(self, *roles: Role) -> Iterator[Block]:
        """The parts of these roles, in order."""
        return (block for block in self.release.blocks if block.role in roles)

    def shown(self, block: Block) -> str:
        """What the page shows of a part, which may be the template's words; empty if nothing."""
        line = self.edition.line(block)
        return line.text.string if line else ""

    @cached_property
    def passages(self) -> tuple[tuple[Block, Segment, Passage], ...]:
        """The segments as rules read them."""
        return tuple(
            (block, segment, passage(block.role, self.language, self.text(segment), self.house))
            for block, segment in self.release.segments()
        )


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something a version must fulfil. `title` is the first line of the function's docstring, marked for catalogues."""

    id: str
    severity: Severity
    title: str
    look: Callable[[Version], Iterable[Hindrance]]


def first_segment(block: Block) -> str:
    """Where a remark on a part leads to; empty for a part without segments."""
    return block.segments[0].id if block.segments else ""
