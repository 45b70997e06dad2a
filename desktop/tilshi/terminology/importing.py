"""What an imported glossary would do to the one that is there: shown before anything is done."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tilshi.terminology.concepts import Concept, Termbase
from tilshi.terminology.folding import key
from tilshi.terminology.glossary import Glossary, Layer
from tilshi.terminology.layers import Clash, Disagreement, disagreements


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does to a layer: concepts that are new, that take the place of others, that are there already.

    `renamed`: pairs of an id in the file and the one it gets, because another concept has it. `disagreements`: where
    what comes and what is there repeat or contradict one another, for a person to decide; nothing is merged.
    """

    added: tuple[Concept, ...]
    changed: tuple[Concept, ...]
    unchanged: tuple[Concept, ...]
    renamed: tuple[tuple[str, str], ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """What is to be stored."""
        return (*self.added, *self.changed)


def plan(glossary: Glossary, incoming: Termbase, layer: Layer) -> Plan:
    """What importing these concepts into a layer would do.

    An id that another concept has already, with no term in common, is exchanged for a fresh one.
    """
    present = {concept.id: concept for concept in glossary.termbase(layer).concepts}
    added: list[Concept] = []
    changed: list[Concept] = []
    unchanged: list[Concept] = []
    renamed: list[tuple[str, str]] = []
    taken: set[str] = set()
    for concept in incoming.concepts:
        name = next(
            name for name in _names(concept.id) if name not in taken and _fits(concept, name, glossary, present)
        )
        taken.add(name)
        if name != concept.id:
            renamed.append((concept.id, name))
        mine = replace(concept, id=name)
        if name not in present:
            added.append(mine)
        else:
            (unchanged if present[name] == mine else changed).append(mine)
    news = (*added, *changed)
    return Plan(tuple(added), tuple(changed), tuple(unchanged), tuple(renamed), _clashes(glossary, news))


def contradictions(termbase: Termbase) -> tuple[Disagreement, ...]:
    """Where a termbase repeats or contradicts itself, for translation between any two of its languages."""
    languages = dict.fromkeys(term.language for _concept, term in termbase.terms())
    pairs = itertools.permutations(languages, 2)
    return _once(clash for source, target in pairs for clash in disagreements(termbase, source, target))


def _clashes(glossary: Glossary, news: tuple[Concept, ...]) -> tuple[Disagreement, ...]:
    coming = {concept.id for concept in news}
    forms = {form for concept in news for form in _forms(concept)}
    rest = (concept for concept in glossary.concepts() if concept.id not in coming)
    whole = contradictions(Termbase("", (*news, *(each for each in rest if not forms.isdisjoint(_forms(each))))))
    return tuple(clash for clash in whole if clash.upper.id in coming)


def _once(found: Iterable[Disagreement]) -> tuple[Disagreement, ...]:
    """Each clash of two concepts once, from whichever language it is seen; contradictions before repetitions."""
    kept: dict[tuple[Clash, frozenset[str]], Disagreement] = {}
    for clash in found:
        kept.setdefault((clash.clash, frozenset({clash.upper.id, clash.lower.id})), clash)
    return tuple(sorted(kept.values(), key=lambda clash: clash.clash is Clash.DUPLICATE))


def _names(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in itertools.count(2))


def _fits(concept: Concept, name: str, glossary: Glossary, present: dict[str, Concept]) -> bool:
    """Whether the concept may have this id: nobody has it, or it is the same one in another version."""
    other = present.get(name) or glossary.concept(name)
    return other is None or not _forms(concept).isdisjoint(_forms(other))


def _forms(concept: Concept) -> set[tuple[str, str]]:
    return {(term.language, key(term.text)) for term in concept.terms}
