"""Who signs: the organisation's key and certificate out of a PKCS#12 file (RFC 7292)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from tilshi.export.signature.errors import WrongPassword, demand_installed
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _

if TYPE_CHECKING:
    from cryptography import x509

_LARGEST: Final = 4 * 1024 * 1024
_LEAST_RSA: Final = 2048


@dataclass(frozen=True)
class Identity:
    """A signer that is ready: `name` and `organisation` as the certificate states them, valid until `expires`.

    `signer` is pyHanko's; it holds the private key, so an identity is kept no longer than a signature takes.
    """

    path: Path
    name: str
    organisation: str
    expires: dt.datetime
    signer: Any = field(repr=False)

    @property
    def certificate(self) -> bytes:
        """The signer's certificate in DER."""
        data: bytes = self.signer.signing_cert.dump()
        return data


def load_identity(path: Path, password: str, now: dt.datetime | None = None) -> Identity:
    """The signer in a key file.

    Raises:
        WrongPassword: the password is another one.
        FileError: signing is not installed, the file cannot be read, holds no key, or its certificate cannot be used.
    """
    demand_installed(path)
    bundle = _opened(path, read_bytes(path, _LARGEST), password)
    certificate = _checked(path, bundle, now or dt.datetime.now(dt.UTC))
    return Identity(
        path,
        _attribute(certificate, "2.5.4.3"),
        _attribute(certificate, "2.5.4.10"),
        certificate.not_valid_after_utc,
        _signer(bundle),
    )


def _signer(bundle: _Bundle) -> Any:
    """The signer of pyHanko, of what is open already: opening a key file costs as much as the signature itself."""
    from asn1crypto import keys, x509  # type: ignore[import-untyped]  # with pyHanko half a second of libraries
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyhanko.sign.signers.pdf_cms import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    own, *others = (
        x509.Certificate.load(each.public_bytes(Encoding.DER)) for each in (bundle.certificate, *bundle.others)
    )
    key = bundle.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    store.register_multiple(others)
    return SimpleSigner(signing_cert=own, signing_key=keys.PrivateKeyInfo.load(key), cert_registry=store)


class _Bundle(NamedTuple):
    """What a key file holds."""

    key: Any
    certificate: Any
    others: list[Any]


def _opened(path: Path, data: bytes, password: str) -> _Bundle:
    from cryptography.hazmat.primitives.serialization import pkcs12  # only signatures need it

    try:
        return _Bundle(*pkcs12.load_key_and_certificates(data, password.encode("utf-8")))
    except ValueError as error:
        # Which of the two it is, the library says in its words alone.
        if "password" in str(error).lower():
            raise WrongPassword(path) from error
        raise _unusable(path) from error
    except Exception as error:
        raise _unusable(path) from error


def _checked(path: Path, bundle: _Bundle, now: dt.datetime) -> x509.Certificate:
    """The certificate, once nothing stands against a signature with it."""
    from cryptography import x509  # as above
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    key, certificate, _others = bundle
    if not isinstance(certificate, x509.Certificate) or key is None:
        raise FileError(
            path,
            _("There is no private key with its certificate in this file."),
            remedy=_("Export the certificate again, together with its private key."),
        )
    if not isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
        raise FileError(path, _("The key is of a kind that PDF signatures do not use."), remedy=_remedy())
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size < _LEAST_RSA:
        said = _("The key is too short to be safe: {bits} bits.").format(bits=key.key_size)
        raise FileError(path, said, remedy=_remedy())
    _check_dates(path, certificate, now)
    _check_usage(path, certificate)
    return certificate


def _check_dates(path: Path, certificate: x509.Certificate, now: dt.datetime) -> None:
    if now > certificate.not_valid_after_utc:
        day = certificate.not_valid_after_utc.date().isoformat()
        raise FileError(path, _("The certificate has expired on {day}.").format(day=day), remedy=_remedy())
    if now < certificate.not_valid_before_utc:
        day = certificate.not_valid_before_utc.date().isoformat()
        raise FileError(
            path,
            _("The certificate is not valid before {day}.").format(day=day),
            remedy=_("Look at the clock of this computer."),
        )


def _check_usage(path: Path, certificate: x509.Certificate) -> None:
    from cryptography import x509  # as above

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise FileError(path, _("The certificate is not meant for signing."), remedy=_remedy())


def _attribute(certificate: x509.Certificate, oid: str) -> str:
    found = [each.value for each in certificate.subject if each.oid.dotted_string == oid]
    return str(found[0]) if found else ""


def _remedy() -> str:
    return _("Ask whoever issued it for a new one.")


def _unusable(path: Path) -> FileError:
    return FileError(
        path,
        _("This is no key file that can be used (PKCS#12: .p12 or .pfx), or it is damaged."),
        remedy=_("Export the certificate again, together with its private key."),
    )
