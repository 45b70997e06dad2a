"""The memory behind the window: what it offers for the current segment, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.release import Release, State, Text
from tilshi_ui.background import Job, Latest
from tilshi_ui.memory.shelf import MemoryClosedError, MemoryShelf

if TYPE_CHECKING:  # loaded in the background, after the first paint
    from tilshi.memory.matches import Match
    from tilshi.memory.memory import Memory


_LAST_MS: Final = 3_000


class Offer(NamedTuple):
    """What there is for a segment in a language, the best first.

    `repeated` is the translation that a repetition of the source has in the release itself. Without `complete`, texts
    that are only similar are still to come.
    """

    segment: str
    language: str
    matches: tuple[Match, ...] = ()
    repeated: Text | None = None
    complete: bool = True


class Feed(NamedTuple):
    """Translations of a release to be remembered: those of the `segments` that are in one of these states."""

    release: Release
    language: str
    segments: Collection[str]
    states: Collection[State]
    by: str = ""


class LiveMemory(QObject):
    """The user's memory, opened in the background when it is first asked.

    `answered` carries an Offer for what was asked last; `changed` comes when other things can be found; `failed`
    carries the FileError where the memory cannot be used. `may_remember` is the one switch of feeding: whoever opens a
    draft that is encrypted puts it to False, since the memory is not.
    """

    answered = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QObject | None = None, path: Path | None = None) -> None:
        super().__init__(parent)
        self.may_remember = True
        self._pool = pool
        self._shelf = MemoryShelf(path)
        self._asking = Latest(pool, self)
        self._asking.answered.connect(self._receive)
        self._jobs: set[Job] = set()
        self._preparing: Job | None = None
        self._asked: tuple[Release, str, str] | None = None
        self._failed = False

    @property
    def is_working(self) -> bool:
        """Whether something is being done with it that was asked for by `work`."""
        return bool(self._jobs)

    def ask(self, release: Release, segment: str, language: str) -> None:
        """Wants to know what there is for a segment; `answered` will say, perhaps twice."""
        self._asked = (release, segment, language)
        self._asking.ask(partial(_looked_up, self._shelf, release, segment, language))

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._asked = None
        self._asking.forget()

    def feed(self, feed: Feed) -> None:
        """Remembers translations, unless the draft they are from must not be."""
        if self.may_remember and feed.segments:
            self.work(partial(_fed, feed), self._was_fed)

    def used(self, match: Match) -> None:
        """A match was inserted."""
        self.work(partial(_used, match))

    def work(
        self,
        deed: Callable[[Memory], object],
        then: Callable[[Any], object] | None = None,
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Does something with the memory in the background, and `then` here with what it answers.

        `otherwise` is given what it ended with instead; by default `failed` says it.
        """
        job = Job(self)
        self._jobs.add(job)
        job.done.connect(partial(self._finish, job, then))
        job.failed.connect(partial(self._finish, job, otherwise or self._say))
        job.start(partial(_done, self._shelf, deed), self._pool)

    def close(self) -> None:
        """The program ends: what is being remembered is, as long as that takes no longer than a user waits."""
        self.forget()
        self._pool.waitForDone(_LAST_MS)
        self._shelf.close()

    def _receive(self, answer: Offer | Exception) -> None:
        if isinstance(answer, Exception):
            self._say(answer)
            return
        self.answered.emit(answer)
        if not answer.complete and self._preparing is None and self._asked is not None:
            release, _segment, language = self._asked
            self._preparing = Job(self)
            self._preparing.done.connect(self._prepared)
            self._preparing.failed.connect(self._not_prepared)
            prepare = partial(_prepared, (release.source_language, language))
            self._preparing.start(partial(_done, self._shelf, prepare), self._pool)

    def _prepared(self, _answer: object) -> None:
        self._preparing = None
        if self._asked is not None:
            self.ask(*self._asked)

    def _not_prepared(self, error: Exception) -> None:
        self._preparing = None
        self._say(error)

    def _was_fed(self, _stored: object) -> None:
        self.changed.emit()

    def _finish(self, job: Job, then: Callable[[Any], object] | None, answer: object) -> None:
        self._jobs.discard(job)
        job.deleteLater()
        if then is not None:
            then(answer)

    def _say(self, error: Exception) -> None:
        from tilshi.files.errors import FileError

        if isinstance(error, MemoryClosedError):
            return
        if not isinstance(error, FileError):
            raise error
        if not self._failed:  # once is enough: the next segment will not fare better
            self._failed = True
            self.failed.emit(error)


def _done(shelf: MemoryShelf, deed: Callable[[Memory], object]) -> object:
    with shelf.using() as memory:
        return deed(memory)


def _looked_up(shelf: MemoryShelf, release: Release, segment: str, language: str) -> Offer | Exception:
    from tilshi.files.errors import FileError
    from tilshi.memory.feeding import query_of
    from tilshi.memory.propagation import earlier

    try:
        with shelf.using() as memory:
            languages = (release.source_language, language)
            # Of an empty memory no index is loaded: NumPy alone takes 25 MB.
            ready = memory.is_prepared(*languages) or not memory.knows(*languages)
            matches = memory.look_up(query_of(release, segment, language), fuzzy=ready)
    except (FileError, MemoryClosedError) as error:
        return error
    return Offer(segment, language, matches, earlier(release, segment, language), ready)


def _prepared(pair: tuple[str, str], memory: Memory) -> None:
    memory.prepare(*pair)


def _used(match: Match, memory: Memory) -> None:
    memory.use(match)


def _fed(feed: Feed, memory: Memory) -> object:
    from tilshi.memory.feeding import units_of

    stored = memory.put(units_of(feed.release, feed.language, states=feed.states, segments=feed.segments, by=feed.by))
    memory.merge()
    return stored
