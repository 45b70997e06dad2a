"""Notes on words and segments: written, answered, settled, found again; they follow their words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tilshi.checking.findings import Side
from tilshi_ui.panels.notes.threads import Scope
from tilshi_ui.window.main import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def note_on(window: MainWindow, start: int, end: int, text: str, qtbot: QtBot) -> None:
    """Writes a note on a span of the headline, by key."""
    window.work.rows.writer.select(start, end)
    press(window, Qt.Key.Key_M, CONTROL)
    field = window.work.notes.form.field
    qtbot.waitUntil(field.hasFocus)
    write(field, text)
    press(field, Qt.Key.Key_Return, CONTROL)


@pytest.fixture
def noted(working: MainWindow, qtbot: QtBot) -> MainWindow:
    """A note on the second word of the headline."""
    working._preferences.change(user_name="Jane Example")
    note_on(working, 9, 17, "Hospital or clinic?", qtbot)
    return working


def test_a_note_is_kept_with_its_words(noted: MainWindow, qtbot: QtBot) -> None:
    [note] = document_of(noted).release.segment("s1").notes

    assert (note.text, note.author, note.language) == ("Hospital or clinic?", "Jane Example", "kk")
    assert document_of(noted).release.text("s1", "kk").string[note.start : note.end] == "аурухана"
    assert [(mark.start, mark.end, mark.kind) for mark in noted.work.marks("s1", Side.TARGET)][:1] == [(9, 17, "noted")]
    assert noted.work.rows.writer.hasFocus()
    qtbot.waitUntil(
        lambda: "Notes 1" in [noted.work.column.tabs.tabText(n) for n in range(noted.work.column.tabs.count())]
    )
    assert "1 open note" in str(noted.work.outline.parts.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    document_of(noted).undo()
    assert document_of(noted).release == three_parts()


def test_the_mark_moves_while_one_types(noted: MainWindow) -> None:
    writer = noted.work.rows.writer
    writer.place_caret(0)
    write(writer, "Бүгін ")

    assert [(mark.start, mark.end) for mark in noted.work.marks("s1", Side.TARGET) if mark.kind == "noted"] == [
        (15, 23)
    ]


def test_a_note_is_answered_resolved_and_opened_again(noted: MainWindow, qtbot: QtBot) -> None:
    panel = noted.work.notes
    qtbot.waitUntil(lambda: len(panel.cards) == 1)
    [card] = panel.cards
    card.reply.click()
    write(card.answer, "Hospital.")
    press(card.answer, Qt.Key.Key_Return)
    notes = document_of(noted).release.segment("s1").notes
    assert [(note.text, note.reply_to) for note in notes] == [("Hospital or clinic?", ""), ("Hospital.", notes[0].id)]

    qtbot.waitUntil(lambda: len(panel.cards[0].shown.replies) == 1)
    panel.cards[0].settle.click()
    assert all(note.resolved for note in document_of(noted).release.segment("s1").notes)
    panel.show_scope(Scope.OPEN)
    assert panel.cards == []
    panel.show_scope(Scope.ALL)
    panel.cards[0].settle.click()
    assert not any(note.resolved for note in document_of(noted).release.segment("s1").notes)


def test_a_note_leads_to_its_words_and_is_deleted(noted: MainWindow) -> None:
    document_of(noted).place.go("s3")
    panel = noted.work.notes
    panel.show_scope(Scope.OPEN)
    [card] = panel.cards
    card.gone_to.emit(card.shown)
    assert document_of(noted).place.segment == "s1"
    assert noted.work.rows.writer.selection == (9, 17)

    card.remove.click()
    assert document_of(noted).release == three_parts()
    assert "Ctrl+Z" in noted.messages.text


def test_a_note_without_a_selection_is_on_the_segment_and_escape_writes_none(working: MainWindow, qtbot: QtBot) -> None:
    press(working, Qt.Key.Key_M, CONTROL)
    field = working.work.notes.form.field
    qtbot.waitUntil(field.hasFocus)
    press(field, Qt.Key.Key_Escape)
    assert document_of(working).release == three_parts()

    note_on(working, 3, 3, "All of it", qtbot)
    [note] = document_of(working).release.segment("s1").notes
    assert (note.start, note.end) == (0, 0)
    document_of(working).place.go("s2")
    working.menus.actions["next_note"].trigger()
    assert document_of(working).place.segment == "s1"
