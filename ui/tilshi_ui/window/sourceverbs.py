"""The commands about a source that goes on: a new version of it, and the translations that are behind."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Release
from tilshi.release.reviewing import behind
from tilshi_ui.background import Job
from tilshi_ui.document import OpenDocument
from tilshi_ui.window.workarea import WorkArea

if TYPE_CHECKING:
    from tilshi.exchange.updating import SourceUpdate


class SourceVerbs(QObject):
    """Takes a new version of the source over, and leads to what is behind it.

    `said` carries what the user should know and need not confirm, `failed` a FileError.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, work: WorkArea, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._pool = pool
        self._job: Job | None = None
        self.document: OpenDocument | None = None
        work.top.behind_chosen.connect(self.next_behind)

    def update_source(self) -> None:
        """Asks for a new version of the source, and shows what it changes."""
        from tilshi_ui.dialogs.importing import SUFFIXES

        document = self.document
        if document is None:
            return
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("New version of the source"),
            str(document.path.parent if document.path else Path.home()),
            ";;".join((_("Texts and translations ({patterns})").format(patterns=patterns), _("All files (*)"))),
        )
        if chosen:
            self.update_from(Path(chosen))

    def update_from(self, path: Path) -> None:
        """Reads a new version of the source, and shows what it changes."""
        document = self.document
        if document is None:
            return
        self._job = Job(self)
        self._job.done.connect(partial(self._show, document))
        self._job.failed.connect(self._say_failure)
        self._job.start(partial(_compared, path, document.release), self._pool)

    def next_behind(self) -> None:
        """Goes to the next translation that is behind its source, in another language where this one has none."""
        document = self.document
        if document is None:
            return
        release, place = document.release, document.place
        languages = sorted(release.target_languages, key=lambda code: code != place.language)
        for code in languages:
            if order := behind(release, code):
                here = document.number(place.segment) if code == place.language else 0
                place.speak(code)
                place.go(next((each for each in order if document.number(each) > here), order[0]))
                self._work.rows.reveal()
                return
        self.said.emit(_("No translation is behind its source."))

    def _show(self, document: OpenDocument, compared: tuple[Release, SourceUpdate]) -> None:
        from tilshi_ui.dialogs.sourceupdate import SourceUpdateDialog  # dialogs are loaded when they are opened

        self._job = None
        release, update = compared
        if document is not self.document:
            return
        if document.release != release:  # somebody went on writing while the file was read
            self.said.emit(_("The release has changed while the file was read. Update the source again."))
            return
        if update.edit is None:
            self.said.emit(_("The source in the file is the same as here."))
            return
        updated = update.edit.apply(release)
        dialog = SourceUpdateDialog(update, release, updated, self._work.theme, self._window)
        if dialog.exec() and document.release is release:
            document.session.end_typing()
            document.apply(update.edit)
            number = sum(len(behind(document.release, code)) for code in document.release.target_languages)
            words = ngettext("{n} translation is behind it.", "{n} translations are behind it.", number)
            said = _("The source was updated; Ctrl+Z takes it back.")
            self.said.emit(" ".join((said, words.format(n=number))) if number else said)
        dialog.deleteLater()

    def _say_failure(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, FileError):
            raise error
        self.failed.emit(error)


def _compared(path: Path, release: Release) -> tuple[Release, SourceUpdate]:
    """What the file changes of the release; runs in the pool.

    Raises:
        FileError: it cannot be read, or is a text in another language.
    """
    from tilshi.exchange.importing import import_files  # with all readers, which no start needs
    from tilshi.exchange.updating import update_source

    is_xliff = path.suffix.lower() in {".xlf", ".xliff"}
    newer = import_files((path,), language=None if is_xliff else release.source_language).release
    if newer.source_language != release.source_language:
        raise FileError(
            path,
            _("The source in the file is in another language ({found}) than here ({wanted}).").format(
                found=newer.source_language, wanted=release.source_language
            ),
            remedy=_("Choose a version of the same source."),
        )
    return release, update_source(release, newer)
