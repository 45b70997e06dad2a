"""Rules over brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Line, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.prose import characters
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.i18n import N_

_MARKS: Final = frozenset("()[]{}")
_BRACKET: Final = Pattern(r"[()\[\]{}]")
_ITEM: Final = Pattern(r"(?:^|[\n;,:.]\s?)(?:[^\W\d_]|\d{1,2}|[ivx]{1,4})\Z")
"""What stands before the bracket of an item in a list: a), 1), iv)."""

_NEXT_ITEM: Final = Pattern(r"(?:^|[\s;,:.])(?:[^\W\d_]|\d{1,2}|[ivx]{1,4})\Z")
"""The same where another item stands before: «а) … и б) …»."""

_FACE: Final = Pattern(r"[:;]-?\Z")
_PARTNERS: Final = {")": "(", "]": "[", "}": "{"}
_CLOSING: Final = {opening: closing for closing, opening in _PARTNERS.items()}


def alone(read: Passage) -> tuple[int, ...]:
    """The offsets of brackets that open or close without a partner in the text."""
    prose = read.prose
    if _MARKS.isdisjoint(read.parsed(characters)):
        return ()
    opened: list[int] = []
    items = 0
    unopened: list[int] = []
    for found in _BRACKET.finditer(prose):
        at, bracket = found.start(), found[0]
        if bracket in _CLOSING:
            opened.append(at)
        elif opened and prose[opened[-1]] == _PARTNERS[bracket]:
            opened.pop()
        elif bracket == ")" and (_ITEM if not items else _NEXT_ITEM).search(prose, max(0, at - 6), at):
            items += 1
        elif not (bracket == ")" and _FACE.search(prose, max(0, at - 2), at)):
            unopened.append(at)
    return tuple(sorted((*opened, *unopened)))


def bracket_pairs(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """Brackets without a partner.

    A pair may open in one sentence and close in another of the same paragraph.
    """
    for index, (line, places) in enumerate(entries):
        for at in places:
            bracket = line.read.prose[at]
            partner = _CLOSING.get(bracket) or _PARTNERS[bracket]
            others = entries[index + 1 :] if bracket in _CLOSING else entries[:index]
            if not any(other.read.prose[place] == partner for other, theirs in others for place in theirs):
                yield _spot(line, at)


def _alone(line: Line, _frame: Frame) -> Said:
    """The brackets of a line that have no partner in it, under its paragraph."""
    return ((line.block or line.segment, at) for at in line.read.parsed(alone))


def _spot(line: Line, at: int) -> Spot:
    bracket = line.read.prose[at]
    if bracket in _CLOSING:
        said = message(N_("The bracket “{bracket}” is never closed."), bracket=bracket)
    else:
        said = message(N_("The bracket “{bracket}” was never opened."), bracket=bracket)
    return Spot(at, at + 1, said, (Fix(at, at + 1, ""),), segment=line.segment)


BRACKET_PAIRS: Final = ReleaseRule(
    "br.pair",
    Severity.ERROR,
    N_("Brackets without a partner"),
    _alone,
    bracket_pairs,
    hint=holding(r"[()\[\]{}]"),
)
