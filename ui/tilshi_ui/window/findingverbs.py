"""The commands about what the checks found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tilshi.checking.findings import Fix, Side, fixing
from tilshi.i18n import _
from tilshi.release import StaleEdit, UnknownSegment
from tilshi_ui.checking.report import Card
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.checking.travelling import Wanted, card_at, following
from tilshi_ui.preferences import Preferences
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.workarea import WorkArea


class FindingVerbs(QObject):
    """From finding to finding, and what is done about them.

    `said` carries what the user should know and need not confirm.
    """

    said = Signal(str)

    def __init__(self, window: QWidget, work: WorkArea, checks: LiveChecks, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._checks = checks
        self._preferences = preferences
        self._following = Throttle(self._follow_caret, self)
        work.rows.writer.cursorPositionChanged.connect(self._following.postpone)

    def next_finding(self) -> None:
        """Goes to the next finding, through the whole release."""
        self._travel(1, _any)

    def previous_finding(self) -> None:
        """Goes to the finding before."""
        self._travel(-1, _any)

    def next_misspelling(self) -> None:
        """Goes to the next word that no dictionary knows."""
        self._travel(1, _is_misspelling)

    def run_checks(self) -> None:
        """Checks now."""
        self._checks.run()

    def apply_fix(self) -> None:
        """Does what is offered for the finding at the caret."""
        card = self._at_caret()
        fix = card.fixes[0] if card and card.fixes else None
        if card is None or fix is None:
            self.said.emit(_("There is no finding at the caret that could be put right by itself."))
            return
        self.fix(card, fix)

    def fix(self, card: Card, fix: Fix) -> None:
        """Puts a finding right, as one step of undo."""
        document = self._checks.document
        if document is None:
            return
        document.session.end_typing()
        try:
            document.apply(fixing(document.release, card.head, fix))
        except (StaleEdit, UnknownSegment):
            self.said.emit(_("The text has changed meanwhile; it is being checked again."))
            return
        document.session.end_typing()
        if card.head.segment == document.place.segment and self._is_written(card):
            self._work.rows.writer.setFocus()
            self._work.rows.writer.place_caret(fix.start + len(fix.replacement))

    def go(self, card: Card) -> None:
        """Goes to a finding and selects its characters."""
        document = self._checks.document
        if document is None:
            return
        head = card.head
        if document.number(head.segment):
            document.place.go(head.segment)
            rows = self._work.rows
            cell = rows.writer if self._is_written(card) or not rows.source_cell.isVisible() else rows.source_cell
            cell.setFocus()
            if cell is rows.source_cell or self._is_written(card):
                cell.select(head.start, head.end)
            rows.reveal()
        self._checks.look_at(card)

    def _travel(self, by: int, wanted: Wanted) -> None:
        card = following(self._checks, self._work.rows.writer.caret, by, wanted)
        if card is not None:
            self.go(card)
            if not self._work.shows("context"):
                self.said.emit("\n".join(str(finding.message) for finding in card.findings))
        elif self._checks.is_waiting_for_user:
            self.said.emit(_("This release is large: it is checked when you say so, with Ctrl+F8."))
        elif self._checks.report is None:
            self.said.emit(_("The checks have not answered yet."))
        elif wanted is _is_misspelling:
            self.said.emit(_("No spelling mistake was found."))
        else:
            self.said.emit(_("The checks found nothing."))

    def _at_caret(self) -> Card | None:
        return card_at(self._checks, self._work.rows.writer.caret) or self._checks.current

    def _follow_caret(self) -> None:
        """The finding at the caret is the one that is looked at; in the source, one stays it until one writes."""
        current, document = self._checks.current, self._checks.document
        if document is None:
            return
        beside = current is not None and current.head.segment == document.place.segment
        if current is not None and beside and not self._is_written(current) and not self._work.rows.writer.hasFocus():
            return
        self._checks.look_at(card_at(self._checks, self._work.rows.writer.caret))

    def _is_written(self, card: Card) -> bool:
        """Whether a finding is in the text that is written, not in the source beside it."""
        document = self._checks.document
        return document is not None and (card.head.side is Side.TARGET or document.writes_source)


def _any(_card: Card) -> bool:
    return True


def _is_misspelling(card: Card) -> bool:
    return any(rule.split(".")[0] == "spell" for rule in card.rules)
