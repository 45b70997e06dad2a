"""A translation memory, opened: what may be asked of it and fed to it."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from tilshi.memory.folding import fold
from tilshi.memory.matches import EXACT, Match
from tilshi.memory.store import MemoryStore
from tilshi.memory.units import Pair, Query, Unit
from tilshi.memory.writing import Stored

if TYPE_CHECKING:
    from tilshi.memory.concordance import Passage
    from tilshi.memory.tiers import Tiers

LEAST: Final = 70
"""The lowest score that is offered where nobody asks for another."""
_AT_ONCE: Final = 10_000
"""Units that are stored in one transaction: a reader waits for a moment, not for a whole import."""


class Memory:
    """One memory: its store and, for each direction that is asked for, its index of signatures.

    Every method may be called from any thread. The first look-up of a direction loads the index, or makes it if there
    is none (a million units: some seconds), so call `prepare` in the background; until it is done `look_up` answers
    with `fuzzy=False` at once.

    Raises:
        FileError: from every method, where the store cannot be used (`MemoryStore`).
    """

    def __init__(self, path: Path) -> None:
        self.store = MemoryStore(path)
        self._tiers: dict[Pair, Tiers] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._tiers.clear()
        self.store.close()

    def look_up(self, query: Query, *, least: int = LEAST, most: int = 9, fuzzy: bool = True) -> tuple[Match, ...]:
        """What the memory offers for a text, the best first: `most` at most, none of a score below `least`.

        One translation is offered once. Without `fuzzy`, only what is the same text.
        """
        if not fold(query.source.string) or not self.knows(query.source_language, query.target_language):
            return ()
        # Loaded here for the start of the program: differences and fuzzy matches need rapidfuzz.
        from tilshi.memory.lookup import look_up

        tiers = self._loaded(query.pair) if fuzzy and least < EXACT else None
        return look_up(self.store, tiers, query, least=least, most=most)

    def prepare(self, source_language: str, target_language: str) -> None:
        """Load or make the index of a direction, so that the next look-up is quick."""
        self._loaded(Pair.of(source_language, target_language)).refresh(self.store)

    def knows(self, source_language: str, target_language: str) -> bool:
        """Whether there is anything in a direction; quick, and without an index."""
        return self.store.knows(Pair.of(source_language, target_language))

    def is_prepared(self, source_language: str, target_language: str) -> bool:
        """Whether a look-up would find the index of a direction loaded."""
        return Pair.of(source_language, target_language) in self._tiers

    def merge(self) -> bool:
        """Merge what is new in the indices that are loaded, and write their files; whether there was anything to do.

        For the background; look-ups go on meanwhile.
        """
        done = [tiers.merge(self.store) for tiers in tuple(self._tiers.values())]
        return any(done)

    def put(self, units: Iterable[Unit]) -> Stored:
        """Store units, some thousands in a transaction; what is stored stays if a later one fails."""
        rest: Iterator[Unit] = iter(units)
        total = Stored()
        while some := list(islice(rest, _AT_ONCE)):
            total += self.store.put(some)
        return total

    def remove(self, units: Sequence[Unit]) -> int:
        """Take units out; how many were there."""
        return self.store.remove(unit.id for unit in units)

    def use(self, match: Match, at: dt.datetime | None = None) -> None:
        """Note that a match was inserted, now or at a time with a zone."""
        moment = at or dt.datetime.now(dt.UTC)
        self.store.touch(match.unit.id, moment.astimezone(dt.UTC).isoformat(timespec="seconds"))

    def search(self, query: str, language: str, *, exact: bool = False, most: int = 50) -> tuple[Passage, ...]:
        """Where the words of a query were used in a language; see `concordance.search`."""
        from tilshi.memory.concordance import search  # the grammars are loaded when first needed

        return search(self.store, query, language, exact=exact, most=most)

    def _loaded(self, pair: Pair) -> Tiers:
        from tilshi.memory.tiers import Tiers  # loads NumPy, which the start of the program does without

        with self._lock:
            if pair not in self._tiers:
                self._tiers[pair] = Tiers.opened(self.store, pair)
            return self._tiers[pair]
