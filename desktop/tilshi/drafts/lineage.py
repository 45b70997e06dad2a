"""A journal read back: the states a draft went through in one session."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tilshi.drafts.container import Container, KeyNeeded, OtherKey
from tilshi.drafts.entries import (
    BaseHead,
    Edit,
    Illegible,
    Mark,
    base_document,
    base_head,
    base_release,
    entry,
    resealed,
)
from tilshi.drafts.locking import is_locked
from tilshi.drafts.pieces import Assembly
from tilshi.drafts.records import framed, scan
from tilshi.drafts.statefolder import ASIDE, JOURNAL, LOCK
from tilshi.files.atomic import replace as replace_file
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.release import Release

JOURNAL_LIMIT: Final = 256 * 1024 * 1024
"""The largest journal that is read, in bytes; one is written anew long before."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a journal holds: the base, where it stood, and the edits since; `damaged` counts what could not be read.

    `rootless`: the base could not be read, and something else takes its place. `changed_at` is when the journal was
    last written, in seconds since 1970.
    """

    journal: Path
    head: BaseHead
    base: Release
    entries: tuple[Edit | Mark, ...]
    damaged: int
    changed_at: float
    rootless: bool = False

    @property
    def edits(self) -> int:
        """How many edits there are; several pieces may belong to one."""
        return len({each.number for each in self.entries if isinstance(each, Edit)})

    @property
    def final(self) -> Release:
        """The release after the last edit."""
        return self._after(self.entries)

    def saved_as(self, fingerprint: str) -> Release | None:
        """The state that went into the file of that fingerprint; None if no state of this lineage did."""
        for at in reversed(range(len(self.entries))):
            each = self.entries[at]
            if isinstance(each, Mark) and each.hash == fingerprint:
                return self._after(self.entries[:at])
        return self.base if fingerprint and self.head.hash == fingerprint else None

    def _after(self, entries: tuple[Edit | Mark, ...]) -> Release:
        assembly = Assembly(self.base)
        for each in entries:
            if isinstance(each, Edit):
                assembly.add(each.piece)
        return assembly.release


def read_lineage(journal: Path, container: Container, substitute: Release | None = None) -> Lineage | None:
    """What a journal holds; `substitute` takes the place of a base that cannot be read. None where nothing is left.

    Raises:
        KeyNeeded, OtherKey: it is encrypted, and there is no key, or not the one.
        FileError: the journal cannot be read at all.
    """
    seen = scan(read_bytes(journal, JOURNAL_LIMIT))
    changed_at = journal.stat().st_mtime
    damaged = seen.damaged
    payloads = seen.payloads
    head = base_head(payloads[0]) if payloads else None
    base, rootless = substitute, True
    if head is not None:
        try:
            base, rootless = base_release(journal, payloads[0], container), False
        except (KeyNeeded, OtherKey):
            raise
        except FileError:
            damaged += 1
        payloads = payloads[1:]
    if base is None:
        return None
    entries: list[Edit | Mark] = []
    for payload in payloads:
        try:
            entries.append(entry(journal, payload, container))
        except Illegible:
            damaged += 1
    return Lineage(journal, head or BaseHead("", "", ""), base, tuple(entries), damaged, changed_at, rootless)


def head_of(journal: Path) -> BaseHead | None:
    """Where the base of a journal stands, without a key; None where that cannot be read."""
    try:
        payloads = scan(read_bytes(journal, JOURNAL_LIMIT)).payloads
    except FileError:
        return None
    return base_head(payloads[0]) if payloads else None


def journals_in(folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The journals of sessions that have ended, oldest first, and of those that live."""
    try:
        found = sorted((file.stat().st_mtime, file) for file in folder.iterdir() if file.suffix == JOURNAL)
    except OSError:
        return (), ()
    alive = tuple(file for _time, file in found if is_locked(file.with_suffix(LOCK)))
    return tuple(file for _time, file in found if file not in alive), alive


def reseal_journals(folder: Path, container: Container) -> int:
    """Has journals that nobody reads any more sealed as `container` would seal them; how many could not be."""
    failed = 0
    for journal in _set_aside(folder):
        try:
            payloads = scan(read_bytes(journal, JOURNAL_LIMIT)).payloads
            if payloads and not container.is_current(base_document(payloads[0])):
                records = (framed(resealed(journal, payload, container)) for payload in payloads)
                replace_file(journal, b"".join(records), private=True)
        except FileError:
            failed += 1
    return failed


def _set_aside(folder: Path) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == ASIDE)
    except OSError:
        return []
