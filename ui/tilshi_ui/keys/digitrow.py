"""Digits on a keyboard whose number row carries letters, as the Kazakh one does."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from tilshi_ui.keys.scancodes import us_keys

_COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class DigitRow(QObject):
    """While it is on, the number row writes 1 to 0 in whatever text has the focus, and with Shift its letters.

    `switched` comes when it is turned on or off.
    """

    switched = Signal(bool)

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._digits = {code: key for code, key in us_keys().items() if key.isdecimal()}
        self._focus: QObject | None = None
        self._application = application
        self.is_on = False

    def toggle(self) -> None:
        """Turns it on or off."""
        self.is_on = not self.is_on
        if self.is_on:
            self._application.focusObjectChanged.connect(self._follow)
            self._follow(self._application.focusObject())
        else:
            self._application.focusObjectChanged.disconnect(self._follow)
            self._follow(None)
        self.switched.emit(self.is_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Whether a digit was written instead."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        digit = self._digits.get(_code(event))
        if digit is None or event.modifiers() & _COMMANDING or event.text() == digit:
            return False
        text = event.text()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not text.isalpha() or text == text.lower():
                return False
            text = text.lower()
        elif not text:
            return False
        else:
            text = digit
        QApplication.sendEvent(watched, QKeyEvent(event.type(), _key(text), Qt.KeyboardModifier.NoModifier, text))
        return True

    def _follow(self, focus: QObject | None) -> None:
        if self._focus is not None and isValid(self._focus):
            self._focus.removeEventFilter(self)
        self._focus = focus if isinstance(focus, QPlainTextEdit | QLineEdit) else None
        if self._focus is not None:
            self._focus.installEventFilter(self)


def _code(event: QKeyEvent) -> int:
    return event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()


def _key(text: str) -> int:
    return ord(text.upper())
