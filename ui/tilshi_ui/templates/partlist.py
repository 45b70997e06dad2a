"""A list whose rows are moved with the keys that move parts everywhere else."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVING: Final = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class PartList(QListWidget):
    """`move_wanted` carries -1 for up and 1 for down."""

    move_wanted = Signal(int)

    def event(self, event: QEvent) -> bool:
        """The keys are the list's, whatever else they mean in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Alt+Shift with an arrow moves."""
        if step := _step(event):
            self.move_wanted.emit(step)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _STEPS.get(Qt.Key(event.key()), 0) if modifiers == _MOVING else 0
