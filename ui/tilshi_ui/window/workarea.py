"""What is seen while a release is open: outline, rows, and what belongs to the current segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tilshi.checking.findings import Side
from tilshi.i18n import _
from tilshi.release import Block, Change
from tilshi.release.reviewing import waiting, waits
from tilshi_ui.background import Pools
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.history.archive import Archive
from tilshi_ui.history.panel import HistoryPanel
from tilshi_ui.panels.column import ContextColumn
from tilshi_ui.panels.context import ContextPanel
from tilshi_ui.panels.findings.panel import FindingsPanel
from tilshi_ui.panels.notes.panel import NotesPanel
from tilshi_ui.panels.notes.threads import note_marks
from tilshi_ui.preferences import Preferences
from tilshi_ui.tally import Tally
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.draftverbs import first_unwritten, is_unwritten
from tilshi_ui.window.outline import Outline
from tilshi_ui.window.statusline import StatusLine
from tilshi_ui.window.topbar import TopBar, View

if TYPE_CHECKING:
    from tilshi_ui.preview.fields import LayoutFields
    from tilshi_ui.preview.panel import PreviewPanel
    from tilshi_ui.review.card import ReviewCard

OUTLINE_NEEDS: Final = 1160
"""Narrower windows fold the outline away, in pixels."""
CONTEXT_NEEDS: Final = 900
_ROWS_NEED: Final = 170
"""So much of the rows is seen above the review, in pixels."""


class WorkArea(QWidget):
    """The three columns with the bars above and below; `folded` comes when a column went or came back.

    `refreshed` comes some time after the release changed: once for many keystrokes. `review_made` carries the card of
    the review view when it is first shown.
    """

    folded = Signal()
    refreshed = Signal()
    review_made = Signal(object)

    def __init__(
        self, theme: Theme, glossary: LiveGlossary, checks: LiveChecks, preferences: Preferences, pools: Pools
    ) -> None:
        super().__init__()
        self.setObjectName("Page")
        self._press = pools.press
        self._checks = checks
        self._preferences = preferences
        self.theme = theme
        self._document: OpenDocument | None = None
        self._tally: Tally | None = None
        self._view = View.TRANSLATE
        self._translating = ""
        self._pending = Change()
        self._refreshing = Throttle(self._refresh, self)
        self._wanted = {"outline": True, "context": True}
        self._room = {"outline": True, "context": True}
        self.top = TopBar()
        self.outline = Outline(theme)
        self.rows = RowsView(theme)
        self.rows.use_highlighter(glossary.highlights)
        self.rows.use_marker(self.marks)
        self.context = ContextPanel(theme, glossary)
        self.findings = FindingsPanel(theme, checks, preferences)
        self.notes = NotesPanel()
        self.archive = Archive(pools.readers, self)
        self.history = HistoryPanel(theme, self.archive)
        self.column = ContextColumn()
        self.column.add_page(self.context, self._terms_title)
        self.column.add_page(self.findings, self._findings_title)
        self.column.add_page(self.notes, self._notes_title)
        self.column.add_page(self.history, self._history_title)
        self.column.tabs.currentChanged.connect(self.context.cards_changed)  # forms are fitted while they are seen
        self.context.cards_changed.connect(self.column.refresh)
        self.findings.counted.connect(self.column.refresh)
        self.notes.counted.connect(self.column.refresh)
        self.archive.changed.connect(self._refresh_review)
        self.side = QStackedWidget()
        self.side.addWidget(self.column)
        self.preview: PreviewPanel | None = None
        self.fields: LayoutFields | None = None
        self.review: ReviewCard | None = None
        self.status = StatusLine()
        self._glossary = glossary
        glossary.loaded.connect(self._repaint_terms)
        checks.reported.connect(self._show_findings)
        checks.current_changed.connect(self.rows.refresh_marks)
        self._arrange()

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.changed.disconnect(self._changed)
            self._document.place.language_changed.disconnect(self._language_changed)
            self._document.place.segment_changed.disconnect(self.status.refresh_place)
            self._document.place.segment_changed.disconnect(self._refresh_review)
        self._document = document
        self._tally = tally = Tally(document.release)
        self.rows.show_document(document)  # first to hear of a change: any later one may paint the rows
        document.changed.connect(self._changed)
        document.place.language_changed.connect(self._language_changed)
        document.place.segment_changed.connect(self.status.refresh_place)
        document.place.segment_changed.connect(self._refresh_review)
        self.top.show_document(document, tally)
        self.outline.show_document(document, tally)
        self.context.show_document(document)
        self.findings.show_document(document)
        self.notes.show_document(document)
        self.history.show_document(document)
        if self.preview is not None:
            self.preview.show_document(document)
        if self.fields is not None:
            self.fields.show_document(document)
        if self.review is not None:
            self.review.show_document(document)
        self.status.show_document(document, tally)
        self._translating = ""
        if self._view is View.DRAFT:
            self.show_view(View.TRANSLATE)
        if not document.release.target_languages or is_unwritten(document.release):
            self.show_view(View.DRAFT)
            document.place.go(first_unwritten(document.release) or document.place.segment)
        self.rows.writer.setFocus()

    @property
    def view(self) -> View:
        """The way the release is looked at."""
        return self._view

    def show_view(self, view: View) -> None:
        """Another way to look at the release; segment, caret and language stay."""
        self.top.show_view(view)
        if view is self._view:
            return
        if self._splitter.isVisible():  # before it has been laid out, its sizes are nobody's choice
            self._sizes[self._view] = self._splitter.sizes()
        self._view = view
        if view is View.LAYOUT and self.preview is None:
            self._make_preview()
        if view is View.REVIEW and self.review is None:
            self._make_review()
        if self.fields is not None:
            self.fields.setVisible(view is View.LAYOUT)
        if self.review is not None:
            self.review.setVisible(view is View.REVIEW)
        self.outline.show_only(self._waits if view is View.REVIEW else None)
        side = self.preview if view is View.LAYOUT and self.preview else self.column
        self.side.setCurrentWidget(side)
        self.rows.show_source(beside=view is not View.LAYOUT)
        self._draft(on=view is View.DRAFT)
        self._fold()
        self._splitter.setSizes(self._sizes[view])
        if view is View.REVIEW:
            self.column.show_page(self.findings)
            self._refresh_review()
        self.rows.reveal()
        self.rows.writer.setFocus()

    def show_notes_page(self) -> None:
        """Brings the notes to the front."""
        self.want("context", shown=True)
        self.column.show_page(self.notes)

    def show_history_page(self) -> None:
        """Brings the history of the segment to the front."""
        self.want("context", shown=True)
        self.column.show_page(self.history)

    def marks(self, segment: str, side: Side) -> tuple[Highlight, ...]:
        """What to paint in a text: the words notes are about, and over them what the checks found."""
        noted = note_marks(self._document, segment, side) if self._document is not None else ()
        return (*noted, *self._checks.marks(segment, side))

    def refresh_now(self) -> None:
        """Shows at once what may lag behind the keys a little."""
        self._refreshing.flush()

    def want(self, column: str, *, shown: bool) -> None:
        """The user wants the outline or the context panel shown or hidden, whatever room there is."""
        self._wanted[column] = shown
        self._room[column] = True
        self._fold()

    def shows(self, column: str) -> bool:
        """Whether the outline or the context panel is shown."""
        needed = column == "context" and self._view is View.LAYOUT
        return needed or (self._wanted[column] and self._room[column])

    def add_below(self, panel: QWidget) -> None:
        """Puts a panel between the columns and the status line."""
        band = QVBoxLayout()
        band.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 0)
        band.addWidget(panel)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, band)

    def show_findings_page(self) -> None:
        """Brings what the checks found to the front."""
        self.want("context", shown=True)
        self.column.show_page(self.findings)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Folds the outline first where there is little room, then the context panel."""
        super().resizeEvent(event)
        width = event.size().width()
        self._room = {"outline": width >= OUTLINE_NEEDS, "context": width >= CONTEXT_NEEDS}
        self._fold()

    def add_band(self, band: QWidget) -> None:
        """A bar of its own over the columns."""
        self._bands.addWidget(band)

    def _arrange(self) -> None:
        self._bands = QVBoxLayout()
        self._middle = QSplitter(Qt.Orientation.Vertical)
        self._middle.setHandleWidth(2 * STEP)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self.rows)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(3 * STEP)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setContentsMargins(4 * STEP, 0, 4 * STEP, 0)
        for widget, least in ((self.outline, 150), (self._middle, 400), (self.side, 220)):
            widget.setMinimumWidth(least)
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._sizes = {
            View.DRAFT: [216, 840, 330],
            View.TRANSLATE: [216, 806, 364],
            View.REVIEW: [216, 806, 364],
            View.LAYOUT: [200, 520, 680],
        }
        self._splitter.setSizes(self._sizes[View.TRANSLATE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(self._bands)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.status)

    def _draft(self, *, on: bool) -> None:
        """The source is drafted while that view is shown; the translation of before comes back with another view."""
        document = self._document
        self.rows.show_page(page=on)
        if document is None:
            return
        if on:
            self._translating = document.place.language
            document.place.speak(document.release.source_language)
        elif self._translating in document.release.target_languages and document.writes_source:
            document.place.speak(self._translating)

    def _make_preview(self) -> None:
        from tilshi_ui.preview.fields import LayoutFields
        from tilshi_ui.preview.panel import PreviewPanel  # with the first look at a page

        self.preview = PreviewPanel(self.theme, self._press)
        self.side.addWidget(self.preview)
        self.fields = LayoutFields()
        left = self.outline.layout()
        assert isinstance(left, QVBoxLayout)
        left.insertWidget(0, self.fields)
        if self._document is not None:
            self.preview.show_document(self._document)
            self.fields.show_document(self._document)

    def _make_review(self) -> None:
        from tilshi_ui.review.card import ReviewCard  # with the first review

        self.review = ReviewCard(self.theme, self._preferences, self.archive.earlier)
        self._middle.addWidget(self.review)
        self.rows.setMinimumHeight(_ROWS_NEED)
        self._middle.setStretchFactor(0, 1)
        self.review.head.capacity_chosen.connect(self._capacity_changed)
        if self._document is not None:
            self.review.show_document(self._document)
        self.review_made.emit(self.review)

    def _waits(self, block: Block) -> bool:
        """Whether a part waits for the user, as one who reviews."""
        document, capacity = self._document, self._preferences.now.capacity
        if document is None or document.writes_source:
            return document is not None
        return any(waits(document.release, each, document.place.language, capacity) for each in block.segments)

    def _capacity_changed(self) -> None:
        self.outline.refresh()
        self._refresh_review()

    def _refresh_review(self) -> None:
        if self.review is None or self._view is not View.REVIEW or self._document is None:
            return
        self.review.refresh()
        release, language = self._document.release, self._document.place.language
        source = self._document.writes_source
        capacity = self._preferences.now.capacity
        self.review.head.show_waiting(0 if source else sum(1 for _each in waiting(release, language, capacity)))

    def _fold(self) -> None:
        self.outline.setVisible(self.shows("outline"))
        self.side.setVisible(self.shows("context"))
        self.folded.emit()

    def _changed(self, change: Change) -> None:
        assert self._document is not None
        assert self._tally is not None
        self._tally.update(self._document.release, change)
        self._pending |= change
        if change.structure or change.fields:
            self.outline.rebuild()
            self._refreshing.flush(anyway=True)
        else:
            self._refreshing.ask()

    def _refresh(self) -> None:
        """All that may lag behind the keys a little."""
        change, self._pending = self._pending, Change()
        self.outline.refresh(change.segments)
        if self.fields is not None:
            self.fields.refresh()
        self.top.refresh()
        self.status.refresh()
        self.context.refresh(terms=change.source or change.structure or bool(change.fields))
        self._refresh_review()
        self.refreshed.emit()

    def _language_changed(self) -> None:
        if self._view is View.DRAFT and self._document is not None and not self._document.writes_source:
            self.show_view(View.TRANSLATE)
        self.outline.refresh()
        self.status.refresh_place()
        self._refresh_review()
        assert self._document is not None
        self._glossary.prepare(self._document.release.languages)

    def _terms_title(self) -> str:
        return _counted(_("Terms"), len(self.context.cards))

    def _findings_title(self) -> str:
        return _counted(_("Findings"), self.findings.number_here)

    def _notes_title(self) -> str:
        return _counted(_("Notes"), self.notes.number_here)

    def _history_title(self) -> str:
        return _("History")

    def _show_findings(self) -> None:
        report = self._checks.report
        self.rows.refresh_marks()
        self.outline.show_findings(report)
        self.status.show_findings(report)

    def _repaint_terms(self) -> None:
        self.rows.use_highlighter(self._glossary.highlights)


def _counted(title: str, number: int) -> str:
    return f"{title} {number}" if number else title
