"""What the lines of a release say to one rule, by key; kept up to date as lines change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from tilshi.checking.findings import Finding, Side
from tilshi.checking.passages import Line
from tilshi.checking.reporting import Place
from tilshi.checking.rules import Entry, Frame, ReleaseRule, by_key

_Group: TypeAlias = dict[str, Entry]
"""The entries under one key by segment, in reading order."""


@dataclass(frozen=True, slots=True)
class Revision:
    """How a release has changed: all its lines, those that are new or others than before, and the segments gone."""

    lines: Callable[[], Sequence[Line]]
    written: Sequence[Line]
    gone: Sequence[str] = ()
    shifted: bool = False
    """Whether places have changed, and not only what stands in them."""
    moved: bool = False
    """Whether lines now stand before others that they stood behind."""

    def whole(self) -> Revision:
        """The same release as if all of it were new."""
        return Revision(self.lines, self.lines())


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts of a release for one rule, and what it says of them.

    None of the mappings is ever changed: what is gathered after a change shares all that has stayed the same, so that
    an answer that comes too late can be dropped.
    """

    rule: ReleaseRule
    frame: Frame
    keys: Mapping[str, tuple[Hashable, ...]] = field(default_factory=dict, repr=False)
    """The keys of each segment that says anything."""
    groups: Mapping[Hashable, _Group] = field(default_factory=dict, repr=False)
    found: Mapping[Hashable, tuple[Finding, ...]] = field(default_factory=dict)
    """What the rule says of a group, where it says anything."""
    broken: Mapping[str, Finding] = field(default_factory=dict)
    """Where the rule broke down over a line."""
    counted: Mapping[str, frozenset[Hashable]] = field(default_factory=dict, repr=False)
    """What each segment adds to the census, where it adds anything."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All there is to say, in reading order."""
        if not self.found and not self.broken:
            return ()
        order = self.frame.order
        everything = [finding for findings in self.found.values() for finding in findings]
        everything.extend(self.broken.values())
        return tuple(sorted(everything, key=lambda finding: (order.get(finding.segment, -1), finding.start)))


def gathered(rule: ReleaseRule, frame: Frame, revision: Revision, earlier: Gathered | None) -> Gathered:
    """What a rule says of a release, as far as possible from what it said before the last change."""
    if earlier is None or revision.moved or replace(earlier.frame, census=frozenset()) != frame:
        earlier, revision = None, revision.whole()
    if rule.census:
        counted = _census(rule, frame, revision, earlier)
        known = earlier.frame.census if earlier else None
        if earlier is None or counted is not earlier.counted:
            frame = replace(frame, census=frozenset().union(*counted.values()))
        else:
            frame = replace(frame, census=earlier.frame.census)
        if known != frame.census:
            earlier, revision = None, revision.whole()
    else:
        counted = {}
    return _Gathering(rule, frame, earlier, revision).result(counted)


def _census(
    rule: ReleaseRule, frame: Frame, revision: Revision, earlier: Gathered | None
) -> Mapping[str, frozenset[Hashable]]:
    """What each line adds; the very mapping of before where nothing is different."""
    assert rule.census is not None
    before: Mapping[str, frozenset[Hashable]] = earlier.counted if earlier else {}
    different: dict[str, frozenset[Hashable]] = {segment: frozenset() for segment in revision.gone}
    for line in revision.written:
        try:
            different[line.segment] = frozenset(rule.census(line, frame))
        except Exception:  # noqa: BLE001  # asked for its facts next, it breaks down again and is reported there
            different[line.segment] = frozenset()
    nothing: frozenset[Hashable] = frozenset()
    if all(before.get(segment, nothing) == values for segment, values in different.items()):
        return before
    return {segment: values for segment, values in {**before, **different}.items() if values}


class _Gathering:
    """One step from what was gathered to what is gathered now."""

    def __init__(self, rule: ReleaseRule, frame: Frame, earlier: Gathered | None, revision: Revision) -> None:
        self._rule = rule
        self._frame = frame
        self._revision = revision
        self._is_first = earlier is None
        self._keys = dict(earlier.keys) if earlier else {}
        self._groups = dict(earlier.groups) if earlier else {}
        self._found = dict(earlier.found) if earlier else {}
        self._broken = dict(earlier.broken) if earlier else {}
        self._touched: dict[Hashable, _Group] = {}
        self._unsorted: set[Hashable] = set()

    def result(self, counted: Mapping[str, frozenset[Hashable]]) -> Gathered:
        """Takes out what is gone, puts in what is new, and judges the groups that are not what they were."""
        revision, rule = self._revision, self._rule
        if revision.shifted and rule.placed:
            self._touched = {key: dict(group) for key, group in self._groups.items()}
        for segment in revision.gone:
            self._replace(segment, {})
        for line in revision.written:
            self._write(line)
        place = Place(self._frame.language, "", Side.SOURCE if self._frame.is_source else Side.TARGET)
        for key, group in self._touched.items():
            self._judge(key, group, place)
        return Gathered(rule, self._frame, self._keys, self._groups, self._found, self._broken, counted)

    def _write(self, line: Line) -> None:
        try:
            said = by_key(self._rule.facts(line, self._frame))
        except Exception as error:  # noqa: BLE001  # a rule may break in any way
            side = Side.SOURCE if self._frame.is_source else Side.TARGET
            self._replace(line.segment, {})
            self._broken[line.segment] = Place(self._frame.language, line.segment, side).breakdown(self._rule, error)
            return
        self._replace(line.segment, {key: Entry(line, facts) for key, facts in said.items()})

    def _replace(self, segment: str, entries: Mapping[Hashable, Entry]) -> None:
        """What a segment says from now on, in place of what it said."""
        self._broken.pop(segment, None)
        for key in self._keys.pop(segment, ()):
            if key not in entries:
                self._group(key).pop(segment, None)
        for key, entry in entries.items():
            group = self._group(key)
            if segment not in group and not self._is_first:
                self._unsorted.add(key)
            group[segment] = entry
        if entries:
            self._keys[segment] = tuple(entries)

    def _group(self, key: Hashable) -> _Group:
        """A group that may be changed: a copy of the one that was."""
        group = self._touched.get(key)
        if group is None:
            group = self._touched[key] = dict(self._groups.get(key, ()))
        return group

    def _judge(self, key: Hashable, group: _Group, place: Place) -> None:
        self._found.pop(key, None)
        if not group:
            self._groups.pop(key, None)
            return
        if key in self._unsorted:
            order = self._frame.order
            group = {segment: group[segment] for segment in sorted(group, key=order.__getitem__)}
        self._groups[key] = group
        if findings := place.answers(self._rule, self._rule.judge, tuple(group.values()), self._frame):
            self._found[key] = tuple(findings)
