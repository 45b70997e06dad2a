"""What a check is: a named, documented function that reads texts and says where something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, TypeAlias

from tilshi.checking.findings import Severity, Spot
from tilshi.checking.hints import Hint
from tilshi.checking.passages import Line, Manuscript, Passage


class Scope(StrEnum):
    """What a rule looks at: one text, a source with its translation, or the release as a whole."""

    TEXT = "text"
    PAIR = "pair"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule over one text. `title` is the first line of the function's docstring, marked for the catalogues.

    One with a `hint` says nothing about a text that does not hold it, and is not asked.
    """

    id: str
    severity: Severity
    title: str
    check: Callable[[Passage], Iterable[Spot]]
    hint: Hint | None = None
    scope: ClassVar[Scope] = Scope.TEXT


@dataclass(frozen=True, slots=True)
class PairRule:
    """A rule over a source and its translation, in this order; neither of them need hold anything.

    One that is of use `alone` is asked about texts in the source language too: they are then both, the same object.
    """

    id: str
    severity: Severity
    title: str
    check: Callable[[Passage, Passage], Iterable[Spot]]
    alone: bool = False
    hint: Hint | None = None
    scope: ClassVar[Scope] = Scope.PAIR


@dataclass(frozen=True, slots=True)
class Frame:
    """What a rule over a release knows beside the lines.

    `census` is what all lines together have, where the rule asks for it; `order` is the place of each segment in the
    release, counted from 0: two frames are the same wherever the segments stand.
    """

    source_language: str
    language: str
    template: str
    census: frozenset[Hashable] = frozenset()
    order: Mapping[str, int] = field(default_factory=dict, repr=False, compare=False)

    @property
    def is_source(self) -> bool:
        """Whether it is the source's own text that is checked: there is nothing to compare with."""
        return self.language == self.source_language


class Entry(NamedTuple):
    """What one line says under a key; never nothing."""

    line: Line
    facts: tuple[Any, ...]


Said: TypeAlias = Iterable[tuple[Hashable, Any]]
"""Facts of a line, each under its key."""


@dataclass(frozen=True, slots=True)
class ReleaseRule:
    """A rule over a release in one language, which looks at a line only once as long as the line stays the same.

    `facts` is what a line says, each fact under a key: a term under its concept, a translation under its source.
    `judge` is asked about the lines with facts under one key, in reading order, and about no others; each spot names
    its segment. So a keystroke costs what is said under the keys of one line, and not what the release holds.

    `census` is for the few rules in which a line says more or less because of what others have: the values of all lines
    are in the frame. A rule is `placed` if it also depends on how far from each other lines stand. Lines without its
    `hint` have no facts for it; the census asks all of them.
    """

    id: str
    severity: Severity
    title: str
    facts: Callable[[Line, Frame], Said]
    judge: Callable[[tuple[Entry, ...], Frame], Iterable[Spot]]
    census: Callable[[Line, Frame], Iterable[Hashable]] | None = None
    placed: bool = False
    hint: Hint | None = None
    scope: ClassVar[Scope] = Scope.RELEASE

    def check(self, manuscript: Manuscript) -> Iterator[Spot]:
        """What the rule says of a whole release, from the beginning; `gathering` is for one that changes."""
        frame = frame_of(manuscript)
        if self.census:
            counted = (value for line in manuscript.lines for value in self.census(line, frame))
            frame = replace(frame, census=frozenset(counted))
        groups: dict[Hashable, list[Entry]] = {}
        for line in manuscript.lines:
            for key, facts in by_key(self.facts(line, frame)).items():
                groups.setdefault(key, []).append(Entry(line, facts))
        for group in groups.values():
            yield from self.judge(tuple(group), frame)


def frame_of(manuscript: Manuscript) -> Frame:
    """The frame of a release, without a census."""
    release = manuscript.release
    order = {line.segment: place for place, line in enumerate(manuscript.lines)}
    return Frame(release.source_language, manuscript.language, release.template, order=order)


def by_key(said: Said) -> dict[Hashable, tuple[Any, ...]]:
    """The facts of a line, those of one key together."""
    found: dict[Hashable, tuple[Any, ...]] = {}
    for key, fact in said:
        found[key] = (*found[key], fact) if key in found else (fact,)
    return found


Rule: TypeAlias = TextRule | PairRule | ReleaseRule
