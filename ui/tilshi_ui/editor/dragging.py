"""A press on a row that becomes active under it: the cell that appears there goes on with the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from tilshi_ui.editor.cell import Cell


class Dragging:
    """Hands the events of the mouse from the rows on to a cell until the button is released."""

    def __init__(self, rows: QWidget) -> None:
        self._rows = rows
        self._cell: Cell | None = None

    def begin(self, cell: Cell, event: QMouseEvent, point: QPoint) -> None:
        """The button was pressed at `point` of the rows, over `cell`."""
        self._cell = cell
        cell.setFocus(Qt.FocusReason.MouseFocusReason)
        self._forward(event, point)

    def go_on(self, event: QMouseEvent, point: QPoint) -> bool:
        """The mouse moved; whether the cell took it."""
        if self._cell is None:
            return False
        self._forward(event, point)
        return True

    def end(self, event: QMouseEvent, point: QPoint) -> None:
        """The button was released."""
        if self._cell is not None:
            self._forward(event, point)
            self._cell = None

    def _forward(self, event: QMouseEvent, point: QPoint) -> None:
        assert self._cell is not None
        inner = self._cell.viewport()
        local = QPointF(inner.mapFrom(self._rows, point))
        copied = QMouseEvent(
            event.type(), local, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        QApplication.sendEvent(inner, copied)
