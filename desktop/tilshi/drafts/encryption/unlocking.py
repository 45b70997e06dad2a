"""Opening an encrypted draft: with its passphrase, its recovery key, or a secret that a keyring has kept."""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from tilshi.drafts.container import is_sealed
from tilshi.drafts.encryption.header import Header, Kind, Slot
from tilshi.drafts.encryption.primitives import Unauthentic
from tilshi.drafts.encryption.recoverykey import NotARecoveryKey, secret_in
from tilshi.drafts.encryption.sealed import SealedContainer, header_in, opened_container
from tilshi.drafts.entries import base_document
from tilshi.drafts.history import generation_files
from tilshi.drafts.lineage import JOURNAL_LIMIT, journals_in
from tilshi.drafts.records import scan
from tilshi.drafts.statefolder import default_state, folder_of
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _

Reader: TypeAlias = Callable[[Path], bytes]


class WrongKey(FileError):
    """What was given does not open the draft."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _("This passphrase or recovery key does not open the draft."),
            remedy=_("Mind the keyboard layout and capital letters, and try again."),
        )


def header_of(path: Path, state: Path | None = None) -> Header:
    """How the draft at `path` can be opened; where the file is missing or damaged, as it could when last kept.

    Raises:
        FileError: nothing of it is encrypted, or nothing that says how it is opened is left.
    """
    return _header(path, folder_of(state or default_state(), path))


def header_in_folder(folder: Path) -> Header:
    """The same for work that is in no file; `folder` is where it was kept.

    Raises:
        FileError: as for `header_of`.
    """
    return _header(folder, folder)


def unlock(header: Header, entered: str, path: Path) -> SealedContainer:
    """The container that a passphrase or a recovery key opens; each slot for a passphrase takes what one guess costs.

    Raises:
        WrongKey: it opens none of the slots.
        FileError: it does, but the header was changed.
    """
    attempts = [(slot, secret) for secret, kind in _meanings(entered) for slot in header.slots if slot.kind is kind]
    for slot, secret in attempts:
        if container := _opened(header, slot, secret, path):
            return container
    raise WrongKey(path)


def unlock_with_secret(header: Header, slot: Slot, secret: bytes, path: Path) -> SealedContainer:
    """The container that the secret of one slot opens, such as one out of a keyring.

    Raises:
        WrongKey: it is not the secret of that slot.
        FileError: it is, but the header was changed.
    """
    if container := _opened(header, slot, secret, path):
        return container
    raise WrongKey(path)


def passphrase_bytes(passphrase: str) -> bytes:
    """What is derived from: the same however a keyboard composes its letters (RFC 8265, 4.2: NFC).

    Half of a surrogate pair, which no keyboard can type, counts as a question mark.
    """
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "replace")


def _meanings(entered: str) -> Iterator[tuple[bytes, Kind]]:
    with contextlib.suppress(NotARecoveryKey):
        yield secret_in(entered), Kind.RECOVERY
    yield passphrase_bytes(entered), Kind.PASSPHRASE


def _opened(header: Header, slot: Slot, secret: bytes, path: Path) -> SealedContainer | None:
    try:
        return opened_container(header, slot.open(secret), path)
    except Unauthentic:
        return None


def _header(path: Path, folder: Path) -> Header:
    trouble: FileError | None = None
    for place, read in _sealed_in(path, folder):
        try:
            data = read(place)
            if is_sealed(data):
                return header_in(data, place)[0]
        except FileError as error:
            trouble = trouble or error
    raise trouble or FileError(path, _("The draft is not encrypted."))


def _sealed_in(path: Path, folder: Path) -> Iterator[tuple[Path, Reader]]:
    """Where the header can be, the best first."""
    if path != folder:
        yield path, read_bytes
    dead, alive = journals_in(folder)
    yield from ((journal, _base_of) for journal in (*reversed(dead), *alive))
    yield from ((file, read_bytes) for file in reversed(generation_files(folder)))


def _base_of(journal: Path) -> bytes:
    """The sealed document at the beginning of a journal, empty where there is none."""
    payloads = scan(read_bytes(journal, JOURNAL_LIMIT)).payloads
    return base_document(payloads[0]) if payloads else b""
