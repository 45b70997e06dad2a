"""A field that takes keys instead of letters."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from tilshi_ui.keys.scancodes import us_keys

_MODIFIERS: Final = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_LEAVING: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
_COMMANDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CaptureField(QLineEdit):
    """`captured` carries the keys that were pressed, by the place of the key; Tab and Escape leave it as anywhere."""

    captured = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.keys = ""

    def clear_keys(self) -> None:
        """Nothing was pressed."""
        self.keys = ""
        self.clear()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the window is to be done here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _leaves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Takes the keys."""
        if _leaves(event):
            super().keyPressEvent(event)
            return
        if Qt.Key(event.key()) in _MODIFIERS:
            return
        sequence = QKeySequence(_key(event) | event.modifiers().value & ~Qt.KeyboardModifier.KeypadModifier.value)
        self.keys = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        self.setText(sequence.toString(QKeySequence.SequenceFormat.NativeText))
        self.captured.emit(self.keys)


def _leaves(event: QKeyEvent) -> bool:
    return Qt.Key(event.key()) in _LEAVING and not event.modifiers() & _COMMANDING


def _key(event: QKeyEvent) -> int:
    """The key of a US keyboard in that place, where Ctrl or Alt is held; so a digit is one with Shift too."""
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    character = us_keys().get(code, "")
    return ord(character) if character and event.modifiers() & _COMMANDING else event.key()
