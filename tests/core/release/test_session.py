"""Undo, redo, merging of keystrokes, listeners."""

from __future__ import annotations

import dataclasses

import pytest

from tilshi.release import Block, Change, Release, ReplaceTarget, Role, Segment, Session, StaleEdit, State, Target, Text
from tilshi.release import operations as op


def sample() -> Release:
    blocks = (
        Block("p1", Role.HEADLINE, (Segment("s1", Text("Hospitals are protected"), (("kk", Target(Text("А"))),)),)),
        Block(
            "p2",
            Role.BODY,
            (Segment("s2", Text("First. Second.")), Segment("s3", Text("Third."))),
        ),
    )
    return Release("r", "en", ("kk", "ru"), blocks=blocks)


def type_word(session: Session, word: str) -> None:
    for letter in word:
        current = session.release.text("s2", "kk").string
        session.apply(op.write_target(session.release, "s2", "kk", current + letter), typing=True)


def steps_back(session: Session) -> list[str]:
    seen = [session.release.text("s2", "kk").string]
    while session.undo():
        seen.append(session.release.text("s2", "kk").string)
    return seen


def test_words_are_undone_one_by_one() -> None:
    session = Session(sample())
    type_word(session, "бір екі  үш")

    assert steps_back(session) == ["бір екі  үш", "бір екі  ", "бір ", ""]


def test_words_of_the_source_are_undone_one_by_one() -> None:
    session = Session(sample())
    for letter in " Or not.":
        session.apply(
            op.write_source(session.release, "s3", session.release.segment("s3").source.string + letter), typing=True
        )
    seen = [session.release.segment("s3").source.string]
    while session.undo():
        seen.append(session.release.segment("s3").source.string)

    assert seen == ["Third. Or not.", "Third. Or ", "Third. ", "Third."]


def test_a_moved_caret_begins_a_new_step() -> None:
    session = Session(sample())
    type_word(session, "ек")
    session.end_typing()
    type_word(session, "і")

    assert steps_back(session) == ["екі", "ек", ""]


def test_deleting_backwards_is_undone_word_by_word() -> None:
    session = Session(sample())
    session.apply(op.write_target(session.release, "s2", "kk", "бір екі"))
    for _ in range(7):
        text = session.release.text("s2", "kk").string
        session.apply(op.write_target(session.release, "s2", "kk", text[:-1]), typing=True)

    assert steps_back(session) == ["", "бір ", "бір екі", ""]


def test_typing_after_a_save_does_not_reach_behind_it() -> None:
    session = Session(sample())
    type_word(session, "ек")
    session.mark_saved()
    type_word(session, "і")
    assert session.modified

    session.undo()

    assert session.release.text("s2", "kk").string == "ек"
    assert not session.modified


def test_a_lost_branch_never_counts_as_saved() -> None:
    session = Session(sample())
    type_word(session, "а")
    session.mark_saved()
    session.undo()
    type_word(session, "б")

    assert session.modified
    assert not session.can_redo


def test_redo_does_again_what_undo_took_back() -> None:
    session = Session(sample())
    session.apply(op.set_role(session.release, "p2", Role.BACKGROUND))
    after = session.release
    session.undo()

    assert session.release == sample()
    assert session.redo() == Change(frozenset({"s2", "s3"}), structure=True)
    assert session.release == after


def test_nothing_to_undo_is_no_error() -> None:
    session = Session(sample())

    assert session.undo() is None
    assert session.redo() is None


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    session = Session(sample())

    assert session.apply(op.write_target(session.release, "s1", "kk", "А")) == Change()
    assert (session.can_undo, session.revision) == (False, 0)


def test_a_stale_edit_is_refused_and_changes_nothing() -> None:
    session = Session(sample())
    late = op.write_target(session.release, "s1", "kk", "Кеш")
    session.apply(op.write_target(session.release, "s1", "kk", "Ерте"))
    before = session.release

    with pytest.raises(StaleEdit, match="translation of segment s1"):
        session.apply(late)

    assert session.release is before


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(ReplaceTarget("gone", "kk", Target(), Target(Text("а"))), id="no such segment"),
        pytest.param(ReplaceTarget("s1", "fr", Target(), Target(Text("a"))), id="no such language"),
    ],
)
def test_an_edit_of_what_is_not_there_is_stale(edit: ReplaceTarget) -> None:
    with pytest.raises(StaleEdit):
        edit.apply(sample())


def test_a_compound_with_a_stale_part_changes_nothing() -> None:
    session = Session(sample())
    gone = op.remove_language(session.release, "kk")
    session.apply(op.write_target(session.release, "s1", "kk", "Б"))

    with pytest.raises(StaleEdit):
        session.apply(gone)

    assert session.release.target_languages == ("kk", "ru")


def test_listeners_hear_each_change_until_they_leave() -> None:
    session = Session(sample())
    heard: list[Change] = []
    leave = session.subscribe(heard.append)
    session.apply(op.set_state(session.release, "s1", "kk", State.FINAL))
    leave()
    session.undo()

    assert heard == [Change(frozenset({"s1"}), frozenset({"kk"}))]


def test_a_release_cannot_be_changed_outside_an_edit() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        sample().blocks[0].segments[0].id = "x"  # type: ignore[misc]  # that is the point
