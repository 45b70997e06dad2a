"""Commands about inline marks: bold, italic, links, and what is not to be translated."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QObject, Signal

from tilshi.i18n import _
from tilshi.release import Mark, MarkKind, Text
from tilshi.release.marking import linked, next_missing, toggled, with_piece
from tilshi.release.operations import write_source, write_target
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.linkfield import LinkField
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.editor.writing import Writer

_WORD: Final = re.compile(r"\w+(?:[-’'.]\w+)*")


class MarkVerbs(QObject):
    """Marks are set in the text that is being written; `said` carries what the user should know."""

    said = Signal(str)

    def __init__(self, rows: RowsView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.document: OpenDocument | None = None
        self._field: LinkField | None = None
        self._linking = (0, 0)
        rows.guarded.connect(self._explain)

    def bold(self) -> None:
        """Bold, or no longer."""
        self._toggle(MarkKind.BOLD)

    def italic(self) -> None:
        """Italic, or no longer."""
        self._toggle(MarkKind.ITALIC)

    def untranslatable(self) -> None:
        """Not to be translated, or translated after all."""
        self._toggle(MarkKind.UNTRANSLATABLE)

    def link(self) -> None:
        """Asks for the address that the selected words lead to."""
        span, text = self._span(), self._text()
        if text is None:
            return
        here = next((mark for mark in text.marks if _is_link_at(mark, self._cell.selection)), None)
        self._linking = (here.start, here.end) if here else span
        if self._linking[0] == self._linking[1]:
            self.said.emit(_("Select the words first."))
            return
        if self._field is None:
            self._field = LinkField(self._rows.viewport())
            self._field.chosen.connect(self._link)
            self._field.left.connect(self._return)
        shown = text.string[slice(*self._linking)]
        self._cell.select(*self._linking)
        self._field.ask(here.href if here else shown if "." in shown and " " not in shown else "", self._cell)

    def insert_mark(self) -> None:
        """The next mark of the source that the translation does not have yet, at the caret or round the selection."""
        document = self.document
        text = self._text()
        if document is None or text is None:
            return
        if document.writes_source or self._cell is not self._rows.writer:
            self.said.emit(_("Marks of the source are inserted into a translation."))
            return
        source = document.release.segment(document.place.segment).source
        mark = next_missing(source, text)
        if mark is None:
            self.said.emit(_("Every mark of the source is in the translation."))
            return
        start, end = self._cell.selection
        words = text.string[start:end] or source.string[mark.start : mark.end]
        piece = Text(words, (Mark(0, len(words), mark.kind, mark.href),))
        self._write(with_piece(text, start, end, piece))
        stop = start + len(words)
        if start == end and mark.kind is not MarkKind.UNTRANSLATABLE:
            self._cell.select(start, stop)  # to be typed over
        else:
            self._cell.place_caret(stop)

    @property
    def _cell(self) -> Writer:
        source = self._rows.source_cell
        return source if source.isVisible() and not source.isReadOnly() else self._rows.writer

    def _text(self) -> Text | None:
        """The text that is being written; None where there is none."""
        document = self.document
        if document is None or not self._rows.shows(document.place.segment):
            return None
        if self._cell is self._rows.source_cell:
            return document.release.segment(document.place.segment).source
        return document.release.text(document.place.segment, document.place.language)

    def _span(self) -> tuple[int, int]:
        """What is selected, else the word at the caret."""
        start, end = self._cell.selection
        if start < end:
            return start, end
        words = _WORD.finditer(self._cell.stored)
        return next((word.span() for word in words if word.start() <= start <= word.end()), (start, start))

    def _toggle(self, kind: MarkKind) -> None:
        text, (start, end) = self._text(), self._span()
        if text is None:
            return
        if start == end:
            self.said.emit(_("Select the words first."))
            return
        kept = self._cell.selection
        self._write(toggled(text, kind, start, end))
        self._cell.select(*kept)

    def _link(self, href: str) -> None:
        text = self._text()
        if text is not None and self._linking[1] <= len(text):
            self._write(linked(text, *self._linking, href))
            self._cell.select(*self._linking)

    def _return(self) -> None:
        self._cell.setFocus()

    def _write(self, text: Text) -> None:
        document = self.document
        assert document is not None
        place = document.place
        if self._cell is self._rows.source_cell or document.writes_source:
            document.apply(write_source(document.release, place.segment, text))
        else:
            document.apply(write_target(document.release, place.segment, place.language, text))
        document.session.end_typing()

    def _explain(self) -> None:
        self.said.emit(_("The words of a link or of what is not translated belong together; the next key removes all."))


def _is_link_at(mark: Mark, span: tuple[int, int]) -> bool:
    return mark.kind is MarkKind.LINK and mark.start <= span[0] and span[1] <= mark.end
