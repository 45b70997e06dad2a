"""Long work with the memory, some units at a time: it says how far it is, and can be stopped between two lots."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tilshi.files.errors import FileWarning

if TYPE_CHECKING:
    from tilshi.memory.memory import Memory
    from tilshi.memory.units import Unit

AT_ONCE: Final = 2_000

Progress = Callable[[int, int], None]
"""How many are done, of how many; 0: that is not known yet."""


class Carried(NamedTuple):
    """What was done: how many units are new and how many there were already, and what the user should know."""

    added: int
    known: int
    warnings: tuple[FileWarning, ...] = ()
    stopped: bool = False


def bring_in(path: Path, progress: Progress, stop: threading.Event, memory: Memory) -> Carried:
    """The units of a TMX file into the memory; what was stored before it was stopped stays.

    Raises:
        FileError: the file cannot be read, or the memory not be written.
    """
    from tilshi.memory.tmx import read_memory  # with lxml

    progress(0, 0)
    found = read_memory(path)
    added = known = 0
    for start in range(0, len(found.units), AT_ONCE):
        if stop.is_set():
            return Carried(added, known, found.warnings, stopped=True)
        stored = memory.put(found.units[start : start + AT_ONCE])
        added, known = added + stored.added, known + stored.updated
        progress(min(start + AT_ONCE, len(found.units)), len(found.units))
    memory.merge()
    return Carried(added, known, found.warnings)


def take_out(path: Path, progress: Progress, stop: threading.Event, memory: Memory) -> Carried:
    """The whole memory as a TMX file; nothing is written where it was stopped.

    Raises:
        FileError: the memory cannot be read, or the file not be written.
    """
    from tilshi.files import atomic
    from tilshi.memory.tmx import write_memory

    total = memory.store.count()
    written = write_memory(_counted(memory.store.all_units(), total, progress, stop))
    if stop.is_set():
        return Carried(0, 0, stopped=True)
    atomic.replace(path, written.data)
    return Carried(written.number, 0, written.warnings)


def _counted(units: Iterator[Unit], total: int, progress: Progress, stop: threading.Event) -> Iterator[Unit]:
    for number, unit in enumerate(units, 1):
        if stop.is_set():
            return
        if number % AT_ONCE == 0:
            progress(number, total)
        yield unit
