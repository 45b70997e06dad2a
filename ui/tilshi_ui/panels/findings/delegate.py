"""How a line of the list of findings looks."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from tilshi_ui.checking.titles import quoted
from tilshi_ui.controls.severities import paint_severity, severity_colour
from tilshi_ui.panels.findings.entries import Entry, Excerpt, Header
from tilshi_ui.panels.findings.model import LINE, FindingsModel, Index
from tilshi_ui.theme import Theme, Tokens
from tilshi_ui.theme.tokens import RADIUS_CONTROL, SMALL_POINTS, STEP

_DOT: Final = 10
_PAD: Final = 2 * STEP
_LINE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class FindingsDelegate(QStyledItemDelegate):
    """Paints a heading, or a finding: what is wrong, the words around it, where it is and what is offered."""

    def __init__(self, theme: Theme, view: QListView, model: FindingsModel) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        self._normal = QFont(view.font())
        self._small = QFont(view.font())
        self._small.setPointSizeF(SMALL_POINTS)
        self._strong = QFont(self._small)
        self._strong.setWeight(QFont.Weight.DemiBold)
        line, small = QFontMetrics(self._normal).height(), QFontMetrics(self._small).height()
        self._line, self._small_line = line + 2, small + 2
        self._entry = 2 * _PAD + 2 * self._line + self._small_line
        self._header = small + 3 * _PAD

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Findings are equally high, so that thousands need not be looked at one by one."""
        return QSize(80, self._header if isinstance(index.data(LINE), Header) else self._entry)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, tokens = index.data(LINE), self._theme.tokens
        if isinstance(line, Header):
            self._paint_header(painter, option.rect, line, tokens)
        elif isinstance(line, Entry):
            self._frame(painter, option.rect, tokens, current=index == self._view.currentIndex())
            self._paint_entry(painter, option.rect, line, tokens)
        painter.restore()

    def _paint_header(self, painter: QPainter, area: QRect, header: Header, tokens: Tokens) -> None:
        painter.setFont(self._strong)
        painter.setPen(QColor(tokens.dim))
        words = f"{header.title} · {header.load.number}"
        painter.drawText(area.adjusted(STEP, _PAD, -STEP, 0), _LINE, _short(painter, words, area.width() - 2 * STEP))

    def _frame(self, painter: QPainter, area: QRect, tokens: Tokens, *, current: bool) -> None:
        if not current:
            return
        focused = self._view.hasFocus()
        painter.setBrush(QColor(tokens.hover))
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 1.5 if focused else 1))
        painter.drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_entry(self, painter: QPainter, area: QRect, entry: Entry, tokens: Tokens) -> None:
        head = entry.card.head
        left, top, right = area.left() + _PAD + _DOT + _PAD, area.top() + _PAD, area.right() - _PAD
        box = QRectF(area.left() + _PAD, top + (self._line - _DOT) / 2, _DOT, _DOT)
        paint_severity(painter, box, head.severity, tokens)
        painter.setFont(self._normal)
        painter.setPen(QColor(tokens.text))
        line = QRect(left, top, right - left, self._line)
        painter.drawText(line, _LINE, _short(painter, str(head.message), line.width()))
        line.translate(0, self._line)
        colour = QColor(severity_colour(head.severity.value, tokens))
        self._paint_excerpt(painter, line, self._model.excerpt(entry), colour, QColor(tokens.dim))
        line = QRect(left, line.bottom() + 1, right - left, self._small_line)
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.dim))
        painter.drawText(line, _LINE, _short(painter, _below(entry), line.width()))

    def _paint_excerpt(self, painter: QPainter, line: QRect, words: Excerpt, colour: QColor, dim: QColor) -> None:
        """The words with their own underlined; the room is for them first."""
        metrics = painter.fontMetrics()
        own = metrics.elidedText(words.own, Qt.TextElideMode.ElideMiddle, line.width())
        room = line.width() - metrics.horizontalAdvance(own)
        before = metrics.elidedText(words.before, Qt.TextElideMode.ElideLeft, room // 2)
        left = line.left()
        painter.setPen(dim)
        painter.drawText(QRect(left, line.top(), line.width(), line.height()), _LINE, before)
        left += metrics.horizontalAdvance(before)
        painter.setPen(QPen(colour, 1.4))
        bottom = line.center().y() + metrics.height() // 2 - 1
        painter.drawLine(left, bottom, left + max(metrics.horizontalAdvance(own), 3), bottom)
        painter.setPen(QColor(self._theme.tokens.text))
        painter.drawText(QRect(left, line.top(), line.right() - left, line.height()), _LINE, own)
        left += metrics.horizontalAdvance(own)
        painter.setPen(dim)
        rest = metrics.elidedText(words.after, Qt.TextElideMode.ElideRight, line.right() - left)
        painter.drawText(QRect(left, line.top(), line.right() - left, line.height()), _LINE, rest)


def _below(entry: Entry) -> str:
    """Where it is, and what is offered or why it was let stand."""
    if entry.waiver is not None:
        return f"{entry.place} · {entry.waiver.reason}"
    fixes = entry.card.fixes
    return f"{entry.place}   → {quoted(fixes[0].replacement)}" if fixes and fixes[0].replacement else entry.place


def _short(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, width)
