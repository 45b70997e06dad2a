"""Quotation marks, dashes, № and spaces that bind, while one types; undo takes the substitution back, then the key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from tilshi.release import MarkKind, Release
from tilshi_ui.background import Latest
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.preferences import Preferences
from tilshi_ui.throttle import after_paint

if TYPE_CHECKING:
    from tilshi.language.typing import Substitution, TypingStyle
    from tilshi_ui.editor.writing import Writer

_COMMANDING: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class SmartTyping(QObject):
    """Sits before the live texts, lets them take each character, and exchanges what it makes of the text."""

    def __init__(self, rows: RowsView, preferences: Preferences, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._preferences = preferences
        self._document: OpenDocument | None = None
        self._styles: Mapping[str, TypingStyle] = {}
        self._settling = Latest(pool, self)
        self._settling.answered.connect(self._settle)
        for cell in (rows.writer, rows.source_cell):
            cell.installEventFilter(self)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none; what its organisation prints is read in the background."""
        self._document, self._styles = document, {}
        if document is None:
            self._settling.forget()
        else:
            after_paint(self, self._ask)  # the templates are read, which takes as long as showing the rows

    def _ask(self) -> None:
        if self._document is not None:
            release = self._document.release
            self._settling.ask(lambda: settled_styles(release))

    def style(self, language: str) -> TypingStyle:
        """What is printed in a language: what the organisation has settled, else what the language has."""
        from tilshi.language.typing import typing_style  # for start time; loaded with the styles of the first release

        return self._styles.get(language) or typing_style(language)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Whether the character was written here."""
        typed = _typed(event)
        if not typed or not self._preferences.now.smart_typing or self._document is None:
            return False
        writer = self._rows.writer
        if watched is not writer:
            writer = self._rows.source_cell
            if watched is not writer or writer.isReadOnly():
                return False
        found = self._meant(writer, typed)
        if found is None:
            return False
        self._document.session.end_typing()  # so that the character is a step of its own
        before = writer.stored
        if isinstance(event, QKeyEvent):
            writer.keyPressEvent(event)
        elif isinstance(event, QInputMethodEvent):
            writer.inputMethodEvent(event)
        if writer.stored != before:
            _exchange(writer, found)
        return True

    def _meant(self, writer: Writer, typed: str) -> Substitution | None:
        from tilshi.language.typing import substitution  # for start time

        document = self._document
        assert document is not None
        start, end = writer.selection
        text = f"{writer.stored[:start]}{typed}{writer.stored[end:]}"
        in_source = writer is not self._rows.writer
        language = document.release.source_language if in_source else document.place.language
        found = substitution(text, start + 1, self.style(language))
        if found is None:
            return None
        marks = document.release.text(document.place.segment, language).marks
        protected = [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.UNTRANSLATABLE]
        # Only marks before the caret matter, and what is typed has not moved those.
        return None if any(low < found.end and found.start < high for low, high in protected) else found

    def _settle(self, styles: Mapping[str, TypingStyle]) -> None:
        self._styles = styles


def settled_styles(release: Release) -> dict[str, TypingStyle]:
    """What the organisation of a release prints, by language."""
    from tilshi.checking.house import house_style  # with the templates, in the background
    from tilshi.files.errors import FileError
    from tilshi.language.typing import typing_style
    from tilshi.layout.conventions import LANGUAGES_DEFAULT
    from tilshi.workflow import layout_of

    try:
        settled = layout_of(release).profile.house
    except FileError:
        settled = LANGUAGES_DEFAULT
    houses = {language: house_style(language, settled) for language in release.languages}
    return {
        language: replace(
            typing_style(language),
            quotes=house.quotes,
            inner_quotes=house.inner_quotes,
            dash=house.dash,
            percent_space=house.percent_space,
        )
        for language, house in houses.items()
    }


def _typed(event: QEvent) -> str:
    """The one character that an event writes; empty where it does something else."""
    if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
        text = "" if event.modifiers() & _COMMANDING else event.text()
    elif event.type() is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
        text = "" if event.replacementLength() else event.commitString()
    else:
        return ""
    return text if len(text) == 1 and text.isprintable() else ""


def _exchange(writer: Writer, found: Substitution) -> None:
    caret = writer.caret
    writer.replace(found.start, found.end, found.text)
    writer.place_caret(caret + len(found.text) - (found.end - found.start))
