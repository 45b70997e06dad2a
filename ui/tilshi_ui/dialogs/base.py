"""What all dialogs share: plain words on top, the body, buttons below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP


class PlainDialog(QDialog):
    """A titled dialog; fill `body` and add buttons, the primary one last."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * STEP)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * STEP)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * STEP, 5 * STEP, 6 * STEP, 5 * STEP)
        column.setSpacing(4 * STEP)
        self._title = PlainLabel(title, "title")
        column.addWidget(self._title)
        column.addLayout(self.body, 1)
        column.addLayout(self._buttons)

    def set_title(self, title: str) -> None:
        """Another title, as when the interface speaks another language."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def add_text(self, text: str, *, dim: bool = False) -> PlainLabel:
        """A paragraph of plain text."""
        label = PlainLabel(text, "dim" if dim else "", wrap=True)
        self.body.addWidget(label)
        return label

    def add_field(self, caption: str, field: QWidget | QLayout) -> None:
        """A field with its caption above; the caption is its accessible name too."""
        column = QVBoxLayout()
        column.setSpacing(STEP)
        label = PlainLabel(caption, "dim")
        column.addWidget(label)
        if isinstance(field, QWidget):
            label.setBuddy(field)
            field.setAccessibleName(caption)
            column.addWidget(field)
        else:
            column.addLayout(field)
        self.body.addLayout(column)

    def add_button(self, text: str, *, primary: bool = False, left: bool = False) -> QPushButton:
        """A button; the primary one answers to Return."""
        button = QPushButton(text)
        button.setAutoDefault(primary)
        button.setDefault(primary)
        if primary:
            button.setProperty("role", "primary")
        if left:
            self._buttons.insertWidget(0, button)
        else:
            self._buttons.addWidget(button)
        return button
