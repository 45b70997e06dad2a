"""Pages on paper: a page after the other is made off the GUI thread and handed to the printer."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QRectF, QThreadPool, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from tilshi_ui.background import Job
from tilshi_ui.preview.typesetting import POINTS_PER_INCH, TypesetPages, picture

_SHARPEST: Final = 300
"""Dots an inch; more takes memory that nobody sees on paper."""


class Printing(QObject):
    """One print job; `finished` comes when the last page is with the printer, or printing failed (false)."""

    finished = Signal(bool)

    def __init__(self, pages: TypesetPages, printer: QPrinter, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._pool = pool
        self._job: Job | None = None
        self._painter = QPainter()
        first, last = printer.fromPage() or 1, printer.toPage() or pages.count
        self._wanted = [at for at in range(pages.count) if first <= at + 1 <= last]

    def start(self) -> None:
        """Begins; the window stays free meanwhile."""
        if not self._wanted or not self._painter.begin(self._printer):
            self._end(whole=False)
            return
        self._make(0)

    def _make(self, number: int) -> None:
        scale = min(self._printer.resolution(), _SHARPEST) / POINTS_PER_INCH
        self._job = Job(self)
        self._job.done.connect(partial(self._put, number))
        self._job.failed.connect(self._give_up)
        self._job.start(partial(picture, self._pages.data, self._wanted[number], scale), self._pool)

    def _put(self, number: int, image: QImage) -> None:
        if number:
            self._printer.newPage()
        # The sheet, margins included: the page has its own.
        sheet = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        printable = QRectF(self._printer.pageRect(QPrinter.Unit.DevicePixel))
        self._painter.drawImage(sheet.translated(-printable.topLeft()), image)
        if number + 1 < len(self._wanted):
            self._make(number + 1)
        else:
            self._end(whole=self._painter.end())

    def _give_up(self, _error: Exception) -> None:
        self._painter.end()
        self._end(whole=False)

    def _end(self, *, whole: bool) -> None:
        self._job = None
        self.finished.emit(whole)
