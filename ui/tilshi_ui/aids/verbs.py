"""The commands that help while one writes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from tilshi.release import MarkKind, Text
from tilshi.release.operations import copy_source, write_target
from tilshi_ui.aids.capitals import Capitals
from tilshi_ui.aids.smarttyping import SmartTyping
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.keys.digitrow import DigitRow
from tilshi_ui.preferences import Preferences
from tilshi_ui.terminology.completing import Completing


class AidVerbs(QObject):
    """Signs no keyboard has, change of case, the source as a beginning, and what is done by itself."""

    def __init__(
        self, rows: RowsView, completing: Completing, preferences: Preferences, pool: QThreadPool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._completing = completing
        completing.unasked = preferences.now.completing
        self._rows = rows
        self._preferences = preferences
        self._document: OpenDocument | None = None
        self._capitals = Capitals(rows, self)
        self.typing = SmartTyping(rows, preferences, pool, self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.digits = DigitRow(application, self)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        self._document = document
        self.typing.show_document(document)

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Shows in the menu what is on."""
        chosen = self._preferences.now
        actions["smart_typing"].setChecked(chosen.smart_typing)
        actions["complete_typing"].setChecked(chosen.completing)

    def change_case(self) -> None:
        """What is selected, or the word at the caret: small, capitals, each word, each sentence."""
        if self._document is not None:
            self._capitals.change(self._document)

    def copy_source(self) -> None:
        """The source as a beginning of the translation, its dates and numbers in the form of the language."""
        from tilshi.language.converting import replacements  # for start time

        document = self._document
        if document is None or document.writes_source:
            return
        place, release = document.place, document.release
        source = release.segment(place.segment).source
        protected = [(mark.start, mark.end) for mark in source.marks if mark.kind is MarkKind.UNTRANSLATABLE]
        languages = (release.source_language, place.language)
        found = replacements(source.string, *languages, style=self.typing.style(place.language), protected=protected)
        text: Text = source
        for one in reversed(found):
            text = text.splice(one.start, one.end, one.text)
        document.apply(write_target(release, place.segment, place.language, text))
        self._rows.writer.setFocus()

    def copy_source_plain(self) -> None:
        """The source exactly as it is."""
        document = self._document
        if document is not None and not document.writes_source:
            place = document.place
            document.apply(copy_source(document.release, place.segment, place.language))
            self._rows.writer.setFocus()

    def insert_opening_quote(self) -> None:
        """The opening quotation mark of the language."""
        self._insert(self._style_mark(opening=True))

    def insert_closing_quote(self) -> None:
        """The closing quotation mark of the language."""
        self._insert(self._style_mark(opening=False))

    def insert_dash(self) -> None:
        """The dash of the house."""
        if self._document is not None:
            self._insert(self.typing.style(self._document.place.language).dash)

    def insert_ellipsis(self) -> None:
        """U+2026."""
        self._insert("…")

    def insert_number_sign(self) -> None:
        """U+2116."""
        self._insert("№")

    def smart_typing(self) -> None:
        """Whether quotation marks, dashes and spaces are set right while one types."""
        self._preferences.change(smart_typing=not self._preferences.now.smart_typing)

    def complete_typing(self) -> None:
        """Whether words are offered while one types."""
        self._completing.unasked = not self._preferences.now.completing
        self._preferences.change(completing=self._completing.unasked)
        self._completing.dismiss()

    def digit_row(self) -> None:
        """Whether the number row writes digits whatever the keyboard layout has there."""
        self.digits.toggle()

    def _style_mark(self, *, opening: bool) -> str:
        assert self._document is not None, "commands that need a release are disabled without one"
        quotes = self.typing.style(self._document.place.language).quotes
        return quotes.opening if opening else quotes.closing

    def _insert(self, text: str) -> None:
        self._rows.writer.setFocus()
        self._rows.writer.insert(text)
