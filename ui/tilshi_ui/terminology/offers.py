"""The list of completions under the caret; it never takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyledItemDelegate, QWidget

from tilshi.i18n import _
from tilshi_ui.theme.tokens import SMALL_POINTS, STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from tilshi_ui.panels.cardpaint import Index
    from tilshi_ui.terminology.completing import Suggestion

_NOTE: Final = Qt.ItemDataRole.UserRole
_WIDEST: Final = 460
_ROW: Final = 7 * STEP


class _OfferDelegate(QStyledItemDelegate):
    """A form, and at the right end in small letters what it translates."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One offer."""
        super().paint(painter, option, index)
        note = str(index.data(_NOTE) or "")
        if not note:
            return
        painter.save()
        font = QFont(option.font)
        font.setPointSizeF(SMALL_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(option.palette.placeholderText().color()))
        taken = QFontMetrics(option.font).horizontalAdvance(str(index.data())) + 6 * STEP
        area = option.rect.adjusted(taken, 0, -2 * STEP, 0)
        short = painter.fontMetrics().elidedText(note, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), short)
        painter.restore()


class OfferList(QListWidget):
    """What may be meant by what was begun; `taken` carries the number of the one that was clicked, from 0."""

    taken = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_OfferDelegate(self))
        self.setAccessibleName(_("Suggestions"))
        self.itemClicked.connect(self._take)
        self.hide()

    def offer(self, offers: Sequence[Suggestion], caret: QRect) -> None:
        """Shows offers below the caret (in pixels of the parent), or above it where there is no room below."""
        self.clear()
        widest = 0
        for each in offers:
            item = QListWidgetItem(each.form)
            item.setData(_NOTE, each.note)
            item.setSizeHint(item.sizeHint().expandedTo(QRect(0, 0, 0, _ROW).size()))
            self.addItem(item)
            metrics = QFontMetrics(self.font())
            widest = max(widest, metrics.horizontalAdvance(f"{each.form}{each.note}"))
        self.setCurrentRow(0)
        self._place(min(_WIDEST, max(240, widest + 12 * STEP)), caret)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """The next or previous offer, round the end."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    def _place(self, width: int, caret: QRect) -> None:
        page = self._page.rect()
        height = self.count() * _ROW + 2 * self.frameWidth() + 2
        left = max(0, min(caret.left() - 2 * STEP, page.width() - width - STEP))
        below = caret.bottom() + STEP
        top = below if below + height <= page.height() else max(0, caret.top() - STEP - height)
        self.setGeometry(left, top, width, height)

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(self.row(item))
