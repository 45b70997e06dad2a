"""Shortcuts on real keyboard layouts: a program of the system presses the keys, the X server translates them."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.exceptions import TimeoutError as NotHeard
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tilshi.release import State
from tilshi_ui.dialogs.addterm import AddTermDialog
from tilshi_ui.editor.writing import Writer
from tilshi_ui.keys.physical import PhysicalKeys
from tilshi_ui.keys.scancodes import us_keys
from tilshi_ui.terminology.cases import FormsMenu
from tilshi_ui.window.main import MainWindow

LAYOUTS = ("us", "ru", "kz", "us,kz", "kz,ru")

needs_keyboard = pytest.mark.skipif(
    not (shutil.which("xdotool") and shutil.which("setxkbmap")), reason="xdotool and setxkbmap press the keys"
)
on_every_layout = pytest.mark.usefixtures("physical_keys", "layout")


@pytest.fixture
def physical_keys(qapp: QApplication) -> Iterator[PhysicalKeys]:
    made = PhysicalKeys(qapp)
    yield made
    made.deleteLater()


@pytest.fixture(params=LAYOUTS)
def layout(request: pytest.FixtureRequest) -> Iterator[str]:
    subprocess.run(["setxkbmap", request.param], check=True)
    yield request.param
    subprocess.run(["setxkbmap", "us"], check=True)


def press(*codes: int) -> None:
    """Presses keys by their X11 codes, as hardware does: `(37, 54)` is Ctrl and the key where C is on a US keyboard."""
    downs = [part for code in codes for part in ("keydown", str(code))]
    ups = [part for code in reversed(codes) for part in ("keyup", str(code))]
    subprocess.run(["xdotool", *downs, *ups], check=True)


def press_in_turn(strokes: list[tuple[int, ...]]) -> None:
    """Presses many combinations, one after the other."""
    parts: list[str] = []
    for stroke in strokes:
        parts += [part for code in stroke for part in ("keydown", str(code))]
        parts += [part for code in reversed(stroke) for part in ("keyup", str(code))]
    subprocess.run(["xdotool", *parts], check=True)


CONTROL, ALT, SHIFT, RETURN = 37, 64, 50, 36
MODIFIERS = {"Ctrl": CONTROL, "Alt": ALT, "Shift": SHIFT}
PLACES = {character: code for code, character in us_keys("linux").items()} | {
    "Return": RETURN,
    "Enter": 104,
    "Space": 65,
    "Backspace": 22,
    "Ins": 118,
    "Up": 111,
    "Left": 113,
    "Right": 114,
    "Down": 116,
    "PgUp": 112,
    "PgDown": 117,
    "F11": 95,
    "F12": 96,
    "+": 21,  # with Shift, which is added
    **{f"F{number}": 66 + number for number in range(1, 11)},
}
IN_THE_TABLE = {
    *("Ctrl+Return", "Ctrl+Shift+Return", "Alt+Down", "Alt+Up", "Ctrl+Down", "Ctrl+Up", "F8", "Shift+F8", "Ctrl+F8"),
    *("Alt+Return", "Ctrl+Ins", "Ctrl+G", "Ctrl+Shift+P", "F9", "F10", "F11", "Ctrl+Shift+G", "F3", "Ctrl+F", "Ctrl+H"),
    *("F7", "Ctrl+Space", "Ctrl+M", "Shift+F3", "Ctrl+Shift+Space", "Ctrl+,", "Ctrl+B", "Ctrl+I"),
    *(f"{modifier}+{number}" for modifier in ("Ctrl", "Alt") for number in range(1, 10)),
}


def codes_of(keys: str) -> tuple[int, ...]:
    """The X11 codes of “Ctrl+Shift+P”, where a US keyboard has its keys."""
    held, _plus, key = keys.rpartition("+") if not keys.endswith("++") else (keys[:-2] + "+Shift", "+", "+")
    return (*(MODIFIERS[name] for name in held.split("+") if name), PLACES[key])


@needs_keyboard
@on_every_layout
def test_commands_answer_to_the_place_of_their_keys(qtbot: QtBot, working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s2")
    press(CONTROL, 38)  # A: everything
    qtbot.waitUntil(lambda: writer.selection == (0, 10))
    press(CONTROL, 54)  # C: the clipboard has it
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "Порт-Мысал")
    press(119)  # Delete, which needs no layout
    qtbot.waitUntil(lambda: not writer.stored)
    press(CONTROL, 52)  # Z: it is back
    qtbot.waitUntil(lambda: writer.stored == "Порт-Мысал")
    press(CONTROL, 29)  # Y: it is gone again
    qtbot.waitUntil(lambda: not writer.stored)
    press(CONTROL, 55)  # V: the clipboard again
    qtbot.waitUntil(lambda: writer.stored == "Порт-Мысал")
    press(CONTROL, RETURN)
    qtbot.waitUntil(lambda: document.place.segment == "s3")
    assert document.release.segment("s2").target("kk").state is State.TRANSLATED
    press(CONTROL, 20)  # Minus
    qtbot.waitUntil(lambda: working.work.rows.zoom == 90)
    press(CONTROL, 19)  # 0
    qtbot.waitUntil(lambda: working.work.rows.zoom == 100)


@needs_keyboard
@on_every_layout
def test_alt_and_a_digit_inserts_the_term_instead_of_a_letter(qtbot: QtBot, working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s3")
    terms = [card.translation for card in working.work.context.terms.cards]
    assert len(terms) >= 2
    for term, code in zip(terms, (10, 11), strict=False):
        press(CONTROL, 38)
        press(ALT, code)
        qtbot.waitUntil(partial(_holds, writer, term[:1].upper() + term[1:]))  # a sentence begins there


@needs_keyboard
@on_every_layout
def test_every_digit_with_alt_is_heard_and_none_is_written(qtbot: QtBot, working: MainWindow) -> None:
    heard: list[int] = []
    for action in working.actions():
        if action.data() in range(1, 10):
            action.triggered.disconnect()
            action.triggered.connect(partial(_note, heard, action.data()))
    document_of(working).place.go("s3")
    for code in range(10, 19):
        press(ALT, code)
    qtbot.waitUntil(lambda: heard == [*range(1, 10)])
    assert not working.work.rows.writer.stored


@needs_keyboard
@on_every_layout
def test_every_command_is_heard_on_its_key(qtbot: QtBot, working: MainWindow) -> None:
    heard: list[str] = []
    expected: list[str] = []
    strokes: list[tuple[int, ...]] = []
    for action in working.actions():
        action.triggered.disconnect()
        action.triggered.connect(partial(_note_name, heard, action))
        for sequence in action.shortcuts():
            action.setEnabled(True)
            expected.append(f"{action.objectName()} {sequence.toString()}")
            strokes.append(codes_of(sequence.toString()))
    assert {each.partition(" ")[2] for each in expected} >= IN_THE_TABLE
    document_of(working).place.go("s3")
    press_in_turn(strokes)
    with contextlib.suppress(NotHeard):
        qtbot.waitUntil(lambda: len(heard) == len(expected), timeout=20_000)
    assert [each.partition(" ")[0] for each in expected] == heard
    assert not working.work.rows.writer.stored


@needs_keyboard
@on_every_layout
def test_forms_are_chosen_by_the_place_of_the_digit(qtbot: QtBot, working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s3")
    press(ALT, 10)
    qtbot.waitUntil(lambda: bool(writer.stored))
    press(ALT, 10)  # again: all forms
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), FormsMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FormsMenu)
    third = menu.actions()[2].data()
    press(12)  # the key of 3, with whatever letter on it
    qtbot.waitUntil(partial(_holds, writer, third))


@needs_keyboard
@on_every_layout
def test_a_term_is_added_by_key(qtbot: QtBot, working: MainWindow) -> None:
    document_of(working).place.go("s2")
    press(CONTROL, 38)
    seen: list[str] = []
    timer = QTimer(working)
    timer.timeout.connect(partial(_read_and_leave, seen))
    timer.start(20)
    press(CONTROL, SHIFT, 42)  # G
    qtbot.waitUntil(lambda: bool(seen))
    timer.stop()
    assert seen == ["Порт-Мысал"]


def _read_and_leave(seen: list[str]) -> None:
    """What the dialog begins with; a modal dialog keeps the test waiting until it is closed."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, AddTermDialog):
        seen.append(dialog._target.text())
        dialog.reject()


@needs_keyboard
@on_every_layout
def test_suggestions_are_asked_for_by_key(qtbot: QtBot, working: MainWindow) -> None:
    document_of(working).place.go("s3")
    working.work.rows.writer.insert("Қаза")
    press(CONTROL, 65)  # Space
    qtbot.waitUntil(lambda: working.terms.completing.is_offering)
    assert working.work.rows.writer.stored == "Қаза"


def _note_name(heard: list[str], action: QAction) -> None:
    heard.append(action.objectName())


def _note(heard: list[int], number: int) -> None:
    heard.append(number)


def _holds(writer: Writer, text: str) -> bool:
    return writer.stored == text


@needs_keyboard
@on_every_layout
def test_letters_are_written_as_the_layout_has_them(qtbot: QtBot, layout: str, working: MainWindow) -> None:
    document_of(working).place.go("s3")
    press(38)
    expected = "a" if layout.startswith("us") else "ф"
    qtbot.waitUntil(lambda: working.work.rows.writer.stored == expected)


@needs_keyboard
@on_every_layout
@pytest.mark.usefixtures("working")
def test_alt_and_a_letter_opens_a_menu(qtbot: QtBot) -> None:
    press(ALT, 41)  # F: the menu “File”
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.title() == "&File"
    menu.close()


@pytest.mark.parametrize(("platform", "code"), [("linux", 54), ("win32", 0x2E), ("darwin", 0x08)])
def test_every_system_has_its_codes(platform: str, code: int) -> None:
    assert us_keys(platform)[code] == "C"
    assert sorted(us_keys(platform).values()) == sorted("1234567890-=QWERTYUIOP[]ASDFGHJKL;'`\\ZXCVBNM,./")
