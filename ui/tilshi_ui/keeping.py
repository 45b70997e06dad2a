"""The open release on its way to the disk: edits into the journal while one works, saves into the file, both elsewhere.

The window's thread only hands snapshots over and hears what became of them.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Signal

from tilshi.drafts.container import Container
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.merging import merge
from tilshi.drafts.writer import FileSaved, JournalWriter, Kept, News, NotKept, NotSaved
from tilshi.release import Release
from tilshi.release.comparing import edit_between
from tilshi_ui.document import OpenDocument
from tilshi_ui.throttle import Throttle

_IDLE_MS: Final = 300
_LONGEST_MS: Final = 2_000
"""Keystrokes are kept when the hand rests, and while it does not, so often."""
_GRACE: Final = 10.0
"""Seconds that the last edits may take to reach the disk when the release is closed."""


class Keeping(QObject):
    """Keeps one open document; `saved` and `failed` carry what became of a save.

    Close it when the document is closed.
    """

    saved = Signal(object)
    failed = Signal(object)
    _heard = Signal(object)
    _answered = Signal()

    def __init__(self, document: OpenDocument, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._merges = 0
        self._sent: dict[int, Release] = {}
        self._outcome: News | None = None
        self.is_saving = False
        self._resting = Throttle(self._submit, self, _IDLE_MS)
        self._busy = Throttle(self._submit, self, _LONGEST_MS)
        self._heard.connect(self._hear)
        self._writer: JournalWriter | None = JournalWriter(keeper, self._tell)
        document.container = keeper.container
        document.changed.connect(self._note_change)
        if document.is_work:
            self._submit(always=True)

    def save(self, path: Path, *, overwrite: bool = False, seen: str = "", container: Container | None = None) -> None:
        """Has the release as it is now saved; `saved` or `failed` comes later.

        With another `container`, everything that is kept of the draft goes over into it.
        """
        assert self._writer is not None, "a closed release is not saved"
        document = self._document
        document.session.end_typing()
        self._resting.stop()
        self._busy.stop()
        revision = document.session.revision
        self._sent[revision] = document.release
        self._outcome, self.is_saving = None, True
        self._writer.save(
            revision, document.release, path, self._merges, overwrite=overwrite, seen=seen, container=container
        )

    def wait(self) -> bool:
        """Lets the window be painted until the save has ended; whether it did well."""
        loop = QEventLoop()
        self.saved.connect(loop.quit)
        self.failed.connect(loop.quit)
        if self._outcome is None:
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return isinstance(self._outcome, FileSaved)

    def settle(self) -> bool:
        """Has everything in the journal or the file; whether it is there now."""
        document = self._document
        document.session.end_typing()
        if self.is_saving:
            self.wait()
        if document.modified and not document.is_kept:
            loop = QEventLoop()
            self._answered.connect(loop.quit)
            self._submit()
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return document.is_kept or not document.modified

    def close(self, *, discard: bool = False) -> None:
        """The document is closed; with `discard` what is in no file is forgotten."""
        writer, self._writer = self._writer, None
        if writer is None:
            return
        self._document.changed.disconnect(self._note_change)
        if (self._resting.is_waiting or self._busy.is_waiting) and not discard:
            writer.submit(self._document.session.revision, self._document.release, self._merges)
        self._resting.stop()
        self._busy.stop()
        writer.close(discard=discard, timeout=_GRACE)
        self.deleteLater()

    def _note_change(self, _change: object) -> None:
        self._resting.postpone()
        self._busy.ask()

    def _submit(self, *, always: bool = False) -> None:
        if self._writer is None:
            return
        self._resting.stop()
        self._busy.stop()
        session = self._document.session
        self._writer.submit(session.revision, session.release, self._merges, always=always)

    def _tell(self, news: News) -> None:
        """In the writer's thread: on to the window's. At the end of the program it may be gone."""
        with contextlib.suppress(RuntimeError):
            self._heard.emit(news)

    def _hear(self, news: News) -> None:
        match news:
            case Kept(revision):
                self._document.kept(revision)
                self._answered.emit()
            case NotKept(_revision, error):
                self._document.not_kept(error.reason)
                self._answered.emit()
            case FileSaved():
                self._take_in(news)
            case NotSaved(revision, _path, error):
                self._sent.pop(revision, None)
                self._end(news, error)

    def _take_in(self, news: FileSaved) -> None:
        """What is in the file is what was sent, or with it what somebody else has saved meanwhile."""
        document, draft = self._document, news.saved.draft
        sent = self._sent.pop(news.revision, draft.release)
        self._merges = news.merges
        document.container = draft.container
        document.saved(draft.path, draft.release)
        document.kept(news.revision)
        if news.saved.merged:
            together = merge(sent, document.release, draft.release).release
            document.apply(edit_between(document.release, together))
        self._end(news, news.saved)

    def _end(self, news: FileSaved | NotSaved, said: object) -> None:
        self._outcome, self.is_saving = news, False
        (self.saved if isinstance(news, FileSaved) else self.failed).emit(said)
