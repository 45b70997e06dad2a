"""Fields for a passphrase: hidden until the user wants to see it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tilshi.drafts.container import Container
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi_ui.background import Job
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP

Unlock = Callable[[str], Container]
"""Makes a container of what was entered, or raises FileError; called in a thread of its own, since it takes long."""


class PassphraseField(QLineEdit):
    """One line of a secret; nothing of it goes into an undo list, a completion or the clipboard while it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def reveal(self, shown: bool) -> None:  # noqa: FBT001  # connected to a box
        """Shows or hides what is entered."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def show_box(*fields: PassphraseField) -> QCheckBox:
    """A box that shows what is in the fields."""
    box = QCheckBox(_("&Show what is entered"))
    for field in fields:
        box.toggled.connect(field.reveal)
    return box


class KeyEntry(QWidget):
    """Asks for the passphrase, or the recovery key, until one opens the draft; `opened` carries the container."""

    opened = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._unlock: Unlock | None = None
        self._job: Job | None = None
        self._caption = PlainLabel(role="dim")
        self.field = PassphraseField()
        self._caption.setBuddy(self.field)
        self._show = show_box(self.field)
        self.trouble = PlainLabel(wrap=True)
        self.trouble.hide()
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self._try)
        self.field.returnPressed.connect(self._try)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._caption)
        column.addLayout(row)
        column.addWidget(self._show)
        column.addWidget(self.trouble)
        self.retranslate()

    def ask(self, unlock: Unlock) -> None:
        """Begins to ask for the key of another draft."""
        self._unlock, self._job = unlock, None
        self.field.clear()
        self.trouble.hide()
        self._show.setChecked(False)
        self._wait(waits=False)
        self.field.setFocus()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._caption.setText(_("Passphrase or recovery key"))
        self.field.setAccessibleName(_("Passphrase or recovery key"))
        self._show.setText(_("&Show what is entered"))
        self.button.setText(_("&Unlock"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _try(self) -> None:
        unlock, entered = self._unlock, self.field.text()
        if unlock is None or not entered or self._job is not None:
            return
        self._wait(waits=True)
        self._job = Job(self)
        self._job.done.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.start(lambda: unlock(entered), self._pool)

    def _take(self, container: Container) -> None:
        if self.sender() is self._job:
            self._job = None
            self.field.clear()
            self._wait(waits=False)
            self.opened.emit(container)

    def _refuse(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._wait(waits=False)
        if not isinstance(error, FileError):
            raise error
        self.trouble.setText(f"{error.reason} {error.remedy}")
        self.trouble.show()
        self.field.selectAll()
        self.field.setFocus()

    def _wait(self, *, waits: bool) -> None:
        self.field.setReadOnly(waits)
        self.button.setEnabled(not waits)
