"""Text with marks: splices, parts, sums."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.release import Mark, MarkKind, Text
from tilshi.release.text import difference

BOLD = MarkKind.BOLD
LINK = MarkKind.LINK


@st.composite
def texts(draw: st.DrawFn) -> Text:
    string = draw(st.text(alphabet="abқ \u00a0\u0301", max_size=20))
    spans = st.tuples(st.integers(0, len(string)), st.integers(0, len(string)), st.sampled_from(MarkKind))
    marks = (Mark(low, high, kind) for low, high, kind in draw(st.lists(spans, max_size=4)) if low < high)
    return Text(string, tuple(marks))


@pytest.mark.parametrize(
    ("start", "end", "inserted", "span"),
    [
        pytest.param(0, 0, "xx", (4, 7), id="before"),
        pytest.param(2, 2, "xx", (4, 7), id="at the start: outside"),
        pytest.param(3, 3, "xx", (2, 7), id="inside"),
        pytest.param(5, 5, "xx", (2, 7), id="at the end: bold goes on"),
        pytest.param(6, 6, "xx", (2, 5), id="after"),
        pytest.param(1, 3, "", (1, 3), id="over the start"),
        pytest.param(4, 7, "x", (2, 4), id="over the end"),
        pytest.param(2, 5, "xx", (2, 4), id="typed over"),
        pytest.param(2, 5, "", None, id="emptied"),
        pytest.param(1, 6, "xx", None, id="swallowed"),
    ],
)
def test_a_mark_moves_with_its_letters(start: int, end: int, inserted: str, span: tuple[int, int] | None) -> None:
    marked = Text("ab bold yz", (Mark(2, 5, BOLD),)).splice(start, end, inserted)

    assert [(mark.start, mark.end) for mark in marked.marks] == ([] if span is None else [span])


def test_a_link_does_not_swallow_what_is_typed_after_it() -> None:
    linked = Text("see x.org", (Mark(4, 9, LINK, "https://x.org"),)).splice(9, 9, ".")

    assert linked == Text("see x.org.", (Mark(4, 9, LINK, "https://x.org"),))


def test_a_mark_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond the end"):
        Text("ab", (Mark(0, 3, BOLD),))


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="does not lie within"):
        Text("ab").splice(1, 3, "")


@given(texts(), texts())
def test_a_sum_keeps_both_texts(first: Text, second: Text) -> None:
    total = first + second

    assert (total.part(0, len(first)), total.part(len(first), len(total))) == (first, second)


@given(texts(), st.text(alphabet="abқ ", max_size=20))
def test_replacing_keeps_marks_inside_the_text(text: Text, string: str) -> None:
    changed = text.replaced_by(string)

    assert changed.string == string
    assert all(0 <= mark.start < mark.end <= len(string) for mark in changed.marks)


@given(st.text(alphabet="ab", max_size=30), st.text(alphabet="ab", max_size=30))
def test_the_difference_turns_one_into_the_other(old: str, new: str) -> None:
    start, end, inserted = difference(old, new)

    assert old[:start] + inserted + old[end:] == new
    assert old == new or not inserted or end == start or inserted[0] != old[start]
