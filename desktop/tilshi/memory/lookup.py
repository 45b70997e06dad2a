"""Looking a text up: the same text, in its context or not, and texts that are nearly the same.

Loads rapidfuzz, so load this module late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from tilshi.memory.adapting import Adapter
from tilshi.memory.folding import fold
from tilshi.memory.matches import EXACT, IN_CONTEXT, Match, MatchKind
from tilshi.memory.store import MemoryStore
from tilshi.memory.units import Query, Unit
from tilshi.release import Text

if TYPE_CHECKING:
    from tilshi.memory.tiers import Tiers

_FEWEST: Final = 64
_MOST: Final = 256
_UNITS_A_CANDIDATE: Final = 4_000
"""Signatures whose texts are compared: the more units, the more that look alike. At a million, of 444 texts the best
match is among the first 64 in 99.3 %, among the first 192 in 99.8 %."""
_LONGEST: Final = 10_000
"""Code points of a text beyond which nothing similar is looked for: comparing takes the product of the lengths."""
_NEARLY: Final = 99
_SPARE: Final = 4
"""Units that are read beyond what was asked for: the same translation may be there for several sources."""


def look_up(store: MemoryStore, tiers: Tiers | None, query: Query, *, least: int, most: int) -> tuple[Match, ...]:
    """The matches of a text, the best first, each translation once; without `tiers` only the same text."""
    folded = fold(query.source.string)
    same = dict.fromkeys(store.exact(query.pair, folded), 1.0)
    near = _similar(store, tiers, folded, least / 100) if tiers is not None and len(folded) <= _LONGEST else {}
    ranked = sorted({**near, **same}.items(), key=lambda found: -found[1])
    scores = dict(ranked[: most + _SPARE + len(same)])
    units = store.units(tuple(scores))
    offers = sorted(_offers(units, scores, query), key=_order)
    chosen = _different([offer for offer in offers if offer[0] >= least], most)
    adapter = Adapter(query.source.string, (query.source_language, query.target_language))
    return tuple(_match(score, unit, query, adapter) for score, unit, _fits in chosen)


def _similar(store: MemoryStore, tiers: Tiers, folded: str, least: float) -> dict[int, float]:
    """Ids of the units that are at least so similar, with their similarity."""
    texts = {unit_id: fold(text) for unit_id, text in store.sources(_candidates(store, tiers, folded, least)).items()}
    found = process.extract(
        folded, texts, scorer=Levenshtein.normalized_similarity, processor=None, limit=None, score_cutoff=least
    )
    return {unit_id: score for _text, score, unit_id in found}


def _candidates(store: MemoryStore, tiers: Tiers, folded: str, least: float) -> list[int]:
    most = min(_MOST, max(_FEWEST, len(tiers) // _UNITS_A_CANDIDATE))
    return tiers.candidates(store, folded, max(least, 0.3), most)


_Offer = tuple[int, Unit, bool]
"""Score, unit, and whether the role of its part is the present one."""


def _offers(units: Iterable[Unit], scores: dict[int, float], query: Query) -> Iterable[_Offer]:
    for unit in units:
        yield _score(unit, scores[unit.id], query), unit, unit.context.role == query.context.role


def _score(unit: Unit, similarity: float, query: Query) -> int:
    if unit.source.string == query.source.string:
        return IN_CONTEXT if unit.context.agrees_with(query.context) else EXACT
    return min(_NEARLY, int(100 * similarity + 1e-9))


def _order(offer: _Offer) -> tuple[int, bool, list[int], int]:
    """The best first; among the same the one of the same role, then the newest."""
    score, unit, fits = offer
    return -score, not fits, [-ord(letter) for letter in unit.provenance.at], -unit.id


def _different(offers: Sequence[_Offer], most: int) -> list[_Offer]:
    """The first offer of each translation."""
    kept: dict[Text, _Offer] = {}
    for offer in offers:
        if len(kept) < most:
            kept.setdefault(offer[1].target, offer)
    return list(kept.values())


def _match(score: int, unit: Unit, query: Query, adapter: Adapter) -> Match:
    present = query.source.string
    if score >= EXACT:
        kind = MatchKind.CONTEXT if score == IN_CONTEXT else MatchKind.EXACT
        return Match(score, kind, unit, present)
    return Match(score, MatchKind.FUZZY, unit, present, adapter.adapted(unit))
