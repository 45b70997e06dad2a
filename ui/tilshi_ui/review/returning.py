"""Asks what is to be done about a translation that is sent back, in its place and not in a box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from tilshi.i18n import _
from tilshi_ui.theme.tokens import STEP


class ReturnForm(QWidget):
    """One line for a note; `given` carries it, `left` comes without one."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.note = QLineEdit()
        self.accept, self._cancel = QPushButton(), QPushButton()
        self.note.textChanged.connect(self._check)
        self.accept.clicked.connect(self._give)
        self._cancel.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.note, 1)
        row.addWidget(self.accept)
        row.addWidget(self._cancel)
        self.retranslate()

    def ask(self) -> None:
        """Shows the line, empty, and takes the keys."""
        self.note.clear()
        self._check()
        self.show()
        self.note.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return gives the note, Escape none."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self.note.setPlaceholderText(_("What is to be changed?"))
        self.note.setAccessibleName(_("What is to be changed?"))
        self.accept.setText(_("Return it"))
        self._cancel.setText(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _check(self) -> None:
        self.accept.setEnabled(bool(self.note.text().strip()))

    def _give(self) -> None:
        if text := self.note.text().strip():
            self.given.emit(text)
