"""Reads and writes the address book beside the window's thread, one thing after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi_ui.background import Job

if TYPE_CHECKING:
    from tilshi.contacts import AddressBook

    Work = Callable[[], AddressBook]
    Then = Callable[[AddressBook], object]


class Keeper(QObject):
    """`read` carries the book after each piece of work, `failed` the error where there was one."""

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._waiting: deque[tuple[Work, Then | None]] = deque()
        self._then: Then | None = None
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is not finished yet."""
        return self._job is not None

    def do(self, work: Work, then: Then | None = None) -> None:
        """Does the work when what was asked before is done, and `then` something with the book, here."""
        self._waiting.append((work, then))
        if self._job is None:
            self._next()

    def _next(self) -> None:
        self._job = Job(self)
        self._job.done.connect(self._say_done)
        self._job.failed.connect(self._say_failed)
        work, self._then = self._waiting.popleft()
        self._job.start(work, self._pool)

    def _say_done(self, book: AddressBook) -> None:
        then = self._then
        self._go_on()
        self.read.emit(book)
        if then is not None:
            then(book)

    def _say_failed(self, error: Exception) -> None:
        self._go_on()
        self.failed.emit(error)

    def _go_on(self) -> None:
        self._job = None
        if self._waiting:
            self._next()
