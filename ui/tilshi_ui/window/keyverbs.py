"""The commands about commands: their keys, the palette, the preferences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from tilshi import i18n
from tilshi.settings import RECENT_COMMANDS
from tilshi_ui.keys.book import KeyBook, plain
from tilshi_ui.preferences import Preferences

if TYPE_CHECKING:
    from tilshi_ui.window.main import MainWindow
    from tilshi_ui.window.menus import Menus


class KeyVerbs(QObject):
    """Gives the window's commands their keys, and opens what shows them."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._menus: Menus | None = None
        self.book = KeyBook(preferences, self)

    def bind(self, menus: Menus) -> None:
        """The commands of the menus, and those of the window that have a name and no menu: insert term 1 to 9."""
        self._menus = menus
        listed = set(menus.actions.values())
        others = (action for action in self._window.actions() if action not in listed and action.objectName())
        self.book.take([*menus.actions.items(), *_named(others)])

    def show_keys(self) -> None:
        """All commands with their keys."""
        from tilshi_ui.dialogs.keys import KeysDialog  # dialogs are loaded when they are opened

        dialog = KeysDialog(self.book, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_palette(self) -> None:
        """Every command by its name, in any language of the interface."""
        from tilshi_ui.palette.dialog import Palette  # with rapidfuzz, which no start needs

        assert self._menus is not None
        actions, book = self.book.actions, self.book
        entries = [each for each in book.entries() if actions[each.name].isEnabled() and each.name != "show_palette"]
        keys = {each.name: book.shown(each.name) for each in entries}
        called = {name: _all_names(command.text) for name, command in self._menus.commands.items()}
        dialog = Palette(entries, keys, called, self._preferences.now.recent_commands, self._window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen:
            others = (name for name in self._preferences.now.recent_commands if name != dialog.chosen)
            self._preferences.change(recent_commands=(dialog.chosen, *others)[:RECENT_COMMANDS])
            actions[dialog.chosen].trigger()

    def show_preferences(self) -> None:
        """What the user chooses once."""
        from tilshi_ui.dialogs.preferences.dialog import PreferencesDialog

        dialog = PreferencesDialog(self._preferences, self._window, self.book.actions, self.book, self._window)
        dialog.exec()
        dialog.deleteLater()


def _all_names(text: str) -> tuple[str, ...]:
    return tuple(plain(name) for name in i18n.in_every_language(text))


def _named(actions: Iterable[QAction]) -> Iterable[tuple[str, QAction]]:
    return ((action.objectName(), action) for action in actions)
