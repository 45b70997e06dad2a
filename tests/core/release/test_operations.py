"""What people do to a release; each operation is applied and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tilshi.release import (
    Block,
    ContactCard,
    Edit,
    Localised,
    Mark,
    MarkKind,
    Note,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
)
from tilshi.release import operations as op
from tilshi.release.digests import text_digest


def sample() -> Release:
    done = (("kk", Target(Text("Бірінші. Екінші."), State.FINAL)), ("ru", Target(Text("Первое."), State.TRANSLATED)))
    blocks = (
        Block("p1", Role.HEADLINE, (Segment("s1", Text("Head")),)),
        Block("p2", Role.BODY, (Segment("s2", Text("First. Second."), done), Segment("s3", Text("Third.")))),
        Block("p3", Role.BACKGROUND, (Segment("s4", Text("Since.")),)),
    )
    return Release("r", "en", ("kk", "ru"), blocks=blocks)


EDITS: dict[str, Callable[[Release], Edit]] = {
    "write target": lambda r: op.write_target(r, "s2", "kk", "Басқа."),
    "write source": lambda r: op.write_source(r, "s2", "Other."),
    "set state": lambda r: op.set_state(r, "s2", "kk", State.REVIEWED),
    "copy source": lambda r: op.copy_source(r, "s3", "ru"),
    "set role": lambda r: op.set_role(r, "p2", Role.QUOTE),
    "insert block": lambda r: op.insert_block(r, 1, Role.LEAD, "Lead"),
    "remove block": lambda r: op.remove_block(r, "p2"),
    "move down": lambda r: op.move_block(r, "p1", 2),
    "move up": lambda r: op.move_block(r, "p3", 0),
    "split": lambda r: op.split_segment(r, "s2", 7, {"kk": 9}),
    "merge": lambda r: op.merge_with_next(r, "s2"),
    "add language": lambda r: op.add_language(r, "fr"),
    "remove language": lambda r: op.remove_language(r, "kk"),
    "set template": lambda r: op.set_template(r, "statement"),
    "set contacts": lambda r: op.set_contacts(r, (ContactCard("c", Localised((("en", "Jane Example"),))),)),
    "add note": lambda r: op.add_note(r, "s2", Note("n1", "Is it so?")),
    "mark": lambda r: op.mark_target(r, "s2", "kk", Mark(0, 3, MarkKind.BOLD)),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_operation_changes_something_and_can_be_taken_back(name: str) -> None:
    before = sample()
    edit = EDITS[name](before)
    after = edit.apply(before)

    assert after != before
    assert edit.inverse().apply(after) == before


@pytest.mark.parametrize("name", EDITS)
def test_the_index_is_right_after_every_operation(name: str) -> None:
    before = sample()
    after = EDITS[name](before).apply(before)

    assert [after.segment(segment.id) for _, segment in after.segments()] == [s for _, s in after.segments()]


def test_editing_an_approved_translation_takes_the_approval_away() -> None:
    edit = op.write_target(sample(), "s2", "kk", "Басқа.")

    assert edit.new == Target(Text("Басқа."), State.TRANSLATED)


def test_emptying_a_translation_makes_it_initial() -> None:
    assert op.write_target(sample(), "s2", "kk", "").new == Target()


def test_a_draft_stays_a_draft_while_it_is_written() -> None:
    assert op.write_target(sample(), "s3", "kk", "Үш").new.state is State.INITIAL


def test_rewriting_the_source_takes_approvals_away_and_keeps_the_wording() -> None:
    new = op.write_source(sample(), "s2", "First, second.").new

    before = Text("First. Second.")
    basis = text_digest(before)
    assert new.target("kk") == Target(Text("Бірінші. Екінші."), State.TRANSLATED, basis, basis_text=before)
    assert new.target("ru") == Target(Text("Первое."), State.TRANSLATED, basis, basis_text=before)


def test_a_split_cuts_source_and_translations_and_drops_the_space_between() -> None:
    release = op.split_segment(sample(), "s2", 7, {"kk": 9}).apply(sample())
    first, second, _ = release.blocks[1].segments

    assert (first.source.string, second.source.string) == ("First.", "Second.")
    assert (first.target("kk").text.string, second.target("kk").text.string) == ("Бірінші.", "Екінші.")
    assert (first.target("ru").text.string, second.target("ru")) == ("Первое.", Target())


def test_a_merge_undoes_a_split() -> None:
    before = op.remove_language(sample(), "ru").apply(sample())
    split = op.split_segment(before, "s2", 7, {"kk": 9}).apply(before)

    assert op.merge_with_next(split, "s2").apply(split) == before


def test_a_merge_has_the_lower_state() -> None:
    whole = op.merge_with_next(sample(), "s2").new[0].segments[0]

    assert whole.target("kk").state is State.INITIAL


def test_the_last_segment_of_a_part_cannot_be_merged() -> None:
    with pytest.raises(ValueError, match="no next one"):
        op.merge_with_next(sample(), "s3")


def test_moves_keep_the_order_of_the_others() -> None:
    down = op.move_block(sample(), "p1", 2).apply(sample())
    up = op.move_block(sample(), "p3", 0).apply(sample())

    assert [block.id for block in down.blocks] == ["p2", "p3", "p1"]
    assert [block.id for block in up.blocks] == ["p3", "p1", "p2"]


def test_a_language_is_there_once() -> None:
    with pytest.raises(ValueError, match="has kk already"):
        op.add_language(sample(), "kk")


def test_marking_twice_takes_the_mark_off() -> None:
    mark = Mark(0, 3, MarkKind.BOLD)
    once = op.mark_target(sample(), "s2", "kk", mark).apply(sample())
    twice = op.mark_target(once, "s2", "kk", mark).apply(once)

    assert once.text("s2", "kk").marks == (mark,)
    assert twice.text("s2", "kk").marks == ()


def test_a_note_can_be_settled() -> None:
    noted = op.add_note(sample(), "s2", Note("n1", "Is it so?")).apply(sample())
    settled = op.resolve_note(noted, "s2", "n1").apply(noted)

    assert settled.segment("s2").notes == (Note("n1", "Is it so?", resolved=True),)


@pytest.mark.parametrize("blocks", [("a", "a"), ("a", "b")])
def test_ids_are_unique(blocks: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="two"):
        Release("r", "en", blocks=tuple(Block(name, Role.BODY, (Segment("s", Text("x")),)) for name in blocks))
