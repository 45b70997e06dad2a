"""How the card of a match looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from tilshi_ui.editor.display import shown
from tilshi_ui.editor.offsets import to_utf16
from tilshi_ui.panels.matches.cards import MatchCard, Run
from tilshi_ui.theme import Theme, Tokens
from tilshi_ui.theme.tokens import RADIUS_CARD, SMALL_POINTS, STEP

Index = QModelIndex | QPersistentModelIndex
CARD: Final = Qt.ItemDataRole.UserRole
_PAD: Final = 3 * STEP
_MARK: Final = 9
_LONGEST: Final = 600
"""Code points of a text that a card shows."""


class _Part(NamedTuple):
    layout: QTextLayout
    colour: str
    top: float
    indent: int


class MatchesDelegate(QStyledItemDelegate):
    """Paints a card: how near it is and its keys, the source with what differs, the translation, where it is from."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.hovered = -1
        self._bold = QFont(view.font())
        self._bold.setBold(True)
        self._small = QFont(view.font())
        self._small.setPointSizeF(SMALL_POINTS)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """As high as its lines."""
        width = self._view.viewport().width()
        _parts, height = self._laid_out(index.data(CARD), width - 2 * _PAD)
        return QSize(width, round(height) + 2 * _PAD + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One card."""
        tokens, card = self._theme.tokens, index.data(CARD)
        area: QRect = option.rect.adjusted(0, 0, 0, -2 * STEP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, area, index, tokens)
        left, top = area.left() + _PAD, area.top() + _PAD
        parts, _height = self._laid_out(card, area.width() - 2 * _PAD)
        for part in parts:
            painter.setPen(QColor(part.colour))
            part.layout.draw(painter, QPointF(left + part.indent, top + part.top))
        line = parts[0].layout.boundingRect().height()
        _paint_mark(painter, QRectF(left, top + line / 2 - _MARK / 2, _MARK, _MARK), card.kind, tokens)
        if card.key:
            painter.setFont(self._small)
            painter.setPen(QColor(tokens.term))
            keys = QRectF(left, top, area.width() - 2 * _PAD, line)
            painter.drawText(keys, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), card.key)
        painter.restore()

    def _laid_out(self, card: MatchCard, width: int) -> tuple[list[_Part], float]:
        parts: list[_Part] = []
        top = 0.0
        for runs, font, colour, indent in self._lines(card):
            layout = _layout(runs, font, self._theme.tokens, width - indent)
            parts.append(_Part(layout, colour, top, indent))
            top += layout.boundingRect().height() + STEP / 2
        return parts, top

    def _lines(self, card: MatchCard) -> Iterator[tuple[Sequence[Run], QFont, str, int]]:
        tokens = self._theme.tokens
        yield (Run(card.title),), self._small, tokens.dim, _MARK + STEP
        if card.source:
            yield card.source, QFont(self._view.font()), tokens.dim, 0
        yield card.target, self._bold, tokens.text, 0
        if card.origin:
            yield (Run(card.origin),), self._small, tokens.dim, 0

    def _frame(self, painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        painter.setBrush(QColor(tokens.hover if index.row() == self.hovered else tokens.surface))
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 1.5 if focused else 1))
        painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)


def _layout(runs: Sequence[Run], font: QFont, tokens: Tokens, width: int) -> QTextLayout:
    """Runs in lines of `width` pixels; what is gone is struck out, what is new underlined, each in its colour."""
    words, formats, at = "", [], 0
    for run in runs:
        part = shown(run.words).replace("\n", "\u2028")[: max(0, _LONGEST - len(words))]
        length = to_utf16(part, len(part))
        if run.kind != "equal" and length:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = at, length, _look(run.kind, tokens)
            formats.append(span)
        words += part
        at += length
    layout = QTextLayout(words + "…" * (len(words) >= _LONGEST), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _look(kind: str, tokens: Tokens) -> QTextCharFormat:
    look = QTextCharFormat()
    match kind:
        case "delete":
            look.setForeground(QColor(tokens.error))
            look.setFontStrikeOut(True)
        case "insert":
            look.setForeground(QColor(tokens.ok))
            look.setFontUnderline(True)
        case _:
            look.setForeground(QColor(tokens.term))
            look.setBackground(QColor(tokens.term_fill))
    return look


def _paint_mark(painter: QPainter, box: QRectF, kind: str, tokens: Tokens) -> None:
    """Two discs (in context), disc (exact), half disc (similar), two rings (repetition)."""
    painter.save()
    ring = box.adjusted(0.7, 0.7, -0.7, -0.7)
    painter.setPen(QPen(QColor(tokens.ok if kind != "fuzzy" else tokens.warning), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if kind == "repeated":
        painter.drawEllipse(ring.adjusted(2, 2, -2, -2))
    else:
        painter.setBrush(painter.pen().color())
        if kind == "fuzzy":
            painter.drawChord(ring, 90 * 16, 180 * 16)
        else:
            painter.drawEllipse(ring if kind == "exact" else ring.adjusted(2, 2, -2, -2))
    painter.restore()
