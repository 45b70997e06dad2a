"""Signing: a page of one release, the key file opened each time, the signed file verified."""

import tempfile
from pathlib import Path

from tests.bench.measure import in_process, report_limit, take_turns
from tests.core.export.certificates import PASSWORD, authority, press_office
from tests.core.export.examplia import release
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.signature.identity import load_identity
from tilshi.export.signature.signing import sign_pdf
from tilshi.export.signature.verifying import verify_pdf

SIGN_LIMIT = 0.300
VERIFY_LIMIT = 0.100


def main() -> bool:
    """Both limits in CPU time."""
    file, plain = Path("release.pdf"), write_pdf(release("kk")).data
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "key.p12"
        key.write_bytes(press_office().p12)
        signed = sign_pdf(plain, load_identity(key, PASSWORD), file)
        sign, verify = take_turns(
            {
                "signed": in_process(lambda: sign_pdf(plain, load_identity(key, PASSWORD), file)),
                "verified": in_process(lambda: verify_pdf(signed, [authority().der], file)),
            }
        )
    return all((report_limit("Signing", sign, SIGN_LIMIT), report_limit("Verifying", verify, VERIFY_LIMIT)))
