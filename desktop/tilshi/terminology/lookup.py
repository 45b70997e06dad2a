"""Which terms stand in a text, to the letter: whole words, any case, any white space, the longest where several fit.

This is the matcher for languages without one that knows their inflection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

from tilshi.terminology.concepts import Concept, Status, Term, Termbase, TermType
from tilshi.terminology.folding import Folded, folded

EVERY_STATUS: Final = frozenset(Status)
WANTED: Final = frozenset({Status.PREFERRED, Status.ADMITTED})


@dataclass(frozen=True, slots=True)
class TermHit:
    """A use of a term, `start` to `end` in code points; a form that several concepts share gives a hit for each."""

    start: int
    end: int
    concept: Concept
    term: Term


@dataclass(frozen=True, slots=True)
class Entry:
    """What a glossary says of a segment: a concept its source speaks of, where, and the terms for it in the target."""

    concept: Concept
    hits: tuple[TermHit, ...]
    terms: tuple[Term, ...]


class TermIndex:
    """The terms of one language, ready to be found; building it for 2,000 terms takes some milliseconds.

    Only terms of a status in `statuses` are found and stand in the way of shorter ones.
    Terms without small letters are found only in capitals: WHO is not "who".
    """

    def __init__(self, termbase: Termbase, language: str, statuses: Container[Status] = EVERY_STATUS) -> None:
        # Loaded here for the start of the program.
        import ahocorasick

        entries: dict[str, list[tuple[Concept, Term]]] = defaultdict(list)
        for concept in termbase.concepts:
            for term in concept.in_language(language):
                if term.status in statuses and (form := folded(term.text).string.strip()):
                    entries[form].append((concept, term))
        self._automaton = ahocorasick.Automaton()
        for form, meanings in entries.items():
            self._automaton.add_word(form, (len(form), tuple(meanings)))
        self._automaton.make_automaton()

    def find(self, text: str) -> tuple[TermHit, ...]:
        """The terms in a text, in order; none within another."""
        if not len(self._automaton):
            return ()
        hits: list[TermHit] = []
        for start, end, meanings in longest(self._candidates(text)):
            hits.extend(TermHit(start, end, concept, term) for concept, term in meanings)
        return tuple(hits)

    def _candidates(self, text: str) -> Iterator[_Candidate]:
        form = folded(text)
        for last, (length, meanings) in self._automaton.iter(form.string):
            first = last + 1 - length
            if _is_word(form, first, last + 1):
                start, end = form.original(first, last + 1)
                if fitting := tuple(pair for pair in meanings if _case_fits(pair[1], text[start:end])):
                    yield start, end, fitting


_Candidate = tuple[int, int, tuple[tuple[Concept, Term], ...]]


def glossary(index: TermIndex, source: str, language: str) -> tuple[Entry, ...]:
    """What the glossary behind `index` (of the source language) says of a source text, in the order of the text.

    `terms` are those of `language`: preferred first, then admitted, then those not to be used.
    """
    found: dict[str, list[TermHit]] = defaultdict(list)
    for hit in index.find(source):
        found[hit.concept.id].append(hit)
    order = tuple(Status)
    return tuple(
        Entry(
            hits[0].concept,
            tuple(hits),
            tuple(sorted(hits[0].concept.in_language(language), key=lambda term: order.index(term.status))),
        )
        for hits in found.values()
    )


def _is_word(form: Folded, start: int, end: int) -> bool:
    before, after = form.string[start - 1 : start], form.string[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _case_fits(term: Term, found: str) -> bool:
    if term.kind is not TermType.ACRONYM and any(letter.islower() for letter in term.text):
        return True
    return "".join(found.split()) == "".join(term.text.split())


def longest(candidates: Iterator[_Candidate]) -> Iterator[_Candidate]:
    """Candidates in the order of the text, none overlapping: at each place the first and of those the longest."""
    end = 0
    for candidate in sorted(candidates, key=lambda candidate: (candidate[0], -candidate[1])):
        if candidate[0] >= end:
            yield candidate
            end = candidate[1]
