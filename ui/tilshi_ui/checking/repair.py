"""Putting right all findings of one kind as a single step of undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tilshi.checking.findings import Finding, Fix, Side, fixing
from tilshi.release import Compound, Edit, Release
from tilshi_ui.checking.service import LiveChecks


class Repair(NamedTuple):
    """A finding and what is to be done about it; a `sure` one is safe, or the only thing that was offered."""

    finding: Finding
    fix: Fix
    sure: bool


def repairs(checks: LiveChecks, rule: str) -> tuple[Repair, ...]:
    """What is offered for the findings of a rule, where their characters are by now, in reading order."""
    report = checks.report
    found: list[Repair] = []
    for segment in report.piles if report else ():
        found += (
            Repair(each, each.fixes[0], each.fixes[0].safe or len(each.fixes) == 1)
            for each in checks.findings(segment)
            if each.rule == rule and each.fixes
        )
    return tuple(found)


def repairing(release: Release, chosen: Iterable[Repair]) -> Compound:
    """One edit that does it all; of repairs that meet in the same characters, the first is done.

    Raises:
        StaleEdit: a text is no longer the one that was checked.
        UnknownSegment: a segment is no longer there.
    """
    return Compound(tuple(_edits(release, chosen)))


def _edits(release: Release, chosen: Iterable[Repair]) -> Iterator[Edit]:
    texts: dict[tuple[str, Side], list[Repair]] = {}
    for repair in chosen:
        texts.setdefault((repair.finding.segment, repair.finding.side), []).append(repair)
    for group in texts.values():
        for repair in reversed(tuple(_apart(group))):  # from the end, so that what is before stays where it is
            edit = fixing(release, repair.finding, repair.fix)
            release = edit.apply(release)
            yield edit


def _apart(group: list[Repair]) -> Iterator[Repair]:
    """The repairs of one text in order, without those that would change what another one does."""
    end = 0
    for at, repair in enumerate(sorted(group, key=lambda each: (each.fix.start, each.fix.end))):
        if repair.fix.start >= end or not at:
            yield repair
            end = max(repair.fix.end, repair.fix.start + 1)
