"""Two people's work on one release brought together, by segment and by field, against the state both began from.

What only one has changed is taken from that one. What both have changed in different ways is a conflict: the merged
release has our side, and the conflict holds theirs. Nothing that either has written is dropped without being named; a
part that one removed and the other changed stays. New fields of the model are merged without being named here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, NamedTuple

from tilshi.release import Block, Release, Segment, Target, Text

_TOGETHER: Final = ("text", "state", "basis", "basis_text")
"""Of a translation: a state is said of a text, so that one is not taken without the other."""
_APART: Final = frozenset({"blocks", "source_language", "target_languages"})
"""Fields of the release that are merged in ways of their own."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides have changed: `segment` (empty for a field of the release), which part of it, and both values.

    `part` is a field's name, for a translation its language. None stands for removed.
    """

    segment: str
    part: str
    ours: object
    theirs: object


@dataclass(frozen=True, slots=True)
class Merged:
    """The release with both sides' work; `conflicts` name where ours was taken and theirs was not."""

    release: Release
    conflicts: tuple[Conflict, ...] = ()


class _Sides(NamedTuple):
    """One value as both began with it, and as each has it now; None where there is none."""

    base: Any
    ours: Any
    theirs: Any

    def part(self, name: str) -> _Sides:
        return _Sides(*(getattr(side, name, None) for side in self))

    def at(self, key: Hashable) -> _Sides:
        return _Sides(*(side.get(key) for side in self))


def merge(base: Release | None, ours: Release, theirs: Release) -> Merged:
    """Both sides' work since `base`; without a base, whatever differs is a conflict and nothing counts as removed."""
    if theirs in {ours, base}:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    sides = _Sides(base or Release(ours.id, ours.source_language), ours, theirs)
    work = _Merge()
    values = {
        field.name: work.value(sides.part(field.name), "", field.name)
        for field in fields(Release)
        if field.compare and field.name not in _APART
    }
    values["blocks"] = _arranged(work, work.segments(sides), sides)
    values["source_language"] = source = work.value(sides.part("source_language"), "", "source_language")
    targets = work.value(sides.part("target_languages"), "", "target_languages")
    values["target_languages"] = tuple(code for code in targets if code != source)
    return Merged(replace(ours, **values, places=None), tuple(work.conflicts))


class _Merge:
    """Merges values and remembers where it could not."""

    def __init__(self) -> None:
        self.conflicts: list[Conflict] = []

    def value(self, sides: _Sides, segment: str, part: str) -> Any:
        """One value of any kind: whole, or element by element, or field by field."""
        base, ours, theirs = sides
        if theirs in (ours, base):  # not all of them can be hashed
            return ours
        if ours == base:
            return theirs
        if isinstance(ours, tuple) and isinstance(theirs, tuple):
            return self._elements(sides, segment, part)
        if type(ours) is type(theirs) and _is_mergeable(type(ours)):
            return self._fields(sides, segment, part)
        return self._conflict(sides, segment, part)

    def segments(self, releases: _Sides) -> dict[str, Segment]:
        """Every segment that is left, by id, wherever it stands."""
        sides = _Sides(*({segment.id: segment for _block, segment in side.segments()} for side in releases))
        merged = {name: self.value(sides.at(name), name, "") for name in {**sides.ours, **sides.theirs}}
        return {name: segment for name, segment in merged.items() if segment is not None}

    def _conflict(self, sides: _Sides, segment: str, part: str) -> Any:
        self.conflicts.append(Conflict(segment, part, sides.ours, sides.theirs))
        return sides.theirs if sides.ours is None else sides.ours

    def _elements(self, sides: _Sides, segment: str, part: str) -> tuple[Any, ...]:
        keyed = _Sides(*(_keyed(side or ()) for side in sides))
        merged: list[Any] = []
        for key in _order(keyed):
            found = keyed.at(key)
            if all(element is None or _is_pair(element) for element in found):
                language = key[0]
                values = _Sides(*(element and element[1] for element in found))
                value = self.value(values, segment, language if part == "targets" else part)
                merged.append(None if value is None else (language, value))
            else:
                merged.append(self.value(found, segment, part))
        return tuple(element for element in merged if element is not None)

    def _fields(self, sides: _Sides, segment: str, part: str) -> Any:
        ours = sides.ours
        changes = self._translation(sides, segment, part) if isinstance(ours, Target) else {}
        for field in fields(ours):
            if field.compare and field.name not in changes:
                changes[field.name] = self.value(sides.part(field.name), segment, part or field.name)
        if isinstance(ours, Target):  # the newest of each capacity is the one that counts
            changes["approvals"] = tuple(sorted(changes["approvals"], key=lambda approval: approval.at))
        try:
            return replace(ours, **changes)
        except ValueError:  # each side's fields fit together, the two sides' do not
            return self._conflict(sides, segment, part)

    def _translation(self, sides: _Sides, segment: str, language: str) -> dict[str, Any]:
        values = _Sides(*(tuple(getattr(side, name, None) for name in _TOGETHER) for side in sides))
        if values.theirs not in {values.ours, values.base} and values.ours != values.base:
            self._conflict(sides, segment, language)
        return dict(zip(_TOGETHER, values.theirs if values.ours == values.base else values.ours, strict=True))


def _is_mergeable(kind: type) -> bool:
    """Whether two people may change different fields of it: what has an id, translations, texts by language."""
    return is_dataclass(kind) and (kind is Target or any(field.name in {"id", "forms"} for field in fields(kind)))


def _is_pair(element: object) -> bool:
    """Whether it is a value of one language."""
    return isinstance(element, tuple) and len(element) == len(("language", "value")) and isinstance(element[0], str)


def _keyed(elements: Sequence[Any]) -> dict[tuple[Hashable, int], Any]:
    """Elements by what makes each the same one on both sides, and its number where several are alike."""
    seen: Counter[Hashable] = Counter()
    keyed: dict[tuple[Hashable, int], Any] = {}
    for element in elements:
        name: Hashable = element[0] if _is_pair(element) else getattr(element, "id", element)
        keyed[name, seen[name]] = element
        seen[name] += 1
    return keyed


def _order(keyed: _Sides) -> list[Any]:
    """The keys of all elements that may be left: in the order of the side that moved them, then the other's."""
    base, ours, theirs = keyed
    kept = [key for key in ours if key in theirs or ours[key] != base.get(key)]
    added = [key for key in theirs if key in ours or theirs[key] != base.get(key)]
    both = [key for key in base if key in ours and key in theirs]
    they_moved = [key for key in theirs if key in {*both}] != both
    we_moved = [key for key in ours if key in {*both}] != both
    return _woven(added, kept) if they_moved and not we_moved else _woven(kept, added)


def _woven(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    """The first order, with what only the second has after the same neighbour as there."""
    woven = list(first)
    present = {*woven}
    at = 0
    for key in second:
        if key in present:
            at = woven.index(key) + 1
        else:
            woven.insert(at, key)
            present.add(key)
            at += 1
    return woven


def _arranged(work: _Merge, segments: dict[str, Segment], releases: _Sides) -> tuple[Block, ...]:
    """Blocks in order with the segments in their places: each once, none left out."""
    outlines = _Sides(*(tuple(_by_name(block) for block in side.blocks) for side in releases))
    placed: set[str] = set()
    blocks: list[Block] = []
    for block in work.value(outlines, "", "blocks"):
        names = [name.id for name in block.segments if name.id in segments and name.id not in placed]
        placed |= {*names}
        if names or not block.segments:
            blocks.append(replace(block, segments=tuple(segments[name] for name in names)))
    for name in segments.keys() - placed:
        _put_back(blocks, segments[name], releases.ours if name in releases.ours.places else releases.theirs)
    return tuple(blocks)


def _by_name(block: Block) -> Block:
    return replace(block, segments=tuple(Segment(each.id, Text()) for each in block.segments))


def _put_back(blocks: list[Block], segment: Segment, side: Release) -> None:
    """A segment that one side kept although its block is gone on the other."""
    home = side.block_of(segment.id)
    for at, block in enumerate(blocks):
        if block.id == home.id:
            blocks[at] = replace(block, segments=(*block.segments, segment))
            return
    blocks.append(replace(home, segments=(segment,)))
