"""How a row looks: where its columns are, and the card that is painted."""

from __future__ import annotations

import math
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from tilshi.release import Target, Text
from tilshi_ui.controls.states import paint_state
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.typefaces import PLAIN, Faces, Style
from tilshi_ui.theme import Tokens
from tilshi_ui.theme.tokens import FOCUS_WIDTH, RADIUS_CARD, STEP

GAP: Final = 2 * STEP
"""Between two cards."""
PAD_X: Final = 4 * STEP
PAD_Y: Final = 3 * STEP
COLUMN_GAP: Final = 6 * STEP
META_GAP: Final = 4 * STEP
DOT: Final = 9
_PAGE: Final = 180 * STEP
"""Running text is not wider than this, in pixels, so that the eye finds the next line."""


Column: TypeAlias = tuple[int, int]
"""Left edge and width in pixels."""


class Columns(NamedTuple):
    """Where the columns of a card begin and how wide they are, in pixels; no source column where it is not shown."""

    width: int
    source: Column | None
    target: Column
    meta: Column

    @classmethod
    def fit(cls, width: int, meta: int, *, source: bool) -> Columns:
        """The columns of cards `width` wide with `meta` for role and state."""
        inner = max(width - 2 * PAD_X - meta - META_GAP, 120)
        aside = (PAD_X + inner + META_GAP, meta)
        if not source:
            return cls(width, None, (PAD_X, inner), aside)
        half = (inner - COLUMN_GAP) // 2
        return cls(width, (PAD_X, half), (PAD_X + half + COLUMN_GAP, half), aside)

    @classmethod
    def fit_page(cls, width: int, meta: int) -> Columns:
        """The columns of running text: the names of parts on the left, the text beside them, both in the middle."""
        text = min(max(width - 2 * PAD_X - meta - COLUMN_GAP, 120), _PAGE)
        left = max(PAD_X, (width - meta - COLUMN_GAP - text) // 2)
        return cls(width, None, (left + meta + COLUMN_GAP, text), (left, meta))

    def holds_text(self, x: int) -> bool:
        """Whether a place is over a text, and not over role and state."""
        return not self.meta[0] <= x < self.meta[0] + self.meta[1]


class Words(NamedTuple):
    """A text with what is highlighted in it."""

    text: Text
    spans: tuple[Highlight, ...] = ()


class Beneath(NamedTuple):
    """A text under the source, to be read only: another language, or what was translated; `label` says which."""

    label: str
    words: Words


class Row(NamedTuple):
    """What a row shows. `state` is None where the source itself is being written."""

    source: Words
    target: Words
    role: str
    state: Target | None
    state_name: str
    beneath: tuple[Beneath, ...] = ()
    behind: str = ""
    bookmarked: bool = False
    style: Style = PLAIN
    hint: str = ""


class Measured(NamedTuple):
    """What decides how high a row is."""

    source: Text
    target: Text
    beneath: tuple[Text, ...] = ()
    lines: int = 2
    style: Style = PLAIN


class Look(NamedTuple):
    """What all rows have in common; on a `page` the text runs on, without cards."""

    columns: Columns
    tokens: Tokens
    page: bool = False


class RowPainter:
    """Paints rows that nobody is writing in, and the frame of the one somebody is."""

    def __init__(self, faces: Faces, small: QFont) -> None:
        self._faces = faces
        self._small = small
        self._small_height = QFontMetrics(small).height()

    def least_height(self, lines: int = 2) -> int:
        """A row is at least as high as the lines about it: its role, its state, and what else is to be known."""
        return lines * self._small_height + (lines - 1) * STEP + 2 * PAD_Y

    def source_height(self, source: Text, columns: Columns) -> int:
        """The height in pixels of the source alone."""
        return self._faces.shape().height(source, columns.source[1]) if columns.source else 0

    def height(self, texts: Measured, columns: Columns, laid_out: int | None = None) -> int:
        """The height in pixels of a card with these texts; `laid_out` is that of the target, where it is known."""
        shape = self._faces.shape(texts.style)
        height = shape.height(texts.target, columns.target[1]) if laid_out is None else laid_out
        if columns.source:
            below = sum(self._beneath_height(text, columns.source[1]) for text in texts.beneath)
            height = max(height, self.source_height(texts.source, columns) + below)
        return max(height + 2 * PAD_Y, self.least_height(texts.lines))

    def paint(self, painter: QPainter, card: QRect, row: Row, look: Look, *, active: bool) -> None:
        """One card; the active one without its texts, which the cells show."""
        if look.page:
            _mark_paragraph(painter, card, look, active=active)
        else:
            frame(painter, card, look.tokens, active=active)
        top = card.top() + PAD_Y
        if look.columns.source:
            left, width = look.columns.source
            if not active:
                self._text(painter, QPointF(card.left() + left, top), row.source, width, look.tokens)
            if row.beneath:
                self._beneath(painter, card, row, look)
        if not active:
            left, width = look.columns.target
            if row.target.text:
                self._text(painter, QPointF(card.left() + left, top), row.target, width, look.tokens, row.style)
            else:
                self._hint(painter, card, row, look)
        if look.page:
            self._margin(painter, card, row, look, active=active)
        else:
            self._meta(painter, card, row, look)

    def _text(  # noqa: PLR0913, PLR0917  # where, what, how
        self, painter: QPainter, corner: QPointF, words: Words, width: int, tokens: Tokens, style: Style = PLAIN
    ) -> None:
        painter.setPen(QColor(tokens.text))
        for layout, top in self._faces.shape(style).lines(words.text, width, words.spans, tokens):
            layout.draw(painter, corner + QPointF(0, top))

    def _beneath_height(self, text: Text, width: int) -> int:
        return 2 * STEP + self._small_height + self._faces.shape().height(text, width)

    def _beneath(self, painter: QPainter, card: QRect, row: Row, look: Look) -> None:
        assert look.columns.source is not None
        left, width = card.left() + look.columns.source[0], look.columns.source[1]
        top = card.top() + PAD_Y + self.source_height(row.source.text, look.columns)
        for label, words in row.beneath:
            painter.setPen(QPen(QColor(look.tokens.line)))
            painter.drawLine(left, top + STEP, left + width, top + STEP)
            painter.setPen(QColor(look.tokens.dim))
            painter.setFont(self._small)
            line = QRect(left, top + STEP + 2, width, self._small_height)
            painter.drawText(line, Qt.TextFlag.TextSingleLine, _short(painter, label, width))
            corner = QPointF(left, top + 2 * STEP + self._small_height)
            self._text(painter, corner, words, width, look.tokens)
            top += self._beneath_height(words.text, width)

    def _hint(self, painter: QPainter, card: QRect, row: Row, look: Look) -> None:
        left, width = look.columns.target
        shape = self._faces.shape(row.style)
        painter.setFont(shape.font)
        painter.setPen(QColor(look.tokens.dim))
        line = QRect(card.left() + left, card.top() + PAD_Y, width, math.ceil(shape.line_height) + STEP)
        painter.drawText(line, Qt.TextFlag.TextSingleLine, _short(painter, row.hint, width))

    def _meta(self, painter: QPainter, card: QRect, row: Row, look: Look) -> None:
        left, width = card.left() + look.columns.meta[0], look.columns.meta[1]
        painter.setFont(self._small)
        line = QRect(left, card.top() + PAD_Y + STEP // 2, width, self._small_height)
        if row.bookmarked:
            _ribbon(painter, QRectF(line.right() - 8, card.top() + 1, 9, 14), look.tokens)
            line.setWidth(width - 3 * STEP)
        painter.setPen(QColor(look.tokens.dim))
        painter.drawText(line, Qt.TextFlag.TextSingleLine, _short(painter, row.role, line.width()))
        line.setWidth(width)
        if row.state is None:
            return
        line.translate(0, self._small_height + STEP)
        paint_state(painter, _dot(line), row.state, look.tokens)
        self._state(painter, line, row.state_name, look.tokens)
        if row.behind:
            line.translate(0, self._small_height + STEP)
            _turned(painter, _dot(line), look.tokens)
            self._state(painter, line, row.behind, look.tokens)

    def _state(self, painter: QPainter, line: QRect, words: str, tokens: Tokens) -> None:
        beside = line.adjusted(DOT + STEP + 2, 0, 0, 0)
        painter.setPen(QColor(tokens.text))
        painter.drawText(beside, Qt.TextFlag.TextSingleLine, _short(painter, words, beside.width()))

    def _margin(self, painter: QPainter, card: QRect, row: Row, look: Look, *, active: bool) -> None:
        """The name of the part beside running text, on the line its text begins with, and what stands before it."""
        left, width = card.left() + look.columns.meta[0], look.columns.meta[1]
        high = round(self._faces.shape(row.style).line_height)
        line = QRect(left, card.top() + PAD_Y, width, max(high, self._small_height))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(self._small)
        painter.setPen(QColor(look.tokens.focus if active else look.tokens.dim))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | flags, _short(painter, row.role, width))
        if row.bookmarked:
            _ribbon(
                painter, QRectF(card.left() + look.columns.meta[0] + width + 3, card.top() + PAD_Y, 9, 14), look.tokens
            )
        if row.style.bullet:
            start = card.left() + look.columns.target[0]
            painter.setFont(self._faces.shape().font)
            painter.setPen(QColor(look.tokens.dim))
            painter.drawText(QRect(start - 4 * STEP, line.top(), 4 * STEP, line.height()), flags, row.style.bullet)


def _dot(line: QRect) -> QRectF:
    return QRectF(line.left(), line.center().y() - DOT / 2 + 0.5, DOT, DOT)


def _short(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


def _ribbon(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """A bookmark."""
    path = QPainterPath(box.topLeft())
    path.lineTo(box.topRight())
    path.lineTo(box.bottomRight())
    path.lineTo(box.center().x(), box.bottom() - 4)
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    painter.fillPath(path, QColor(tokens.focus))


def _turned(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Two thirds of a circle with an arrow: the source was turned round."""
    pen = QPen(QColor(tokens.warning))
    pen.setWidthF(1.6)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = box.adjusted(1, 1, -1, -1)
    painter.drawArc(ring, 60 * 16, 270 * 16)
    tip = QPointF(ring.right() + 0.5, ring.center().y() - 0.5)
    painter.drawLine(tip, tip + QPointF(-3.2, -1.6))
    painter.drawLine(tip, tip + QPointF(1.0, -3.4))


def frame(painter: QPainter, card: QRect, tokens: Tokens, *, active: bool) -> None:
    """The rounded card itself."""
    painter.setBrush(QColor(tokens.active if active else tokens.surface))
    pen = QPen(QColor(tokens.focus if active else tokens.line))
    pen.setWidthF(FOCUS_WIDTH if active else 1)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(card).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)


def _mark_paragraph(painter: QPainter, card: QRect, look: Look, *, active: bool) -> None:
    """Where the caret is on a page of running text."""
    if active:
        left, width = look.columns.target
        box = QRectF(card.left() + left - 5 * STEP, card.top() + STEP, width + 8 * STEP, card.height() - 2 * STEP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.active))
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.fillRect(QRectF(box.left(), box.top() + STEP, 2, box.height() - 2 * STEP), QColor(look.tokens.focus))
