"""Dialogs about keys: entering one, thinking one up, and the recovery key, which is shown once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from tilshi.drafts.container import Container
from tilshi.drafts.encryption.protecting import SHORTEST, Strength, strength
from tilshi.files.atomic import replace
from tilshi.files.errors import FileError
from tilshi.i18n import N_, _
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.protection.entry import KeyEntry, PassphraseField, Unlock, show_box

_WIDTH: Final = 480
_STRENGTHS: Final = {
    Strength.TOO_SHORT: N_("Too short: {n} characters at least"),
    Strength.WEAK: N_("Weak: it can be guessed in hours"),
    Strength.FAIR: N_("Fair: longer is better"),
    Strength.GOOD: N_("Good"),
    Strength.STRONG: N_("Strong"),
}


class UnlockDialog(PlainDialog):
    """Asks for the key of one draft; `container` is what it opened."""

    def __init__(self, name: str, unlock: Unlock, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(_("This draft is encrypted"), parent)
        self.setMinimumWidth(_WIDTH)
        self.container: Container | None = None
        self.add_text(name)
        self.entry = KeyEntry(pool)
        self.entry.opened.connect(self._take)
        self.body.addWidget(self.entry)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.entry.ask(unlock)

    def _take(self, container: Container) -> None:
        self.container = container
        self.accept()


class NewPassphraseDialog(PlainDialog):
    """A passphrase entered twice, with a guess at its strength; `passphrase` is empty until it is accepted."""

    def __init__(
        self, title: str, reason: str, parent: QWidget | None = None, *, accept: str = "", skip: str = ""
    ) -> None:
        """`accept` is on the button that takes it; with `skip` there is one to go on without, which sets `skipped`."""
        super().__init__(title, parent)
        self.setMinimumWidth(_WIDTH)
        self.passphrase = ""
        self.skipped = False
        self.add_text(reason)
        self.field, self.again = PassphraseField(), PassphraseField()
        self.add_field(_("New passphrase"), self.field)
        self.hint = PlainLabel(role="dim", wrap=True)
        self.body.addWidget(self.hint)
        self.add_field(_("The same again"), self.again)
        self.body.addWidget(show_box(self.field, self.again))
        self.add_text(_("Nobody can open the draft without it, or without the recovery key that comes next."), dim=True)
        if skip:
            self.add_button(skip, left=True).clicked.connect(self._skip)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.take = self.add_button(accept or _("&Encrypt"), primary=True)
        self.take.clicked.connect(self._accept)
        for field in (self.field, self.again):
            field.textChanged.connect(self._look)
        self._look()
        self.field.setFocus()

    def _look(self) -> None:
        entered, again = self.field.text(), self.again.text()
        guess = strength(entered)
        said = (
            _(_STRENGTHS[guess]).format(n=SHORTEST) if entered else _("Four or five words that do not belong together.")
        )
        differs = bool(again) and not entered.startswith(again)
        self.hint.setText(_("The two are not the same.") if differs else said)
        self.take.setEnabled(guess > Strength.TOO_SHORT and entered == again)

    def _accept(self) -> None:
        self.passphrase = self.field.text()
        self.accept()

    def _skip(self) -> None:
        self.skipped = True
        self.accept()


class RecoveryKeyDialog(PlainDialog):
    """Shows a recovery key, once: it is kept nowhere, so the user must say that they have it."""

    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Recovery key"), parent)
        self.setMinimumWidth(_WIDTH)
        self._key, self._name = key, name
        self.add_text(_("If the passphrase is forgotten, only this key opens {file}.").format(file=name))
        groups = key.split("-")
        rows = ("   ".join(groups[at : at + 3]) for at in range(0, len(groups), 3))
        self.shown = PlainLabel("\n".join(rows), "display")
        self.shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setAccessibleName(key)
        self.body.addWidget(self.shown)
        self.add_text(_("It is shown this once. Print it or write it down, and keep it away from this computer."))
        self.trouble = self.add_text("")
        self.trouble.hide()
        self.sure = QCheckBox(_("I &have it on paper, or in a safe place"))
        self.body.addWidget(self.sure)
        self.add_button(_("&Print…"), left=True).clicked.connect(self._print)
        self.add_button(_("Save as &text…"), left=True).clicked.connect(self._save)
        self.done_button = self.add_button(_("&Done"), primary=True)
        self.done_button.setEnabled(False)
        self.done_button.clicked.connect(self.accept)
        self.sure.toggled.connect(self.done_button.setEnabled)

    @property
    def text(self) -> str:
        """What is printed."""
        return _("Tilshi: recovery key of {file}").format(file=self._name) + f"\n\n{self._key}\n"

    def reject(self) -> None:
        """Escape does not take away what is shown only once."""
        if self.sure.isChecked():
            super().reject()

    def write(self, path: Path) -> None:
        """The key as a text file, where the user wants one."""
        try:
            replace(path, self.text.encode(), private=True)
        except FileError as error:
            self.trouble.setText(str(error))
            self.trouble.show()

    def _save(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save the recovery key"), str(Path.home() / "recovery-key.txt"), _("Texts (*.txt)")
        )
        if chosen:
            self.write(Path(chosen))

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # hardly anybody prints

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            page = QTextDocument()
            page.setPlainText(self.text)
            page.print_(printer)
