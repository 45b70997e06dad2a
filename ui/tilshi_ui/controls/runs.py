"""A cell of a table that shows a piece of text whose middle matters: what stands there, or would stand there."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP

Index = QModelIndex | QPersistentModelIndex
RUNS: Final = Qt.ItemDataRole.UserRole
"""The role in which a model gives `Runs`."""


class Runs(NamedTuple):
    """A piece of text whose middle is what changes."""

    before: str
    own: str
    after: str


class RunsDelegate(QStyledItemDelegate):
    """Paints a text whose middle is underlined, and shows spaces there."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        tokens = self._theme.tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.selection))
        runs: Runs = index.data(RUNS)
        area: QRect = option.rect.adjusted(2 * STEP, 0, -2 * STEP, 0)
        colour = tokens.ok if index.column() == 2 else tokens.error
        for words, ink, line in ((runs.before, tokens.dim, ""), (runs.own, tokens.text, colour), (runs.after, "", "")):
            _draw(painter, area, words, QColor(ink or tokens.dim), QColor(line) if line else None)
            area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(words))
        painter.restore()


def _draw(painter: QPainter, area: QRect, words: str, ink: QColor, underline: QColor | None) -> None:
    metrics = painter.fontMetrics()
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.setPen(ink)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, short)
    if underline is not None:
        painter.setPen(underline)
        bottom = area.center().y() + metrics.height() // 2
        painter.drawLine(area.left(), bottom, area.left() + max(metrics.horizontalAdvance(short), 3), bottom)
