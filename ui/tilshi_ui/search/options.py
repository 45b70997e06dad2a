"""How a search reads what is looked for, and where it looks."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from tilshi.i18n import N_, _
from tilshi.searching.query import Method, Query, Where
from tilshi_ui.controls.fields import ListField
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import tooltip


class Scope(StrEnum):
    """The texts that are searched, as the user chooses them."""

    BOTH = "both"
    WRITTEN = "written"
    SOURCE = "source"
    NOTES = "notes"
    EVERYTHING = "everything"


_METHODS: Final = {
    Method.PLAIN: N_("As it is written"),
    Method.LEMMA: N_("Words in any form"),
    Method.PATTERN: N_("Regular expression"),
}
_SCOPES: Final = {
    Scope.BOTH: N_("Source and translation"),
    Scope.WRITTEN: N_("Translation"),
    Scope.SOURCE: N_("Source"),
    Scope.NOTES: N_("Notes"),
    Scope.EVERYTHING: N_("All languages and notes"),
}
_TEXTS: Final = {
    Scope.BOTH: frozenset({Where.SOURCE, Where.TARGET}),
    Scope.WRITTEN: frozenset({Where.TARGET}),
    Scope.SOURCE: frozenset({Where.SOURCE}),
    Scope.NOTES: frozenset({Where.NOTES}),
    Scope.EVERYTHING: frozenset(Where),
}


class Options(QWidget):
    """`changed` comes with another choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.method = ListField()
        self.scope = ListField()
        self.match_case = QCheckBox()
        self.whole_words = QCheckBox()
        self.alike = QCheckBox()
        self.alike.setChecked(True)
        for method in Method:
            self.method.addItem("", method.value)
        for scope in Scope:
            self.scope.addItem("", scope.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * STEP)
        for widget in (self.method, self.scope, self.match_case, self.whole_words, self.alike):
            row.addWidget(widget)
        row.addStretch(1)
        for box in (self.method, self.scope):
            box.currentIndexChanged.connect(self._choose)
        for check in (self.match_case, self.whole_words, self.alike):
            check.toggled.connect(self.changed)
        self.retranslate()
        self._choose()

    def query(self, wanted: str, source: str, written: str) -> Query:
        """The query for what is looked for; `written` is the language that is being worked on."""
        scope, where, languages = Scope(self.scope.currentData()), _TEXTS[Scope(self.scope.currentData())], (written,)
        if written == source and Where.TARGET in where and scope is not Scope.EVERYTHING:
            where = frozenset({Where.SOURCE})
        return Query(
            wanted,
            Method(self.method.currentData()),
            match_case=self.match_case.isEnabled() and self.match_case.isChecked(),
            whole_words=self.whole_words.isEnabled() and self.whole_words.isChecked(),
            alike=self.alike.isChecked(),
            where=where,
            languages=() if scope is Scope.EVERYTHING else languages,
        )

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        for at, method in enumerate(Method):
            self.method.setItemText(at, _(_METHODS[method]))
        for at, scope in enumerate(Scope):
            self.scope.setItemText(at, _(_SCOPES[scope]))
        self.method.setAccessibleName(_("How to search"))
        self.scope.setAccessibleName(_("Where to search"))
        self.match_case.setText(_("Capitals matter"))
        self.whole_words.setText(_("Whole words"))
        self.alike.setText(_("Any quotes and spaces"))
        self.alike.setToolTip(
            tooltip(
                _("Kinds of quotation marks, spaces, dashes and apostrophes count as one; hidden characters as none")
            )
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self) -> None:
        method = Method(self.method.currentData())
        self.match_case.setEnabled(method is not Method.LEMMA)
        self.whole_words.setEnabled(method is not Method.LEMMA)
        self.alike.setEnabled(method is Method.PLAIN)
        self.changed.emit()
