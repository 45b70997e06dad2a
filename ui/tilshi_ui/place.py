"""Where the user is in the release: the same in every view."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Place(QObject):
    """The current segment and the language being worked on; the source language is one of them."""

    segment_changed = Signal(str)
    language_changed = Signal(str)

    def __init__(self, language: str, segment: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._segment = segment

    @property
    def language(self) -> str:
        """BCP 47 tag of the language being worked on."""
        return self._language

    @property
    def segment(self) -> str:
        """Id of the current segment; empty where the release has none."""
        return self._segment

    def go(self, segment: str) -> None:
        """Makes another segment the current one."""
        if segment != self._segment:
            self._segment = segment
            self.segment_changed.emit(segment)

    def speak(self, language: str) -> None:
        """Works on another language."""
        if language != self._language:
            self._language = language
            self.language_changed.emit(language)
