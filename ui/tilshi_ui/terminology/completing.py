"""Words completed while one types, of the glossary and of what was written before: looked up off the GUI thread."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tilshi_ui.background import Latest
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.throttle import Throttle

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from tilshi.language.recalling import Recall
    from tilshi.terminology.completion import Completer, Completion
    from tilshi_ui.terminology.offers import OfferList

LEAST: Final = 3
"""Letters after which words are offered by themselves; Ctrl+Space does not wait for them."""
_PAUSE_MS: Final = 60
_SHOWN: Final = 6
_LOOKED_UP: Final = 30
_LOOKED_BACK: Final = 200
"""Code points before the caret that are looked at; no term is longer."""
_BEGUN: Final = re.compile(rf"[^\W\d_]{{{LEAST}}}$")
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_RECALLED: Final = 3
"""Words that were written before, at most, between the terms that the source speaks of and all others."""


class Suggestion(NamedTuple):
    """A form that may take the place of the last `typed` code points; `note` is what it translates."""

    form: str
    typed: int
    note: str = ""


class Completing(QObject):
    """Offers terms, names and earlier words in the live editor; then ↑ ↓ choose, Return or Tab takes, Esc dismisses.

    `recalls` are asked for earlier words, the likeliest first; without `unasked` nothing is offered by itself.
    """

    def __init__(self, rows: RowsView, glossary: LiveGlossary, pool: QThreadPool, page: QWidget) -> None:
        super().__init__(page)
        self._rows = rows
        self._glossary = glossary
        self._page = page
        self._list: OfferList | None = None
        self._offers: tuple[Suggestion, ...] = ()
        self.recalls: tuple[Recall, ...] = ()
        self.unasked = True
        self._asked = ("", -1)
        self._pausing = Throttle(self._ask, self, _PAUSE_MS)
        self._looking = Latest(pool, self)
        self._looking.answered.connect(self._show)
        self._document: OpenDocument | None = None
        writer = rows.writer
        writer.wrote.connect(self._wrote)
        writer.caret_moved.connect(self.dismiss)
        writer.installEventFilter(self)
        rows.verticalScrollBar().valueChanged.connect(self.dismiss)

    @property
    def is_offering(self) -> bool:
        """Whether there is a list to choose from."""
        return self._list is not None and self._list.isVisible()

    @property
    def offers(self) -> tuple[Suggestion, ...]:
        """What is offered."""
        return self._offers if self.is_offering else ()

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        self.dismiss()
        self._document = document

    def suggest(self) -> None:
        """Offers what there is at once, however little was begun."""
        self._look_up()

    def dismiss(self) -> None:
        """Offers nothing any more, until something else is typed."""
        self._looking.forget()
        if self._list is not None:
            self._list.hide()

    def take(self, number: int) -> None:
        """Writes an offer, from 0, in the place of what was begun, as one step of undo."""
        writer, offer = self._rows.writer, self._offers[number]
        caret = writer.caret
        self.dismiss()
        writer.replace(caret - offer.typed, caret, offer.form)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Takes the keys that choose, and only while there is something to choose from."""
        if not self.is_offering:
            return False
        if event.type() is QEvent.Type.FocusOut:
            self.dismiss()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._chose(Qt.Key(event.key()))
        return False

    def _chose(self, key: Qt.Key) -> bool:
        assert self._list is not None
        if key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in _TAKING:
            self.take(self._list.currentRow())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def _wrote(self, _start: int, _end: int, written: str) -> None:
        # What is on the list no longer fits; looking up waits until the hand rests.
        if self._list is not None and self._list.isVisible() and not written[-1:].isalpha():
            self._list.hide()
        self._looking.forget()
        if len(written) == 1 and self.unasked:
            self._pausing.postpone()

    def _ask(self) -> None:
        writer = self._rows.writer
        if writer.hasFocus() and _BEGUN.search(writer.stored[max(0, writer.caret - _LOOKED_BACK) : writer.caret]):
            self._look_up()
        else:
            self.dismiss()

    def _look_up(self) -> None:
        writer, document = self._rows.writer, self._document
        completer = self._glossary.completer(document.place.language) if document else None
        if document is None or writer.selection[0] != writer.selection[1]:
            return
        if completer is None and not self.recalls:
            return
        before = writer.stored[max(0, writer.caret - _LOOKED_BACK) : writer.caret]
        source, language = "", document.release.source_language
        if not document.writes_source:
            source = document.release.segment(document.place.segment).source.string
        meant = frozenset(hit.concept.id for hit in self._glossary.hits(source, language))
        self._asked = (writer.stored, writer.caret)
        self._looking.ask(partial(_suggestions, completer, self.recalls, before, meant, language))

    def _show(self, offers: tuple[Suggestion, ...]) -> None:
        writer = self._rows.writer
        self._offers = offers
        if not offers or self._document is None or self._asked != (writer.stored, writer.caret):
            self.dismiss()
            return
        from tilshi_ui.terminology.offers import OfferList  # with the first list

        if self._list is None:
            self._list = OfferList(self._page)
            self._list.taken.connect(self.take)
        caret = writer.cursorRect()
        top_left = writer.viewport().mapTo(self._page, caret.topLeft())
        self._list.offer(offers, QRect(QPoint(top_left), caret.size()))


def _suggestions(
    completer: Completer | None, recalls: tuple[Recall, ...], before: str, meant: frozenset[str], source_language: str
) -> tuple[Suggestion, ...]:
    """Terms the source speaks of first, then what was written before, then the rest of the glossary."""
    found = completer.complete(before, _LOOKED_UP) if completer else ()
    recalled = [each for recall in recalls for each in recall.complete(before)]
    offers: dict[str, Suggestion] = {}
    for each in found:
        if each.concept.id in meant:
            offers.setdefault(each.form.casefold(), _of_term(each, source_language))
    known = {each.form.casefold(): each for each in found}
    for earlier in recalled[: _RECALLED + len(offers)]:
        folded = earlier.form.casefold()
        term = known.get(folded)
        offers.setdefault(folded, _of_term(term, source_language) if term else Suggestion(earlier.form, earlier.typed))
        if len(offers) >= _SHOWN:
            break
    for each in found:
        offers.setdefault(each.form.casefold(), _of_term(each, source_language))
    return tuple(offers.values())[:_SHOWN]


def _of_term(found: Completion, source_language: str) -> Suggestion:
    note = next((term.text for term in found.concept.in_language(source_language)), "")
    return Suggestion(found.form, found.typed, note)
