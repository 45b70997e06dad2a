"""The forms of a term to choose from: a small menu at the caret that answers to 1–7 on every keyboard layout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from tilshi.i18n import _
from tilshi_ui.keys.scancodes import us_keys
from tilshi_ui.wording import label


class FormsMenu(QMenu):
    """The forms of a term, each with the name of its case; `chosen` carries the form that was taken."""

    chosen = Signal(str)

    def __init__(self, forms: Sequence[tuple[str, str]], current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Forms of the term"))
        self._us = us_keys()
        for number, (form, name) in enumerate(forms, 1):
            action = QAction(label(f"{number}  {form}") + (f"\t{label(name)}" if name else ""), self)
            action.setData(form)
            action.setCheckable(True)
            action.setChecked(form == current)
            self.addAction(action)
        self.triggered.connect(self._take)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, point: QPoint) -> None:
        """Shows it there, with the current form ready to be taken by Return."""
        checked = next((action for action in self.actions() if action.isChecked()), None)
        self.popup(point)
        if checked is not None:
            self.setActiveAction(checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A digit takes the form of that number, wherever the layout has its digits."""
        digit = self._us.get(event.nativeScanCode(), event.text())
        if digit.isdecimal() and 0 < int(digit) <= len(self.actions()):
            self.actions()[int(digit) - 1].trigger()
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, action: QAction) -> None:
        self.chosen.emit(action.data())
