"""What the columns of a table of terms hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple

SEPARATOR: Final = " | "
"""What stands between several terms, or sources, in one cell."""


class Field(StrEnum):
    """What a column holds: of the concept, or of its terms in one language."""

    IGNORED = "-"
    ID = "id"
    SUBJECT = "subject"
    DEFINITION = "definition"
    NOTE = "note"
    """Of the concept; with a language, of the preferred term."""
    PART_OF_SPEECH = "part_of_speech"
    TERM = "term"
    """Preferred terms."""
    ACRONYM = "acronym"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    """Deprecated terms, each with `[scope: reason]` after it where it is known."""
    STATUS = "status"
    RELIABILITY = "reliability"
    SEEN = "attested_form"
    SOURCE = "source"
    GRAMMAR = "grammar"
    VALID = "valid"
    """Status to validity: what is known of the preferred term."""


OF_CONCEPT: Final = frozenset({Field.ID, Field.SUBJECT, Field.DEFINITION, Field.NOTE, Field.PART_OF_SPEECH})
"""What may stand without a language."""


class Column(NamedTuple):
    """What one column holds, and in which language (BCP 47), empty where that is not known or not asked."""

    field: Field
    language: str = ""

    @property
    def name(self) -> str:
        """The column's header in our own tables: `kk`, `kk_forbidden`, `note`."""
        if self.field is Field.TERM:
            return self.language or str(self.field)
        return f"{self.language}_{self.field}" if self.language else str(self.field)

    @property
    def lacks_language(self) -> bool:
        """Whether somebody has to say the language before anything can be read."""
        return not self.language and self.field not in OF_CONCEPT and self.field is not Field.IGNORED


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column of a table holds; proposed by `propose`, corrected by the user.

    `unknown`: the headers of columns that were not understood, and so left out.
    """

    columns: tuple[Column, ...]
    has_header: bool = True
    separator: str = SEPARATOR
    unknown: tuple[str, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has terms in, in the order of the columns."""
        return tuple(dict.fromkeys(each.language for each in self.columns if each.language))

    def with_columns(self, columns: Sequence[Column]) -> Mapping:
        """This mapping with its first columns as a user says, the others ignored."""
        rest = len(self.columns) - len(columns)
        filled = (*columns, *(Column(Field.IGNORED) for _ in range(rest)))
        return replace(self, columns=tuple(filled), unknown=())
