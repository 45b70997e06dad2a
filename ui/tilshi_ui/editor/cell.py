"""A text of the active row, to read and select; shows the stored text code point for code point."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, Qt
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
    """One text; `stored` is what it holds, whatever the screen can show of it."""

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
        self._showing = False
        self._painter = _Painter(self)
        self.document().contentsChange.connect(self._painter.shift)  # before the painter looks at the change
        self._painter.setDocument(self.document())

    @property
    def stored(self) -> str:
        """The text, exactly."""
        return self._stored

    @property
    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return from_utf16(self._stored, self.textCursor().position())

    @property
    def selection(self) -> tuple[int, int]:
        """The selected span in code points; empty at the caret where nothing is selected."""
        cursor = self.textCursor()
        ends = (cursor.selectionStart(), cursor.selectionEnd())
        return from_utf16(self._stored, ends[0]), from_utf16(self._stored, ends[1])

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
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(self._stored, min(index, len(self._stored))))
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Selects a span in code points, with the caret at its end."""
        cursor = self.textCursor()
        for index, mode in ((start, QTextCursor.MoveMode.MoveAnchor), (end, QTextCursor.MoveMode.KeepAnchor)):
            cursor.setPosition(to_utf16(self._stored, min(index, len(self._stored))), mode)
        self.setTextCursor(cursor)

    def show_text(self, text: Text, formats: Sequence[Format]) -> None:
        """Shows `text` with spans painted; caret and selection stay where they can."""
        self._show(text.string)
        flat = flattened(formats)
        if flat != self._painter.formats:
            self._painter.formats = flat
            self._painter.rehighlight()

    def dress(self, font: QFont, tokens: Tokens) -> None:
        """Another font or other colours, at once."""
        self.document().setDefaultFont(font)
        self.setFont(font)
        palette = self.palette()
        # Opaque, so that a keystroke repaints the cell and not the card below it.
        palette.setColor(QPalette.ColorRole.Base, QColor(tokens.active))
        palette.setColor(QPalette.ColorRole.Text, QColor(tokens.text))
        self.setPalette(palette)

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

    def _show(self, stored: str) -> None:
        old, new = self._visible, shown(stored)
        self._stored, self._visible = stored, new
        if old == new:
            return
        start, end, inserted = difference(old, new)
        self._showing = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(to_utf16(old, start))
        cursor.setPosition(to_utf16(old, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(inserted)
        self._showing = False

    def _raw(self) -> str:
        """What the document holds; `_visible` as soon as a change has been dealt with."""
        return self.document().toRawText().replace("\u2029", "\n")
