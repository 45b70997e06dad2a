"""Files: opening, saving, closing; the one place that decides which release is open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tilshi import resources
from tilshi.drafts import SUFFIX, Draft, DraftConflict, open_draft, save_draft
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.release import Release
from tilshi_ui.background import Job
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences

if TYPE_CHECKING:
    from tilshi.workflow import Opened

_PATIENCE_MS: Final = 400
"""Opening that takes longer is announced."""


class Desk(QObject):
    """Holds the open release, if any; `opened` comes with another one (or None)."""

    opened = Signal(object)

    def __init__(self, window: QWidget, messages: MessageBar, preferences: Preferences, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._preferences = preferences
        self._pool = pool
        self._draft: Draft | None = None
        self._suggested = Path()
        self._job: Job | None = None
        self._asked_at: tuple[OpenDocument | None, int] = (None, 0)
        self.document: OpenDocument | None = None

    def open_file(self) -> None:
        """Asks for a file and opens it."""
        patterns = " ".join(f"*{suffix}" for suffix in (SUFFIX, ".xlf", ".xliff", ".txt"))
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window,
            _("Open"),
            str(self._folder()),
            ";;".join((_("Releases and translations ({patterns})").format(patterns=patterns), _("All files (*)"))),
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path) -> None:
        """Opens a file, after asking about changes that would be lost."""
        if not self.may_leave():
            return
        from tilshi.workflow import open_any  # with all readers, which a start without a file does not need

        self._suggested = path
        self._asked_at = self._state()
        self._job = Job(self)
        self._job.done.connect(self._show_opened)
        self._job.failed.connect(self._say_failure)
        self._job.start(lambda: open_any(path), self._pool)
        QTimer.singleShot(_PATIENCE_MS, self, self._say_opening)

    def new_release(self, template: str = "press-release") -> None:
        """Asks what kind of release it is to be, and begins it."""
        from tilshi_ui.dialogs.newrelease import NewReleaseDialog  # dialogs are loaded when they are opened

        dialog = NewReleaseDialog(template, self._window)
        if dialog.exec() and dialog.release is not None and self.may_leave():
            self.show_release(dialog.release)

    def import_files(self) -> None:
        """Asks for a text, or a text and its translation, and shows what was recognised in it."""
        from tilshi_ui.dialogs.importing import SUFFIXES

        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._window,
            _("Import a text, or a text and its translation"),
            str(self._folder()),
            ";;".join((_("Texts and translations ({patterns})").format(patterns=patterns), _("All files (*)"))),
        )
        if chosen:
            self.import_paths([Path(name) for name in chosen])

    def import_paths(self, paths: list[Path]) -> None:
        """Shows what was recognised in files, to be corrected and accepted."""
        from tilshi_ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(paths, self._pool, self._window)
        if dialog.exec() and dialog.release is not None and self.may_leave():
            self.show_release(dialog.release, name=paths[0].stem, is_work=True)

    def open_sample(self) -> None:
        """A release in four languages to look around in; as no file of the user's."""
        if self.may_leave():
            sample = open_draft(resources.path("samples", "press-release.tilshi"))
            self.show_release(sample.release, name=_("Sample"))

    def show_release(self, release: Release, *, name: str = "", is_work: bool = False) -> None:
        """Opens a release that is in no file yet; `is_work`: it would be a loss already."""
        self._draft = None
        self._suggested = Path(name)
        self._show(OpenDocument(release, parent=self, is_work=is_work))

    def save(self) -> bool:
        """Saves into the draft's file, or asks for one; whether it is saved now."""
        if self.document is None:
            return True
        return self.save_to(self.document.path) if self.document.path else self.save_as()

    def save_as(self) -> bool:
        """Asks for a file and saves there; whether it did."""
        if self.document is None:
            return True
        name = self._suggested.stem or self.document.release.template
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Save as"),
            str(self._folder() / f"{name}{SUFFIX}"),
            _("Tilshi drafts ({patterns})").format(patterns=f"*{SUFFIX}"),
        )
        if not chosen:
            return False
        path = Path(chosen)
        return self.save_to(path if path.suffix else path.with_suffix(SUFFIX), overwrite=True)

    def save_to(self, path: Path, *, overwrite: bool = False) -> bool:
        """Saves into a file; whether it did. Takes some milliseconds, and happens when the user asks for it."""
        document = self.document
        assert document is not None
        try:
            self._draft = save_draft(document.release, path, self._draft, overwrite=overwrite)
        except DraftConflict as conflict:
            self._offer_copy(conflict)
            return False
        except FileError as error:
            document.not_saved(error.reason)
            self._messages.say(Severity.ERROR, str(error), _("Save as…"), self.save_as)
            return False
        document.saved(path)
        self._preferences.remember_file(path)
        self._messages.hide()
        return True

    def save_xliff(self) -> None:
        """Asks for a file and puts the release with the current translation there, for other tools."""
        document = self.document
        if document is None:
            return
        if document.writes_source:
            self._messages.say(Severity.NOTE, _("Choose the language to translate into first."))
            return
        language = document.place.language
        name = f"{self._suggested.stem or document.release.id}_{language}.xlf"
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Save for translation tools"),
            str(self._folder() / name),
            _("XLIFF ({patterns})").format(patterns="*.xlf *.xliff"),
        )
        if chosen:
            self.write_xliff(Path(chosen))

    def write_xliff(self, path: Path) -> None:
        """The release with the current translation as XLIFF; what was in the file is replaced."""
        from tilshi.exchange import xliff  # with lxml, which a start without a file does not need
        from tilshi.files.atomic import replace

        document = self.document
        assert document is not None
        try:
            replace(path, xliff.write(document.release, document.place.language))
        except FileError as error:
            self._messages.say(Severity.ERROR, str(error))
        except ValueError as error:
            self._messages.say(Severity.ERROR, f"{path.name}: {error}")
        else:
            self._messages.say(Severity.NOTE, _("{file} was written.").format(file=path.name))

    def close_release(self) -> None:
        """Back to the start screen."""
        if self.may_leave():
            self._show(None)

    def may_leave(self) -> bool:
        """Whether the open release may go: nothing would be lost, or the user said what to do."""
        document = self.document
        if document is None or not document.unsaved:
            return True
        from tilshi_ui.dialogs.question import Answer, UnsavedQuestion  # dialogs are loaded when they are opened

        question = UnsavedQuestion(document.title, self._window)
        question.exec()
        if question.answer is Answer.SAVE:
            return self.save()
        return question.answer is Answer.DISCARD

    def _state(self) -> tuple[OpenDocument | None, int]:
        """What is open, and how far it was changed."""
        return self.document, self.document.session.revision if self.document else 0

    def _say_opening(self) -> None:
        if self._job is not None:
            self._messages.say(Severity.NOTE, _("Opening {file}…").format(file=self._suggested.name))

    def _show_opened(self, opened: Opened) -> None:
        if self.sender() is not self._job:
            return  # another file was asked for meanwhile
        self._job = None
        self._messages.hide()
        if self._state() != self._asked_at and not self.may_leave():
            return
        self._draft = opened.draft
        self._show(OpenDocument(opened.release, opened.draft.path if opened.draft else None, self))
        self._preferences.remember_file(opened.path)
        if opened.warnings:
            self._messages.say(Severity.WARNING, "\n".join(str(warning) for warning in opened.warnings))

    def _say_failure(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if not isinstance(error, FileError):
            raise error
        self._preferences.forget_file(str(error.path))
        if self.document is None:
            self.opened.emit(None)
        self._messages.say(Severity.ERROR, str(error))

    def _show(self, document: OpenDocument | None) -> None:
        old, self.document = self.document, document
        self.opened.emit(document)
        if old is not None:
            old.close()

    def _offer_copy(self, conflict: DraftConflict) -> None:
        assert self.document is not None
        self.document.not_saved(conflict.reason)
        copy = conflict.copy_path
        text = _("Save a copy as “{name}”").format(name=copy.name)
        self._messages.say(Severity.ERROR, str(conflict), text, lambda: self.save_to(copy))

    def _folder(self) -> Path:
        if self.document is not None and self.document.path is not None:
            return self.document.path.parent
        recent = self._preferences.now.recent_files
        return Path(recent[0]).parent if recent else Path.home()
