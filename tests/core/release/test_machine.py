"""The whole model at once: any edits in any order, undone, redone, saved and opened again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.core.release.strategies import (
    contacts,
    languages,
    notes,
    overrides,
    publications,
    releases,
    strings,
    texts,
    waivers,
)
from tilshi.drafts import Draft, DraftConflict, open_draft, save_draft
from tilshi.drafts.serialising import document_of
from tilshi.release import (
    Capacity,
    Compound,
    ContactCard,
    Edit,
    Note,
    Override,
    Publication,
    Release,
    Role,
    Session,
    StaleEdit,
    State,
    Text,
    Waiver,
)
from tilshi.release import operations as op

indices = st.integers(0, 20)


class Editing(RuleBasedStateMachine):
    """One user, one release, one file; and edits prepared long ago that come late, as from a job in the background."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="tilshi-machine-")
        self.path = Path(self.folder.name, "draft.tilshi")
        self.draft: Draft | None = None
        self.late: list[Edit] = []

    @initialize(release=releases())
    def begin(self, release: Release) -> None:
        self.session = Session(release)
        self.start = document_of(release)

    def segment_id(self, index: int) -> str | None:
        found = [segment.id for _, segment in self.session.release.segments()]
        return found[index % len(found)] if found else None

    def do(self, make: Callable[[Release], Edit], *, typing: bool = False) -> None:
        """Prepare an edit as an operation does, keep it for later, do it."""
        before, revision = self.session.release, self.session.revision
        edit = make(before)
        self.late.append(edit)
        try:
            self.session.apply(edit, typing=typing)
        except StaleEdit:
            # Fits the release but not the model's rules: an id or language that is there already.
            assert (self.session.release, self.session.revision) == (before, revision)
        else:
            assert (self.session.revision > revision) == (self.session.release != before or edit != edit.inverse())

    @rule(index=indices, language=languages, text=texts(), typing=st.booleans())
    def write_target(self, index: int, language: str, text: Text, *, typing: bool) -> None:
        if name := self.segment_id(index):
            self.do(lambda r: op.write_target(r, name, language, text), typing=typing)

    @rule(index=indices, language=languages, letters=strings)
    def type_on(self, index: int, language: str, letters: str) -> None:
        if (name := self.segment_id(index)) and language in self.session.release.target_languages:
            for letter in letters:
                text = self.session.release.text(name, language).string + letter
                self.session.apply(op.write_target(self.session.release, name, language, text), typing=True)

    @rule(index=indices, text=texts())
    def write_source(self, index: int, text: Text) -> None:
        if name := self.segment_id(index):
            self.do(lambda r: op.write_source(r, name, text))

    @rule(index=indices, language=languages, state=st.sampled_from(State))
    def set_state(self, index: int, language: str, state: State) -> None:
        if name := self.segment_id(index):
            self.do(lambda r: op.set_state(r, name, language, state))

    @rule(index=indices, language=languages, note=notes, capacity=st.sampled_from(Capacity), good=st.booleans())
    def judge(self, index: int, language: str, note: Note, capacity: Capacity, *, good: bool) -> None:
        if name := self.segment_id(index):
            if good:
                self.do(lambda r: op.approve(r, name, language, State.REVIEWED, capacity, "Jane Example", ""))
            else:
                self.do(lambda r: op.send_back(r, name, language, note))

    @rule(waiver=waivers, granted=overrides, publication=publications, rule_id=strings)
    def leave_a_word_on_the_release(
        self, waiver: Waiver, granted: Override, publication: Publication, rule_id: str
    ) -> None:
        self.do(lambda r: op.waive(r, waiver))
        self.do(lambda r: op.override(r, granted))
        self.do(lambda r: op.record_publication(r, publication))
        self.do(lambda r: op.switch_rule(r, rule_id, on=False))
        self.do(lambda r: op.toggle_bookmark(r, rule_id))
        self.do(lambda r: op.withdraw_waiver(r, waiver))

    @rule(index=indices, note=notes)
    def add_note(self, index: int, note: Note) -> None:
        if name := self.segment_id(index):
            self.do(lambda r: op.add_note(r, name, note))

    @rule(index=indices, at=indices, cut=indices)
    def split_segment(self, index: int, at: int, cut: int) -> None:
        if name := self.segment_id(index):
            segment = self.session.release.segment(name)
            cuts = {code: min(cut, len(target.text)) for code, target in segment.targets}
            self.do(lambda r: op.split_segment(r, name, min(at, len(segment.source)), cuts))

    @rule(index=indices)
    def merge_with_next(self, index: int) -> None:
        if name := self.segment_id(index):
            block = self.session.release.block_of(name)
            if block.segments[-1].id != name:
                self.do(lambda r: op.merge_with_next(r, name))

    @rule(at=indices, role=st.sampled_from(Role), source=strings)
    def insert_block(self, at: int, role: Role, source: str) -> None:
        self.do(lambda r: op.insert_block(r, min(at, len(r.blocks)), role, source))

    @precondition(lambda self: self.session.release.blocks)
    @rule(index=indices, to=indices, role=st.sampled_from(Role), what=st.sampled_from(["move", "role", "remove"]))
    def change_block(self, index: int, to: int, role: Role, what: str) -> None:
        blocks = self.session.release.blocks
        name = blocks[index % len(blocks)].id
        if what == "move":
            self.do(lambda r: op.move_block(r, name, to % len(blocks)))
        elif what == "role":
            self.do(lambda r: op.set_role(r, name, role))
        else:
            self.do(lambda r: op.remove_block(r, name))

    @rule(language=languages)
    def add_or_remove_language(self, language: str) -> None:
        release = self.session.release
        if language in release.target_languages:
            self.do(lambda r: op.remove_language(r, language))
        elif language != release.source_language:
            self.do(lambda r: op.add_language(r, language))

    @rule(cards=st.lists(contacts, max_size=2), template=strings)
    def set_fields(self, cards: list[ContactCard], template: str) -> None:
        self.do(lambda r: Compound((op.set_contacts(r, tuple(cards)), op.set_template(r, template))))

    @rule()
    def undo(self) -> None:
        could, before = self.session.can_undo, self.session.release
        assert (self.session.undo() is not None) == could
        if could:
            self.session.redo()
            assert self.session.release == before
            self.session.undo()

    @rule()
    def redo(self) -> None:
        could = self.session.can_redo
        assert (self.session.redo() is not None) == could

    @precondition(lambda self: self.late)
    @rule(index=indices)
    def an_edit_comes_late(self, index: int) -> None:
        edit = self.late[index % len(self.late)]
        before, revision = self.session.release, self.session.revision
        try:
            self.session.apply(edit)
        except StaleEdit:
            assert (self.session.release, self.session.revision) == (before, revision)
        else:
            assert edit.inverse().apply(self.session.release) == before

    @rule()
    def save(self) -> None:
        self.draft = save_draft(self.session.release, self.path, self.draft)
        self.session.mark_saved()
        assert open_draft(self.path) == self.draft
        assert not self.session.modified

    @precondition(lambda self: self.draft)
    @rule()
    def open(self) -> None:
        """The program ends and starts again: the history is gone, the release is what was saved."""
        draft = open_draft(self.path)
        assert self.draft is not None
        assert draft.release == self.draft.release
        self.session, self.draft, self.start = Session(draft.release), draft, document_of(draft.release)

    @precondition(lambda self: self.draft)
    @rule()
    def somebody_else_saves(self) -> None:
        seen = self.draft
        theirs = save_draft(
            op.set_template(self.session.release, "theirs").apply(self.session.release), self.path, overwrite=True
        )
        try:
            self.draft = save_draft(self.session.release, self.path, self.draft)
        except DraftConflict:
            assert open_draft(self.path) == theirs
            self.draft = theirs
        else:
            # Nothing was overwritten that had not been seen: they saved what was there already.
            assert theirs == seen

    @invariant()
    def everything_can_be_taken_back_and_done_again(self) -> None:
        session = getattr(self, "session", None)
        if session is None:
            return
        now, steps = session.release, 0
        while session.undo():
            steps += 1
        assert document_of(session.release) == self.start
        for _ in range(steps):
            session.redo()
        assert session.release == now

    def teardown(self) -> None:
        self.folder.cleanup()


Editing.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestEditing = Editing.TestCase
