"""Commands on a keyboard layout that is not Latin.

On such a layout Qt's shortcuts die: Ctrl+C is Ctrl+С there, and Alt+2 of the Kazakh layout writes «ә» over what is
selected, since its number row carries letters. This filter sees each key before the widget that has the focus. Where
Ctrl or Alt is held and the layout gives no Latin key, it takes the key that lies there on a US keyboard, and lets the
widget see that one.
"""

from __future__ import annotations

import sys
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from shiboken6 import isValid

from tilshi_ui.keys.scancodes import us_keys

_KEY_EVENTS: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_EQUALS, _PLUS = Qt.Key.Key_Equal.value, Qt.Key.Key_Plus.value
"""Of the signs above others on a US keyboard, the one that commands have."""
_LATIN_LIMIT: Final = 0x80
_SPECIAL: Final = 0x01000000
"""Keys from here on are the same on every layout: arrows, Return, F1 (Qt::Key)."""
_CONTROL_ALT: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_KAZAKH_ROW: Final = MappingProxyType({"6": ",", "7": "."})
"""Signs that the Kazakh layout alone has on these keys; commands of the signs are where a US keyboard has them."""
_OF_EMACS: Final = (
    QKeySequence.StandardKey.MoveToEndOfLine,
    QKeySequence.StandardKey.SelectEndOfLine,
    QKeySequence.StandardKey.DeleteEndOfLine,
    QKeySequence.StandardKey.DeleteCompleteLine,
)
"""Ctrl+E, Ctrl+Shift+E, Ctrl+K and Ctrl+U beside End, Shift+End and others that every field has."""
_COMMANDING: Final = _CONTROL_ALT | Qt.KeyboardModifier.MetaModifier


class PhysicalKeys(QObject):
    """Filters the events of whichever widget has the focus, and of no other: the rest of the program pays nothing."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._us = us_keys()
        self._focus: QObject | None = None
        application.focusObjectChanged.connect(self._follow)
        self._follow(application.focusObject())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Whether the event was dealt with here."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and _is_of_emacs(watched, event):
            event.ignore()
            return True
        key = self._meant(watched, event)
        if key is None or _is_mnemonic(watched, event):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # so that Qt looks for no shortcut of what the layout gives; the press comes next
        elif event.type() is QEvent.Type.KeyPress:
            _press(watched, event, key)
        return True

    def _follow(self, focus: QObject | None) -> None:
        if self._focus is not None and isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = focus
        if focus is not None:
            focus.installEventFilter(self)

    def _meant(self, widget: QWidget, event: QKeyEvent) -> int | None:
        """The key of a US keyboard in the place of the one that was pressed; None where that is not wanted."""
        held = event.modifiers() & _COMMANDING
        if not held or event.key() >= _SPECIAL or (sys.platform == "win32" and held == _CONTROL_ALT):
            return None  # Ctrl+Alt is AltGr on Windows
        code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
        character = self._us.get(code, "")
        if not character or character == chr(event.key()):
            return None
        if event.key() >= _LATIN_LIMIT:
            return ord(character)
        if character in _KAZAKH_ROW and chr(event.key()) == _KAZAKH_ROW[character]:
            return ord(character)
        # A sign instead of a digit: the place decides only where the sign itself is no shortcut and the digit is.
        if chr(event.key()).isalnum() or _action(widget, event.modifiers(), event.key()):
            return None
        return ord(character) if _action(widget, event.modifiers(), ord(character)) else None


def _is_of_emacs(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a field would take a command's key for what it is in Emacs, which Qt does on X11."""
    pressed = event.keyCombination()
    taken = (keys for name in _OF_EMACS for keys in QKeySequence.keyBindings(name))
    known = any(keys == QKeySequence(pressed) for keys in taken)
    return (
        known and bool(event.modifiers() & _COMMANDING) and _action(widget, event.modifiers(), event.key()) is not None
    )


def _press(widget: QWidget, event: QKeyEvent, key: int) -> None:
    """Does what the Latin key would do: the widget's own business first, then commands, then menus."""
    override = _latin(QEvent.Type.ShortcutOverride, event, key)
    override.ignore()
    QApplication.sendEvent(widget, override)
    if not override.isAccepted():
        if action := _action(widget, event.modifiers(), key):
            action.trigger()
            return
        if _open_menu(widget, event, key):
            return
    QApplication.sendEvent(widget, _latin(QEvent.Type.KeyPress, event, key))


def _latin(kind: QEvent.Type, event: QKeyEvent, key: int) -> QKeyEvent:
    """The same event with another key, and without a text that could be written."""
    natives = (event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers())
    return QKeyEvent(kind, key, event.modifiers(), *natives, "", event.isAutoRepeat(), event.count())


def _action(widget: QWidget, modifiers: Qt.KeyboardModifier, key: int) -> QAction | None:
    """The enabled action with this shortcut, of the widget or of a window it belongs to."""
    pressed = [QKeySequence(key | modifiers.value)]
    if key == _EQUALS and modifiers & Qt.KeyboardModifier.ShiftModifier:
        pressed.append(QKeySequence(_PLUS | (modifiers & ~Qt.KeyboardModifier.ShiftModifier).value))
    owner: QWidget | None = widget
    while owner is not None:
        for action in owner.actions():
            if action.isEnabled() and any(keys in pressed for keys in action.shortcuts()):
                return action
        owner = None if owner.isWindow() and owner.isModal() else owner.parentWidget()
    return None


def _mnemonics(widget: QWidget) -> dict[str, QAction]:
    """The menus of the widget's window by the letter that opens them with Alt, folded."""
    found: dict[str, QAction] = {}
    for bar in widget.window().findChildren(QMenuBar):
        for action in bar.actions():
            letter = QKeySequence.mnemonic(action.text()).toString().rpartition("+")[2]
            if letter:
                found[letter.casefold()] = action
    return found


def _is_mnemonic(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether Alt and the letter of the layout itself open a menu, as in a Russian interface on a Russian keyboard."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return False
    return chr(event.key()).casefold() in _mnemonics(widget)


def _open_menu(widget: QWidget, event: QKeyEvent, key: int) -> bool:
    """Opens the menu that Alt and the Latin key stand for."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return False
    action = _mnemonics(widget).get(chr(key).casefold())
    bar = widget.window().findChild(QMenuBar)
    if action is None or not isinstance(bar, QMenuBar):
        return False
    bar.setActiveAction(action)
    return True
