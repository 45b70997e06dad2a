"""Dividing and joining, marks, bookmarks, the source beside: done in the real window by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import BODY, HEADLINE, LEAD, many, three_parts
from tilshi.release import Block, Mark, MarkKind, Release, Role, Segment, State, Target, Text
from tilshi.release.operations import write_source, write_target
from tilshi_ui.dialogs.goto import GoToDialog
from tilshi_ui.editor.linkfield import href_of
from tilshi_ui.window.main import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
ENGLISH = "The hospital reopened. It serves 40,000 people."
KAZAKH = "Аурухана ашылды. Ол 40 000 адамға қызмет көрсетеді."
RUSSIAN = "Больница открылась. Она обслуживает 40 000 человек."


def two_sentences() -> Release:
    targets = (("kk", Target(Text(KAZAKH), State.TRANSLATED)), ("ru", Target(Text(RUSSIAN), State.TRANSLATED)))
    parts = (
        Block("b1", Role.BODY, (Segment("s1", Text(ENGLISH), targets),)),
        Block("b2", Role.BODY, (Segment("s2", Text("Two wards were repaired.")),)),
        Block("b3", Role.QUOTE, (Segment("s3", Text("“Good,” she said.")),)),
    )
    return Release("two", "en", ("kk", "ru"), blocks=parts)


def sources(window: MainWindow) -> list[str]:
    return [segment.source.string for _block, segment in document_of(window).release.segments()]


def translations(window: MainWindow, language: str) -> list[str]:
    return [segment.target(language).text.string for _block, segment in document_of(window).release.segments()]


def test_a_segment_is_divided_in_all_languages_at_the_caret_of_the_translation(opened: Opener) -> None:
    window = opened(two_sentences())
    writer = window.work.rows.writer
    writer.place_caret(KAZAKH.index("Ол"))
    press(writer, KEY.Key_T, CONTROL)
    assert sources(window)[:2] == ["The hospital reopened.", "It serves 40,000 people."]
    assert translations(window, "kk")[:2] == ["Аурухана ашылды.", "Ол 40 000 адамға қызмет көрсетеді."]
    assert translations(window, "ru")[:2] == ["Больница открылась.", "Она обслуживает 40 000 человек."]
    press(writer, KEY.Key_J, CONTROL)
    assert sources(window)[0] == ENGLISH
    assert translations(window, "kk")[0] == KAZAKH
    press(writer, KEY.Key_Z, CONTROL)
    press(writer, KEY.Key_Z, CONTROL)
    assert document_of(window).release == two_sentences()


def test_a_segment_is_divided_at_the_caret_of_the_source(opened: Opener) -> None:
    window = opened(two_sentences())
    source = window.work.rows.source_cell
    source.setFocus()
    source.place_caret(ENGLISH.index("It"))
    press(source, KEY.Key_T, CONTROL)
    assert translations(window, "kk")[:2] == ["Аурухана ашылды.", "Ол 40 000 адамға қызмет көрсетеді."]


def test_what_is_not_translated_is_divided_between_sentences(opened: Opener) -> None:
    window = opened(two_sentences())
    document = document_of(window)
    document.apply(write_target(document.release, "s1", "kk", ""))
    press(window.work.rows.writer, KEY.Key_T, CONTROL)
    assert sources(window)[:2] == ["The hospital reopened.", "It serves 40,000 people."]
    document.place.go("s2")
    press(window.work.rows.writer, KEY.Key_T, CONTROL)
    assert "Put the caret" in window.messages.text
    assert len(sources(window)) == 4


def test_segments_are_joined_across_parts_of_one_kind(opened: Opener) -> None:
    window = opened(two_sentences())
    writer = window.work.rows.writer
    press(writer, KEY.Key_J, CONTROL)
    assert sources(window) == [f"{ENGLISH} Two wards were repaired.", "“Good,” she said."]
    press(writer, KEY.Key_J, CONTROL)
    assert "another kind" in window.messages.text
    window.editing.parts.join_part()
    assert [block.role for block in document_of(window).release.blocks] == [Role.BODY]
    document_of(window).place.go("s3")
    window.editing.parts.split_part()
    assert len(document_of(window).release.blocks) == 2


def test_bold_and_italic_by_key(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s1")
    writer.select(0, 7)
    press(writer, KEY.Key_B, CONTROL)
    press(writer, KEY.Key_I, CONTROL)
    text = document.release.segment("s1").target("kk").text
    assert text.marks == (Mark(0, 7, MarkKind.BOLD), Mark(0, 7, MarkKind.ITALIC))
    assert writer.selection == (0, 7)
    press(writer, KEY.Key_B, CONTROL)
    assert document.release.segment("s1").target("kk").text.marks == (Mark(0, 7, MarkKind.ITALIC),)


def test_a_link_is_asked_for_in_a_field(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s1")
    writer.place_caret(3)
    press(writer, KEY.Key_K, CONTROL)
    field = QApplication.focusWidget()
    assert field is not None
    write(field, "example.org")
    press(field, KEY.Key_Return)
    assert document.release.segment("s1").target("kk").text.marks == (Mark(0, 7, MarkKind.LINK, "https://example.org"),)
    assert writer.hasFocus()
    press(writer, KEY.Key_K, CONTROL)
    field = QApplication.focusWidget()
    assert field is not None
    press(field, KEY.Key_Backspace)
    press(field, KEY.Key_Return)
    assert document.release.segment("s1").target("kk").text.marks == ()


@pytest.mark.parametrize(
    ("typed", "href"),
    [
        ("example.org/a", "https://example.org/a"),
        ("http://example.org", "http://example.org"),
        ("press@example.org", "mailto:press@example.org"),
        ("+999 555 010 010", "tel:+999555010010"),
        ("", ""),
        ("javascript:alert(1)", None),
        ("two words", None),
    ],
)
def test_addresses_are_understood(typed: str, href: str | None) -> None:
    assert href_of(typed) == href


def marked() -> Release:
    source = "Write to the ICRC at example.org or read this page."
    marks = (
        Mark(13, 17, MarkKind.UNTRANSLATABLE),
        Mark(21, 32, MarkKind.LINK, "https://example.org"),
        Mark(36, 40, MarkKind.BOLD),
    )
    return Release("m", "en", ("kk",), blocks=(Block("b", Role.BODY, (Segment("s", Text(source, marks)),)),))


def test_marks_of_the_source_are_inserted_in_order(opened: Opener) -> None:
    window = opened(marked())
    document, writer = document_of(window), window.work.rows.writer
    for _ in range(2):
        press(writer, KEY.Key_Comma, CONTROL)
    writer.place_caret(len(writer.stored))
    press(writer, KEY.Key_Comma, CONTROL)
    assert writer.selection == (15, 19)
    write(writer, "oқы")
    text = document.release.segment("s").target("kk").text
    assert text.string == "ICRCexample.orgoқы"
    assert [(mark.start, mark.end, mark.kind) for mark in text.marks] == [
        (0, 4, MarkKind.UNTRANSLATABLE),
        (4, 15, MarkKind.LINK),
        (15, 18, MarkKind.BOLD),
    ]
    press(writer, KEY.Key_Comma, CONTROL)
    assert "Every mark" in window.messages.text


def test_a_mark_is_not_torn_by_accident(opened: Opener) -> None:
    window = opened(marked())
    document, writer = document_of(window), window.work.rows.writer
    press(writer, KEY.Key_Comma, CONTROL)
    write(writer, " x")
    before = document.release.segment("s").target("kk").text
    writer.place_caret(4)
    press(writer, KEY.Key_Backspace)
    assert (writer.selection, document.release.segment("s").target("kk").text) == ((0, 4), before)
    writer.place_caret(2)
    write(writer, "y")
    assert (writer.selection, writer.stored) == ((0, 4), "ICRC x")
    press(writer, KEY.Key_Delete)
    assert document.release.segment("s").target("kk").text == Text(" x")


def test_the_source_is_edited_when_that_is_asked_for(working: MainWindow) -> None:
    document, rows = document_of(working), working.work.rows
    document.place.go("s1")
    press(rows.writer, KEY.Key_F2)
    assert rows.source_cell.hasFocus()
    rows.source_cell.place_caret(len(HEADLINE))
    write(rows.source_cell, "!")
    assert document.release.segment("s1").source.string == HEADLINE + "!"
    assert document.place.language == "kk"
    press(rows.source_cell, KEY.Key_Z, CONTROL)
    assert (document.place.language, rows.source_cell.stored) == ("kk", HEADLINE)
    press(rows.source_cell, KEY.Key_Escape)
    assert rows.source_cell.isReadOnly()
    assert rows.writer.hasFocus()


def test_a_changed_source_shows_what_changed_until_it_is_confirmed(working: MainWindow) -> None:
    document, rows = document_of(working), working.work.rows
    document.place.go("s1")
    before = rows._heights[0]
    document.apply(write_source(document.release, "s1", HEADLINE.replace("hospital", "clinic")))
    row = rows._model.row(0)
    assert row.behind
    gone, come = row.beneath[0].words, row.source
    assert [gone.text.string[span.start : span.end] for span in gone.spans] == ["hospital"]
    assert [come.text.string[span.start : span.end] for span in come.spans if span.kind == "inserted"] == ["clinic"]
    assert rows._heights[0] > before
    press(rows.writer, KEY.Key_Return, CONTROL)
    assert not rows._model.row(0).behind
    assert document.release.segment("s1").target("kk").basis == ""


def test_bookmarks_are_set_and_gone_to(opened: Opener) -> None:
    window = opened(many(9))
    document, writer = document_of(window), window.work.rows.writer
    for name in ("s2", "s6"):
        document.place.go(name)
        press(writer, KEY.Key_F2, CONTROL)
    assert document.release.bookmarks == ("s2", "s6")
    visited = []
    for key in (SHIFT, SHIFT, CONTROL | SHIFT):
        press(writer, KEY.Key_F2, key)
        visited.append(document.place.segment)
    assert visited == ["s2", "s6", "s2"]
    press(writer, KEY.Key_F2, CONTROL)
    assert [*document.release.bookmarks] == ["s6"]


def test_go_to_finds_numbers_parts_and_words(opened: Opener) -> None:
    window = opened(many(300))
    dialog = GoToDialog(document_of(window), window)
    for words, expected in (("7", "s6"), ("Body 12", "s11"), ("299. Medical", "s299")):
        dialog._words.setText(words)
        dialog._take()
        assert dialog.chosen == expected
    dialog._words.setText("nowhere")
    assert not dialog._accept.isEnabled()
    dialog.deleteLater()


def test_other_languages_stand_under_the_source(opened: Opener) -> None:
    window = opened(two_sentences())
    rows, document = window.work.rows, document_of(window)
    low = rows._heights[0]
    menu = QMenu(window)
    window.editing.places.fill_references(menu)
    next(action for action in menu.actions() if action.data() == "ru").trigger()
    assert window._preferences.now.reference_languages == ("ru",)
    assert [(each.label, each.words.text.string) for each in rows._model.row(0).beneath] == [("Русский", RUSSIAN)]
    assert rows._heights[0] > low
    document.place.speak("ru")
    assert rows._model.row(0).beneath == ()
    menu.deleteLater()


def test_commands_without_a_segment_do_nothing(window: MainWindow) -> None:
    window.desk.show_release(Release("none", "en", ("kk",)))
    before = document_of(window).release
    parts, marks, places = window.editing.parts, window.editing.marks, window.editing.places
    for deed in (
        parts.split_segment,
        parts.merge_segment,
        parts.split_part,
        parts.join_part,
        marks.bold,
        marks.link,
        marks.insert_mark,
        places.toggle_bookmark,
        places.next_bookmark,
        places.edit_source,
    ):
        deed()
    assert document_of(window).release == before


def test_three_parts_have_no_marks_to_insert(working: MainWindow) -> None:
    press(working.work.rows.writer, KEY.Key_Comma, CONTROL)
    assert "Every mark" in working.messages.text
    assert document_of(working).release == three_parts()
    assert (LEAD in sources(working), BODY in sources(working)) == (True, True)
