"""What the lines of a release say to one rule, by key; kept up to date as lines change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias, TypeVar

from tilshi.checking.findings import Finding, Side
from tilshi.checking.hints import EVERYTHING
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


def gathered(
    rule: ReleaseRule, frame: Frame, revision: Revision, earlier: Gathered | None, mask: int = EVERYTHING
) -> Gathered:
    """What a rule says of a release, as far as possible from what it said before the last change.

    Lines whose `hints` have nothing in common with `mask` have no facts for it.
    """
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
    return _Gathering(rule, frame, earlier, revision).result(counted, mask)


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
    """One step from what was gathered to what is gathered now; what is to be changed is copied first."""

    def __init__(self, rule: ReleaseRule, frame: Frame, earlier: Gathered | None, revision: Revision) -> None:
        self._rule = rule
        self._frame = frame
        self._revision = revision
        self._earlier = earlier or Gathered(rule, frame)
        self._is_first = earlier is None
        self._side = Side.SOURCE if frame.is_source else Side.TARGET
        self._keys: dict[str, tuple[Hashable, ...]] = {}
        self._broken: dict[str, Finding] = {}
        self._touched: dict[Hashable, _Group] = {}
        self._unsorted: set[Hashable] = set()

    def result(self, counted: Mapping[str, frozenset[Hashable]], mask: int) -> Gathered:
        """Takes out what is gone, puts in what is new, and judges the groups that are not what they were."""
        earlier = self._earlier
        if self._revision.shifted and self._rule.placed:
            self._touched = {key: dict(group) for key, group in earlier.groups.items()}
        for segment in self._revision.gone:
            self._replace(segment, {})
        for line in self._revision.written:
            if line.hints & mask:
                self._write(line)
            elif not self._is_first:
                self._replace(line.segment, {})
        groups, found = self._judged()
        keys = _updated(earlier.keys, self._keys)
        broken = {segment: finding for segment, finding in earlier.broken.items() if segment not in self._keys}
        return Gathered(self._rule, self._frame, keys, groups, found, {**broken, **self._broken}, counted)

    def _write(self, line: Line) -> None:
        try:
            said = by_key(self._rule.facts(line, self._frame))
        except Exception as error:  # noqa: BLE001  # a rule may break in any way
            self._replace(line.segment, {})
            place = Place(self._frame.language, line.segment, self._side)
            self._broken[line.segment] = place.breakdown(self._rule, error)
            return
        if said or not self._is_first:
            self._replace(line.segment, {key: Entry(line, facts) for key, facts in said.items()})

    def _replace(self, segment: str, entries: Mapping[Hashable, Entry]) -> None:
        """What a segment says from now on, in place of what it said."""
        for key in self._earlier.keys.get(segment, ()):
            if key not in entries:
                self._group(key).pop(segment, None)
        for key, entry in entries.items():
            group = self._group(key)
            if segment not in group and not self._is_first:
                self._unsorted.add(key)
            group[segment] = entry
        self._keys[segment] = tuple(entries)

    def _group(self, key: Hashable) -> _Group:
        """A group that may be changed: a copy of the one that was."""
        group = self._touched.get(key)
        if group is None:
            group = self._touched[key] = dict(self._earlier.groups.get(key, ()))
        return group

    def _judged(self) -> tuple[Mapping[Hashable, _Group], Mapping[Hashable, tuple[Finding, ...]]]:
        """The groups, in reading order, and what is found in them."""
        place, order = Place(self._frame.language, "", self._side), self._frame.order
        found: dict[Hashable, tuple[Finding, ...]] = {}
        for key, group in self._touched.items():
            if key in self._unsorted:
                group = {segment: group[segment] for segment in sorted(group, key=order.__getitem__)}  # noqa: PLW2901
                self._touched[key] = group
            asked = self._rule.judge
            found[key] = tuple(place.answers(self._rule, asked, tuple(group.values()), self._frame)) if group else ()
        return _updated(self._earlier.groups, self._touched), _updated(self._earlier.found, found)


_Value = TypeVar("_Value", bound=Collection[Any])
_Key = TypeVar("_Key", bound=Hashable)


def _updated(before: Mapping[_Key, _Value], changes: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
    """The mapping with the changes, without what is empty; the very mapping of before where nothing is different."""
    if not any(value or key in before for key, value in changes.items()):
        return before
    now = dict(before)
    for key, value in changes.items():
        if value:
            now[key] = value
        else:
            now.pop(key, None)
    return now
