"""A place in a text, and what fits into it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tilshi.terminology.concepts import Term, TermType
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import TermHit

_SENTENCE_START: Final = re.compile(r"(?:^|[.!?…][\]»”\"’)]*\s|\n)\s*(?:[–—•-]\s*)?[«“„‹\"'‘(\[]*$")
# A dot after so short a word ends an abbreviation or an initial, no sentence: «2026 ж. », "т. б. ", "J. ".
_ABBREVIATED: Final = re.compile(r"(?:^|[\s(«])(?:[^\W\d_]{1,2}|[^\W\d_]-[^\W\d_])\.\s+[«“„‹\"'‘(\[]*$")


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around the term to be written, and what it replaces (empty where it is put in)."""

    before: str
    replaced: str
    after: str

    @property
    def starts_sentence(self) -> bool:
        """Whether a sentence begins here."""
        return bool(_SENTENCE_START.search(self.before)) and not _ABBREVIATED.search(self.before)


@dataclass(frozen=True, slots=True)
class Fitting:
    """The form that fits, its case where the language has cases, and the form of each case."""

    best: str
    case: StrEnum | None = None
    forms: tuple[tuple[StrEnum, str], ...] = ()


def replaced_term(place: Place, language: str, glossary: Glossary) -> TermHit | None:
    """The term of the glossary of which the whole of what is replaced is a form."""
    text = place.replaced.strip()
    hits = glossary.find(text, language) if text else ()
    return next((hit for hit in hits if (hit.start, hit.end) == (0, len(text))), None)


def stays(term: Term, place: Place, glossary: Glossary) -> bool:
    """Whether what is replaced is a form of the term already, and so the one that was meant."""
    hit = replaced_term(place, term.language, glossary)
    return hit is not None and hit.term.text == term.text


def is_name(term: Term) -> bool:
    """Whether a term names somebody or something: it is written with a capital, or an acronym."""
    return term.kind is TermType.ACRONYM or term.text[:1].isupper()
