"""Going through the cases of what is selected, or of the word under the caret."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from PySide6.QtCore import QObject

from tilshi.release import Text
from tilshi.release.operations import write_source, write_target
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView

_WORD: Final = re.compile(r"\w(?:[\w'’-]*\w)?")


class _Shown(NamedTuple):
    """What was changed last: as long as nothing else happened, the next form is one of the same original."""

    revision: int
    span: tuple[int, int]
    original: str


class Capitals(QObject):
    """One step of undo a press; the selection stays, so that the next press changes the same words."""

    def __init__(self, rows: RowsView, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._last: _Shown | None = None

    def change(self, document: OpenDocument) -> None:
        """The next form."""
        from tilshi.language.casing import next_form  # for start time

        writer, place = self._rows.writer, document.place
        start, end = span = self._span()
        shown = writer.stored[start:end]
        if not shown or not place.segment:
            return
        last = self._last
        stands = last is not None and last.revision == document.session.revision and last.span == span
        original = last.original if stands and last is not None else shown
        form = next_form(original, shown, place.language)
        if form == shown:
            return
        release = document.release
        text = release.text(place.segment, place.language)
        changed = Text(f"{text.string[:start]}{form}{text.string[end:]}", text.marks)  # as long as it was
        if document.writes_source:
            document.apply(write_source(release, place.segment, changed))
        else:
            document.apply(write_target(release, place.segment, place.language, changed))
        writer.setFocus()
        writer.select(start, end)
        self._last = _Shown(document.session.revision, span, original)

    def _span(self) -> tuple[int, int]:
        """What is selected, else the word under the caret."""
        writer = self._rows.writer
        start, end = writer.selection
        if start < end:
            return start, end
        words = (found.span() for found in _WORD.finditer(writer.stored))
        return next(((low, high) for low, high in words if low <= start <= high), (start, start))
