"""The rows: one segment each, source beside translation; only what can be seen is laid out, and one row is alive."""

from __future__ import annotations

import math
from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi.release import Change
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.dragging import Dragging
from tilshi_ui.editor.header import RowsHeader
from tilshi_ui.editor.rowarea import RowArea
from tilshi_ui.editor.rowmodel import Highlighter, Marker
from tilshi_ui.editor.rowpaint import GAP, PAD_Y, Columns
from tilshi_ui.editor.writing import Writer
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle

_SMALLEST_ZOOM: Final = 60
_LARGEST_ZOOM: Final = 300
_AROUND: Final = 30 * STEP
"""How much of the neighbours is shown, in pixels, when a row had to be scrolled into view."""


class RowsView(RowArea):
    """All segments of the release.

    `too_long` comes when a paste was refused, with the number of code points a text may have; `zoomed` with the new
    size of the text in percent; `role_pressed` with the segment whose part's name was pressed on a page;
    `guarded` when a mark would have been torn.
    """

    too_long = Signal(int)
    zoomed = Signal(int)
    role_pressed = Signal(str)
    guarded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown_state: tuple[object, ...] = ()
        self._typing = False
        self._header = RowsHeader(theme, self)
        self.setViewportMargins(0, self._header.sizeHint().height(), 0, 0)
        self._looking_up = Throttle(self._look_up, self)
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
            old.place.language_changed.disconnect(self._language_changed)
            old.caret_wanted.disconnect(self._put_caret)
        self._model.document = document
        self._cells.open_source(writable=False)
        if document is not None:
            document.changed.connect(self._release_changed)
            document.place.segment_changed.connect(self._place_changed)
            document.place.language_changed.connect(self._language_changed)
            document.caret_wanted.connect(self._put_caret)
        self.verticalScrollBar().setValue(0)
        self._model.show_only(None)
        self._reflow()
        self._writer.place_caret(0)

    def show_source(self, *, beside: bool) -> None:
        """Shows the source beside the translation, or the translation alone as running text."""
        if beside != self._model.beside:
            self._model.beside = beside
            self._reflow()

    def show_page(self, *, page: bool) -> None:
        """Shows the release as a page of running text on which it is drafted, or as rows."""
        if page != self._model.page:
            self._model.page = self._writer.drafting = page
            self._cells.open_source(writable=False)
            self._reflow()

    def show_references(self, languages: tuple[str, ...]) -> None:
        """Shows other languages of the release under the source, to be read."""
        if languages != self._model.references:
            self._model.references = languages
            self._reflow()

    def show_only(self, segments: Collection[str] | None) -> None:
        """Shows the rows of these segments only, or all; where the current one is hidden, the next one is current."""
        document = self._model.document
        current = document.place.segment if document else ""
        self._model.show_only(segments)
        self._reflow()
        if document is not None and current not in self._model and len(self._model):
            number = document.number(current)
            ids = [self._model.id(at) for at in range(len(self._model))]
            document.place.go(next((name for name in ids if document.number(name) > number), ids[-1]))

    def shows(self, segment: str) -> bool:
        """Whether a segment is not hidden by the filter."""
        return segment in self._model

    def __contains__(self, segment: object) -> bool:
        return segment in self._model

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
            self._make_faces()
            self._restyle()
            self._reflow()
            self.zoomed.emit(percent)

    @property
    def writer(self) -> Writer:
        """The live editor."""
        return self._writer

    @property
    def source_cell(self) -> Writer:
        """The source of the active row; read-only unless :meth:`open_source` made it writable."""
        return self._cells.source

    def open_source(self, *, writable: bool) -> None:
        """Lets the source beside the translation be written, until the row is left."""
        if writable and not self._model.shows_source:
            return
        self._cells.open_source(writable=writable)
        (self._cells.source if writable else self._writer).setFocus()

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
        self._cells.name()
        self._rebuild()

    def reveal(self) -> None:
        """Scrolls to the active row if it is out of view, with some rows around; to the caret where it is too high."""
        at, bar, view = self._model.active, self.verticalScrollBar(), self.viewport().height()
        if at < 0:
            return
        if not self._measures.is_exact(at):
            self._measure(at)
            self._set_range()
        top, height = self._heights.top(at), self._heights[at] - GAP
        if height > view:
            # A hidden editor is laid out for another row, or not at all.
            caret = self._writer.cursorRect() if self._writer.isVisible() else QRect()
            top, height = top + PAD_Y + caret.top(), caret.height() + PAD_Y
        around = min(_AROUND, max(0, view - height) // 2)
        if top < bar.value():
            bar.setValue(top - around)
        elif top + height > bar.value() + view:
            self._set_range()
            bar.setValue(top + height + around - view)

    def _is_tall(self) -> bool:
        """Whether the active row is higher than what is seen of the rows."""
        at = self._model.active
        return at >= 0 and self._heights[at] - GAP > self.viewport().height()

    # The pieces

    def _make_cells(self) -> None:
        self._writer.wrote.connect(self._write)
        self._writer.left.connect(self.step)
        self._cells.source.wrote.connect(self._write_source)
        for cell in (self._cells.source, self._writer):
            cell.caret_moved.connect(self._caret_moved)
            cell.too_long.connect(self.too_long)
            cell.undo_asked.connect(self._undo)
            cell.redo_asked.connect(self._redo)
            cell.window_moved.connect(self._show_window)
            cell.guarded.connect(self.guarded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the cells, the source first
        self._restyle()

    def _restyle(self) -> None:
        self._cells.dress(self._faces, self._theme.tokens)
        self._show_cells()
        self.viewport().update()

    def _rebuild(self) -> None:
        self._model.rebuild()
        self._reflow()

    def _reflow(self) -> None:
        """All heights anew, because rows, width, font or language are others; what was on top stays there."""
        bar = self.verticalScrollBar()
        anchor = self._heights.at(bar.value())
        within = bar.value() - self._heights.top(anchor) if anchor >= 0 else 0
        width = self.viewport().width()
        if self._model.page:
            self._columns = Columns.fit_page(width, self._meta_width)
        else:
            self._columns = Columns.fit(width, self._meta_width, source=self._model.shows_source)
        self._header.show_columns(self._columns, self._model.document)
        self._measures.begin(self._faces, self._painter, self._columns)
        self._set_range()
        if 0 <= anchor < len(self._model):
            bar.setValue(self._heights.top(anchor) + within)
        self._measure_visible()
        self._show_cells()
        self.reveal()
        self._refining.start()
        self.viewport().update()

    # The active row

    def _show_cells(self, *, source: bool = True) -> None:
        """Fills the live editor, and the `source` beside it, from the current segment."""
        at = self._model.active
        self._writer.setVisible(at >= 0)
        self._writer.setEnabled(at >= 0)  # nothing is written where nothing is shown
        self.source_cell.setVisible(at >= 0 and self._model.shows_source)
        if at < 0:
            return
        row = self._model.row(at)
        self._cells.show(row, source=source and self._model.shows_source)
        self._writer.setAccessibleName(
            _("{part}, segment {n} of {total}").format(part=row.role, n=at + 1, total=len(self._model))
        )
        self._place_cells()
        if self._shown_state != (state := (*self._model.standing(at), at)):
            self._shown_state = state
            self._update_row(at)

    def _shows_already(self, at: int) -> bool:
        """Whether what was just typed stands in the live editor as it is to be shown, and nothing else of the row."""
        return self._writer.follow(self._model.written(at)) and self._shown_state == (*self._model.standing(at), at)

    def _write(self, start: int, end: int, written: str) -> None:
        self._refining.stop()  # until the hand rests
        self._typing = True
        try:
            self._model.write(start, end, written)
        finally:
            self._typing = False
        if self._is_tall():
            QTimer.singleShot(
                0, self, self.reveal
            )  # asks for the caret, which a document in its own signal must not be
        else:
            self.reveal()
        self._looking_up.postpone()

    def _write_source(self, start: int, end: int, written: str) -> None:
        self._refining.stop()
        self._model.write_source(start, end, written)
        self._looking_up.postpone()

    def _look_up(self) -> None:
        self._model.look_up()
        self._show_cells()
        self._refining.start()

    def _show_window(self) -> None:
        """Another stretch of a long text is laid out."""
        if (at := self._model.active) >= 0:
            self._show_cells()
            self._measure(at)
            self._set_range()
            self._place_cells()
            self.viewport().update()

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
        if "bookmarks" in change.fields:
            self._show_cells()
            self.viewport().update()
        touched = self._model.rows_of(change.segments)
        for at in touched:
            if at == self._model.active:
                if not (self._typing and self._shows_already(at)):
                    self._show_cells(source=change.source)
            else:
                self._update_row(at)
        grown = [self._measure(at) for at in touched]
        if any(grown):
            self._ranging.ask()  # the scroll bar may follow a little later
            self._place_cells()
            self._push_down(touched, grown)
        elif change.source:
            self.viewport().update()  # what is beneath it may be another

    def _push_down(self, touched: list[int], grown: list[int]) -> None:
        """Moves what is below a row that has grown; cheaper than to paint it again."""
        if len(touched) != 1 or touched[0] != self._model.active:
            self.viewport().update()
            return
        bottom = self._heights.top(touched[0] + 1) - self.verticalScrollBar().value() - GAP
        old = QRect(0, bottom - grown[0], self.viewport().width(), self.viewport().height())
        self.viewport().scroll(0, grown[0], old.intersected(self.viewport().rect()))
        self.viewport().update(0, bottom - max(grown[0], 0) - PAD_Y, self._columns.width, max(grown[0], 0) + 2 * PAD_Y)
        if self._model.page:
            self.viewport().update()  # the mark of the paragraph has no frame that could be left standing

    def _place_changed(self, segment: str) -> None:
        document = self._model.document
        if document is None:
            return
        document.session.end_typing()
        self._cells.open_source(writable=False)
        if self._model.uncover(segment):
            self._reflow()
        self._show_cells()
        self._writer.place_caret(0)
        self.reveal()
        self.viewport().update()

    def _language_changed(self) -> None:
        self._cells.open_source(writable=False)
        self._reflow()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wraps all texts anew where the width changed."""
        super().resizeEvent(event)
        self._header.setGeometry(0, 0, self.viewport().width(), self._header.sizeHint().height())
        if event.size().width() != self._columns.width:
            self._reflow()
        else:
            self._measure_visible()
            self._place_cells()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls, or with Ctrl changes the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + int(math.copysign(10, event.angleDelta().y())))
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape, which the cells leave alone, ends writing the source."""
        if event.key() == Qt.Key.Key_Escape and self._cells.writes_source:
            self.open_source(writable=False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Makes the row under the pointer the active one, with the caret where it was clicked."""
        point = event.position().toPoint()
        at, document = self._row_at(point), self._model.document
        if at < 0 or document is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        scrolled = self.verticalScrollBar().value()
        document.place.go(self._model.id(at))
        if self._model.page and not self._columns.holds_text(point.x()):
            self._writer.setFocus()
            self.role_pressed.emit(self._model.id(at))
            return
        point += QPoint(0, scrolled - self.verticalScrollBar().value())
        in_source = self._columns.source is not None and point.x() < self._columns.target[0]
        self._dragging.begin(self.source_cell if in_source else self._writer, event, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes on selecting in the row that was just made active."""
        point = event.position().toPoint()
        if not self._dragging.go_on(event, point):
            over_text = self._row_at(point) >= 0 and self._columns.holds_text(point.x())
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over_text else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ends selecting."""
        self._dragging.end(event, event.position().toPoint())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
