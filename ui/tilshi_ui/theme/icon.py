"""The program's icon: two columns of text, one beside the other. The same drawing lies in assets/icons/tilshi.svg."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

_SIZES: Final = (16, 32, 64, 128)
_GROUND: Final = "#2F6FDE"
_SOURCE: Final = ("#FFFFFF", ((16, 19, 30), (16, 27, 30), (16, 35, 25)))
_TARGET: Final = ("#CFE0FB", ((36, 27, 48), (36, 35, 48), (36, 43, 44)))
"""Colour and lines (left, height, right) on a field of 64 by 64."""


def application_icon() -> QIcon:
    """The icon in the sizes that windows and task bars ask for."""
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_drawn(size))
    return icon


def _drawn(size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 64, size / 64)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_GROUND))
    painter.drawRoundedRect(QRectF(4, 4, 56, 56), 13, 13)
    for colour, lines in (_SOURCE, _TARGET):
        painter.setPen(QPen(QColor(colour), 3.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for left, height, right in lines:
            painter.drawLine(QLineF(left, height, right, height))
    painter.end()
    return picture
