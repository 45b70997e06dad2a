"""The commands about what the checks found."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tilshi.checking.findings import Fix, Side, fixing
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Compound, StaleEdit, UnknownSegment, Waiver
from tilshi.release.operations import switch_rule, withdraw_waiver
from tilshi_ui.checking.report import Card
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.checking.tips import FindingTips, Terms
from tilshi_ui.checking.titles import kind_title
from tilshi_ui.checking.travelling import Wanted, card_at, following
from tilshi_ui.panels.findings.entries import Places
from tilshi_ui.preferences import Preferences
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.workarea import WorkArea
from tilshi_ui.wording import label


class FindingVerbs(QObject):
    """From finding to finding, and what is done about them.

    `said` carries what the user should know and need not confirm.
    """

    said = Signal(str)

    def __init__(
        self, window: QWidget, work: WorkArea, checks: LiveChecks, preferences: Preferences, terms: Terms
    ) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._checks = checks
        self._preferences = preferences
        work.findings.chosen.connect(self._go_to)
        work.findings.fix_chosen.connect(self._fix_now)
        work.findings.ignored.connect(self.let_stand)
        work.findings.taken_back.connect(self._take_back)
        work.findings.learned.connect(self.learn)
        work.findings.all_wanted.connect(self.fix_kind)
        self.tips = FindingTips(work.rows, checks, terms, self)
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
            self.said.emit(_changed_meanwhile())
            return
        document.session.end_typing()
        if card.head.segment == document.place.segment and self._is_written(card):
            self._work.rows.writer.setFocus()
            self._work.rows.writer.place_caret(fix.start + len(fix.replacement))

    def fix_all(self) -> None:
        """Puts right all findings of the same kind as the one at the caret, after showing what would become of them."""
        if (card := self._at_caret()) is None:
            self.said.emit(_("Go to a finding first, with F8."))
            return
        self.fix_kind(card.head.rule)

    def ignore_finding(self) -> None:
        """Asks why the finding at the caret is right as it is."""
        if (card := self._at_caret()) is None:
            self.said.emit(_("Go to a finding first, with F8."))
            return
        self._show_panel(card)
        self._work.findings.detail.ask_reason()

    def let_stand(self, card: Card, reason: str, name: str) -> None:
        """The findings of a card do not count any more, as long as the text stays; `name` is whose decision it is."""
        from tilshi.checking.waiving import waiver_for  # loaded long since, with the first answer

        document, moved = self._checks.document, self._checks.now(card)
        if document is None or moved is None:
            self.said.emit(_changed_meanwhile())
            return
        self._preferences.remember_reason(reason)
        if name:
            self._preferences.change(user_name=name)
        release, edits = document.release, []
        for finding in moved.findings:
            edit = waiver_for(release, finding, reason, self._preferences.now.user_name, _now())
            release = edit.apply(release)
            edits.append(edit)
        document.apply(Compound(tuple(edits)))
        self._work.rows.writer.setFocus()

    def learn(self, card: Card) -> None:
        """The word that no dictionary knows is right, in every release of this user."""
        document, moved = self._checks.document, self._checks.now(card)
        if document is None or moved is None:
            self.said.emit(_changed_meanwhile())
            return
        head = moved.head
        code = document.release.source_language if head.side is Side.SOURCE else head.language
        try:
            self._checks.spelling.learn(code, document.release.text(head.segment, code).string[head.start : head.end])
        except FileError as error:
            self.said.emit(str(error))
            return
        self._checks.run()

    def switch_off_kind(self) -> None:
        """The kind of the finding at the caret is not looked for in this release any more."""
        document, card = self._checks.document, self._at_caret()
        if document is None or card is None:
            self.said.emit(_("Go to a finding first, with F8."))
            return
        document.apply(switch_rule(document.release, card.head.rule, on=False))
        title = kind_title(card.head.rule)
        self.said.emit(
            _("Not looked for in this release any more: {kind}. The menu Checks brings it back.").format(kind=title)
        )

    def fill_switched_off(self, menu: QMenu) -> None:
        """The kinds that are not looked for, to be switched on again."""
        document = self._checks.document
        for rule in document.release.switched_off if document else ():
            action = menu.addAction(label(kind_title(rule)))
            action.setData(rule)
            action.triggered.connect(self._switch_on)
        if menu.isEmpty():
            menu.addAction(_("All kinds are looked for")).setEnabled(False)

    def show_findings(self) -> None:
        """The list of findings, to go through by key."""
        self._work.show_findings_page()
        self._work.findings.list.setFocus()

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

    def _go_to(self, card: Card) -> None:
        self.go(self._checks.now(card) or card)

    def _fix_now(self, card: Card, fix: Fix) -> None:
        """A wording that was offered for the text as it was checked."""
        moved = self._checks.now(card)
        found = next((each for each in moved.fixes if each.replacement == fix.replacement), None) if moved else None
        if moved is None or found is None:
            self.said.emit(_changed_meanwhile())
            return
        self.fix(moved, found)

    def fix_kind(self, rule: str) -> None:
        """Puts right all findings of a rule, after showing what would become of them."""
        from tilshi_ui.checking.repair import repairing, repairs
        from tilshi_ui.dialogs.fixall import FixAllDialog  # dialogs are loaded when they are opened

        document = self._checks.document
        offered = repairs(self._checks, rule)
        if document is None or not offered:
            self.said.emit(_("For findings of this kind there is nothing that could be done by itself."))
            return
        release, language = document.release, document.place.language
        dialog = FixAllDialog(
            kind_title(rule), offered, release, language, Places(document), self._work.theme, self._window
        )
        if dialog.exec() and document.release is release and dialog.chosen:
            document.session.end_typing()
            document.apply(repairing(release, dialog.chosen))
            number = len(dialog.chosen)
            words = ngettext("{n} place was put right.", "{n} places were put right.", number).format(n=number)
            self.said.emit(f"{words} {_('Ctrl+Z takes it back.')}")
        dialog.deleteLater()
        self._work.rows.writer.setFocus()

    def _take_back(self, waiver: Waiver) -> None:
        if (document := self._checks.document) is not None:
            document.apply(withdraw_waiver(document.release, waiver))

    def _switch_on(self) -> None:
        action, document = self.sender(), self._checks.document
        if isinstance(action, QAction) and document is not None:
            document.apply(switch_rule(document.release, action.data(), on=True))

    def _show_panel(self, card: Card) -> None:
        """Shows the panel with this finding."""
        self._work.show_findings_page()
        self._checks.look_at(None)
        self._checks.look_at(card)

    def _travel(self, by: int, wanted: Wanted) -> None:
        card = following(self._checks, self._work.rows.writer.caret, by, wanted)
        if card is not None:
            self.go(card)
            if self._work.shows("context"):
                self._work.show_findings_page()
            else:
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


def _changed_meanwhile() -> str:
    return _("The text has changed meanwhile; it is being checked again.")


def _now() -> str:
    """ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _any(_card: Card) -> bool:
    return True


def _is_misspelling(card: Card) -> bool:
    return card.is_misspelling
