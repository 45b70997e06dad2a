"""The earlier saves of the open draft, read off the GUI thread when somebody wants to see them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.i18n import _
from tilshi.release import Text
from tilshi_ui.background import Job
from tilshi_ui.document import OpenDocument
from tilshi_ui.review.times import when

if TYPE_CHECKING:
    from pathlib import Path

    from tilshi.drafts.chronicle import Chronicle


class Archive(QObject):
    """Knows what each text said in earlier saves, as soon as it was asked for; `changed` comes when it knows more."""

    changed = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._document: OpenDocument | None = None
        self._job: Job | None = None
        self._path: Path | None = None
        self._asked_for: object = None
        self._wanted = False
        self.chronicle: Chronicle | None = None

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release is open."""
        if self._document is not None:
            self._document.file_changed.disconnect(self._follow)
        self._document, self.chronicle, self._job = document, None, None
        self._path, self._asked_for, self._wanted = None, None, False
        if document is not None:
            document.file_changed.connect(self._follow)

    def want(self) -> None:
        """Somebody wants to see it: from now on it is kept up to date."""
        self._wanted = True
        self._follow()

    def earlier(self, segment: str, language: str) -> tuple[Text, str] | None:
        """The last wording of a text that was another than now, and when it was saved."""
        document = self._document
        if document is None or segment not in (document.release.places or {}):
            return None
        self.want()
        now = document.release.text(segment, language)
        filed = document.filed
        if segment in (filed.places or {}) and (text := filed.text(segment, language)) and text.string != now.string:
            return text, _("the last save") if document.path else _("when it was opened")
        known = self.chronicle.wordings(segment, language) if self.chronicle else ()
        for wording in reversed(known):
            if wording.text and wording.text.string != now.string:
                return wording.text, when(wording.at)
        return None

    def _follow(self) -> None:
        document = self._document
        if not self._wanted or document is None or document.path is None or self._job is not None:
            return
        asked_for = (document.path, document.saved_at)
        if asked_for == self._asked_for:
            return
        from tilshi.drafts.chronicle import read_chronicle  # with the first look back
        from tilshi.drafts.statefolder import default_state

        known = self.chronicle if self._path == document.path else None
        self._path, self._asked_for = document.path, asked_for
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.start(
            partial(read_chronicle, document.path, document.container, state=default_state(), known=known), self._pool
        )

    def _take(self, chronicle: Chronicle) -> None:
        if self.sender() is not self._job:
            return  # of another release
        self._job, self.chronicle = None, chronicle
        self.changed.emit()
        self._follow()

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
        raise error
