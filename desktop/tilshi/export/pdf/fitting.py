"""Which breaks a paragraph's lines take: the cheapest way through all of them.

The lines are found by the shortest path over all possible breaks (Knuth and Plass, "Breaking Paragraphs into Lines",
1981), so no line is ragged because the one before it was filled greedily.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate
from typing import Final, NamedTuple, TypeAlias

from tilshi.export.pdf.breaks import Break, BreakKind
from tilshi.export.pdf.faces import Word
from tilshi.layout.blocks import Alignment, Paragraph, Tag

_HEADINGS: Final = frozenset({Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3})
DIVIDING: Final = frozenset({BreakKind.SOFT, BreakKind.HYPHEN})
"""The breaks that divide a word and show a hyphen."""

# A justified space may shrink by a fifth and should not grow beyond its double.
_SHRINK: Final = 0.2
_STRETCH: Final = 1.0
_OVERSTRETCHED: Final = 8.0
# A last line shorter than this part of the measure looks like a mistake.
_RUNT: Final = 0.15
_RUNT_COST: Final = 0.08
# Hyphens one below the other, and one before the last line.
_LADDER_COST: Final = 0.1
_LAST_HYPHEN_COST: Final = 0.03
# What a break costs beside the badness of justified lines, which are steeper than ragged ones.
_JUSTIFIED_SCALE: Final = 8.0
# From here on a line is poor: this part of the measure empty, or spaces this much wider.
_POOR_RAG: Final = 0.15
_POOR_STRETCH: Final = 0.75
# Lines emptier than this part of the measure are no candidates for dividing the word that did not fit.
_HOPELESS: Final = 0.4
# Rounding must not push a word off a line it fits, in points.
_TOLERANCE: Final = 0.01

Words: TypeAlias = list[tuple[int, Word]]
"""Words with the index of their group."""


class Manner(Enum):
    """What good lines are."""

    RAGGED = "ragged"  # as full as can be, the last one as it comes
    BALANCED = "balanced"  # alike, the last one too: a heading
    JUSTIFIED = "justified"  # spaces as they should be, the last line as it comes


class Box(NamedTuple):
    """What stands between two breaks; widths in points, `width` with the spaces at its end.

    `space` is the natural width of its spaces together.
    """

    start: int
    ending: Break
    words: Words
    visible: float
    width: float
    space: float


def manner_of(paragraph: Paragraph) -> Manner:
    """How a paragraph is set: the lines of a heading are made alike, whatever its alignment."""
    if paragraph.tag in _HEADINGS:
        return Manner.BALANCED
    return Manner.JUSTIFIED if paragraph.style.alignment is Alignment.JUSTIFY else Manner.RAGGED


def choose(boxes: Sequence[Box], measure: float, manner: Manner) -> list[int]:
    """The index of the last box of each line: the cheapest way through all breaks."""
    starts = list(accumulate([box.width for box in boxes], initial=0.0))
    if starts[-2] + boxes[-1].visible <= measure:
        return [len(boxes) - 1]
    spaces = list(accumulate([box.space for box in boxes], initial=0.0)) if manner is Manner.JUSTIFIED else None
    final = len(boxes) - 1
    best = [0.0] * (len(boxes) + 1)
    came_from = [0] * (len(boxes) + 1)
    ladder = [0] * (len(boxes) + 1)
    limit = measure + _TOLERANCE
    scale = _JUSTIFIED_SCALE if spaces else 1.0
    earliest = 0
    for last, box in enumerate(boxes):
        end = starts[last] + box.visible
        while earliest < last and end - starts[earliest] - _shrinkable(spaces, earliest, last) > limit:
            earliest += 1
        is_hyphen = box.ending.kind in DIVIDING
        after_hyphen = 0.0 if not (is_hyphen or last == final) else scale
        ends_freely = last == final and manner is not Manner.BALANCED
        cheapest = float("inf")
        for first in range(earliest, last + 1):
            width = end - starts[first]
            if ends_freely:
                cost = best[first] + (_RUNT_COST * scale if first > 0 and width < _RUNT * measure else 0.0)
            elif spaces:
                cost = best[first] + _stretched(measure - width, spaces[last] - spaces[first])
            else:
                cost = best[first] + (1.0 - width / measure) ** 2
            if after_hyphen and ladder[first]:
                # A ladder costs the more the higher it is.
                cost += (_LADDER_COST * ladder[first] ** 2 if is_hyphen else _LAST_HYPHEN_COST) * after_hyphen
            if cost < cheapest:
                cheapest = cost
                came_from[last + 1] = first
        best[last + 1] = cheapest + box.ending.cost * scale
        ladder[last + 1] = ladder[came_from[last + 1]] + 1 if is_hyphen else 0
    return _way_back(came_from)


def is_poor(boxes: Sequence[Box], ends: Sequence[int], measure: float, manner: Manner) -> bool:
    """Whether one of the lines, the last one aside, is so bad that dividing words may be the lesser evil."""
    start = 0
    for end in ends[:-1]:
        line = boxes[start : end + 1]
        slack = measure - sum([box.width for box in line[:-1]]) - line[-1].visible
        if manner is Manner.JUSTIFIED:
            spaces = sum([box.space for box in line[:-1]])
            if slack > _POOR_STRETCH * _STRETCH * spaces:
                return True
        elif slack > _POOR_RAG * measure:
            return True
        start = end + 1
    return False


def straddling(boxes: Sequence[Box], measure: float, manner: Manner) -> frozenset[int]:
    """The boxes over which a line may have to end: the first that does not fit, for each start worth trying."""
    starts = list(accumulate([box.width for box in boxes], initial=0.0))
    spaces = list(accumulate([box.space for box in boxes], initial=0.0)) if manner is Manner.JUSTIFIED else None
    found: set[int] = set()
    wanted = [0]
    seen = {0}
    while wanted:
        first = wanted.pop()
        for last in range(first, len(boxes)):
            visible = starts[last] + boxes[last].visible - starts[first]
            overflows = visible - _shrinkable(spaces, first, last) > measure + _TOLERANCE
            if overflows:
                found.add(last)
            # A line that begins with the rest of a divided word is tried as if it began with the whole.
            following = last if overflows else last + 1
            if visible > (1 - _HOPELESS) * measure and following not in seen:
                seen.add(following)
                wanted.append(following)
            if overflows:
                break
    return frozenset(found)


def _shrinkable(spaces: Sequence[float] | None, first: int, last: int) -> float:
    """How much narrower a justified line may become."""
    return (spaces[last] - spaces[first]) * _SHRINK if spaces else 0.0


def _stretched(slack: float, spaces: float) -> float:
    """The cost of a justified line by how much its spaces change (Knuth's badness, scaled to the other costs)."""
    if spaces <= 0:
        return _OVERSTRETCHED
    ratio = slack / (spaces * (_STRETCH if slack >= 0 else _SHRINK))
    return min(abs(ratio) ** 3, _OVERSTRETCHED)


def _way_back(came_from: Sequence[int]) -> list[int]:
    ends: list[int] = []
    at = len(came_from) - 1
    while at > 0:
        ends.append(at - 1)
        at = came_from[at]
    return ends[::-1]
