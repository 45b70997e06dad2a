"""Small pictures of all pages, to go to one of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget

from tilshi.i18n import _
from tilshi_ui.background import Latest
from tilshi_ui.preview.typesetting import TypesetPages, picture

_WIDTH: Final = 64
"""Pixels a page is wide."""

_MOST: Final = 40
"""More pages are not pictured: whoever writes them goes by the text."""


class Thumbnails(QListWidget):
    """`chosen` carries the page that was clicked, from 0; hidden where there is one page only."""

    chosen = Signal(int)

    def __init__(self, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Outline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setAccessibleName(_("Small pages"))
        self._making = Latest(pool, self)
        self._making.answered.connect(self._show)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.hide()

    def show_pages(self, pages: TypesetPages) -> None:
        """Other pages; the pictures follow when there is time."""
        shown = min(pages.count, _MOST)
        self.setVisible(shown > 1)
        if shown < 2:
            self._making.forget()
            return
        height = round(_WIDTH * pages.height / pages.width)
        self.setIconSize(QSize(_WIDTH, height))
        self.setFixedHeight(height + 2 * self.fontMetrics().height() + 16)
        while self.count() > shown:
            self.takeItem(self.count() - 1)
        for at in range(self.count(), shown):
            item = QListWidgetItem(str(at + 1))
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _("Page {n}").format(n=at + 1))
            self.addItem(item)
        scale = _WIDTH / pages.width * self.devicePixelRatioF()
        data = pages.data
        self._making.ask(lambda: [picture(data, at, scale) for at in range(shown)])

    def mark(self, page: int) -> None:
        """The page (from 1) that is being read."""
        if 0 < page <= self.count():
            self.setCurrentRow(page - 1)

    def _show(self, images: list[QImage]) -> None:
        for at, image in enumerate(images[: self.count()]):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self.item(at).setIcon(QIcon(QPixmap.fromImage(image)))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.row(item))
