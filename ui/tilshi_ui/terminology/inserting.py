"""Writing a term at the caret, in the form that fits there; each is one step of undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi_ui.background import Latest
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.terminology.spot import Spot, spot_at
from tilshi_ui.terms import LiveGlossary

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from collections.abc import Sequence

    from tilshi.terminology.concepts import Concept, Term
    from tilshi.terminology.glossary import Glossary
    from tilshi.terminology.insertion import Insertion


class _Written(NamedTuple):
    """What was just put in, and where: `revision` of the session says whether it still stands like that."""

    term: Term
    spot: Spot
    insertion: Insertion
    segment: str
    revision: int
    caret: int


class TermInserter(QObject):
    """Puts terms into the live editor.

    `fitted` carries, for the terms last asked about, their forms at the caret: for each a tuple, the best first.
    """

    fitted = Signal(object)

    def __init__(self, rows: RowsView, glossary: LiveGlossary, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._glossary = glossary
        self._written: _Written | None = None
        self._fitting = Latest(pool, self)
        self._fitting.answered.connect(self.fitted)
        self.document: OpenDocument | None = None

    def insert(self, concept: Concept, term: Term) -> None:
        """Writes the fitting form; asked a second time for the same term, shows all its forms instead."""
        if self._stands(term):
            self.choose_form(concept, term)
            return
        if (glossary := self._glossary.now) is not None:
            spot = self._spot(concept.id)
            insertion = _insertion(term, self._language, spot, glossary)
            self._write(term, spot, insertion, insertion.best)

    def insert_form(self, concept: Concept, term: Term, form: str) -> None:
        """Writes this form; in the place of the one just written, if it still stands there."""
        if (glossary := self._glossary.now) is None:
            return
        if (last := self._stands(term)) is not None and self.document is not None:
            self.document.undo()
            self._write(term, last.spot, last.insertion, form)
            return
        spot = self._spot(concept.id)
        self._write(term, spot, _insertion(term, self._language, spot, glossary), form)

    def choose_form(self, concept: Concept, term: Term) -> None:
        """Shows the forms of a term at the caret, to take one; where there is one only, writes that."""
        if (glossary := self._glossary.now) is None:
            return
        from tilshi.terminology.wording import case_name  # loaded long since, with the cards
        from tilshi_ui.terminology.cases import FormsMenu

        last = self._stands(term)
        spot = self._spot(concept.id)
        insertion = last.insertion if last else _insertion(term, self._language, spot, glossary)
        current = insertion.best if last is None else self._rows.writer.stored[last.spot.start : last.caret].strip()
        forms = [(form, case_name(case)) for case, form in insertion.forms] or [(insertion.best, "")]
        writer = self._rows.writer
        writer.setFocus()
        menu = FormsMenu(forms, current, writer)
        menu.chosen.connect(partial(self.insert_form, concept, term))
        menu.open_at(writer.viewport().mapToGlobal(writer.cursorRect().bottomLeft()))

    def choose_form_here(self) -> bool:
        """Shows the forms of the term under the caret; whether there is one."""
        writer = self._rows.writer
        for hit in self._glossary.hits(writer.stored, self._language):
            if hit.start <= writer.caret <= hit.end:
                self.choose_form(hit.concept, hit.term)
                return True
        return False

    def ask_forms(self, terms: Sequence[tuple[Concept, Term] | None]) -> None:
        """Wants the forms of these terms at the caret; `fitted` will carry them."""
        if (glossary := self._glossary.now) is None or self.document is None:
            return
        places = [(term[1], self._spot(term[0].id)) if term else None for term in terms]
        self._fitting.ask(partial(_forms, places, self._language, glossary))

    @property
    def _language(self) -> str:
        return self.document.place.language if self.document else ""

    def _spot(self, concept: str) -> Spot:
        writer = self._rows.writer
        hits = self._glossary.hits(writer.stored, self._language)
        return spot_at(writer.stored, writer.selection, hits, concept)

    def _stands(self, term: Term) -> _Written | None:
        """What was written last, if it is this term and nothing has happened since."""
        last, document = self._written, self.document
        if last is None or document is None or last.term != term or last.segment != document.place.segment:
            return None
        is_same = last.revision == document.session.revision and last.caret == self._rows.writer.caret
        return last if is_same else None

    def _write(self, term: Term, spot: Spot, insertion: Insertion, form: str) -> None:
        if self.document is None:
            return
        writer = self._rows.writer
        writer.setFocus()
        writer.replace(spot.start, spot.end, f"{spot.lead}{form}{spot.trail}")
        if spot.trail:
            writer.place_caret(writer.caret - len(spot.trail))
        place, session = self.document.place, self.document.session
        self._written = _Written(term, spot, insertion, place.segment, session.revision, writer.caret)


def _insertion(term: Term, language: str, spot: Spot, glossary: Glossary) -> Insertion:
    from tilshi.terminology.insertion import fitting_forms  # with the grammar of the language

    return fitting_forms(term, language, spot.before, spot.replaced, spot.after, glossary)


def _forms(
    places: Sequence[tuple[Term, Spot] | None], language: str, glossary: Glossary
) -> tuple[tuple[str, ...], ...]:
    """The forms of each term at its place, the best first, none twice."""
    made: list[tuple[str, ...]] = []
    for place in places:
        if place is None:
            made.append(())
            continue
        insertion = _insertion(place[0], language, place[1], glossary)
        forms = dict.fromkeys((insertion.best, *(form for _case, form in insertion.forms)))
        made.append(tuple(forms))
    return tuple(made)
