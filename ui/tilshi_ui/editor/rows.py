"""The rows: one segment each, source beside translation; only what can be seen is laid out, and one row is alive."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tilshi.checking.findings import Side
from tilshi.i18n import _
from tilshi.release import Change
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.cell import Cell
from tilshi_ui.editor.dragging import Dragging
from tilshi_ui.editor.formats import formats_of
from tilshi_ui.editor.header import RowsHeader
from tilshi_ui.editor.heights import Heights
from tilshi_ui.editor.pointing import character_at
from tilshi_ui.editor.rowmodel import Highlighter, Marker, RowModel
from tilshi_ui.editor.rowpaint import GAP, PAD_Y, Columns, Look, RowPainter
from tilshi_ui.editor.textshape import TextShape
from tilshi_ui.editor.writing import Writer
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import FAMILIES, ROW_POINTS, SMALL_POINTS, STEP
from tilshi_ui.throttle import Throttle

_SMALLEST_ZOOM: Final = 60
_LARGEST_ZOOM: Final = 300
_REFINED_AT_ONCE: Final = 40
_REFINING_MS: Final = 20
_AROUND: Final = 30 * STEP
"""How much of the neighbours is shown, in pixels, when a row had to be scrolled into view."""


class RowsView(QAbstractScrollArea):
    """All segments of the release.

    `too_long` comes when a paste was refused, with the number of code points a text may have; `zoomed` with the new
    size of the text in percent.
    """

    too_long = Signal(int)
    zoomed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = RowModel()
        self._heights = Heights()
        self._exact = bytearray()
        self._columns = Columns.fit(0, 0, source=True)
        self._zoom = 100
        self._shown_state = ("", -1)
        self._small = QFont(list(FAMILIES))
        self._small.setPointSizeF(SMALL_POINTS)
        self._make_shape()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its coming would wrap all texts anew
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing below it is painted for it
        self._header = RowsHeader(theme, self)
        self.setViewportMargins(0, self._header.sizeHint().height(), 0, 0)
        self._refining = QTimer(self)
        self._refining.setInterval(_REFINING_MS)
        self._refining.timeout.connect(self._refine)
        self._looking_up = Throttle(self._look_up, self)
        self._ranging = Throttle(self._set_range, self)
        self._make_cells()
        self._dragging = Dragging(self.viewport())
        theme.changed.connect(self._restyle)
        self.retranslate()

    # What is shown

    def show_document(self, document: OpenDocument | None) -> None:
        """Shows another release, or none."""
        if (old := self._model.document) is not None:
            old.changed.disconnect(self._release_changed)
            old.place.segment_changed.disconnect(self._place_changed)
            old.place.language_changed.disconnect(self._reflow)
            old.caret_wanted.disconnect(self._put_caret)
        self._model.document = document
        if document is not None:
            document.changed.connect(self._release_changed)
            document.place.segment_changed.connect(self._place_changed)
            document.place.language_changed.connect(self._reflow)
            document.caret_wanted.connect(self._put_caret)
        self.verticalScrollBar().setValue(0)
        self._rebuild()

    def show_source(self, *, beside: bool) -> None:
        """Shows the source beside the translation, or the translation alone as running text."""
        if beside != self._model.beside:
            self._model.beside = beside
            self._reflow()

    def use_highlighter(self, highlighter: Highlighter) -> None:
        """Paints other spans from now on."""
        self._model.highlighter = highlighter
        self._show_cells()
        self.viewport().update()

    def use_marker(self, marker: Marker) -> None:
        """Paints what the checks found from now on, as this says."""
        self._model.marker = marker
        self.refresh_marks()

    def refresh_marks(self) -> None:
        """Paints again what the checks found: something else was found."""
        self._show_cells()
        self.viewport().update()

    @property
    def zoom(self) -> int:
        """Size of the text in percent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Another size of the text."""
        percent = max(_SMALLEST_ZOOM, min(_LARGEST_ZOOM, percent))
        if percent != self._zoom:
            self._zoom = percent
            self._make_shape()
            self._restyle()
            self._reflow()
            self.zoomed.emit(percent)

    @property
    def writer(self) -> Writer:
        """The live editor."""
        return self._writer

    @property
    def source_cell(self) -> Cell:
        """The source of the active row."""
        return self._source

    def step(self, by: int) -> None:
        """Goes to the row `by` rows further, with the caret at the end of its text going up, else at its start."""
        if self._model.active < 0 or self._model.document is None:
            return
        at = max(0, min(len(self._model) - 1, self._model.active + by))
        self._model.document.place.go(self._model.id(at))
        self._writer.setFocus()
        self._writer.place_caret(len(self._writer.stored) if by < 0 else 0)

    def retranslate(self) -> None:
        """Shows the words of the interface again, in its language of now."""
        metrics = QFontMetrics(self._small)
        names = (_("Untranslated"), _("Translated"), _("Reviewed"), _("Approved"), _("Section heading"))
        self._meta_width = max(96, min(160, max(metrics.horizontalAdvance(name) for name in names) + 18))
        self._source.setAccessibleName(_("Source text"))
        self._rebuild()

    def reveal(self) -> None:
        """Scrolls to the active row if it is out of view, with some rows around; to the caret where it is too high."""
        at, bar, view = self._model.active, self.verticalScrollBar(), self.viewport().height()
        if at < 0:
            return
        if not self._exact[at]:
            self._measure(at)
            self._set_range()
        top, height = self._heights.top(at), self._heights[at] - GAP
        if height > view:
            caret = self._writer.cursorRect()
            top, height = top + PAD_Y + caret.top(), caret.height() + PAD_Y
        around = min(_AROUND, max(0, view - height) // 2)
        if top < bar.value():
            bar.setValue(top - around)
        elif top + height > bar.value() + view:
            self._set_range()
            bar.setValue(top + height + around - view)

    # The pieces

    def _make_shape(self) -> None:
        font = QFont(list(FAMILIES))
        font.setPointSizeF(ROW_POINTS * self._zoom / 100)
        self._shape = TextShape(font)
        self._painter = RowPainter(self._shape, self._small)
        self.verticalScrollBar().setSingleStep(round(self._shape.line_height * 2))

    def _make_cells(self) -> None:
        self._source = Cell(self.viewport())
        self._source.setReadOnly(True)
        self._source.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._writer = Writer(self.viewport())
        self._writer.wrote.connect(self._write)
        self._writer.caret_moved.connect(self._caret_moved)
        self._writer.left.connect(self.step)
        self._writer.too_long.connect(self.too_long)
        self._writer.undo_asked.connect(self._undo)
        self._writer.redo_asked.connect(self._redo)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the cells, the source first
        self._restyle()

    def _restyle(self) -> None:
        for cell in (self._source, self._writer):
            cell.dress(self._shape.font, self._theme.tokens)
        self._show_cells()
        self.viewport().update()

    # Heights

    def _rebuild(self) -> None:
        self._model.rebuild()
        self._reflow()

    def _reflow(self) -> None:
        """All heights anew, because rows, width, font or language are others; what was on top stays there."""
        bar = self.verticalScrollBar()
        anchor = self._heights.at(bar.value())
        within = bar.value() - self._heights.top(anchor) if anchor >= 0 else 0
        self._columns = Columns.fit(self.viewport().width(), self._meta_width, source=self._model.shows_source)
        self._header.show_columns(self._columns, self._model.document)
        self._heights = Heights(self._estimates())
        self._exact = bytearray(len(self._model))
        self._set_range()
        if 0 <= anchor < len(self._model):
            bar.setValue(self._heights.top(anchor) + within)
        self._measure_visible()
        self._show_cells()
        self.reveal()
        self._refining.start()
        self.viewport().update()

    def _estimates(self) -> list[int]:
        width, estimate = self._columns.target[1], self._shape.estimate
        known: dict[tuple[int, int], int] = {}
        made: list[int] = []
        for lengths in self._model.lengths():
            height = known.get(lengths)
            if height is None:
                texts = max(estimate(length, width) for length in lengths) + 2 * PAD_Y
                height = known[lengths] = max(texts, self._painter.least_height) + GAP
            made.append(height)
        return made

    def _measure(self, at: int) -> int:
        """Makes the height of a row exact; by how much it changed."""
        before = self._heights[at]
        source, target = self._model.texts(at)
        live = at == self._model.active and self._writer.width() == self._columns.target[1]
        content = math.ceil(self._writer.content_height) if live and self._writer.stored == target.string else None
        self._heights[at] = self._painter.height(source, target, self._columns, content) + GAP
        self._exact[at] = 1
        return self._heights[at] - before

    def _measure_visible(self) -> None:
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        at = max(0, self._heights.at(self.verticalScrollBar().value()))
        while at < len(self._model) and self._heights.top(at) < bottom:
            if not self._exact[at]:
                self._measure(at)
            at += 1
        self._set_range()

    def _measure_upwards(self, dy: int) -> None:
        """Measures what comes into view from above, so that what was seen stays where it is."""
        bar = self.verticalScrollBar()
        first, seen = self._heights.at(bar.value()), self._heights.at(bar.value() + dy)
        if seen - first > 4 * _REFINED_AT_ONCE:
            return  # a jump: nothing of what was seen is to stay
        grown = sum(self._measure(at) for at in range(first, seen) if not self._exact[at])
        self._shift(grown)

    def _refine(self) -> None:
        """Makes heights exact that nobody sees yet, a few at a time, without moving what is seen."""
        at = self._exact.find(0)
        if at < 0:
            self._refining.stop()
            return
        top_row = self._heights.at(self.verticalScrollBar().value())
        grown = 0
        for index in range(at, min(at + _REFINED_AT_ONCE, len(self._exact))):
            if not self._exact[index]:
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

    # The active row

    def _show_cells(self, *, source: bool = True) -> None:
        """Fills the live editor, and the `source` beside it, from the current segment."""
        at = self._model.active
        self._writer.setVisible(at >= 0)
        self._source.setVisible(at >= 0 and self._model.shows_source)
        if at < 0:
            return
        row, tokens = self._model.row(at), self._theme.tokens
        self._writer.show_text(row.target.text, formats_of(row.target.text, row.target.spans, tokens))
        if source and self._model.shows_source:
            self._source.show_text(row.source.text, formats_of(row.source.text, row.source.spans, tokens))
        self._writer.setPlaceholderText(self._hint())
        self._writer.setAccessibleName(
            _("{part}, segment {n} of {total}").format(part=row.role, n=at + 1, total=len(self._model))
        )
        self._place_cells()
        if self._shown_state != (state := (row.state_name, at)):
            self._shown_state = state
            self._update_row(at)

    def _place_cells(self) -> None:
        at = self._model.active
        if at < 0:
            return
        top = self._heights.top(at) - self.verticalScrollBar().value() + PAD_Y
        height = self._heights[at] - GAP - 2 * PAD_Y
        left, width = self._columns.target
        self._writer.setGeometry(left, top, width, height)
        if self._columns.source:
            left, width = self._columns.source
            self._source.setGeometry(left, top, width, height)

    def _hint(self) -> str:
        if self._model.document is not None and self._model.document.writes_source:
            return _("Write the text here…")
        return _("Write the translation here…")

    def _write(self, start: int, end: int, written: str) -> None:
        self._refining.stop()  # until the hand rests
        self._model.write(start, end, written)
        self.reveal()
        self._looking_up.postpone()

    def _look_up(self) -> None:
        self._model.look_up()
        self._show_cells()
        self._refining.start()

    def _caret_moved(self) -> None:
        if self._model.document is not None:
            self._model.document.session.end_typing()
            self.reveal()

    def _put_caret(self, index: int) -> None:
        self._writer.place_caret(index)
        self.reveal()

    def _undo(self) -> None:
        if self._model.document is not None:
            self._model.document.undo()

    def _redo(self) -> None:
        if self._model.document is not None:
            self._model.document.redo()

    # What others change

    def _release_changed(self, change: Change) -> None:
        if change.structure:
            self._rebuild()
            return
        touched = self._model.rows_of(change.segments)
        for at in touched:
            if at == self._model.active:
                self._show_cells(source=change.source)
            else:
                self._update_row(at)
        grown = [self._measure(at) for at in touched]
        if any(grown):
            self._ranging.ask()  # the scroll bar may follow a little later
            self._place_cells()
            self._push_down(touched, grown)

    def _push_down(self, touched: list[int], grown: list[int]) -> None:
        """Moves what is below a row that has grown; cheaper than to paint it again."""
        if len(touched) != 1 or touched[0] != self._model.active:
            self.viewport().update()
            return
        bottom = self._heights.top(touched[0] + 1) - self.verticalScrollBar().value() - GAP
        old = QRect(0, bottom - grown[0], self.viewport().width(), self.viewport().height())
        self.viewport().scroll(0, grown[0], old.intersected(self.viewport().rect()))
        self.viewport().update(0, bottom - max(grown[0], 0) - PAD_Y, self._columns.width, max(grown[0], 0) + 2 * PAD_Y)

    def _update_row(self, at: int) -> None:
        top = self._heights.top(at) - self.verticalScrollBar().value()
        self.viewport().update(0, top, self._columns.width, self._heights[at])

    def _place_changed(self) -> None:
        if self._model.document is not None:
            self._model.document.session.end_typing()
        self._show_cells()
        self._writer.place_caret(0)
        self.reveal()
        self.viewport().update()

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paints the rows that the event uncovers."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled, dirty = self.verticalScrollBar().value(), event.rect()
        painter.fillRect(dirty, QColor(self._theme.tokens.background))
        look, active = Look(self._columns, self._theme.tokens, self._hint()), self._model.active
        for at in range(max(0, self._heights.at(scrolled + dirty.top())), len(self._model)):
            top = self._heights.top(at) - scrolled
            if top > dirty.bottom():
                break
            card = QRect(0, top, self._columns.width, self._heights[at] - GAP)
            self._painter.paint(painter, card, self._model.row(at), look, active=at == active)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wraps all texts anew where the width changed."""
        self._header.setGeometry(0, 0, self.viewport().width(), self._header.sizeHint().height())
        if event.size().width() != self._columns.width:
            self._reflow()
        else:
            self._measure_visible()
            self._place_cells()

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

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls, or with Ctrl changes the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + int(math.copysign(10, event.angleDelta().y())))
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Makes the row under the pointer the active one, with the caret where it was clicked."""
        point = event.position().toPoint()
        at, document = self._row_at(point), self._model.document
        if at < 0 or document is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        scrolled = self.verticalScrollBar().value()
        document.place.go(self._model.id(at))
        point += QPoint(0, scrolled - self.verticalScrollBar().value())
        in_source = self._columns.source is not None and point.x() < self._columns.target[0]
        self._dragging.begin(self._source if in_source else self._writer, event, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes on selecting in the row that was just made active."""
        point = event.position().toPoint()
        if not self._dragging.go_on(event, point):
            over_text = self._row_at(point) >= 0 and point.x() < self._columns.meta[0]
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over_text else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ends selecting."""
        self._dragging.end(event, event.position().toPoint())

    def text_at(self, point: QPoint) -> tuple[str, Side, int] | None:
        """Segment, side and code point under a point of the viewport, where there is painted text."""
        at = self._row_at(point)
        if at < 0 or self._model.document is None:
            return None
        row, in_source = self._model.row(at), self._columns.source is not None and point.x() < self._columns.target[0]
        left, width = self._columns.source if in_source and self._columns.source else self._columns.target
        top = self._heights.top(at) - self.verticalScrollBar().value() + PAD_Y
        words = row.source if in_source else row.target
        found = character_at(self._shape, words, width, self._theme.tokens, QPointF(point - QPoint(left, top)))
        side = Side.SOURCE if in_source or self._model.document.writes_source else Side.TARGET
        return None if found is None else (self._model.id(at), side, found)

    def _row_at(self, point: QPoint) -> int:
        y = point.y() + self.verticalScrollBar().value()
        return self._heights.at(y) if y < self._heights.total else -1

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
