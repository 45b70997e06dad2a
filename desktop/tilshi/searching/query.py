"""What is looked for, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Method(StrEnum):
    """How a query is read: letter by letter, as words in any of their forms, as a regular expression."""

    PLAIN = "plain"
    LEMMA = "lemma"
    PATTERN = "pattern"


class Where(StrEnum):
    """The texts of a segment."""

    SOURCE = "source"
    TARGET = "target"
    NOTES = "notes"


EVERYWHERE = frozenset(Where)


class QueryError(ValueError):
    """The query cannot be understood, or takes too long; its message is for the user."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    `languages`: the translations that are searched, all where empty. `match_case` and `whole_words` are not asked when
    words are looked for in any form. `alike`: kinds of spaces, quotation marks, dashes and apostrophes, ё and е count
    as one, and characters that hide as none; not asked for patterns.
    """

    wanted: str
    method: Method = Method.PLAIN
    match_case: bool = False
    whole_words: bool = False
    alike: bool = True
    where: frozenset[Where] = EVERYWHERE
    languages: tuple[str, ...] = ()
