"""What a Word file held beside its text, and what is to become of the changes tracked in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from tilshi.exchange.imported import Report, TrackedChanges
from tilshi.i18n import N_, _
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP

_CHOICES: Final = (
    (TrackedChanges.ACCEPT, N_("Accept all")),
    (TrackedChanges.REJECT, N_("Reject all")),
    (TrackedChanges.SHOW, N_("Accept all, and say each in a note")),
)
_LINES: Final = 6


class WordReport(QWidget):
    """Hidden where there is nothing to say; `chosen` comes when the user decides about tracked changes."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = ListField()
        for choice, text in _CHOICES:
            self._changes.addItem(_(text), choice)
        self._changes.activated.connect(self._choose)
        self._question = PlainLabel("", "dim")
        self._question.setBuddy(self._changes)
        self._heading = PlainLabel(_("In the file"), "dim")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("What was recognised and what was left out"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._question, 0, 0)
        grid.addWidget(self._changes, 0, 1)
        grid.addWidget(self._heading, 1, 0)
        grid.addWidget(self._text, 1, 1)
        self.hide()

    @property
    def changes(self) -> TrackedChanges:
        """What is to become of tracked changes."""
        return TrackedChanges(self._changes.currentData())

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.toPlainText()

    def show_report(self, report: Report) -> None:
        """Says another report."""
        self._question.setText(_("Tracked changes ({number})").format(number=report.changes))
        for widget in (self._question, self._changes):
            widget.setVisible(report.changes > 0)
        lines = [str(tally) for tally in report.recognised]
        lines += [_("Left out: {what}").format(what=tally) for tally in report.left_out]
        self._text.setPlainText("\n".join(lines))
        height = self._text.fontMetrics().lineSpacing() * min(len(lines), _LINES)
        self._text.setFixedHeight(height + 2 * STEP + round(2 * self._text.document().documentMargin()))
        self.setVisible(bool(lines))

    def _choose(self, _index: int) -> None:
        self.chosen.emit()
