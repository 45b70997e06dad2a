"""What waits for whom, what a wording is compared with, and changes taken one by one."""

import pytest
from hypothesis import given

from tests.core.release.strategies import texts
from tilshi.language.differences import alterations, words_difference
from tilshi.release import (
    Approval,
    Block,
    Capacity,
    Mark,
    MarkKind,
    Note,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
    reviewing,
)
from tilshi.release import operations as op
from tilshi.release.digests import pair_digest

SOURCE = Text("The hospital reopened.")
APPROVED = Text("Аурухана қайта ашылды.")


def sample(target: Target) -> Release:
    return Release(
        "r",
        "en",
        ("kk",),
        blocks=(Block("b", Role.BODY, (Segment("s", SOURCE, (("kk", target),)), Segment("e", Text()))),),
    )


def approved() -> Release:
    release = sample(Target(APPROVED, State.TRANSLATED))
    return op.approve(release, "s", "kk", State.FINAL, Capacity.APPROVER, "Jane Example", "2026-03-06T10:00:00Z").apply(
        release
    )


@pytest.mark.parametrize(
    ("state", "who"),
    [
        (State.INITIAL, {Capacity.TRANSLATOR}),
        (State.TRANSLATED, {Capacity.AUTHOR, Capacity.REVIEWER, Capacity.APPROVER}),
        (State.REVIEWED, {Capacity.APPROVER}),
        (State.FINAL, set()),
    ],
)
def test_who_has_to_look(state: State, who: set[Capacity]) -> None:
    release = sample(Target(APPROVED, state))

    assert {each for each in Capacity if "s" in reviewing.waiting(release, "kk", each)} == who
    assert not any("e" in reviewing.waiting(release, "kk", each) for each in Capacity)


def test_a_translation_behind_its_source_waits_for_translator_and_reviewer() -> None:
    release = approved()
    later = op.write_source(release, "s", "The hospital reopened today.").apply(release)

    assert reviewing.behind(release, "kk") == ()
    assert reviewing.behind(later, "kk") == ("s",)
    assert list(reviewing.waiting(later, "kk", Capacity.TRANSLATOR)) == ["s"]
    assert list(reviewing.waiting(later, "kk", Capacity.REVIEWER)) == ["s"]
    assert later.segment("s").target("kk").basis_text == SOURCE
    again = op.write_source(later, "s", SOURCE).apply(later)
    assert again.segment("s").target("kk").basis_text == Text()


def test_a_wording_is_compared_with_what_was_approved_last() -> None:
    release = approved()
    first = release.segment("s").target("kk").approvals
    older = Approval(State.REVIEWED, Capacity.REVIEWER, "", "2026-03-05T10:00:00Z", "d", Text("Ескі."))
    both = release.segment("s").with_target("kk", Target(Text("Жаңа."), State.TRANSLATED, "", (*first, older)))

    assert reviewing.compared_with(both, "kk") == APPROVED
    assert reviewing.compared_with(sample(Target(APPROVED)).segment("s"), "kk") is None


def changed(release: Release, wording: str) -> tuple[Release, Text, list[tuple[tuple[int, int], tuple[int, int]]]]:
    release = op.write_target(release, "s", "kk", wording).apply(release)
    base = reviewing.compared_with(release.segment("s"), "kk")
    assert base is not None
    found = alterations(words_difference(base.string, wording))
    return release, base, [(change.old, change.new) for change in found]


def test_changes_are_accepted_one_by_one_until_nothing_differs() -> None:
    release, base, changes = changed(approved(), "Емхана қайта ашылды бүгін.")
    assert len(changes) == 2

    edit = reviewing.accept_change(release, "s", "kk", base, *changes[0])
    release = edit.apply(release)
    assert reviewing.compared_with(release.segment("s"), "kk") == Text("Емхана қайта ашылды.")
    assert edit.inverse().apply(release).segment("s").target("kk").accepted == Text()
    final = op.approve(release, "s", "kk", State.REVIEWED, Capacity.REVIEWER, "", "2026-03-07T10:00:00Z").apply(release)
    assert final.segment("s").target("kk").accepted == Text()
    assert (reviewing.approved_languages(final), reviewing.approved_languages(approved())) == ((), ("kk",))


def test_a_rejected_change_is_taken_back_and_no_other() -> None:
    release, base, changes = changed(approved(), "Емхана қайта ашылды бүгін.")

    after = reviewing.reject_change(release, "s", "kk", base, *changes[0]).apply(release)
    assert after.text("s", "kk").string == "Аурухана қайта ашылды бүгін."
    assert len(alterations(words_difference(base.string, after.text("s", "kk").string))) == 1


def test_an_approved_wording_comes_back_with_its_approval() -> None:
    release, _base, _changes = changed(approved(), "Емхана ашылды.")
    assert release.segment("s").target("kk").state is State.TRANSLATED

    restored = reviewing.restore_text(release, "s", "kk", APPROVED).apply(release)
    assert restored.segment("s").target("kk").state is State.FINAL
    assert restored.segment("s").target("kk").approvals[0].digest == pair_digest(SOURCE, APPROVED)
    source = reviewing.restore_text(release, "s", "en", Text("Another.")).apply(release)
    assert source.text("s", "en") == Text("Another.")


def test_a_language_is_restored_as_one_step() -> None:
    release, _base, _changes = changed(approved(), "Емхана ашылды.")
    edit = reviewing.restore_language(release, approved(), "kk")

    assert edit.apply(release) == approved()
    assert reviewing.restore_language(approved(), approved(), "kk").edits == ()


def test_notes_are_reworded_and_removed() -> None:
    release = op.add_note(approved(), "s", Note("n", "Why?")).apply(approved())
    reworded = reviewing.rewrite_note(release, "s", Note("n", "Why so?")).apply(release)

    assert [note.text for note in reworded.segment("s").notes] == ["Why so?"]
    assert reviewing.remove_note(reworded, "s", "n").apply(reworded) == approved()


def test_answers_go_with_what_they_answer() -> None:
    notes = (Note("n", "Why?"), Note("n2", "Because.", reply_to="n"), Note("m", "Else."))
    release = Release("r", "en", blocks=(Block("b", Role.BODY, (Segment("s", SOURCE, notes=notes),)),))

    resolved = op.resolve_note(release, "s", "n").apply(release).segment("s").notes
    assert [note.resolved for note in resolved] == [True, True, False]
    assert reviewing.remove_note(release, "s", "n").new.notes == (notes[2],)
    pair = (Segment("a", Text("A"), notes=notes[:1]), Segment("b", Text("B"), notes=notes[:2]))
    both = Release("r", "en", blocks=(Block("p", Role.BODY, pair),))
    [merged] = op.merge_with_next(both, "a").apply(both).blocks[0].segments
    assert [(note.id, note.reply_to) for note in merged.notes] == [("n", ""), ("n-2", ""), ("n2", "n-2")]


def test_marks_that_were_cut_meet_again() -> None:
    bold = Text("one two three", (Mark(0, 13, MarkKind.BOLD),))

    assert reviewing.grafted(bold, 4, 7, bold.part(4, 7)) == bold
    assert reviewing.grafted(bold, 4, 7, Text("2")).marks == (Mark(0, 4, MarkKind.BOLD), Mark(5, 11, MarkKind.BOLD))


@given(texts(), texts())
def test_taking_every_change_over_leads_to_the_other_text(base: Text, now: Text) -> None:
    for change in reversed(alterations(words_difference(base.string, now.string))):
        base = reviewing.grafted(base, *change.old, now.part(*change.new))

    assert base.string == now.string
