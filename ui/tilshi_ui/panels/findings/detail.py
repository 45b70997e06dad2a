"""The finding that is looked at, in full: why, on what evidence, and what can be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tilshi.checking.findings import Severity
from tilshi.i18n import _
from tilshi_ui.checking.titles import kind_title, offer
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.severities import paint_severity, severity_name
from tilshi_ui.panels.findings.entries import Entry, sentences
from tilshi_ui.panels.findings.reasons import ReasonForm
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label, tooltip

_OFFERED: Final = 4
"""So many wordings are offered."""
_SHAPE: Final = 10


class _Shape(QWidget):
    """The shape of a severity."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.severity = Severity.NOTE
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(_SHAPE, _SHAPE + 2 * STEP)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _SHAPE) / 2
        paint_severity(painter, QRectF(0, top, _SHAPE, _SHAPE), self.severity, self._theme.tokens)


class _Offer(QPushButton):
    """A button as wide as there is room for, not as its words would have it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def say(self, words: str) -> None:
        """Shows words, as many as fit; all of them in the tooltip."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(tooltip(words))
        self._fit()

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - 6 * STEP, 40)
        self.setText(label(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)))


class FindingDetail(QFrame):
    """One finding with its buttons.

    `fix_chosen` carries the number of the wording that was chosen, `ignored` a reason and a name, `taken_back` comes
    where a waiver is to go, `all_wanted` where all findings of the kind are to be put right,
    `learned` where a word is right for this user.
    """

    fix_chosen = Signal(int)
    ignored = Signal(str, str)
    taken_back = Signal()
    all_wanted = Signal()
    learned = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("Inset")
        self._entry: Entry | None = None
        self._similar = 0
        self._shape = _Shape(theme)
        self._title = PlainLabel(role="strong", wrap=True)
        self._message = PlainLabel(wrap=True)
        self._place = PlainLabel(role="small", wrap=True)
        self._evidence = PlainLabel(role="small", wrap=True)
        self._waived = PlainLabel(role="small", wrap=True)
        self.offers = [_Offer() for _number in range(_OFFERED)]
        for number, button in enumerate(self.offers):
            button.setObjectName(str(number))
            button.clicked.connect(self._choose)
        self.ignore, self.fix_all, self.take_back = QPushButton(), QPushButton(), QPushButton()
        self.learn = QPushButton()
        self.learn.clicked.connect(self.learned)
        self.form = ReasonForm(preferences)
        self.form.hide()
        self.ignore.clicked.connect(self.ask_reason)
        self.fix_all.clicked.connect(self.all_wanted)
        self.take_back.clicked.connect(self.taken_back)
        self.form.given.connect(self.ignored)
        self.form.left.connect(self._leave_form)
        self._arrange()
        self.show_entry(None, "", 0)

    def show_entry(self, entry: Entry | None, evidence: str, similar: int) -> None:
        """Shows a finding with the words that prove it; `similar` is how many of its kind could be put right."""
        if entry is None or self._entry is None or entry.card.span != self._entry.card.span:
            self.form.hide()
        self._entry, self._similar = entry, similar
        self.setVisible(entry is not None)
        if entry is None:
            return
        head, waiver = entry.card.head, entry.waiver
        self._shape.severity = head.severity
        self._shape.update()
        kinds = dict.fromkeys(kind_title(finding.rule) for finding in entry.card.findings)
        self._title.setText("\n".join(kinds))
        self._message.setText(sentences(entry.card.findings))
        self._place.setText(f"{severity_name(head.severity)} · {entry.place}")
        self._evidence.setText(_("Proof in the other text: {text}").format(text=evidence) if evidence else "")
        self._evidence.setVisible(bool(evidence))
        self._waived.setVisible(waiver is not None)
        if waiver is not None:
            who = " · ".join(part for part in (waiver.by, waiver.at[:10]) if part)
            self._waived.setText(_("Let stand: {reason} ({who})").format(reason=waiver.reason, who=who))
        self._show_buttons(entry)
        self.setAccessibleName(", ".join((severity_name(head.severity), *kinds, self._message.text())))

    def ask_reason(self) -> None:
        """Asks why the finding is to be let stand."""
        if self._entry is not None and self._entry.waiver is None:
            self.ignore.hide()
            self.form.ask()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_entry(self._entry, "", self._similar)
        super().changeEvent(event)

    def _show_buttons(self, entry: Entry) -> None:
        fixes = () if entry.waiver else entry.card.fixes
        for number, button in enumerate(self.offers):
            button.setVisible(number < len(fixes))
            if number < len(fixes):
                keys = "   Alt+Enter" if number == 0 else ""
                button.say(f"{offer(fixes[number])}{keys}")
        self.ignore.setText(_("Ignore…"))
        self.ignore.setVisible(entry.waiver is None and not self.form.isVisible())
        self.fix_all.setText(_("Fix all of this kind ({n})…").format(n=self._similar))
        self.fix_all.setVisible(entry.waiver is None and self._similar > 1)
        self.learn.setText(_("Add to my words"))
        self.learn.setVisible(entry.waiver is None and entry.card.is_misspelling)
        self.take_back.setText(_("Count it again"))
        self.take_back.setVisible(entry.waiver is not None)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        below = QHBoxLayout()
        below.setSpacing(2 * STEP)
        for button in (self.ignore, self.take_back):
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(int(1.5 * STEP))
        column.addLayout(top)
        for widget in (
            self._message,
            self._evidence,
            self._place,
            self._waived,
            *self.offers,
            self.fix_all,
            self.learn,
        ):
            column.addWidget(widget)
        column.addWidget(self.form)
        column.addLayout(below)

    def _choose(self) -> None:
        self.fix_chosen.emit(int(self.sender().objectName()))

    def _leave_form(self) -> None:
        self.form.hide()
        self.ignore.show()
        self.ignore.setFocus()
