"""What opens an encrypted draft, as functions that a thread beside the window's can call."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tilshi.drafts.container import Container
from tilshi.drafts.recovery import Unsaved
from tilshi_ui.protection.entry import Unlock


def key_to(wanted: Path | Unsaved) -> Unlock:
    """Who opens the draft at that path, or that work, with what is entered."""
    if isinstance(wanted, Unsaved):
        return partial(_work, wanted)
    return partial(_draft, wanted)


def _draft(path: Path, entered: str) -> Container:
    from tilshi.drafts.encryption.unlocking import header_of, unlock  # with cryptography

    return unlock(header_of(path), entered, path)


def _work(unsaved: Unsaved, entered: str) -> Container:
    from tilshi.drafts.encryption.unlocking import header_in_folder, unlock

    return unlock(header_in_folder(unsaved.folder), entered, unsaved.path or unsaved.folder)
