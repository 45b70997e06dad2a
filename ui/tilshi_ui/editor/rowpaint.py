"""How a row looks: where its columns are, and the card that is painted."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from tilshi.release import Target, Text
from tilshi_ui.controls.states import paint_state
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.textshape import TextShape
from tilshi_ui.theme import Tokens
from tilshi_ui.theme.tokens import FOCUS_WIDTH, RADIUS_CARD, STEP

GAP: Final = 2 * STEP
"""Between two cards."""
PAD_X: Final = 4 * STEP
PAD_Y: Final = 3 * STEP
COLUMN_GAP: Final = 6 * STEP
META_GAP: Final = 4 * STEP
DOT: Final = 9


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


class Words(NamedTuple):
    """A text with what is highlighted in it."""

    text: Text
    spans: tuple[Highlight, ...] = ()


class Row(NamedTuple):
    """What a row shows. `state` is None where the source itself is being written."""

    source: Words
    target: Words
    role: str
    state: Target | None
    state_name: str


class Look(NamedTuple):
    """What all rows have in common; `hint` stands where nothing is written yet."""

    columns: Columns
    tokens: Tokens
    hint: str


class RowPainter:
    """Paints rows that nobody is writing in, and the frame of the one somebody is."""

    def __init__(self, shape: TextShape, small: QFont) -> None:
        self._shape = shape
        self._small = small
        self._small_height = QFontMetrics(small).height()

    @property
    def least_height(self) -> int:
        """A row is at least as high as role and state."""
        return 2 * self._small_height + STEP + 2 * PAD_Y

    def height(self, source: Text, target: Text, columns: Columns, laid_out: int | None = None) -> int:
        """The height in pixels of a card with these texts; `laid_out` is that of the target, where it is known."""
        texts = self._shape.height(target, columns.target[1]) if laid_out is None else laid_out
        if columns.source:
            texts = max(texts, self._shape.height(source, columns.source[1]))
        return max(texts + 2 * PAD_Y, self.least_height)

    def paint(self, painter: QPainter, card: QRect, row: Row, look: Look, *, active: bool) -> None:
        """One card; the active one without its texts, which the cells show."""
        frame(painter, card, look.tokens, active=active)
        if not active:
            top = card.top() + PAD_Y
            if look.columns.source:
                left, width = look.columns.source
                self._text(painter, QPointF(card.left() + left, top), row.source, width, look.tokens)
            if row.target.text:
                left, width = look.columns.target
                self._text(painter, QPointF(card.left() + left, top), row.target, width, look.tokens)
            else:
                self._hint(painter, card, look)
        self._meta(painter, card, row, look)

    def _text(self, painter: QPainter, corner: QPointF, words: Words, width: int, tokens: Tokens) -> None:
        painter.setPen(QColor(tokens.text))
        for layout, top in self._shape.lines(words.text, width, words.spans, tokens):
            layout.draw(painter, corner + QPointF(0, top))

    def _hint(self, painter: QPainter, card: QRect, look: Look) -> None:
        left, width = look.columns.target
        painter.setFont(self._shape.font)
        painter.setPen(QColor(look.tokens.dim))
        line = QRect(card.left() + left, card.top() + PAD_Y, width, round(self._shape.line_height) + STEP)
        painter.drawText(line, Qt.TextFlag.TextSingleLine, _short(painter, look.hint, width))

    def _meta(self, painter: QPainter, card: QRect, row: Row, look: Look) -> None:
        left, width = card.left() + look.columns.meta[0], look.columns.meta[1]
        painter.setFont(self._small)
        line = QRect(left, card.top() + PAD_Y + STEP // 2, width, self._small_height)
        painter.setPen(QColor(look.tokens.dim))
        painter.drawText(line, Qt.TextFlag.TextSingleLine, _short(painter, row.role, width))
        if row.state is None:
            return
        line.translate(0, self._small_height + STEP)
        paint_state(painter, QRectF(left, line.center().y() - DOT / 2 + 0.5, DOT, DOT), row.state, look.tokens)
        line.setLeft(left + DOT + STEP + 2)
        painter.setPen(QColor(look.tokens.text))
        painter.drawText(line, Qt.TextFlag.TextSingleLine, _short(painter, row.state_name, line.width()))


def _short(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)


def frame(painter: QPainter, card: QRect, tokens: Tokens, *, active: bool) -> None:
    """The rounded card itself."""
    painter.setBrush(QColor(tokens.active if active else tokens.surface))
    pen = QPen(QColor(tokens.focus if active else tokens.line))
    pen.setWidthF(FOCUS_WIDTH if active else 1)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(card).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)
