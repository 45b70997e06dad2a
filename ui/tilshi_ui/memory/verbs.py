"""The commands about the translation memory."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tilshi.i18n import N_, _
from tilshi.release.operations import write_target
from tilshi.settings import Feeding
from tilshi_ui.aids.recalling import Recalling
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.document import OpenDocument
from tilshi_ui.memory.feeding import Feeder
from tilshi_ui.memory.live import LiveMemory, Offer
from tilshi_ui.memory.propagating import Propagating
from tilshi_ui.panels.matches.panel import MatchesPanel
from tilshi_ui.preferences import Preferences
from tilshi_ui.terminology.completing import Completing
from tilshi_ui.wording import label

if TYPE_CHECKING:
    from tilshi_ui.memory.concordance import ConcordanceDialog
    from tilshi_ui.window.workarea import WorkArea

EXACT: Final = 100
MATCH_KEYS: Final = tuple(f"Ctrl+{number}" for number in range(1, 10))
_CHOICES: Final = {
    Feeding.CONFIRMED: N_("What is confirmed or approved"),
    Feeding.REVIEWED: N_("What is reviewed or approved"),
    Feeding.FINAL: N_("What is approved"),
    Feeding.NEVER: N_("Nothing"),
}


class MemoryVerbs(QObject):
    """Matches put in from the panel and by key; what is remembered; the concordance; the memory itself."""

    def __init__(  # noqa: PLR0913, PLR0917  # the parts of the window it works with
        self,
        window: QWidget,
        work: WorkArea,
        memory: LiveMemory,
        completing: Completing,
        preferences: Preferences,
        messages: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._preferences = preferences
        self._messages = messages
        self._document: OpenDocument | None = None
        self._concordance: ConcordanceDialog | None = None
        self._offered: set[tuple[str, str]] = set()
        self.memory = memory
        self.feeder = Feeder(memory, preferences, self)
        self.propagating = Propagating(messages, self)
        self.panel = MatchesPanel(work.theme, memory)
        self.recalling = Recalling(memory, completing, self)
        self.panel.offered.connect(self.recalling.near)
        work.column.add_page(self.panel, self._title, at=1)
        self.panel.counted.connect(work.column.refresh)
        self.panel.chosen.connect(self.insert_match)
        self.panel.offered.connect(self._offer)
        memory.failed.connect(self._say_error)
        for number, keys in enumerate(MATCH_KEYS, 1):
            action = QAction(window)
            action.setObjectName(f"insert_match_{number}")
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(partial(self.insert_match, number))
            window.addAction(action)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        self._document = document
        self._offered.clear()
        self.feeder.show_document(document)
        self.propagating.show_document(document)
        self.panel.show_document(document)
        self.recalling.show_document(document)

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Shows in the menu what is on."""
        chosen = self._preferences.now
        actions["insert_exact"].setChecked(chosen.inserting_exact)
        actions["propagate"].setChecked(chosen.propagating)

    def confirmed(self, segment: str, language: str) -> None:
        """A translation was confirmed: it is remembered, and its repetitions are filled."""
        self.feeder.confirmed(segment, language)
        if self._preferences.now.propagating:
            self.propagating.confirmed(segment, language)

    def insert_match(self, number: int) -> None:
        """The translation of a card, from 1, in the place of what is there; one step of undo."""
        document, card = self._document, self.panel.card(number)
        if document is None or card is None or document.writes_source:
            return
        place, rows = document.place, self._work.rows
        document.apply(write_target(document.release, place.segment, place.language, card.text))
        rows.writer.setFocus()
        rows.writer.place_caret(len(rows.writer.stored))
        if card.match is not None:
            self.memory.used(card.match)

    def concordance(self) -> None:
        """Where the words that are selected were used before."""
        from tilshi_ui.memory.concordance import ConcordanceDialog  # dialogs are loaded when they are opened

        if self._concordance is None:
            self._concordance = ConcordanceDialog(self.memory, self._work.theme, self._window)
            self._concordance.inserted.connect(self._insert)
        text, language = self._selected()
        languages: tuple[str, ...] = ("en", "kk", "ru", "fr")
        if self._document is not None:
            languages = tuple(dict.fromkeys((*self._document.release.languages, *languages)))
        self._concordance.look_for(text, language, languages)
        self._concordance.show()
        self._concordance.raise_()
        self._concordance.activateWindow()

    def open_memory(self) -> None:
        """What is remembered: to look through, bring in, take out and delete."""
        from tilshi_ui.memory.dialog import MemoryDialog  # dialogs are loaded when they are opened

        dialog = MemoryDialog(self.memory, self._window)
        dialog.exec()
        dialog.deleteLater()

    def insert_exact(self) -> None:
        """Whether the same text is put in by itself where nothing is written yet."""
        self._preferences.change(inserting_exact=not self._preferences.now.inserting_exact)

    def propagate(self) -> None:
        """Whether repetitions are filled when one of them is confirmed."""
        self._preferences.change(propagating=not self._preferences.now.propagating)

    def fill_feeding(self, menu: QMenu) -> None:
        """What is remembered, as a choice."""
        group = QActionGroup(menu)
        for choice, words in _CHOICES.items():
            action = menu.addAction(label(_(words)))
            action.setData(choice.value)
            action.setCheckable(True)
            action.setChecked(choice is self._preferences.now.feeding)
            group.addAction(action)
        group.triggered.connect(self._choose_feeding)

    def close(self) -> None:
        """The program ends."""
        self.feeder.finish()
        self.memory.close()

    def _choose_feeding(self, action: QAction) -> None:
        self._preferences.change(feeding=Feeding(action.data()))

    def _title(self) -> str:
        return f"{_('Matches')} {self.panel.number}" if self.panel.number else _("Matches")

    def _offer(self, offer: Offer) -> None:
        """Puts in the same text where the user wants that, once a segment."""
        document, card = self._document, self.panel.card(1)
        if document is None or card is None or not self._preferences.now.inserting_exact:
            return
        key = (offer.segment, offer.language)
        is_same = card.match is None or card.match.score >= EXACT
        if is_same and key not in self._offered and not document.release.text(*key):
            self._offered.add(key)
            self.insert_match(1)

    def _selected(self) -> tuple[str, str]:
        """The words that are selected in either text, or under the caret of the translation, and their language."""
        document, rows = self._document, self._work.rows
        if document is None:
            return "", "en"
        sides = ((rows.writer, document.place.language), (rows.source_cell, document.release.source_language))
        for cell, language in sides:
            start, end = cell.selection
            if start < end:
                return " ".join(cell.stored[start:end].split()), language
        return "", document.release.source_language

    def _insert(self, text: str) -> None:
        if self._document is not None:
            self._window.activateWindow()
            self._work.rows.writer.setFocus()
            self._work.rows.writer.insert(text)

    def _say_error(self, error: Exception) -> None:
        self._messages.say(Severity.ERROR, str(error))
