"""The commands about earlier wordings: comparing versions, restoring a segment, a language or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi.release import Edit, Release, Text
from tilshi.release.comparing import edit_between
from tilshi.release.reviewing import restore_language, restore_text
from tilshi_ui.document import OpenDocument
from tilshi_ui.history.archive import Archive
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.workarea import WorkArea

if TYPE_CHECKING:
    from tilshi_ui.history.dialog import CompareDialog


class HistoryVerbs(QObject):
    """`said` carries what the user should know and need not confirm."""

    said = Signal(str)

    def __init__(self, window: QWidget, work: WorkArea, archive: Archive, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._archive = archive
        self._pool = pool
        self._document: OpenDocument | None = None
        self._dialog: CompareDialog | None = None
        self._looking = Throttle(self._look, self)
        work.history.restored.connect(self._restore_here)
        work.history.compare_wanted.connect(self.compare_versions)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release is open."""
        if self._document is not None:
            self._document.changed.disconnect(self._changed)
        self._document = document
        self._archive.show_document(document)
        if document is not None:
            document.changed.connect(self._changed)
        if self._dialog is not None:
            self._dialog.close()

    def show_history(self) -> None:
        """What the current segment said before."""
        self._work.show_history_page()

    def compare_versions(self) -> None:
        """Two versions of the release side by side."""
        from tilshi_ui.history.dialog import CompareDialog  # dialogs are loaded when they are opened

        if self._document is None:
            return
        if self._dialog is None:
            self._dialog = CompareDialog(self._archive, self._work.theme, self._pool, self._window)
            self._dialog.restored.connect(self._restore)
            self._dialog.gone_to.connect(self._go)
        self._dialog.offer(self._document)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        self._dialog.table.setFocus()

    def _changed(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._looking.postpone()

    def _look(self) -> None:
        if self._dialog is not None:
            self._dialog.refresh()

    def _restore_here(self, text: Text) -> None:
        document = self._document
        if document is not None and document.number(document.place.segment):
            place = document.place
            self._apply(document, restore_text(document.release, place.segment, place.language, text))
            self._work.rows.writer.setFocus()

    def _restore(self, older: Release, language: str, segment: str) -> None:
        document = self._document
        if document is None:
            return
        release = document.release
        if not language:
            edit: Edit = edit_between(release, older)
        elif language not in release.languages:
            self.said.emit(_("The release is not translated into that language any more."))
            return
        elif not segment:
            edit = restore_language(release, older, language)
        elif not document.number(segment) or segment not in (older.places or {}):
            self.said.emit(_("The segment is not in both versions. Restore the whole release to have it back."))
            return
        else:
            edit = restore_text(release, segment, language, older.text(segment, language))
        self._apply(document, edit)

    def _apply(self, document: OpenDocument, edit: Edit) -> None:
        document.session.end_typing()
        before = document.release
        document.apply(edit)
        document.session.end_typing()
        changed = document.release is not before
        self.said.emit(_("Restored. Ctrl+Z takes it back.") if changed else _("It is as it was already."))

    def _go(self, segment: str, language: str) -> None:
        document = self._document
        if document is not None and document.number(segment) and language in document.release.languages:
            document.place.speak(language)
            document.place.go(segment)
            self._work.rows.reveal()
