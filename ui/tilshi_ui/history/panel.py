"""The history of the current segment: its wordings, each compared with what stands there now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QListWidget, QPushButton, QVBoxLayout

from tilshi.i18n import _
from tilshi.release import Change
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.history.archive import Archive
from tilshi_ui.history.entries import Entry, entries
from tilshi_ui.review.difference import DifferenceText
from tilshi_ui.review.pieces import difference_of
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle


class HistoryPanel(QFrame):
    """`restored` carries the Text that is to stand there again, `compare_wanted` comes for whole versions."""

    restored = Signal(object)
    compare_wanted = Signal()

    def __init__(self, theme: Theme, archive: Archive) -> None:
        super().__init__()
        self._archive = archive
        self._document: OpenDocument | None = None
        self._entries: list[Entry] = []
        self._none = PlainLabel(role="dim", wrap=True)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._show_entry)
        self._what = PlainLabel(role="dim", wrap=True)
        self.text = DifferenceText(theme)
        self.restore, self.compare = QPushButton(), QPushButton()
        self.restore.clicked.connect(self._restore)
        self.compare.clicked.connect(self.compare_wanted)
        self._refreshing = Throttle(self.refresh, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for widget in (self._none, self.list, self._what, self.text, self.restore, self.compare):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addStretch(0)
        archive.changed.connect(self._ask)
        self.retranslate()

    @property
    def shown(self) -> list[Entry]:
        """The wordings that are listed."""
        return self._entries

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.place.segment_changed.disconnect(self._ask)
            self._document.place.language_changed.disconnect(self._ask)
            self._document.changed.disconnect(self._changed)
            self._document.file_changed.disconnect(self._ask)
        self._document = document
        document.place.segment_changed.connect(self._ask)
        document.place.language_changed.connect(self._ask)
        document.changed.connect(self._changed)
        document.file_changed.connect(self._ask)
        self._ask()

    def refresh(self) -> None:
        """Another segment, or other wordings of it."""
        document = self._document
        if document is None:
            return
        self._archive.want()
        place = document.place
        self._entries = entries(document, self._archive.chronicle, place.segment, place.language)
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)  # noqa: FBT003
        self.list.clear()
        for entry in self._entries:
            self.list.addItem(_("{entry} · as now").format(entry=entry.words) if entry.is_now else entry.words)
        self.list.setCurrentRow(min(row, len(self._entries) - 1))
        self.list.blockSignals(False)  # noqa: FBT003
        for widget in (self.list, self._what, self.text, self.restore):
            widget.setVisible(bool(self._entries))
        self._none.setVisible(not self._entries)
        self._show_entry(self.list.currentRow())

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self.list.setAccessibleName(_("Earlier wordings of this segment"))
        self._none.setText(_("No earlier wording of this segment is known. Each save keeps one."))
        self._what.setText(_("From that wording to the one that stands there now:"))
        self.text.setAccessibleName(_("What differs"))
        self.restore.setText(_("Restore this wording"))
        self.compare.setText(_("Compare versions…"))
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was not seen was not kept up to date."""
        super().showEvent(event)
        self._refreshing.flush(anyway=True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _changed(self, change: Change) -> None:
        if self._document is not None and (change.structure or self._document.place.segment in change.segments):
            self._ask()

    def _ask(self) -> None:
        if self.isVisible():
            self._refreshing.ask()

    def _show_entry(self, row: int) -> None:
        document = self._document
        if document is None or not 0 <= row < len(self._entries):
            return
        entry, place = self._entries[row], document.place
        now = document.release.text(place.segment, place.language).string
        self.text.show_pieces(difference_of(entry.text.string, now).pieces)
        self.restore.setEnabled(not entry.is_now)

    def _restore(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._entries):
            self.restored.emit(self._entries[row].text)
