"""The recognised parts of an import as a table whose roles can be corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tilshi.i18n import _
from tilshi.release import Release, Role
from tilshi.release.operations import set_role
from tilshi_ui.controls.fields import ListField, paint_arrow
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, role_name, tooltip

_Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 9 * STEP
_OPENING: Final = 160
"""How much of a text is shown, in code points."""
_UNSURE: Final = 0.6
"""Below this confidence a recognised role is marked as a guess."""


class PartsModel(QAbstractTableModel):
    """One row a part: role, and its text in each language."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._release = Release("", "en")
        self._confidence: Mapping[str, float] = {}

    @property
    def release(self) -> Release:
        """The release with the roles as they are now."""
        return self._release

    def show_release(self, release: Release, confidence: Mapping[str, float]) -> None:
        """Shows another release; `confidence` says of block ids how sure their role is."""
        self.beginResetModel()
        self._release, self._confidence = release, confidence
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a part."""
        return 0 if parent.isValid() else len(self._release.blocks)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Role, then the languages."""
        return 0 if parent.isValid() else 1 + len(self._release.languages)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        """What the columns hold."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return language_name(self._release.languages[section - 1]) if section else _("Part")

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Role or text of a part."""
        block = self._release.blocks[index.row()]
        if index.column() == 0:
            return self._role(block.role, self._confidence.get(block.id, 1.0), role)
        language = self._release.languages[index.column() - 1]
        text = "\n".join(self._release.text(segment.id, language).string for segment in block.segments)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(text[:_OPENING].split())
        return tooltip(text[: 10 * _OPENING]) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Roles can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Another role, as its value; the user is sure of it."""
        if role != Qt.ItemDataRole.EditRole or index.column() != 0 or not isinstance(value, str):
            return False
        block = self._release.blocks[index.row()]
        self._release = set_role(self._release, block.id, Role(value)).apply(self._release)
        self._confidence = {**self._confidence, block.id: 1.0}
        self.dataChanged.emit(index, index)
        return True

    def _role(self, part: Role, confidence: float, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return part.value
        sure = confidence >= _UNSURE
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return role_name(part) if sure else _("{part} ?").format(part=role_name(part))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(_("Click to change") if sure else _("A guess; click to change"))
        return None


class RoleDelegate(QStyledItemDelegate):
    """A list of all roles in the place of the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The role, and an arrow that says it can be another."""
        super().paint(painter, option, index)
        painter.save()
        paint_arrow(painter, option.rect, option.palette.placeholderText().color())
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: N802, ARG002
        """The list, open at once."""
        box = ListField(parent)
        for role in Role:
            box.addItem(role_name(role), role.value)
        box.activated.connect(self._take)
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        """Shows the role as it is."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: N802
        """Takes the role that was chosen."""
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _take(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.commitData.emit(box)
            self.closeEditor.emit(box)


def parts_table(model: PartsModel) -> QTableView:
    """The table of a model."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegateForColumn(0, RoleDelegate(table))
    table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setAccessibleName(_("Recognised parts"))
    return table
