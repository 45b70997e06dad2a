"""The rule that a release has one term for one concept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.passages import Line, Passage
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.checking.strangers import NOUNS, is_name
from tilshi.checking.terms import is_only_meaning, is_same_word
from tilshi.checking.uses import replacing, surface, uses
from tilshi.i18n import N_
from tilshi.terminology.concepts import Status, Term, TermType
from tilshi.terminology.lookup import TermHit


class _Use(NamedTuple):
    line: Line
    hit: TermHit


def mixed_terms(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """Two terms for one concept.

    Forms of one term, its acronym, and what the source itself calls by two names are no mixture. The preferred term is
    right where it is used at all, else the one used most.
    """
    if len({hit.term.text for entry in entries for hit in entry.facts}) < 2:
        return
    found = [_Use(line, hit) for line, hits in entries for hit in hits]
    right = _ruling(found)
    for use in found:
        if not is_same_word(use.hit.term, right) and not _follows_source(use, found, right):
            yield _spot(use, right)


def _by_concept(line: Line, _frame: Frame) -> Said:
    """The uses of terms in a line, under their concepts."""
    return ((hit.concept.id, hit) for hit in line.read.parsed(_countable))


def _countable(read: Passage) -> tuple[TermHit, ...]:
    return tuple(
        hit
        for hit in uses(read).outer
        if not hit.term.status.is_forbidden
        and hit.term.kind is not TermType.ACRONYM
        and hit.term.part_of_speech in NOUNS
        and not is_name(hit.concept)
        and (hit.term.status is Status.PREFERRED or is_only_meaning(read, hit))
    )


def _ruling(found: list[_Use]) -> Term:
    counts = Counter(use.hit.term for use in found)
    return max(counts, key=lambda term: (term.status is Status.PREFERRED, counts[term]))


def _follows_source(use: _Use, found: list[_Use], right: Term) -> bool:
    """Whether the source has a term here that it has nowhere where the translation has the right one."""
    if use.line.source is use.line.read:
        return False
    here = _source_terms(use)
    return bool(here) and here.isdisjoint(*(_source_terms(other) for other in found if other.hit.term == right))


def _source_terms(use: _Use) -> set[str]:
    return {hit.term.text for hit in uses(use.line.source).wanted.get(use.hit.concept.id, ())}


def _spot(use: _Use, right: Term) -> Spot:
    read, hit = use.line.read, use.hit
    said = message(
        N_("“{found}” and “{term}” mean the same; one release has one term for it."),
        found=surface(read, hit),
        term=right.text,
    )
    return Spot(hit.start, hit.end, said, replacing(read, hit.start, hit.end, right), segment=use.line.segment)


MIXED_TERMS: Final = ReleaseRule(
    "term.mixed", Severity.WARNING, N_("Two terms for one concept"), _by_concept, mixed_terms
)
