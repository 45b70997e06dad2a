"""Where journals and the history of saves lie: on this machine, for this user, never in a folder that is synced."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

JOURNAL: Final = ".journal"
LOCK: Final = ".lock"
ASIDE: Final = ".merged"
"""A journal that was merged with a conflict: nothing reads it any more, but a person can have it read."""
_NEW: Final = "new-"


def default_state() -> Path:
    """The folder of this user's drafts in the system's place for state."""
    import platformdirs  # takes 5 ms that the command line does not need

    return platformdirs.user_state_path("tilshi", appauthor=False) / "drafts"


def folder_of(state: Path, path: Path) -> Path:
    """The folder of one draft; the same for every way that leads to the file."""
    real = os.path.normcase(os.path.realpath(path))
    return state / hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def new_folder(state: Path) -> Path:
    """A folder for a release that is in no file yet; it is made when something is kept there."""
    return state / f"{_NEW}{secrets.token_hex(8)}"


def is_new(folder: Path) -> bool:
    """Whether the folder is of a release in no file."""
    return folder.name.startswith(_NEW)


def folders(state: Path) -> Iterator[Path]:
    """All folders of drafts; none where the state cannot be read."""
    try:
        yield from sorted(folder for folder in state.iterdir() if folder.is_dir())
    except OSError:
        return
