"""The same source more than once: what is confirmed in one place fills the others, to be looked at and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from tilshi.i18n import _, ngettext
from tilshi.release import Compound, ReplaceTarget, Text
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.document import OpenDocument

_REMEMBERED: Final = 50_000


class Propagating(QObject):
    """Fills repetitions before and after the segment that was confirmed; one step of undo."""

    def __init__(self, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._document: OpenDocument | None = None
        self._filled: dict[tuple[str, str], Text] = {}
        self._last: Compound | None = None
        self._shown = 0

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        self._document = document
        self._filled.clear()
        self._last = None

    def confirmed(self, segment: str, language: str) -> None:
        """Fills the repetitions that are empty, and those that were filled from here and left as they were."""
        from tilshi.memory.propagation import propagation

        document = self._document
        if document is None:
            return
        release = document.release
        also = {
            name
            for (name, code), text in self._filled.items()
            if code == language
            and name in (release.places or {})
            and release.segment(name).target(language).text == text
        }
        edit = propagation(release, segment, language, also=also)
        if edit is None:
            return
        document.apply(edit)
        self._last, self._shown = edit, 0
        for each in edit.edits:
            if isinstance(each, ReplaceTarget) and len(self._filled) < _REMEMBERED:
                self._filled[each.segment, language] = each.new.text
        self._say(len(edit.edits))

    def show_next(self) -> None:
        """Goes to the segments that were filled, one after the other."""
        if self._last is None or self._document is None:
            return
        names = [each.segment for each in self._last.edits if isinstance(each, ReplaceTarget)]
        name = names[self._shown % len(names)]
        self._shown += 1
        if name in (self._document.release.places or {}):
            self._document.place.go(name)
        self._say(len(names))

    def take_back(self) -> None:
        """Empties again what was filled and still is as it was filled."""
        document, last, self._last = self._document, self._last, None
        if document is None or last is None:
            return
        release = document.release
        backwards = tuple(
            replace(each, old=each.new, new=each.old)
            for each in last.edits
            if isinstance(each, ReplaceTarget)
            and each.segment in (release.places or {})
            and release.segment(each.segment).target(each.language) == each.new
        )
        if backwards:
            document.apply(Compound(backwards))
        self._messages.hide()

    def _say(self, number: int) -> None:
        text = ngettext("{n} repetition was filled.", "{n} repetitions were filled.", number).format(n=number)
        self._messages.say(
            Severity.NOTE, text, _("Take back"), self.take_back, other=_("Show"), other_deed=self.show_next
        )
