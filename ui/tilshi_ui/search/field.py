"""The fields of the panel: one line, with what was written into it before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_MOST: Final = 20
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistoryField(QLineEdit):
    """Up and Down go through what was taken before, in this run of the program only: it may name people.

    `taken` comes with Return, `back` with Shift+Return, `all_taken` with Ctrl+Return.
    """

    taken = Signal()
    back = Signal()
    all_taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.past: list[str] = []
        self._at = -1
        self._own = ""
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._leave_history)

    def remember(self) -> None:
        """What stands here is the most recent."""
        text = self.text()
        if text:
            self.past = [text, *(other for other in self.past if other != text)][:_MOST]
        self._leave_history()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Return is meant for this field, not for the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_all(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return takes what stands here; Up and Down bring back what stood here."""
        if event.key() in _RETURNS:
            self.remember()
            if _is_all(event):
                self.all_taken.emit()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.back.emit()
            else:
                self.taken.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() & _CONTROL:
            self._travel(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def _travel(self, by: int) -> None:
        at = max(-1, min(len(self.past) - 1, self._at + by))
        if at == self._at:
            return
        if self._at < 0:
            self._own = self.text()
        self._at = at
        self.setText(self.past[at] if at >= 0 else self._own)

    def _leave_history(self) -> None:
        self._at = -1


def _is_all(event: QKeyEvent) -> bool:
    return event.key() in _RETURNS and bool(event.modifiers() & _CONTROL)
