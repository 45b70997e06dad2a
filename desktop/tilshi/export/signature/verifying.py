"""Is a PDF what its signer signed? Intact, by somebody who is trusted, and nothing added behind the signature."""

from __future__ import annotations

import datetime as dt
import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tilshi.export.signature.errors import demand_installed
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _

_LARGEST: Final = 64 * 1024 * 1024
_MOST: Final = 20
_ENDING: Final = re.compile(rb"startxref\s+\d+\s+%%EOF(?:\r\n|\r|\n)?")
"""The last lines of a file (ISO 32000-1, 7.5.5)."""
_PLACE: Final = re.compile(rb"\s*<[0-9A-Fa-f\s]*>\s*")
"""What a signature leaves out of what it covers: itself, in hexadecimal (ISO 32000-1, 12.8.1)."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of a file.

    `is_intact`: what it covers is what was signed. `is_trusted`: its certificate leads to one that is trusted.
    `covers_all`: there is nothing in the file that it does not cover. `fingerprint` is the SHA-256 of the certificate.
    """

    name: str
    organisation: str
    issuer: str
    fingerprint: str
    moment: dt.datetime | None
    is_intact: bool
    is_trusted: bool
    covers_all: bool
    is_expired: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What there is to say of a file's signatures; `problems` are sentences, none where all is well."""

    signatures: tuple[Signature, ...]
    problems: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Whether the file is signed, intact, trusted, and wholly covered."""
        return bool(self.signatures) and not self.problems

    def lines(self) -> Iterator[str]:
        """For the user, a sentence a line: the answer first."""
        yield _("The signature is good.") if self.is_good else _("Do not rely on this file.")
        yield from self.problems
        for signature in self.signatures:
            who = ", ".join(filter(None, (signature.name, signature.organisation)))
            yield _("Signed by {name}; certificate issued by {issuer}.").format(name=who, issuer=signature.issuer)
            if signature.moment:
                at = signature.moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
                yield _("Time by the signer’s clock: {time}.").format(time=at)
            yield _("Fingerprint (SHA-256): {fingerprint}").format(fingerprint=signature.fingerprint)


def verify_file(path: Path, trusted: Sequence[Path] = ()) -> Verdict:
    """The verdict on a file; `trusted` are certificates (PEM or DER) of signers or of who issues them theirs.

    Raises:
        FileError: verifying is not installed, or a file cannot be read or is none of its kind.
    """
    demand_installed(path)
    from tilshi.export.signature.certificates import read_certificates  # with cryptography

    certificates = [certificate for each in trusted for certificate in read_certificates(each)]
    return verify_pdf(read_bytes(path, _LARGEST), certificates, path)


def verify_pdf(data: bytes, trusted: Sequence[bytes], path: Path) -> Verdict:
    """The verdict on the bytes of a file; `trusted` are certificates in DER. Raises as `verify_file` does."""
    from pyhanko.pdf_utils.reader import PdfFileReader  # half a second of libraries

    if not data.startswith(b"%PDF-"):
        raise FileError(path, _("This is not a PDF."), remedy=_("Choose the PDF that was sent."))
    try:
        reader = PdfFileReader(io.BytesIO(data[: _end(data)]))
        embedded = list(reader.embedded_regular_signatures)[:_MOST]
        signatures = tuple(_signature(each, data, trusted) for each in embedded)
    except Exception as error:
        # The library lets through whatever its parts raise on a damaged file.
        raise FileError(
            path, _("This PDF is damaged: its signatures cannot be read."), remedy=_("Ask for the file again.")
        ) from error
    return Verdict(signatures, tuple(_problems(signatures, has_trust=bool(trusted))))


def _end(data: bytes) -> int:
    """Where the file ends as PDF: what stands behind that must not keep it from being read, only from being good."""
    endings = [found.end() for found in _ENDING.finditer(data)]
    return endings[-1] if endings else len(data)


def _problems(signatures: Sequence[Signature], *, has_trust: bool) -> Iterator[str]:
    if not signatures:
        yield _("The file bears no signature.")
        return
    for signature in signatures:
        if not signature.is_intact:
            yield _("What was signed has been changed, or the signature is forged.")
        elif signature.is_expired:
            yield _("The certificate of the signer has expired, or is not valid yet.")
        elif not signature.is_trusted and has_trust:
            yield _("The signer’s certificate is none of those that are trusted, nor issued by one.")
        elif not signature.is_trusted:
            yield _("It is not known whether the signer can be trusted: no certificate is trusted yet.")
    if not any(signature.covers_all for signature in signatures):
        yield _("Something was added to the file after it was signed: the signature does not cover the entire file.")


def _signature(embedded: Any, data: bytes, trusted: Sequence[bytes]) -> Signature:
    status = _status(embedded, trusted)
    certificate = status.signing_cert
    now = dt.datetime.now(dt.UTC)
    return Signature(
        name=_named(certificate.subject, "common_name"),
        organisation=_named(certificate.subject, "organization_name"),
        issuer=_named(certificate.issuer, "common_name") or certificate.issuer.human_friendly,
        fingerprint=_in_pairs(certificate.sha256.hex().upper()),
        moment=embedded.self_reported_timestamp,
        is_intact=bool(status.intact and status.valid and status.docmdp_ok is not False),
        is_trusted=bool(status.trusted),
        covers_all=_covers_all(embedded, data),
        is_expired=not certificate.not_valid_before <= now <= certificate.not_valid_after,
    )


def _status(embedded: Any, trusted: Sequence[bytes]) -> Any:
    from asn1crypto import x509  # type: ignore[import-untyped]  # as above
    from pyhanko.sign.validation import validate_pdf_signature  # as above
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    # What it finds it would write to standard error too, with a traceback.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    roots = [x509.Certificate.load(each) for each in trusted]
    context = ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail")
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    return validate_pdf_signature(embedded, signer_validation_context=context, key_usage_settings=usage)


def _covers_all(embedded: Any, data: bytes) -> bool:
    """Whether the ranges of the signature hold every byte of the file but the signature itself.

    Asked here and not of pyHanko, which looks at what the file says of its revisions: bytes that are appended behind
    the last one are none of them.
    """
    ranges = [int(number) for number in embedded.byte_range]
    if len(ranges) != 4:
        return False
    start, length, resumed, rest = ranges
    gap = data[length:resumed]
    return (
        start == 0
        and 0 < length < resumed
        and resumed + rest == len(data)
        and _PLACE.fullmatch(gap) is not None
        and bytes.fromhex(gap.strip(b" \t\r\n<>").decode("ascii"))
        .rstrip(b"\0")
        .startswith(bytes(embedded.pkcs7_content).rstrip(b"\0"))
    )


def _named(name: Any, part: str) -> str:
    value = name.native.get(part, "")
    return ", ".join(value) if isinstance(value, list) else str(value)


def _in_pairs(digits: str) -> str:
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
