"""The glossary behind the window: loaded off the GUI thread, then asked a segment at a time."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.release import Text
from tilshi_ui.background import Job
from tilshi_ui.editor.formats import Highlight

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from tilshi.terminology.concepts import Termbase
    from tilshi.terminology.lookup import Entry, TermIndex

_REMEMBERED: Final = 512


class Glossary(QObject):
    """Terms of the bundled termbase and the register of names; empty until `loaded` has come."""

    loaded = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._termbase: Termbase | None = None
        self._indexes: dict[str, TermIndex] = {}
        self._wanted: frozenset[str] = frozenset()
        self._job: Job | None = None
        self._spans: OrderedDict[tuple[str, str], tuple[Highlight, ...]] = OrderedDict()

    @property
    def is_loaded(self) -> bool:
        """Whether there is a termbase yet."""
        return self._termbase is not None

    def prepare(self, languages: tuple[str, ...]) -> None:
        """Makes ready for these languages, in the background."""
        missing = frozenset(languages) - self._indexes.keys()
        if not missing or self._job is not None:
            self._wanted |= missing
            return
        termbase = self._termbase
        self._wanted = frozenset()
        self._job = Job(self)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._give_up)
        self._job.start(lambda: _build(termbase, missing), self._pool)

    def highlights(self, text: Text, language: str) -> tuple[Highlight, ...]:
        """Where terms stand in a text."""
        index = self._indexes.get(language)
        if index is None or not text:
            return ()
        key = (text.string, language)
        if (known := self._spans.get(key)) is None:
            spans = {(hit.start, hit.end) for hit in index.find(text.string) if not hit.term.status.is_forbidden}
            known = self._spans[key] = tuple(Highlight(*span) for span in sorted(spans))
            if len(self._spans) > _REMEMBERED:
                self._spans.popitem(last=False)
        return known

    def entries(self, source: str, source_language: str, language: str) -> tuple[Entry, ...]:
        """What the glossary says of a source text, for a translation into `language`."""
        index = self._indexes.get(source_language)
        if index is None:
            return ()
        from tilshi.terminology.lookup import glossary  # loaded long since, with the index

        return glossary(index, source, language)

    def _receive(self, built: tuple[Termbase, dict[str, TermIndex]]) -> None:
        self._job = None
        self._termbase, indexes = built
        self._indexes |= indexes
        self._spans.clear()
        self.loaded.emit()
        if self._wanted:
            self.prepare(tuple(self._wanted))

    def _give_up(self, error: Exception) -> None:
        self._job = None
        raise error


def _build(termbase: Termbase | None, languages: frozenset[str]) -> tuple[Termbase, dict[str, TermIndex]]:
    from tilshi.terminology.bundled import load_names, load_terms
    from tilshi.terminology.concepts import Termbase
    from tilshi.terminology.lookup import TermIndex

    if termbase is None:
        termbase = Termbase("bundled", (*load_terms().concepts, *load_names().concepts))
    return termbase, {language: TermIndex(termbase, language) for language in languages}
