"""What somebody said of a text: approvals, waivers, overrides, publications; each bound to what was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tilshi.release.text import Text


class State(StrEnum):
    """How far a translation is (XLIFF 2.1, 4.3.1.24 `state`)."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"

    @property
    def rank(self) -> int:
        """Position in the order of work, 0 for initial."""
        return tuple(State).index(self)


class Capacity(StrEnum):
    """In what capacity somebody works on a release: a choice, not an account."""

    AUTHOR = "author"
    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    APPROVER = "approver"


@dataclass(frozen=True, slots=True)
class Approval:
    """A translation found good: by whom, `at` what time (ISO 8601 in UTC), and the `digest` of the pair that was read.

    `text` is the wording that was approved, to which a later one is compared.
    """

    state: State
    capacity: Capacity
    by: str
    at: str
    digest: str
    text: Text


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding of `rule` that is to be left as it is; `digest` is of the text it was about."""

    rule: str
    language: str
    segment: str
    digest: str
    reason: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """What blocks a final version and was let through; `digest` is of the version in that language."""

    language: str
    requirement: str
    digest: str
    reason: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """A version that went out; `digest` is of the version in that language."""

    language: str
    digest: str
    by: str = ""
    at: str = ""
