"""What people do to a release, each as one function that returns the edit for it. None of them changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count

from tilshi.release.anchors import divided_notes, moved_notes, shifted_note
from tilshi.release.approvals import Approval, Capacity, Override, Publication, State, Waiver
from tilshi.release.contact import ContactCard
from tilshi.release.digests import pair_digest, text_digest
from tilshi.release.edits import Compound, Edit, ReplaceBlocks, ReplaceSegment, ReplaceTarget, SetField
from tilshi.release.model import Block, Note, Release, Segment, Target
from tilshi.release.picture import Picture
from tilshi.release.roles import Role
from tilshi.release.text import EMPTY, Mark, Text


def write_target(release: Release, segment_id: str, language: str, text: Text | str) -> ReplaceTarget:
    """Another wording of a translation; a reviewed or final one falls back to translated, an emptied one to initial."""
    segment = release.segment(segment_id)
    old = segment.target(language)
    wording = old.text.replaced_by(text) if isinstance(text, str) else text
    state = _state_after_edit(old.state, wording)
    moved = moved_notes(segment.notes, (language,), old.text, wording)
    notes = None if moved is segment.notes else (segment.notes, moved)
    return ReplaceTarget(segment_id, language, old, replace(old, text=wording, state=state), notes)


def set_state(release: Release, segment_id: str, language: str, state: State) -> ReplaceTarget:
    """Another state of a translation; with any but initial it is said to fit the source as it is now."""
    old = release.segment(segment_id).target(language)
    new = replace(old, state=state) if state is State.INITIAL else replace(old, state=state, basis="", basis_text=EMPTY)
    return ReplaceTarget(segment_id, language, old, new)


def approve(  # noqa: PLR0913, PLR0917  # who, in what capacity, when
    release: Release, segment_id: str, language: str, state: State, capacity: Capacity, by: str, at: str
) -> ReplaceTarget:
    """A translation found good as it is now: reviewed or final, bound to the texts that were read."""
    segment = release.segment(segment_id)
    old = segment.target(language)
    approval = Approval(state, capacity, by, at, pair_digest(segment.source, old.text), old.text)
    return ReplaceTarget(segment_id, language, old, Target(old.text, state, "", (*old.approvals, approval)))


def send_back(release: Release, segment_id: str, language: str, note: Note) -> Compound:
    """A translation to be worked on again, with what there is to say to it."""
    edit = set_state(release, segment_id, language, State.INITIAL)
    after = release.segment(segment_id).with_target(language, edit.new)
    return Compound((edit, ReplaceSegment(after, replace(after, notes=(*after.notes, note)))))


def holds(approval: Approval, segment: Segment, language: str) -> bool:
    """Whether an approval is of the texts as they are now."""
    return approval.digest == pair_digest(segment.source, segment.target(language).text)


def is_behind(release: Release, segment_id: str, language: str) -> bool:
    """Whether the source has changed since the translation was made from it."""
    segment = release.segment(segment_id)
    basis = segment.target(language).basis
    return bool(basis) and basis != text_digest(segment.source)


def write_source(release: Release, segment_id: str, text: Text | str) -> ReplaceSegment:
    """Another wording of the source; reviewed and final translations of it fall back to translated.

    What was translated from the wording of before is then behind the source, until the source has that wording again.
    """
    old = release.segment(segment_id)
    wording = old.source.replaced_by(text) if isinstance(text, str) else text
    digests = text_digest(old.source), text_digest(wording)
    targets = tuple((code, _fallen_back(target, old.source, digests)) for code, target in old.targets)
    notes = moved_notes(old.notes, ("", release.source_language), old.source, wording)
    return ReplaceSegment(old, replace(old, source=wording, targets=targets, notes=notes))


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
    cuts = {code: _cut(target.text, targets_at.get(code, len(target.text))) for code, target in old.targets}
    cut = _cut(old.source, at)
    notes = divided_notes(old.notes, {"": cut, release.source_language: cut} | cuts)
    halves = [(code, target, *_halves(target.text, cuts[code])) for code, target in old.targets]
    first, second = _halves(old.source, cut)
    new = (
        replace(
            old, source=first, targets=tuple((code, _half(a, target)) for code, target, a, _ in halves), notes=notes[0]
        ),
        Segment(
            fresh_id(release, segment_id + "-"),
            second,
            tuple((code, _half(b, target) if b else Target()) for code, target, _, b in halves),
            notes[1],
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
        targets=tuple((code, _joined_targets(first, second, code, space)) for code in codes),
        notes=_joined_notes(first.notes, tuple(_shifted(first, second, space, release.source_language))),
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
    """A remark settled with the answers to it, or opened again."""
    old = release.segment(segment_id)
    notes = tuple(
        replace(note, resolved=resolved) if note_id in {note.id, note.reply_to} else note for note in old.notes
    )
    return ReplaceSegment(old, replace(old, notes=notes))


def mark_target(release: Release, segment_id: str, language: str, mark: Mark) -> ReplaceTarget:
    """A mark set on a translation, or taken off where exactly it was set before."""
    text = release.segment(segment_id).target(language).text
    marks = tuple(m for m in text.marks if m != mark) if mark in text.marks else (*text.marks, mark)
    return write_target(release, segment_id, language, replace(text, marks=marks))


def set_pictures(release: Release, pictures: tuple[Picture, ...]) -> SetField:
    """Other pictures; parts that show one that is gone show nothing."""
    return SetField("pictures", release.pictures, pictures)


def waive(release: Release, waiver: Waiver) -> SetField:
    """A finding left as it is."""
    return SetField("waivers", release.waivers, (*release.waivers, waiver))


def withdraw_waiver(release: Release, waiver: Waiver) -> SetField:
    """A finding that counts again."""
    return SetField("waivers", release.waivers, tuple(known for known in release.waivers if known != waiver))


def override(release: Release, granted: Override) -> SetField:
    """Something that blocks a final version let through; an earlier word on the same gives way."""
    about = (granted.language, granted.requirement)
    others = (known for known in release.overrides if (known.language, known.requirement) != about)
    return SetField("overrides", release.overrides, (*others, granted))


def switch_rule(release: Release, rule: str, *, on: bool) -> SetField:
    """A rule that is asked, or not asked, about this release."""
    others = tuple(name for name in release.switched_off if name != rule)
    return SetField("switched_off", release.switched_off, others if on else tuple(sorted((*others, rule))))


def toggle_bookmark(release: Release, segment_id: str) -> SetField:
    """A bookmark set, or taken away where there was one."""
    marked = {*release.bookmarks} ^ {segment_id}
    return SetField("bookmarks", release.bookmarks, tuple(sorted(marked)))


def record_publication(release: Release, publication: Publication) -> SetField:
    """A version that went out."""
    return SetField("publications", release.publications, (*release.publications, publication))


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


def _fallen_back(target: Target, source: Text, digests: tuple[str, str]) -> Target:
    """The translation of a source that changed from one digest to another."""
    state = _state_after_edit(target.state, target.text)
    basis, text = (target.basis, target.basis_text) if target.basis else (digests[0], source)
    if not target.text or basis == digests[1]:
        basis, text = "", EMPTY
    return replace(target, state=state, basis=basis, basis_text=text)


def _half(text: Text, whole: Target) -> Target:
    """One half of a translation that was divided; what it was translated from is known as a whole only."""
    return Target(text, whole.state, whole.basis, basis_text=whole.basis_text)


def _cut(text: Text, at: int) -> tuple[int, int]:
    """Where the halves end and begin, without the white space between them."""
    end = at - (len(text.string[:at]) - len(text.string[:at].rstrip()))
    start = at + (len(text.string[at:]) - len(text.string[at:].lstrip()))
    return end, start


def _halves(text: Text, cut: tuple[int, int]) -> tuple[Text, Text]:
    return text.part(0, cut[0]), text.part(cut[1], len(text))


def _joined(first: Text, second: Text, space: str) -> Text:
    return first + Text(space) + second if first and second else first + second


def _joined_targets(first: Segment, second: Segment, language: str, space: str) -> Target:
    """Both translations as one, from both sources as they were when they were translated, as far as that is known."""
    one, other = first.target(language), second.target(language)
    state = min(one.state, other.state, key=lambda state: state.rank)
    basis, source = one.basis or other.basis, EMPTY
    before, after = (part.basis_text if part.basis else whole.source for part, whole in ((one, first), (other, second)))
    if basis and all(part.basis_text or not part.basis for part in (one, other)):
        source = _joined(before, after, space)
        basis = text_digest(source)
    return Target(_joined(one.text, other.text, space), state, basis, basis_text=source)


def _shifted(first: Segment, second: Segment, space: str, source_language: str) -> Iterable[Note]:
    """The notes of a segment that comes to stand behind another one."""
    for note in second.notes:
        in_source = note.language in {"", source_language}
        one, other = (part.source if in_source else part.target(note.language).text for part in (first, second))
        yield shifted_note(note, len(_joined(one, other, space)) - len(other))


def _joined_notes(first: tuple[Note, ...], second: tuple[Note, ...]) -> tuple[Note, ...]:
    """The notes of both, the second ones under ids that are theirs alone."""
    taken = {note.id for note in first}
    names: dict[str, str] = {}
    for note in second:
        free = chain((note.id,), (f"{note.id}-{number}" for number in count(2)))
        names[note.id] = next(name for name in free if name not in taken)
        taken.add(names[note.id])
    renamed = (replace(note, id=names[note.id], reply_to=names.get(note.reply_to, "")) for note in second)
    return (*first, *renamed)
