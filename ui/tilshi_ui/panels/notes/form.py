"""Where a note is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import _
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.editor.display import accepted, shown
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import tooltip

_LINES = 3


class _Field(QPlainTextEdit):
    """Some lines; `sent` comes with Ctrl+Return, `left` with Escape."""

    sent = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Return sends the note here, whatever it does elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Sends the note, or leaves it."""
        if _sends(event):
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _sends(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.ControlModifier


class NoteForm(QWidget):
    """A field for a note and what it is about; `given` carries the note's text, `left` comes without one."""

    given = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._about_words = ""
        self._about = PlainLabel(role="dim", wrap=True)
        self.field = _Field()
        self.field.setObjectName("Field")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + 4 * STEP)
        self.field.textChanged.connect(self._check)
        self.field.sent.connect(self._give)
        self.field.left.connect(self._leave)
        self.accept, self._cancel = QPushButton(), QPushButton()
        self.accept.clicked.connect(self._give)
        self._cancel.clicked.connect(self._leave)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.accept)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._about)
        column.addWidget(self.field)
        column.addLayout(row)
        self.retranslate()
        self.hide()

    def ask(self, about: str) -> None:
        """Shows the field and takes the keys; what was begun before stays."""
        self._about_words = " ".join(shown(about).split())
        self.retranslate()
        self.show()
        self.field.setFocus()

    def leave(self) -> None:
        """The note would be about something else now; what was written is kept for the next one."""
        self.hide()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        about = _("Note on “{words}”").format(words=self._about_words)
        self._about.setText(about if self._about_words else _("Note on this segment"))
        self.field.setAccessibleName(self._about.text())
        self.accept.setText(_("Add the note"))
        self.accept.setToolTip(tooltip(_("Adds the note (Ctrl+Enter)")))
        self._cancel.setText(_("Cancel"))
        self._check()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _check(self) -> None:
        self.accept.setEnabled(bool(self.field.toPlainText().strip()))

    def _give(self) -> None:
        if text := accepted(self.field.toPlainText()).strip():
            self.field.clear()
            self.hide()
            self.given.emit(text)

    def _leave(self) -> None:
        self.field.clear()
        self.hide()
        self.left.emit()
