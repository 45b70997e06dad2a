"""Rules over numbers: a translation says the same ones as its source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.quantities import Quantity, Value, quantities, roman_values
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.number_words import spelled_values
from tilshi.language.numbers import format_number


def number_value(source: Passage, target: Passage) -> Iterator[Spot]:
    """A number that differs from the source's.

    Compared as values: 12,500, 12 500 and 12,5 мың are the same; so are 3 p.m. and 15:00, XX and 20, nine and 9. What
    stands in words on both sides is not compared.
    """
    if not target.text.string.strip() or source.role in ADDRESSES:
        return
    said, written = quantities(source), quantities(target)
    lost = _without_counterpart(said, written, target)
    added = _without_counterpart(written, said, source)
    for expected, found in zip_longest(lost, added):
        if found is None:
            yield _lost(source, expected)
        elif expected is None:
            yield _added(target, found)
        else:
            yield _differs(source, expected, target, found)


def _without_counterpart(
    these: tuple[Quantity, ...], those: tuple[Quantity, ...], other: Passage
) -> tuple[Quantity, ...]:
    """Which of `these` no quantity of the `other` text stands for; the same value twice counts once."""
    known: set[Value] = {value for quantity in those for value in (*quantity.readings, *quantity.parts)}
    missing = [quantity for quantity in these if not _stands(quantity, known)]
    if missing:
        known |= roman_values(other.prose) | {
            ("number", value) for value in spelled_values(other.prose, other.language)
        }
        missing = [quantity for quantity in missing if not _stands(quantity, known)]
    return tuple({quantity.readings: quantity for quantity in reversed(missing)}.values())[::-1]


def _stands(quantity: Quantity, known: set[Value]) -> bool:
    return any(value in known for value in quantity.readings) or (
        bool(quantity.parts) and all(value in known for value in quantity.parts)
    )


def _differs(source: Passage, expected: Quantity, target: Passage, found: Quantity) -> Spot:
    said = message(
        N_("The source says {expected}, the translation {found}."),
        expected=_shown(source, expected),
        found=_shown(target, found),
    )
    return Spot(found.start, found.end, said, _fixes(expected, target, found), side=Side.TARGET)


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
    plain = found.readings[0][0] == "number" and not found.scaled
    if kind != "number" or isinstance(value, str) or expected.scaled or inflected or not plain:
        return ()
    return (Fix(found.start, found.end, format_number(value, target.language)),)


def _shown(read: Passage, quantity: Quantity) -> str:
    return read.text.string[quantity.start : quantity.end]


NUMBER_VALUE: Final = PairRule("num.value", Severity.ERROR, N_("A number that differs from the source's"), number_value)
