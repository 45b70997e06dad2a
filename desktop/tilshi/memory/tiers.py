"""The index of one direction as it grows: what its file holds, and small parts for what came since.

Loads NumPy, so load this module late.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import threading
from pathlib import Path
from typing import Final, Self

from tilshi.files.errors import FileError
from tilshi.memory.folding import fold
from tilshi.memory.index import Index, build, load, merged, save
from tilshi.memory.signatures import signatures
from tilshi.memory.store import MemoryStore
from tilshi.memory.units import Pair

_PARTS: Final = 8
"""Small parts before they are made one: each costs a look-up some 30 µs."""
_MERGED_FROM: Final = 2_000
"""Units beside the file from which on it is worth writing it again."""
_AT_ONCE: Final = 50_000
_TAGS: Final = re.compile(r"[A-Za-z0-9-]{1,64}")


class Tiers:
    """The large part, as the file has it, and the small ones; any number of threads may ask it."""

    def __init__(self, pair: Pair, path: Path, large: Index, *, saved: bool) -> None:
        self._pair = pair
        self._path = path
        self._lock = threading.RLock()
        self._merging = threading.Lock()
        self._parts: tuple[Index, ...] = (large,)
        self._saved = saved

    @classmethod
    def opened(cls, store: MemoryStore, pair: Pair) -> Self:
        """The index of a direction from its file, or made from the store."""
        path = index_path(store.path, pair)
        large = load(path, store.uid)
        saved = large is not None and large.newest <= store.newest()
        tiers = cls(pair, path, large if large and saved else build((), 0), saved=saved)
        tiers.refresh(store)
        return tiers

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    @property
    def is_merge_due(self) -> bool:
        """Whether so much is new that the file should be written again."""
        return sum(map(len, self._parts[1:])) >= _MERGED_FROM or not self._saved

    def refresh(self, store: MemoryStore) -> None:
        """Take in what the store got since, from whatever program."""
        with self._lock:
            newest = store.newest()
            known = self._parts[-1].newest
            if newest == known:
                return
            while rows := store.sources_after(self._pair, known, _AT_ONCE):
                known = rows[-1][0]
                self._add(build(((unit_id, fold(source)) for unit_id, source in rows), known))
            # Units of other directions have ids too; what was looked at need not be looked at again.
            self._add(build((), max(newest, known)))

    def candidates(self, store: MemoryStore, folded: str, least: float, most: int) -> list[int]:
        """Ids of units whose folded sources may be as similar as `least` (0 to 1) to a text, likeliest first."""
        self.refresh(store)
        signature = signatures([folded])[:, 0]
        # Levenshtein similarity is at most the shorter length over the longer.
        shortest, longest = int(len(folded) * least), int(len(folded) / least) + 1
        found = [pair for part in self._parts for pair in part.candidates(signature, shortest, longest, most)]
        found.sort()
        return [unit_id for _distance, unit_id in found[:most]]

    def merge(self, store: MemoryStore) -> bool:
        """Make one of all parts and write the file, if that is due; whether it was."""
        with self._merging:
            if not self.is_merge_due:
                return False
            whole = merged(self._parts)
            with self._lock:
                # What was mapped from the old file is let go before it is replaced, as Windows wants it; what came in
                # meanwhile is found again by its ids.
                self._parts = (whole,)
                self._saved = True
            # A cache that cannot be written is made again the next time; the look-up does not need it.
            with contextlib.suppress(FileError):
                save(whole, self._path, store.uid)
            return True

    def _add(self, part: Index) -> None:
        large, *small = self._parts
        if not small and len(part) >= _AT_ONCE // 2:
            self._parts = (merged((large, part)),)
        elif len(small) >= _PARTS or (small and not len(part)):
            self._parts = (large, merged((*small, part)))
        else:
            self._parts = (large, *small, part)


def index_path(store: Path, pair: Pair) -> Path:
    """Where the index of a direction lies: beside the store; what is no language tag is called by its digest there."""
    name = str(pair)
    if not _TAGS.fullmatch(name):
        name = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return store.with_name(f"{store.stem}.{name}.index")
