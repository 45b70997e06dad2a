"""Keys: profiles of other programs, the user's own, what is wrong with keys, and the sheet to print."""

import json
import subprocess
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.hands import cell, press
from tests.ui.test_keys import CONTROL, SHIFT, layout, needs_keyboard, physical_keys
from tests.ui.test_keys import press as press_hard
from tilshi import settings
from tilshi_ui.dialogs.keys import KeysDialog
from tilshi_ui.keys import profiles
from tilshi_ui.keys.capture import CaptureField
from tilshi_ui.keys.keymap import Trouble, conflicts, keymap, standard, trouble
from tilshi_ui.window.main import MainWindow

__all__ = ["layout", "physical_keys"]  # fixtures

PROFILES = profiles.names()
PLANNED = {"add_note", "open_history"}
"""Commands that a profile may name although they are not there yet."""


def defaults_of(window: MainWindow) -> dict[str, tuple[str, ...]]:
    return dict(window.keys.book._defaults)


def test_the_known_programs_are_there() -> None:
    titles = {profiles.load(name).title for name in PROFILES}
    assert titles == {"OmegaT", "memoQ", "Trados Studio", "Poedit", "Lokalize", "Microsoft Word"}
    assert profiles.load("nothing").keys == {}


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_is_sound(window: MainWindow, name: str) -> None:
    defaults, profile = defaults_of(window), profiles.load(name)
    assert {*profile.keys} - {*defaults} - PLANNED == set()
    assert [key for keys in profile.keys.values() for key in keys if trouble(key) not in (None, Trouble.LETTER)] == []
    assert conflicts(profile.keys) == {}
    resolved = keymap(defaults, profile.keys, {})
    assert conflicts(resolved) == {}
    stranded = {command for command, keys in resolved.items() if defaults[command] and not keys}
    assert stranded == set()  # nobody loses a command to another one


def test_the_programs_own_keys_are_sound(window: MainWindow) -> None:
    defaults = defaults_of(window)
    assert conflicts(defaults) == {}
    assert [key for keys in defaults.values() for key in keys if trouble(key) is not None] == []
    assert {f"insert_term_{n}" for n in range(1, 10)} | {f"insert_match_{n}" for n in range(1, 10)} <= {*defaults}


def test_upper_layers_take_keys_from_lower_ones() -> None:
    defaults = {"save": ("Ctrl+S",), "send": ("Ctrl+E",), "find": ("Ctrl+F", "F3")}
    profile = {"send": ("Ctrl+S",), "find": ("F3",), "unknown": ("F9",)}
    assert keymap(defaults, {}, {}) == defaults
    assert keymap(defaults, profile, {}) == {"save": (), "send": ("Ctrl+S",), "find": ("F3",)}
    assert keymap(defaults, profile, {"save": ("F3",), "send": ()}) == {"save": ("F3",), "send": (), "find": ()}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Ctrl+Alt+M", Trouble.ALT_GR),
        ("Ctrl+Alt+Shift+M", Trouble.ALT_GR),
        ("Alt+F4", Trouble.SYSTEM),
        ("Alt+Tab", Trouble.SYSTEM),
        ("Meta+L", Trouble.SYSTEM),
        ("Ctrl+C", Trouble.WRITING),
        ("Ctrl+Left", Trouble.WRITING),
        ("A", Trouble.LETTER),
        ("Shift+A", Trouble.LETTER),
        ("Return", Trouble.LETTER),
        ("Ә", Trouble.LETTER),
        ("", Trouble.EMPTY),
        ("F5", None),
        ("Shift+F5", None),
        ("Ctrl+Shift+5", None),
        ("Alt+7", None),
    ],
)
def test_keys_that_are_no_good_are_told(keys: str, expected: Trouble | None) -> None:
    assert trouble(keys) is expected


def test_a_profile_works_at_once_and_is_remembered(qtbot: QtBot, working: MainWindow, tmp_path: Path) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s2")
    working.keys.book.use_profile("omegat")
    press(writer, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: document.place.segment == "s3")
    press(writer, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert writer.stored != ""
    saved = settings.load(tmp_path / "settings.json").settings
    assert saved.key_profile == "omegat"
    working.keys.book.use_profile("")
    assert working.menus.actions["new_release"].shortcut() == QKeySequence("Ctrl+N")


def test_own_keys_lie_over_the_profile_and_can_be_taken_back(working: MainWindow, tmp_path: Path) -> None:
    book, actions = working.keys.book, working.menus.actions
    book.give("export", ("F5",))
    book.give("go_to", ("Ctrl+E",))
    assert actions["export"].shortcut() == QKeySequence("F5")
    assert actions["go_to"].shortcuts() == [QKeySequence("Ctrl+E")]
    book.use_profile("memoq")
    assert actions["go_to"].shortcut() == QKeySequence("Ctrl+E")
    saved = settings.load(tmp_path / "settings.json")
    assert saved.set_aside is None
    assert dict(saved.settings.own_keys) == {"export": ("F5",), "go_to": ("Ctrl+E",)}
    book.reset("go_to")
    book.use_profile("")
    assert actions["go_to"].shortcut() == QKeySequence("Ctrl+G")
    book.reset_all()
    assert book.keys == {name: tuple(map(standard, keys)) for name, keys in defaults_of(working).items()}


def test_damaged_keys_in_the_settings_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"own_keys": [["save", "Ctrl+S"]], "zoom": 120}), encoding="utf-8")
    loaded = settings.load(path)
    assert (loaded.settings.own_keys, loaded.settings.zoom) == ((), 120)
    assert loaded.set_aside is not None


# The dialog


@pytest.fixture
def dialog(qtbot: QtBot, working: MainWindow) -> KeysDialog:
    made = KeysDialog(working.keys.book, working)
    qtbot.addWidget(made)
    made.show()
    return made


def test_keys_are_looked_up_by_name_and_by_keys(dialog: KeysDialog) -> None:
    page = dialog.page
    page.filter.setText("ctrl+shift+g")
    assert [cell(page.table, row, 0).text() for row in range(page.table.rowCount())] == ["Terms: Add a term"]
    page.filter.setText("insert match 3")
    assert cell(page.table, 0, 1).text() == "Ctrl+3"
    page.filter.setText("nothing of that kind")
    assert (page.table.rowCount(), page.command) == (0, "")


def test_keys_are_changed_by_pressing_them(dialog: KeysDialog, working: MainWindow) -> None:
    page = dialog.page
    page.choose("export")
    page.capture.setFocus()
    press(page.capture, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.note.text() == "Ctrl+G is taken from “Go to”."
    page._give.click()
    assert working.menus.actions["export"].shortcuts() == [QKeySequence("Ctrl+G")]
    assert working.menus.actions["go_to"].shortcuts() == []
    assert page.command == "export"
    assert cell(page.table, page.table.currentRow(), 1).text() == "Ctrl+G •"
    press(page.capture, Qt.Key.Key_F5)
    page._add.click()
    assert [keys.toString() for keys in working.menus.actions["export"].shortcuts()] == ["Ctrl+G", "F5"]
    page._none.click()
    assert working.menus.actions["export"].shortcuts() == []
    page._reset.click()
    assert working.menus.actions["export"].shortcuts() == [QKeySequence("Ctrl+E")]
    assert not page._reset_all.isEnabled()


def test_keys_that_are_no_good_cannot_be_given(dialog: KeysDialog) -> None:
    page = dialog.page
    page.choose("export")
    press(page.capture, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert "AltGr" in page.note.text()
    assert not page._give.isEnabled()
    assert not page._add.isEnabled()


def test_a_profile_is_chosen_in_the_dialog(dialog: KeysDialog, working: MainWindow) -> None:
    page = dialog.page
    at = page.profile.findText("Lokalize")
    page.profile.setCurrentIndex(at)
    page.profile.activated.emit(at)
    assert working.menus.actions["copy_source"].shortcut() == QKeySequence("Ctrl+Space")


@pytest.mark.parametrize("profile", ["", *PROFILES])
def test_the_keys_fit_on_one_page(dialog: KeysDialog, working: MainWindow, tmp_path: Path, profile: str) -> None:
    working.keys.book.use_profile(profile)
    path = tmp_path / "keys.pdf"
    dialog.page.write_sheet(path)
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 1
        text = pdf[0].get_textpage().get_text_range()
    assert "Copy source" in text
    assert working.keys.book.shown("copy_source") in text
    assert dialog.page.note.text() == "keys.pdf was written."


def test_a_sheet_that_cannot_be_written_is_said(dialog: KeysDialog, tmp_path: Path) -> None:
    dialog.page.write_sheet(tmp_path / "missing" / "keys.pdf")
    assert "keys.pdf" in dialog.page.note.text()


@needs_keyboard
@pytest.mark.usefixtures("physical_keys", "layout")
def test_captured_keys_are_those_of_the_place(qtbot: QtBot, working: MainWindow) -> None:
    field = CaptureField()
    working.work.add_below(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for codes, keys in (((CONTROL, 54), "Ctrl+C"), ((CONTROL, SHIFT, 12), "Ctrl+Shift+3"), ((CONTROL, 42), "Ctrl+G")):
        press_hard(*codes)
        qtbot.waitUntil(partial(_has, field, keys))
    assert QApplication.activeModalWidget() is None


def _has(field: CaptureField, keys: str) -> bool:
    return field.keys == keys


@needs_keyboard
@pytest.mark.usefixtures("physical_keys", "layout")
def test_a_profile_works_on_every_layout(qtbot: QtBot, working: MainWindow) -> None:
    working.keys.book.use_profile("omegat")
    document = document_of(working)
    document.place.go("s1")
    press_hard(CONTROL, 57)  # N
    qtbot.waitUntil(lambda: document.place.segment == "s2")
    press_hard(CONTROL, 33)  # P
    qtbot.waitUntil(lambda: document.place.segment == "s1")
    press_hard(CONTROL, 45)  # K: replace
    qtbot.waitUntil(lambda: working.search.panel is not None and working.search.panel.isVisible())


@needs_keyboard
@pytest.mark.usefixtures("physical_keys", "layout")
def test_find_opens_by_the_place_of_its_key(qtbot: QtBot, working: MainWindow) -> None:
    press_hard(CONTROL, 41)  # F
    qtbot.waitUntil(lambda: working.search.panel is not None and working.search.panel.wanted.hasFocus())
    subprocess.run(["xdotool", "key", "Escape"], check=True)
    qtbot.waitUntil(working.work.rows.writer.hasFocus)
