"""What belongs to the current segment: its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tilshi.i18n import _
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.display import names_of_hidden
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from tilshi.terminology.lookup import Entry
    from tilshi_ui.panels.termcards import TermCard
    from tilshi_ui.panels.termlist import TermList


class ContextPanel(QFrame):
    """The terms of the current segment.

    `term_chosen` carries the card of one that is to be written, `form_chosen` a card and the form to write,
    `forms_wanted` a card all of whose forms are to be shown; `cards_changed` comes with other cards.
    """

    term_chosen = Signal(object)
    form_chosen = Signal(object, str)
    forms_wanted = Signal(object)
    cards_changed = Signal()

    def __init__(self, theme: Theme, glossary: LiveGlossary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glossary = glossary
        self._document: OpenDocument | None = None
        self._caption = PlainLabel(role="caption")
        self._none = PlainLabel(role="dim", wrap=True)
        self._hidden = PlainLabel(role="strong", wrap=True)
        self._hidden.hide()
        self._theme = theme
        self._terms: TermList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(self._hidden)
        self._column.addWidget(self._caption)
        self._column.addWidget(self._none)
        self._column.addStretch(0)
        glossary.loaded.connect(self.refresh)
        self.retranslate()

    @property
    def terms(self) -> TermList:
        """The cards; made when they are first asked for, which is after the first paint."""
        if self._terms is None:
            from tilshi_ui.panels.termlist import TermList

            self._terms = TermList(self._theme)
            self._terms.chosen.connect(self.term_chosen)
            self._terms.form_chosen.connect(self.form_chosen)
            self._terms.forms_wanted.connect(self.forms_wanted)
            self._terms.setAccessibleName(_("Terms in this segment"))
            self._column.insertWidget(3, self._terms, 1)
        return self._terms

    @property
    def cards(self) -> tuple[TermCard, ...]:
        """What is shown."""
        return self._terms.cards if self._terms else ()

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.place.segment_changed.disconnect(self.refresh)
            self._document.place.language_changed.disconnect(self.refresh)
        self._document = document
        document.place.segment_changed.connect(self.refresh)
        document.place.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *, terms: bool = True) -> None:
        """Another segment or language; without `terms`, a change that concerns the translation alone."""
        document, glossary = self._document, self._glossary.now
        if document is None or not document.place.segment:
            return
        self._show_hidden(document)
        if not terms or glossary is None:
            return
        from tilshi_ui.panels.termcards import cards  # loaded with the first cards

        release = document.release
        source = release.segment(document.place.segment).source.string
        entries: tuple[Entry, ...] = ()
        if not document.writes_source:
            entries = self._glossary.entries(source, release.source_language, document.place.language)
        self.terms.show_cards(cards(entries, source, release.source_language, glossary))
        count = len(self.terms.cards)
        self._none.setVisible(not count)
        caption = _("Terms in this segment")
        self._caption.setText((f"{caption} · {count}" if count else caption).upper())
        self.cards_changed.emit()

    def _show_hidden(self, document: OpenDocument) -> None:
        """Names what is in the texts of this segment and cannot be seen."""
        release, segment = document.release, document.place.segment
        texts = {release.text(segment, code).string for code in (release.source_language, document.place.language)}
        names = dict.fromkeys(name for text in sorted(texts) for name in names_of_hidden(text))
        self._hidden.setText(_("Characters that cannot be seen: {names}").format(names=", ".join(names)))
        self._hidden.setVisible(bool(names))

    def card(self, number: int) -> TermCard | None:
        """The card `number`, from 1; None where there is none."""
        return self.cards[number - 1] if 0 < number <= len(self.cards) else None

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._caption.setText(_("Terms in this segment").upper())
        self._none.setText(_("The glossary has no term for this text."))
        self._none.hide()
        if self._terms is not None:
            self._terms.setAccessibleName(_("Terms in this segment"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
