"""What was written before in this release and in the memory, ready to be offered again while one types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from tilshi.release import Change, Release
from tilshi_ui.document import OpenDocument
from tilshi_ui.memory.live import LiveMemory, Offer
from tilshi_ui.terminology.completing import Completing
from tilshi_ui.throttle import Throttle

if TYPE_CHECKING:  # loaded in the background
    from tilshi.language.recalling import Recall
    from tilshi.memory.memory import Memory

_RESTING_MS: Final = 2_000
_TEXTS: Final = 800
"""Texts of the release that are read, those around the current one; and as many of the memory, the newest."""


class Recalling(QObject):
    """Reads the texts anew when the hand has rested for a while, off the GUI thread."""

    def __init__(self, memory: LiveMemory, completing: Completing, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._completing = completing
        self._document: OpenDocument | None = None
        self._asked = 0
        self._near: Recall | None = None
        self._base: Recall | None = None
        self._resting = Throttle(self._read, self, _RESTING_MS)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        if self._document is not None:
            self._document.changed.disconnect(self._changed)
            self._document.place.language_changed.disconnect(self._forget)
        self._document = document
        if document is not None:
            document.changed.connect(self._changed)
            document.place.language_changed.connect(self._forget)
        self._forget()

    def near(self, offer: Offer) -> None:
        """The matches of the current segment: their words are the likeliest."""
        from tilshi.language.recalling import Recall

        texts = [match.offered.string for match in offer.matches]
        self._near = Recall((), texts) if texts else None
        self._hand_on()

    def _forget(self) -> None:
        """What was read is of another language."""
        self._asked += 1
        self._near = self._base = None
        self._hand_on()
        self._resting.stop() if self._document is None else self._resting.postpone()

    def _changed(self, change: Change) -> None:
        if change.languages or change.structure:
            self._resting.postpone()

    def _read(self) -> None:
        document = self._document
        if document is None:
            return
        self._asked += 1
        release, place = document.release, document.place
        reading = partial(_read, release, place.segment, place.language)
        self._memory.work(reading, partial(self._receive, self._asked))

    def _receive(self, asked: int, recall: Recall) -> None:
        if asked == self._asked:
            self._base = recall
            self._hand_on()

    def _hand_on(self) -> None:
        self._completing.recalls = tuple(recall for recall in (self._near, self._base) if recall)


def _read(release: Release, segment: str, language: str, memory: Memory) -> Recall:
    from tilshi.language.recalling import Recall
    from tilshi.language.tags import primary

    order = [each for _block, each in release.segments()]
    at = next((index for index, each in enumerate(order) if each.id == segment), 0)
    around = order[max(0, at - _TEXTS // 2) : at + _TEXTS // 2]
    texts = [release.text(each.id, language).string for each in around]
    newest = memory.store.newest()
    units = {unit.id: unit for unit in memory.store.units(range(newest, max(0, newest - _TEXTS), -1))}
    texts += [unit.target.string for unit in units.values() if primary(unit.target_language) == primary(language)]
    return Recall(texts)
