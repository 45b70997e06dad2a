"""How far a translation is, as a shape with a colour; the word stands beside it wherever it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from tilshi.release import State, Target
from tilshi_ui.theme import Tokens


def paint_state(painter: QPainter, box: QRectF, target: Target, tokens: Tokens) -> None:
    """Ring (nothing), ring with a point (draft), half disc (translated), disc (reviewed), disc with a tick (final)."""
    colour = QColor(_colour(target, tokens))
    ring = box.adjusted(0.7, 0.7, -0.7, -0.7)
    painter.setPen(_pen(colour, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    painter.setBrush(colour)
    match target.state:
        case State.INITIAL:
            if target.text:
                painter.drawEllipse(box.center(), 1.2, 1.2)
        case State.TRANSLATED:
            painter.drawChord(ring, 90 * 16, 180 * 16)
        case State.REVIEWED:
            painter.drawEllipse(ring)
        case State.FINAL:
            painter.drawEllipse(ring)
            painter.setPen(_pen(QColor(tokens.surface), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_tick(box))


def _colour(target: Target, tokens: Tokens) -> str:
    if target.state is State.INITIAL:
        return tokens.warning if target.text else tokens.dim
    return tokens.ok


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour)
    pen.setWidthF(width)
    return pen


def _tick(box: QRectF) -> QPainterPath:
    path = QPainterPath(box.topLeft() + QPointF(box.width() * 0.27, box.height() * 0.53))
    path.lineTo(box.topLeft() + QPointF(box.width() * 0.44, box.height() * 0.69))
    path.lineTo(box.topLeft() + QPointF(box.width() * 0.73, box.height() * 0.34))
    return path
