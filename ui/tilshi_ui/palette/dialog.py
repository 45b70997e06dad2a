"""The palette itself: a field and a list; Return does it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tilshi.i18n import _
from tilshi_ui.keys.book import Entry
from tilshi_ui.palette.ranking import Candidate, ranked
from tilshi_ui.theme.tokens import STEP

_NAME: Final = Qt.ItemDataRole.UserRole
_MOVING: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_SIZE: Final = (150 * STEP, 96 * STEP)


class Palette(QDialog):
    """`chosen` is the name of the command that was taken; empty while none was."""

    def __init__(
        self,
        entries: Sequence[Entry],
        keys: Mapping[str, str],
        called: Mapping[str, tuple[str, ...]],
        recent: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`entries` are what can be done now; `keys` what to press for each; `called` what else each is called."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("Command palette"))
        self.chosen = ""
        self._entries = {entry.name: entry for entry in entries}
        self._keys = keys
        self._recent = recent
        self._candidates = [
            Candidate(entry.name, (entry.title, f"{entry.menu} {entry.title}", *called.get(entry.name, ())))
            for entry in entries
        ]
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type what you want to do, in any language of the interface"))
        self.field.setAccessibleName(_("Command"))
        self.field.installEventFilter(self)
        self.list = QTableWidget(0, 3)
        self.list.setAccessibleName(_("Commands"))
        self._arrange()
        self.field.textChanged.connect(self._show)
        self.list.cellClicked.connect(self._take)
        self._show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The arrows move in the list while one types, and Return takes what is chosen there."""
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _MOVING:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self.setFixedSize(*_SIZE)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setShowGrid(False)
        self.list.setTabKeyNavigation(False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setDefaultSectionSize(7 * STEP)
        header = self.list.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        box = QVBoxLayout(self)
        box.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        box.setSpacing(2 * STEP)
        box.addWidget(self.field)
        box.addWidget(self.list, 1)
        if (parent := self.parentWidget()) is not None:
            place = parent.window().geometry()
            self.move(place.center().x() - self.width() // 2, place.top() + 16 * STEP)

    def _show(self) -> None:
        names = ranked(self.field.text(), self._candidates, self._recent)
        dim = QColor(self.palette().placeholderText().color())
        self.list.setRowCount(len(names))
        for row, name in enumerate(names):
            entry = self._entries[name]
            for column, text in enumerate((entry.title, entry.menu, self._keys.get(name, ""))):
                item = QTableWidgetItem(text)
                item.setData(_NAME, name)
                if column:
                    item.setForeground(dim)
                self.list.setItem(row, column, item)
        if names:
            self.list.setCurrentCell(0, 0)

    def _take(self) -> None:
        item = self.list.item(self.list.currentRow(), 0)
        if item is not None:
            self.chosen = str(item.data(_NAME))
            self.accept()
