"""All places that were found, with what would become of each, to be looked through before anything is replaced."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from tilshi.i18n import _
from tilshi.release import Release
from tilshi.searching.query import Query, QueryError, Where
from tilshi.searching.replacing import Planner, Swap
from tilshi.searching.search import Hit, Hits, text_of
from tilshi_ui.controls.runs import RUNS, Runs, RunsDelegate
from tilshi_ui.editor.display import shown
from tilshi_ui.panels.findings.entries import Places
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, tooltip

Index = QModelIndex | QPersistentModelIndex
_HEIGHT: Final = 44 * STEP
_LEAST_HEIGHT: Final = 20 * STEP
_AROUND: Final = 32
"""Code points of context on either side."""


class HitsModel(QAbstractTableModel):
    """One row a place: where it is, what stands there, what would; where something is to be put in, with a check box.

    `checked_by_user` are those whose box the user touched; the others are checked if the replacement is sure.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._release: Release | None = None
        self._places: Places | None = None
        self._planner: Planner | None = None
        self._swaps: dict[int, Swap] = {}
        self.hits: tuple[Hit, ...] = ()
        self.checked_by_user: dict[int, bool] = {}
        self.trouble = ""

    def show_hits(self, hits: Hits, release: Release | None, places: Places | None) -> None:
        """Shows other places."""
        self.beginResetModel()
        self.hits = hits.found if release is not None else ()
        self._release, self._places, self._planner = release, places, None
        self._swaps, self.checked_by_user = {}, {}
        self.endResetModel()

    def plan(self, query: Query | None, replacement: str) -> None:
        """Shows what would be put in; without a query nothing is to be."""
        self.beginResetModel()
        self._swaps, self.checked_by_user, self._planner, self.trouble = {}, {}, None, ""
        if query is not None and self._release is not None and self.hits:
            try:
                planner = Planner(self._release, query, replacement)
                planner.swap(self.hits[0])
                self._planner = planner
            except QueryError as error:
                self.trouble = str(error)
        self.endResetModel()

    def swap(self, row: int) -> Swap | None:
        """What would become of a place, where something is to be put in."""
        if self._planner is None:
            return None
        if row not in self._swaps:
            try:
                self._swaps[row] = self._planner.swap(self.hits[row])
            except QueryError:
                return None
        return self._swaps[row]

    def is_chosen(self, row: int) -> bool:
        """Whether a place is to be replaced."""
        swap = self.swap(row)
        return self.checked_by_user.get(row, swap is not None and swap.sure)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a place."""
        return 0 if parent.isValid() else len(self.hits)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Where, before, after."""
        return 0 if parent.isValid() else 3 if self._planner else 2

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns hold."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Place"), _("Before") if self._planner else _("Text"), _("After"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The place has a check box where something is to be put in."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._planner and not index.column() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The place, or what stands there and would stand there."""
        row = index.row()
        if index.column() == 0:
            if role == Qt.ItemDataRole.CheckStateRole and self._planner:
                return Qt.CheckState.Checked if self.is_chosen(row) else Qt.CheckState.Unchecked
            return self._place(row) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (RUNS, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            runs = self._runs(row, after=index.column() == 2)
            return runs if role == RUNS else "".join(runs) if role == Qt.ItemDataRole.DisplayRole else self._tip(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Checks or unchecks a place."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.checked_by_user[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True

    def _place(self, row: int) -> str:
        hit = self.hits[row]
        text = _("Note") if hit.where is Where.NOTES else language_name(hit.language)
        return f"{self._places[hit.segment] if self._places else ''} · {text}"

    def _tip(self, row: int) -> str:
        swap = self.swap(row)
        if swap is not None and not swap.sure:
            return tooltip(_("The form of this word may not be right after the replacement. Check it, then tick it."))
        return tooltip("".join(self._runs(row, after=False)))

    def _runs(self, row: int, *, after: bool) -> Runs:
        hit = self.hits[row]
        assert self._release is not None
        text = text_of(self._release, hit)
        swap = self.swap(row) if after else None
        own = swap.after if swap else "" if after else text[hit.start : hit.end]
        start = max(0, hit.start - _AROUND)
        pieces = (f"{'…' if start else ''}{text[start : hit.start]}", own, text[hit.end : hit.end + 2 * _AROUND])
        return Runs(*(shown(piece.replace("\n", " ")) for piece in pieces))


class HitList(QTableView):
    """The table of a model; Return goes to a place, Space checks it."""

    taken = Signal(int)

    def __init__(self, theme: Theme, model: HitsModel) -> None:
        super().__init__()
        self.setModel(model)
        delegate = RunsDelegate(theme, self)
        for column in (1, 2):
            self.setItemDelegateForColumn(column, delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(7 * STEP)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._fit)
        self.clicked.connect(self._take)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return goes to the place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Some rows; less where the window is low."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def show_current(self, row: int) -> None:
        """Marks the place at which one is."""
        if 0 <= row < self.model().rowCount() and row != self.currentIndex().row():
            self.setCurrentIndex(self.model().index(row, 1))

    def _toggle(self, row: int) -> None:
        index = self.model().index(row, 0)
        state = self.model().data(index, Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            other = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
            self.model().setData(index, other, Qt.ItemDataRole.CheckStateRole)

    def _take(self, index: QModelIndex) -> None:
        if index.column():
            self.taken.emit(index.row())

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 52 * STEP)
