"""What is left of a draft after a crash, brought together without a question where it is certain.

The file is read, then every journal of a session that did not end: what the file does not have is applied to it. A
journal of another lineage than the file's is merged three ways. Recovery needs to write nothing, so that it works on a
full or read-only disk; what was recovered lies in the old journals until the new session's own has it.
"""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from tilshi.drafts.container import Container, KeyNeeded, OtherKey
from tilshi.drafts.draft import PLAIN, Draft, fingerprint, parse_draft
from tilshi.drafts.history import FOLDER as HISTORY
from tilshi.drafts.history import Generation, knows, newest
from tilshi.drafts.journal import remove_journals
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.lineage import Lineage, head_of, journals_in, read_lineage
from tilshi.drafts.merging import Conflict, merge
from tilshi.drafts.parsing import NewerVersion
from tilshi.drafts.pieces import differences
from tilshi.drafts.saving import Origin
from tilshi.drafts.statefolder import default_state, folder_of, folders, is_new
from tilshi.files.bounded import read_bytes
from tilshi.files.durable import sweep
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.release import Release, Role


class Condition(StrEnum):
    """How the file was found."""

    SOUND = "sound"
    MISSING = "missing"
    DAMAGED = "damaged"
    OLDER = "older"
    CHANGED = "changed"
    """Another program, or somebody else, has saved it since."""


@dataclass(frozen=True, slots=True)
class Report:
    """What recovery did: `edits` that were in no file, `segments` with other text than in the file.

    `records` of journals could not be read; each lost itself only. `generation` is the earlier state that had to do for
    a file and journals that could not be read. `elsewhere`: the draft is also open in another window of this user.
    `locked` journals are encrypted with a key that is not at hand; they were left where they are.
    """

    condition: Condition = Condition.SOUND
    edits: int = 0
    segments: tuple[str, ...] = ()
    records: int = 0
    conflicts: tuple[Conflict, ...] = ()
    generation: Generation | None = None
    elsewhere: bool = False
    locked: int = 0

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing the user needs to know."""
        return self.condition is Condition.SOUND and not (self.edits or self.records or self.conflicts or self.locked)


@dataclass(frozen=True, slots=True)
class Recovered:
    """A draft with everything that was kept of it; `origin` is what its file holds, `journals` where the rest is.

    `draft` is the file as a save compares with it, None for a release in no file.
    """

    release: Release
    origin: Origin
    report: Report
    container: Container = PLAIN
    journals: tuple[Path, ...] = ()
    folder: Path | None = None

    @property
    def draft(self) -> Draft | None:
        """The draft in its file."""
        origin = self.origin
        return Draft(origin.release, origin.path, origin.fingerprint, self.container) if origin.path else None

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the file does not hold."""
        return self.release != self.origin.release or self.report.condition is not Condition.SOUND

    def keeper(self, state: Path | None = None) -> Keeper:
        """Who keeps it from now on."""
        return Keeper(
            state or default_state(),
            self.origin,
            self.container,
            folder=self.folder,
            recovered=self.release,
            replaces=self.journals,
            keep_replaced=bool(self.report.conflicts),
        )


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Work of a session that did not end, on the file at `path` (None: in no file); `at` in seconds since 1970.

    `title` is the headline, empty where it needs a key (`sealed`); `edits` is 0 where they cannot be counted without.
    """

    path: Path | None
    title: str
    at: float
    edits: int
    folder: Path
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    """The draft's file as it was found; `release` is None where there is none or none that can be read."""

    condition: Condition
    fingerprint: str = ""
    release: Release | None = None
    changed_at: float = 0.0
    error: FileError | None = None


def recover(path: Path, container: Container = PLAIN, state: Path | None = None) -> Recovered:
    """The draft at `path` with all work that was kept, whatever happened to the file or to the journal.

    Raises:
        KeyNeeded: it is encrypted, or what was kept of it is, and `container` has no key; `encryption.unlocking` helps.
        FileError: there is nothing, or nothing that can be read; or the file is of a newer version, or not to be read.
    """
    folder = folder_of(state or default_state(), path)
    for each in (path.parent, folder, folder / HISTORY):
        sweep(each)
    file = _file(path, container)
    dead, alive = journals_in(folder)
    earlier = newest(folder, container) if file.release is None and dead else None
    lineages, journals, locked = _lineages(dead, container, earlier[1] if earlier else file.release)
    if lineages:
        found = _from_journals(path, container, folder, file, lineages)
    else:
        found = _without_journal(path, container, folder, file)
    return replace(found, report=replace(found.report, elsewhere=bool(alive), locked=locked), journals=journals)


def recover_new(unsaved: Unsaved, container: Container = PLAIN) -> Recovered:
    """The release of a session that died before it was in any file.

    Raises:
        FileError: nothing of it can be read.
    """
    dead, _alive = journals_in(unsaved.folder)
    lineages, journals, _locked = _lineages(dead, container, None)
    if not lineages:
        raise FileError(unsaved.folder, _("Nothing of this release can be read any more."))
    newest_one = lineages[-1]
    final = newest_one.final
    report = _report(Condition.SOUND, newest_one.base, final, lineages, ())
    origin = Origin(newest_one.base)
    return Recovered(final, origin, report, container, journals, unsaved.folder)


def pending(container: Container = PLAIN, state: Path | None = None) -> tuple[Unsaved, ...]:
    """The work of sessions that did not end, newest first; only reads."""
    found = [unsaved for folder in folders(state or default_state()) for unsaved in _unsaved_in(folder, container)]
    return tuple(sorted(found, key=lambda each: -each.at))


def discard(unsaved: Unsaved) -> None:
    """The user does not want that work any more; the file, and its history, stay."""
    dead, _alive = journals_in(unsaved.folder)
    remove_journals(dead)
    if is_new(unsaved.folder):
        shutil.rmtree(unsaved.folder, ignore_errors=True)


def forget(path: Path, state: Path | None = None) -> None:
    """Removes everything that was kept of the draft at `path` beside its file: journals and history of saves."""
    shutil.rmtree(folder_of(state or default_state(), path), ignore_errors=True)


def _file(path: Path, container: Container) -> _File:
    if not path.exists():
        return _File(Condition.MISSING)
    try:
        data = read_bytes(path)
    except FileError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno == errno.EIO:
            return _File(Condition.DAMAGED, error=error)
        raise
    mark, changed_at = fingerprint(data), path.stat().st_mtime
    try:
        return _File(Condition.SOUND, mark, parse_draft(path, data, container), changed_at)
    except (KeyNeeded, OtherKey):
        raise
    except FileError as error:
        if isinstance(error.__cause__, NewerVersion):
            raise
        return _File(Condition.DAMAGED, mark, None, changed_at, error)


def _lineages(
    journals: tuple[Path, ...], container: Container, substitute: Release | None
) -> tuple[list[Lineage], tuple[Path, ...], int]:
    """Those that can be read, oldest first, without those that a later one replaces; with all accounted for.

    And of how many the key is not at hand.
    """
    found: list[Lineage] = []
    locked = 0
    for journal in journals:
        try:
            lineage = read_lineage(journal, container, substitute)
        except KeyNeeded:
            raise
        except OtherKey:
            locked += 1
            continue
        except FileError:
            continue
        if lineage is not None:
            found.append(lineage)
    replaced = {token for lineage in found for token in lineage.head.replaces}
    known = tuple(each for each in journals if each.stem in replaced or each in {lineage.journal for lineage in found})
    return [lineage for lineage in found if lineage.journal.stem not in replaced], known, locked


def _from_journals(path: Path, container: Container, folder: Path, file: _File, lineages: list[Lineage]) -> Recovered:
    base, release, condition = file.release, file.release, file.condition
    conflicts: tuple[Conflict, ...] = ()
    for lineage in lineages:
        if base is None or release is None:
            base, release = lineage.base, lineage.final
            continue
        ancestor, found = _ancestor(lineage, folder, file, base)
        if ancestor is None:
            continue  # nothing but a state that somebody has gone on from
        condition = condition if found is Condition.SOUND else found
        newer = lineage.changed_at >= file.changed_at
        merged = merge(ancestor, *((lineage.final, release) if newer else (release, lineage.final)))
        release, conflicts = merged.release, (*conflicts, *merged.conflicts)
    assert base is not None, "there is at least one lineage"
    assert release is not None, "there is at least one lineage"
    if condition is Condition.CHANGED and not conflicts and release == base:
        condition = Condition.SOUND
    origin = Origin(base, path, file.fingerprint, damaged=condition is Condition.DAMAGED)
    return Recovered(release, origin, _report(condition, base, release, lineages, conflicts), container)


def _ancestor(lineage: Lineage, folder: Path, file: _File, base: Release) -> tuple[Release | None, Condition]:
    """The state that file and journal come from, None where nothing is to merge; and what that says of the file."""
    saved = lineage.base if lineage.rootless else lineage.saved_as(file.fingerprint)
    if saved is not None:
        return saved, Condition.SOUND
    if file.condition is Condition.SOUND and knows(folder, file.fingerprint):
        # Put back by a synced folder or a backup: the snapshot is what it should hold.
        return base, Condition.OLDER
    return (lineage.base, Condition.CHANGED) if lineage.edits else (None, Condition.SOUND)


def _without_journal(path: Path, container: Container, folder: Path, file: _File) -> Recovered:
    if file.release is not None:
        return Recovered(file.release, Origin(file.release, path, file.fingerprint), Report(), container)
    earlier = newest(folder, container)
    if earlier is None:
        raise file.error or FileError(path, _("There is no such file."))
    generation, release = earlier
    origin = Origin(release, path, file.fingerprint, damaged=file.condition is Condition.DAMAGED)
    return Recovered(release, origin, Report(file.condition, generation=generation), container)


def _report(
    condition: Condition, base: Release, release: Release, lineages: list[Lineage], conflicts: tuple[Conflict, ...]
) -> Report:
    changed = tuple(
        segment.id
        for _block, segment in release.segments()
        if segment.id not in (base.places or {}) or base.segment(segment.id) != segment
    )
    edits = sum(lineage.edits for lineage in lineages) if differences(base, release) else 0
    return Report(condition, edits, changed, sum(lineage.damaged for lineage in lineages), conflicts)


def _unsaved_in(folder: Path, container: Container) -> tuple[Unsaved, ...]:
    dead, _alive = journals_in(folder)
    for journal in reversed(dead):
        head = head_of(journal)
        if head is None:
            continue
        path = Path(head.path) if head.path else None
        at = journal.stat().st_mtime
        if head.sealed and not container.sealed:
            return (Unsaved(path, "", at, 0, folder, sealed=True),)
        try:
            lineage = read_lineage(journal, container)
        except OtherKey:
            return (Unsaved(path, "", at, 0, folder, sealed=True),)
        except FileError:
            continue
        if lineage is None or not (lineage.edits or path is None):
            continue
        if path is not None and _is_in_file(path, lineage):
            continue
        return (Unsaved(path, _title(lineage.final), at, lineage.edits, folder),)
    return ()


def _is_in_file(path: Path, lineage: Lineage) -> bool:
    try:
        saved = lineage.saved_as(fingerprint(read_bytes(path)))
    except FileError:
        return False
    return saved == lineage.final


def _title(release: Release) -> str:
    headline = release.first(Role.HEADLINE)
    return " ".join(" ".join(segment.source.string for segment in headline.segments).split()) if headline else ""
