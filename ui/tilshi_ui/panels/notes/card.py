"""One note with the answers to it, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from tilshi.i18n import _
from tilshi.release import Note
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.editor.display import shown
from tilshi_ui.panels.notes.threads import Thread
from tilshi_ui.review.times import when
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label, language_name

_LONGEST = 60


class NoteCard(QFrame):
    """Each signal carries the Thread: `gone_to` to show its words, `settled` to resolve it or open it again.

    `answered` carries an answer too; `removed`: it is to go.
    """

    gone_to = Signal(object)
    settled = Signal(object)
    answered = Signal(object, str)
    removed = Signal(object)

    def __init__(self, thread: Thread, place: str) -> None:
        super().__init__()
        self.setObjectName("Inset")
        self.shown = thread
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        head = QPushButton(label(self._about(place)))
        head.setFlat(True)
        head.setStyleSheet("text-align: left; padding: 2px 0px;")
        head.setAccessibleName(_("Go to: {place}").format(place=self._about(place)))
        head.clicked.connect(self._go)
        column.addWidget(head)
        for note in (thread.note, *thread.replies):
            column.addWidget(PlainLabel(_signature(note), "small"))
            text = PlainLabel(shown(note.text), wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
        if thread.note.resolved:
            column.addWidget(PlainLabel(_("Resolved"), "strong"))
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(_("Reply, Return sends it"))
        self.answer.setAccessibleName(_("Reply"))
        self.answer.returnPressed.connect(self._answer)
        self.answer.hide()
        column.addWidget(self.answer)
        column.addLayout(self._buttons())
        words = ". ".join(f"{_signature(note)}: {note.text}" for note in (thread.note, *thread.replies))
        self.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves the answer."""
        if event.key() == Qt.Key.Key_Escape and self.answer.isVisible():
            self.answer.hide()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        self.settle = QPushButton(_("Reopen") if self.shown.note.resolved else _("Resolve"))
        self.settle.clicked.connect(self._settle)
        self.reply = QPushButton(_("Reply"))
        self.reply.clicked.connect(self._ask)
        self.remove = QPushButton(_("Delete"))
        self.remove.setFlat(True)
        self.remove.clicked.connect(self._remove)
        for button in (self.settle, self.reply):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.remove)
        return row

    def _about(self, place: str) -> str:
        words = " ".join(shown(self.shown.words).split())
        words = f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
        quoted = _("“{words}”").format(words=words) if words else ""
        code = self.shown.note.language
        return " · ".join(part for part in (place, language_name(code) if code else "", quoted) if part)

    def _go(self) -> None:
        self.gone_to.emit(self.shown)

    def _settle(self) -> None:
        self.settled.emit(self.shown)

    def _ask(self) -> None:
        self.answer.show()
        self.answer.setFocus()

    def _answer(self) -> None:
        if text := self.answer.text().strip():
            self.answered.emit(self.shown, text)

    def _remove(self) -> None:
        self.removed.emit(self.shown)


def _signature(note: Note) -> str:
    """Who wrote it and when."""
    return " · ".join(part for part in (note.author, when(note.created) if note.created else "") if part)
