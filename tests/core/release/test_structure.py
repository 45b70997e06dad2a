"""Parts divided and joined; whatever is done is taken back to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.release.strategies import releases
from tilshi.release import Block, Release, Role, Segment, State, Target, Text
from tilshi.release import structure as op


def sample() -> Release:
    done = (("kk", Target(Text("Бірінші. Екінші."), State.TRANSLATED)),)
    blocks = (
        Block("p1", Role.HEADLINE, (Segment("s1", Text("Head")),)),
        Block("p2", Role.BODY, (Segment("s2", Text("First. Second."), done), Segment("s3", Text("Third.")))),
        Block("p3", Role.BODY, (Segment("s4", Text("Since.")),)),
    )
    return Release("r", "en", ("kk",), blocks=blocks)


def sources(release: Release) -> list[tuple[Role, list[str]]]:
    return [(block.role, [segment.source.string for segment in block.segments]) for block in release.blocks]


def test_a_part_is_divided_before_a_segment() -> None:
    after = op.split_block(sample(), "s3", Role.QUOTE).apply(sample())
    assert sources(after)[1:3] == [(Role.BODY, ["First. Second."]), (Role.QUOTE, ["Third."])]
    with pytest.raises(ValueError, match="first segment"):
        op.split_block(sample(), "s2")


def test_parts_are_joined() -> None:
    edit = op.join_with_next_block(sample(), "p2")
    assert sources(edit.apply(sample()))[1:] == [(Role.BODY, ["First. Second.", "Third.", "Since."])]
    assert edit.inverse().apply(edit.apply(sample())) == sample()
    with pytest.raises(ValueError, match="last part"):
        op.join_with_next_block(sample(), "p3")


def test_segments_are_merged_across_parts() -> None:
    assert sources(op.merge_across(sample(), "s3").apply(sample()))[1:] == [
        (Role.BODY, ["First. Second.", "Third. Since."])
    ]
    with pytest.raises(ValueError, match="not the last"):
        op.merge_across(sample(), "s2")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (7, [(Role.BODY, ["First."]), (Role.QUOTE, ["Second.", "Third."])]),
        (14, [(Role.BODY, ["First. Second."]), (Role.QUOTE, ["Third."])]),
        (0, [(Role.BODY, [""]), (Role.BODY, ["First. Second.", "Third."])]),
    ],
)
def test_a_part_is_broken_at_a_place(at: int, expected: list[tuple[Role, list[str]]]) -> None:
    edit = op.break_block(sample(), "s2", at, Role.QUOTE, {"kk": 9})
    assert sources(edit.apply(sample()))[1:3] == expected
    assert edit.inverse().apply(edit.apply(sample())) == sample()


def test_a_translation_is_broken_where_it_is_said() -> None:
    after = op.break_block(sample(), "s2", 7, Role.BODY, {"kk": 9}).apply(sample())
    texts = [segment.target("kk").text.string for _block, segment in after.segments()]
    assert texts == ["", "Бірінші.", "Екінші.", "", ""]


def test_a_part_broken_at_its_end_is_followed_by_an_empty_one() -> None:
    after = op.break_block(sample(), "s4", 6, Role.BODY).apply(sample())
    assert sources(after)[3:] == [(Role.BODY, [""])]


def test_parts_come_in_a_row() -> None:
    new = [(Role.LEAD, Text("One.")), (Role.BODY, Text("Two."))]
    after = op.insert_parts(sample(), 1, new).apply(sample())
    assert sources(after)[1:3] == [(Role.LEAD, ["One."]), (Role.BODY, ["Two."])]
    after = op.replace_block(sample(), "p3", new).apply(sample())
    assert sources(after)[2:] == [(Role.LEAD, ["One."]), (Role.BODY, ["Two."])]


@given(release=releases(), data=st.data())
def test_breaking_loses_nothing_but_white_space(release: Release, data: st.DataObject) -> None:
    segments = [segment for _block, segment in release.segments()]
    if not segments:
        return
    segment = data.draw(st.sampled_from(segments))
    edit = op.break_block(release, segment.id, data.draw(st.integers(0, len(segment.source))), Role.BODY)
    after = edit.apply(release)
    assert edit.inverse().apply(after) == release
    before, now = ("".join("".join(s.source.string for _b, s in r.segments()).split()) for r in (release, after))
    assert before == now
