"""One out of a list: type to narrow it down, Return takes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from tilshi.i18n import _
from tilshi_ui.dialogs.base import PlainDialog

_VALUE = Qt.ItemDataRole.UserRole


class Choice(PlainDialog):
    """`chosen` is the value of the entry that was taken; None while nothing was."""

    def __init__(
        self, title: str, entries: Sequence[tuple[object, str]], current: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.chosen: object = None
        self.setMinimumSize(380, 440)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(_("Type to find"))
        self._filter.setAccessibleName(_("Type to find"))
        self._filter.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        for value, text in entries:
            item = QListWidgetItem(text)
            item.setData(_VALUE, value)
            self._list.addItem(item)
            if value == current:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self.body.addWidget(self._filter)
        self.body.addWidget(self._list, 1)
        self._filter.textChanged.connect(self._narrow)
        self._list.itemActivated.connect(self._take)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self._accept = self.add_button(_("&Choose"), primary=True)
        self._accept.clicked.connect(self._take)
        self._filter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrows move in the list while one types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        row = self._list.currentRow() + step
        while 0 <= row < self._list.count() and self._list.item(row).isHidden():
            row += step
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def _narrow(self, text: str) -> None:
        first = -1
        for row in range(self._list.count()):
            item = self._list.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())
            if first < 0 and not item.isHidden():
                first = row
        self._list.setCurrentRow(first)
        self._accept.setEnabled(first >= 0)

    def _take(self) -> None:
        item = self._list.currentItem()
        if self._list.currentRow() >= 0 and not item.isHidden():
            self.chosen = item.data(_VALUE)
            self.accept()
