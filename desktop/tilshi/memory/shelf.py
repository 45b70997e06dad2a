"""Where the memory lies: in the data folder of the system, and what is done with one that is damaged."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.memory.memory import Memory


def default_path() -> Path:
    """Where this system keeps the data of a user's programs; ours in a folder of its own."""
    import platformdirs  # takes 5 ms that most commands do not need

    return platformdirs.user_data_path("tilshi", appauthor=False) / "memory" / "memory.sqlite"


def open_memory(path: Path | None = None) -> Memory:
    """The memory at `path`, or the user's own; made if there is none yet.

    Raises:
        FileError: it cannot be used; see `MemoryStore`. Nothing is changed then; `start_afresh` keeps it aside.
    """
    chosen = path or default_path()
    try:
        chosen.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise FileError(chosen.parent, _("The folder cannot be made: {why}.").format(why=why)) from error
    return Memory(chosen)


def start_afresh(path: Path | None = None) -> Path:
    """Put a memory that cannot be used aside, so that an empty one is made next time; where it is now.

    Only where the user asks for it. A journal that belongs to it goes along, so that it can still be repaired.

    Raises:
        FileError: it cannot be renamed.
    """
    chosen = path or default_path()
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    aside = chosen.with_name(f"{chosen.stem}.damaged-{moment}{chosen.suffix}")
    try:
        chosen.rename(aside)
        journal = chosen.with_name(f"{chosen.name}-journal")
        if journal.exists():
            journal.rename(aside.with_name(f"{aside.name}-journal"))
    except OSError as error:
        why = error.strerror or str(error)
        raise FileError(chosen, _("The file cannot be put aside: {why}.").format(why=why)) from error
    return aside
