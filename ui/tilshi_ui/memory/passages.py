"""Units of the memory in two columns, with what was looked for marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from tilshi import i18n
from tilshi.i18n import _
from tilshi_ui.editor.display import shown
from tilshi_ui.editor.offsets import to_utf16
from tilshi_ui.panels.matches.cards import said_date
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import tooltip

if TYPE_CHECKING:
    from tilshi.memory.units import Unit

Index = QModelIndex | QPersistentModelIndex
_LONGEST: Final = 1_000
_PAD: Final = 2 * STEP
SPANS: Final = Qt.ItemDataRole.UserRole


class Found(NamedTuple):
    """A unit, and where in its source or its translation what was looked for stands (code points)."""

    unit: Unit
    in_source: bool = True
    spans: tuple[tuple[int, int], ...] = ()


class PassagesModel(QAbstractTableModel):
    """Source, translation, and where they are from."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Found, ...] = ()

    def show_rows(self, rows: Sequence[Found]) -> None:
        """Shows other units."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a unit."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Source, translation, origin."""
        return 0 if parent.isValid() else 3

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns are called."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (_("Source"), _("Translation"), _("From"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell; its marked spans; where it is from in full."""
        found = self.rows[index.row()]
        unit = found.unit
        who = (unit.provenance.by, said_date(unit.provenance.at, i18n.language()))
        origin = (unit.provenance.title, " · ".join(filter(None, who)))
        texts = (unit.source.string, unit.target.string, "\n".join(filter(None, origin)))
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == SPANS:
            return found.spans if index.column() == (0 if found.in_source else 1) else ()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, origin)))
        return None


class PassageDelegate(QStyledItemDelegate):
    """Wraps a text, and shows what was looked for in bold on a ground of its own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        colours = QGuiApplication.palette()  # a style sheet makes the dim text of a widget's own paler still
        painter.setPen((colours.placeholderText() if index.column() == 2 else colours.text()).color())
        layout = _layout(index, option.font, option.rect.width() - 2 * _PAD, colours.link().color())
        painter.setClipRect(option.rect)
        layout.draw(painter, QPointF(option.rect.left() + _PAD, option.rect.top() + _PAD))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its lines in the width that the column has."""
        view = self.parent()
        assert isinstance(view, QTableView)
        width = view.columnWidth(index.column()) - 2 * _PAD
        height = _layout(index, option.font, width, QColor()).boundingRect().height()
        return QSize(width, round(height) + 2 * _PAD)


def passages_table(model: PassagesModel) -> QTableView:
    """A table for them; rows are as high as their texts."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(PassageDelegate(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().setResizeContentsPrecision(0)  # those that are seen
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (0, 1):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(2, 190)
    return table


def _layout(index: Index, font: QFont, width: int, colour: QColor) -> QTextLayout:
    stored = str(index.data())[:_LONGEST]
    layout = QTextLayout(shown(stored).replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_range(stored, span, colour) for span in index.data(SPANS) if span[1] <= len(stored)])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _range(stored: str, span: tuple[int, int], colour: QColor) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    look.setFontUnderline(True)
    if colour.isValid():
        look.setForeground(colour)
    made.start, end = to_utf16(stored, span[0]), to_utf16(stored, span[1])
    made.length, made.format = end - made.start, look
    return made
