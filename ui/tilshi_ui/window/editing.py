"""The commands of the editor together: parts, marks, places, filter, drafting."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.window.draftverbs import DraftVerbs
from tilshi_ui.window.filterverbs import FilterVerbs
from tilshi_ui.window.markverbs import MarkVerbs
from tilshi_ui.window.partverbs import PartVerbs
from tilshi_ui.window.placeverbs import PlaceVerbs
from tilshi_ui.window.workarea import WorkArea


class Editing(QObject):
    """`said` carries what the user should know and need not confirm."""

    said = Signal(str)

    def __init__(self, window: QWidget, work: WorkArea, checks: LiveChecks, preferences: Preferences) -> None:
        super().__init__(window)
        self.parts = PartVerbs(work.rows, self)
        self.marks = MarkVerbs(work.rows, self)
        self.places = PlaceVerbs(window, work.rows, preferences)
        self.drafting = DraftVerbs(window, work)
        self.filtering = FilterVerbs(work, checks, self)
        for verbs in (self.parts, self.marks, self.places, self.drafting):
            verbs.said.connect(self.said)

    @property
    def handlers(self) -> tuple[QObject, ...]:
        """Who does the commands."""
        return self.parts, self.marks, self.places, self.drafting, self.filtering

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        for verbs in (self.parts, self.marks, self.places, self.drafting):
            verbs.document = document
        self.filtering.show_document(document)
