"""The menu bar, built from the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tilshi.i18n import _
from tilshi_ui.window.commands import LINE, MENUS, Command

Submenus = Mapping[str, Callable[[QMenu], None]]
"""Commands that open a menu: who fills it each time it is shown."""


class Menus(QObject):
    """All actions of the window, by the names of their commands."""

    def __init__(self, window: QMainWindow, handlers: tuple[QObject, ...], submenus: Submenus) -> None:
        super().__init__(window)
        self.actions: dict[str, QAction] = {}
        self._commands: dict[str, Command] = {}
        self._menus: list[tuple[QMenu, str]] = []
        self._submenus: list[tuple[QMenu, Command]] = []
        for text, commands in MENUS:
            menu = window.menuBar().addMenu("")
            self._menus.append((menu, text))
            for command in commands:
                self._add(window, menu, command, handlers, submenus)
        self.retranslate()

    @property
    def commands(self) -> Mapping[str, Command]:
        """All commands that have an action, by name."""
        return self._commands

    def enable(self, *, release: bool) -> None:
        """Commands that need a release are there only while one is open."""
        for name, command in self._commands.items():
            self.actions[name].setEnabled(release or not command.needs_release)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        for menu, text in self._menus:
            menu.setTitle(_(text))
        for menu, command in self._submenus:
            menu.setTitle(_(command.text))
        for name, command in self._commands.items():
            self.actions[name].setText(_(command.text))

    def _add(
        self,
        window: QMainWindow,
        menu: QMenu,
        command: Command,
        handlers: tuple[QObject, ...],
        submenus: Submenus,
    ) -> None:
        if command is LINE:
            menu.addSeparator()
            return
        if fill := submenus.get(command.name):
            inner = menu.addMenu("")
            self._submenus.append((inner, command))
            inner.aboutToShow.connect(_Filler(inner, fill).run)
            return
        action = QAction(window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        action.triggered.connect(_Call(action, _handler(handlers, command.name)).run)
        menu.addAction(action)
        window.addAction(action)  # the keys work although the menu is closed
        self.actions[command.name] = action
        self._commands[command.name] = command


class _Call(QObject):
    """Calls a handler without what Qt would pass to it; lives as long as its action."""

    def __init__(self, action: QAction, handler: Callable[[], object]) -> None:
        super().__init__(action)
        self._handler = handler

    def run(self) -> None:
        """The action was triggered."""
        self._handler()


class _Filler(QObject):
    """Fills a menu each time it is shown."""

    def __init__(self, menu: QMenu, fill: Callable[[QMenu], None]) -> None:
        super().__init__(menu)
        self._menu = menu
        self._fill = fill

    def run(self) -> None:
        """The menu is about to be shown."""
        self._menu.clear()
        self._fill(self._menu)


def _handler(handlers: tuple[QObject, ...], name: str) -> Callable[[], object]:
    found = [getattr(handler, name) for handler in handlers if hasattr(type(handler), name)]
    assert len(found) == 1, f"{len(found)} handlers for {name}"
    handler: Callable[[], object] = found[0]
    return handler
