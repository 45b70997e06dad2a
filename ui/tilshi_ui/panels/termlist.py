"""The terms of the current segment as a list of cards, to be clicked, entered or dragged into the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QMimeData, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from tilshi_ui.editor.writing import TERM_MIME
from tilshi_ui.panels.cardpaint import CARD, Index, TermsDelegate
from tilshi_ui.panels.termcards import TermCard
from tilshi_ui.theme import Theme
from tilshi_ui.wording import tooltip


class TermsModel(QAbstractListModel):
    """The cards in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: tuple[TermCard, ...] = ()

    @property
    def cards(self) -> tuple[TermCard, ...]:
        """All of them."""
        return self._cards

    def show_cards(self, shown: tuple[TermCard, ...]) -> None:
        """Shows the cards of another segment."""
        if shown != tuple(card._replace(forms=()) for card in self._cards):
            self.beginResetModel()
            self._cards = shown
            self.endResetModel()

    def show_forms(self, forms: Sequence[tuple[str, ...]]) -> None:
        """Shows on each card the forms that fit, best first."""
        self._cards = tuple(card._replace(forms=each) for card, each in zip(self._cards, forms, strict=True))
        if self._cards:
            self.dataChanged.emit(self.index(0), self.index(len(self._cards) - 1), [CARD])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a card."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card, or what it says in one line."""
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (card.source, card.translation, card.key, card.remark, card.avoid)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(card.evidence)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What has a translation can be dragged into the text."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        has_term = index.isValid() and bool(self._cards[index.row()].translation)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if has_term else flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """A card on its way: to us its number, to others its text."""
        data = QMimeData()
        if indexes:
            data.setText(self._cards[indexes[0].row()].translation)
            data.setData(TERM_MIME, str(indexes[0].row() + 1).encode())
        return data

    def supportedDragActions(self) -> Qt.DropAction:  # noqa: N802
        """The card stays."""
        return Qt.DropAction.CopyAction


class TermList(QListView):
    """The cards.

    `chosen` carries the card that was clicked or entered; `form_chosen` a card and one of its forms; `forms_wanted` a
    card all of whose forms are to be shown.
    """

    chosen = Signal(object)
    form_chosen = Signal(object, str)
    forms_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Outline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._model = TermsModel(self)
        self.setModel(self._model)
        self._delegate = TermsDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._pressed = QPoint()
        self.entered.connect(self._hover)
        self.clicked.connect(self._click)
        theme.changed.connect(self.viewport().update)

    @property
    def cards(self) -> tuple[TermCard, ...]:
        """What is shown."""
        return self._model.cards

    def show_cards(self, shown: tuple[TermCard, ...]) -> None:
        """Shows the cards of another segment."""
        self._model.show_cards(shown)

    def show_forms(self, forms: Sequence[tuple[str, ...]]) -> None:
        """Shows on each card the forms that fit, best first."""
        self._model.show_forms(forms)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wraps the cards anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mouse is over no card any more."""
        super().leaveEvent(event)
        self._delegate.pointer = QPoint(-1, -1)
        self._hover(QModelIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remembers where, for the click."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Shows what a click would take."""
        super().mouseMoveEvent(event)
        self._delegate.pointer = event.position().toPoint()
        over = self._form(self.indexAt(self._delegate.pointer), self._delegate.pointer) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return writes the term, the right arrow shows all its forms."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Right:
            self.forms_wanted.emit(index.data(CARD))
        else:
            super().keyPressEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        self._delegate.hovered = index.row()
        self.viewport().update()

    def _form(self, index: QModelIndex, point: QPoint) -> str | None:
        return self._delegate.form_at(self.visualRect(index), index.data(CARD), point) if index.isValid() else None

    def _click(self, index: QModelIndex) -> None:
        form = self._form(index, self._pressed)
        if form is None:
            self._choose(index)
        elif form:
            self.form_chosen.emit(index.data(CARD), form)
        else:
            self.forms_wanted.emit(index.data(CARD))

    def _choose(self, index: QModelIndex) -> None:
        card: TermCard = index.data(CARD)
        if card.translation:
            self.chosen.emit(card)
