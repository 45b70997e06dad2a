"""Where words were used before: both languages side by side, in any form of the word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from tilshi.i18n import _, ngettext
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.memory.live import LiveMemory
from tilshi_ui.memory.passages import Found, PassagesModel, passages_table
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import language_name

if TYPE_CHECKING:
    from tilshi.memory.concordance import Passage
    from tilshi.memory.memory import Memory

_PAUSE_MS = 200


class ConcordanceDialog(PlainDialog):
    """Stays beside the text; `inserted` carries what is to be written at the caret."""

    inserted = Signal(str)

    def __init__(self, memory: LiveMemory, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_("Where was this used?"), parent)
        self.resize(860, 520)
        self._memory = memory
        self._asked = 0
        self._model = PassagesModel(self)
        self._table = passages_table(self._model)
        self._table.setAccessibleName(_("What was found"))
        self._count = PlainLabel(role="dim")
        self._fill_head()
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._count)
        self._waiting = Throttle(self.search, self, _PAUSE_MS)
        self._words.textChanged.connect(self._waiting.postpone)
        self._language.currentIndexChanged.connect(self._waiting.postpone)
        self._exact.toggled.connect(self._waiting.postpone)
        self._insert = self.add_button(_("&Insert the translation"), primary=True)
        self._insert.clicked.connect(self.insert)
        self.add_button(_("&Close")).clicked.connect(self.close)
        self._table.doubleClicked.connect(self.insert)
        self._table.selectionModel().selectionChanged.connect(self._mark)
        memory.changed.connect(self._waiting.postpone)
        theme.changed.connect(self._table.viewport().update)
        self._mark()

    @property
    def rows(self) -> tuple[Found, ...]:
        """What is shown."""
        return self._model.rows

    def look_for(self, words: str, language: str, languages: tuple[str, ...]) -> None:
        """Looks for words of a language; where there are none, for what was looked for last."""
        current = language if words else (self._language.currentData() or language)
        self._language.blockSignals(True)  # noqa: FBT003
        self._language.clear()
        for code in languages:
            self._language.addItem(language_name(code), code)
        self._language.setCurrentIndex(max(0, self._language.findData(current)))
        self._language.blockSignals(False)  # noqa: FBT003
        if words:
            self._words.setText(words)
        self._words.selectAll()
        self._words.setFocus()
        self.search()

    def search(self) -> None:
        """Looks for what stands in the field, in the background."""
        self._waiting.stop()
        words, language = self._words.text().strip(), self._language.currentData()
        self._asked += 1
        if not words or not language:
            self._show(self._asked, ())
            return
        self._memory.work(
            partial(_searched, words, language, self._exact.isChecked()), partial(self._show, self._asked)
        )

    def insert(self) -> None:
        """Writes the other side of the chosen unit at the caret: of what was found in a source, its translation."""
        rows = self._table.selectionModel().selectedRows()
        if rows:
            found = self._model.rows[rows[0].row()]
            self.inserted.emit(found.unit.target.string if found.in_source else found.unit.source.string)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface: what is said is said anew with the next search."""
        if event.type() is QEvent.Type.LanguageChange:
            self._waiting.postpone()
        super().changeEvent(event)

    def _fill_head(self) -> None:
        self._words = QLineEdit()
        self._words.setPlaceholderText(_("Words in any form; “a phrase”; begin*"))
        self._words.setAccessibleName(_("Words to look for"))
        self._words.setClearButtonEnabled(True)
        for button in self._words.findChildren(QToolButton):
            button.setAccessibleName(_("Clear"))
        self._language = ListField()
        self._language.setAccessibleName(_("Language of the words"))
        self._exact = QCheckBox(_("Only as &written"))
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._words, 1)
        row.addWidget(self._language)
        row.addWidget(self._exact)
        self.body.addLayout(row)

    def _show(self, asked: int, passages: tuple[Passage, ...]) -> None:
        if asked != self._asked:
            return  # something else was asked meanwhile
        self._model.show_rows([Found(each.unit, each.in_source, each.spans) for each in passages])
        if passages:
            self._table.selectRow(0)
            text = ngettext("{n} place", "{n} places", len(passages)).format(n=len(passages))
        else:
            text = _("Nothing was found.") if self._words.text().strip() else ""
        self._count.setText(text)
        self._mark()

    def _mark(self) -> None:
        self._insert.setEnabled(bool(self._table.selectionModel().selectedRows()))


def _searched(words: str, language: str, exact: bool, memory: Memory) -> tuple[Passage, ...]:  # noqa: FBT001
    return memory.search(words, language, exact=exact)
