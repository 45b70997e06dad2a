"""Work that was in no file when the program, or the computer, ended: to be gone on with, or to be let go."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from tilshi.drafts.recovery import Unsaved, discard, pending
from tilshi.i18n import _
from tilshi_ui.background import Latest
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import ago, tooltip

_WORK: Final = Qt.ItemDataRole.UserRole
_ROWS: Final = 3
"""So many are seen at once; the rest is scrolled to."""


class UnsavedList(QWidget):
    """Says what can be recovered, hidden where there is nothing; `chosen` carries an Unsaved."""

    chosen = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = PlainLabel(role="caption")
        self._list = QListWidget()
        self._list.setObjectName("Outline")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self._caption)
        column.addWidget(self._list)
        self._found: tuple[Unsaved, ...] = ()
        self._search = Latest(pool, self)
        self._search.answered.connect(self._show)
        self.retranslate()
        self.hide()

    @property
    def titles(self) -> list[str]:
        """What is offered, line by line."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def refresh(self) -> None:
        """Looks for unsaved work again, without anybody waiting for it."""
        self._search.ask(pending)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._caption.setText(_("Recover unsaved work").upper())
        self._list.setAccessibleName(_("Recover unsaved work"))
        self._show(self._found)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self, found: tuple[Unsaved, ...]) -> None:
        self._found = found
        self._list.clear()
        for unsaved in found:
            name = unsaved.path.name if unsaved.path else unsaved.title or _("Untitled release")
            where = _("in no file yet") if unsaved.path is None else _("changes not saved")
            item = QListWidgetItem(f"{name}\n{where} · {ago(max(time.time() - unsaved.at, 0))}")
            item.setData(_WORK, unsaved)
            item.setToolTip(tooltip(str(unsaved.path) if unsaved.path else unsaved.title))
            self._list.addItem(item)
        rows = min(self._list.count(), _ROWS)
        self._list.setFixedHeight(max(self._list.sizeHintForRow(0), 0) * rows + 2 * STEP)
        self.setVisible(bool(found))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_WORK))

    def _offer(self, at: QPoint) -> None:
        item = self._list.itemAt(at)
        if item is None:
            return
        menu = QMenu(self)
        menu.addAction(_("Recover"), lambda: self._choose(item))
        menu.addAction(_("Discard for good"), lambda: self._discard(item.data(_WORK)))
        menu.exec(self._list.viewport().mapToGlobal(at))

    def _discard(self, unsaved: Unsaved) -> None:
        discard(unsaved)
        self.refresh()
