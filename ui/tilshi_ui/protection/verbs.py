"""The commands of encryption: protecting the open draft, changing what opens it, locking it and opening it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QThreadPool, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from tilshi.drafts.container import Container, Unsealing
from tilshi.drafts.recovery import Unsaved
from tilshi.files.errors import FileError
from tilshi.i18n import N_, _
from tilshi.release import Release, Role
from tilshi_ui.background import Job
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.protection.idle import IdleWatch
from tilshi_ui.protection.keys import key_to
from tilshi_ui.window.desk import Desk

if TYPE_CHECKING:
    from tilshi.drafts.encryption.protecting import Protected
    from tilshi.drafts.encryption.sealed import SealedContainer
    from tilshi_ui.protection.lockpage import LockPage
    from tilshi_ui.protection.ways import Wish

_WHY: Final = N_("The draft is encrypted from now on, with its journal and its earlier states.")
_EMBARGO: Final = N_("This release is under embargo. Encrypted, nobody who finds the file can read it.")


class ProtectionVerbs(QObject):
    """Knows the desk and shows what has to be asked.

    `locked` comes when nothing of the draft is to be seen any more, `sealed_changed` with whether the open draft is
    encrypted.
    """

    locked = Signal()
    sealed_changed = Signal(bool)

    def __init__(
        self, window: QWidget, desk: Desk, preferences: Preferences, messages: MessageBar, pool: QThreadPool
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._preferences = preferences
        self._messages = messages
        self._pool = pool
        self._document: OpenDocument | None = None
        self._page: LockPage | None = None
        self._away: tuple[Path, str, str] | None = None
        self._job: Job | None = None
        self._fresh: Protected | None = None
        """A container with a recovery key that is shown as soon as the draft is in it."""
        self._watch = IdleWatch(self)
        self._watch.idle.connect(self.lock_draft)
        desk.key_wanted.connect(self._ask_key)
        desk.opened.connect(self._follow)
        desk.before_first_save = self.container_for_first_save

    def encrypt(self) -> None:
        """Protects the open draft, or asks what to change where it is protected."""
        document = self._document
        if document is None:
            return
        if document.sealed:
            self._change(document)
        elif document.path is None:
            self._desk.save_as(protect=True)
        elif (protected := self._new_protection(_(_WHY))) is not None:
            self._reseal_with_key(protected)

    def lock_draft(self) -> None:
        """Hides the encrypted draft until somebody enters its key; what was done is in the journal before."""
        document = self._document
        if document is None or not document.sealed or document.path is None:
            return
        place = (document.path, document.place.language, document.place.segment)
        if not self._desk.put_away():
            self._messages.say(
                Severity.ERROR,
                _("Not locked: what was done last could not be kept. {why}").format(
                    why=document.keeping_trouble or document.trouble
                ),
            )
            self._watch.start(self._preferences.now.lock_minutes)
            return
        self._away = place
        self._close_other_windows()
        self._messages.hide()
        self.locked.emit()

    def show_page(self, stack: QStackedWidget) -> None:
        """Shows what is seen while the draft is locked."""
        if self._away is None:
            return
        if self._page is None:
            from tilshi_ui.protection.lockpage import LockPage  # nobody needs it who encrypts nothing

            self._page = LockPage(self._pool)
            self._page.opened.connect(self._open_again)
            self._page.left.connect(self._leave)
            stack.addWidget(self._page)
        stack.setCurrentWidget(self._page)
        self._window.setWindowTitle(_("Locked — Tilshi"))
        self._page.ask(self._away[0].name, key_to(self._away[0]))

    def container_for_first_save(self, release: Release, protect: bool) -> tuple[bool, Container | None]:  # noqa: FBT001
        """Whether to go on, and encrypted with what; a release under embargo is offered to be encrypted."""
        under_embargo = _is_under_embargo(release) and self._preferences.now.encrypt_embargoed
        if not (protect or under_embargo):
            return True, None
        from tilshi_ui.protection.dialogs import NewPassphraseDialog

        reason, skip = (_(_WHY), "") if protect else (_(_EMBARGO), _("Save it &readable"))
        dialog = NewPassphraseDialog(_("Encrypt this draft"), reason, self._window, skip=skip)
        if not dialog.exec():
            return False, None
        if dialog.skipped:
            return True, None
        protected = self._protected(dialog.passphrase)
        if protected is None:
            return False, None
        self._fresh = protected
        return True, protected.container

    def _follow(self, document: OpenDocument | None) -> None:
        if self._document is not None:
            self._document.file_changed.disconnect(self._note)
        self._document = document
        if document is None:
            self._watch.stop()
            return
        document.file_changed.connect(self._note)
        away, self._away = self._away, None
        if away is not None and away[0] == document.path:
            _path, language, segment = away
            if language in document.release.languages and segment in (document.release.places or {}):
                document.place.speak(language)
                document.place.go(segment)
        self._note()

    def _note(self) -> None:
        """Something about the file is other than before."""
        document = self._document
        self.sealed_changed.emit(document is not None and document.sealed)
        if document is None or not document.sealed:
            self._watch.stop()
            return
        if not self._watch.is_watching:
            self._watch.start(self._preferences.now.lock_minutes)
        fresh = self._fresh
        if fresh is not None and document.container == fresh.container and document.path is not None:
            self._fresh = None
            self._show_key(fresh.recovery_key, document.path.name)

    def _ask_key(self, wanted: Path | Unsaved) -> None:
        """An encrypted draft is to be opened."""
        from tilshi_ui.protection.dialogs import UnlockDialog

        path = wanted.path if isinstance(wanted, Unsaved) else wanted
        dialog = UnlockDialog(path.name if path else _("Untitled release"), key_to(wanted), self._pool, self._window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.container is None:
            self._desk.stay()
            if self._document is None:
                self._desk.opened.emit(None)
        elif isinstance(wanted, Unsaved):
            self._desk.recover_with(wanted, dialog.container)
        else:
            self._desk.open_with(wanted, dialog.container)

    def _open_again(self, container: Container) -> None:
        if self._away is not None:
            self._desk.open_with(self._away[0], container)

    def _leave(self) -> None:
        self._away = None
        self._desk.opened.emit(None)

    def _close_other_windows(self) -> None:
        """Dialogs may show texts, or wait for an answer about them."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isWindow() and widget.isVisible():
                widget.close()

    def _change(self, document: OpenDocument) -> None:
        from tilshi_ui.protection.ways import WaysDialog

        container = _sealed(document)
        dialog = WaysDialog(container.slots, self._preferences.now.lock_minutes, self._window)
        dialog.exec()
        self._preferences.change(lock_minutes=dialog.minutes)
        self._watch.start(dialog.minutes)
        if dialog.wish is not None:
            self._grant(dialog.wish, container)

    def _grant(self, wish: Wish, container: SealedContainer) -> None:
        from tilshi.drafts.encryption import protecting
        from tilshi.secrets import Keyring
        from tilshi_ui.protection.ways import Wish as Wishes

        match wish:
            case Wishes.PASSPHRASE:
                if passphrase := self._new_passphrase(_("Change the passphrase"), _("&Change")):
                    self._work(partial(protecting.set_passphrase, container, passphrase), self._reseal)
            case Wishes.RECOVERY_KEY:
                self._reseal_with_key(protecting.renew_recovery_key(container))
            case Wishes.ROTATE:
                if passphrase := self._new_passphrase(_("Encrypt everything anew"), _("&Encrypt")):
                    self._work(partial(protecting.rotate, container, passphrase), self._reseal_with_key)
            case Wishes.REMOVE:
                self._reseal(Unsealing(container))
            case Wishes.REMEMBER:
                self._work(partial(protecting.remember, container, Keyring()), self._take_remembered)
            case Wishes.FORGET:
                self._work(partial(protecting.forget, container, Keyring()), self._reseal)

    def _take_remembered(self, answer: tuple[SealedContainer, object]) -> None:
        from tilshi.secrets import Unavailable

        container, kept = answer
        if isinstance(kept, Unavailable):
            text = _("{why} The passphrase is asked for each time.").format(why=kept.reason)
            self._messages.say(Severity.WARNING, text)
        else:
            self._reseal(container)

    def _work(self, work: Callable[[], object], take: Callable[..., None]) -> None:
        """What takes long, or waits for the keyring, in a thread of its own."""
        self._job = Job(self)
        self._job.done.connect(take)
        self._job.failed.connect(self._fail)
        self._job.start(work, self._pool)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self._messages.say(Severity.ERROR, str(error))

    def _reseal(self, container: Container) -> None:
        """Saves the draft in another container."""
        document = self._document
        if document is not None and document.path is not None:
            self._desk.save_to(document.path, container=container)

    def _reseal_with_key(self, protected: Protected) -> None:
        """The same; the recovery key is shown when that is done."""
        self._fresh = protected
        self._reseal(protected.container)

    def _new_protection(self, reason: str) -> Protected | None:
        from tilshi_ui.protection.dialogs import NewPassphraseDialog

        dialog = NewPassphraseDialog(_("Encrypt this draft"), reason, self._window)
        return self._protected(dialog.passphrase) if dialog.exec() else None

    def _protected(self, passphrase: str) -> Protected | None:
        """A container; the window is painted while it is made, and takes no keys."""
        from tilshi.drafts.encryption.protecting import Protected, protect

        made: list[object] = []
        loop, job = QEventLoop(), Job(self)
        for signal in (job.done, job.failed):
            signal.connect(made.append)
            signal.connect(loop.quit)
        job.start(partial(protect, passphrase), self._pool)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        job.deleteLater()
        return next((each for each in made if isinstance(each, Protected)), None)

    def _new_passphrase(self, title: str, accept: str) -> str:
        from tilshi_ui.protection.dialogs import NewPassphraseDialog

        reason = _("It takes the place of all passphrases that open this draft now.")
        dialog = NewPassphraseDialog(title, reason, self._window, accept=accept)
        return dialog.passphrase if dialog.exec() else ""

    def _show_key(self, key: str, name: str) -> None:
        from tilshi_ui.protection.dialogs import RecoveryKeyDialog

        dialog = RecoveryKeyDialog(key, name, self._window)
        dialog.exec()
        dialog.deleteLater()


def _is_under_embargo(release: Release) -> bool:
    part = release.first(Role.EMBARGO)
    return part is not None and any(segment.source.string.strip() for segment in part.segments)


def _sealed(document: OpenDocument) -> SealedContainer:
    from tilshi.drafts.encryption.sealed import SealedContainer

    assert isinstance(document.container, SealedContainer), "an encrypted draft was opened with its key"
    return document.container
