"""Files: opening, saving, closing; the one place that decides which release is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tilshi import resources
from tilshi.drafts import SUFFIX, DraftConflict, open_draft
from tilshi.drafts.container import Container, KeyNeeded
from tilshi.drafts.copies import ConflictedCopy, merge_copy
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.recovery import Recovered, Unsaved, recover_new
from tilshi.drafts.saving import Origin, Saved
from tilshi.drafts.statefolder import default_state
from tilshi.exchange.kinds import WORD_SUFFIXES
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Release
from tilshi.release.comparing import edit_between
from tilshi_ui.background import Job
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.document import OpenDocument
from tilshi_ui.keeping import Keeping
from tilshi_ui.preferences import Preferences
from tilshi_ui.recovering import Opening, described, open_for_work

_PATIENCE_MS: Final = 400
"""Opening that takes longer is announced."""

FirstSave: TypeAlias = Callable[[Release, bool], tuple[bool, Container | None]]
"""Asked before a release is saved first, and whether the user wants it encrypted: whether to go on, and in what."""


class Desk(QObject):
    """Holds the open release, if any; `opened` comes with another one (or None)."""

    opened = Signal(object)
    key_wanted = Signal(object)
    """An encrypted draft, or work on one in no file, is to be opened: its path, or its Unsaved."""

    def __init__(self, window: QWidget, messages: MessageBar, preferences: Preferences, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._preferences = preferences
        self._pool = pool
        self._keeping: Keeping | None = None
        self._leaving = False
        self._shown: OpenDocument | None = None
        self._suggested = Path()
        self._job: Job | None = None
        self._asked_at: tuple[OpenDocument | None, int] = (None, 0)
        self.document: OpenDocument | None = None
        self.before_first_save: FirstSave | None = None

    def open_file(self) -> None:
        """Asks for a file and opens it."""
        patterns = " ".join(f"*{suffix}" for suffix in (SUFFIX, ".xlf", ".xliff", ".txt", *sorted(WORD_SUFFIXES)))
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
        if path.suffix.lower() in WORD_SUFFIXES:
            # What it holds beside text, and who changed what in it, is to be seen before it is work.
            self.import_paths([path])
            return
        if self.may_leave():
            self.open_with(path)

    def open_with(self, path: Path, container: Container = PLAIN) -> None:
        """Opens a file in the place of what is open, which may go; `container` has the key of an encrypted draft."""
        self._suggested = path
        self._asked_at = self._state()
        self._job = Job(self)
        self._job.done.connect(self._show_opened)
        self._job.failed.connect(self._say_failure)
        self._job.start(lambda: open_for_work(path, container), self._pool)
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
            _("Import a Word file or text, or one and its translation"),
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
        self._suggested = Path(name)
        document = OpenDocument(release, parent=self, is_work=is_work)
        self._show(document, Keeper(default_state(), Origin(release), PLAIN))

    def recover_unsaved(self, unsaved: Unsaved) -> None:
        """Opens work of a session that did not end."""
        if unsaved.path is not None:
            self.open_path(unsaved.path)
            return
        if self.may_leave():
            self.recover_with(unsaved)

    def recover_with(self, unsaved: Unsaved, container: Container = PLAIN) -> None:
        """The same in the place of what is open, which may go; `container` has the key of encrypted work."""
        try:
            recovered = recover_new(unsaved, container)
        except KeyNeeded:
            self.key_wanted.emit(unsaved)
            return
        except FileError as error:
            self._messages.say(Severity.ERROR, str(error))
            return
        self._suggested = Path()
        self._show_recovered(recovered)

    def save(self) -> None:
        """Saves into the draft's file, or asks for one, while the user goes on."""
        if self.document is not None and self.document.path is not None:
            self.save_to(self.document.path)
        else:
            self.save_as()

    def save_now(self) -> bool:
        """Saves and waits for it; whether the release is in a file now."""
        if self._keeping is not None:
            self.save()
        return self._keeping is None or (self._keeping.is_saving and self._keeping.wait())

    def save_as(self, *, protect: bool = False) -> None:
        """Asks for a file and saves there; with `protect`, encrypted."""
        if self.document is None:
            return
        name = self._suggested.stem or self.document.release.template
        chosen, _filter = QFileDialog.getSaveFileName(
            self._window,
            _("Save as"),
            str(self._folder() / f"{name}{SUFFIX}"),
            _("Tilshi drafts ({patterns})").format(patterns=f"*{SUFFIX}"),
        )
        if not chosen:
            return
        container: Container | None = None
        if self.document.path is None and self.before_first_save is not None:
            goes_on, container = self.before_first_save(self.document.release, protect)
            if not goes_on:
                return
        path = Path(chosen)
        self.save_to(path if path.suffix else path.with_suffix(SUFFIX), overwrite=True, container=container)

    def save_to(self, path: Path, *, overwrite: bool = False, container: Container | None = None) -> None:
        """Saves into a file, while the user goes on; in another `container`, everything kept goes over into it."""
        assert self._keeping is not None, "there is something to save"
        self._keeping.save(path, overwrite=overwrite, container=container)

    def put_away(self) -> bool:
        """Closes the open draft without a question, with all that was done kept; whether it could be kept."""
        if self._keeping is None or not self._keeping.settle():
            return False
        self._show(None)
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
            return self.save_now()
        self._leaving = question.answer is Answer.DISCARD
        return self._leaving

    def end(self) -> None:
        """The window is closed: the last edits are kept, or forgotten where the user said so."""
        self._let_go()

    def _state(self) -> tuple[OpenDocument | None, int]:
        """What is open, and how far it was changed."""
        return self.document, self.document.session.revision if self.document else 0

    def _say_opening(self) -> None:
        if self._job is not None:
            self._messages.say(Severity.NOTE, _("Opening {file}…").format(file=self._suggested.name))

    def _show_opened(self, opening: Opening) -> None:
        if self.sender() is not self._job:
            return  # another file was asked for meanwhile
        self._job = None
        self._messages.hide()
        if self._state() != self._asked_at and not self.may_leave():
            return
        if opening.recovered is not None:
            self._show_recovered(opening.recovered)
        else:
            release = opening.release
            self._show(OpenDocument(release, None, self), Keeper(default_state(), Origin(release), PLAIN))
        self._preferences.remember_file(opening.path)
        if opening.warnings:
            self._messages.say(Severity.WARNING, "\n".join(str(warning) for warning in opening.warnings))
        if opening.copies:
            self._offer_merge(opening.copies[0])

    def _offer_merge(self, copy: ConflictedCopy) -> None:
        text = _("A synced folder has made a second version of this draft: {file}.").format(file=copy.path.name)
        self._messages.say(Severity.WARNING, text, _("Bring it together with mine"), lambda: self._merge(copy))

    def _merge(self, copy: ConflictedCopy) -> None:
        """The copy's changes in this release, as one step that can be undone; the copy stays where it is."""
        document = self.document
        if document is None or document.path is None:
            return
        merged = merge_copy(document.path, document.release, copy, document.container)
        document.apply(edit_between(document.release, merged.release))
        number = len(merged.conflicts)
        places = ngettext(
            "Brought together; in {n} place both had changed the text, and yours was kept. The copy is still there.",
            "Brought together; in {n} places both had changed the text, and yours was kept. The copy is still there.",
            number,
        )
        done = _("Brought together. The copy is still there; delete it when you have looked.")
        self._messages.say(Severity.NOTE, places.format(n=number) if number else done)

    def _show_recovered(self, recovered: Recovered) -> None:
        origin = recovered.origin
        document = OpenDocument(recovered.release, origin.path, self, filed=origin.release, is_work=origin.path is None)
        self._show(document, recovered.keeper())
        if not recovered.report.is_quiet:
            self._messages.say(Severity.WARNING, described(recovered.report))

    def _say_failure(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if not isinstance(error, FileError):
            raise error
        if isinstance(error, KeyNeeded):
            self._messages.hide()
            self.key_wanted.emit(self._suggested)
            return
        self._preferences.forget_file(str(error.path))
        if self.document is None:
            self.opened.emit(None)
        self._messages.say(Severity.ERROR, str(error))

    def _show(self, document: OpenDocument | None, keeper: Keeper | None = None) -> None:
        self._let_go()
        self.document = document
        if document is not None and keeper is not None:
            self._keeping = Keeping(document, keeper, self)
            self._keeping.saved.connect(self._note_saved)
            self._keeping.failed.connect(self._note_failure)
            document.changed.connect(self.stay)
        self.opened.emit(document)
        if document is not None:  # the views hold on to the last one until they are given another
            self._shown, old = document, self._shown
            if old is not None:
                old.close()

    def _let_go(self) -> None:
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.close(discard=self._leaving or (self.document is not None and self.document.abandoned))
        self._leaving = False

    def stay(self) -> None:
        """The user goes on with what was to be forgotten."""
        self._leaving = False

    def _note_saved(self, saved: Saved) -> None:
        self._preferences.remember_file(saved.draft.path)
        if saved.merged:
            text = _("Somebody else had saved {file}; their changes were brought together with yours.")
            self._messages.say(Severity.NOTE, text.format(file=saved.draft.path.name))
        elif saved.warnings:
            self._messages.say(Severity.WARNING, "\n".join(str(warning) for warning in saved.warnings))
        else:
            self._messages.hide()

    def _note_failure(self, error: FileError) -> None:
        assert self.document is not None, "what is closed is not saved"
        self.document.not_saved(error.reason)
        if isinstance(error, DraftConflict):
            copy = error.copy_path
            text = _("Save a copy as “{name}”").format(name=copy.name)
            self._messages.say(Severity.ERROR, str(error), text, lambda: self.save_to(copy))
        else:
            self._messages.say(Severity.ERROR, str(error), _("Save as…"), self.save_as)

    def _folder(self) -> Path:
        if self.document is not None and self.document.path is not None:
            return self.document.path.parent
        recent = self._preferences.now.recent_files
        return Path(recent[0]).parent if recent else Path.home()
