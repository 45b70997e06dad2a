"""Before all findings of a kind are put right: what would become of each, to be accepted one by one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from tilshi.checking.findings import Side
from tilshi.i18n import _, ngettext
from tilshi.release import Release
from tilshi_ui.checking.repair import Repair
from tilshi_ui.controls.runs import RUNS, Runs, RunsDelegate
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.editor.display import shown
from tilshi_ui.panels.findings.entries import Places
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import tooltip

Index = QModelIndex | QPersistentModelIndex
_AROUND: Final = 24


class RepairsModel(QAbstractTableModel):
    """One row a repair: whether it is to be done with its place, the text before, the text after."""

    counted = Signal()

    def __init__(
        self, release: Release, language: str, offered: tuple[Repair, ...], places: Places, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._release = release
        self._language = language
        self._offered = offered
        self._places = places
        self._checked = [repair.sure for repair in offered]

    @property
    def chosen(self) -> tuple[Repair, ...]:
        """What is to be done."""
        return tuple(repair for repair, checked in zip(self._offered, self._checked, strict=True) if checked)

    def check_all(self, *, checked: bool) -> None:
        """All of them, or none."""
        self._checked = [checked] * len(self._offered)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._offered) - 1, 0))
        self.counted.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a repair."""
        return 0 if parent.isValid() else len(self._offered)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Place, before, after."""
        return 0 if parent.isValid() else 3

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What the columns hold."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Place"), _("Before"), _("After"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The place has a check box."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if index.column() else flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The place, or what stands there and would stand there."""
        repair = self._offered[index.row()]
        if index.column() == 0:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if self._checked[index.row()] else Qt.CheckState.Unchecked
            return self._places[repair.finding.segment] if role == Qt.ItemDataRole.DisplayRole else None
        runs = self._runs(repair, after=index.column() == 2)
        if role == RUNS:
            return runs
        if role == Qt.ItemDataRole.DisplayRole:
            return "".join(runs)
        return tooltip("".join(runs)) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Checks or unchecks a repair."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._checked[index.row()] = Qt.CheckState(value) is Qt.CheckState.Checked
        self.dataChanged.emit(index, index)
        self.counted.emit()
        return True

    def _runs(self, repair: Repair, *, after: bool) -> Runs:
        finding, fix = repair.finding, repair.fix
        code = self._release.source_language if finding.side is Side.SOURCE else self._language
        text = self._release.text(finding.segment, code).string
        own = fix.replacement if after else text[fix.start : fix.end]
        start = max(0, fix.start - _AROUND)
        pieces = (f"{'…' if start else ''}{text[start : fix.start]}", own, text[fix.end : fix.end + _AROUND])
        return Runs(*(shown(piece.replace("\n", " ")) for piece in pieces))


class FixAllDialog(PlainDialog):
    """`chosen` are the repairs to be done, once it was accepted."""

    def __init__(  # noqa: PLR0913, PLR0917  # what it shows, and how
        self,
        title: str,
        offered: tuple[Repair, ...],
        release: Release,
        language: str,
        places: Places,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Fix all of this kind"), parent)
        self.add_text(title)
        self.setMinimumSize(620, 420)
        self.model = RepairsModel(release, language, offered, places, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        delegate = RunsDelegate(theme, self.table)
        for column in (1, 2):
            self.table.setItemDelegateForColumn(column, delegate)
        self.table.setAccessibleName(_("What would become of each"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(7 * STEP)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 40 * STEP)
        self.body.addWidget(self.table, 1)
        self.add_button(_("&All"), left=True).clicked.connect(self._all)
        self.add_button(_("&None"), left=True).clicked.connect(self._no_one)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.accept_button = self.add_button("", primary=True)
        self.accept_button.clicked.connect(self.accept)
        self.model.counted.connect(self._count)
        self._count()
        self.table.selectRow(0)
        self.table.setFocus()

    @property
    def chosen(self) -> tuple[Repair, ...]:
        """What is to be done."""
        return self.model.chosen

    def _count(self) -> None:
        number = len(self.model.chosen)
        self.accept_button.setText(ngettext("&Fix {n} place", "&Fix {n} places", number).format(n=number))
        self.accept_button.setEnabled(bool(number))

    def _all(self) -> None:
        self.model.check_all(checked=True)

    def _no_one(self) -> None:
        self.model.check_all(checked=False)
