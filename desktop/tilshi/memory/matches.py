"""What a memory offers for a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tilshi.language.differences import Span, words_difference
from tilshi.memory.units import Context, Provenance, Unit
from tilshi.release import Text

IN_CONTEXT = 101
"""The score of the same text between the same neighbours."""
EXACT = 100
"""The score of the same text."""


class MatchKind(StrEnum):
    """How a match was found; the names are those of XLIFF 2.1's Translation Candidates (`mtc:match`, 5.1.3.8)."""

    CONTEXT = "icm"
    """In-context match: the same text between the same neighbours."""
    EXACT = "em"
    FUZZY = "tm"


@dataclass(frozen=True, slots=True)
class Adaptation:
    """A number, date or time of a stored translation that was exchanged; `start` and `end` lie in the adapted text."""

    start: int
    end: int
    stored: str
    """What the stored translation says there."""


@dataclass(frozen=True, slots=True)
class Adapted:
    """A stored translation with the values of the present source, and where they stand in it."""

    text: Text
    changes: tuple[Adaptation, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A unit of the memory as an offer for the present source.

    `score` is 101 in context, 100 for the same text, else the Levenshtein similarity of the folded texts in per cent,
    99 at most: 1 − distance / length of the longer. `present` is the source that was looked up.
    `adapted` is there if numbers or dates differ and could be exchanged in the translation without a doubt; what a
    person must still look at is what `difference` shows beside.
    """

    score: int
    kind: MatchKind
    unit: Unit
    present: str
    adapted: Adapted | None = None

    @property
    def difference(self) -> tuple[Span, ...]:
        """What leads from the stored source to the present one, word by word; found when asked for (some 60 µs)."""
        return words_difference(self.unit.source.string, self.present)

    @property
    def source(self) -> Text:
        """The stored source."""
        return self.unit.source

    @property
    def target(self) -> Text:
        """The stored translation."""
        return self.unit.target

    @property
    def offered(self) -> Text:
        """What is to be inserted: the adapted translation if there is one, else the stored one."""
        return self.adapted.text if self.adapted else self.unit.target

    @property
    def provenance(self) -> Provenance:
        """Where it is from."""
        return self.unit.provenance

    @property
    def context(self) -> Context:
        """Where it stood."""
        return self.unit.context
