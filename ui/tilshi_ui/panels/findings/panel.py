"""What the checks found, as a list to go through: of this segment, of the release, by kind, and what was let stand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QListView, QPushButton, QVBoxLayout

from tilshi.i18n import N_, _
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.panels.findings.delegate import FindingsDelegate
from tilshi_ui.panels.findings.detail import FindingDetail
from tilshi_ui.panels.findings.entries import Entry, Places, Scope, lines
from tilshi_ui.panels.findings.model import FindingsModel
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import label

_SCOPES: Final = {
    Scope.SEGMENT: N_("This segment"),
    Scope.ALL: N_("All"),
    Scope.KINDS: N_("By kind"),
    Scope.IGNORED: N_("Ignored"),
}
_BATCH: Final = 200


class _List(QListView):
    """The list; `entered_by_key` comes with Return, `dismissed` with Delete."""

    entered_by_key = Signal()
    dismissed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Return goes to the finding's place, Delete asks why it may stand."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered_by_key.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


class FindingsPanel(QFrame):
    """The findings and the one that is looked at.

    `chosen` carries a card to go to, `fix_chosen` a card and one of its fixes, `ignored` a card, a reason and a name,
    `taken_back` a Waiver, `all_wanted` the rule all of whose findings are to be put right, `learned` the card
    of a word that is right for this user; `counted` comes with another
    number of findings in the current segment.
    """

    chosen = Signal(object)
    fix_chosen = Signal(object, object)
    ignored = Signal(object, str, str)
    taken_back = Signal(object)
    all_wanted = Signal(str)
    learned = Signal(object)
    counted = Signal()

    def __init__(self, theme: Theme, checks: LiveChecks, preferences: Preferences) -> None:
        super().__init__()
        self._checks = checks
        self._places: Places | None = None
        self._document: OpenDocument | None = None
        self._showing = False
        self.scope = Scope.SEGMENT
        self.buttons: dict[Scope, QPushButton] = {}
        self._none = PlainLabel(role="dim", wrap=True)
        self.list = _List()
        self.list.setObjectName("Outline")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(_BATCH)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.model = FindingsModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(FindingsDelegate(theme, self.list, self.model))
        self.detail = FindingDetail(theme, preferences)
        self._refreshing = Throttle(self.refresh, self)
        self._arrange()
        self.list.selectionModel().currentChanged.connect(self._look)
        self.list.clicked.connect(self._go)
        self.list.entered_by_key.connect(self._go)
        self.list.dismissed.connect(self.detail.ask_reason)
        self.detail.fix_chosen.connect(self._fix)
        self.detail.ignored.connect(self._ignore)
        self.detail.taken_back.connect(self._take_back)
        self.detail.all_wanted.connect(self._want_all)
        self.detail.learned.connect(self._learn)
        checks.reported.connect(self._report_changed)
        checks.current_changed.connect(self._follow)
        theme.changed.connect(self.list.viewport().update)
        self.retranslate()

    @property
    def entry(self) -> Entry | None:
        """The finding that is looked at here."""
        return self.model.entry(self.list.currentIndex().row())

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.place.segment_changed.disconnect(self._segment_changed)
        self._document, self._places = document, Places(document)
        document.place.segment_changed.connect(self._segment_changed)
        self.refresh()

    def show_scope(self, scope: Scope) -> None:
        """Lists other findings."""
        self.scope = scope
        self.buttons[scope].setChecked(True)
        self.refresh()

    def refresh(self) -> None:
        """Something else was found, or in another segment."""
        report, document = self._checks.report, self._document
        shown = self.entry
        rows = []
        if report is not None and document is not None and self._places is not None:
            self._places.forget()
            rows = lines(report, self.scope, document.place.segment, self._places)
        bar = self.list.verticalScrollBar()
        scrolled = bar.value()
        self._showing = True
        self.model.show_lines(report, rows)
        self._showing = False
        bar.setValue(scrolled)
        self._count()
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.setText(self._nothing())
        current = self._checks.current
        spans = [card.span for card in (current, shown.card if shown else None) if card is not None]
        at = next((row for span in spans if (row := self.model.row_of(span)) >= 0), -1)
        if at < 0 and self.scope is Scope.SEGMENT and rows:
            at = 0
        self._select(at)
        self.counted.emit()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self.list.setAccessibleName(_("Findings"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def number_here(self) -> int:
        """How many findings the current segment has."""
        report = self._checks.report
        if report is None or self._document is None:
            return 0
        return len(report.findings_of(self._document.place.segment))

    def _arrange(self) -> None:
        group, scopes = QButtonGroup(self), QGridLayout()
        scopes.setSpacing(STEP)
        for at, scope in enumerate(Scope):
            button = self.buttons[scope] = QPushButton()
            button.setObjectName(scope.value)
            button.setProperty("role", "choice")
            button.setCheckable(True)
            button.setChecked(scope is self.scope)
            button.clicked.connect(self._choose_scope)
            group.addButton(button)
            scopes.addWidget(button, at // 2, at % 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(scopes)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.detail)

    def _count(self) -> None:
        report = self._checks.report
        numbers = {
            Scope.SEGMENT: self.number_here,
            Scope.ALL: len(report.findings) if report else 0,
            Scope.KINDS: len(report.kinds) if report else 0,
            Scope.IGNORED: len(report.ignored) if report else 0,
        }
        for scope, button in self.buttons.items():
            number = numbers[scope]
            button.setText(label(f"{_(_SCOPES[scope])} {number}" if report else _(_SCOPES[scope])))

    def _nothing(self) -> str:
        if self._checks.report is None:
            if self._checks.is_waiting_for_user:
                return _("This release is large: it is checked when you say so, with Ctrl+F8.")
            return _("The checks are at work.")
        if self.scope is Scope.IGNORED:
            return _("Nothing was let stand here.")
        return _("The checks found nothing here.")

    def _select(self, row: int) -> None:
        self._showing = True
        self.list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._showing = False
        self._show_detail()

    def _show_detail(self) -> None:
        entry = self.entry
        evidence, similar = "", 0
        if entry is not None:
            proofs = (self._checks.proof(finding) for finding in (self._checks.now(entry.card) or entry.card).findings)
            evidence = next(filter(None, proofs), "")
            similar = self._similar(entry.card.head.rule) if entry.card.fixes else 0
        self.detail.show_entry(entry, evidence, similar)

    def _similar(self, rule: str) -> int:
        report = self._checks.report
        found = report.findings if report else ()
        return sum(finding.rule == rule and bool(finding.fixes) for finding in found)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What was not seen was not kept up to date."""
        super().showEvent(event)
        self._refreshing.flush(anyway=True)

    def _report_changed(self) -> None:
        if self.isVisible():
            self._refreshing.ask()
        else:
            self._count()
            self.counted.emit()

    def _segment_changed(self) -> None:
        if self.scope is Scope.SEGMENT and self.isVisible():
            self._refreshing.ask()
        else:
            self._count()
            self.counted.emit()

    def _follow(self) -> None:
        """The user looks at another finding, in the text or by key."""
        card = self._checks.current
        if card is None or self._showing:
            return
        if self.scope is Scope.SEGMENT and self._refreshing.is_waiting:
            self._refreshing.flush()
        row = self.model.row_of(card.span)
        if row >= 0 and row != self.list.currentIndex().row():
            self._select(row)
            self.list.scrollTo(self.model.index(row))

    def _look(self) -> None:
        if not self._showing:
            self._show_detail()

    def _go(self) -> None:
        if (entry := self.entry) is not None:
            self.chosen.emit(entry.card)

    def _fix(self, number: int) -> None:
        if (entry := self.entry) is not None:
            self.fix_chosen.emit(entry.card, entry.card.fixes[number])

    def _ignore(self, reason: str, name: str) -> None:
        if (entry := self.entry) is not None:
            self.ignored.emit(entry.card, reason, name)

    def _take_back(self) -> None:
        if (entry := self.entry) is not None and entry.waiver is not None:
            self.taken_back.emit(entry.waiver)

    def _want_all(self) -> None:
        if (entry := self.entry) is not None:
            self.all_wanted.emit(entry.card.head.rule)

    def _learn(self) -> None:
        if (entry := self.entry) is not None:
            self.learned.emit(entry.card)

    def _choose_scope(self) -> None:
        self.show_scope(Scope(self.sender().objectName()))
