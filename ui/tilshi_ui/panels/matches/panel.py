"""What was translated before and is like the current segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tilshi import i18n
from tilshi.i18n import _
from tilshi.release import Change
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.memory.live import LiveMemory, Offer
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle

if TYPE_CHECKING:  # with the first matches
    from tilshi_ui.panels.matches.cards import MatchCard
    from tilshi_ui.panels.matches.listing import MatchList

_PAUSE_MS: Final = 80
"""Whoever walks through the segments asks for none of them."""


class MatchesPanel(QFrame):
    """The matches of the current segment; asks the memory whenever there is another.

    `chosen` carries the number of a match that is to be inserted, from 1; `counted` comes with other matches, `offered`
    with those that are there for a segment that was just entered.
    """

    chosen = Signal(int)
    counted = Signal()
    offered = Signal(object)

    def __init__(self, theme: Theme, memory: LiveMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._memory = memory
        self._document: OpenDocument | None = None
        self._offer: Offer | None = None
        self._list: MatchList | None = None
        self._caption = PlainLabel(role="caption")
        self._none = PlainLabel(role="dim", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._none)
        self._column.addStretch(0)
        self._asking = Throttle(self._ask, self, _PAUSE_MS)
        memory.answered.connect(self._show)
        memory.changed.connect(self._asking.postpone)
        self.retranslate()

    @property
    def cards(self) -> tuple[MatchCard, ...]:
        """What is shown."""
        return self._list.cards if self._list else ()

    @property
    def number(self) -> int:
        """How many matches there are."""
        return len(self.cards)

    def card(self, number: int) -> MatchCard | None:
        """The card `number`, from 1; None where there is none."""
        return self.cards[number - 1] if 0 < number <= len(self.cards) else None

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        if self._document is not None:
            self._document.place.segment_changed.disconnect(self._moved)
            self._document.place.language_changed.disconnect(self._moved)
            self._document.changed.disconnect(self._changed)
        self._document = document
        if document is not None:
            document.place.segment_changed.connect(self._moved)
            document.place.language_changed.connect(self._moved)
            document.changed.connect(self._changed)
        self._moved()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._show_cards()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _moved(self) -> None:
        """Nothing of the last segment is offered for this one."""
        self._memory.forget()
        self._offer = None
        self._show_cards()
        self._asking.postpone()

    def _changed(self, change: Change) -> None:
        document = self._document
        if document is not None and (change.structure or (change.source and document.place.segment in change.segments)):
            self._asking.postpone()

    def _ask(self) -> None:
        document = self._document
        if document is None or document.writes_source or not document.place.segment:
            return
        self._memory.ask(document.release, document.place.segment, document.place.language)

    def _show(self, offer: Offer) -> None:
        document = self._document
        if document is None or (offer.segment, offer.language) != (document.place.segment, document.place.language):
            return
        self._offer = offer
        self._show_cards()
        self.offered.emit(offer)

    def _show_cards(self) -> None:
        offer = self._offer
        if offer is not None and (offer.matches or offer.repeated):
            from tilshi_ui.panels.matches.cards import cards

            self._cards_list().show_cards(cards(offer, i18n.language()))
        elif self._list is not None:
            self._list.show_cards(())
        caption = _("Translated before")
        self._caption.setText((f"{caption} · {self.number}" if self.number else caption).upper())
        self._none.setText(_("The memory has nothing like this text yet. What you confirm is remembered."))
        self._none.setVisible(offer is not None and offer.complete and not self.number)
        if self._list is not None:
            self._list.setVisible(bool(self.number))
            self._list.setAccessibleName(caption)
        self.counted.emit()

    def _cards_list(self) -> MatchList:
        if self._list is None:
            from tilshi_ui.panels.matches.listing import MatchList

            self._list = MatchList(self._theme)
            self._list.chosen.connect(self.chosen)
            self._column.insertWidget(2, self._list, 1)
        return self._list
