"""Rules over what a number counts: its unit, its currency, its percent sign, and how it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.hints import Hint, holding
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.quantities import Quantity, Sort, Value, has_digit, may_count, quantities
from tilshi.checking.rules import PairRule, TextRule
from tilshi.i18n import N_
from tilshi.language.numbers import format_number, number_form
from tilshi.language.tags import primary
from tilshi.language.units import Unit, UnitKind, unit_after, unit_before, units_in_brackets


class _Measure(NamedTuple):
    """A number with its unit; or a unit alone in brackets, without a value."""

    values: tuple[Value, ...]
    unit: Unit
    start: int
    end: int


def units(source: Passage, target: Passage) -> Iterator[Spot]:
    """A unit or currency that was lost or changed.

    Compared number by number: 250 g against 250 кг. A time (three months) is only compared, since a language may say
    it otherwise; a measure, a currency or a percent sign must be there.
    """
    if not target.text.string.strip() or source.role in ADDRESSES:
        return
    said, written = source.parsed(_measures), target.parsed(_measures)
    spare = Counter(measure.unit.name for measure in said)
    spare.subtract(measure.unit.name for measure in written)
    for expected in said:
        rivals = [measure for measure in written if _same_value(expected, measure)]
        if any(measure.unit.name == expected.unit.name for measure in rivals):
            continue
        wrong = next((found for found in rivals if not _is_said(found, said)), None)
        if wrong:
            yield _differs(source, expected, target, wrong)
        elif expected.unit.kind is not UnitKind.TIME and spare[expected.unit.name] > 0 and expected.values:
            yield from _lost(source, expected, target)


def _measures(read: Passage) -> tuple[_Measure, ...]:
    found = [
        _Measure(quantity.readings, unit, min(quantity.start, unit.start), max(quantity.end, unit.end))
        for quantity in read.parsed(quantities)
        if quantity.sort in {Sort.FIGURE, Sort.WORDS} and (unit := _unit(read, quantity))
    ]
    found.extend(_Measure((), unit, unit.start, unit.end) for unit in units_in_brackets(read.prose, read.language))
    return tuple(found)


def _unit(read: Passage, quantity: Quantity) -> Unit | None:
    before = unit_before(read.prose, quantity.start, read.language)
    if before:
        return before
    after = unit_after(read.prose, quantity.end, read.language)
    kind, value = quantity.readings[0]
    is_year = kind == "number" and isinstance(value, Decimal) and 1000 <= value <= 2200
    # 2026 жылғы, 2026 г.: a year has no unit, it is one.
    return None if after and is_year and after.name in {"yr", "g"} else after


def _same_value(one: _Measure, other: _Measure) -> bool:
    return bool({*one.values} & {*other.values}) or not (one.values or other.values)


def _is_said(found: _Measure, said: tuple[_Measure, ...]) -> bool:
    return any(_same_value(found, measure) and found.unit.name == measure.unit.name for measure in said)


def _differs(source: Passage, expected: _Measure, target: Passage, found: _Measure) -> Spot:
    said = message(
        N_("The source says {expected}, the translation {found}."),
        expected=source.text.string[expected.start : expected.end],
        found=target.text.string[found.start : found.end],
    )
    return Spot(found.start, found.end, said, side=Side.TARGET, evidence=(expected.start, expected.end))


def _lost(source: Passage, expected: _Measure, target: Passage) -> Iterator[Spot]:
    for quantity in target.parsed(quantities):
        if {*quantity.readings} & {*expected.values} and quantity.sort in {Sort.FIGURE, Sort.WORDS}:
            if _shares_unit(target, quantity, expected.unit.name):
                return
            unit = source.text.string[expected.unit.start : expected.unit.end]
            number = target.text.string[quantity.start : quantity.end]
            said = message(N_("“{unit}” of the source is missing after {number}."), unit=unit, number=number)
            evidence = (expected.start, expected.end)
            yield Spot(quantity.start, quantity.end, said, side=Side.TARGET, evidence=evidence)
            return


def _shares_unit(target: Passage, quantity: Quantity, name: str) -> bool:
    """Whether the number after it has the unit of both: 81 to 46 per cent."""
    return any(
        measure.unit.name == name and _LINK.fullmatch(target.prose, quantity.end, measure.start)
        for measure in target.parsed(_measures)
        if measure.start > quantity.end
    )


def percent_space(read: Passage) -> Iterator[Spot]:
    """A percent sign not set as the house sets it."""
    wanted = read.house.percent_space
    for found in _PERCENT.finditer(read.prose):
        space = found["space"]
        if space == wanted or (space and wanted and space in _NO_BREAK and wanted in _NO_BREAK):
            continue
        said = N_("The house writes a space before %.") if wanted else N_("The house writes no space before %.")
        fix = Fix(found.start("space"), found.end("space"), wanted, safe=True)
        yield Spot(found.start(), found.end(), message(said), (fix,))


def number_form_kept(source: Passage, target: Passage) -> Iterator[Spot]:
    """The right number with the separators of another language.

    1,500 in a Kazakh text where 1 500 is meant, 3.4 млн for 3,4 млн, 12500 where the source has 12,500. What a number
    means is taken from the source where there is one.
    """
    if target.role in ADDRESSES:
        return
    alone = source is target
    said = () if alone else source.parsed(quantities)
    known = [*(quantity.readings[0] for quantity in said), *(value for quantity in said for value in quantity.readings)]
    grouped = {quantity.readings[0] for quantity in said if _is_grouped(source.prose[quantity.start : quantity.end])}
    for quantity in target.parsed(quantities):
        if quantity.sort is Sort.FIGURE:
            yield from _misformed(target, quantity, known, grouped, alone=alone)


def _misformed(
    target: Passage, quantity: Quantity, known: list[Value], grouped: set[Value], *, alone: bool
) -> Iterator[Spot]:
    match = _DIGITS.match(target.prose, quantity.start)
    if match is None:
        return
    digits = match[0]
    value = _meant(quantity, digits, known)
    if value is None or (not _is_grouped(digits) and (alone or quantity.readings[0] not in grouped)):
        return
    if _as_parts(quantity, known, digits, target.language, alone=alone):
        return
    right = format_number(value, target.language)
    if _alike(digits, right, target.language):
        return
    said = message(N_("{found} is written {right} in this language."), found=digits, right=right)
    fix = Fix(match.start(), match.end(), right, safe=True)
    yield Spot(match.start(), match.end(), said, (fix,), Side.TARGET)


def _meant(quantity: Quantity, digits: str, known: list[Value]) -> Decimal | None:
    """What the figure stands for, without its scale word."""
    _kind, value = next((value for value in known if value in quantity.readings), quantity.readings[0])
    if not isinstance(value, Decimal):
        return None
    if not quantity.scaled:
        return value
    plain = re.sub(r"[^\d.,]", "", digits)
    return Decimal(plain.replace(",", ".")) if plain.count(".") + plain.count(",") <= 1 else None


def _as_parts(quantity: Quantity, known: list[Value], digits: str, language: str, *, alone: bool) -> bool:
    """Whether a space may part two numbers rather than the thousands of one."""
    if not quantity.parts:
        return False
    if alone:
        return number_form(language).group == "," or not digits.isprintable()
    return quantity.readings[0] not in known


def _is_grouped(digits: str) -> bool:
    return any(not character.isdigit() for character in digits)


def _alike(digits: str, right: str, language: str) -> bool:
    """Whether the figure is in the form of the language; any no-break space will do, and no group for four digits."""
    if primary(language) != "en":
        digits = digits.replace("\u202f", "\u00a0")
        right = right.replace("\u202f", "\u00a0")
    return digits == right


_LINK: Final = Pattern(r"(?:-\w{1,5})?\s*(?:–|-|to|à|до|и|and|et|or|ou|или|және|мен|бен|пен|,)?\s*")
_NO_BREAK: Final = frozenset("\u00a0\u202f")
_PERCENT: Final = Pattern("\\d(?P<space>[ \u00a0\u202f\u2009]?)%")
_DIGITS: Final = Pattern("\\d{1,3}(?:[ \u00a0\u202f\u2009'’]\\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*")


def _may_measure(piece: str, language: str) -> object:
    return "(" in piece or may_count(piece, language)


UNITS: Final = PairRule(
    "num.units",
    Severity.ERROR,
    N_("A unit or currency that was lost or changed"),
    units,
    hint=Hint(_may_measure).in_source,
)
PERCENT_SPACE: Final = TextRule(
    "num.percent",
    Severity.NOTE,
    N_("A percent sign not set as the house sets it"),
    percent_space,
    holding("%"),
)
NUMBER_FORM: Final = PairRule(
    "num.format",
    Severity.WARNING,
    N_("The right number with the separators of another language"),
    number_form_kept,
    alone=True,
    hint=Hint(has_digit),
)
