"""Who reviews, in what capacity, and how much waits for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tilshi.i18n import _, ngettext
from tilshi.release import Capacity
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.preferences import Preferences
from tilshi_ui.review.baseline import capacity_name
from tilshi_ui.theme.tokens import STEP


class ReviewHead(QWidget):
    """`capacity_chosen` comes when the user reviews in another capacity from now on; name and capacity are kept."""

    capacity_chosen = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._as = PlainLabel(role="dim")
        self.capacity = ListField()
        for each in Capacity:
            self.capacity.addItem(capacity_name(each), each.value)
        self.capacity.activated.connect(self._choose)
        self.name = QLineEdit(preferences.now.user_name)
        self.name.setMaximumWidth(180)
        self.name.editingFinished.connect(self._keep_name)
        self._waiting = PlainLabel(role="strong")
        self._number = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        for widget in (self._as, self.capacity, self.name):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._waiting)
        self.retranslate()

    def show_settings(self) -> None:
        """Shows what is kept by now: another part of the program may have learned the name."""
        self.name.setText(self._preferences.now.user_name)
        self.capacity.setCurrentIndex(self.capacity.findData(self._preferences.now.capacity.value))

    def show_waiting(self, number: int) -> None:
        """Says how many segments wait."""
        self._number = number
        words = ngettext("{n} segment waits for you", "{n} segments wait for you", number).format(n=number)
        self._waiting.setText(words if number else _("Nothing waits for you"))

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._as.setText(_("Reviewing as"))
        self.capacity.setAccessibleName(_("Capacity in which you review"))
        for at, each in enumerate(Capacity):
            self.capacity.setItemText(at, capacity_name(each))
        self.name.setPlaceholderText(_("Your name"))
        self.name.setAccessibleName(_("Your name, which signs approvals and notes"))
        self.show_settings()
        self.show_waiting(self._number)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, _index: int) -> None:
        self._preferences.change(capacity=Capacity(self.capacity.currentData()))
        self.capacity_chosen.emit()

    def _keep_name(self) -> None:
        self._preferences.change(user_name=" ".join(self.name.text().split()))
