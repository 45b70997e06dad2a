"""The glossary a translator works with: several termbases over one another, asked as one; a value.

A change gives a new glossary that shares all but the changed concepts with the old one, so that it is cheap at any size
and whoever still works with the old one, on another thread, is not disturbed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import itemgetter
from threading import Lock
from types import MappingProxyType
from typing import Final, Protocol

from tilshi.language import addresses
from tilshi.language.names import script
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Concept, Termbase
from tilshi.terminology.folding import key
from tilshi.terminology.lookup import Entry, TermHit, TermIndex, entries, longest

_SHARD: Final = 64
"""Changed concepts that share an index, which is built anew with each of them: some milliseconds at most."""


class Layer(StrEnum):
    """Where a concept comes from; each layer lies over those before it."""

    BUNDLED = "bundled"
    NAMES = "names"
    ORGANISATION = "organisation"
    PERSONAL = "personal"


class Index(Protocol):
    """The terms of one language, ready to be found."""

    def candidates(self, text: str) -> Iterable[TermHit]:
        """Every term in a text, those within others too; offsets are code points."""
        ...


class _Shard:
    """Some concepts with an index a language, built when it is first asked for."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        self.concepts = concepts
        self._indices: dict[str, Index] = {}
        self._lock = Lock()

    def holds(self, concept: Concept) -> bool:
        """Whether it is among these, itself and not one that is equal."""
        return self.concepts.get(concept.id) is concept

    def index(self, language: str) -> Index:
        """The index of a language."""
        found = self._indices.get(language)
        if found is None:
            with self._lock:
                found = self._indices.get(language) or _index(tuple(self.concepts.values()), language)
                self._indices[language] = found
        return found


_RANK: Final = itemgetter(0)
_NOTHING: Final[Mapping[str, Concept]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Stratum:
    """One layer: its concepts by id as they were loaded, and what has changed since (None: taken out)."""

    layer: Layer
    base: Mapping[str, Concept]
    changes: Mapping[str, Concept | None]

    def get(self, name: str) -> Concept | None:
        return self.changes[name] if name in self.changes else self.base.get(name)

    def concepts(self) -> dict[str, Concept]:
        merged = {**self.base, **self.changes} if self.changes else self.base
        return {name: concept for name, concept in merged.items() if concept is not None}


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Termbases in layers, as one; a concept hides those of its id in the layers below.

    Safe to share between threads. Made by `assembled` or `tilshi.terminology.shelf.load`.
    """

    _strata: tuple[_Stratum, ...]
    """The uppermost first."""
    _main: _Shard
    """What was visible when the glossary was made."""
    _recent: tuple[_Shard, ...] = ()
    """What has become visible since, the latest first."""

    def find(self, text: str, language: str, *, nested: bool = False) -> tuple[TermHit, ...]:
        """The terms of a language in a text, in order; web and e-mail addresses hold none.

        At each place the longest of the first; with `nested` those within others too. Where several concepts share a
        form, those of higher layers come first.
        """
        found = [hit for shard in (*self._recent, self._main) for hit in shard.index(language).candidates(text)]
        ranked = sorted(((rank, hit) for hit in found if (rank := self._rank(hit.concept)) is not None), key=_RANK)
        if not ranked:
            return ()
        links = [(link.start, link.end) for link in addresses.links(text)]
        clear = [hit for _, hit in ranked if not any(hit.start < end and start < hit.end for start, end in links)]
        chosen = sorted(clear, key=lambda hit: (hit.start, -hit.end)) if nested else longest(clear)
        return tuple(_without_respelt(chosen, text))

    def entries(self, source: str, source_language: str, target_language: str, day: str = "") -> tuple[Entry, ...]:
        """The concepts a source text speaks of, with the terms for them in the target language, the best first.

        `day` (YYYY-MM-DD): those that are valid then before others.
        """
        return entries(self.find(source, source_language), target_language, day)

    def concept(self, name: str) -> Concept | None:
        """The concept of an id, from the highest layer that has it."""
        for stratum in self._strata:
            if (found := stratum.get(name)) is not None:
                return found
        return None

    def layer_of(self, name: str) -> Layer | None:
        """Where the concept of an id comes from."""
        return next((stratum.layer for stratum in self._strata if stratum.get(name) is not None), None)

    def concepts(self) -> Iterator[Concept]:
        """All concepts, those of higher layers first."""
        seen: set[str] = set()
        for stratum in self._strata:
            for name, concept in stratum.concepts().items():
                if name not in seen:
                    seen.add(name)
                    yield concept

    def termbase(self, layer: Layer | None = None) -> Termbase:
        """One layer as a termbase, or all of them as one."""
        if layer is None:
            return Termbase("Tilshi", tuple(self.concepts()))
        stratum = next((stratum for stratum in self._strata if stratum.layer is layer), None)
        return Termbase(str(layer), tuple(stratum.concepts().values()) if stratum else ())

    def with_concept(self, concept: Concept, layer: Layer = Layer.PERSONAL) -> Glossary:
        """This glossary with a concept more, or another in the place of the one of its id."""
        return self.with_concepts((concept,), layer)

    def with_concepts(self, concepts: Iterable[Concept], layer: Layer = Layer.PERSONAL) -> Glossary:
        """This glossary with more concepts; see `with_concept`."""
        new = {concept.id: concept for concept in concepts}
        return Glossary(self._changed(layer, new), self._main, self._with_recent(new))

    def without(self, name: str, layer: Layer = Layer.PERSONAL) -> Glossary:
        """This glossary without a concept of a layer; the one of its id below it, if any, comes to light."""
        changed = Glossary(self._changed(layer, {name: None}), self._main, self._recent)
        revealed = changed.concept(name)
        if revealed is None:
            return changed
        return replace(changed, _recent=self._with_recent({name: revealed}))

    @property
    def is_compact(self) -> bool:
        """Whether all is in one index; else `compacted` makes looking up a little faster."""
        return not self._recent

    def compacted(self) -> Glossary:
        """The same glossary in one index again; takes as long as loading it, so it belongs in the background."""
        if self.is_compact:
            return self
        return _stacked(tuple(_Stratum(each.layer, each.concepts(), {}) for each in self._strata))

    def prepare(self, *languages: str) -> None:
        """Builds the indices of these languages now rather than with the first look-up."""
        for language in languages:
            for shard in (self._main, *self._recent):
                shard.index(language)

    def _rank(self, concept: Concept) -> int | None:
        """The place of its layer, the uppermost 0; None where another concept hides it."""
        for rank, stratum in enumerate(self._strata):
            if (found := stratum.get(concept.id)) is not None:
                return rank if found is concept else None
        return None

    def _changed(self, layer: Layer, changes: Mapping[str, Concept | None]) -> tuple[_Stratum, ...]:
        return tuple(
            replace(each, changes={**each.changes, **changes}) if each.layer is layer else each
            for each in self._complete(layer)
        )

    def _with_recent(self, concepts: Mapping[str, Concept]) -> tuple[_Shard, ...]:
        """The shards of what has changed, these in the latest of them; what is in a shard already stays where it is."""
        shards = (self._main, *self._recent)
        new = {name: each for name, each in concepts.items() if not any(shard.holds(each) for shard in shards)}
        if not new:
            return self._recent
        if self._recent and len(self._recent[0].concepts) + len(new) <= _SHARD:
            return (_Shard({**self._recent[0].concepts, **new}), *self._recent[1:])
        return (_Shard(new), *self._recent)

    def _complete(self, layer: Layer) -> tuple[_Stratum, ...]:
        """The strata, an empty one among them for the layer if it has none yet."""
        if any(stratum.layer is layer for stratum in self._strata):
            return self._strata
        order = tuple(Layer)
        strata = (*self._strata, _Stratum(layer, _NOTHING, {}))
        return tuple(sorted(strata, key=lambda stratum: -order.index(stratum.layer)))


def assembled(layers: Mapping[Layer, Termbase]) -> Glossary:
    """A glossary of these layers."""
    return _stacked(
        tuple(
            _Stratum(layer, {concept.id: concept for concept in layers[layer].concepts}, {})
            for layer in reversed(Layer)
            if layer in layers
        )
    )


def _without_respelt(hits: Sequence[TermHit], text: str) -> Iterator[TermHit]:
    """The hits but for those whose term differs from one of the same concept and place in its capitals alone.

    «Халықаралық Қызыл крест комитеті» is forbidden only because the right name has other capitals: the text decides.
    """
    if not any(hit.term.status.is_forbidden for hit in hits):
        yield from hits
        return
    by_place: dict[tuple[int, int, str, str], list[TermHit]] = {}
    for hit in hits:
        by_place.setdefault((hit.start, hit.end, hit.concept.id, key(hit.term.text)), []).append(hit)
    for rivals in by_place.values():
        if len(rivals) == 1 or not any(hit.term.status.is_forbidden for hit in rivals):
            yield from rivals
            continue
        found = text[rivals[0].start : rivals[0].end]
        wanted = (hit for hit in rivals if not hit.term.status.is_forbidden)
        # A capital more is that of a heading or of the start of a sentence; the wrong one has to stand there exactly.
        exact = (hit for hit in rivals if _has_capitals(found, hit.term.text))
        yield next(exact, None) or next(wanted, rivals[0])


def _has_capitals(found: str, cited: str) -> bool:
    """Whether each word begins, as far as its first letter, as in the citation."""
    pairs = list(zip(found.split(), cited.split(), strict=False))
    return all(one[:1].isupper() == other[:1].isupper() for one, other in pairs)


def _stacked(strata: tuple[_Stratum, ...]) -> Glossary:
    glossary = Glossary(strata, _Shard({}))
    return replace(glossary, _main=_Shard({concept.id: concept for concept in glossary.concepts()}))


def _index(concepts: tuple[Concept, ...], language: str) -> Index:
    # Each language loads its grammar when a text in it is first looked at.
    termbase = Termbase("", concepts)
    match (primary(language), script(language)):
        case ("kk", "Cyrl"):
            from tilshi.terminology.matcher import KazakhIndex

            return KazakhIndex(termbase, language)
        case ("ru", _):
            from tilshi.language.russian import bases
        case ("en", _):
            from tilshi.language.english import bases
        case ("fr", _):
            from tilshi.language.french import bases
        case _:
            return TermIndex(termbase, language)
    from tilshi.terminology.wordwise import WordwiseIndex

    return WordwiseIndex(termbase, language, bases)
