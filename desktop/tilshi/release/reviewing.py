"""What somebody who reviews does: what waits for whom, what a wording is compared with, one change after another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, TypeAlias

from tilshi.release.approvals import Approval, Capacity, State
from tilshi.release.edits import Compound, ReplaceSegment, ReplaceTarget
from tilshi.release.model import Note, Release, Segment
from tilshi.release.operations import holds, is_behind, write_source, write_target
from tilshi.release.text import EMPTY, Text

GIVES: Final[Mapping[Capacity, State]] = MappingProxyType(
    {
        Capacity.AUTHOR: State.REVIEWED,
        Capacity.TRANSLATOR: State.TRANSLATED,
        Capacity.REVIEWER: State.REVIEWED,
        Capacity.APPROVER: State.FINAL,
    }
)
"""The state that approval in each capacity leads to."""


_WAIT_FOR: Final[Mapping[Capacity, frozenset[State]]] = MappingProxyType(
    {
        capacity: frozenset(state for state in State if State.INITIAL.rank < state.rank < given.rank)
        for capacity, given in GIVES.items()
    }
)

Stretch: TypeAlias = tuple[int, int]
"""Start and end in code points."""


def waits(release: Release, segment: Segment, language: str, capacity: Capacity) -> bool:
    """Whether somebody in that capacity has to look at a translation.

    A translator at what is not finished or behind its source; the others at what is translated and not as far as they
    can bring it.
    """
    target = segment.target(language)
    if not segment.source and not target.text:
        return False
    if capacity is Capacity.TRANSLATOR:
        return target.state is State.INITIAL or is_behind(release, segment.id, language)
    return target.state in _WAIT_FOR[capacity]


def waiting(release: Release, language: str, capacity: Capacity) -> Iterator[str]:
    """The ids of all segments that wait for somebody in that capacity, in reading order."""
    return (segment.id for _block, segment in release.segments() if waits(release, segment, language, capacity))


def behind(release: Release, language: str) -> tuple[str, ...]:
    """The ids of all segments whose source has changed since they were translated, in reading order."""
    return tuple(segment.id for _block, segment in release.segments() if is_behind(release, segment.id, language))


def approved_languages(release: Release) -> tuple[str, ...]:
    """The languages in which every segment that has a source is final."""
    written = [segment for _block, segment in release.segments() if segment.source]
    return tuple(
        code
        for code in release.target_languages
        if written and all(segment.target(code).state is State.FINAL for segment in written)
    )


def newest_approval(segment: Segment, language: str) -> Approval | None:
    """The approval that was given last, whether it still holds or not."""
    return max(segment.target(language).approvals, key=lambda approval: approval.at, default=None)


def compared_with(segment: Segment, language: str) -> Text | None:
    """The wording a translation is compared with: what was accepted of it so far, else what was approved last."""
    target = segment.target(language)
    if target.accepted:
        return target.accepted
    approval = newest_approval(segment, language)
    return approval.text if approval else None


def accept_change(  # noqa: PLR0913, PLR0917  # which text, and where the change stands in both wordings
    release: Release, segment_id: str, language: str, base: Text, old: Stretch, new: Stretch
) -> ReplaceTarget:
    """One change since `base` found good: `old` of it became `new` of the translation, which is no difference now."""
    target = release.segment(segment_id).target(language)
    accepted = grafted(base, *old, target.text.part(*new))
    return ReplaceTarget(segment_id, language, target, replace(target, accepted=accepted))


def reject_change(  # noqa: PLR0913, PLR0917  # which text, and where the change stands in both wordings
    release: Release, segment_id: str, language: str, base: Text, old: Stretch, new: Stretch
) -> ReplaceTarget:
    """One change since `base` taken back: in place of `new` of the translation stands `old` of it again."""
    text = release.segment(segment_id).target(language).text
    edit = write_target(release, segment_id, language, grafted(text, *new, base.part(*old)))
    return replace(edit, new=replace(edit.new, accepted=base))


def restore_text(release: Release, segment_id: str, language: str, text: Text) -> ReplaceTarget | ReplaceSegment:
    """An earlier wording again, with the state of an approval that holds for it."""
    if language == release.source_language:
        return write_source(release, segment_id, text)
    edit = write_target(release, segment_id, language, text)
    restored = release.segment(segment_id).with_target(language, edit.new)
    states = [approval.state for approval in edit.new.approvals if holds(approval, restored, language)]
    if edit.new == edit.old or not states:
        return edit
    best = max(states, key=lambda state: state.rank)
    return replace(edit, new=replace(edit.new, state=best, basis="", basis_text=EMPTY))


def restore_language(release: Release, earlier: Release, language: str) -> Compound:
    """All wordings of one language as they were in an earlier version; parts that are new since then stay."""
    edits: list[ReplaceTarget | ReplaceSegment] = []
    now = release
    for _block, segment in release.segments():
        if segment.id in (earlier.places or {}):
            edit = restore_text(now, segment.id, language, earlier.text(segment.id, language))
            if edit != edit.inverse():
                edits.append(edit)
                now = edit.apply(now)
    return Compound(tuple(edits))


def rewrite_note(release: Release, segment_id: str, note: Note) -> ReplaceSegment:
    """Another wording of the remark of that id."""
    old = release.segment(segment_id)
    return ReplaceSegment(old, replace(old, notes=tuple(note if each.id == note.id else each for each in old.notes)))


def remove_note(release: Release, segment_id: str, note_id: str) -> ReplaceSegment:
    """A remark taken away, with the answers to it."""
    old = release.segment(segment_id)
    return ReplaceSegment(
        old, replace(old, notes=tuple(note for note in old.notes if note_id not in {note.id, note.reply_to}))
    )


def grafted(text: Text, start: int, end: int, words: Text) -> Text:
    """A text with a stretch replaced by another one with its marks; marks that meet at a seam become one."""
    whole = text.part(0, start) + words + text.part(end, len(text))
    marks = list(whole.marks)
    for seam in (start + len(words), start):
        left = [mark for mark in marks if mark.end == seam]
        for mark in left:
            right = next((m for m in marks if m.start == seam and (m.kind, m.href) == (mark.kind, mark.href)), None)
            if right is not None:
                marks = [each for each in marks if each not in {mark, right}]
                marks.append(replace(mark, end=right.end))
    return replace(whole, marks=tuple(marks))
