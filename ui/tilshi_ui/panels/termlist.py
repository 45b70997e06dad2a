"""The terms of the current segment as cards: source, translation, how sure it is, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tilshi.i18n import N_, _
from tilshi_ui.theme import Theme, Tokens
from tilshi_ui.theme.tokens import RADIUS_CARD, SMALL_POINTS, STEP
from tilshi_ui.wording import tooltip

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from tilshi.terminology.concepts import Term
    from tilshi.terminology.lookup import Entry

_Index = QModelIndex | QPersistentModelIndex
_CARD: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 3 * STEP
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_STATUS: Final = {
    "preferred": N_("Preferred"),
    "admitted": N_("Admitted"),
    "deprecated": N_("Not to be used"),
    "superseded": N_("No longer used"),
}
_RELIABILITY: Final = {"attested": N_("attested"), "proposed": N_("proposed")}


class TermCard(NamedTuple):
    """What is shown of a concept: the term in the source, its translation, remarks below, terms that are wrong."""

    source: str
    translation: str
    key: str
    remark: str
    avoid: str
    evidence: str


def cards(entries: tuple[Entry, ...], texts: str) -> tuple[TermCard, ...]:
    """The cards of a segment whose source is `texts`; the first nine have a key."""
    made: list[TermCard] = []
    for entry in entries:
        hit = entry.hits[0]
        good = [term for term in entry.terms if not term.status.is_forbidden]
        source = texts[hit.start : hit.end]
        if not good:
            made.append(TermCard(source, "", "", _("No term in this language yet"), "", ""))
        for term in good:
            made.append(_card(source, term, entry, len(made) + 1))
    return tuple(made)


def _card(source: str, term: Term, entry: Entry, number: int) -> TermCard:
    remark = [_(_STATUS[term.status.value])]
    if term.reliability.value:
        remark.append(_(_RELIABILITY[term.reliability.value]))
    if entry.concept.subject:
        remark.append(entry.concept.subject)
    wrong = [other.text for other in entry.terms if other.status.is_forbidden]
    evidence = [entry.concept.definition, *(_("Source: {source}").format(source=source) for source in term.sources)]
    if term.seen:
        evidence.append(_("Seen as: {form}").format(form=term.seen))
    key = _("Alt+{n}").format(n=number) if number < 10 else ""
    avoid = _("Not: {terms}").format(terms=", ".join(wrong)) if wrong else ""
    return TermCard(source, term.text, key, " · ".join(remark), avoid, "\n".join(filter(None, evidence)))


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
        if shown != self._cards:
            self.beginResetModel()
            self._cards = shown
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a card."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card, or what it says in one line."""
        card = self._cards[index.row()]
        if role == _CARD:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (card.source, card.translation, card.remark, card.avoid)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(card.evidence)
        return None


class TermsDelegate(QStyledItemDelegate):
    """Paints a card."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.hovered = -1
        self._normal = QFont(view.font())
        self._bold = QFont(view.font())
        self._bold.setBold(True)
        self._small = QFont(view.font())
        self._small.setPointSizeF(SMALL_POINTS)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        """As high as its lines."""
        width = self._view.viewport().width()
        card: TermCard = index.data(_CARD)
        heights = (height for _words, _font, _colour, height in self._lines(card, width - 2 * _PAD, self._theme.tokens))
        return QSize(width, sum(heights) + 2 * _PAD + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One card."""
        tokens, card = self._theme.tokens, index.data(_CARD)
        area: QRect = option.rect.adjusted(0, 0, 0, -2 * STEP)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.hover if index.row() == self.hovered else tokens.surface))
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 1.5 if focused else 1))
        painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)
        top, width = area.top() + _PAD, area.width() - 2 * _PAD
        for words, font, colour, height in self._lines(card, width, tokens):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(area.left() + _PAD, top, width, height), _WRAP, words)
            top += height
        if card.key:
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.term))
            corner = QRect(area.left() + _PAD, area.top() + _PAD, width, 5 * STEP)
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, card.key)
        painter.restore()

    def _lines(self, card: TermCard, width: int, tokens: Tokens) -> list[tuple[str, QFont, str, int]]:
        lines = (
            (card.source, self._normal, tokens.dim, 44 if card.key else 0),
            (card.translation, self._bold, tokens.text, 0),
            (card.remark, self._small, tokens.dim, 0),
            (card.avoid, self._small, tokens.error, 0),
        )
        return [(words, font, colour, _height(words, font, width - key)) for words, font, colour, key in lines if words]


def _height(words: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, words).height() + 2


class TermList(QListView):
    """The cards; `chosen` carries the translation of the one that was clicked or entered."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Outline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._model = TermsModel(self)
        self.setModel(self._model)
        self._delegate = TermsDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.entered.connect(self._hover)
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    @property
    def cards(self) -> tuple[TermCard, ...]:
        """What is shown."""
        return self._model.cards

    def show_cards(self, shown: tuple[TermCard, ...]) -> None:
        """Shows the cards of another segment."""
        self._model.show_cards(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wraps the cards anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """The mouse is over no card any more."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        self._delegate.hovered = index.row()
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        card: TermCard = index.data(_CARD)
        if card.translation:
            self.chosen.emit(card.translation)
