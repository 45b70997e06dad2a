"""The bar over the rows that says which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from tilshi.checking.findings import Severity
from tilshi.i18n import N_, _, ngettext
from tilshi.release import Role, State
from tilshi_ui.checking.titles import kind_title
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.severities import severity_name
from tilshi_ui.editor.filtering import RowFilter
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import role_name, tooltip

_STATES: Final = (
    (N_("Untranslated"), RowFilter(state=State.INITIAL, has_text=False)),
    (N_("Draft"), RowFilter(state=State.INITIAL, has_text=True)),
    (N_("Translated"), RowFilter(state=State.TRANSLATED)),
    (N_("Reviewed"), RowFilter(state=State.REVIEWED)),
    (N_("Approved"), RowFilter(state=State.FINAL)),
)
_MORE: Final = (
    ("behind", N_("Source changed")),
    ("bookmarked", N_("Bookmarked")),
    ("noted", N_("With open notes")),
)
_NARROW: Final = 22 * STEP
_TYPING_MS: Final = 200


class FilterBar(QFrame):
    """`changed` comes with a RowFilter when the user wants other rows, `left` when all rows are wanted again."""

    changed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("FilterBar")
        self._source, self._target = QLineEdit(), QLineEdit()
        self._regex, self._case = QPushButton(".*"), QPushButton("Aa")
        self._state, self._role, self._finding = ListField(), ListField(), ListField()
        self._more = QPushButton()
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._count = PlainLabel("", role="small")
        self._close = QPushButton("✕")
        self._rules: tuple[str, ...] = ()
        self._typing = Throttle(self._tell, self, _TYPING_MS)
        for key, _text in _MORE:
            action = self._menu.addAction("")
            action.setObjectName(key)
            action.setCheckable(True)
            action.toggled.connect(self._tell)
        self._arrange()
        self.retranslate()

    @property
    def wanted(self) -> RowFilter:
        """What the user has chosen."""
        chosen = self._state.currentData() or RowFilter()
        severity, rule = self._finding.currentData() or (None, "")
        ticked = {action.objectName(): action.isChecked() for action in self._menu.actions()}
        return replace(
            chosen,
            role=self._role.currentData(),
            has_finding=self._finding.currentIndex() > 0,
            severity=severity,
            rule=rule,
            source=self._source.text(),
            target=self._target.text(),
            regex=self._regex.isChecked(),
            match_case=self._case.isChecked(),
            **ticked,
        )

    def ask(self) -> None:
        """Lets the user say what is wanted."""
        self.setVisible(True)
        field = self._target if self._target.isVisible() else self._source
        field.setFocus()
        field.selectAll()

    def clear(self) -> None:
        """Wants everything again."""
        for widget in (self._state, self._role, self._finding, self._source, self._target, self._menu):
            widget.blockSignals(True)  # noqa: FBT003
        for field in (self._state, self._role, self._finding):
            field.setCurrentIndex(0)
        self._source.clear()
        self._target.clear()
        for action in self._menu.actions():
            action.blockSignals(True)  # noqa: FBT003
            action.setChecked(False)
            action.blockSignals(False)  # noqa: FBT003
        for widget in (self._state, self._role, self._finding, self._source, self._target, self._menu):
            widget.blockSignals(False)  # noqa: FBT003
        self.show_count(None, 0)
        self._mark_more()

    def show_kinds(self, rules: Iterable[str]) -> None:
        """The kinds of findings there are, to choose from; what was chosen stays."""
        rules = tuple(sorted(rules, key=kind_title))
        if rules != self._rules:
            self._rules = rules
            self._fill()

    def show_sides(self, *, translation: bool) -> None:
        """Whether there is a translation to look into, or the source alone."""
        self._target.setVisible(translation)
        self._state.setEnabled(translation)

    def show_count(self, shown: int | None, total: int) -> None:
        """How many rows fit; None: nobody has asked."""
        text = ngettext("{n} of {total} row", "{n} of {total} rows", total).format(n=shown, total=total)
        self._count.setText("" if shown is None else text)

    def show_trouble(self, reason: str) -> None:
        """Why the words cannot be looked for."""
        self._count.setText(_("No such pattern: {reason}").format(reason=reason))

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        names = (
            (self._source, _("In the source")),
            (self._target, _("In the translation")),
            (self._regex, _("Patterns (regular expressions)")),
            (self._case, _("Capitals matter")),
            (self._state, _("State")),
            (self._role, _("Kind of part")),
            (self._finding, _("Findings")),
            (self._more, _("More conditions")),
            (self._close, _("Show all rows")),
        )
        for widget, name in names:
            widget.setAccessibleName(name)
            widget.setToolTip(tooltip(name))
        for field in (self._source, self._target):
            field.setPlaceholderText(field.accessibleName())
        for (_key, text), action in zip(_MORE, self._menu.actions(), strict=True):
            action.setText(_(text))
        self._fill()
        self._mark_more()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape shows all rows, Return looks again."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._typing.flush(anyway=True)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 0, 4 * STEP, 2 * STEP)
        row.setSpacing(STEP)
        widgets: tuple[tuple[QWidget, int], ...] = (
            (self._source, 2),
            (self._target, 2),
            (self._regex, 0),
            (self._case, 0),
            (self._state, 1),
            (self._role, 1),
            (self._finding, 1),
            (self._more, 0),
            (self._count, 1),
            (self._close, 0),
        )
        for widget, stretch in widgets:
            row.addWidget(widget, stretch)
        for field in (self._source, self._target, self._state, self._role, self._finding):
            field.setMinimumWidth(_NARROW)
        for combo in (self._state, self._role, self._finding):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.currentIndexChanged.connect(self._tell)
        for button in (self._regex, self._case):
            button.setCheckable(True)
            button.toggled.connect(self._tell)
        for field in (self._source, self._target):
            field.setClearButtonEnabled(True)
            field.textChanged.connect(self._typing.postpone)
        self._close.setFlat(True)
        self._close.clicked.connect(self.left)

    def _fill(self) -> None:
        states = [(_(text), chosen) for text, chosen in _STATES]
        roles = [(role_name(role), role) for role in Role]
        severities = [(severity_name(severity), (severity, "")) for severity in Severity]
        rules = [(kind_title(rule), (None, rule)) for rule in self._rules]
        _refill(self._state, _("Any state"), states)
        _refill(self._role, _("Any kind"), roles)
        _refill(self._finding, _("Any findings"), [(_("With findings"), (None, "")), *severities, *rules])

    def _mark_more(self) -> None:
        ticked = sum(action.isChecked() for action in self._menu.actions())
        self._more.setText(_("More ({n})").format(n=ticked) if ticked else _("More"))

    def _tell(self) -> None:
        self._typing.stop()
        self._mark_more()
        self.changed.emit(self.wanted)


def _refill(field: QComboBox, anything: str, entries: Iterable[tuple[str, object]]) -> None:
    """Other words for the same choices; what was chosen stays chosen."""
    chosen = field.currentData()
    field.blockSignals(True)  # noqa: FBT003
    field.clear()
    field.addItem(anything, None)
    for text, value in entries:
        field.addItem(text, value)
        if value == chosen:
            field.setCurrentIndex(field.count() - 1)
    field.blockSignals(False)  # noqa: FBT003
