"""Which part of a new version of a text is which part of the old one.

Equal texts first, by their longest common subsequence; between those, in order, the parts that are most alike; what is
left is looked for anywhere, since parts are moved.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tilshi.release import Block, Role

_SIMILAR: Final = 0.4
"""Likeness from which two texts are versions of one: below, one was removed and the other added."""

_BY_CHANCE: Final = 0.45
"""Share of letters in one order that any two paragraphs have (0.33 to 0.5 in four languages of our samples)."""

_SAME_ROLE: Final = 0.25
"""What the two have beside their words where each text has one such part: a new headline is still the headline."""

_ONCE: Final = frozenset({Role.KICKER, Role.DATE, Role.HEADLINE, Role.SUBHEADLINE, Role.LEAD, Role.CONTACT_INTRO})
_MOVED: Final = 0.75
_MOST: Final = 40_000
"""Pairs of parts that are compared between two equal ones; a rewrite beyond that is told apart by equality alone."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A part of the old version and the one it became, by their numbers; one of them may be missing."""

    old: int | None
    new: int | None
    moved: bool = False


def paired(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """The parts of both versions, each once, in the order of the new one; removed parts where they stood."""
    # Loaded here for the start of the program, which compares nothing.
    from rapidfuzz.distance import Indel

    before, after = [_text(block) for block in old], [_text(block) for block in new]
    partners: dict[int, int] = {}
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            partners |= dict(
                zip(range(code.src_start, code.src_end), range(code.dest_start, code.dest_end), strict=True)
            )
    for olds, news in _gaps(partners, len(old), len(new)):
        partners |= _in_order(olds, news, old, new)
    moved = _moves(partners, before, after)
    return _ordered(partners | moved, set(moved), len(old), len(new))


def _text(block: Block) -> str:
    return " ".join(segment.source.string for segment in block.segments)


def _gaps(partners: dict[int, int], old: int, new: int) -> list[tuple[range, range]]:
    """What stands between neighbouring pairs in both versions."""
    edges = [(-1, -1), *sorted(partners.items()), (old, new)]
    return [
        (range(a + 1, c), range(b + 1, d)) for (a, b), (c, d) in itertools.pairwise(edges) if c > a + 1 and d > b + 1
    ]


def _in_order(olds: range, news: range, old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """The pairs of two stretches that have most in common, none crossing another; by dynamic programming."""
    if len(olds) * len(news) > _MOST:
        return {}
    alike = [[_likeness(old[a], new[b]) for b in news] for a in olds]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for a in reversed(range(len(olds))):
        for b in reversed(range(len(news))):
            together = alike[a][b] + best[a + 1][b + 1] if alike[a][b] >= _SIMILAR else 0.0
            best[a][b] = max(together, best[a + 1][b], best[a][b + 1])
    found: dict[int, int] = {}
    a = b = 0
    while a < len(olds) and b < len(news):
        if alike[a][b] >= _SIMILAR and best[a][b] == alike[a][b] + best[a + 1][b + 1]:
            found[olds[a]] = news[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return found


def _likeness(one: Block, other: Block) -> float:
    """How much two parts are alike, 0 to a little over 1: by their words, or by their letters where endings differ."""
    from rapidfuzz.distance import Indel  # for the start of the program

    first, second = _text(one).casefold(), _text(other).casefold()
    words = Indel.normalized_similarity(first.split(), second.split())
    letters = Indel.normalized_similarity(first, second, score_cutoff=_BY_CHANCE)
    role = _SAME_ROLE if one.role is other.role and one.role in _ONCE else 0.0
    return max(words, (letters - _BY_CHANCE) / (1 - _BY_CHANCE)) + role


def _moves(partners: dict[int, int], before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Of what has no partner, what stands elsewhere: the same text, else one that is nearly the same."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel  # for the start of the program

    olds = [at for at in range(len(before)) if at not in partners and before[at]]
    taken = set(partners.values())
    free = {at: after[at] for at in range(len(after)) if at not in taken and after[at]}
    found: dict[int, int] = {}
    if len(olds) * len(free) > _MOST:
        return found
    for at in olds:
        best = process.extractOne(before[at], free, scorer=Indel.normalized_similarity, score_cutoff=_MOVED)
        if best is not None:
            found[at] = best[2]
            del free[best[2]]
    return found


def _ordered(partners: dict[int, int], moved: set[int], old: int, new: int) -> list[Pair]:
    olds = {there: here for here, there in partners.items()}
    places: list[tuple[float, int, Pair]] = [
        (float(at), 0, Pair(olds.get(at), at, olds.get(at) in moved)) for at in range(new)
    ]
    last = -1.0
    for at in range(old):
        if at in partners:
            last = last if at in moved else float(partners[at])
        else:
            places.append((last + 0.5, at, Pair(at, None)))
    return [pair for _place, _order, pair in sorted(places, key=lambda each: each[:2])]
