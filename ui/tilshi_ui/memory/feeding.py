"""What the user does is remembered: confirmed translations at once, approved ones when they are approved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from tilshi.release import Change, State
from tilshi.settings import Feeding
from tilshi_ui.document import OpenDocument
from tilshi_ui.memory.live import Feed, LiveMemory
from tilshi_ui.preferences import Preferences
from tilshi_ui.throttle import Throttle

_STATES: Final = {
    Feeding.CONFIRMED: frozenset({State.TRANSLATED, State.REVIEWED, State.FINAL}),
    Feeding.REVIEWED: frozenset({State.REVIEWED, State.FINAL}),
    Feeding.FINAL: frozenset({State.FINAL}),
    Feeding.NEVER: frozenset[State](),
}
_PATIENCE_MS: Final = 400


class Feeder(QObject):
    """Gives the memory what the user's choice says; who approved and when is what the release says."""

    def __init__(self, memory: LiveMemory, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._preferences = preferences
        self._document: OpenDocument | None = None
        self._changed: dict[str, set[str]] = {}
        self._waiting = Throttle(self._feed_approved, self, _PATIENCE_MS)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none; what was approved in the last one is remembered first."""
        self.finish()
        if self._document is not None:
            self._document.changed.disconnect(self._note)
        self._document = document
        if document is not None:
            document.changed.connect(self._note)

    def finish(self) -> None:
        """Remembers now what waits."""
        if self._waiting.is_waiting:
            self._waiting.flush()

    def confirmed(self, segment: str, language: str) -> None:
        """The user found a translation finished."""
        if self._preferences.now.feeding is Feeding.CONFIRMED:
            self._feed(language, {segment}, _STATES[Feeding.CONFIRMED])

    def _note(self, change: Change) -> None:
        """Something changed; whether anything was approved is looked at later.

        What must not be remembered now is not later either, when another release is open.
        """
        if change.languages and not change.structure and self._memory.may_remember:
            for language in change.languages:
                self._changed.setdefault(language, set()).update(change.segments)
            self._waiting.ask()

    def _feed_approved(self) -> None:
        changed, self._changed = self._changed, {}
        states = _STATES[self._preferences.now.feeding] - {State.TRANSLATED}
        document = self._document
        if document is None or not states or not self._memory.may_remember:
            return
        release = document.release
        for language, segments in changed.items():
            there = {name for name in segments if name in (release.places or {})}
            approved = {name for name in there if release.segment(name).target(language).state in states}
            self._feed(language, approved, states)

    def _feed(self, language: str, segments: set[str], states: frozenset[State]) -> None:
        if self._document is not None and segments:
            self._memory.feed(Feed(self._document.release, language, segments, states, self._preferences.now.user_name))
