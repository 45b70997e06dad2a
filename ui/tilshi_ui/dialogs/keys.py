"""The keyboard shortcuts on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tilshi.i18n import _
from tilshi_ui.dialogs.base import PlainDialog


class KeysDialog(PlainDialog):
    """Every command with its keys; `commands` are pairs (what it does, keys as Qt writes them in files)."""

    def __init__(self, commands: list[tuple[str, tuple[str, ...]]], parent: QWidget | None = None) -> None:
        super().__init__(_("Keyboard shortcuts"), parent)
        self.setMinimumSize(560, 560)
        self._table = QTableWidget(len(commands), 2)
        self._table.setHorizontalHeaderLabels([_("Command"), _("Keys")])
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setShowGrid(False)
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._table.setAccessibleName(_("Keyboard shortcuts"))
        native = QKeySequence.SequenceFormat.NativeText
        for row, (text, keys) in enumerate(commands):
            shown = ", ".join(QKeySequence(key).toString(native) for key in keys)
            self._table.setItem(row, 0, QTableWidgetItem(text))
            self._table.setItem(row, 1, QTableWidgetItem(shown))
        self.body.addWidget(self._table)
        self.add_text(_("On a Cyrillic keyboard layout a command answers to the place of its key."), dim=True)
        close = self.add_button(_("&Close"), primary=True)
        close.clicked.connect(self.accept)
        close.setFocus()
