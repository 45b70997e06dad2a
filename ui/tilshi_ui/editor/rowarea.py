"""The area in which rows are laid out: only what can be seen is measured and painted, whatever there is."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tilshi.checking.findings import Side
from tilshi.i18n import _
from tilshi_ui.editor.heights import Heights
from tilshi_ui.editor.livecells import LiveCells
from tilshi_ui.editor.measures import REFINED_AT_ONCE, Measures
from tilshi_ui.editor.pointing import character_at
from tilshi_ui.editor.rowmodel import RowModel
from tilshi_ui.editor.rowpaint import GAP, PAD_Y, Columns, Look, RowPainter
from tilshi_ui.editor.typefaces import PLAIN, Faces
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import FAMILIES, SMALL_POINTS
from tilshi_ui.throttle import Throttle

_REFINING_MS: Final = 20


class RowArea(QAbstractScrollArea):
    """Virtual rows with the live cells of one of them in their places."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RowModel()
        self._measures = Measures(self._model)
        self._columns = Columns.fit(0, 0, source=True)
        self._zoom = 100
        self._small = QFont(list(FAMILIES))
        self._small.setPointSizeF(SMALL_POINTS)
        self._make_faces()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its coming would wrap all texts anew
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted for it
        self._cells = LiveCells(self.viewport())
        self._writer = self._cells.writer
        self._refining = QTimer(self)
        self._refining.setInterval(_REFINING_MS)
        self._refining.timeout.connect(self._refine)
        self._ranging = Throttle(self._set_range, self)

    def text_at(self, point: QPoint) -> tuple[str, Side, int] | None:
        """Segment, side and code point under a point of the viewport, where there is painted text."""
        at = self._row_at(point)
        if at < 0 or self._model.document is None:
            return None
        row, in_source = self._model.row(at), self._columns.source is not None and point.x() < self._columns.target[0]
        left, width = self._columns.source if in_source and self._columns.source else self._columns.target
        top = self._heights.top(at) - self.verticalScrollBar().value() + PAD_Y
        words, style = (row.source, PLAIN) if in_source else (row.target, row.style)
        shape = self._faces.shape(style)
        found = character_at(shape, words, width, self._theme.tokens, QPointF(point - QPoint(left, top)))
        side = Side.SOURCE if in_source or self._model.document.writes_source else Side.TARGET
        return None if found is None else (self._model.id(at), side, found)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows that the event uncovers."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled, dirty, tokens = self.verticalScrollBar().value(), event.rect(), self._theme.tokens
        painter.fillRect(dirty, QColor(tokens.surface if self._model.page else tokens.background))
        if not len(self._model) and self._model.hides:
            painter.setFont(self._faces.shape().font)
            painter.setPen(QColor(tokens.dim))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), middle, _("No row fits the filter. Escape in its bar shows all."))
        look, active = Look(self._columns, tokens, self._model.page), self._model.active
        for at in range(max(0, self._heights.at(scrolled + dirty.top())), len(self._model)):
            top = self._heights.top(at) - scrolled
            if top > dirty.bottom():
                break
            card = QRect(0, top, self._columns.width, self._heights[at] - GAP)
            self._painter.paint(painter, card, self._model.row(at), look, active=at == active)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802, ARG002
        """Moves to another place in the list of rows."""
        if dy > 0 and len(self._model):
            self._measure_upwards(dy)
        self._measure_visible()
        if abs(dy) < self.viewport().height():
            self.viewport().scroll(0, dy)  # what stays in view is moved, not painted again
        else:
            self.viewport().update()
        self._place_cells()

    def _make_faces(self) -> None:
        self._faces = Faces(self._zoom)
        self._painter = RowPainter(self._faces, self._small)
        self.verticalScrollBar().setSingleStep(round(self._faces.shape().line_height * 2))

    @property
    def _heights(self) -> Heights:
        return self._measures.heights

    def _measure(self, at: int) -> int:
        """Makes the height of a row exact; by how much it changed."""
        live = at == self._model.active and self._writer.width() == self._columns.target[1]
        if live:
            document = self._model.document
            assert document is not None
            place = document.place
            live = self._writer.stored == document.release.text(place.segment, place.language).string
        return self._measures.measure(at, math.ceil(self._writer.content_height) if live else None)

    def _measure_visible(self) -> None:
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        at = max(0, self._heights.at(self.verticalScrollBar().value()))
        while at < len(self._model) and self._heights.top(at) < bottom:
            if not self._measures.is_exact(at):
                self._measure(at)
            at += 1
        self._set_range()

    def _measure_upwards(self, dy: int) -> None:
        """Measures what comes into view from above, so that what was seen stays where it is."""
        bar = self.verticalScrollBar()
        first, seen = self._heights.at(bar.value()), self._heights.at(bar.value() + dy)
        if seen - first > 4 * REFINED_AT_ONCE:
            return  # a jump: nothing of what was seen is to stay
        grown = sum(self._measure(at) for at in range(first, seen) if not self._measures.is_exact(at))
        self._shift(grown)

    def _refine(self) -> None:
        """Makes heights exact that nobody sees yet, a few at a time, without moving what is seen."""
        rows = self._measures.inexact()
        if not rows:
            self._refining.stop()
            return
        top_row = self._heights.at(self.verticalScrollBar().value())
        grown = 0
        for index in rows:
            change = self._measure(index)
            grown += change if index < top_row else 0
        self._shift(grown)
        self._place_cells()

    def _shift(self, grown: int) -> None:
        """Rows above what is seen have grown."""
        bar = self.verticalScrollBar()
        bar.blockSignals(True)  # noqa: FBT003
        self._set_range()
        bar.setValue(bar.value() + grown)
        bar.blockSignals(False)  # noqa: FBT003

    def _set_range(self) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(view)
        bar.setRange(0, max(0, self._heights.total - GAP - view))

    def _place_cells(self) -> None:
        at, document = self._model.active, self._model.document
        if at < 0 or document is None:
            return
        top = self._heights.top(at) - self.verticalScrollBar().value() + PAD_Y
        height = self._heights[at] - GAP - 2 * PAD_Y
        source_height = height
        if self._columns.source:
            source = document.release.segment(self._model.id(at)).source
            source_height = self._painter.source_height(source, self._columns)
        self._cells.place(self._columns, top, height, source_height)

    def _update_row(self, at: int) -> None:
        top = self._heights.top(at) - self.verticalScrollBar().value()
        self.viewport().update(0, top, self._columns.width, self._heights[at])

    def _row_at(self, point: QPoint) -> int:
        y = point.y() + self.verticalScrollBar().value()
        return self._heights.at(y) if y < self._heights.total else -1
