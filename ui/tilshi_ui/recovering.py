"""Opening files for work: with everything that was kept of them, and in words what that was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tilshi.drafts import SUFFIX, is_draft
from tilshi.drafts.container import Container, KeyNeeded
from tilshi.drafts.copies import ConflictedCopy, conflicted_copies
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.recovery import Condition, Recovered, Report, recover
from tilshi.files.bounded import read_bytes
from tilshi.i18n import _, ngettext
from tilshi.release import Release

if TYPE_CHECKING:
    from tilshi.files.errors import FileWarning


@dataclass(frozen=True, slots=True)
class Opening:
    """A release to work on; `recovered` says what its draft holds, None where it comes from no draft."""

    release: Release
    path: Path
    recovered: Recovered | None = None
    copies: tuple[ConflictedCopy, ...] = ()
    warnings: tuple[FileWarning, ...] = ()


def open_for_work(path: Path, container: Container = PLAIN) -> Opening:
    """The release in any file; of a draft with all work that was kept of it.

    An encrypted draft is opened by `container`, or where that has no key, by the user's keyring.

    Raises:
        KeyNeeded: it is encrypted, and neither opens it.
        FileError: it cannot be opened, and nothing was kept of it.
    """
    if path.suffix.lower() == SUFFIX or is_draft(read_bytes(path)):
        try:
            return _draft(path, container)
        except KeyNeeded:
            remembered = _remembered(path)
            if remembered is None:
                raise
            return _draft(path, remembered)
    from tilshi.workflow import open_any  # with all readers, which a start without a file does not need

    opened = open_any(path)
    return Opening(opened.release, path, warnings=opened.warnings)


def _draft(path: Path, container: Container) -> Opening:
    recovered = recover(path, container)
    copies = conflicted_copies(path, container) if recovered.report.condition is Condition.SOUND else ()
    return Opening(recovered.release, path, recovered, copies)


def _remembered(path: Path) -> Container | None:
    """What the user's keyring opens the draft with."""
    # With cryptography and keyring, which only encrypted drafts need.
    from tilshi.drafts.encryption.protecting import is_remembered, unlock_from_keyring
    from tilshi.drafts.encryption.sealed import SealedContainer
    from tilshi.drafts.encryption.unlocking import header_of
    from tilshi.secrets import Keyring

    header = header_of(path)
    found = unlock_from_keyring(header, Keyring(), path) if is_remembered(header) else None
    return found if isinstance(found, SealedContainer) else None


def described(report: Report) -> str:
    """What recovery did, for the user; empty where there is nothing to say."""
    return " ".join(_sentences(report))


def _sentences(report: Report) -> Iterator[str]:
    match report.condition:
        case Condition.MISSING:
            yield _("The file is no longer there; this is what was kept of it.")
        case Condition.DAMAGED:
            yield _("The file is damaged; this is what was kept of it. Saving puts the damaged file aside.")
        case Condition.OLDER:
            yield _("The file holds an earlier state; this is the latest one that was kept.")
        case Condition.CHANGED:
            yield _("The file was changed elsewhere; your unsaved work was brought together with it.")
    if report.generation is not None:
        when = report.generation.at.astimezone().strftime("%Y-%m-%d %H:%M")
        yield _("It is the state of {time}, from the history of saves.").format(time=when)
    if report.edits:
        many = ngettext(
            "Recovered: {n} change that was in no file.", "Recovered: {n} changes that were in no file.", report.edits
        )
        yield many.format(n=report.edits)
    if report.conflicts:
        number = len(report.conflicts)
        many = ngettext(
            "In {n} place both sides had changed the text; the newer one is shown, the other is kept in the history.",
            "In {n} places both sides had changed the text; the newer one is shown, the other is kept in the history.",
            number,
        )
        yield many.format(n=number)
    if report.records:
        many = ngettext(
            "{n} record of the journal could not be read.",
            "{n} records of the journal could not be read.",
            report.records,
        )
        yield many.format(n=report.records)
    if report.locked:
        many = ngettext(
            "Work of {n} earlier session is encrypted with another key; it was left where it is.",
            "Work of {n} earlier sessions is encrypted with another key; it was left where it is.",
            report.locked,
        )
        yield many.format(n=report.locked)
    if report.elsewhere:
        yield _("The draft is also open in another window; what both save is brought together.")
