"""What the columns of the rows hold: names of languages over source and translation."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rowpaint import Columns
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import FAMILIES, SMALL_POINTS, STEP
from tilshi_ui.wording import language_name


class RowsHeader(QWidget):
    """A line of captions that stays while the rows scroll."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = QFont(list(FAMILIES))
        self._font.setPointSizeF(SMALL_POINTS)
        self._font.setWeight(QFont.Weight.DemiBold)
        self._captions: tuple[tuple[int, int, str], ...] = ()
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """One line of small text."""
        return QSize(100, 7 * STEP)

    def show_columns(self, columns: Columns, document: OpenDocument | None) -> None:
        """Shows what the columns hold."""
        self._captions = tuple(_captions(columns, document)) if document else ()
        self.setAccessibleName(" ".join(caption for _left, _width, caption in self._captions))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints the captions."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(QColor(self._theme.tokens.dim))
        flags = Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter
        for left, width, caption in self._captions:
            short = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, 0, width, self.height() - STEP), flags, short)


def _captions(columns: Columns, document: OpenDocument) -> list[tuple[int, int, str]]:
    language = language_name(document.place.language).upper()
    if document.writes_source:
        return [(*columns.target, _("{language} — source").format(language=language).upper())]
    found = [(*columns.target, _("{language} — translation").format(language=language).upper())]
    if columns.source:
        source = language_name(document.release.source_language)
        found.insert(0, (*columns.source, _("{language} — source").format(language=source).upper()))
    return found
