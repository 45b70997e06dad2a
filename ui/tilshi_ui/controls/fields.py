"""Fields with a list behind them, and the little arrow that says so."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QDateEdit

_ARROW: Final = 8
"""Width in pixels."""
_MARGIN: Final = 10


def paint_arrow(painter: QPainter, area: QRect, colour: QColor) -> None:
    """An arrow down at the right end of `area`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour)
    pen.setWidthF(1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    right, middle = area.right() - _MARGIN, area.center().y() + 0.5
    points = (
        QPointF(right - _ARROW, middle - _ARROW / 4),
        QPointF(right - _ARROW / 2, middle + _ARROW / 4),
        QPointF(right, middle - _ARROW / 4),
    )
    painter.drawPolyline(QPolygonF(points))


class ListField(QComboBox):
    """One out of a list."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The field, and its arrow."""
        super().paintEvent(event)
        paint_arrow(QPainter(self), self.rect(), self.palette().placeholderText().color())


class DateField(QDateEdit):
    """A day, typed or out of a calendar."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The field, and its arrow."""
        super().paintEvent(event)
        paint_arrow(QPainter(self), self.rect(), self.palette().placeholderText().color())
