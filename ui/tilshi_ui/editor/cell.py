"""A text of the active row, to read and select; shows the stored text code point for code point."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QPalette,
    QSyntaxHighlighter,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from tilshi.release import Text
from tilshi.release.text import difference
from tilshi_ui.editor.display import shown
from tilshi_ui.editor.formats import Format, flattened
from tilshi_ui.editor.offsets import from_utf16, to_utf16
from tilshi_ui.theme import Tokens

LONG: Final = 10_000
"""Code points; of a longer text a window round the caret is laid out, since each key lays a paragraph out anew."""
WINDOW: Final = 8_000
_EDGE: Final = 400
"""So near to the end of the window the window moves."""


def window_round(text: str, index: int) -> tuple[int, int]:
    """The stretch of a text round a code point that is laid out: all of it unless it is long."""
    if len(text) <= LONG:
        return 0, len(text)
    first = max(0, min(index - WINDOW // 2, len(text) - WINDOW))
    return first, first + WINDOW


class _Painter(QSyntaxHighlighter):
    """Paints stored spans; looks nothing up."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.formats: list[Format] = []

    def shift(self, position: int, removed: int, added: int) -> None:
        """The document changed there: moves the spans along, so that what is behind it is painted right at once."""
        end = position + removed
        self.formats = [
            span if span[1] <= position else (span[0] + added - removed, span[1] + added - removed, span[2])
            for span in self.formats
            if span[1] <= position or span[0] >= end
        ]

    def highlightBlock(self, text: str) -> None:  # noqa: N802
        begin = self.currentBlock().position()
        end = begin + to_utf16(text, len(text))
        for start, stop, look in self.formats:
            low, high = max(start, begin), min(stop, end)
            if low < high:
                self.setFormat(low - begin, high - low, look)


class Cell(QPlainTextEdit):
    """One text; `stored` is what it holds, whatever the screen can show of it.

    `window_moved` comes when another stretch of a long text is shown.
    """

    window_moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self._stored = ""
        self._visible = ""
        self._first, self._last = 0, 0
        self._everything = False
        self._showing = False
        self._painter = _Painter(self)
        self.document().contentsChange.connect(self._painter.shift)  # before the painter looks at the change
        self._painter.setDocument(self.document())
        self.cursorPositionChanged.connect(self._watch_edges)
        self.selectionChanged.connect(self._forget_everything)

    @property
    def stored(self) -> str:
        """The text, exactly."""
        return self._stored

    @property
    def stretch(self) -> tuple[int, int]:
        """The stretch of the stored text that is laid out, in code points: all of it unless it is long."""
        return self._first, self._last

    @property
    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return self._first + from_utf16(self._piece, self.textCursor().position())

    @property
    def selection(self) -> tuple[int, int]:
        """The selected span in code points; empty at the caret where nothing is selected."""
        if self._everything:
            return 0, len(self._stored)
        cursor, piece = self.textCursor(), self._piece
        ends = (from_utf16(piece, position) for position in (cursor.selectionStart(), cursor.selectionEnd()))
        start, end = ends
        return self._first + start, self._first + end

    @property
    def content_height(self) -> float:
        """How high the text is as it is laid out here, in pixels."""
        layout, block, height = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def place_caret(self, index: int) -> None:
        """Puts the caret before the code point `index`."""
        index = min(index, len(self._stored))
        if self._is_near_edge(index):
            self._move_window(index)
        cursor = self.textCursor()
        cursor.setPosition(self._unit(index))
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Selects a span in code points, with the caret at its end."""
        if not self._first <= start <= end <= self._last:
            self._move_window(start)
        cursor = self.textCursor()
        for index, mode in ((start, QTextCursor.MoveMode.MoveAnchor), (end, QTextCursor.MoveMode.KeepAnchor)):
            cursor.setPosition(self._unit(index), mode)
        self.setTextCursor(cursor)

    def selectAll(self) -> None:  # noqa: N802
        """Selects the whole text, also what of it is not laid out."""
        super().selectAll()
        self._everything = len(self._piece) < len(self._stored)

    def window_for(self, text: str) -> tuple[int, int]:
        """The stretch of `text` that :meth:`show_text` would lay out, in code points."""
        if len(text) > LONG and text == self._stored:
            return self._first, self._last
        if len(text) <= LONG or len(self._stored) <= LONG:
            return window_round(text, 0)
        changed = difference(self._stored, text)[0]
        last = self._last + len(text) - len(self._stored)
        if self._first <= changed <= last and 0 < last - self._first < 2 * WINDOW:
            return self._first, last
        return window_round(text, changed)

    def show_text(self, text: Text, formats: Sequence[Format]) -> None:
        """Shows `text` with spans painted (of its window); caret and selection stay where they can."""
        self._show(text.string, self.window_for(text.string))
        flat = flattened(formats)
        if flat != self._painter.formats:
            self._painter.formats = flat
            self._painter.rehighlight()

    def dress(self, font: QFont, tokens: Tokens) -> None:
        """Another font or other colours, at once."""
        self.document().setDefaultFont(font)
        self.setFont(font)
        self.viewport().setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(tokens.text))
        self.setPalette(palette)
        self.tint(tokens.active)

    def tint(self, ground: str) -> None:
        """Another background; opaque, so that a keystroke repaints the cell and not the card below it."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(ground))
        self.setPalette(palette)
        # With a style sheet the viewport has a palette of its own, which does not follow.
        self.viewport().setPalette(palette)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """The selected text as it is stored, not as it is shown."""
        start, end = self.selection
        data = QMimeData()
        data.setText(self._stored[start:end])
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Cut, copy, paste, select all."""
        from tilshi_ui.editor.cellmenu import cell_menu  # with the first menu

        menu = cell_menu(self)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The rows scroll, not the cell."""
        event.ignore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """A cell is as high as its text; it never scrolls."""
        if dx or dy:
            self.verticalScrollBar().setValue(0)

    @property
    def _piece(self) -> str:
        """The stored text of the window."""
        whole = not self._first and self._last >= len(self._stored)
        return self._stored if whole else self._stored[self._first : self._last]

    def _unit(self, index: int) -> int:
        """The position in the document of a code point of the stored text, or the nearest one that is laid out."""
        within = max(self._first, min(index, self._last)) - self._first
        return to_utf16(self._piece, within)

    def _show(self, stored: str, window: tuple[int, int]) -> None:
        self._stored, (self._first, self._last) = stored, window
        old, new = self._visible, shown(self._piece)
        self._visible = new
        if old == new:
            return
        start, end, inserted = difference(old, new)
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(old, start))
        cursor.setPosition(to_utf16(old, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(inserted)
        self._showing = False

    def _is_near_edge(self, index: int) -> bool:
        before, after = self._first > 0, self._last < len(self._stored)
        return (before and index < self._first + _EDGE) or (after and index > self._last - _EDGE)

    def _move_window(self, index: int) -> None:
        """Lays out what is round a code point."""
        self._show(self._stored, window_round(self._stored, index))
        self.window_moved.emit()

    def _watch_edges(self) -> None:
        if len(self._stored) > LONG and not self._showing and not self.textCursor().hasSelection():
            QTimer.singleShot(0, self, self._follow_caret)  # the document must not be changed while it tells this

    def _follow_caret(self) -> None:
        if self._is_near_edge(caret := self.caret):
            self.place_caret(caret)

    def _forget_everything(self) -> None:
        self._everything = False

    def _raw(self) -> str:
        """What the document holds; `_visible` as soon as a change has been dealt with."""
        return self.document().toRawText().replace("\u2029", "\n")
