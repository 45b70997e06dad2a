"""Which part of a translation belongs to which part of the source.

Dynamic programming over both texts after Gale and Church (A Program for Aligning Sentences in Bilingual Corpora,
Computational Linguistics 19, 1993): a pair costs what its lengths differ from what is usual, here also what its roles,
numbers and addresses differ. Two paragraphs may stand for one, and any may stand alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from tilshi.exchange.plaintext.recognising import Part
from tilshi.language.addresses import spans
from tilshi.release import Role

_VARIANCE: Final = 6.8
"""Of the length of a translation per character of the source, in characters (Gale and Church, 1993, table 2)."""

_ALONE: Final = 5.0
_MERGED: Final = 2.5
_OTHER_ROLE: Final = 3.0
_OTHER_PROSE: Final = 1.0
"""Lead, body and background are told by their place, which a missing paragraph shifts."""

_OTHER_ANCHORS: Final = 4.0
_BAND: Final = 150
_MERGEABLE: Final = frozenset(
    {Role.LEAD, Role.BODY, Role.QUOTE, Role.BACKGROUND, Role.BOILERPLATE, Role.NOTES, Role.LIST_ITEM, Role.HEADLINE}
)
_PROSE: Final = frozenset({Role.LEAD, Role.BODY, Role.BACKGROUND, Role.BOILERPLATE, Role.NOTES})
_THOUSANDS: Final = re.compile(r"(?<=\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_NAME: Final = re.compile(r"\b[^\W\d_a-z][^\W\d_]{3,}\b")


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts of the source and of the translation that belong together, by their numbers; one side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]


@dataclass(frozen=True)
class _Side:
    """What of one or two parts is compared."""

    text: str
    roles: tuple[Role, ...]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Numbers and addresses, which a translation keeps."""
        numbers = {found.replace(",", ".") for found in _NUMBER.findall(_THOUSANDS.sub("", self.text))}
        return frozenset(numbers) | {address.href for address in spans(self.text)}

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words: names that stay in a language of the same alphabet."""
        return frozenset(_NAME.findall(self.text))


def align(source: Sequence[Part], target: Sequence[Part]) -> tuple[Pair, ...]:
    """The cheapest pairing that keeps both orders and uses every part once."""
    return tuple(_Aligner(source, target).pairs())


class _Aligner:
    def __init__(self, source: Sequence[Part], target: Sequence[Part]) -> None:
        self._source = _sides(source)
        self._target = _sides(target)
        self._rows, self._columns = len(source), len(target)
        lengths = sum(len(part.text) for part in source), sum(len(part.text) for part in target)
        self._ratio = min(1.8, max(0.55, lengths[1] / lengths[0])) if all(lengths) else 1.0

    def pairs(self) -> Iterator[Pair]:
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for row in range(self._rows + 1):
            for column in self._band(row):
                reached = [
                    (best[row - rows, column - columns][0] + self._cost(row, column, rows, columns), (rows, columns))
                    for rows, columns in _MOVES
                    if (row - rows, column - columns) in best
                ]
                if reached:
                    best[row, column] = min(reached)
        yield from reversed(list(self._path(best)))

    def _band(self, row: int) -> range:
        """Columns near the diagonal, so that long texts cost time in proportion to their length."""
        middle = row * self._columns // max(1, self._rows)
        width = max(_BAND, abs(self._columns - self._rows) + 20)
        return range(max(0, middle - width), min(self._columns, middle + width) + 1)

    def _path(self, best: dict[tuple[int, int], tuple[float, tuple[int, int]]]) -> Iterator[Pair]:
        row, column = self._rows, self._columns
        while row or column:
            rows, columns = best[row, column][1]
            yield Pair(tuple(range(row - rows, row)), tuple(range(column - columns, column)))
            row, column = row - rows, column - columns

    def _cost(self, row: int, column: int, rows: int, columns: int) -> float:
        if not rows or not columns:
            return _ALONE if rows + columns else 0.0
        source, target = self._source[rows - 1][row - rows], self._target[columns - 1][column - columns]
        if rows + columns > 2 and not {*source.roles, *target.roles} <= _MERGEABLE:
            return math.inf
        cost = _length_cost(len(source.text) * self._ratio, len(target.text))
        cost += _anchor_cost(source, target) - 0.5 * min(3, len(source.names & target.names))
        cost += _role_cost(source.roles[0], target.roles[0])
        return cost + _MERGED * (rows + columns - 2)


_MOVES: Final = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))


def _sides(parts: Sequence[Part]) -> tuple[list[_Side], list[_Side]]:
    """Each part by itself, and each with the next one."""
    single = [_Side(part.text, (part.role,)) for part in parts]
    double = [_Side(f"{one.text} {other.text}", (one.role, other.role)) for one, other in pairwise(parts)]
    return single, double


def _role_cost(one: Role, other: Role) -> float:
    if one is other:
        return 0.0
    return _OTHER_PROSE if {one, other} <= _PROSE else _OTHER_ROLE


def _length_cost(expected: float, length: int) -> float:
    delta = abs(length - expected) / math.sqrt(_VARIANCE * max(expected, length, 1.0))
    return min(8.0, -math.log(max(math.erfc(delta / math.sqrt(2.0)), 1e-12)))


def _anchor_cost(source: _Side, target: _Side) -> float:
    together = source.anchors | target.anchors
    if not together:
        return 0.0
    return _OTHER_ANCHORS * (0.75 - len(source.anchors & target.anchors) / len(together))
