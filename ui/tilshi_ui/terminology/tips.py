"""What the glossary knows of the term under the mouse, in the texts of the active row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.cell import Cell
from tilshi_ui.editor.offsets import from_utf16
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.wording import tooltip


class TermTips(QObject):
    """Shows status, evidence and reasons as a tooltip, as plain text."""

    def __init__(self, rows: RowsView, glossary: LiveGlossary, parent: QObject) -> None:
        super().__init__(parent)
        self._glossary = glossary
        self._cells = {cell.viewport(): cell for cell in (rows.writer, rows.source_cell)}
        self._writer = rows.writer
        self.document: OpenDocument | None = None
        for viewport in self._cells:
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answers the question for a tooltip."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        cell = next((cell for viewport, cell in self._cells.items() if viewport is watched), None)
        if cell is None:
            return False
        at = from_utf16(cell.stored, cell.cursorForPosition(event.pos()).position())
        QToolTip.showText(event.globalPos(), tooltip(self.text_at(cell, at)), cell)
        return True

    def text_at(self, cell: Cell, at: int) -> str:
        """What is known of the terms around a code point, highest layer first; empty where there is none."""
        document, glossary = self.document, self._glossary.now
        if document is None or glossary is None:
            return ""
        from tilshi_ui.panels.termcards import explanation  # loaded long since, with the cards

        language = document.place.language if cell is self._writer else document.release.source_language
        hits = (hit for hit in self._glossary.hits(cell.stored, language) if hit.start <= at < hit.end)
        layer = glossary.layer_of
        return "\n\n".join(explanation(hit.concept, hit.term, layer(hit.concept.id)) for hit in hits)
