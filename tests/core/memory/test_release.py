"""What a release gives to the memory, asks it, and repeats within itself."""

from __future__ import annotations

from dataclasses import replace

from tilshi.memory.feeding import context_of, query_of, title_of, units_of
from tilshi.memory.folding import digest
from tilshi.memory.propagation import Repetition, Standing, earlier, propagation, repetitions
from tilshi.release import Block, Capacity, Release, Role, Segment, Session, State, Target, Text
from tilshi.release.operations import approve, write_target


def segment(name: str, source: str, target: str = "", state: State = State.TRANSLATED) -> Segment:
    return Segment(name, Text(source), (("kk", Target(Text(target), state)),) if target else ())


def release(*segments: Segment) -> Release:
    blocks = tuple(Block(f"b{at}", Role.BODY if at else Role.HEADLINE, (one,)) for at, one in enumerate(segments))
    return Release("r1", "en", ("kk", "ru"), blocks=blocks)


THREE = release(
    segment("h", "The headline", "Тақырып", State.FINAL),
    segment("a", "First.", "Бірінші.", State.TRANSLATED),
    segment("z", "Last.", "Соңғы.", State.REVIEWED),
)


def test_only_what_is_approved_is_given_with_where_it_stood() -> None:
    first, last = units_of(THREE, "kk", by="Jane Example", at="2026-04-21T10:00:00+00:00")
    assert (first.source.string, first.target.string) == ("The headline", "Тақырып")
    assert (digest("First."), "", "body") == (last.context.previous, last.context.following, last.context.role)
    assert (
        *(last.provenance.release, last.provenance.title, last.provenance.segment),
        *(last.provenance.by, last.provenance.at, last.provenance.state),
    ) == ("r1", "The headline", "z", "Jane Example", "2026-04-21T10:00:00+00:00", "reviewed")


def test_states_and_segments_can_be_chosen() -> None:
    assert [unit.provenance.segment for unit in units_of(THREE, "kk", states={State.TRANSLATED})] == ["a"]
    assert [unit.provenance.segment for unit in units_of(THREE, "kk", segments={"h", "a"})] == ["h"]
    assert units_of(THREE, "ru") == ()


def test_who_approved_is_told_while_the_approval_holds() -> None:
    approved = approve(THREE, "a", "kk", State.FINAL, Capacity.APPROVER, "Approver Example", "2026-01-01").apply(THREE)
    (unit,) = units_of(approved, "kk", segments={"a"}, by="Somebody")
    assert (unit.provenance.by, unit.provenance.at) == ("Approver Example", "2026-01-01")
    edited = write_target(approved, "a", "kk", "Басқа.").apply(approved)
    (unit,) = units_of(edited, "kk", states={State.TRANSLATED}, segments={"a"}, by="Somebody")
    assert unit.provenance.by == "Somebody"


def test_a_query_knows_its_place() -> None:
    query = query_of(THREE, "a", "kk")
    assert context_of(THREE, "a") == query.context
    assert (digest("The headline"), digest("Last.")) == (query.context.previous, query.context.following)


def test_a_release_without_a_headline_is_known_by_its_id() -> None:
    assert title_of(replace(THREE, blocks=THREE.blocks[1:], places=None)) == "r1"


REPEATED = release(
    segment("h", "Note"),
    segment("a", "Same text.", "Басқа."),
    segment("b", "same  text.", "Бір."),
    segment("c", "Same text."),
    segment("d", "Same text.", "Бекітілген.", State.FINAL),
)


def test_repetitions_stand_before_and_after() -> None:
    assert (
        Repetition("a", before=True, standing=Standing.OTHER, text=Text("Басқа.")),
        Repetition("c", before=False, standing=Standing.EMPTY, text=Text()),
        Repetition("d", before=False, standing=Standing.APPROVED, text=Text("Бекітілген.")),
    ) == repetitions(REPEATED, "b", "kk")


def test_a_translation_goes_to_empty_repetitions_and_back_by_one_undo() -> None:
    session = Session(REPEATED)
    edit = propagation(REPEATED, "b", "kk")
    assert edit is not None
    session.apply(edit)
    assert Target(Text("Бір."), State.TRANSLATED) == replace(session.release.segment("c").target("kk"), basis="")
    assert session.release.segment("a").target("kk").text == Text("Басқа.")
    session.undo()
    assert session.release == REPEATED


def test_with_over_it_replaces_what_is_not_approved() -> None:
    edit = propagation(REPEATED, "b", "kk", over=True)
    assert edit is not None
    after = edit.apply(REPEATED)
    assert [after.text(name, "kk").string for name in "abcd"] == ["Бір.", "Бір.", "Бір.", "Бекітілген."]


def test_nothing_to_propagate() -> None:
    assert propagation(REPEATED, "h", "kk") is None
    assert propagation(THREE, "a", "kk") is None
    assert propagation(REPEATED, "c", "kk") is None


def test_an_approved_repetition_is_offered_before_others() -> None:
    assert Text("Бекітілген.") == earlier(REPEATED, "c", "kk")
    assert earlier(REPEATED, "h", "kk") is None
