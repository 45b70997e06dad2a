"""Signs a finished PDF: the file stays byte for byte what it was, the signature is added behind it.

The field of the signature is invisible and lies outside the page: that is how an untagged field satisfies PDF/A-2
(ISO 19005-2, 6.3.2: printable, not hidden) and PDF/UA-1 (ISO 14289-1, 7.18.1: nothing untagged on the page) at once. It
has a name for screen readers all the same. No time stamp is asked for and nothing is fetched: B-B needs neither.
"""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any, Final

from tilshi.export.signature.identity import Identity
from tilshi.export.signature.verifying import verify_pdf
from tilshi.files.errors import FileError
from tilshi.i18n import _

_FIELD: Final = "Signature"
_RESERVED: Final = 2560
"""Room for a signature without its certificates, in bytes: attributes, digests, and a key of up to 8,192 bits."""


def sign_pdf(data: bytes, identity: Identity, path: Path, moment: dt.datetime | None = None) -> bytes:
    """The signed file, which has been verified; `path` is for messages, `moment` the time of signing if not now.

    Raises:
        FileError: the file cannot be signed.
    """
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter  # half a second of libraries
    from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

    try:
        writer = _writer(data)
        name = _free_name(writer)
        field = SigFieldSpec(
            name,
            readable_field_name=_("Signature of {name}").format(name=identity.name or identity.organisation),
            invis_sig_settings=InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True),
        )
        metadata = PdfSignatureMetadata(name, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
        signer = _signer(metadata, identity, field, moment or dt.datetime.now(dt.UTC))
        signed: bytes = signer.sign_pdf(writer, bytes_reserved=_reserved(identity), output=io.BytesIO()).getvalue()
    except Exception as error:
        # The library lets through whatever its parts raise on a file that it cannot read.
        raise _unsignable(path) from error
    made = verify_pdf(signed, (identity.certificate,), path).signatures
    if not signed.startswith(data) or not any(each.is_intact and each.is_trusted and each.covers_all for each in made):
        raise _unsignable(path)
    return signed


def _writer(data: bytes) -> Any:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # as above

    class Unchanged(IncrementalPdfFileWriter):
        """Leaves the properties of the file alone, where pyHanko would write its name and the local time."""

        def _update_meta(self) -> None:
            return

    return Unchanged(io.BytesIO(data))


def _signer(metadata: Any, identity: Identity, field: Any, moment: dt.datetime) -> Any:
    from pyhanko.sign.signers.pdf_signer import PdfSigner  # as above

    class InUtc(PdfSigner):
        """Says when it was signed in UTC: the time zone of this computer is nobody's business."""

        def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> Any:  # noqa: FBT001, FBT002
            session = super().init_signing_session(pdf_out, existing_fields_only)
            session.system_time = moment
            return session

    return InUtc(metadata, identity.signer, new_field_spec=field)


def _reserved(identity: Identity) -> int:
    """How many hexadecimal digits the signature may take; pyHanko would find out by signing twice."""
    certificates = (identity.signer.signing_cert, *identity.signer.cert_registry)
    return 2 * (_RESERVED + sum(len(certificate.dump()) for certificate in certificates))


def _free_name(writer: Any) -> str:
    """A name that no signature in the file has."""
    taken = {signature.field_name for signature in writer.prev.embedded_signatures}
    number = 1
    while f"{_FIELD}{number}" in taken:
        number += 1
    return f"{_FIELD}{number}"


def _unsignable(path: Path) -> FileError:
    return FileError(
        path,
        _("This PDF cannot be signed: it is damaged, encrypted, or does not allow it."),
        remedy=_("Export it again, and sign that file."),
    )
