"""Where to go: type a number, the name of a part or words of a text; Return goes there."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from tilshi.i18n import _
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.document import OpenDocument
from tilshi_ui.wording import part_names

_OPENING: Final = 80
"""How much of a text is shown to recognise it by, in code points."""
_MOST: Final = 200
"""So many places are listed; who wants others types more."""


class _Entry(NamedTuple):
    segment: str
    number: int
    name: str
    texts: tuple[str, ...]
    """Of the language that is worked on first, then of the source."""


class GoToDialog(PlainDialog):
    """`chosen` is the segment to go to; empty while none was chosen."""

    def __init__(self, document: OpenDocument, parent: QWidget | None = None) -> None:
        super().__init__(_("Go to"), parent)
        self.chosen = ""
        self.setMinimumSize(520, 420)
        self._entries = _entries(document)
        self._words = QLineEdit()
        self._words.setPlaceholderText(_("Number, part or words"))
        self._words.setAccessibleName(_("Number, part or words"))
        self._list = QListWidget()
        self._list.setAccessibleName(_("Places"))
        self._more = PlainLabel("", role="small")
        for widget in (self._words, self._list, self._more):
            self.body.addWidget(widget)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self._accept = self.add_button(_("&Go there"), primary=True)
        self._accept.clicked.connect(self._take)
        self._words.textChanged.connect(self._find)
        self._list.itemActivated.connect(self._take)
        self._find("", document.number(document.place.segment))
        self._words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The arrows move in the list while one types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
        elif 0 <= (row := self._list.currentRow() + step) < self._list.count():
            self._list.setCurrentRow(row)

    def _find(self, words: str, here: int = 1) -> None:
        found = _ranked(self._entries, words.strip()) if words.strip() else self._entries
        first = max(0, min(here - _MOST // 2, len(found) - _MOST)) if not words.strip() else 0
        self._list.clear()
        for entry in found[first : first + _MOST]:
            opening = next((text for text in entry.texts if text.strip()), "")[:_OPENING]
            item = QListWidgetItem(f"{entry.number}   {entry.name}   {' '.join(opening.split())}")
            item.setData(Qt.ItemDataRole.UserRole, entry.segment)
            self._list.addItem(item)
            if entry.number == here:
                self._list.setCurrentItem(item)
        if self._list.currentRow() < 0 or words.strip():
            self._list.setCurrentRow(0)
        self._accept.setEnabled(bool(found))
        hidden = len(found) - self._list.count()
        self._more.setText(_("{n} more; type to find them").format(n=hidden) if hidden > 0 else "")

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen = item.data(Qt.ItemDataRole.UserRole)
            self.accept()


def _entries(document: OpenDocument) -> list[_Entry]:
    release, language = document.release, document.place.language
    found: list[_Entry] = []
    for block, name in part_names(release):
        for segment in block.segments:
            texts: tuple[str, ...] = (segment.source.string,)
            if language != release.source_language:
                texts = (segment.target(language).text.string, *texts)
            found.append(_Entry(segment.id, len(found) + 1, name, texts))
    return found


def _ranked(entries: list[_Entry], words: str) -> list[_Entry]:
    """The number itself, then parts of that name, then texts with the words."""
    folded = words.casefold()
    exact = [entry for entry in entries if str(entry.number) == words]
    named = [entry for entry in entries if folded in entry.name.casefold() and str(entry.number) != words]
    seen = {entry.number for entry in (*exact, *named)}
    holding = (entry for entry in entries if any(folded in text.casefold() for text in entry.texts))
    return [*exact, *named, *(entry for entry in holding if entry.number not in seen)]
