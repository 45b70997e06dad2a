"""Certificates that are trusted: read from files, kept in a folder of the user's."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from tilshi.files.atomic import replace
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _

_LARGEST: Final = 1024 * 1024
_MOST: Final = 500


def trust_folder() -> Path:
    """Where this system keeps the certificates that the user trusts."""
    import platformdirs  # takes 5 ms that most commands do not need

    return platformdirs.user_config_path("tilshi", appauthor=False) / "trusted"


def read_certificates(path: Path) -> tuple[bytes, ...]:
    """The certificates in a file (X.509 as PEM or DER), each in DER.

    Raises:
        FileError: it cannot be read, or there is none in it.
    """
    from cryptography import x509  # only signatures need it
    from cryptography.hazmat.primitives.serialization import Encoding

    data = read_bytes(path, _LARGEST)
    try:
        found = (
            x509.load_pem_x509_certificates(data) if b"-----BEGIN" in data else [x509.load_der_x509_certificate(data)]
        )
        return tuple(certificate.public_bytes(Encoding.DER) for certificate in found)
    except ValueError as error:
        raise FileError(
            path,
            _("There is no certificate in this file."),
            remedy=_("Ask the signer for the certificate as .pem, .crt or .cer."),
        ) from error


def trusted_files(folder: Path | None = None) -> tuple[Path, ...]:
    """The files of the certificates that the user trusts."""
    home = folder or trust_folder()
    return tuple(sorted(home.glob("*.der")))[:_MOST] if home.is_dir() else ()


def trust(path: Path, folder: Path | None = None) -> int:
    """Keeps the certificates of a file among those that are trusted; how many there are in it.

    Raises:
        FileError: there is none in it, or it cannot be kept.
    """
    home = folder or trust_folder()
    found = read_certificates(path)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise FileError(home, _("The folder cannot be made: {why}.").format(why=why)) from error
    for certificate in found:
        replace(home / f"{hashlib.sha256(certificate).hexdigest()}.der", certificate, private=True)
    return len(found)
