"""The command palette and the preferences."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.hands import cell, press, write
from tests.ui.test_reach import nameless
from tilshi import i18n
from tilshi.release import Capacity
from tilshi.settings import Theme
from tilshi_ui.dialogs.preferences.dialog import PAGES, PreferencesDialog
from tilshi_ui.palette.dialog import Palette
from tilshi_ui.palette.ranking import Candidate, folded, ranked
from tilshi_ui.window.main import MainWindow

COMMANDS = (
    Candidate("save", ("Save", "Сохранить", "Сақтау", "Enregistrer")),
    Candidate("save_as", ("Save as…", "Сохранить как…", "Басқаша сақтау…", "Enregistrer sous…")),
    Candidate("find_text", ("Find…", "Найти…", "Табу…", "Rechercher…")),
    Candidate("show_gate", ("What still blocks publication…", "Что мешает публикации…")),
)


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("save", "save"),
        ("сохр", "save"),
        ("сақтау", "save"),
        ("сактау", "save"),
        ("sous", "save_as"),
        ("save a", "save_as"),
        ("publication what", "show_gate"),
        ("публикации", "show_gate"),
        ("pubication", "show_gate"),
        ("наити", "find_text"),
        ("FIND", "find_text"),
    ],
)
def test_a_command_is_found_by_any_name(wanted: str, first: str) -> None:
    assert ranked(wanted, COMMANDS)[0] == first


def test_what_was_used_last_comes_first() -> None:
    assert ranked("", COMMANDS, ("show_gate", "find_text"))[:2] == ["show_gate", "find_text"]
    assert ranked("sa", COMMANDS, ("save_as",))[0] == "save_as"
    assert ranked("qqqq", COMMANDS) == []


@given(st.text(max_size=20))
def test_any_text_can_be_typed(wanted: str) -> None:
    assert {*ranked(wanted, COMMANDS)} <= {command.name for command in COMMANDS}
    assert folded(folded(wanted)) == folded(wanted)


def with_dialog(window: MainWindow, kind: type[QWidget], deed: Callable[[QWidget], object]) -> None:
    """Does something in the modal dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(20, window, act)
            return
        deed(dialog)

    QTimer.singleShot(0, window, act)


def test_a_command_is_done_from_the_palette(qtbot: QtBot, working: MainWindow) -> None:
    document_of(working).place.go("s3")
    seen: list[tuple[str, str]] = []

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, Palette)
        assert nameless(dialog) == []
        write(dialog.field, "copy sou")
        seen.append((cell(dialog.list, 0, 0).text(), cell(dialog.list, 0, 2).text()))
        press(dialog.field, Qt.Key.Key_Down)
        press(dialog.field, Qt.Key.Key_Up)
        press(dialog.field, Qt.Key.Key_Return)

    with_dialog(working, Palette, choose)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(working.work.rows.writer, Qt.Key.Key_P, held)
    assert seen == [("Copy source", "Ctrl+Ins")]
    qtbot.waitUntil(lambda: working.work.rows.writer.stored != "")
    assert working._preferences.now.recent_commands == ("copy_source",)


def test_commands_have_their_names_in_all_languages(working: MainWindow) -> None:
    seen: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, Palette)
        for wanted in ("Сохранить как", "Enregistrer sous"):
            dialog.field.setText(wanted)
            seen.append(cell(dialog.list, 0, 0).data(Qt.ItemDataRole.UserRole))
        dialog.reject()

    with_dialog(working, Palette, look)
    working.keys.show_palette()
    assert seen == ["save_as", "save_as"]


def test_what_cannot_be_done_is_not_offered(window: MainWindow) -> None:
    offered: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, Palette)
        rows = range(dialog.list.rowCount())
        offered.extend(cell(dialog.list, row, 0).data(Qt.ItemDataRole.UserRole) for row in rows)
        dialog.reject()

    with_dialog(window, Palette, look)
    window.keys.show_palette()
    assert "open_file" in offered
    assert "copy_source" not in offered
    assert "show_palette" not in offered


# Preferences


@pytest.fixture
def preferences(qtbot: QtBot, working: MainWindow) -> PreferencesDialog:
    keys = working.keys
    dialog = PreferencesDialog(working._preferences, working, keys.book.actions, keys.book, working)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def field(dialog: PreferencesDialog, name: str) -> QWidget:
    kinds = (QLineEdit, QComboBox, QCheckBox)
    found = [
        child
        for child in dialog.findChildren(QWidget)
        if isinstance(child, kinds) and name in (child.accessibleName(), getattr(child, "text", str)())
    ]
    assert found, name
    return found[-1]


def choose(dialog: PreferencesDialog, name: str, value: object) -> None:
    box = field(dialog, name)
    assert isinstance(box, QComboBox)
    at = box.findData(value)
    assert at >= 0
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_choices_count_at_once(preferences: PreferencesDialog, working: MainWindow) -> None:
    name = field(preferences, "Your name")
    assert isinstance(name, QLineEdit)
    name.setText("  Jane   Example ")
    name.editingFinished.emit()
    choose(preferences, "You work as", Capacity.APPROVER)
    choose(preferences, "Colours", Theme.DARK)
    choose(preferences, "Size of the text", 150)
    now = working._preferences.now
    assert (now.user_name, now.capacity, now.theme, now.zoom) == ("Jane Example", Capacity.APPROVER, Theme.DARK, 150)
    assert working.work.rows.zoom == 150
    assert working._theme.tokens.name == "dark"


def test_switches_are_those_of_the_menus(preferences: PreferencesDialog, working: MainWindow) -> None:
    for name in ("smart_typing", "complete_typing", "propagate"):
        action = working.menus.actions[name]
        box = field(preferences, action.text().replace("&", ""))
        assert isinstance(box, QCheckBox)
        before = action.isChecked()
        assert box.isChecked() == before
        box.click()
        assert (action.isChecked(), box.isChecked()) == (not before, not before)


@pytest.mark.parametrize("language", ["kk", "ru", "fr"])
def test_another_language_is_spoken_in_the_open_dialog(
    preferences: PreferencesDialog, working: MainWindow, language: str
) -> None:
    preferences.tabs.setCurrentIndex(1)
    choose(preferences, "Language of the interface", language)
    assert i18n.language() == language
    assert [preferences.tabs.tabText(at) for at in range(len(PAGES))] == [i18n._(text) for text in PAGES]
    assert preferences.stack.currentIndex() == 1
    working.speak("en")
    assert preferences.windowTitle() == "Preferences"


def test_every_control_of_the_preferences_has_a_name(preferences: PreferencesDialog) -> None:
    for at in range(len(PAGES)):
        preferences.tabs.setCurrentIndex(at)
        assert nameless(preferences) == []
