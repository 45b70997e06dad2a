"""Signing as a user does it: a key file, its password out of the keyring or asked for, and a seal for the exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tilshi.files.errors import FileError
from tilshi.secrets import Found, Kept, Keyring, Unavailable

if TYPE_CHECKING:
    from tilshi.export.publish import Seal
    from tilshi.export.signature.identity import Identity

KEY_FILES = (".p12", ".pfx")
"""The suffixes of key files (PKCS#12)."""


def known_password(path: Path, keyring: Keyring | None = None) -> str | None:
    """The password of a key file that the keyring has; None where it has none, or is of no use. It may take a while."""
    answer = (keyring or Keyring()).fetch(_name(path))
    return answer.secret if isinstance(answer, Found) else None


def remember_password(path: Path, password: str, keyring: Keyring | None = None) -> Kept | Unavailable:
    """Keeps the password of a key file in the keyring of the system, and nowhere else."""
    return (keyring or Keyring()).store(_name(path), password)


def forget_password(path: Path, keyring: Keyring | None = None) -> Kept | Unavailable:
    """Takes the password of a key file out of the keyring."""
    return (keyring or Keyring()).forget(_name(path))


def unlocked(path: Path, ask: Callable[[], str], keyring: Keyring | None = None) -> Identity:
    """The signer in a key file: with the password that the keyring has, else with the one that is asked for.

    Raises:
        FileError: the key file cannot be used, or what was entered is not its password.
    """
    from tilshi.export.signature.errors import WrongPassword, demand_installed  # only those who sign need it
    from tilshi.export.signature.identity import load_identity

    demand_installed(path)
    if not path.is_file():
        load_identity(path, "")  # says what is wrong before anybody is asked
    known = known_password(path, keyring)
    if known is not None:
        try:
            return load_identity(path, known)
        except WrongPassword:
            pass  # the key file is another one now
    return load_identity(path, ask())


def seal_with(identity: Identity) -> Seal:
    """What signs the PDFs of an export."""
    from tilshi.export.signature.signing import sign_pdf  # as above

    def seal(data: bytes, path: Path) -> bytes:
        return sign_pdf(data, identity, path)

    return seal


def sign_file(path: Path, identity: Identity, output: Path) -> None:
    """Writes the signed file; the one that is signed stays as it is, unless it is the same.

    Raises:
        FileError: it cannot be read, signed or written.
    """
    from tilshi.export.signature.signing import sign_pdf  # as above
    from tilshi.files.atomic import replace
    from tilshi.files.bounded import read_bytes
    from tilshi.i18n import _

    data = read_bytes(path)
    if not data.startswith(b"%PDF-"):
        raise FileError(path, _("This is not a PDF."), remedy=_("Export the release as PDF, and sign that."))
    replace(output, sign_pdf(data, identity, path))


def _name(path: Path) -> str:
    return f"pkcs12:{path.resolve()}"
