"""Work off the GUI thread: it gets a snapshot, and its answer counts only while the snapshot is still the release."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.release import Release, Session


class Pools:
    """The threads beside the GUI's.

    `readers` for files and glossaries, `memory` for the translation memory, `checkers` for the checks, `press` for
    everything that touches PDFium.
    """

    def __init__(self) -> None:
        self.readers = QThreadPool()
        self.memory = QThreadPool()
        self.memory.setMaxThreadCount(2)  # one may be making an index
        self.checkers = QThreadPool()
        self.checkers.setMaxThreadCount(1)  # Python runs one of them at a time anyway, and they can take long
        self.press = QThreadPool()
        self.press.setMaxThreadCount(1)  # PDFium allows one thread at a time in the whole process

    def finish(self) -> None:
        """Forgets what has not begun and waits for the rest: before the program ends."""
        for pool in (self.readers, self.memory, self.checkers, self.press):
            pool.clear()
            pool.waitForDone()


class Job(QObject):
    """One piece of work; exactly one of the signals comes, in the thread that made the job.

    Keep a reference until then: what comes for a job that is gone is dropped. The work must not touch a widget.
    """

    done = Signal(object)
    failed = Signal(object)

    def start(self, work: Callable[[], object], pool: QThreadPool) -> None:
        """Does `work` in the pool."""
        done, failed = self.done, self.failed
        pool.start(lambda: _run(work, done.emit, failed.emit))


class Background(QObject):
    """Keeps an answer about a session's release up to date: at most one piece of work in flight, stale answers dropped.

    `answered` carries the answer; `failed` the exception that the work ended with.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: Session, work: Callable[[Release], object], pool: QThreadPool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._work = work
        self._pool = pool
        self._job: Job | None = None
        self._revision = -1
        self._wanted = False

    def ask(self) -> None:
        """Wants an answer about the release as it is now; what was asked before is forgotten."""
        self._wanted = True
        self._start()

    def use(self, work: Callable[[Release], object]) -> None:
        """Other work from now on; an answer of the old one is stale."""
        self._work = work
        self._revision = -1

    def _start(self) -> None:
        if self._job is not None or not self._wanted:
            return
        self._wanted, self._revision = False, self._session.revision
        release, work = self._session.release, self._work
        self._job = Job(self)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._give_up)
        self._job.start(lambda: work(release), self._pool)

    def _receive(self, answer: object) -> None:
        if self._finish():
            self.answered.emit(answer)
        self._start()

    def _give_up(self, error: object) -> None:
        if self._finish():
            self.failed.emit(error)
        self._start()

    def _finish(self) -> bool:
        """Whether what just ended is still wanted; if not, it is asked for again."""
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        current = self._revision == self._session.revision and not self._wanted
        self._wanted = not current
        return current


class Latest(QObject):
    """Answers the last question that was asked: at most one piece of work in flight, those in between are skipped.

    `answered` carries the answer, unless something else was asked meanwhile.
    """

    answered = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._job: Job | None = None
        self._next: Callable[[], object] | None = None
        self._stale = False

    def ask(self, work: Callable[[], object]) -> None:
        """Wants to know this, and no longer what was asked before; the work is given snapshots only."""
        self._stale = True
        self._next = work
        self._start()

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._stale, self._next = True, None

    def _start(self) -> None:
        if self._job is not None or self._next is None:
            return
        work, self._next, self._stale = self._next, None, False
        self._job = Job(self)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._give_up)
        self._job.start(work, self._pool)

    def _receive(self, answer: object) -> None:
        self._finish()
        if not self._stale:
            self.answered.emit(answer)
        self._start()

    def _give_up(self, error: Exception) -> None:
        self._finish()
        self._start()
        raise error

    def _finish(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None


def _run(work: Callable[[], object], done: Callable[[object], None], failed: Callable[[object], None]) -> None:
    # The receiver may be gone by now, and with it the signal: then nobody wants the answer any more.
    with contextlib.suppress(RuntimeError):
        try:
            answer = work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the GUI thread says it
            failed(error)
        else:
            done(answer)
