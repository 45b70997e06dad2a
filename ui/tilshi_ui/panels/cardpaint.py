"""How the card of a term looks, and what lies where on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from tilshi.terminology.concepts import Reliability, Status, Term
from tilshi_ui.panels.termcards import TermCard
from tilshi_ui.theme import Theme, Tokens
from tilshi_ui.theme.tokens import RADIUS_CARD, SMALL_POINTS, STEP

Index = QModelIndex | QPersistentModelIndex
CARD: Final = Qt.ItemDataRole.UserRole
MORE: Final = "⋯"
"""Stands for the forms that have no room; opens all of them."""
_PAD: Final = 3 * STEP
_GAP: Final = 2 * STEP
_MARK: Final = 9
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)


class _Line(NamedTuple):
    words: str
    font: QFont
    colour: str
    height: int
    marked: bool = False


class Piece(NamedTuple):
    """A form on the card: where it is painted, as what, and the form itself; empty for the way to all of them."""

    area: QRect
    words: str
    form: str


class TermsDelegate(QStyledItemDelegate):
    """Paints a card: the source term, its translation, the forms to choose from, a remark with its mark."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.hovered = -1
        self.pointer = QPoint(-1, -1)
        self._normal = QFont(view.font())
        self._bold = QFont(view.font())
        self._bold.setBold(True)
        self._small = QFont(view.font())
        self._small.setPointSizeF(SMALL_POINTS)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """As high as its lines."""
        width = self._view.viewport().width()
        card: TermCard = index.data(CARD)
        lines = self._lines(card, width - 2 * _PAD, self._theme.tokens)
        return QSize(width, sum(line.height for line in lines) + 2 * _PAD + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card."""
        tokens, card = self._theme.tokens, index.data(CARD)
        area: QRect = option.rect.adjusted(0, 0, 0, -2 * STEP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, area, index, tokens)
        top, left, width = area.top() + _PAD, area.left() + _PAD, area.width() - 2 * _PAD
        for line in self._lines(card, width, tokens):
            painter.setFont(line.font)
            painter.setPen(QColor(line.colour))
            indent = _MARK + STEP if line.marked else 0
            painter.drawText(QRect(left + indent, top, width - indent, line.height), _WRAP, line.words)
            if line.marked and card.term is not None:
                middle = top + QFontMetrics(line.font).height() / 2
                paint_mark(painter, QRectF(left, middle - _MARK / 2 + 0.5, _MARK, _MARK), card.term, tokens)
            top += line.height
        self._paint_forms(painter, area, card, tokens)
        painter.restore()

    def form_at(self, area: QRect, card: TermCard, point: QPoint) -> str | None:
        """The form under a point of the card in `area`; empty for the way to all of them, None where there is none."""
        for piece in self._pieces(area.adjusted(0, 0, 0, -2 * STEP), card):
            if piece.form != card.key and piece.area.contains(point):
                return piece.form
        return None

    def _frame(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        painter.setBrush(QColor(tokens.hover if index.row() == self.hovered else tokens.surface))
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 1.5 if focused else 1))
        painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)

    def _paint_forms(self, painter: QPainter, area: QRect, card: TermCard, tokens: Tokens) -> None:
        font = QFont(self._small)
        for piece in self._pieces(area, card):
            font.setUnderline(piece.form != card.key and piece.area.contains(self.pointer))
            painter.setFont(font)
            painter.setPen(QColor(tokens.term))
            painter.drawText(piece.area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), piece.words)

    def _lines(self, card: TermCard, width: int, tokens: Tokens) -> list[_Line]:
        lines = (
            (card.source, self._normal, tokens.dim, False),
            (card.translation, self._bold, tokens.text, False),
            (" " if card.key else "", self._small, tokens.term, False),
            (card.remark, self._small, tokens.dim, card.term is not None),
            (card.avoid, self._small, tokens.error, False),
        )
        return [
            _Line(words, font, colour, _height(words, font, width - (_MARK + STEP) * marked), marked)
            for words, font, colour, marked in lines
            if words
        ]

    def _pieces(self, area: QRect, card: TermCard) -> Iterator[Piece]:
        """The key and as many forms as there is room for, in the line kept for them."""
        if not card.key:
            return
        metrics, width = QFontMetrics(self._small), area.width() - 2 * _PAD
        above = sum(
            _height(words, font, width) for words, font in ((card.source, self._normal), (card.translation, self._bold))
        )
        left, top, right = area.left() + _PAD, area.top() + _PAD + above, area.right() - _PAD
        height, more = metrics.height() + 2, metrics.horizontalAdvance(MORE)
        shown = f"{card.key} →" if card.forms else card.key
        yield Piece(QRect(left, top, metrics.horizontalAdvance(shown), height), shown, card.key)
        left += metrics.horizontalAdvance(f"{shown} ")
        for at, form in enumerate(card.forms):
            words = shortened(form)
            advance = metrics.horizontalAdvance(words)
            rest = 0 if at == len(card.forms) - 1 else more + _GAP
            if left + advance + rest > right and at:
                yield Piece(QRect(left, top, more, height), MORE, "")
                return
            if left + advance + rest > right:
                words = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, right - left - rest)
                advance = metrics.horizontalAdvance(words)
            yield Piece(QRect(left, top, advance, height), words, form)
            left += advance + _GAP


def shortened(form: str) -> str:
    """A form by its last word, in which all forms of a term differ."""
    before, space, last = form.rpartition(" ")
    return f"…{last}" if before and space else form


def paint_mark(painter: QPainter, box: QRectF, term: Term, tokens: Tokens) -> None:
    """Disc (preferred), half disc (preferred, but only proposed), ring (admitted), cross (not to be used)."""
    colour = QColor(tokens.error if term.status.is_forbidden else tokens.ok)
    ring = box.adjusted(0.7, 0.7, -0.7, -0.7)
    painter.save()
    painter.setPen(QPen(colour, 1.4))
    if term.status.is_forbidden:
        painter.drawLine(ring.topLeft(), ring.bottomRight())
        painter.drawLine(QPointF(ring.right(), ring.top()), QPointF(ring.left(), ring.bottom()))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setBrush(colour)
        if term.status is Status.PREFERRED and term.reliability is Reliability.PROPOSED:
            painter.drawChord(ring, 90 * 16, 180 * 16)
        elif term.status is Status.PREFERRED:
            painter.drawEllipse(ring)
    painter.restore()


def _height(words: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, words).height() + 2
