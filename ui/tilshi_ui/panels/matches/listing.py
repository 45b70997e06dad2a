"""The matches of the current segment as a list of cards, to be clicked or entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tilshi_ui.panels.matches.paint import CARD, Index, MatchesDelegate
from tilshi_ui.theme import Theme

if TYPE_CHECKING:
    from tilshi_ui.panels.matches.cards import MatchCard


class MatchesModel(QAbstractListModel):
    """The cards in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.cards: tuple[MatchCard, ...] = ()

    def show_cards(self, cards: tuple[MatchCard, ...]) -> None:
        """Shows other cards."""
        if cards != self.cards:
            self.beginResetModel()
            self.cards = cards
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a card."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card, or what it says in one line."""
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return card.spoken
        return None


class MatchList(QListView):
    """The cards; `chosen` carries the number of the one that was clicked or entered, from 1."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Outline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._model = MatchesModel(self)
        self.setModel(self._model)
        self._delegate = MatchesDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.entered.connect(self._hover)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    @property
    def cards(self) -> tuple[MatchCard, ...]:
        """What is shown."""
        return self._model.cards

    def show_cards(self, cards: tuple[MatchCard, ...]) -> None:
        """Shows other cards."""
        self._model.show_cards(cards)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wraps the cards anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mouse is over no card any more."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return inserts."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        self._delegate.hovered = index.row() if index.isValid() else -1
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row() + 1)
