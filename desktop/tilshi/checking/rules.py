"""What a check is: a named, documented function that reads texts and says where something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from tilshi.checking.findings import Severity, Spot
from tilshi.checking.passages import Manuscript, Passage


class Scope(StrEnum):
    """What a rule looks at: one text, a source with its translation, or the release as a whole."""

    TEXT = "text"
    PAIR = "pair"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule over one text. `title` is the first line of the function's docstring, marked for the catalogues."""

    id: str
    severity: Severity
    title: str
    check: Callable[[Passage], Iterable[Spot]]
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
    scope: ClassVar[Scope] = Scope.PAIR


@dataclass(frozen=True, slots=True)
class ReleaseRule:
    """A rule over a release in one language; each spot names its segment."""

    id: str
    severity: Severity
    title: str
    check: Callable[[Manuscript], Iterable[Spot]]
    scope: ClassVar[Scope] = Scope.RELEASE


Rule: TypeAlias = TextRule | PairRule | ReleaseRule
