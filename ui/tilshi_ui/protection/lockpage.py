"""What is seen while a draft is locked: which file it is, and nothing of what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import _
from tilshi_ui.controls.labels import ElidedLabel, PlainLabel
from tilshi_ui.protection.entry import KeyEntry, Unlock
from tilshi_ui.theme.tokens import STEP

_WIDTH = 460


class LockPage(QWidget):
    """Asks for the key; `opened` carries the container, `left` says that the user wants something else."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Page")
        self._title = PlainLabel(role="title")
        self._name = ElidedLabel(role="dim")
        self._note = PlainLabel(role="dim", wrap=True)
        self.entry = KeyEntry(pool)
        self.entry.opened.connect(self.opened)
        self._leave = QPushButton()
        self._leave.clicked.connect(self.left)
        card = QWidget()
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setSpacing(3 * STEP)
        for widget in (self._title, self._name, self._note, self.entry):
            column.addWidget(widget)
        column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.addStretch(2)
        page.addLayout(row)
        page.addStretch(3)
        self.retranslate()

    def ask(self, name: str, unlock: Unlock) -> None:
        """Asks for the key of the file of that name."""
        self._name.setText(name)
        self.entry.ask(unlock)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._title.setText(_("Locked"))
        self._note.setText(_("Everything you did is kept, encrypted. Enter the passphrase to go on."))
        self._leave.setText(_("&Close this draft"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
