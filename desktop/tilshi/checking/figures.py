"""Rules over numbers: a translation says the same ones as its source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import Final, TypeAlias

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.quantities import Quantity, Sort, Value, are_paragraphs, may_count, quantities
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.dates import format_time
from tilshi.language.numbers import format_number
from tilshi.language.tags import primary

_HALF_DAY: Final = Pattern(
    r"\b(?:du soir|du matin|après-midi|вечера|утра|дня|ночи|кешкі|кешке|таңғы|таңертең|түстен кейін)\b",
)
_BEFORE_HOUR: Final = Pattern(r"(?<!\w)(?:сағат|at|by|until|from|à|dès|в|к|до|с)\s$")
_AFTER_HOUR: Final = Pattern(r"\s(?:o[’']clock|heures?|час)\b")
_MANY: Final = 1_000
"""Places of one number from which on nobody can tell which of them is wrong."""

_HALF_OF_DAY: Final = Decimal(12 * 60)
_SCALES: Final = {
    "en": {10**3: "thousand", 10**6: "million", 10**9: "billion"},
    "fr": {10**3: "mille", 10**6: "millions", 10**9: "milliards"},
    "ru": {10**3: "тыс.", 10**6: "млн", 10**9: "млрд"},
    "kk": {10**3: "мың", 10**6: "млн", 10**9: "млрд"},
}


def number_value(source: Passage, target: Passage) -> Iterator[Spot]:
    """A number that differs from the source's.

    Compared as values: 12,500, 12 500 and 12,5 мың are the same; so are 3 p.m. and 15:00, XX and 20, nine and 9, tens
    of thousands and ондаған мың. A number in words that is simply not there is no finding: “the two sides” may well be
    the sides. The cells of a table row are compared one by one. Dates have a rule of their own.
    """
    if not target.text.string.strip() or source.role in ADDRESSES or not are_paragraphs(source, target):
        return
    for said, written in _comparable(source, target):
        yield from _compared(source, said, target, written)


def _comparable(source: Passage, target: Passage) -> Iterator[tuple[tuple[Quantity, ...], tuple[Quantity, ...]]]:
    """The quantities of both texts; in a table row those of each cell, where both rows have as many cells."""
    said, written = source.parsed(quantities), target.parsed(quantities)
    cells, others = _cells(source), _cells(target)
    if len(cells) != len(others) or len(cells) == 1:
        yield said, written
        return
    for (start, end), (first, last) in zip(cells, others, strict=True):
        yield _between(said, start, end), _between(written, first, last)


def _cells(read: Passage) -> list[tuple[int, int]]:
    if not read.is_table:
        return [(0, len(read.prose))]
    edges = [-1, *(at for at, letter in enumerate(read.prose) if letter == "|"), len(read.prose)]
    return [(start + 1, end) for start, end in pairwise(edges)]


def _between(found: tuple[Quantity, ...], start: int, end: int) -> tuple[Quantity, ...]:
    return tuple(quantity for quantity in found if start <= quantity.start < end)


def _compared(
    source: Passage, said: tuple[Quantity, ...], target: Passage, written: tuple[Quantity, ...]
) -> Iterator[Spot]:
    if _plain_values(said) == _plain_values(written):
        return
    lost = _without_counterpart((said, source), (written, target))
    added = _without_counterpart((written, target), (said, source))
    _add_lone_romans(lost, added, said, written)
    _add_lone_romans(added, lost, written, said)
    if len(added) < len(lost):
        sorts = {quantity.sort for quantity in lost} & {Sort.FIGURE, Sort.WORDS} | {Sort.FIGURE}
        again = (quantity for quantity in _repeated(said, written) if quantity.sort in sorts)
        added = sorted((*added, *again), key=lambda quantity: quantity.start)
    for expected, found in zip_longest(*_paired(lost, added)):
        if expected and found:
            yield _differs(source, expected, target, found)
        elif expected and expected.sort in _WRITTEN:
            yield _lost(source, expected)
        elif found and found.sort in _WRITTEN:
            yield _added(target, found)


def _plain_values(found: tuple[Quantity, ...]) -> set[Value]:
    """The likeliest readings: texts that have the same ones need no closer look."""
    return {quantity.readings[0] for quantity in found if quantity.sort is not Sort.DATE}


_WRITTEN: Final = frozenset({Sort.FIGURE, Sort.TIME})
_Side: TypeAlias = tuple[tuple[Quantity, ...], Passage]
"""Quantities and the text that they stand in."""


def _add_lone_romans(
    some: list[Quantity], others: list[Quantity], these: tuple[Quantity, ...], those: tuple[Quantity, ...]
) -> None:
    """A single I, V or X is a number where the other text has another Roman one: Protocol I against Протокол II."""
    romans = [quantity for quantity in others if quantity.sort is Sort.ROMAN]
    if romans and not any(quantity.sort is Sort.ROMAN for quantity in some):
        known = {value for quantity in those for value in quantity.readings}
        single = (quantity for quantity in these if quantity.sort is Sort.ROMAN and not quantity.certain)
        some += [quantity for quantity in single if quantity.readings[0] not in known][: len(romans)]


def _without_counterpart(ours: _Side, theirs: _Side) -> list[Quantity]:
    """Which quantities of one text none of the other stands for; the same value twice counts once."""
    these, read = ours
    if not these:
        return []
    known = _known(*theirs)
    half = _HALF_DAY.search(read.prose.lower()) is not None
    missing = [
        quantity
        for quantity in these
        if quantity.certain and quantity.sort is not Sort.DATE and not known.tell(quantity, half=half)
    ]
    return list({quantity.readings: quantity for quantity in reversed(missing)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _Known:
    """The values of a text: all of them, those that are no parts of fractions, and those that may be an hour."""

    values: frozenset[Value]
    whole: frozenset[Value]
    hours: frozenset[Value]

    def tell(self, quantity: Quantity, *, half: bool) -> bool:
        """Whether they say the same as a quantity of the other text.

        A time of day is known as a time, or as a bare number (сағат 3-те), not as both. `half`: the other text says
        which half of the day it is, in words.
        """
        if quantity.sort is Sort.TIME:
            clock, *bare = quantity.readings
            minutes = clock[1]
            later = ("time", (minutes + _HALF_OF_DAY) % (2 * _HALF_OF_DAY)) if isinstance(minutes, Decimal) else clock
            return clock in self.values or (half and later in self.values) or not self.hours.isdisjoint(bare)
        known = self.whole if quantity.sort is Sort.FRACTION else self.values
        return not known.isdisjoint(quantity.readings) or (bool(quantity.parts) and known.issuperset(quantity.parts))


def _known(those: tuple[Quantity, ...], read: Passage) -> _Known:
    return _Known(
        frozenset(value for quantity in those for value in (*quantity.readings, *quantity.parts)),
        frozenset(
            value
            for quantity in those
            for value in (*quantity.readings, *(quantity.parts if quantity.sort is Sort.FIGURE else ()))
        ),
        frozenset(value for quantity in those if _may_be_hour(quantity, read) for value in quantity.readings),
    )


def _may_be_hour(quantity: Quantity, read: Passage) -> bool:
    """A figure, or a word as in сағат үште, at three, three o'clock."""
    if quantity.sort is not Sort.WORDS:
        return quantity.sort is Sort.FIGURE
    before, after = read.prose[max(0, quantity.start - 8) : quantity.start], read.prose[quantity.end :]
    return _BEFORE_HOUR.search(before.lower()) is not None or _AFTER_HOUR.match(after.lower()) is not None


def _repeated(said: tuple[Quantity, ...], written: tuple[Quantity, ...]) -> Iterator[Quantity]:
    """Numbers that the translation says more often than the source: one of them may stand where another belongs.

    Of several, those that stand where the source's do are right.
    """
    ours = _places(quantity.readings for quantity in said)
    for value, theirs in _places((quantity.readings[0],) for quantity in written).items():
        expected = ours.get(value, ())
        if not 0 < len(expected) < len(theirs) or len(theirs) > _MANY:
            continue
        for place in expected:
            theirs.remove(min(theirs, key=lambda at: abs(at * len(said) - place * len(written))))
        yield from (written[at] for at in theirs)


def _places(readings: Iterable[tuple[Value, ...]]) -> dict[Value, list[int]]:
    """Where each value stands, counted in quantities."""
    found: defaultdict[Value, list[int]] = defaultdict(list)
    for at, values in enumerate(readings):
        for value in {*values}:
            found[value].append(at)
    return found


def _paired(lost: list[Quantity], added: list[Quantity]) -> tuple[list[Quantity | None], list[Quantity | None]]:
    """Side by side: first what is written alike, in order; then the rest, in order."""
    left: list[Quantity | None] = []
    right: list[Quantity | None] = []
    free = list(added)
    rest: list[Quantity] = []
    for expected in lost:
        alike = next((found for found in free if found.sort is expected.sort), None)
        if alike is None:
            rest.append(expected)
            continue
        free.remove(alike)
        left.append(expected)
        right.append(alike)
    for expected_, found_ in zip_longest(rest, free):
        left.append(expected_)
        right.append(found_)
    return left, right


def _differs(source: Passage, expected: Quantity, target: Passage, found: Quantity) -> Spot:
    said = message(
        N_("The source says {expected}, the translation {found}."),
        expected=_shown(source, expected),
        found=_shown(target, found),
    )
    fixes = _fixes(expected, target, found)
    return Spot(found.start, found.end, said, fixes, Side.TARGET, evidence=(expected.start, expected.end))


def _lost(source: Passage, expected: Quantity) -> Spot:
    said = message(N_("{expected} of the source is not in the translation."), expected=_shown(source, expected))
    return Spot(expected.start, expected.end, said, side=Side.SOURCE)


def _added(target: Passage, found: Quantity) -> Spot:
    said = message(N_("{found} of the translation is not in the source."), found=_shown(target, found))
    return Spot(found.start, found.end, said, side=Side.TARGET)


def _fixes(expected: Quantity, target: Passage, found: Quantity) -> tuple[Fix, ...]:
    """The right number in the form of the language, where nothing else would have to change with it."""
    kind, value = expected.readings[0]
    inflected = target.prose[found.end : found.end + 1] == "-"
    if inflected or isinstance(value, str) or found.sort is not expected.sort or found.sort not in _WRITTEN:
        return ()
    if kind == "time":
        return (Fix(found.start, found.end, format_time(time(int(value) // 60, int(value) % 60), target.language)),)
    if found.scaled or expected.scaled:
        return _scaled(value, target, found)
    return (Fix(found.start, found.end, format_number(value, target.language)),)


def _scaled(value: Decimal, target: Passage, found: Quantity) -> tuple[Fix, ...]:
    """With the word that makes the number short: 3,4 млн."""
    for factor, word in reversed(_SCALES.get(primary(target.language), {}).items()):
        short = (value / factor).normalize()
        if short >= 1:
            exponent = short.as_tuple().exponent
            plain = short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short
            return (Fix(found.start, found.end, f"{format_number(plain, target.language)}\u00a0{word}"),)
    return ()


def _shown(read: Passage, quantity: Quantity) -> str:
    return read.text.string[quantity.start : quantity.end]


NUMBER_VALUE: Final = PairRule(
    "num.value",
    Severity.ERROR,
    N_("A number that differs from the source's"),
    number_value,
    hint=Hint(may_count).in_either,
)
