"""What people do to a release, each as one function that returns the edit for it. None of them changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tilshi.release.contact import ContactCard
from tilshi.release.edits import Compound, Edit, ReplaceBlocks, ReplaceSegment, ReplaceTarget, SetField
from tilshi.release.model import Block, Note, Release, Segment, State, Target
from tilshi.release.roles import Role
from tilshi.release.text import Mark, Text


def write_target(release: Release, segment_id: str, language: str, text: Text | str) -> ReplaceTarget:
    """Another wording of a translation; a reviewed or final one falls back to translated, an emptied one to initial."""
    old = release.segment(segment_id).target(language)
    wording = old.text.replaced_by(text) if isinstance(text, str) else text
    return ReplaceTarget(segment_id, language, old, Target(wording, _state_after_edit(old.state, wording)))


def set_state(release: Release, segment_id: str, language: str, state: State) -> ReplaceTarget:
    """Another state of a translation."""
    old = release.segment(segment_id).target(language)
    return ReplaceTarget(segment_id, language, old, replace(old, state=state))


def write_source(release: Release, segment_id: str, text: Text | str) -> ReplaceSegment:
    """Another wording of the source; reviewed and final translations of it fall back to translated."""
    old = release.segment(segment_id)
    wording = old.source.replaced_by(text) if isinstance(text, str) else text
    targets = tuple((code, _fallen_back(target)) for code, target in old.targets)
    return ReplaceSegment(old, replace(old, source=wording, targets=targets))


def copy_source(release: Release, segment_id: str, language: str) -> ReplaceTarget:
    """The source text, marks included, as the translation."""
    return write_target(release, segment_id, language, release.segment(segment_id).source)


def set_role(release: Release, block_id: str, role: Role) -> ReplaceBlocks:
    """Another role of a part."""
    at = index_of(release, block_id)
    block = release.blocks[at]
    return ReplaceBlocks(at, (block,), (replace(block, role=role),))


def insert_block(release: Release, at: int, role: Role, source: str = "") -> ReplaceBlocks:
    """A new part with one segment before the part at index `at` (at the end: `len(blocks)`)."""
    name = fresh_id(release, "p")
    return ReplaceBlocks(at, (), (Block(name, role, (Segment(name, Text(source)),)),))


def remove_block(release: Release, block_id: str) -> ReplaceBlocks:
    """A part taken out, with its translations."""
    at = index_of(release, block_id)
    return ReplaceBlocks(at, (release.blocks[at],), ())


def move_block(release: Release, block_id: str, to: int) -> ReplaceBlocks:
    """A part moved so that it stands at index `to` afterwards.

    Raises:
        IndexError: there is no such place.
    """
    at = index_of(release, block_id)
    if not 0 <= to < len(release.blocks):
        raise IndexError(to)
    low, high = min(at, to), max(at, to) + 1
    span = release.blocks[low:high]
    rest = span[1:] if at < to else span[:-1]
    moved = (*rest, span[0]) if at < to else (span[-1], *rest)
    return ReplaceBlocks(low, span, moved)


def split_segment(release: Release, segment_id: str, at: int, targets_at: Mapping[str, int]) -> ReplaceBlocks:
    """A segment divided before code point `at` of its source; white space at the cut goes.

    `targets_at` says where each translation is divided; one that is not named stays whole with the first half.
    """
    index, within = release.place(segment_id)
    block = release.blocks[index]
    old = block.segments[within]
    cuts = {code: targets_at.get(code, len(target.text)) for code, target in old.targets}
    halves = ((code, target.state, _cut(target.text, cuts[code])) for code, target in old.targets)
    first, second = _cut(old.source, at)
    parts = [(code, state, pair) for code, state, pair in halves]
    new = (
        replace(old, source=first, targets=tuple((code, Target(a, state)) for code, state, (a, _) in parts)),
        Segment(
            fresh_id(release, segment_id + "-"),
            second,
            tuple((code, Target(b, state if b else State.INITIAL)) for code, state, (_, b) in parts),
        ),
    )
    segments = (*block.segments[:within], *new, *block.segments[within + 1 :])
    return ReplaceBlocks(index, (block,), (replace(block, segments=segments),))


def merge_with_next(release: Release, segment_id: str, space: str = " ") -> ReplaceBlocks:
    """A segment joined with the next one of the same part.

    Raises:
        ValueError: it is the last segment of its part.
    """
    index, within = release.place(segment_id)
    block = release.blocks[index]
    if within + 1 >= len(block.segments):
        raise ValueError("the last segment of a part has no next one to be joined with")
    first, second = block.segments[within : within + 2]
    codes = {code for code, _ in (*first.targets, *second.targets)}
    whole = replace(
        first,
        source=_joined(first.source, second.source, space),
        targets=tuple((code, _joined_targets(first.target(code), second.target(code), space)) for code in codes),
        notes=first.notes + second.notes,
    )
    segments = (*block.segments[:within], whole, *block.segments[within + 2 :])
    return ReplaceBlocks(index, (block,), (replace(block, segments=segments),))


def add_language(release: Release, language: str) -> SetField:
    """One more target language.

    Raises:
        ValueError: the release has it already.
    """
    if language in release.languages:
        raise ValueError(f"the release has {language} already")
    return SetField("target_languages", release.target_languages, (*release.target_languages, language))


def remove_language(release: Release, language: str) -> Edit:
    """A target language taken out, with all its translations."""
    emptied: Iterable[Edit] = (
        ReplaceTarget(segment.id, language, segment.target(language), Target())
        for _, segment in release.segments()
        if segment.target(language) != Target()
    )
    rest = tuple(code for code in release.target_languages if code != language)
    return Compound((*emptied, SetField("target_languages", release.target_languages, rest)))


def set_template(release: Release, template: str) -> SetField:
    """Another template."""
    return SetField("template", release.template, template)


def set_contacts(release: Release, contacts: tuple[ContactCard, ...]) -> SetField:
    """Other contact cards."""
    return SetField("contacts", release.contacts, contacts)


def add_note(release: Release, segment_id: str, note: Note) -> ReplaceSegment:
    """A remark on a segment."""
    old = release.segment(segment_id)
    return ReplaceSegment(old, replace(old, notes=(*old.notes, note)))


def resolve_note(release: Release, segment_id: str, note_id: str, *, resolved: bool = True) -> ReplaceSegment:
    """A remark settled, or opened again."""
    old = release.segment(segment_id)
    notes = tuple(replace(note, resolved=resolved) if note.id == note_id else note for note in old.notes)
    return ReplaceSegment(old, replace(old, notes=notes))


def mark_target(release: Release, segment_id: str, language: str, mark: Mark) -> ReplaceTarget:
    """A mark set on a translation, or taken off where exactly it was set before."""
    text = release.segment(segment_id).target(language).text
    marks = tuple(m for m in text.marks if m != mark) if mark in text.marks else (*text.marks, mark)
    return write_target(release, segment_id, language, replace(text, marks=marks))


def index_of(release: Release, block_id: str) -> int:
    """Where a block stands.

    Raises:
        KeyError: there is none of that id.
    """
    for at, block in enumerate(release.blocks):
        if block.id == block_id:
            return at
    raise KeyError(block_id)


def fresh_id(release: Release, prefix: str) -> str:
    """An id that no block and no segment has yet: the prefix and the lowest number that is free."""
    taken = {block.id for block in release.blocks} | {segment.id for _, segment in release.segments()}
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"


def _state_after_edit(state: State, text: Text) -> State:
    if not text:
        return State.INITIAL
    return State.TRANSLATED if state.rank > State.TRANSLATED.rank else state


def _fallen_back(target: Target) -> Target:
    return replace(target, state=_state_after_edit(target.state, target.text))


def _cut(text: Text, at: int) -> tuple[Text, Text]:
    end = at - (len(text.string[:at]) - len(text.string[:at].rstrip()))
    start = at + (len(text.string[at:]) - len(text.string[at:].lstrip()))
    return text.part(0, end), text.part(start, len(text))


def _joined(first: Text, second: Text, space: str) -> Text:
    return first + Text(space) + second if first and second else first + second


def _joined_targets(first: Target, second: Target, space: str) -> Target:
    state = min(first.state, second.state, key=lambda state: state.rank)
    return Target(_joined(first.text, second.text, space), state)
