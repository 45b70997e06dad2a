"""The review view: what waits, what differs, approving and sending back, one change after another; by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import NONE, press, write
from tests.ui.releases import three_parts
from tests.ui.test_reach import nameless
from tilshi.release import Capacity, Release, State
from tilshi.release.operations import approve, set_state, write_source, write_target
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.review.card import Deed, ReviewCard
from tilshi_ui.review.pieces import Fate, difference_of, sides
from tilshi_ui.window.main import MainWindow
from tilshi_ui.window.topbar import View

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def reviewed() -> Release:
    """The headline was approved and changed since, the lead is translated, the body untouched."""
    release = three_parts()
    release = set_state(release, "s2", "kk", State.TRANSLATED).apply(release)
    release = approve(
        release, "s1", "kk", State.REVIEWED, Capacity.REVIEWER, "Jane Example", "2026-03-06T10:00:00Z"
    ).apply(release)
    return write_target(release, "s1", "kk", "Мысалия: емхана ашылды бүгін").apply(release)


@pytest.fixture
def reviewing(opened: Opener) -> MainWindow:
    """The review view, at the headline."""
    window = opened(reviewed())
    window.menus.actions["view_review"].trigger()
    return window


def card_of(window: MainWindow) -> ReviewCard:
    card = window.work.review
    assert card is not None
    return card


def listed(window: MainWindow) -> list[str]:
    """The parts in the outline."""
    model = window.work.outline.parts.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def do(window: MainWindow, name: str) -> None:
    window.menus.actions[name].trigger()


def test_a_difference_is_read_in_one_line() -> None:
    found = difference_of("one two three", "one 2 three four")

    assert [(piece.text, piece.fate, piece.change) for piece in found.pieces] == [
        ("one ", Fate.KEPT, -1),
        ("two", Fate.WENT, 0),
        ("2", Fate.CAME, 0),
        (" three", Fate.KEPT, -1),
        (" four", Fate.CAME, 1),
    ]
    assert found.words(0) == ("two", "2")
    old, new = sides(found)
    assert ("".join(piece.text for piece in old), "".join(piece.text for piece in new)) == (
        "one two three",
        "one 2 three four",
    )


def test_the_outline_lists_what_waits(reviewing: MainWindow) -> None:
    assert listed(reviewing) == ["Headline", "Lead"]
    assert reviewing.work.outline.parts.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) is not None
    assert "2 segments wait for you" in [label.text() for label in card_of(reviewing).head.findChildren(PlainLabel)]

    reviewing.menus.actions["view_translate"].trigger()
    assert listed(reviewing) == ["Headline", "Lead", "Body"]


def test_the_views_keep_segment_and_caret(opened: Opener) -> None:
    window = opened(reviewed())
    document_of(window).place.go("s2")
    window.work.rows.writer.place_caret(4)
    for name in ("view_review", "view_layout", "view_review", "view_translate"):
        do(window, name)

    assert document_of(window).place.segment == "s2"
    assert window.work.rows.writer.caret == 4
    assert window.work.view is View.TRANSLATE


def test_what_differs_from_the_approved_wording_is_shown(reviewing: MainWindow) -> None:
    shown = card_of(reviewing).reviewed
    assert shown is not None

    assert [shown.difference.words(number) for number in range(2)] == [("аурухана", "емхана"), ("", " бүгін")]
    assert "Changed since Jane Example (Reviewer) approved it" in shown.baseline.words
    assert card_of(reviewing).text.accessibleName() == "Change 1: “аурухана” became “емхана”"


def test_changes_are_decided_by_letters(reviewing: MainWindow, qtbot: QtBot) -> None:
    text = card_of(reviewing).text
    qtbot.waitUntil(text.hasFocus)
    write(text, "n")
    shown = card_of(reviewing).reviewed
    assert shown is not None
    assert shown.change == 1
    write(text, "r")
    assert document_of(reviewing).release.text("s1", "kk").string == "Мысалия: емхана ашылды"
    write(text, "a")

    again = card_of(reviewing).reviewed
    assert again is not None
    assert again.difference.changes == ()
    assert document_of(reviewing).release.segment("s1").target("kk").accepted.string == "Мысалия: емхана ашылды"
    document_of(reviewing).undo()
    document_of(reviewing).undo()
    assert document_of(reviewing).release == reviewed()


def test_approving_goes_on_to_what_waits(reviewing: MainWindow, qtbot: QtBot) -> None:
    reviewing.findings.said.connect(lambda _text: None)
    press(reviewing, Qt.Key.Key_Return, CONTROL)
    document = document_of(reviewing)

    assert document.release.segment("s1").target("kk").state is State.REVIEWED
    assert document.place.segment == "s2"
    qtbot.waitUntil(lambda: listed(reviewing) == ["Lead"])
    press(reviewing, Qt.Key.Key_Return, CONTROL)
    assert reviewing.messages.text == "Nothing more waits for you in this language."
    document.undo()
    document.undo()
    assert document.release == reviewed()


def test_an_approver_makes_it_final(reviewing: MainWindow) -> None:
    head = card_of(reviewing).head
    head.name.setText("Jane  Example ")
    head.name.editingFinished.emit()
    head.capacity.setCurrentIndex(head.capacity.findData("approver"))
    head.capacity.activated.emit(head.capacity.currentIndex())
    do(reviewing, "confirm")

    target = document_of(reviewing).release.segment("s1").target("kk")
    assert target.state is State.FINAL
    assert next((each.capacity, each.by) for each in target.approvals) == (Capacity.APPROVER, "Jane Example")
    reviewing.work.rows.writer.setFocus()
    document_of(reviewing).place.go("s1")
    reviewing.work.rows.writer.place_caret(0)
    write(reviewing.work.rows.writer, "О")
    assert document_of(reviewing).release.segment("s1").target("kk").state is State.TRANSLATED


def test_returning_asks_for_a_note_in_its_place(reviewing: MainWindow, qtbot: QtBot) -> None:
    press(reviewing, Qt.Key.Key_Return, CONTROL | SHIFT)
    form = card_of(reviewing).form
    qtbot.waitUntil(form.note.hasFocus)
    assert not form.accept.isEnabled()
    write(form.note, "Аурухана, not емхана")
    press(form.note, Qt.Key.Key_Return)

    document = document_of(reviewing)
    [note] = document.release.segment("s1").notes
    assert (note.text, note.language, note.resolved) == ("Аурухана, not емхана", "kk", False)
    assert document.release.segment("s1").target("kk").state is State.INITIAL
    assert document.place.segment == "s2"
    document.undo()
    assert document.release == reviewed()


def test_a_source_that_went_on_is_shown_word_by_word(reviewing: MainWindow) -> None:
    document = document_of(reviewing)
    document.apply(write_source(document.release, "s1", "Examplia: city hospital reopens"))
    reviewing.work.refresh_now()
    card = card_of(reviewing)

    assert card.source.isVisible()
    assert [piece.text for piece in card.source.pieces if piece.fate is Fate.CAME] == ["city "]
    do(reviewing, "confirm")
    assert not document.release.segment("s1").target("kk").basis


def test_nothing_is_approved_in_the_source(reviewing: MainWindow) -> None:
    document_of(reviewing).place.speak("en")
    do(reviewing, "confirm")

    assert reviewing.messages.text == "The source is not approved. Choose a language to review."
    assert not card_of(reviewing).buttons[Deed.APPROVE].isEnabled()
    do(reviewing, "accept_change")
    assert document_of(reviewing).release == reviewed()


def test_letters_count_by_the_place_of_the_key(reviewing: MainWindow) -> None:
    text = card_of(reviewing).text
    kazakh = QKeyEvent(QKeyEvent.Type.KeyPress, 0x0422, NONE, 57, 0x6D4, 0, "т")  # where N lies
    text.keyPressEvent(kazakh)

    shown = card_of(reviewing).reviewed
    assert shown is not None
    assert shown.change == 1


def test_everything_in_the_view_has_a_name_in_every_language(reviewing: MainWindow) -> None:
    reviewing.work.notes.write("")
    assert nameless(reviewing) == []
    for code in ("ru", "kk", "fr"):
        reviewing.speak(code)
        assert nameless(reviewing) == []


def test_commands_of_the_window_work_from_the_difference(reviewing: MainWindow, qtbot: QtBot) -> None:
    text = card_of(reviewing).text
    qtbot.waitUntil(text.hasFocus)
    write(text, "r")
    press(text, Qt.Key.Key_Z, CONTROL)
    assert document_of(reviewing).release == reviewed()
    press(text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert document_of(reviewing).place.segment == "s2"
    document_of(reviewing).place.go("s1")
    press(text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | SHIFT)
    shown = card_of(reviewing).reviewed
    assert shown is not None
    assert shown.change == 1
    press(text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier | SHIFT)
    assert document_of(reviewing).release.segment("s1").target("kk").accepted.string == "Мысалия: аурухана ашылды бүгін"
