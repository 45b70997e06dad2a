"""The few questions that undo cannot answer."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QPushButton, QWidget

from tilshi.i18n import _
from tilshi_ui.dialogs.base import PlainDialog


class Answer(Enum):
    """What to do with changes that would be lost."""

    SAVE = 1
    DISCARD = 2
    STAY = 3


class UnsavedQuestion(PlainDialog):
    """Asks once, naming what would be lost."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(_("Save the changes?"), parent)
        self.setMinimumWidth(440)
        self.answer = Answer.STAY
        name = title or _("Untitled release")
        self.add_text(_("The changes to “{title}” since it was last saved would be lost.").format(title=name))
        self._discard = self.add_button(_("&Don’t save"), left=True)
        self._stay = self.add_button(_("&Cancel"))
        self._save = self.add_button(_("&Save"), primary=True)
        for button in (self._discard, self._stay, self._save):
            button.clicked.connect(self._answer)
        self._save.setFocus()

    def _answer(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        answers = {self._discard: Answer.DISCARD, self._stay: Answer.STAY, self._save: Answer.SAVE}
        self.answer = answers[button]
        self.accept()
