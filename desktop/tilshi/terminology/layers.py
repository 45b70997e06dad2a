"""What in one termbase, or in several that lie over one another, repeats or contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.folding import key, spelling


class Clash(StrEnum):
    """Why two concepts do not go together."""

    DUPLICATE = "duplicate"
    """A term in common in the language they are looked up by, and in the other: one concept could say it all."""
    CONFLICT = "conflict"
    """A term in common in one language, none in the other: people will not know which to use."""
    FORBIDDEN = "forbidden"
    """What one prefers or admits, the other forbids."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two concepts that clash over a term, for a person to decide; `upper` is the one that counts meanwhile."""

    clash: Clash
    upper: Concept
    lower: Concept
    term: Term


def disagreements(termbase: Termbase, source: str, target: str) -> tuple[Disagreement, ...]:
    """What in a termbase contradicts or repeats itself for translation from `source` to `target`.

    Of several concepts with a term in common each is compared with the first, which is the one that counts.
    """
    by_term: dict[str, list[Concept]] = defaultdict(list)
    for concept in termbase.concepts:
        for form in _forms(concept, source):
            by_term[form].append(concept)
    found = [
        clash
        for concepts in by_term.values()
        for lower in concepts[1:]
        for clash in _compared(concepts[0], lower, target)
    ]
    return tuple(dict.fromkeys(found))


def _compared(upper: Concept, lower: Concept, target: str) -> Iterable[Disagreement]:
    ours, theirs = upper.preferred(target), lower.preferred(target)
    if ours and theirs:
        same = not _forms(upper, target).isdisjoint(_forms(lower, target))
        yield Disagreement(Clash.DUPLICATE if same else Clash.CONFLICT, upper, lower, ours)
    for one, other in ((upper, lower), (lower, upper)):
        # With capitals: what is forbidden may be the same in small letters.
        forbidden = {spelling(term.text) for term in other.in_language(target) if term.status.is_forbidden}
        for term in _usable(one, target):
            if spelling(term.text) in forbidden:
                yield Disagreement(Clash.FORBIDDEN, upper, lower, term)


def _forms(concept: Concept, language: str) -> set[str]:
    return {key(term.text) for term in _usable(concept, language)}


def _usable(concept: Concept, language: str) -> list[Term]:
    return [term for term in concept.in_language(language) if term.status in (Status.PREFERRED, Status.ADMITTED)]
