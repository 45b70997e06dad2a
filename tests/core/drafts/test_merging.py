"""Two people's work on one release: nothing lost, nothing doubled, every conflict named."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.release.strategies import releases
from tilshi.drafts.draft import release_in
from tilshi.drafts.merging import Conflict, merge
from tilshi.drafts.pieces import Assembly, carrier, differences
from tilshi.drafts.serialising import document_of
from tilshi.release import Block, Note, Release, Role, Segment, State, Target, Text
from tilshi.release.comparing import edit_between

NAME = Path("draft.tilshi")
BASE = Release(
    "R",
    "en",
    ("kk", "ru"),
    blocks=tuple(
        Block(f"b{n}", Role.BODY, (Segment(f"s{n}", Text(f"text {n}"), (("kk", Target(Text(f"мәтін {n}"))),)),))
        for n in range(4)
    ),
)


def with_source(release: Release, name: str, text: str) -> Release:
    return release.with_segment(replace(release.segment(name), source=Text(text)))


def with_target(release: Release, name: str, language: str, target: Target) -> Release:
    return release.with_segment(release.segment(name).with_target(language, target))


def test_changes_in_different_segments_are_brought_together() -> None:
    ours, theirs = with_source(BASE, "s0", "ours"), with_source(BASE, "s2", "theirs")
    merged = merge(BASE, ours, theirs)
    assert merged.release == with_source(ours, "s2", "theirs")
    assert merged.conflicts == ()


def test_two_languages_of_one_segment_are_two_things() -> None:
    ours = with_target(BASE, "s1", "kk", Target(Text("біздікі")))
    theirs = with_target(BASE, "s1", "ru", Target(Text("их")))
    merged = merge(BASE, ours, theirs)
    assert merged.release == with_target(ours, "s1", "ru", Target(Text("их")))
    assert merged.conflicts == ()


def test_the_same_translation_changed_by_both_is_a_conflict_that_holds_both() -> None:
    mine, other = Target(Text("біздікі")), Target(Text("олардікі"), State.REVIEWED)
    merged = merge(BASE, with_target(BASE, "s1", "kk", mine), with_target(BASE, "s1", "kk", other))
    assert merged.release == with_target(BASE, "s1", "kk", mine)
    assert merged.conflicts == (Conflict("s1", "kk", mine, other),)


def test_a_state_is_not_taken_without_its_text() -> None:
    ours = with_target(BASE, "s1", "kk", Target(Text("жаңа мәтін")))
    theirs = with_target(BASE, "s1", "kk", Target(Text("мәтін 1"), State.FINAL))
    merged = merge(BASE, ours, theirs)
    assert merged.release.segment("s1").target("kk").state is State.INITIAL
    assert len(merged.conflicts) == 1


def test_notes_and_bookmarks_of_both_are_kept() -> None:
    def noted(name: str) -> Release:
        segment = BASE.segment("s1")
        return replace(BASE.with_segment(replace(segment, notes=(Note(name, name),))), bookmarks=(name,))

    merged = merge(BASE, noted("s1"), noted("s2"))
    assert {note.id for note in merged.release.segment("s1").notes} == {"s1", "s2"}
    assert merged.release.bookmarks == ("s1", "s2")
    assert merged.conflicts == ()


def test_what_one_removed_and_the_other_changed_stays_and_is_named() -> None:
    ours = BASE.with_blocks(BASE.blocks[1:])
    theirs = with_source(BASE, "s0", "changed")
    merged = merge(BASE, ours, theirs)
    assert merged.release.segment("s0").source == Text("changed")
    assert any(conflict.segment == "s0" for conflict in merged.conflicts)
    assert merge(BASE, ours, with_source(BASE, "s1", "x")).release == with_source(ours, "s1", "x")


def test_one_moves_the_other_adds() -> None:
    added = Block("new", Role.QUOTE, (Segment("new", Text("added")),))
    ours = BASE.with_blocks((BASE.blocks[3], *BASE.blocks[:3]))
    theirs = BASE.with_blocks((*BASE.blocks[:2], added, *BASE.blocks[2:]))
    merged = merge(BASE, ours, theirs)
    assert [block.id for block in merged.release.blocks] == ["b3", "b0", "b1", "new", "b2"]
    assert merged.conflicts == ()


def test_without_a_base_every_difference_is_a_conflict_and_nothing_is_gone() -> None:
    ours = with_source(BASE.with_blocks(BASE.blocks[:3]), "s0", "ours")
    merged = merge(None, ours, BASE)
    assert {segment.id for _block, segment in merged.release.segments()} == {"s0", "s1", "s2", "s3"}
    assert [conflict.segment for conflict in merged.conflicts] == ["s0"]


@settings(max_examples=30)
@given(base=releases(), ours=releases())
def test_what_only_one_has_changed_is_taken_as_it_is(base: Release, ours: Release) -> None:
    assert merge(base, ours, base).release == ours
    assert merge(base, base, ours).release == ours
    assert merge(base, ours, ours).release == ours


@settings(max_examples=30)
@given(base=releases(), ours=releases(), theirs=releases(), known=st.booleans())
def test_any_three_releases_make_one_with_every_text_in_it(
    base: Release, ours: Release, theirs: Release, known: bool
) -> None:
    merged = merge(base if known else None, ours, theirs)
    old = {segment.id: segment for _block, segment in base.segments()} if known else {}
    named = {conflict.segment for conflict in merged.conflicts}
    for side, other in ((ours, theirs), (theirs, ours)):
        for _block, segment in side.segments():
            there = merged.release.places or {}
            if old.get(segment.id) == segment and segment.id not in (other.places or {}):
                assert segment.id not in there  # removed by the other and not changed here
            elif segment != old.get(segment.id):
                assert (
                    merged.release.segment(segment.id).source == segment.source
                    or segment.id in named
                    or (old.get(segment.id) is not None and segment.source == old[segment.id].source)
                )


@settings(max_examples=30)
@given(before=releases(), after=releases())
def test_pieces_make_the_one_of_the_other_and_outlive_the_disk(before: Release, after: Release) -> None:
    assembly = Assembly(before)
    for piece in differences(before, after):
        carried = carrier(piece, after)
        assert release_in(NAME, document_of(carried)) == carried
        assembly.add(piece)
        assembly.add(piece)  # twice is once
    assert assembly.release == after


@settings(max_examples=30)
@given(before=releases(), after=releases())
def test_an_edit_makes_the_one_of_the_other(before: Release, after: Release) -> None:
    edit = edit_between(before, after)
    assert edit.apply(before) == after
    assert edit.inverse().apply(after) == before
