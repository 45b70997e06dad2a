"""Lists as people type them: the marks and numbers they begin items with become labels of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from tilshi.layout.edition import Line

_TYPED: Final = re.compile(
    r"\s*(?:(?P<bullet>[•◦▪■●‣*–—-])|(?P<open>\(?)(?P<number>\d{1,3})(?P<close>[.)]))[ \t\u00a0]+(?=\S)"
)


def lists(lines: Sequence[Line], marker: str) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Neighbouring items as lists, each with its marker: numbers that count up, or the template's `marker`.

    A typed bullet gives way to the template's. A typed number stays where the items do not count up.
    """
    found = [_TYPED.match(line.text.string) for line in lines]
    numbered = _runs(found)
    for begins, members in groupby(range(len(lines)), key=lambda at: numbered[at]):
        group = list(members)
        first = found[group[0]]
        if begins is not None and first:
            label = f"{first['open']}{first['number']}{first['close']}"
            yield label, tuple(_without(lines[at], found[at]) for at in group)
        else:
            bullets = [at for at in group if (match := found[at]) and match["bullet"]]
            yield marker, tuple(_without(lines[at], found[at]) if at in bullets else lines[at] for at in group)


def _runs(found: Sequence[re.Match[str] | None]) -> list[int | None]:
    """For each item the index at which its run of numbers begins; None where it has no number that counts up."""
    starts: list[int | None] = []
    for at, match in enumerate(found):
        before = found[at - 1] if at else None
        if match is None or not match["number"]:
            starts.append(None)
        elif before and before["number"] and _follows(before, match):
            starts.append(starts[-1])
        else:
            starts.append(at)
    alone = {start for start in starts if starts.count(start) == 1}
    return [None if start in alone else start for start in starts]


def _follows(before: re.Match[str], after: re.Match[str]) -> bool:
    same = (before["open"], before["close"]) == (after["open"], after["close"])
    return same and int(after["number"]) == int(before["number"]) + 1


def _without(line: Line, typed: re.Match[str] | None) -> Line:
    return replace(line, text=line.text.part(typed.end(), len(line.text))) if typed else line
