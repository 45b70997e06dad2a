"""How grave a finding is, as a shape with a colour; the word or a number stands beside it wherever it is shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tilshi.checking.findings import Severity
from tilshi.i18n import N_, _, ngettext
from tilshi_ui.theme import Tokens

_NAMES: Final = {Severity.ERROR: N_("Error"), Severity.WARNING: N_("Warning"), Severity.NOTE: N_("Note")}


def severity_name(severity: Severity) -> str:
    """In one word."""
    return _(_NAMES[severity])


def severity_count(severity: Severity, number: int) -> str:
    """How many, in words, such as `2 errors`."""
    words = {
        Severity.ERROR: ngettext("{number} error", "{number} errors", number),
        Severity.WARNING: ngettext("{number} warning", "{number} warnings", number),
        Severity.NOTE: ngettext("{number} note", "{number} notes", number),
    }
    return words[severity].format(number=number)


def severity_colour(severity: str, tokens: Tokens) -> str:
    """The colour of a severity, by its value."""
    return {"error": tokens.error, "warning": tokens.warning}.get(severity, tokens.term)


def paint_severity(painter: QPainter, box: QRectF, severity: Severity, tokens: Tokens) -> None:
    """Disc with a bar (error), triangle (warning), ring with a point (note)."""
    colour = QColor(severity_colour(severity, tokens))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = box.center()
    match severity:
        case Severity.ERROR:
            painter.drawEllipse(box)
            _bar(painter, middle, box.width() * 0.28, tokens.surface)
        case Severity.WARNING:
            painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
        case Severity.NOTE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1.4))
            painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
            painter.setBrush(colour)
            painter.drawEllipse(middle, 1.2, 1.2)
    painter.restore()


def _bar(painter: QPainter, middle: QPointF, half: float, colour: str) -> None:
    pen = QPen(QColor(colour), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))
