"""The table of concepts: a model that holds rows and shows those that a filter lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from tilshi.i18n import _
from tilshi.terminology.glossary import Layer
from tilshi.terminology.wording import layer_name, status_name
from tilshi_ui.dialogs.glossary.rows import Row, narrowed
from tilshi_ui.panels.termcards import explanation
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Index = QModelIndex | QPersistentModelIndex
_SORTED_BY: Final[tuple[Callable[[Row], str], ...]] = (
    lambda row: row.source.casefold() or "\uffff",
    lambda row: row.target.casefold() or "\uffff",
    lambda row: row.status or "\uffff",
    lambda row: row.concept.subject.casefold(),
    lambda row: row.layer,
)


class ConceptsModel(QAbstractTableModel):
    """One row a concept that the filter lets through; any number of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._shown: list[int] = []
        self._languages = ("en", "kk")
        self._filter: tuple[str, Layer | None] = ("", None)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, whatever the filter."""
        return self._rows

    def show_rows(self, rows: Sequence[Row], languages: tuple[str, str]) -> None:
        """Shows other concepts, or the same in other languages."""
        self.beginResetModel()
        self._rows, self._languages = tuple(rows), languages
        self._shown = narrowed(self._rows, *self._filter)
        self.endResetModel()

    def narrow(self, words: str, layer: Layer | None) -> None:
        """Shows only what has these words, and is of this layer."""
        self.beginResetModel()
        self._filter = (words, layer)
        self._shown = narrowed(self._rows, words, layer)
        self.endResetModel()

    def row(self, at: int) -> Row:
        """What is shown in a line of the table."""
        return self._rows[self._shown[at]]

    def place_of(self, concept: str) -> int:
        """The line of a concept by its id; -1 where it is not shown."""
        return next((at for at in range(len(self._shown)) if self.row(at).concept.id == concept), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """As many as the filter lets through."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Two languages, status, subject, layer."""
        return 0 if parent.isValid() else len(_SORTED_BY)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        """What the columns hold."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (*(language_name(code) for code in self._languages), _("Status"), _("Subject"), _("From"))
        return names[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One cell; the tooltip says all that is known."""
        row = self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _cell(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n\n".join(explanation(row.concept, term, row.layer) for term in row.concept.terms))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Orders by a column."""
        if column < 0:
            return
        self.beginResetModel()
        is_reversed = order is Qt.SortOrder.DescendingOrder
        self._rows = tuple(sorted(self._rows, key=_SORTED_BY[column], reverse=is_reversed))
        self._shown = narrowed(self._rows, *self._filter)
        self.endResetModel()


def _cell(row: Row, column: int) -> str:
    match column:
        case 0:
            return row.source
        case 1:
            return row.target
        case 2:
            return status_name(row.status) if row.status else ""
        case 3:
            return row.concept.subject
        case _:
            return layer_name(row.layer)


def concepts_table(model: ConceptsModel) -> QTableView:
    """The table of a model."""
    table = QTableView()
    table.setModel(model)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(8 * STEP)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    for column, width in ((2, 110), (3, 130), (4, 130)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(column, width)
    for column in (0, 1):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    table.setAccessibleName(_("Concepts"))
    return table
