"""Remarks on the segment and on the release, to be written, answered and settled."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tilshi.i18n import N_, _, ngettext
from tilshi.release import Change
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.panels.findings.entries import Places
from tilshi_ui.panels.notes.card import NoteCard
from tilshi_ui.panels.notes.form import NoteForm
from tilshi_ui.panels.notes.threads import Scope, Thread, open_notes, threads
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import label

_SCOPES: Final = {Scope.SEGMENT: N_("This segment"), Scope.OPEN: N_("Open"), Scope.ALL: N_("All")}
_MOST: Final = 60
"""So many notes are shown at once; each is a handful of widgets."""


class NotesPanel(QFrame):
    """`written` carries a new note's text, `gone_to`, `settled` and `removed` a Thread, `answered` one and an answer.

    `counted` comes with another number of open notes in the current segment.
    """

    written = Signal(str)
    gone_to = Signal(object)
    settled = Signal(object)
    answered = Signal(object, str)
    removed = Signal(object)
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._document: OpenDocument | None = None
        self._places: Places | None = None
        self._shown: tuple[Thread, ...] = ()
        self._told = 0
        self.scope = Scope.SEGMENT
        self.buttons: dict[Scope, QPushButton] = {}
        self._none = PlainLabel(role="dim", wrap=True)
        self._more = PlainLabel(role="dim", wrap=True)
        self.form = NoteForm()
        self.form.given.connect(self.written)
        self._page = QWidget()
        self._page.setObjectName("Page")
        self._cards = QVBoxLayout(self._page)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(2 * STEP)
        self._cards.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        self._scroll.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        self._refreshing = Throttle(self.refresh, self)
        self._arrange()
        self.retranslate()

    @property
    def cards(self) -> list[NoteCard]:
        """What is shown."""
        items = (self._cards.itemAt(at) for at in range(self._cards.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if isinstance(widget, NoteCard)]

    @property
    def number_here(self) -> int:
        """How many notes of the current segment are open."""
        document = self._document
        if document is None or not document.number(document.place.segment):
            return 0
        return open_notes(document.release.segment(document.place.segment))

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.place.segment_changed.disconnect(self._segment_changed)
            self._document.changed.disconnect(self._changed)
        self._document, self._places = document, Places(document)
        document.place.segment_changed.connect(self._segment_changed)
        document.changed.connect(self._changed)
        self.refresh()

    def show_scope(self, scope: Scope) -> None:
        """Lists other notes."""
        self.scope = scope
        self.buttons[scope].setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Other notes, or another segment."""
        document = self._document
        found: list[Thread] = []
        if document is not None and self._places is not None:
            self._places.forget()
            found = list(threads(document.release, self.scope, document.place.segment))
        if (seen := tuple(found[:_MOST])) != self._shown:
            self._shown = seen
            self._make_cards()
        self._none.setVisible(not found)
        self._more.setVisible(len(found) > _MOST)
        hidden = len(found) - _MOST
        self._more.setText(ngettext("{n} more note", "{n} more notes", hidden).format(n=hidden))
        self._told = self.number_here
        self.counted.emit()

    def write(self, about: str) -> None:
        """Asks for a note about some words (empty: the whole segment)."""
        self.form.ask(about)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        for scope, button in self.buttons.items():
            button.setText(label(_(_SCOPES[scope])))
        self._none.setText(_("There are no notes here. Ctrl+M writes one."))
        self._scroll.setAccessibleName(_("Notes"))
        self._shown = ()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was not seen was not kept up to date."""
        super().showEvent(event)
        self._refreshing.flush(anyway=True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(STEP)
        for scope in Scope:
            button = self.buttons[scope] = QPushButton()
            button.setObjectName(scope.value)
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setChecked(scope is self.scope)
            button.clicked.connect(self._choose_scope)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(row)
        column.addWidget(self._none)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._more)
        column.addWidget(self.form)

    def _make_cards(self) -> None:
        for card in self.cards:
            self._cards.removeWidget(card)
            card.deleteLater()
        assert self._places is not None or not self._shown
        for at, thread in enumerate(self._shown):
            place = self._places[thread.segment] if self._places and self.scope is not Scope.SEGMENT else ""
            card = NoteCard(thread, place)
            card.gone_to.connect(self.gone_to)
            card.settled.connect(self.settled)
            card.answered.connect(self.answered)
            card.removed.connect(self.removed)
            self._cards.insertWidget(at, card)

    def _segment_changed(self) -> None:
        self.form.leave()
        self._ask()

    def _changed(self, change: Change) -> None:
        if not change.fields or change.structure:
            self._ask()

    def _ask(self) -> None:
        if self.isVisible():
            self._refreshing.ask()
        elif self._told != (number := self.number_here):  # mostly the same: a key writes no notes
            self._told = number
            self.counted.emit()

    def _choose_scope(self) -> None:
        self.show_scope(Scope(self.sender().objectName()))
