"""Remarks stay with the words they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.release import Block, Note, Release, Role, Segment, Session, State, Target, Text
from tilshi.release import operations as op
from tilshi.release.anchors import moved_notes

WORDING = "Аурухана қайта ашылды."


def about(words: str, text: str = WORDING, language: str = "kk") -> Note:
    start = text.index(words)
    return Note("n", "Which one?", language=language, start=start, end=start + len(words))


def sample(note: Note, wording: str = WORDING) -> Release:
    target = Target(Text(wording), State.TRANSLATED)
    segment = Segment("s", Text("The hospital reopened."), (("kk", target),), (note,))
    return Release("r", "en", ("kk",), blocks=(Block("b", Role.BODY, (segment,)),))


def words_of(release: Release) -> str:
    [note] = release.segment("s").notes
    text = release.text("s", note.language or "en").string
    return text[note.start : note.end] if note.end else "(all)"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Бүгін Аурухана қайта ашылды.", "қайта"),
        ("Аурухана бүгін қайта ашылды.", "қайта"),
        ("Аурухана қайта-қайта ашылды.", "қайта"),
        ("Аурухана қай да та ашылды.", "қай да та"),
        ("Аурухана қай ашылды.", "қай"),
        ("Аурухана қайта жұмыс істейді.", "қайта"),
        ("Аурухана ашылды.", "(all)"),
        ("Қала ауруханасы бүгін қайта жұмыс істей бастады", "қайта"),
        ("", "(all)"),
    ],
)
def test_a_note_follows_its_words(after: str, expected: str) -> None:
    release = sample(about("қайта"))
    edit = op.write_target(release, "s", "kk", after)

    assert words_of(edit.apply(release)) == expected
    assert edit.inverse().apply(edit.apply(release)) == release


def test_a_note_on_the_source_follows_the_source_alone() -> None:
    release = sample(about("reopened", "The hospital reopened.", ""))

    assert words_of(op.write_source(release, "s", "The city hospital reopened.").apply(release)) == "reopened"
    assert words_of(op.write_target(release, "s", "kk", "Ашылды.").apply(release)) == "reopened"


def test_undo_of_typing_brings_spans_back() -> None:
    session = Session(sample(about("қайта")))
    for at, letter in enumerate("дәл"):
        text = session.release.text("s", "kk").splice(9 + at, 9 + at, letter)
        session.apply(op.write_target(session.release, "s", "kk", text), typing=True)
    assert session.release.text("s", "kk").string == "Аурухана дәлқайта ашылды."
    assert words_of(session.release) == "қайта"
    session.undo()

    assert session.release == sample(about("қайта"))
    assert not session.can_undo


def test_halves_share_the_notes_and_joining_brings_them_together() -> None:
    release = sample(about("ашылды"))
    edit = op.split_segment(release, "s", 12, {"kk": 9})
    halves = edit.apply(release).blocks[0].segments
    assert [half.notes for half in halves] == [(), (Note("n", "Which one?", language="kk", start=6, end=12),)]

    joined = op.merge_with_next(edit.apply(release), "s")
    assert words_of(joined.apply(edit.apply(release))) == "ашылды"
    across = sample(about("хана қайта"))
    [first, second] = op.split_segment(across, "s", 12, {"kk": 9}).apply(across).blocks[0].segments
    assert [(note.start, note.end) for note in first.notes] == [(0, 0)]
    assert second.notes == ()


@given(st.text("аб ", max_size=12), st.text("аб ", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_span_lies_within_its_text(before: str, after: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(before)), min(other, len(before))))
    note = Note("n", "", language="kk", start=start, end=end)
    [moved] = moved_notes((note,), ("kk",), Text(before), Text(after))

    assert 0 <= moved.start <= moved.end <= max(len(after), note.end if not start < end else 0)
    if start < end and moved.end:
        assert moved.start < moved.end
