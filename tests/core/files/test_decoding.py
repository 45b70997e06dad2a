from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files.decoding import decode_as, decode_text, is_guess
from tilshi.files.errors import FileError

PATH = Path("release.txt")
KAZAKH = "Халықаралық гуманитарлық құқық – әғқңөұүһі «тырнақша» 6 наурыз"
RUSSIAN = "Международное гуманитарное право – «кавычки» и № 6"
FRENCH = "Le comité a été créé à Genève – « déjà », n° 6"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (KAZAKH, "utf-8", "utf-8"),
        (KAZAKH, "utf-8-sig", "utf-8"),
        (KAZAKH, "utf-16", "utf-16-le"),
        (KAZAKH, "utf-32", "utf-32-le"),
        (KAZAKH, "kz1048", "kz1048"),
        (RUSSIAN, "cp1251", "cp1251"),
        (FRENCH, "cp1252", "cp1252"),
    ],
)
def test_finds_the_encoding_out(text: str, written: str, named: str) -> None:
    found, encoding = decode_text(PATH, text.encode(written))
    assert found == text
    # Russian and Kazakh texts of Windows differ in letters that Russian does not use.
    assert encoding in {named, "kz1048"} if named == "cp1251" else encoding == named
    assert is_guess(encoding) is not named.startswith("utf")


def test_line_ends_and_marks_within_stay() -> None:
    assert decode_text(PATH, "a\r\nb\rc\ufeff\n".encode())[0] == "a\r\nb\rc\ufeff\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (KAZAKH.encode() + b"\n\n\xff!", "release.txt: line 3: The text is damaged or in another encoding"),
        (KAZAKH.encode()[:-1], "line 1: The text is damaged"),
        (KAZAKH.encode("utf-16-le"), "line 1: The text is damaged"),
        (b"a\nb\x01", "line 2: There is a character that no text may hold: U+0001."),
        (b"%PDF-1.7\n", "This is a PDF file."),
        (b"PK\x03\x04abc", "This is a ZIP archive"),
        (b"{\\rtf1 a}", "This is a rich text file."),
        (b"\n<!DOCTYPE html><p>", "This is a web page."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture."),
        (bytes(9), "The file holds nothing but zeros."),
        (b"\xef\xbb\xbf\n", "The file is empty."),
        (b"\x81\x8d\x8f\x90\x9d\xf7\xb4", "The encoding of this text cannot be found out."),
    ],
)
def test_refuses(data: bytes, message: str) -> None:
    with pytest.raises(FileError) as caught:
        decode_text(PATH, data)
    assert message in str(caught.value)


def test_what_a_file_claims_is_taken_strictly() -> None:
    assert decode_as(PATH, RUSSIAN.encode("cp1251"), "cp1251") == RUSSIAN
    with pytest.raises(FileError, match="byte CC does not fit"):
        decode_as(PATH, RUSSIAN.encode("cp1251"), "utf-8")
    with pytest.raises(FileError, match="The encoding “nonsense” is not known"):
        decode_as(PATH, b"a", "nonsense")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_is_read_exactly(text: str) -> None:
    assert decode_text(PATH, b"a" + text.encode()) == ("a" + text, "utf-8")


@given(st.binary(max_size=60))
def test_any_bytes_end_in_text_or_a_clear_error(data: bytes) -> None:
    try:
        text, encoding = decode_text(PATH, data)
    except FileError:
        return
    assert text.encode(encoding) in data
