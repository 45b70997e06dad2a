"""The commands about terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.cell import Cell
from tilshi_ui.terminology.completing import Completing
from tilshi_ui.terminology.inserting import TermInserter
from tilshi_ui.terminology.tips import TermTips
from tilshi_ui.terms import LiveGlossary, Wish
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.workarea import WorkArea

if TYPE_CHECKING:
    from tilshi_ui.panels.termcards import TermCard


class TermVerbs(QObject):
    """Terms put in from the panel and by key, their forms; the glossary itself.

    `said` carries what the user should know and need not confirm.
    """

    said = Signal(str)

    def __init__(self, window: QWidget, work: WorkArea, glossary: LiveGlossary, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._pool = pool
        self._work = work
        self._glossary = glossary
        self._document: OpenDocument | None = None
        self._inserter = TermInserter(work.rows, glossary, pool, self)
        self._inserter.fitted.connect(self._show_forms)
        self.completing = Completing(work.rows, glossary, pool, work)
        self.tips = TermTips(work.rows, glossary, self)
        self._fitting = Throttle(self._ask_forms, self)
        context, writer = work.context, work.rows.writer
        context.term_chosen.connect(self.insert)
        context.form_chosen.connect(self.insert_form)
        context.forms_wanted.connect(self._choose_form)
        context.cards_changed.connect(self._fitting.postpone)
        writer.cursorPositionChanged.connect(self._fitting.postpone)
        writer.selectionChanged.connect(self._fitting.postpone)
        writer.term_dropped.connect(self.insert_number)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        self._document = self._inserter.document = self.tips.document = document
        self.completing.show_document(document)

    def suggest(self) -> None:
        """Offers terms and names that go on as the text before the caret."""
        self.completing.suggest()

    def add_term(self) -> None:
        """A new term from what is selected on both sides."""
        from tilshi_ui.dialogs.addterm import AddTermDialog, Selected  # dialogs are loaded when they are opened

        document, glossary = self._document, self._glossary.now
        if document is None or glossary is None:
            self.said.emit(_("The glossary is still being loaded."))
            return
        if document.writes_source:
            self.said.emit(_("Go to a translation first: a term has two sides."))
            return
        texts = (_selected(self._work.rows.source_cell), _selected(self._work.rows.writer))
        languages = (document.release.source_language, document.place.language)
        dialog = AddTermDialog(Selected(*texts, *languages), glossary, self._window)
        if dialog.exec() and dialog.concept is not None:
            self._glossary.change(Wish(dialog.layer, (dialog.concept,)))
        dialog.deleteLater()
        self._work.rows.writer.setFocus()

    def open_glossary(self) -> None:
        """All terms, to look through, change, import and export."""
        from tilshi_ui.dialogs.glossary.dialog import GlossaryDialog  # dialogs are loaded when they are opened

        languages = ("en", "kk")
        if (document := self._document) is not None:
            source, target = document.release.source_language, document.place.language
            languages = (source, target if target != source else (*document.release.target_languages, "kk")[0])
        dialog = GlossaryDialog(self._glossary, languages, self._pool, self._window)
        dialog.exec()
        dialog.deleteLater()

    def insert_number(self, number: int) -> None:
        """Writes the term of a card, from 1, in the form that fits."""
        if (card := self._work.context.card(number)) is not None:
            self.insert(card)

    def insert(self, card: TermCard) -> None:
        """Writes the term of a card in the form that fits at the caret."""
        if card.concept is not None and card.term is not None and self._document is not None:
            self._inserter.insert(card.concept, card.term)

    def insert_form(self, card: TermCard, form: str) -> None:
        """Writes one form of the term of a card."""
        if card.concept is not None and card.term is not None and self._document is not None:
            self._inserter.insert_form(card.concept, card.term, form)

    def choose_form(self) -> None:
        """Shows all forms of the term under the caret."""
        if not self._inserter.choose_form_here():
            self.said.emit(_("There is no term of the glossary at the caret."))

    def _choose_form(self, card: TermCard) -> None:
        if card.concept is not None and card.term is not None:
            self._inserter.choose_form(card.concept, card.term)

    def _ask_forms(self) -> None:
        cards = self._work.context.cards
        terms = [(card.concept, card.term) if card.key and card.concept and card.term else None for card in cards]
        if any(terms) and self._work.context.isVisible():
            self._inserter.ask_forms(terms)

    def _show_forms(self, forms: tuple[tuple[str, ...], ...]) -> None:
        if len(forms) == len(self._work.context.cards):
            self._work.context.terms.show_forms(forms)


def _selected(cell: Cell) -> str:
    start, end = cell.selection
    return cell.stored[start:end]
