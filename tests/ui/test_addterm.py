"""A term added from the selection: prefilled, what it contradicts said first, stored, and found at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canary import CANARY, rich
from tests.ui.conftest import Opener, document_of
from tests.ui.test_terms import LAW, about_law
from tilshi.terminology import shelf
from tilshi.terminology.concepts import Status
from tilshi.terminology.glossary import Layer
from tilshi_ui.dialogs.addterm import AddTermDialog, Selected
from tilshi_ui.editor.cell import Cell
from tilshi_ui.terms import Wish
from tilshi_ui.window.main import MainWindow


def select(cell: Cell, words: str) -> None:
    cursor = cell.textCursor()
    start = cell.stored.index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    cell.setTextCursor(cursor)


def answer(deed: Callable[[AddTermDialog], object]) -> None:
    """Does something in the dialog as soon as it is open."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, AddTermDialog):
        deed(dialog)
    else:
        QTimer.singleShot(20, partial(answer, deed))


def dialog_for(window: MainWindow, source: str, target: str) -> AddTermDialog:
    assert window.glossary.now is not None
    return AddTermDialog(Selected(source, target, "en", "kk"), window.glossary.now)


def test_a_term_of_ones_own_is_stored_and_found(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law("Мысалия промоутерлікті жақсы көреді."))
    select(window.work.rows.source_cell, "promotes")
    select(window.work.rows.writer, "промоутерлікті")
    shown: list[str] = []

    def save(dialog: AddTermDialog) -> None:
        shown.extend((dialog._source.text(), dialog._target.text(), dialog.objections))
        dialog._target.setText("промоутерлік")
        dialog._note.setText(CANARY)
        dialog._save.click()

    QTimer.singleShot(0, partial(answer, save))
    with qtbot.waitSignal(window.glossary.changed):
        window.terms.add_term()
    assert shown == ["promotes", "промоутерлікті", ""]
    text = document_of(window).release.text("s1", "kk")
    spans = window.glossary.highlights(text, "kk")
    assert "промоутерлікті" in [text.string[span.start : span.end] for span in spans]
    assert "промоутерлік" in [card.translation for card in window.work.context.cards]
    kept = shelf.load().glossary.termbase(Layer.PERSONAL).concepts
    assert [(concept.terms[1].text, concept.note) for concept in kept] == [("промоутерлік", CANARY)]
    assert window.glossary.now is not None
    with qtbot.waitSignal(window.glossary.changed):
        from_store = tuple(concept.id for concept in kept)
        window.glossary.change(Wish(Layer.PERSONAL, (), from_store))
    assert shelf.load().glossary.termbase(Layer.PERSONAL).concepts == ()


def test_what_is_there_already_is_said(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    dialog = dialog_for(window, "international humanitarian law", LAW)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "already" in dialog.objections
    dialog._target.setText("МГП")
    qtbot.waitUntil(lambda: "otherwise" in dialog.objections or "contradicts" in dialog.objections)
    dialog._target.setText("")
    qtbot.waitUntil(lambda: not dialog._save.isEnabled())


def test_a_term_can_be_added_to_its_concept(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    dialog = dialog_for(window, "international humanitarian law", "гуманитарлық құқық нормалары")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._into.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "preferred already" in dialog.objections)
    dialog._status.setCurrentIndex(1)
    dialog._save.click()
    assert dialog.concept is not None
    added = dialog.concept.terms[-1]
    assert (added.text, added.status) == ("гуманитарлық құқық нормалары", Status.ADMITTED)
    assert dialog.concept.preferred("kk") is not None


def test_terms_are_shown_as_they_are(qtbot: QtBot, opened: Opener) -> None:
    dialog = dialog_for(opened(about_law("")), CANARY, CANARY)
    qtbot.addWidget(dialog)
    dialog.show()
    assert list(rich(dialog)) == []
    assert dialog._source.text() == CANARY
