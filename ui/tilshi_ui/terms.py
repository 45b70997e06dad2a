"""The glossary behind the window: loaded and changed off the GUI thread, asked a segment at a time."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.release import Text
from tilshi_ui.background import Job
from tilshi_ui.editor.formats import Highlight

if TYPE_CHECKING:  # loaded with the glossary, after the first paint
    from tilshi.terminology.completion import Completer
    from tilshi.terminology.concepts import Concept
    from tilshi.terminology.glossary import Glossary, Layer
    from tilshi.terminology.lookup import Entry, TermHit

_REMEMBERED: Final = 2048


class Wish(NamedTuple):
    """A change of one of the user's own termbases: concepts put in (or exchanged), concepts taken out by id."""

    layer: Layer
    put: tuple[Concept, ...] = ()
    taken_out: tuple[str, ...] = ()


class _Ready(NamedTuple):
    """What the background made: the glossary, what completes words in each language, and what went wrong."""

    glossary: Glossary
    completers: dict[str, Completer]
    errors: tuple[Exception, ...] = ()


class LiveGlossary(QObject):
    """The shipped termbase, the register of names and the user's own termbases as one; empty until `loaded` has come.

    `loaded` comes whenever there is more to be found, or something else; `changed` after the user's wishes were
    stored, and `failed` with the FileError where a termbase cannot be read or written.
    """

    loaded = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QObject | None = None, folder: Path | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._folder = folder
        self._glossary: Glossary | None = None
        self._completers: dict[str, Completer] = {}
        self._wanted: frozenset[str] = frozenset()
        self._wishes: deque[Wish] = deque()
        self._granted: Wish | None = None
        self._job: Job | None = None
        self._spans: OrderedDict[tuple[str, str, str], tuple[Highlight, ...]] = OrderedDict()

    @property
    def is_loaded(self) -> bool:
        """Whether there is a glossary yet."""
        return self._glossary is not None

    @property
    def now(self) -> Glossary | None:
        """The glossary as it is: a value that other threads may ask too."""
        return self._glossary

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it has been made ready for."""
        return tuple(self._completers)

    def prepare(self, languages: tuple[str, ...]) -> None:
        """Makes ready for these languages, in the background."""
        self._wanted |= frozenset(languages) - self._completers.keys()
        self._work()

    def change(self, wish: Wish) -> None:
        """Stores a change, and finds by it from then on."""
        self._wishes.append(wish)
        self._work()

    def hits(self, text: str, language: str) -> tuple[TermHit, ...]:
        """The terms in a text; see `Glossary.find`. Nothing while the language is not ready."""
        if self._glossary is None or language not in self._completers:
            return ()
        return self._glossary.find(text, language)

    def highlights(self, text: Text, language: str, source: tuple[str, str] | None = None) -> tuple[Highlight, ...]:
        """Where terms stand in a text, and of which kind; `source` is the text that it translates, with its language.

        Of terms that are not to be used, those are found that are wrong anywhere, and those that are wrong for a
        concept which the source speaks of.
        """
        if not text or language not in self._completers:
            return ()
        key = (text.string, language, source[0] if source else "")
        if (known := self._spans.get(key)) is None:
            known = self._spans[key] = self._highlights(text.string, language, source)
            if len(self._spans) > _REMEMBERED:
                self._spans.popitem(last=False)
        else:
            self._spans.move_to_end(key)
        return known

    def entries(self, source: str, source_language: str, language: str) -> tuple[Entry, ...]:
        """What the glossary says of a source text, for a translation into `language`."""
        if self._glossary is None or source_language not in self._completers:
            return ()
        return self._glossary.entries(source, source_language, language)

    def completer(self, language: str) -> Completer | None:
        """What completes words in a language; safe to ask on another thread."""
        return self._completers.get(language)

    def _highlights(self, text: str, language: str, source: tuple[str, str] | None) -> tuple[Highlight, ...]:
        from tilshi.terminology.concepts import Scope, Status  # loaded long since, with the glossary

        meant = {hit.concept.id for hit in self.hits(*source)} if source else set()
        found: dict[tuple[int, int], str] = {}
        for hit in self.hits(text, language):
            if not hit.term.status.is_forbidden:
                found[hit.start, hit.end] = "admitted" if hit.term.status is Status.ADMITTED else "term"
            elif hit.term.scope is Scope.ALWAYS or hit.concept.id in meant:
                found.setdefault((hit.start, hit.end), "forbidden")
        return tuple(Highlight(*span, kind) for span, kind in sorted(found.items()))

    def _work(self) -> None:
        if self._job is not None or not (self._wanted or self._wishes):
            return
        self._granted = self._wishes.popleft() if self._wishes else None
        languages = tuple(sorted({*self._completers, *self._wanted}))
        self._wanted = frozenset()
        self._job = Job(self)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._give_up)
        self._job.start(partial(_prepared, self._glossary, languages, self._granted, self._folder), self._pool)

    def _receive(self, ready: _Ready) -> None:
        self._job = None
        self._glossary, self._completers = ready.glossary, ready.completers
        self._spans.clear()
        self.loaded.emit()
        if self._granted is not None:
            self._granted = None
            self.changed.emit()
        for error in ready.errors:
            self.failed.emit(error)
        self._work()

    def _give_up(self, error: Exception) -> None:
        from tilshi.files.errors import FileError

        self._job, self._granted = None, None
        self._work()
        if not isinstance(error, FileError):
            raise error
        self.failed.emit(error)


def _prepared(glossary: Glossary | None, languages: Iterable[str], wish: Wish | None, folder: Path | None) -> _Ready:
    """The glossary with a wish granted, ready to be asked in these languages."""
    from tilshi.terminology import shelf
    from tilshi.terminology.completion import Completer

    errors: tuple[Exception, ...] = ()
    if glossary is None:
        loaded = shelf.load(folder)
        glossary, errors = loaded.glossary, loaded.errors
    if wish is not None:
        glossary = _granted(glossary, wish, folder)
    glossary.prepare(*languages)
    return _Ready(glossary, {language: Completer(glossary, language) for language in languages}, errors)


def _granted(glossary: Glossary, wish: Wish, folder: Path | None) -> Glossary:
    """The termbase on disk first: what is found is what is kept."""
    from tilshi.terminology import shelf

    with shelf.open_store(wish.layer, folder) as store:
        if wish.put:
            store.put(wish.put)
        if wish.taken_out:
            store.remove(wish.taken_out)
    if wish.put:
        glossary = glossary.with_concepts(wish.put, wish.layer)
    for name in wish.taken_out:
        glossary = glossary.without(name, wish.layer)
    return glossary
