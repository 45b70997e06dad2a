"""Marks set and taken off, and kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.release.strategies import texts
from tilshi.release import Mark, MarkKind, Text
from tilshi.release.marking import atomic_at, is_atomic, linked, next_missing, toggled, whole_marks, with_piece

BOLD, LINK, FIXED = MarkKind.BOLD, MarkKind.LINK, MarkKind.UNTRANSLATABLE
STRING = "Read more at example.org, or call ABC now."
LINKED = Mark(0, 9, LINK, "https://example.org/more")
ADDRESS = Mark(13, 24, LINK, "https://example.org")
NAME = Mark(34, 37, FIXED)
TEXT = Text(STRING, (LINKED, ADDRESS, NAME))


def test_what_belongs_together() -> None:
    assert [is_atomic(TEXT, mark) for mark in TEXT.marks] == [False, True, True]
    assert atomic_at(TEXT, 35) == NAME
    assert atomic_at(TEXT, 34) is None
    assert atomic_at(TEXT, 5) is None


@pytest.mark.parametrize(
    ("span", "whole"),
    [
        ((8, 9), (8, 9)),  # a letter of the words of a link
        ((5, 12), (0, 12)),  # across the end of it
        ((20, 21), (13, 24)),  # a letter of an address
        ((36, 37), (34, 37)),
        ((34, 37), (34, 37)),
        ((22, 35), (13, 37)),
        ((25, 33), (25, 33)),
        ((36, 36), (36, 36)),
    ],
)
def test_nothing_is_torn(span: tuple[int, int], whole: tuple[int, int]) -> None:
    assert whole_marks(TEXT, *span) == whole


def test_marks_go_on_and_off() -> None:
    text = Text("one two three")
    one = toggled(text, BOLD, 0, 3)
    assert one.marks == (Mark(0, 3, BOLD),)
    assert toggled(one, BOLD, 3, 7).marks == (Mark(0, 7, BOLD),)
    assert toggled(toggled(one, BOLD, 3, 7), BOLD, 2, 5).marks == (Mark(0, 2, BOLD), Mark(5, 7, BOLD))
    assert toggled(one, MarkKind.ITALIC, 0, 3).marks == (Mark(0, 3, BOLD), Mark(0, 3, MarkKind.ITALIC))


@given(text=texts(), data=st.data())
def test_toggling_twice_from_nothing_leaves_nothing(text: Text, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    bare = Text(text.string)
    assert toggled(toggled(bare, BOLD, start, end), BOLD, start, end) == bare
    wide = whole_marks(text, start, end)
    assert wide[0] <= start
    assert end <= wide[1]
    assert whole_marks(text, *wide) == wide


def test_links_come_change_and_go() -> None:
    text = linked(Text("see here"), 4, 8, "https://example.org")
    assert text.marks == (Mark(4, 8, LINK, "https://example.org"),)
    assert linked(text, 4, 8, "mailto:press@example.org").marks == (Mark(4, 8, LINK, "mailto:press@example.org"),)
    assert linked(text, 5, 6, "").marks == ()


def test_a_piece_brings_its_marks() -> None:
    piece = Text("ABC", (Mark(0, 3, FIXED),))
    assert with_piece(Text("call now", (Mark(5, 8, BOLD),)), 5, 5, piece) == Text(
        "call ABCnow", (Mark(5, 8, FIXED), Mark(8, 11, BOLD))
    )


def test_marks_of_the_source_come_in_order() -> None:
    assert next_missing(TEXT, Text()) == LINKED
    first = Text("оқыңыз", (Mark(0, 6, LINK, LINKED.href),))
    assert next_missing(TEXT, first) == ADDRESS
    assert next_missing(TEXT, TEXT) is None
