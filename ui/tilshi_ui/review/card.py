"""The segment that is reviewed: what differs since it was approved, and what can be done."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from tilshi.i18n import N_, _
from tilshi.release import Release, State, Text
from tilshi.release.operations import is_behind
from tilshi.release.reviewing import GIVES
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.review.baseline import Baseline, Earlier, baseline_of
from tilshi_ui.review.difference import DifferenceText
from tilshi_ui.review.head import ReviewHead
from tilshi_ui.review.pieces import Difference, Fate, Piece, difference_of
from tilshi_ui.review.returning import ReturnForm
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import tooltip

_SOURCE_LINES: Final = 4


class Deed(StrEnum):
    """What can be done about a segment or a change of it."""

    PREVIOUS = "previous"
    NEXT = "next"
    ACCEPT = "accept"
    REJECT = "reject"
    RETURN = "return"
    APPROVE = "approve"


_WORDS: Final = {
    Deed.PREVIOUS: (N_("Previous change"), N_("Previous change (P)")),
    Deed.NEXT: (N_("Next change"), N_("Next change (N)")),
    Deed.ACCEPT: (N_("Accept change"), N_("This change is right (A)")),
    Deed.REJECT: (N_("Reject change"), N_("What stood there stands there again (R)")),
    Deed.RETURN: (N_("Return…"), N_("Sends the translation back with a note (Ctrl+Shift+Enter)")),
    Deed.APPROVE: (N_("Approve"), N_("The translation is right as it stands (Ctrl+Enter)")),
}
_LETTERS: Final = {"p": Deed.PREVIOUS, "n": Deed.NEXT, "a": Deed.ACCEPT, "r": Deed.REJECT}
_OF_CHANGES: Final = (Deed.PREVIOUS, Deed.NEXT, Deed.ACCEPT, Deed.REJECT)


class Reviewed(NamedTuple):
    """What is shown: a text, what it is compared with, and the change that is looked at (-1: none)."""

    segment: str
    language: str
    baseline: Baseline
    difference: Difference
    change: int


class ReviewCard(QFrame):
    """`wanted` carries a Deed that is to be done, `returned` the note with which a translation is sent back."""

    wanted = Signal(object)
    returned = Signal(str)

    def __init__(self, theme: Theme, preferences: Preferences, earlier: Earlier) -> None:
        super().__init__()
        self.setObjectName("Card")
        self._preferences = preferences
        self._earlier = earlier
        self._document: OpenDocument | None = None
        self.reviewed: Reviewed | None = None
        self.head = ReviewHead(preferences)
        self._about = PlainLabel(role="dim", wrap=True)
        self.text = DifferenceText(theme)
        self._behind = PlainLabel(role="strong", wrap=True)
        self.source = DifferenceText(theme, lines=_SOURCE_LINES)
        self._place = PlainLabel(role="dim")
        self.form = ReturnForm()
        self.form.hide()
        self.buttons = {deed: self._button(deed) for deed in Deed}
        self.buttons[Deed.APPROVE].setProperty("role", "primary")
        self._arrange()
        self.head.capacity_chosen.connect(self.refresh)
        self.text.key_pressed.connect(self._command)
        self.form.given.connect(self._return)
        self.form.left.connect(self._leave_form)
        self.retranslate()

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        self._document, self.reviewed = document, None
        self.form.hide()
        self.refresh()

    def refresh(self) -> None:
        """Another segment, another language, or other texts."""
        document = self._document
        if document is None or not document.number(document.place.segment):
            self.reviewed = None
            self._show(None)
            return
        release, place = document.release, document.place
        segment, language = release.segment(place.segment), place.language
        baseline = baseline_of(release, segment, language, self._earlier)
        now = release.text(segment.id, language).string
        difference = difference_of(now if baseline.text is None else baseline.text.string, now)
        last = self.reviewed
        same = last is not None and (last.segment, last.language) == (segment.id, language)
        change = max(last.change, 0) if same and last is not None else 0
        if not same:
            self.form.hide()
        change = min(change, len(difference.changes) - 1)
        self._show(Reviewed(segment.id, language, baseline, difference, change))
        self._show_source(release, segment.id, language)

    def step(self, by: int) -> None:
        """Looks at another change, round the end."""
        if self.reviewed is not None and (number := len(self.reviewed.difference.changes)):
            self._show(self.reviewed._replace(change=(self.reviewed.change + by) % number))

    def ask_note(self) -> None:
        """Asks for the note with which the translation is sent back."""
        self.form.ask()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        for deed, button in self.buttons.items():
            name, tip = _WORDS[deed]
            if deed in {Deed.PREVIOUS, Deed.NEXT}:
                button.setText("‹" if deed is Deed.PREVIOUS else "›")
            else:
                button.setText(_(name))
            button.setAccessibleName(_(name))
            button.setToolTip(tooltip(_(tip)))
        self.source.setAccessibleName(_("What changed in the source"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _button(self, deed: Deed) -> QPushButton:
        button = QPushButton()
        button.setObjectName(deed.value)
        button.clicked.connect(self._do)
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for deed in _OF_CHANGES[:2]:
            row.addWidget(self.buttons[deed])
        row.addWidget(self._place)
        for deed in (*_OF_CHANGES[2:], Deed.RETURN, Deed.APPROVE):
            if deed is Deed.RETURN:
                row.addStretch(1)
            row.addWidget(self.buttons[deed])
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        for widget in (self.head, self._behind, self.source, self._about, self.text, self.form):
            column.addWidget(widget)
        column.addStretch(1)
        column.addLayout(row)
        for label in (self._behind, self._about):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _show(self, reviewed: Reviewed | None) -> None:
        self.reviewed = reviewed
        self.setEnabled(reviewed is not None)
        document = self._document
        if reviewed is None or document is None:
            self.text.show_pieces(())
            return
        number = len(reviewed.difference.changes)
        self._about.setText(reviewed.baseline.words)
        self.text.show_pieces(reviewed.difference.pieces, reviewed.change)
        for deed in _OF_CHANGES:
            self.buttons[deed].setVisible(number > 0)
        decides = not document.writes_source
        for deed in (Deed.ACCEPT, Deed.REJECT, Deed.RETURN, Deed.APPROVE):
            self.buttons[deed].setEnabled(decides)
        self._place.setVisible(number > 0)
        self._place.setText(_("Change {n} of {total}").format(n=reviewed.change + 1, total=number))
        self.text.setAccessibleName(self._spoken(reviewed))
        gives = GIVES[self._preferences.now.capacity]
        self.buttons[Deed.APPROVE].setText(_("Approve") if gives is not State.TRANSLATED else _("Confirm"))

    def _spoken(self, reviewed: Reviewed) -> str:
        """What a screen reader says of the change that is looked at."""
        if not reviewed.difference.changes:
            return _("Nothing differs")
        before, after = reviewed.difference.words(reviewed.change)
        if not before:
            return _("Change {n}: “{after}” was added").format(n=reviewed.change + 1, after=after)
        if not after:
            return _("Change {n}: “{before}” was removed").format(n=reviewed.change + 1, before=before)
        words = _("Change {n}: “{before}” became “{after}”")
        return words.format(n=reviewed.change + 1, before=before, after=after)

    def _show_source(self, release: Release, segment_id: str, language: str) -> None:
        """What changed in the source since the translation was made, if anything did."""
        behind = language != release.source_language and is_behind(release, segment_id, language)
        segment = release.segment(segment_id)
        basis = segment.target(language).basis_text
        self._behind.setVisible(behind)
        self._behind.setText(
            _("The source has changed since this was translated:")
            if basis
            else _("The source has changed since this was translated; what it was is not known.")
        )
        self.source.setVisible(behind and basis != Text())
        if behind and basis:
            self.source.show_pieces(difference_of(basis.string, segment.source.string).pieces)
        else:
            self.source.show_pieces((Piece(segment.source.string, Fate.KEPT),))

    def _do(self) -> None:
        self.wanted.emit(Deed(self.sender().objectName()))

    def _command(self, letter: str) -> None:
        if letter in _LETTERS:
            self.wanted.emit(_LETTERS[letter])

    def _return(self, note: str) -> None:
        self.form.hide()
        self.returned.emit(note)

    def _leave_form(self) -> None:
        self.form.hide()
        self.text.setFocus()
