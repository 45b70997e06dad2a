"""Rows of two wordings side by side, with what differs in them shown in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tilshi.language.differences import SpanKind, words_difference
from tilshi.release import Text
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.textshape import TextShape
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import FAMILIES, INTERFACE_POINTS, STEP
from tilshi_ui.throttle import Throttle

_Index = QModelIndex | QPersistentModelIndex
_PAD: Final = 2 * STEP
_PART_WIDTH: Final = 150
_OF_ROW: Final = Qt.ItemDataRole.UserRole
_MEASURED: Final = 400
"""Rows that are measured at once; where there are more, the rest is measured when one scrolls there."""


class Pair(NamedTuple):
    """A place in words, the text of a segment there before and after, and what to know the row by."""

    place: str
    old: Text
    new: Text
    key: str = ""


class PairsModel(QAbstractTableModel):
    """Pairs as rows: place, before, after."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pairs: tuple[Pair, ...] = ()
        self._titles = ("", "", "")

    def show_pairs(self, pairs: Sequence[Pair], titles: tuple[str, str, str]) -> None:
        """Shows other rows under these titles."""
        self.beginResetModel()
        self.pairs, self._titles = tuple(pairs), titles
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a pair."""
        return 0 if parent.isValid() else len(self.pairs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Place, before, after."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown, and what a screen reader says."""
        pair = self.pairs[index.row()]
        if role == _OF_ROW:
            return pair
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (pair.place, pair.old.string, pair.new.string)[index.column()]
        return None


class PairsDelegate(QStyledItemDelegate):
    """Paints wrapped texts with what went struck out on the left and what came underlined on the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        font = QFont(list(FAMILIES))
        font.setPointSizeF(INTERFACE_POINTS)
        self._shape = TextShape(font)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        """As high as the text at the width of its column."""
        view = self.parent()
        assert isinstance(view, QTableView)
        width = max(view.columnWidth(index.column()) - 2 * _PAD, 40)
        return QSize(width, self._shape.height(self._text(index), width) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One cell."""
        tokens, area = self._theme.tokens, option.rect
        painter.save()
        painter.setClipRect(area)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(tokens.hover if chosen else tokens.surface))
        painter.setPen(QColor(tokens.text if index.column() else tokens.dim))
        corner = QPointF(area.left() + _PAD, area.top() + _PAD)
        marks = _marks(index.data(_OF_ROW), index.column())
        for layout, top in self._shape.lines(self._text(index), max(area.width() - 2 * _PAD, 40), marks, tokens):
            layout.draw(painter, corner + QPointF(0, top))
        painter.restore()

    @staticmethod
    def _text(index: _Index) -> Text:
        pair: Pair = index.data(_OF_ROW)
        return (Text(pair.place), pair.old, pair.new)[index.column()]


def _marks(pair: Pair, column: int) -> tuple[Highlight, ...]:
    if not column:
        return ()
    spans = words_difference(pair.old.string, pair.new.string)
    if column == 1:
        gone = (span for span in spans if span.kind is SpanKind.DELETE)
        return tuple(Highlight(span.old_start, span.old_end, "deleted") for span in gone)
    came = (span for span in spans if span.kind is SpanKind.INSERT)
    return tuple(Highlight(span.new_start, span.new_end, "inserted") for span in came)


class PairsTable(QTableView):
    """A table of pairs; a row is chosen as a whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pairs = PairsModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(PairsDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setResizeContentsPrecision(_MEASURED)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self._fitting = Throttle(self.resizeRowsToContents, self, 0)  # when all columns have their width
        header.sectionResized.connect(self._fitting.ask)
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> Pair | None:
        """The row that is chosen."""
        row = self.currentIndex().row()
        return self.pairs.pairs[row] if 0 <= row < len(self.pairs.pairs) else None

    def show_pairs(self, pairs: Sequence[Pair], titles: tuple[str, str, str]) -> None:
        """Shows other rows, the first one chosen."""
        self.pairs.show_pairs(pairs, titles)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, _PART_WIDTH)
        self._fitting.ask()
        if pairs:
            self.selectRow(0)
