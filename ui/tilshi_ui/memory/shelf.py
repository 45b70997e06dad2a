"""The one open memory of the program, shared by its threads, and closed when the last of them has done with it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # with SQLite, after the first paint
    from tilshi.memory.memory import Memory


class MemoryClosedError(Exception):
    """The program ends: nobody wants the answer."""


class MemoryShelf:
    """Opens the memory when somebody first wants it, which must not be the GUI thread."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._memory: Memory | None = None
        self._users = 0
        self._closed = False

    @contextmanager
    def using(self) -> Iterator[Memory]:
        """The memory, for as long as somebody needs it.

        Raises:
            FileError: it cannot be opened.
            MemoryClosedError: the program ends.
        """
        memory = self._taken()
        try:
            yield memory
        finally:
            with self._lock:
                self._users -= 1
                self._let_go()

    def close(self) -> None:
        """Nobody gets it any more; its files are let go of when nobody uses it."""
        with self._lock:
            self._closed = True
            self._let_go()

    def _taken(self) -> Memory:
        from tilshi.memory.shelf import open_memory

        with self._lock:
            if self._closed:
                raise MemoryClosedError
            if self._memory is None:
                self._memory = open_memory(self._path)
            self._users += 1
            return self._memory

    def _let_go(self) -> None:
        if self._closed and not self._users and self._memory is not None:
            self._memory.close()
            self._memory = None
