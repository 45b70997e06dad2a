"""Small shapes beside a name: that there are remarks, that the source has gone on. Words stand in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from tilshi_ui.theme import Tokens


def paint_note(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """A speech balloon."""
    painter.setPen(_pen(tokens.term))
    painter.setBrush(QColor(tokens.term_fill))
    balloon = QPainterPath()
    balloon.addRoundedRect(box.adjusted(0.7, 0.7, -0.7, -box.height() * 0.3), 2, 2)
    tail = QPainterPath()
    foot = box.bottom() - 0.5
    top = box.bottom() - box.height() * 0.32
    tail.addPolygon(
        QPolygonF([QPointF(box.left() + 2.5, top), QPointF(box.left() + 2.5, foot), QPointF(box.left() + 6, top)])
    )
    painter.drawPath(balloon.united(tail))


def paint_behind(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Two arrowheads that run ahead: the source is further than the translation."""
    painter.setPen(_pen(tokens.warning))
    middle, reach = box.center().y(), box.height() * 0.32
    for left in (box.left() + 1, box.left() + box.width() * 0.5):
        tip = QPointF(left + box.width() * 0.38, middle)
        painter.drawPolyline(QPolygonF([QPointF(left, middle - reach), tip, QPointF(left, middle + reach)]))


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour))
    pen.setWidthF(1.5)
    return pen
