"""The key file's password: out of the keyring, else asked for; never in the way of the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi_ui.background import Job
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.protection.entry import PassphraseField, show_box

if TYPE_CHECKING:
    from tilshi.export.signature.identity import Identity


class PasswordDialog(PlainDialog):
    """Asks for the password of a key file; `remember`: the keyring is to keep it."""

    def __init__(self, path: Path, said: str, parent: QWidget) -> None:
        super().__init__(_("Password of the key file"), parent)
        self.add_text(said or _("The PDFs are signed with {file}.").format(file=path.name))
        self.password = PassphraseField()
        self.add_field(_("Password"), self.password)
        self.remember = QCheckBox(_("Keep it in the &keyring of this computer"))
        self.body.addWidget(show_box(self.password))
        self.body.addWidget(self.remember)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.add_button(_("&Sign"), primary=True).clicked.connect(self.accept)
        self.password.setFocus()


class Unlocking(QObject):
    """One of the signals comes: `unlocked` with the identity, `failed` with the error, `cancelled`.

    `noted` tells besides that the keyring has not kept a password.
    """

    unlocked = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    noted = Signal(str)

    def __init__(self, path: Path, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self._pool = pool
        self._window = parent
        self._job: Job | None = None

    def start(self) -> None:
        """Asks the keyring first."""
        self._work(partial(_by_keyring, self._path), self._with_known)

    def _with_known(self, identity: Identity | None) -> None:
        if identity is None:
            self._ask("")
        else:
            self.unlocked.emit(identity)

    def _ask(self, said: str) -> None:
        dialog = PasswordDialog(self._path, said, self._window)
        accepted = dialog.exec() == PlainDialog.DialogCode.Accepted
        password, remember = dialog.password.text(), dialog.remember.isChecked()
        dialog.deleteLater()
        if not accepted:
            self.cancelled.emit()
            return
        self._work(partial(_by_password, self._path, password, remember=remember), self._with_entered)

    def _with_entered(self, answer: tuple[Identity | None, str]) -> None:
        identity, said = answer
        if identity is None:
            self._ask(said)
            return
        if said:
            self.noted.emit(said)
        self.unlocked.emit(identity)

    def _work(self, work: Callable[[], object], then: Callable[[Any], None]) -> None:
        self._job = Job(self)
        self._job.done.connect(then)
        self._job.failed.connect(self.failed)
        self._job.start(work, self._pool)


def _by_keyring(path: Path) -> Identity | None:
    """The identity, if the keyring knows the password; runs in the pool."""
    from tilshi.export.signature.errors import WrongPassword, demand_installed  # half a second of libraries
    from tilshi.export.signature.identity import load_identity
    from tilshi.signing import known_password

    demand_installed(path)
    try:
        return load_identity(path, known_password(path) or "")
    except WrongPassword:
        return None


def _by_password(path: Path, password: str, *, remember: bool) -> tuple[Identity | None, str]:
    """The identity, or what to say before asking again; runs in the pool."""
    from tilshi.export.signature.errors import WrongPassword  # as above
    from tilshi.export.signature.identity import load_identity
    from tilshi.secrets import Unavailable
    from tilshi.signing import remember_password

    try:
        identity = load_identity(path, password)
    except WrongPassword as error:
        return None, error.reason
    answer = remember_password(path, password) if remember else None
    if isinstance(answer, Unavailable):
        return identity, _("The password is not kept: {reason}").format(reason=answer.reason)
    return identity, ""


def refusal(error: Exception) -> str:
    """What to say of an error that a file is the reason of; others are mistakes of the program."""
    if not isinstance(error, FileError):
        raise error
    return str(error)
