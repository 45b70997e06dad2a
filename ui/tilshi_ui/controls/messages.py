"""A line that says what happened, instead of a box in the way."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from tilshi.i18n import _
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label

_PASSING_MS: Final = 8_000
"""A note that asks for nothing goes by itself; warnings and errors stay until they are dismissed."""


class Severity(StrEnum):
    """How a message looks."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class MessageBar(QFrame):
    """Shows one message at a time, with what can be done about it; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("MessageBar")
        self._text = PlainLabel(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.clicked.connect(self._act)
        self._other = QPushButton()
        self._other.clicked.connect(self._act_otherwise)
        self._close = QPushButton()
        self._close.setFlat(True)
        self._close.clicked.connect(self.hide)
        self._deed: Callable[[], object] | None = None
        self._other_deed: Callable[[], object] | None = None
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(_PASSING_MS)
        self._passing.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addWidget(self._text, 1)
        row.addWidget(self._other)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(  # noqa: PLR0913  # two buttons at most
        self,
        severity: Severity,
        text: str,
        action: str = "",
        deed: Callable[[], object] | None = None,
        *,
        other: str = "",
        other_deed: Callable[[], object] | None = None,
    ) -> None:
        """Shows a message; `deed` is done when the button `action` is pressed, which also closes the message.

        `other` is a second button, which leaves the message where it is.
        """
        self.setProperty("severity", severity.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(label(action))
        self._action.setVisible(bool(action))
        self._deed = deed
        self._other.setText(label(other))
        self._other.setVisible(bool(other))
        self._other_deed = other_deed
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))  # for screen readers
        if severity is Severity.NOTE and deed is None:
            self._passing.start()
        else:
            self._passing.stop()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._close.setText(_("Dismiss"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _act_otherwise(self) -> None:
        if self._other_deed is not None:
            self._other_deed()

    def _act(self) -> None:
        self.hide()
        if self._deed is not None:
            self._deed()
