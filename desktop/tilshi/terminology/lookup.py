"""Which terms stand in a text, to the letter: whole words, any case, any white space, the longest where several fit.

This is the matcher for languages without one that knows their inflection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from tilshi.language.names import script
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Concept, Status, Term, Termbase, TermType
from tilshi.terminology.folding import Folded, folded

if TYPE_CHECKING:
    from tilshi.language.kazakh.features import Features

EVERY_STATUS: Final = frozenset(Status)
WANTED: Final = frozenset({Status.PREFERRED, Status.ADMITTED})


class TermHit(NamedTuple):
    """A use of a term, `start` to `end` in code points; a form that several concepts share gives a hit for each.

    `readings`: which forms of the term it can be, the likeliest first, where the language is one whose grammar is known
    (Kazakh); else empty.
    """

    start: int
    end: int
    concept: Concept
    term: Term
    readings: tuple[Features, ...] = ()


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
            for term in terms_in(concept, language):
                if term.status in statuses and (form := folded(term.text).string.strip()):
                    entries[form].append((concept, term))
        self._automaton = ahocorasick.Automaton()
        for form, meanings in entries.items():
            self._automaton.add_word(form, (len(form), tuple(meanings)))
        self._automaton.make_automaton()

    def find(self, text: str) -> tuple[TermHit, ...]:
        """The terms in a text, in order; none within another."""
        return longest(self.candidates(text))

    def candidates(self, text: str) -> Iterator[TermHit]:
        """Every term in a text, those within others too."""
        if not len(self._automaton):
            return
        form = folded(text)
        for last, (length, meanings) in self._automaton.iter(form.string):
            first = last + 1 - length
            if _is_word(form, first, last + 1):
                start, end = form.original(first, last + 1)
                for concept, term in meanings:
                    if _case_fits(term, text[start:end]):
                        yield TermHit(start, end, concept, term)


def longest(candidates: Iterable[TermHit]) -> tuple[TermHit, ...]:
    """Hits in the order of the text, none overlapping but those of one span: at each place the longest of the first."""
    chosen: list[TermHit] = []
    for hit in sorted(candidates, key=lambda hit: (hit.start, -hit.end)):
        if not chosen or hit.start >= chosen[-1].end or (hit.start, hit.end) == (chosen[-1].start, chosen[-1].end):
            chosen.append(hit)
    return tuple(chosen)


def terms_in(concept: Concept, language: str) -> Iterator[Term]:
    """Its terms that serve a text in `language`, whatever region either names: kk-KZ serves kk, kk-Latn does not."""
    return (term for term in concept.terms if term.language == language or _is_same(term.language, language))


def entries(hits: Iterable[TermHit], language: str, day: str = "") -> tuple[Entry, ...]:
    """What was found in a source text with the terms of `language` for it, in the order of the text.

    The terms: preferred first, then admitted, then those not to be used; of each those that are valid on the day first
    (YYYY-MM-DD, if it matters).
    """
    found: dict[str, list[TermHit]] = defaultdict(list)
    for hit in hits:
        found[hit.concept.id].append(hit)
    order = tuple(Status)

    def rank(term: Term) -> tuple[int, bool]:
        return order.index(term.status), bool(day) and not term.is_valid(day)

    return tuple(
        Entry(
            hits[0].concept,
            tuple(hits),
            tuple(sorted(terms_in(hits[0].concept, language), key=rank)),
        )
        for hits in found.values()
    )


@lru_cache(maxsize=1_000)
def _is_same(one: str, other: str) -> bool:
    return primary(one) == primary(other) and script(one) == script(other)


def _is_word(form: Folded, start: int, end: int) -> bool:
    before, after = form.string[start - 1 : start], form.string[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _case_fits(term: Term, found: str) -> bool:
    if term.kind is not TermType.ACRONYM and any(letter.islower() for letter in term.text):
        return True
    return "".join(found.split()) == "".join(term.text.split())
