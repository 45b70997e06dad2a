"""Signatures: made, verified, and seen through where something is wrong."""

import datetime as dt
import socket
import subprocess
from pathlib import Path

import pytest

from tests.core.export import examplia
from tests.core.export.certificates import PASSWORD, Issued, authority, issued, press_office
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.signature import errors
from tilshi.export.signature.certificates import read_certificates, trust, trusted_files
from tilshi.export.signature.errors import WrongPassword
from tilshi.export.signature.identity import Identity, load_identity
from tilshi.export.signature.signing import sign_pdf
from tilshi.export.signature.verifying import Verdict, verify_file, verify_pdf
from tilshi.files.errors import FileError

FILE = Path("release.pdf")
MOMENT = dt.datetime.now(dt.UTC).replace(microsecond=0)
ADDED = "Something was added to the file after it was signed: the signature does not cover the entire file."
CHANGED = "What was signed has been changed, or the signature is forged."


@pytest.fixture(scope="module")
def plain() -> bytes:
    return write_pdf(examplia.release("kk")).data


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> Identity:
    return identity_of(press_office(), tmp_path_factory.mktemp("key"))


@pytest.fixture(scope="module")
def signed(plain: bytes, identity: Identity) -> bytes:
    return sign_pdf(plain, identity, FILE, MOMENT)


def identity_of(certificate: Issued, folder: Path, password: str = PASSWORD) -> Identity:
    path = folder / "key.p12"
    path.write_bytes(certificate.p12)
    return load_identity(path, password)


def verdict(data: bytes, *trusted: Issued) -> Verdict:
    return verify_pdf(data, [each.der for each in trusted], FILE)


def test_a_signed_file_is_the_same_file_with_something_behind_it(plain: bytes, signed: bytes) -> None:
    assert signed.startswith(plain)
    assert b"/Producer" not in signed[len(plain) :]
    assert rf"/M (D\072{MOMENT:%Y%m%d%H%M%S}Z)".encode() in signed
    assert len(signed) - len(plain) < 20_000


@pytest.mark.parametrize("trusted", [authority(), press_office()], ids=["issuer", "own"])
def test_a_signature_of_somebody_trusted_is_good(signed: bytes, trusted: Issued) -> None:
    found = verdict(signed, trusted)
    assert found.is_good
    (signature,) = found.signatures
    assert (
        signature.name,
        signature.organisation,
        signature.issuer,
    ) == ("Examplia Press Office", "Examplia Aid", "Examplia Root")
    assert (signature.is_intact, signature.is_trusted, signature.covers_all) == (True, True, True)
    assert signature.moment == MOMENT
    assert next(found.lines()) == "The signature is good."


def test_a_signature_of_somebody_unknown_is_not(signed: bytes) -> None:
    other = issued("Examplia Root", None)
    none = "It is not known whether the signer can be trusted: no certificate is trusted yet."
    assert verdict(signed).problems == (none,)
    said = "The signer’s certificate is none of those that are trusted, nor issued by one."
    assert verdict(signed, other).problems == (said,)


@pytest.mark.parametrize("added", [b"\n", b" ", b"% hidden", b"\n%%EOF\n", bytes(4096)])
def test_bytes_behind_the_signature_are_named(signed: bytes, added: bytes) -> None:
    found = verdict(signed + added, authority())
    assert found.problems == (ADDED,)
    assert found.signatures[0].is_intact


def test_a_change_behind_the_signature_is_named(signed: bytes) -> None:
    start = signed.rindex(b"startxref\n") + len(b"startxref\n")
    place = int(signed[start:].split()[0])
    catalog = b"9999 0 obj\n<</Type/Catalog>>\nendobj\n"
    update = b"xref\n9999 1\n%010d 00000 n \ntrailer\n<</Size 10000/Root 75 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    added = signed + catalog + update % (len(signed), place, len(signed) + len(catalog))
    assert ADDED in verdict(added, authority()).problems


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6])
def test_every_changed_byte_is_noticed(signed: bytes, plain: bytes, part: float) -> None:
    at = int(len(plain) * part)
    changed = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]
    try:
        found = verdict(changed, authority())
    except FileError:
        return
    assert not found.is_good
    assert not any(each.is_intact for each in found.signatures)


def test_a_file_without_a_signature_says_so(plain: bytes) -> None:
    found = verdict(plain, authority())
    assert (found.is_good, found.problems) == (False, ("The file bears no signature.",))


def test_a_file_can_be_signed_twice(signed: bytes, tmp_path: Path) -> None:
    second = issued("John Sample", authority())
    twice = sign_pdf(signed, identity_of(second, tmp_path), FILE)
    found = verdict(twice, authority())
    assert [each.is_intact and each.is_trusted for each in found.signatures] == [True, True]
    assert [each.covers_all for each in found.signatures] == [False, True]
    assert found.is_good
    assert not verdict(twice, press_office()).is_good


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_refused(data: bytes, identity: Identity) -> None:
    with pytest.raises(FileError):
        verify_pdf(data, [], FILE)
    with pytest.raises(FileError, match="cannot be signed"):
        sign_pdf(data, identity, FILE)


def test_the_wrong_password_is_told_from_a_damaged_file(tmp_path: Path) -> None:
    with pytest.raises(WrongPassword):
        identity_of(press_office(), tmp_path, "guess")
    path = tmp_path / "damaged.p12"
    for data in (b"", b"\x30\x82", press_office().p12[:-200], press_office().pem):
        path.write_bytes(data)
        with pytest.raises(FileError, match="no key file"):
            load_identity(path, PASSWORD)
    with pytest.raises(FileError, match="no such file"):
        load_identity(tmp_path / "absent.p12", PASSWORD)


@pytest.mark.parametrize(
    ("certificate", "said"),
    [
        (press_office(days=5), "has expired"),
        (press_office(signing=False), "not meant for signing"),
        (press_office(bits=1024), "too short"),
    ],
)
def test_a_certificate_that_cannot_sign_is_named(certificate: Issued, said: str, tmp_path: Path) -> None:
    with pytest.raises(FileError, match=said):
        identity_of(certificate, tmp_path)


def test_a_certificate_that_ran_out_is_not_trusted(plain: bytes, tmp_path: Path) -> None:
    path = tmp_path / "key.p12"
    path.write_bytes(press_office(days=5).p12)
    earlier = dt.datetime.now(dt.UTC) - dt.timedelta(days=8)
    identity = load_identity(path, PASSWORD, earlier)
    signed = sign_pdf(plain, identity, FILE, earlier)
    for trusted in (authority(), press_office(days=5)):
        found = verdict(signed, trusted)
        assert found.problems == ("The certificate of the signer has expired, or is not valid yet.",)


def test_nothing_is_asked_of_a_network(plain: bytes, identity: Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate names where revocations are published: nobody may go there."""
    asked: list[object] = []

    def refuse(*where: object, **_options: object) -> None:
        asked.append(where)
        raise OSError("no network")

    for name in ("create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    assert verdict(sign_pdf(plain, identity, FILE), authority()).is_good
    assert asked == []


def test_without_the_extra_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(errors, "find_spec", lambda _name: None)
    with pytest.raises(FileError, match=r"pip install tilshi\[sign\]"):
        load_identity(tmp_path / "key.p12", PASSWORD)
    with pytest.raises(FileError, match="not installed"):
        verify_file(FILE)


def test_trusted_certificates_are_kept_by_their_content(tmp_path: Path) -> None:
    file, folder = tmp_path / "root.pem", tmp_path / "trusted"
    file.write_bytes(authority().pem)
    assert trusted_files(folder) == ()
    assert [trust(file, folder), trust(file, folder)] == [1, 1]
    (kept,) = trusted_files(folder)
    assert read_certificates(kept) == (authority().der,)
    file.write_bytes(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    with pytest.raises(FileError, match="no certificate"):
        trust(file, folder)


def test_a_signed_file_satisfies_both_standards(signed: bytes, shared: Path, tmp_path: Path) -> None:
    script = shared.parent / "tools" / "verapdf" / "verapdf.sh"
    if not script.exists():
        pytest.skip("veraPDF is not here")
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed)
    ran = subprocess.run(["bash", script, "ua1,2a", path], capture_output=True, text=True, timeout=300, check=False)
    assert (ran.returncode, ran.stdout.count("PASS")) == (0, 2), ran.stdout + ran.stderr
