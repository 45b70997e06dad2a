"""A new version of the source: nothing translated is lost, and one edit takes it over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.exchange.texts import import_text
from tilshi.exchange.updating import Row, RowKind, SourceUpdate, update_source
from tilshi.release import Block, Note, Picture, Release, Role, Segment, State, Target, Text
from tilshi.release.digests import text_digest
from tilshi.release.operations import is_behind

WORDS = ("Water", "reached", "twelve", "villages", "in", "Examplia", "on", "Monday", "after", "weeks", "of", "work.")
SENTENCES = (
    "Water for all in Examplia",
    "Port-Example – Teams repaired twelve wells in the north on Monday, and people have clean water again.",
    "“We waited for weeks,” said Jane Example, who lives in the village.",
    "The organisation has worked in Examplia since 1999.",
)


def release(*texts: str, language: str = "kk") -> Release:
    """A release with a translation of each part, made from what the source says now."""
    blocks = tuple(
        Block(f"s{n}", Role.BODY, (Segment(f"s{n}", Text(t), ((language, translated(t)),)),))
        for n, t in enumerate(texts)
    )
    return Release("r", "en", (language,), blocks=blocks)


def translated(text: str) -> Target:
    return Target(Text(text.upper()), State.TRANSLATED, text_digest(Text(text)))


def newer(*texts: str) -> Release:
    blocks = tuple(Block(f"n{n}", Role.BODY, (Segment(f"n{n}", Text(t)),)) for n, t in enumerate(texts))
    return Release("r2", "en", blocks=blocks)


def applied(old: Release, update: SourceUpdate) -> Release:
    return update.edit.apply(old) if update.edit else old


def kinds(rows: tuple[Row, ...]) -> list[tuple[RowKind, str]]:
    return [(row.kind, row.segment) for row in rows]


def test_the_same_source_changes_nothing() -> None:
    assert update_source(release(*SENTENCES), newer(*SENTENCES)) == SourceUpdate(None)


def test_a_changed_word_keeps_the_translation_and_puts_it_behind() -> None:
    old = release(*SENTENCES)
    texts = [text.replace("twelve", "fourteen") for text in SENTENCES]
    update = update_source(old, newer(*texts))
    assert kinds(update.rows) == [(RowKind.CHANGED, "s1")]
    row = update.rows[0]
    assert [row.old[span.old_start : span.old_end] for span in row.difference if span.kind == "delete"] == ["twelve"]
    assert row.translated
    new = applied(old, update)
    assert [new.text(f"s{n}", "en").string for n in range(4)] == texts
    assert [is_behind(new, f"s{n}", "kk") for n in range(4)] == [False, True, False, False]
    assert new.text("s1", "kk").string == SENTENCES[1].upper()


def test_parts_are_added_removed_and_moved() -> None:
    old = release(*SENTENCES, "For details, see the map.")
    update = update_source(
        old, newer(SENTENCES[0], SENTENCES[2], "Quite another matter.", "For details, see the map.", SENTENCES[1])
    )
    assert sorted(kinds(update.rows)) == [
        (RowKind.ADDED, "p1"),
        (RowKind.MOVED, "s1"),
        (RowKind.REMOVED, "s3"),
    ]
    new = applied(old, update)
    assert [block.id for block in new.blocks] == ["s0", "s2", "p1", "s4", "s1"]
    assert new.text("s1", "kk").string == SENTENCES[1].upper()
    assert not is_behind(new, "s1", "kk")


def test_a_headline_written_anew_is_still_the_headline() -> None:
    old = release(*SENTENCES)
    old = old.with_blocks((replace(old.blocks[0], role=Role.HEADLINE), *old.blocks[1:]))
    later = newer("Clean water reaches Examplia", *SENTENCES[1:])
    later = later.with_blocks((replace(later.blocks[0], role=Role.HEADLINE), *later.blocks[1:]))
    assert kinds(update_source(old, later).rows) == [(RowKind.CHANGED, "s0")]


def test_segments_of_a_part_keep_their_stretch_of_it() -> None:
    first, second = "Teams repaired twelve wells.", "People have water again."
    segments = tuple(
        Segment(name, Text(text), (("kk", translated(text)),)) for name, text in (("a", first), ("b", second))
    )
    old = Release("r", "en", ("kk",), blocks=(Block("p", Role.BODY, segments),))
    new = applied(old, update_source(old, newer("Teams repaired thirty wells. People have water again.")))
    assert [segment.source.string for segment in new.blocks[0].segments] == ["Teams repaired thirty wells.", second]
    assert [is_behind(new, name, "kk") for name in ("a", "b")] == [True, False]


def test_roles_notes_and_pictures_of_the_release_stay_and_new_ones_come() -> None:
    old = release(*SENTENCES)
    note = Note("n1", "Who says so?")
    first = replace(old.blocks[0], role=Role.HEADLINE, segments=(replace(old.blocks[0].segments[0], notes=(note,)),))
    old = replace(old.with_blocks((first, *old.blocks[1:])), pictures=(Picture("i1", "a.png", b"a"),))
    later = newer(*SENTENCES, "A well")
    fresh = Note("n1", "Is it true?", "Jane Example", start=0, end=5)
    head = replace(later.blocks[0], segments=(replace(later.blocks[0].segments[0], notes=(fresh,)),))
    figure = replace(later.blocks[4], role=Role.PICTURE, picture="i1")
    later = replace(later.with_blocks((head, *later.blocks[1:4], figure)), pictures=(Picture("i1", "b.png", b"b"),))
    new = applied(old, update_source(old, later))
    assert new.blocks[0].role is Role.HEADLINE
    assert [(n.id, n.text) for n in new.blocks[0].segments[0].notes] == [
        ("n1", "Who says so?"),
        ("n1-2", "Is it true?"),
    ]
    assert [(picture.id, picture.data) for picture in new.pictures] == [("i1", b"a"), ("i1-2", b"b")]
    assert new.blocks[4].picture == "i1-2"


def test_versions_in_two_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="no version in fr"):
        update_source(release("One."), Release("x", "fr"))


def test_pasted_text_updates_too() -> None:
    old = import_text("\n\n".join(SENTENCES), language="en").release
    later = import_text(
        "\n\n".join((SENTENCES[0], SENTENCES[1].replace("Monday", "Tuesday"), *SENTENCES[2:])), language="en"
    )
    assert [row.kind for row in update_source(old, later.release).rows] == [RowKind.CHANGED]


TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), max_size=8)


@given(TEXTS, TEXTS)
def test_the_new_source_stands_and_everything_can_be_undone(before: list[str], after: list[str]) -> None:
    old = release(*before)
    update = update_source(old, newer(*after))
    new = applied(old, update)
    assert [block.segments[0].source.string for block in new.blocks] == after
    if update.edit:
        assert update.edit.inverse().apply(new) == old
    kept = {block.id for block in new.blocks}
    removed = {row.segment for row in update.rows if row.kind is RowKind.REMOVED}
    assert {block.id for block in old.blocks} - kept == removed
    for block in new.blocks:
        target = block.segments[0].target("kk")
        assert bool(target.text) == (block.id in {known.id for known in old.blocks})
