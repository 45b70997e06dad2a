"""Signing, verifying and `tilshi contacts`, as a user meets them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.core.contacts.people import ARMAN, JANE
from tests.core.export import examplia
from tests.core.export.certificates import PASSWORD, authority, press_office
from tilshi import secrets
from tilshi.cli.keys import DESCRIPTOR
from tilshi.contacts.vcard_reading import read_vcards
from tilshi.contacts.vcard_writing import write_vcards
from tilshi.drafts import open_draft
from tilshi.export.pdf.writer import write_pdf

if TYPE_CHECKING:
    from tests.core.cli.conftest import Tilshi


@pytest.fixture
def keys(tilshi: Tilshi, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key file, the certificate of its issuer, and a PDF, in the folder of the command; no keyring."""
    assert tilshi is not None
    monkeypatch.setattr(secrets.Keyring, "fetch", lambda *_arguments: secrets.Unavailable(secrets.Failure.ABSENT))
    folder = Path.cwd()
    (folder / "key.p12").write_bytes(press_office().p12)
    (folder / "root.pem").write_bytes(authority().pem)
    (folder / "release.pdf").write_bytes(write_pdf(examplia.release("en")).data)
    return folder


def hand_over(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    """The password on a descriptor, as programs hand it over."""
    reading, writing = os.pipe()
    os.write(writing, f"{password}\n".encode())
    os.close(writing)
    monkeypatch.setenv(DESCRIPTOR, str(reading))


def test_a_file_is_signed_and_verified(tilshi: Tilshi, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_over(monkeypatch, PASSWORD)
    answer = tilshi("sign", "release.pdf", "--pkcs12", "key.p12")
    assert (answer.code, answer.out, answer.err) == (0, "release.signed.pdf\n", "")
    answer = tilshi("verify", "release.signed.pdf", "--trust", "root.pem")
    assert (answer.code, answer.out.splitlines()[0]) == (0, "The signature is good.")
    assert json.loads(tilshi("verify", "release.signed.pdf", "--trust", "root.pem", "--json").out)["good"]
    with (keys / "release.signed.pdf").open("ab") as file:
        file.write(b"more")
    answer = tilshi("verify", "release.signed.pdf", "--trust", "root.pem")
    assert answer.code == 1
    assert "does not cover the entire file" in answer.out
    answer = tilshi("verify", "release.pdf", "--trust", "root.pem")
    assert (answer.code, answer.out) == (1, "Do not rely on this file.\nThe file bears no signature.\n")


def test_a_wrong_password_signs_nothing(tilshi: Tilshi, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_over(monkeypatch, "guess")
    answer = tilshi("sign", "release.pdf", "--pkcs12", "key.p12")
    assert (answer.code, answer.err) == (
        2,
        "error: key.p12: This is not the password of the key file. Enter it again.\n",
    )
    assert not (keys / "release.signed.pdf").exists()
    answer = tilshi("sign", "release.pdf")
    assert "Name the key file with --pkcs12." in answer.err


def test_an_export_is_signed(tilshi: Tilshi, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (keys / "text.txt").write_text("PRESS RELEASE\n6 March 2026\nExamplia: Water is back\n\nWater is back.\n")
    assert tilshi("import", "text.txt", "-o", "a.tilshi", "--language", "en").code == 0
    hand_over(monkeypatch, PASSWORD)
    answer = tilshi("export", "a.tilshi", "--to", "pdf,txt,eml", "--sign", "--pkcs12", "key.p12", "--name", "{id}")
    assert answer.code == 0, answer.err
    pdf = next(name for name in answer.out.splitlines() if name.endswith(".pdf"))
    assert tilshi("verify", pdf, "--trust", "root.pem").code == 0


def test_contacts_come_in_are_found_and_go_into_a_draft(tilshi: Tilshi) -> None:
    Path("people.vcf").write_bytes(write_vcards((JANE, ARMAN)))
    assert tilshi("contacts", "list").code == 1
    assert tilshi("contacts", "import", "people.vcf").out == "2 added, 0 renewed, 2 in the address book\n"
    assert tilshi("contacts", "import", "people.vcf").out == "0 added, 0 renewed, 2 in the address book\n"
    line = "jane-example  Jane Example, Port-Example, Spokesperson; media, web  +999 555 010 010  +41 22 730 34 43"
    assert tilshi("contacts", "list", "jane").out == f"{line}  press@example.org\n"
    listed = json.loads(tilshi("contacts", "list", "--json").out)
    assert [each["id"] for each in listed] == ["arman-example", "jane-example"]
    assert tilshi("contacts", "export", "-o", "out.vcf", "--vcard", "3.0").out == "out.vcf: 2 contacts\n"
    assert {card.name for card in read_vcards(Path("out.vcf")).cards} == {JANE.name, ARMAN.name}

    Path("text.txt").write_text("PRESS RELEASE\n6 March 2026\nExamplia: Water is back\n\nWater is back.\n")
    assert tilshi("import", "text.txt", "-o", "a.tilshi", "--language", "en").code == 0
    assert tilshi("contacts", "add-to", "a.tilshi", "jane").code == 0
    assert [card.name for card in open_draft(Path("a.tilshi")).release.contacts] == [JANE.name]
    answer = tilshi("contacts", "add-to", "a.tilshi", "nobody")
    assert "Nobody in the address book fits “nobody”." in answer.err
