"""Smart typing in the window: substituted while one types, taken back by one undo, the key by the next."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tilshi.release import Mark, MarkKind, Text
from tilshi.release.operations import write_target
from tilshi_ui.window.main import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NBSP = "\u00a0"


@pytest.fixture
def writing(qtbot: QtBot, opened: Opener) -> MainWindow:
    """The window with the caret in an empty Kazakh text."""
    window = opened(three_parts())
    document_of(window).place.go("s3")
    qtbot.waitUntil(lambda: window.work.rows.writer.stored == "")
    window.work.rows.writer.setFocus()
    return window


def test_quotes_and_dashes(writing: MainWindow) -> None:
    write(writing.work.rows.writer, '"Су" - N 5...')
    assert writing.work.rows.writer.stored == f"«Су» – №{NBSP}5…"
    assert document_of(writing).release.text("s3", "kk").string == f"«Су» – №{NBSP}5…"


def test_one_undo_takes_back_the_substitution_the_next_the_key(writing: MainWindow) -> None:
    writer, document = writing.work.rows.writer, document_of(writing)
    write(writer, 'Сөз "')
    assert writer.stored == "Сөз «"
    document.undo()
    assert writer.stored == 'Сөз "'
    assert writer.caret == 5
    document.undo()
    assert writer.stored == "Сөз "
    document.redo()
    document.redo()
    assert writer.stored == "Сөз «"


def test_what_was_taken_back_stays(writing: MainWindow) -> None:
    writer = writing.work.rows.writer
    write(writer, "5 --")
    document_of(writing).undo()
    write(writer, "x ")
    assert writer.stored == "5 --x "


def test_the_caret_goes_on_behind(writing: MainWindow) -> None:
    writer = writing.work.rows.writer
    write(writer, "су ғой")
    writer.place_caret(3)
    write(writer, '"')
    assert (writer.stored, writer.caret) == ("су «ғой", 4)


def test_it_can_be_switched_off(writing: MainWindow) -> None:
    writing.menus.actions["smart_typing"].trigger()
    assert not writing.menus.actions["smart_typing"].isChecked()
    write(writing.work.rows.writer, '"су" -- ')
    assert writing.work.rows.writer.stored == '"су" -- '


def test_what_is_not_to_be_translated_is_left_alone(writing: MainWindow) -> None:
    document, writer = document_of(writing), writing.work.rows.writer
    text = Text("код a- б", (Mark(4, 6, MarkKind.UNTRANSLATABLE),))
    document.apply(write_target(document.release, "s3", "kk", text))
    writer.place_caret(6)
    write(writer, "-")
    assert "–" not in writer.stored


def test_an_input_method_writes_the_same(writing: MainWindow) -> None:
    event = QInputMethodEvent()
    event.setCommitString('"')
    QApplication.sendEvent(writing.work.rows.writer, event)
    assert writing.work.rows.writer.stored == "«"


def test_another_language_has_other_marks(writing: MainWindow) -> None:
    document_of(writing).place.speak("en")
    document_of(writing).place.go("s3")
    writer = writing.work.rows.writer
    writer.place_caret(0)
    write(writer, '"')
    assert writer.stored.startswith("“Medical")


def test_signs_by_key(writing: MainWindow) -> None:
    writer = writing.work.rows.writer
    for key, modifiers in (
        (Qt.Key.Key_Comma, ALT),
        (Qt.Key.Key_Period, ALT),
        (Qt.Key.Key_Minus, ALT),
        (Qt.Key.Key_Semicolon, ALT),
        (Qt.Key.Key_3, CONTROL | SHIFT),
        (Qt.Key.Key_Space, CONTROL | SHIFT),
    ):
        press(writer, key, modifiers)
    assert writer.stored == f"«»–…№{NBSP}"


def test_change_of_case(writing: MainWindow) -> None:
    writer = writing.work.rows.writer
    write(writer, "ХҚКК-нің өкілі келді")
    writer.selectAll()
    seen = []
    for _each in range(4):
        press(writer, Qt.Key.Key_F3, SHIFT)
        seen.append(writer.stored)
        assert writer.selection == (0, len(writer.stored))
    assert seen == [
        "ХҚКК-нің ӨКІЛІ КЕЛДІ",
        "ХҚКК-нің Өкілі Келді",
        "ХҚКК-нің өкілі келді",
        "ХҚКК-нің ӨКІЛІ КЕЛДІ",
    ]
    document_of(writing).undo()
    assert writer.stored == "ХҚКК-нің өкілі келді"


def test_change_of_case_at_the_caret_keeps_marks(writing: MainWindow) -> None:
    document, writer = document_of(writing), writing.work.rows.writer
    text = Text("су ғой", (Mark(0, 2, MarkKind.BOLD),))
    document.apply(write_target(document.release, "s3", "kk", text))
    writer.place_caret(1)
    press(writer, Qt.Key.Key_F3, SHIFT)
    assert document.release.text("s3", "kk") == Text("СУ ғой", (Mark(0, 2, MarkKind.BOLD),))


def test_the_source_is_copied_in_the_house_form(writing: MainWindow) -> None:
    document, writer = document_of(writing), writing.work.rows.writer
    document.place.speak("en")
    writer.selectAll()
    writer.insert("1,500 people on 6 March 2026, 5%")
    document.place.speak("kk")
    press(writer, Qt.Key.Key_Insert, CONTROL)
    assert writer.stored == f"1{NBSP}500 people on 2026 жылғы 6 наурыз, 5{NBSP}%"
    press(writer, Qt.Key.Key_Insert, CONTROL | SHIFT)
    assert writer.stored == "1,500 people on 6 March 2026, 5%"
    document.undo()
    document.undo()
    assert writer.stored == ""


def kazakh_key(code: int, text: str, *, shift: bool = False) -> QKeyEvent:
    """A key of the number row on the Kazakh layout of X11: the code of the place, the letter of the layout."""
    modifiers = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QKeyEvent.Type.KeyPress, ord(text.upper()), modifiers, code, 0, 0, text)


@pytest.mark.skipif(sys.platform != "linux", reason="the codes of the keys are those of X11")
def test_the_number_row_writes_digits(writing: MainWindow) -> None:
    writer, status = writing.work.rows.writer, writing.work.status
    QApplication.sendEvent(writer, kazakh_key(11, "ә"))
    press(writer, Qt.Key.Key_D, CONTROL | SHIFT)
    assert "1234567890" in status.digits_text
    for code, text in ((11, "ә"), (12, "і"), (19, "қ")):
        QApplication.sendEvent(writer, kazakh_key(code, text))
    QApplication.sendEvent(writer, kazakh_key(11, "Ә", shift=True))
    QApplication.sendEvent(writer, kazakh_key(24, "й"))
    assert writer.stored == "ә230әй"
    press(writer, Qt.Key.Key_D, CONTROL | SHIFT)
    assert status.digits_text == ""
    QApplication.sendEvent(writer, kazakh_key(11, "ә"))
    assert writer.stored == "ә230әйә"
