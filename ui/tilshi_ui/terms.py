"""The glossary behind the window: loaded off the GUI thread, then asked a segment at a time."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.release import Text
from tilshi_ui.background import Job
from tilshi_ui.editor.formats import Highlight

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from tilshi.terminology.glossary import Glossary as Terms
    from tilshi.terminology.lookup import Entry

_REMEMBERED: Final = 512


class Glossary(QObject):
    """The terms of all glossaries, those that ship and the user's own; empty until `loaded` has come."""

    loaded = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._terms: Terms | None = None
        self._ready: frozenset[str] = frozenset()
        self._wanted: frozenset[str] = frozenset()
        self._job: Job | None = None
        self._spans: OrderedDict[tuple[str, str], tuple[Highlight, ...]] = OrderedDict()

    @property
    def is_loaded(self) -> bool:
        """Whether there are terms yet."""
        return self._terms is not None

    def prepare(self, languages: tuple[str, ...]) -> None:
        """Makes ready for these languages, in the background."""
        missing = frozenset(languages) - self._ready
        if not missing or self._job is not None:
            self._wanted |= missing
            return
        terms = self._terms
        self._wanted = frozenset()
        self._job = Job(self)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._give_up)
        self._job.start(lambda: _build(terms, missing), self._pool)

    def highlights(self, text: Text, language: str) -> tuple[Highlight, ...]:
        """Where terms stand in a text."""
        if self._terms is None or language not in self._ready or not text:
            return ()
        key = (text.string, language)
        if (known := self._spans.get(key)) is None:
            hits = self._terms.find(text.string, language)
            spans = {(hit.start, hit.end) for hit in hits if not hit.term.status.is_forbidden}
            known = self._spans[key] = tuple(Highlight(*span) for span in sorted(spans))
            if len(self._spans) > _REMEMBERED:
                self._spans.popitem(last=False)
        return known

    def entries(self, source: str, source_language: str, language: str) -> tuple[Entry, ...]:
        """What the glossary says of a source text, for a translation into `language`."""
        if self._terms is None or source_language not in self._ready:
            return ()
        return self._terms.entries(source, source_language, language)

    def _receive(self, built: tuple[Terms, frozenset[str]]) -> None:
        self._job = None
        self._terms, ready = built
        self._ready |= ready
        self._spans.clear()
        self.loaded.emit()
        if self._wanted:
            self.prepare(tuple(self._wanted))

    def _give_up(self, error: Exception) -> None:
        self._job = None
        raise error


def _build(terms: Terms | None, languages: frozenset[str]) -> tuple[Terms, frozenset[str]]:
    from tilshi.terminology import shelf

    # What of the user's own cannot be read is told by the dialog of glossaries, not at every start.
    terms = terms or shelf.load().glossary
    terms.prepare(*languages)
    return terms, languages
