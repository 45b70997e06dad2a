"""Concepts and their terms, named after TBX (ISO 30042:2019): conceptEntry › langSec › termSec."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_ID: Final = re.compile(r"[^\W\d][\w.\-]*")
"""An xsd:ID (NCName) as far as letters and digits of any script go, so that every TBX written is valid."""


def concept_id(text: str) -> str:
    """The id nearest to `text` that XML takes: "12" becomes "c12", "a b" becomes "a_b"."""
    name = re.sub(r"[^\w.\-]", "_", text)
    return name if _ID.fullmatch(name) else f"c{name}"


_OPEN: Final = ".."
_DAY: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def interval(text: str) -> tuple[str, str] | None:
    """Beginning and end of a `Term.validity`, empty where it is open; None if it is no interval."""
    begin, slash, end = text.strip().partition("/")
    days = tuple("" if day == _OPEN else day for day in (begin, end))
    if not slash or not any(days) or not all(_DAY.fullmatch(day) for day in days if day):
        return None
    return days[0], days[1]


class Status(StrEnum):
    """Whether the house wants a term (TBX `administrativeStatus`; there `preferredTerm-admn-sts` and so on)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def is_forbidden(self) -> bool:
        """Whether a use is a mistake."""
        return self in (Status.DEPRECATED, Status.SUPERSEDED)


class Scope(StrEnum):
    """Where a deprecated term is wrong: in any text, or only as the equivalent of its own concept."""

    ALWAYS = "always"
    CONCEPT = "concept"


class TermType(StrEnum):
    """What kind of designation a term is (TBX `termType`)."""

    FULL_FORM = "fullForm"
    ACRONYM = "acronym"
    ABBREVIATION = "abbreviation"
    SHORT_FORM = "shortForm"
    VARIANT = "variant"
    PHRASE = "phrase"


class Reliability(StrEnum):
    """Whether a term was seen in use, or proposed by a translator and not reviewed by a native speaker yet."""

    UNKNOWN = ""
    ATTESTED = "attested"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Grammar:
    """What an entry knows of the forms of its term better than the rules; None leaves the matter to the rules.

    `harmony` is "front" or "back"; `base` the head noun without its possessive («заң» in «соғыс заңы»).
    """

    harmony: str | None = None
    linking_vowel: bool | None = None
    voicing: bool | None = None
    izafet: bool | None = None
    base: str | None = None
    acronym: bool | None = None


BY_RULE = Grammar()
"""The rules decide everything."""


@dataclass(frozen=True, slots=True)
class Term:
    """One designation of a concept in one language (BCP 47).

    `scope` and `reason` belong to deprecated terms; `seen` is the inflected form in which it was attested. `more` holds
    what an imported file says beyond this, as XML fragments of TBX, so that nothing is lost when it goes out again.
    `valid_from` and `valid_until` are when it is the right one, as names of offices and places are for a time: dates of
    ISO 8601 (2022, 2022-09 or 2022-09-17), the last day included, empty where there is no end.
    """

    text: str
    language: str
    status: Status = Status.PREFERRED
    kind: TermType = TermType.FULL_FORM
    part_of_speech: str = ""
    reliability: Reliability = Reliability.UNKNOWN
    scope: Scope = Scope.CONCEPT
    reason: str = ""
    sources: tuple[str, ...] = ()
    seen: str = ""
    note: str = ""
    grammar: Grammar = BY_RULE
    more: tuple[str, ...] = ()
    valid_from: str = ""
    valid_until: str = ""

    @property
    def validity(self) -> str:
        """When it is valid, as an interval of ISO 8601-2: `2019-03-23/2022-09-16`, `2022/..`; empty if always."""
        if not self.valid_from and not self.valid_until:
            return ""
        return f"{self.valid_from or _OPEN}/{self.valid_until or _OPEN}"

    def is_valid(self, day: str) -> bool:
        """Whether it is the right term on a day (YYYY-MM-DD)."""
        begun = not self.valid_from or self.valid_from <= day[: len(self.valid_from)]
        return begun and (not self.valid_until or day[: len(self.valid_until)] <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea with its terms in any number of languages, kept together by language; ids are unique in a termbase.

    `more` is as in `Term`; `more_in` the same for one language, as pairs (language, XML fragments).

    Raises:
        ValueError: the id is none that XML can hold as one; `concept_id` makes it so.
    """

    id: str
    terms: tuple[Term, ...]
    subject: str = ""
    definition: str = ""
    note: str = ""
    more: tuple[str, ...] = ()
    more_in: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"{self.id!r} is no id of a concept")
        order = {language: place for place, language in enumerate(dict.fromkeys(term.language for term in self.terms))}
        object.__setattr__(self, "terms", tuple(sorted(self.terms, key=lambda term: order[term.language])))

    def in_language(self, language: str) -> Iterator[Term]:
        """Its terms in a language, in their own order."""
        return (term for term in self.terms if term.language == language)

    def preferred(self, language: str, kind: TermType | None = None) -> Term | None:
        """The term to use in a language; with `kind`, the one of that type (the acronym, say)."""
        wanted = (term for term in self.in_language(language) if term.status is Status.PREFERRED)
        return next((term for term in wanted if kind is None or term.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Termbase:
    """A named collection of concepts, such as the one that ships with the program, the organisation's or one's own."""

    name: str
    concepts: tuple[Concept, ...] = ()
    description: str = ""

    def terms(self) -> Iterator[tuple[Concept, Term]]:
        """Every term with its concept."""
        return ((concept, term) for concept in self.concepts for term in concept.terms)
