"""The two texts of the active row, alive: the one that is written, and the source beside it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi_ui.editor.cell import Cell
from tilshi_ui.editor.formats import formats_of
from tilshi_ui.editor.rowpaint import Columns, Row, Words
from tilshi_ui.editor.typefaces import PLAIN, Faces, Style
from tilshi_ui.editor.writing import Writer
from tilshi_ui.theme import Tokens

_READABLE: Final = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class LiveCells(QObject):
    """`source_opened` comes when the source becomes writable or is read-only again."""

    source_opened = Signal()

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.source = Writer(viewport)
        self.source.setTextInteractionFlags(_READABLE)
        self.writer = Writer(viewport)
        self._style = PLAIN
        self._dressed: tuple[Faces, Tokens] | None = None

    @property
    def writes_source(self) -> bool:
        """Whether the source beside the translation is being written."""
        return not self.source.isReadOnly()

    def open_source(self, *, writable: bool) -> None:
        """Makes the source writable, or read-only again."""
        if writable == self.writes_source:
            return
        flags = Qt.TextInteractionFlag.TextEditorInteraction if writable else _READABLE
        caret = self.source.caret
        self.source.setTextInteractionFlags(flags)
        self.source.place_caret(caret)
        self._tint()
        self.source_opened.emit()

    def dress(self, faces: Faces, tokens: Tokens) -> None:
        """Another size of the text or other colours, at once."""
        self._dressed = (faces, tokens)
        self.source.dress(faces.shape().font, tokens)
        self.writer.dress(faces.shape(self._style).font, tokens)
        self._tint()

    def name(self) -> None:
        """The name of the source for those who cannot see it, in the language of the interface."""
        self.source.setAccessibleName(_("Source text"))

    def show(self, row: Row, *, source: bool) -> None:
        """Shows the text that is written, and the `source` beside it if it is to be shown."""
        assert self._dressed is not None
        faces, tokens = self._dressed
        if row.style != self._style:
            self._restyle(row.style, faces, tokens)
        _show(self.writer, row.target, tokens)
        if source:
            _show(self.source, row.source, tokens)
        self.writer.setPlaceholderText(row.hint)

    def place(self, columns: Columns, top: int, height: int, source_height: int) -> None:
        """Where the cells are in the viewport, in pixels."""
        left, width = columns.target
        self.writer.setGeometry(left, top, width, height)
        if columns.source:
            left, width = columns.source
            self.source.setGeometry(left, top, width, min(height, source_height))

    def _restyle(self, style: Style, faces: Faces, tokens: Tokens) -> None:
        self._style = style
        self.writer.dress(faces.shape(style).font, tokens)

    def _tint(self) -> None:
        if self._dressed is None:
            return
        tokens = self._dressed[1]
        self.source.tint(tokens.warning_fill if self.writes_source else tokens.active)


def _show(cell: Cell, words: Words, tokens: Tokens) -> None:
    first, last = cell.window_for(words.text.string)
    if last - first == len(words.text):
        cell.show_text(words.text, formats_of(words.text, words.spans, tokens))
        return
    part = words.text.part(first, last)
    spans = tuple(
        span._replace(start=max(span.start, first) - first, end=min(span.end, last) - first)
        for span in words.spans
        if span.start < last and span.end > first
    )
    cell.show_text(words.text, formats_of(part, spans, tokens))
