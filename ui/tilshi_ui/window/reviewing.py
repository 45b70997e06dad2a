"""What is done about texts that others have written: reviewing, notes, new sources, earlier versions."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.window.historyverbs import HistoryVerbs
from tilshi_ui.window.noteverbs import NoteVerbs
from tilshi_ui.window.reviewverbs import ReviewVerbs
from tilshi_ui.window.sourceverbs import SourceVerbs
from tilshi_ui.window.workarea import WorkArea


class Reviewing(QObject):
    """`said` carries what the user should know and need not confirm, `failed` a FileError."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, work: WorkArea, preferences: Preferences, pool: QThreadPool) -> None:
        super().__init__(window)
        self.review = ReviewVerbs(window, work, preferences)
        self.notes = NoteVerbs(window, work, preferences)
        self.source = SourceVerbs(window, work, pool)
        self.history = HistoryVerbs(window, work, work.archive, pool)
        for verbs in self.handlers:
            verbs.said.connect(self.said)
        self.source.failed.connect(self.failed)

    @property
    def handlers(self) -> tuple[ReviewVerbs, NoteVerbs, SourceVerbs, HistoryVerbs]:
        """Who does the commands."""
        return self.review, self.notes, self.source, self.history

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        for verbs in (self.review, self.notes, self.source):
            verbs.document = document
        self.history.show_document(document)
