"""Everything can be reached with the keyboard, has a name for those who cannot see it, and speaks four languages."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.hands import click, press
from tilshi import i18n
from tilshi_ui.dialogs.about import AboutDialog
from tilshi_ui.dialogs.keys import KeysDialog
from tilshi_ui.dialogs.newrelease import NewReleaseDialog
from tilshi_ui.window.commands import MENUS, TERM_KEYS
from tilshi_ui.window.main import MainWindow

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTabBar)


def controls(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.findChildren(QWidget):
        if isinstance(child, CONTROLS) and child.isVisibleTo(widget) and child.objectName() != "qt_spinbox_lineedit":
            inner = isinstance(child.parent(), QComboBox) or child.objectName().startswith("qt_")
            if not inner and not isinstance(child.parent(), QAbstractItemView):
                yield child


def nameless(widget: QWidget) -> list[str]:
    found = []
    for child in controls(widget):
        interface = QAccessible.queryAccessibleInterface(child)
        if not interface.text(QAccessible.Text.Name):
            found.append(f"{type(child).__name__} {child.objectName()}")
    return found


def test_every_control_has_a_name(qtbot: QtBot, working: MainWindow) -> None:
    assert nameless(working) == []
    working.view_layout()
    assert nameless(working) == []
    working.export()
    assert working._export is not None
    assert nameless(working._export) == []
    working.desk.close_release()
    qtbot.waitUntil(lambda: working._start is not None)
    assert working._start is not None
    assert nameless(working._start) == []


@pytest.mark.parametrize("kind", [KeysDialog, NewReleaseDialog, AboutDialog])
def test_every_control_of_a_dialog_has_a_name(qtbot: QtBot, window: MainWindow, kind: type[QWidget]) -> None:
    dialog = KeysDialog(window.keys.book) if kind is KeysDialog else kind()
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []


def test_tab_reaches_every_control(working: MainWindow) -> None:
    document_of(working).place.go("s2")
    wanted = {
        child for child in controls(working) if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached: set[QWidget] = set()
    for _ in range(60):
        if (focus := QApplication.focusWidget()) is not None:
            reached.add(focus)
            press(focus, Qt.Key.Key_Tab)
    missing = {child for child in wanted if not _reached(child, reached)}
    assert {f"{type(child).__name__} {child.accessibleName()}" for child in missing} == set()


def _reached(child: QWidget, reached: set[QWidget]) -> bool:
    if child in reached:
        return True
    group = child.group() if isinstance(child, QAbstractButton) else None
    if group is not None:
        return any(button in reached for button in group.buttons())
    # Of buttons that exclude each other, Tab goes to the chosen one and the arrows to the others.
    return isinstance(child, QAbstractButton) and child.autoExclusive()


def test_no_two_commands_have_the_same_keys() -> None:
    keys = [QKeySequence(key).toString() for _menu, group in MENUS for command in group for key in command.keys]
    keys += [QKeySequence(key).toString() for key in TERM_KEYS]
    assert sorted(keys) == sorted(set(keys))
    assert not [key for key in keys if re.match(r"Ctrl\+Alt|Alt\+Ctrl", key)]  # AltGr


@pytest.mark.parametrize("language", ["kk", "ru", "fr", "en"])
def test_the_window_speaks_another_language_at_once(working: MainWindow, language: str) -> None:
    working.speak(language)
    assert i18n.language() == language
    assert working._preferences.now.interface_language == language
    shown = {button.text() for button in working.findChildren(QAbstractButton)}
    assert {i18n._("Translate"), i18n._("Layout"), i18n._("Export…")} <= shown
    assert working.menus.actions["save"].text() == i18n._("&Save")
    assert i18n._("Headline") in {index.data() for index in rows_of(working.work.outline.parts)}
    working.view_layout()
    working.export()
    working.show_start()
    working.speak("en")
    assert "Translate" in {button.text() for button in working.findChildren(QAbstractButton)}


def rows_of(view: QAbstractItemView) -> list[QModelIndex]:
    model = view.model()
    return [model.index(row, 0) for row in range(model.rowCount())]


def test_the_outline_leads_to_its_part_and_offers_what_can_be_done_to_it(working: MainWindow) -> None:
    parts = working.work.outline.parts
    click(parts.viewport(), parts.visualRect(parts.model().index(2, 0)).center())
    assert document_of(working).place.segment == "s3"
    press(parts, Qt.Key.Key_Up)
    press(parts, Qt.Key.Key_Return)
    assert document_of(working).place.segment == "s2"
    offered = {action.objectName() for action in parts.actions()}
    assert {"insert_part", "change_role", "remove_part"} <= offered


def test_languages_shorten_where_there_is_no_room(qtbot: QtBot, working: MainWindow) -> None:
    chips = working.work.top._languages
    working.resize(1400, 700)
    qtbot.waitUntil(lambda: chips["kk"].text() == "Қазақша 33%")
    for code in ("fr", "es", "ar", "zh"):
        working.verbs.add_target_language(code)
    working.resize(760, 600)
    chips = working.work.top._languages
    qtbot.waitUntil(lambda: chips["kk"].text() == "kk")
    assert chips["kk"].accessibleName() == "Қазақша 33%"
    document_of(working).abandon()


@pytest.mark.parametrize("language", ["kk", "ru", "fr", "en"])
def test_menus_can_be_opened_by_letter(working: MainWindow, language: str) -> None:
    working.speak(language)
    letters = [QKeySequence.mnemonic(action.text()).toString() for action in working.menuBar().actions()]
    assert len(set(letters) - {""}) == len(MENUS)
