"""Keys of encrypted drafts on the command line: out of the keyring, from a descriptor, or asked at the terminal.

A passphrase is never an argument, which everybody on the machine can read. A program hands one over as the first line
of the descriptor that TILSHI_PASSPHRASE_FD names.
"""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tilshi.files.errors import FileError
from tilshi.i18n import _

if TYPE_CHECKING:
    from tilshi.drafts.encryption.header import Header
    from tilshi.drafts.encryption.sealed import SealedContainer

DESCRIPTOR: Final = "TILSHI_PASSPHRASE_FD"
_TRIES: Final = 3
_LONGEST: Final = 4096


class NoPassphrase(FileError):
    """Nobody can be asked."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _("The draft is encrypted, and there is no terminal to ask for its passphrase."),
            remedy=_("Hand the passphrase over with {variable}.").format(variable=DESCRIPTOR),
        )


def unlocked(header: Header, path: Path) -> SealedContainer:
    """The container of an encrypted draft, by the user's keyring or by what the user enters.

    Raises:
        FileError: nobody can be asked, or what was entered does not open it.
    """
    # With cryptography and keyring, which only encrypted drafts need.
    from tilshi.drafts.encryption.protecting import unlock_from_keyring
    from tilshi.drafts.encryption.sealed import SealedContainer
    from tilshi.drafts.encryption.unlocking import WrongKey, unlock
    from tilshi.secrets import Keyring

    found = unlock_from_keyring(header, Keyring(), path)
    if isinstance(found, SealedContainer):
        return found
    for left in reversed(range(_TRIES)):
        try:
            return unlock(header, asked(_("Passphrase or recovery key of {file}: ").format(file=path.name), path), path)
        except WrongKey as error:
            if not left or DESCRIPTOR in os.environ:
                raise
            print(f"error: {error}", file=sys.stderr)
    raise AssertionError


def new_passphrase(path: Path) -> str:
    """A passphrase for the draft, entered twice.

    Raises:
        FileError: nobody can be asked, it is too short, or the two differ.
    """
    from tilshi.drafts.encryption.protecting import check_passphrase  # with cryptography

    entered = asked(_("New passphrase for {file}: ").format(file=path.name), path)
    check_passphrase(entered, path)
    if asked(_("The same again: "), path) != entered:
        raise FileError(path, _("The two passphrases differ."), remedy=_("Nothing was changed; try again."))
    return entered


def asked(prompt: str, path: Path) -> str:
    """What the user enters, unseen; the next line where a program hands it over.

    Raises:
        NoPassphrase: nobody can be asked.
    """
    if number := os.environ.get(DESCRIPTOR):
        return _line_from(number, path)
    if not _has_terminal():
        raise NoPassphrase(path)
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise NoPassphrase(path) from error


def _line_from(number: str, path: Path) -> str:
    """The next line of the descriptor, read byte by byte, so that the one after it stays for who asks next."""
    line = bytearray()
    try:
        while len(line) < _LONGEST and (byte := os.read(int(number), 1)) not in {b"", b"\n"}:
            line += byte
    except (OSError, ValueError) as error:
        raise NoPassphrase(path) from error
    return line.decode("utf-8", "replace").removesuffix("\r")


def _has_terminal() -> bool:
    if sys.platform == "win32":
        return bool(sys.stdin and sys.stdin.isatty())
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return bool(sys.stdin and sys.stdin.isatty())
    return True
