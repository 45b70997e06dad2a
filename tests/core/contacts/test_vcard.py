"""vCards in and out."""

import base64
import quopri
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.contacts.people import ARMAN, JANE, forms
from tilshi.contacts.vcard_reading import LARGEST, parse_vcards, read_vcards
from tilshi.contacts.vcard_writing import VCardVersion, write_vcards
from tilshi.files.errors import FileError
from tilshi.release import ContactCard

FILE = Path("people.vcf")


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


@pytest.mark.parametrize("version", VCardVersion)
def test_what_is_written_is_read_again_in_every_language(version: VCardVersion) -> None:
    people = (JANE, replace(ARMAN, id="arman-example"))
    data = write_vcards(people, version, "kk")
    read = parse_vcards(FILE, data)
    assert people == read.cards
    assert read.warnings == ()
    assert data == write_vcards(people, version, "kk")
    assert max(len(line) for line in data.split(b"\r\n")) <= 77


def test_the_first_form_is_the_one_of_the_reader() -> None:
    text = write_vcards((JANE,), language="kk").decode()
    assert next(line for line in text.split("\r\n") if line.startswith("FN")) == "FN;ALTID=1;LANGUAGE=kk:Жейн Мысал"
    assert "TEL;TYPE=work,voice;VALUE=uri:tel:+999555010010" in text


def test_forms_in_other_languages_belong_together() -> None:
    data = card(
        "FN;ALTID=1;LANGUAGE=en:Jane Example",
        "FN;ALTID=1;LANGUAGE=kk:Жейн Мысал",
        "TITLE:Head",
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+999-555-010-010;ext=5',
        "EMAIL:mailto:press@example.org",
        version="4.0",
    )
    (read,) = parse_vcards(FILE, data).cards
    assert forms(en="Jane Example", kk="Жейн Мысал") == read.name
    assert forms(en="Head") == read.role
    assert (read.phones, read.emails) == (("+999555010010",), ("press@example.org",))


def test_a_folded_line_is_one_line() -> None:
    (read,) = parse_vcards(FILE, card("FN:Jane", "  Example", "ORG:Examplia;", " Press")).cards
    assert (forms(en="Jane Example"), forms(en="Examplia, Press")) == (read.name, read.office)


def test_a_name_without_a_language_has_that_of_its_letters() -> None:
    data = card("FN:Үлгі") + card("FN:Пример") + card("FN:Example") + card("N:Example;Jane;;Dr;")
    assert [forms(kk="Үлгі"), forms(ru="Пример"), forms(en="Example"), forms(en="Dr Jane Example")] == [
        read.name for read in parse_vcards(FILE, data).cards
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_a_file_in_another_encoding_is_read(encoding: str) -> None:
    data = card("FN:Пример Примерович", "ORG:Пресс-служба").decode().encode(encoding)
    read = parse_vcards(FILE, data)
    assert forms(ru="Пример Примерович") == read.cards[0].name
    assert (encoding == "cp1251") == bool(read.warnings)


def test_version_2_1_in_quoted_printable_is_read() -> None:
    coded = quopri.encodestring("Джейн Пример".encode()).decode().replace("\n", "\r\n")
    data = card(f"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{coded}", "TEL;WORK:8 727 258 85 88", version="2.1")
    (read,) = parse_vcards(FILE, data, "KZ").cards
    assert (forms(ru="Джейн Пример"), ("+77272588588",)) == (read.name, read.phones)


def test_what_is_left_out_is_said() -> None:
    picture = base64.b64encode(bytes(3000)).decode()
    folded = "\r\n ".join(picture[at : at + 70] for at in range(0, len(picture), 70))
    data = card("FN:Jane", f"PHOTO;ENCODING=b;TYPE=JPEG:{folded}", "TEL:123", "EMAIL:jane", "TZ:-05:00")
    read = parse_vcards(FILE, card("FN:First") + data)
    assert read.cards[1].id == "jane"
    assert [warning.place for warning in read.warnings] == ["line 5"] * 4
    assert [warning.message for warning in read.warnings] == [
        "The picture of the contact was left out.",
        "“123” is no telephone number with a country code; left out.",
        "“jane” is no e-mail address; left out.",
        "“-05:00” is no time zone of the IANA; left out.",
    ]


def test_a_contact_without_a_name_does_not_keep_the_others_out() -> None:
    read = parse_vcards(FILE, card("TEL:+999555010010") + card("FN:Jane"))
    assert [one.id for one in read.cards] == ["jane"]
    assert read.warnings[0].message == "The contact has no name and was left out."


@pytest.mark.parametrize("data", [b"", b"BEGIN:VCARD\r\nFN:x", b"hello", card("TEL:1"), b"%PDF-1.7\n", b"\0\1\2\3"])
def test_a_file_without_a_card_is_refused(data: bytes) -> None:
    with pytest.raises(FileError):
        parse_vcards(FILE, data)


def test_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="2000 contacts"):
        parse_vcards(FILE, card("FN:x") * 2001)
    large = tmp_path / "large.vcf"
    large.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(FileError, match="larger than"):
        read_vcards(large)
    read = parse_vcards(FILE, card("FN:Jane") + card("FN:" + "x" * 200_001))
    assert (len(read.cards), read.warnings[0].message) == (1, "A contact is too long and was left out.")


@given(st.binary(max_size=300), st.integers(0, 400))
def test_nothing_but_a_clear_error_comes_of_damage(noise: bytes, at: int) -> None:
    data = write_vcards((JANE,))
    try:
        read = parse_vcards(FILE, data[:at] + noise + data[at:])
    except FileError:
        return
    assert all(isinstance(one, ContactCard) for one in read.cards)
