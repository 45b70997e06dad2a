"""Who approved what, and what is behind its source."""

from __future__ import annotations

from tilshi.release import (
    Approval,
    Block,
    Capacity,
    Note,
    Override,
    Release,
    Role,
    Segment,
    Session,
    State,
    Target,
    Text,
    Waiver,
)
from tilshi.release import operations as op
from tilshi.release.digests import pair_digest, text_digest, version_digest

WHEN = "2026-04-21T09:00:00Z"


def sample() -> Release:
    target = Target(Text("Су келді."), State.TRANSLATED)
    return Release(
        "r", "en", ("kk",), blocks=(Block("p", Role.BODY, (Segment("s", Text("Water."), (("kk", target),)),)),)
    )


def approved(release: Release, capacity: Capacity = Capacity.REVIEWER) -> Release:
    return op.approve(release, "s", "kk", State.REVIEWED, capacity, "Jane Example", WHEN).apply(release)


def test_an_approval_is_bound_to_the_pair_that_was_read() -> None:
    target = approved(sample()).segment("s").target("kk")

    digest = pair_digest(Text("Water."), Text("Су келді."))
    assert target.state is State.REVIEWED
    assert target.approvals == (
        Approval(State.REVIEWED, Capacity.REVIEWER, "Jane Example", WHEN, digest, Text("Су келді.")),
    )


def test_an_approval_no_longer_holds_once_either_text_changed() -> None:
    release = approved(sample())
    [approval] = release.segment("s").target("kk").approvals

    assert op.holds(approval, release.segment("s"), "kk")
    edited = op.write_target(release, "s", "kk", "Су бар.").apply(release)
    assert not op.holds(approval, edited.segment("s"), "kk")
    assert edited.segment("s").target("kk").state is State.TRANSLATED
    assert edited.segment("s").target("kk").approvals == (approval,)
    assert not op.holds(approval, op.write_source(release, "s", "Fire.").apply(release).segment("s"), "kk")


def test_there_is_one_approval_a_capacity_and_it_is_the_newest() -> None:
    release = approved(approved(sample(), Capacity.APPROVER))
    release = op.approve(release, "s", "kk", State.FINAL, Capacity.APPROVER, "Joe Example", WHEN).apply(release)

    given = release.segment("s").target("kk").approvals
    assert [(approval.capacity, approval.by) for approval in given] == [
        (Capacity.APPROVER, "Joe Example"),
        (Capacity.REVIEWER, "Jane Example"),
    ]


def test_what_is_sent_back_is_to_be_worked_on_and_says_why() -> None:
    release = approved(sample())
    release = op.send_back(release, "s", "kk", Note("n", "Which water?", language="kk")).apply(release)

    assert release.segment("s").target("kk").state is State.INITIAL
    assert [note.text for note in release.segment("s").notes] == ["Which water?"]


def test_a_translation_is_behind_while_the_source_is_another() -> None:
    release = sample()
    changed = op.write_source(release, "s", "Fire.").apply(release)
    again = op.write_source(changed, "s", "Ice.").apply(changed)

    assert not op.is_behind(release, "s", "kk")
    assert op.is_behind(changed, "s", "kk")
    assert again.segment("s").target("kk").basis == text_digest(Text("Water."))
    assert not op.is_behind(op.write_source(again, "s", "Water.").apply(again), "s", "kk")
    assert not op.is_behind(op.set_state(again, "s", "kk", State.TRANSLATED).apply(again), "s", "kk")
    assert op.is_behind(op.write_target(again, "s", "kk", "Мұз").apply(again), "s", "kk")


def test_nothing_translated_is_not_behind() -> None:
    release = op.write_target(sample(), "s", "kk", "").apply(sample())

    assert not op.is_behind(op.write_source(release, "s", "Fire.").apply(release), "s", "kk")


def test_the_digest_of_a_version_is_of_its_own_language_alone() -> None:
    release = sample()
    russian = op.write_target(op.add_language(release, "ru").apply(release), "s", "ru", "Вода.")
    with_russian = russian.apply(op.add_language(release, "ru").apply(release))

    assert version_digest(with_russian, "kk") == version_digest(release, "kk")
    kazakh = op.write_target(release, "s", "kk", "Су бар.").apply(release)
    assert version_digest(kazakh, "kk") != version_digest(release, "kk")


def test_words_on_the_release_are_steps_of_undo() -> None:
    session = Session(sample())
    waiver = Waiver("word.dup", "kk", "s", "d", "so it is")
    session.apply(op.waive(session.release, waiver))
    session.apply(op.override(session.release, Override("kk", "date", "d", "first")))
    session.apply(op.override(session.release, Override("kk", "date", "d", "second")))
    session.apply(op.switch_rule(session.release, "spell", on=False))
    session.apply(op.switch_rule(session.release, "pii", on=False))
    session.apply(op.switch_rule(session.release, "spell", on=True))
    session.apply(op.toggle_bookmark(session.release, "s"))

    release = session.release
    assert release.waivers == (waiver,)
    assert [granted.reason for granted in release.overrides] == ["second"]
    assert (release.switched_off, release.bookmarks) == (("pii",), ("s",))
    session.apply(op.toggle_bookmark(release, "s"))
    session.apply(op.withdraw_waiver(session.release, waiver))
    assert (session.release.bookmarks, session.release.waivers) == ((), ())
    while session.undo():
        pass
    assert session.release == sample()


def test_notes_of_merged_segments_keep_ids_of_their_own() -> None:
    pair = (Segment("a", Text("A"), notes=(Note("n", "1"),)), Segment("b", Text("B"), notes=(Note("n", "2", end=1),)))
    release = Release("r", "en", blocks=(Block("p", Role.BODY, pair),))

    [merged] = op.merge_with_next(release, "a").apply(release).blocks[0].segments
    assert merged.notes == (Note("n", "1"), Note("n-2", "2", start=2, end=3))
