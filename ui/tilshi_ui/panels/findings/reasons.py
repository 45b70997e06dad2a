"""Asks why a finding is let stand, in the panel and not in a box in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import _
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme.tokens import STEP


class ReasonForm(QWidget):
    """A reason, and the user's name as long as it is not known; `given` carries both, `left` comes without them."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._why = PlainLabel(role="dim")
        self._reason = ListField()
        self._reason.setEditable(True)
        self._reason.setInsertPolicy(ListField.InsertPolicy.NoInsert)
        self._reason.setMinimumContentsLength(8)
        self._reason.setSizeAdjustPolicy(ListField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._reason.editTextChanged.connect(self._check)
        self._who = PlainLabel(role="dim")
        self._name = QLineEdit()
        self._accept, self._cancel = QPushButton(), QPushButton()
        self._accept.clicked.connect(self._give)
        self._cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        for button in (self._accept, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        for widget in (self._why, self._reason, self._who, self._name):
            column.addWidget(widget)
        column.addSpacing(STEP)
        column.addLayout(buttons)
        self.retranslate()

    @property
    def reason(self) -> ListField:
        """The field for the reason, with those given last behind it."""
        return self._reason

    @property
    def name(self) -> QLineEdit:
        """The field for the name; hidden where the name is known."""
        return self._name

    @property
    def accept(self) -> QPushButton:
        """Lets the finding stand."""
        return self._accept

    def ask(self) -> None:
        """Shows the fields, empty, and takes the keys."""
        settings = self._preferences.now
        self._reason.clear()
        self._reason.addItems(settings.reasons)
        self._reason.setCurrentIndex(-1)
        self._reason.setEditText("")
        for widget in (self._who, self._name):
            widget.setVisible(not settings.user_name)
        self._name.setText(settings.user_name)
        self._check()
        self.show()
        self._reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return gives the reason, Escape none."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._why.setText(_("Why is it right as it is?"))
        self._reason.setAccessibleName(_("Why is it right as it is?"))
        self._who.setText(_("Your name, kept with the reason"))
        self._name.setAccessibleName(_("Your name, kept with the reason"))
        self._accept.setText(_("Ignore"))
        self._cancel.setText(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _check(self) -> None:
        self._accept.setEnabled(bool(self._reason.currentText().strip()))

    def _give(self) -> None:
        reason = " ".join(self._reason.currentText().split())
        if reason:
            self.given.emit(reason, " ".join(self._name.text().split()))
