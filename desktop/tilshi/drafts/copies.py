"""Conflicted copies: what a synced folder makes of two people's saves, recognised by name and by content.

Dropbox and Nextcloud write the words in brackets after the name, in the user's language, Syncthing and ownCloud add a
mark and a time, OneDrive the computer's name, iCloud and Google Drive a number. A name alone proves nothing: a copy
is one only if most of its segments are the draft's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tilshi.drafts.container import Container
from tilshi.drafts.draft import PLAIN, open_draft
from tilshi.drafts.history import history, open_generation
from tilshi.drafts.merging import Merged, merge
from tilshi.files.errors import FileError
from tilshi.release import Release

_ADDED: Final = re.compile(
    r"""\.sync-conflict-\d{8}-\d{6}(-\w+)?     # Syncthing
    | _conflict-\d{8}-\d{6}                  # ownCloud
    | [ ]\([^()]*(conflict|конфликт|conflit|қайшы|konflikt)[^()]*\)    # Dropbox, Nextcloud
    | [ ]?\(\d{1,3}\) | [ ]\d{1,3}            # Google Drive, iCloud
    | -[A-Za-z0-9][A-Za-z0-9-]{2,}            # OneDrive: the computer""",
    re.VERBOSE | re.IGNORECASE,
)
_ALIKE: Final = 0.5
"""Of the ids of segments, so many are the same in copies of one draft."""


@dataclass(frozen=True, slots=True)
class ConflictedCopy:
    """Another version of a draft that lies beside it."""

    path: Path
    release: Release


def conflicted_copies(path: Path, container: Container = PLAIN) -> tuple[ConflictedCopy, ...]:
    """The conflicted copies of the draft at `path` in its folder, by name; those that cannot be read are left out.

    Raises:
        FileError: the draft itself cannot be read.
    """
    release = open_draft(path, container).release
    found: list[ConflictedCopy] = []
    for file in _candidates(path):
        try:
            copy = open_draft(file, container).release
        except FileError:
            continue
        if _are_one(release, copy):
            found.append(ConflictedCopy(file, copy))
    return tuple(found)


def merge_copy(
    path: Path, release: Release, copy: ConflictedCopy, container: Container = PLAIN, state: Path | None = None
) -> Merged:
    """The release with what the copy has; against the earlier state in the history that the copy is nearest to.

    Without a history nothing tells who changed what, and every difference is a conflict.
    """
    earlier: list[Release] = []
    for generation in history(path, container, state):
        try:
            earlier.append(open_generation(generation, container))
        except FileError:
            continue
    base = max(earlier, key=lambda each: _likeness(each, copy.release), default=None)
    return merge(base, release, copy.release)


def _candidates(path: Path) -> list[Path]:
    try:
        files = sorted(file for file in path.parent.iterdir() if file.suffix == path.suffix and file != path)
    except OSError:
        return []
    return [f for f in files if f.stem.startswith(path.stem) and _ADDED.fullmatch(f.stem[len(path.stem) :])]


def _are_one(release: Release, copy: Release) -> bool:
    mine, other = (set(each.places or {}) for each in (release, copy))
    return bool(mine & other) and len(mine & other) >= _ALIKE * max(len(mine), len(other))


def _likeness(release: Release, copy: Release) -> int:
    places = release.places or {}
    return sum(segment.id in places and release.segment(segment.id) == segment for _block, segment in copy.segments())
