"""Kazakh terms looked for one after another; the same answers as the matcher of whole termbases, term by term."""

from __future__ import annotations

from collections.abc import Iterator

from tilshi.language.kazakh import Lexeme, matches
from tilshi.terminology.concepts import Concept, Term, Termbase
from tilshi.terminology.lexemes import lexeme
from tilshi.terminology.lookup import TermHit, longest, terms_in


class OneByOneIndex:
    """The Kazakh terms of a termbase."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        self._terms: list[tuple[Concept, Term, Lexeme]] = [
            (concept, term, lexeme(term)) for concept in termbase.concepts for term in terms_in(concept, language)
        ]

    def find(self, text: str) -> tuple[TermHit, ...]:
        """The terms in a text, in order; none within another. Offsets are code points."""
        return longest(self.candidates(text))

    def candidates(self, text: str) -> Iterator[TermHit]:
        """Every term in a text, those within others too."""
        for concept, term, wanted in self._terms:
            for found in matches(wanted, text):
                yield TermHit(found.start, found.end, concept, term, found.readings)
