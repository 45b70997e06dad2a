"""The commands of find and replace, and the way from a hit to the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from tilshi.checking.findings import Side
from tilshi.searching.query import Where
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.rowmodel import Marker
from tilshi_ui.window.workarea import WorkArea

if TYPE_CHECKING:  # with all that finds words by their lemma
    from tilshi.searching.search import Hit
    from tilshi_ui.search.panel import SearchPanel
    from tilshi_ui.search.service import SearchService


class SearchVerbs(QObject):
    """Makes the panel when it is first wanted; `said` carries what the user should know."""

    said = Signal(str)

    def __init__(self, window: QWidget, work: WorkArea, marker: Marker, pool: QThreadPool) -> None:
        super().__init__(window)
        self._work = work
        self._marker = marker
        self._pool = pool
        self._document: OpenDocument | None = None
        self._service: SearchService | None = None
        self.panel: SearchPanel | None = None

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release is open, or none."""
        self._document = document
        if self.panel is not None and self._service is not None:
            self.panel.show_document(document)
            self._service.show_document(document)

    def find_text(self) -> None:
        """Asks what to look for."""
        self._opened().open(self._selected(), replacing=False)

    def replace_text(self) -> None:
        """Asks what to look for, and what to put in its place."""
        self._opened().open(self._selected(), replacing=True)

    def find_next(self) -> None:
        """To the next place of what was looked for last."""
        self._reopened().go_next()

    def find_previous(self) -> None:
        """To the place before of what was looked for last."""
        self._reopened().go_previous()

    def _reopened(self) -> SearchPanel:
        panel = self._opened()
        if panel.isHidden():
            panel.open("", replacing=False)
        return panel

    def _opened(self) -> SearchPanel:
        if self.panel is None:
            from tilshi_ui.search.panel import SearchPanel  # with the first search
            from tilshi_ui.search.service import SearchService

            self._service = SearchService(self._pool, self)
            self.panel = SearchPanel(self._work.theme, self._service, self._pool)
            self.panel.hide()
            self.panel.went.connect(self._show)
            self.panel.closed.connect(self._leave)
            self.panel.said.connect(self.said)
            self._work.add_below(self.panel)
            self._service.changed.connect(self._work.rows.refresh_marks)
            self._work.rows.use_marker(self._marks)
            self.show_document(self._document)
        return self.panel

    def _marks(self, segment: str, side: Side) -> tuple[Highlight, ...]:
        """What the checks and the search found in a text of a segment."""
        found = self._service.marks(segment, side) if self._service is not None else ()
        return (*self._marker(segment, side), *found)

    def _selected(self) -> str:
        for cell in (self._work.rows.writer, self._work.rows.source_cell):
            start, end = cell.selection
            if start < end and cell.hasFocus():
                return cell.stored[start:end]
        return ""

    def _show(self, hit: Hit) -> None:
        """Goes to a hit and selects it, while the focus stays where it is."""
        document, rows = self._document, self._work.rows
        if document is None or hit.segment not in (document.release.places or {}):
            return
        in_source = hit.where is Where.SOURCE and not document.writes_source
        if hit.where is Where.TARGET and hit.language in document.release.languages:
            document.place.speak(hit.language)
        document.place.go(hit.segment)
        cell = rows.source_cell if in_source else rows.writer
        if hit.where is not Where.NOTES:
            cell.select(hit.start, hit.end)
        rows.reveal()

    def _leave(self) -> None:
        """The text has the focus again, where the last hit was."""
        self._work.rows.writer.setFocus()
