import io
import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest

from tests.core.exchange.foreign import packed
from tilshi.files import archive
from tilshi.files.errors import FileError

PATH = Path("a.docx")


def refusal(data: bytes) -> str:
    with pytest.raises(FileError) as caught:
        read_all(data)
    return str(caught.value)


def read_all(data: bytes) -> None:
    opened = archive.open_zip(PATH, data)
    for name in opened.names:
        opened.read(name)


def with_info(**changes: int) -> bytes:
    buffer = io.BytesIO()
    info = zipfile.ZipInfo("a")
    for name, value in changes.items():
        setattr(info, name, value)
    with zipfile.ZipFile(buffer, "w") as writer:
        writer.writestr(info, b"content", changes.get("compress_type"))
    return buffer.getvalue()


def lying(field: int, value: int) -> bytes:
    """An archive of one member whose list says something else: 20 for the packed size, 24 for the size."""
    data = bytearray(packed({"a": bytes(range(256)) * 100}))
    at = data.rfind(b"PK\x01\x02")
    struct.pack_into("<L", data, at + field, value)
    return bytes(data)


def test_reads_members_in_their_order() -> None:
    opened = archive.open_zip(PATH, packed({"b/c": b"1", "a": b"2"}))
    assert opened.names == ("b/c", "a")
    assert (opened.read("a"), "a" in opened, "c" in opened) == (b"2", True, False)
    with pytest.raises(FileError, match=r"a\.docx: c: A part is missing"):
        opened.read("c")


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "a\\b", "C:/x", "./x", "a//b", "a\x01b"])
def test_names_lead_nowhere(name: str) -> None:
    assert "A part has a name that could lead out of the archive." in refusal(packed({"x": b"", name: b"1"}))


def test_a_name_that_hides_behind_a_zero() -> None:
    data = packed({"abc.xml": b"1"}).replace(b"abc.xml", b"a\x00c.xml")
    assert "could lead out" in refusal(data)


@pytest.mark.parametrize("second", ["a/b", "A/B"])
def test_names_are_unique_whatever_their_case(second: str) -> None:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as writer:
        warnings.simplefilter("ignore")
        writer.writestr("a/b", b"1")
        writer.writestr(second, b"2")
    assert "Two parts have the same name." in refusal(buffer.getvalue())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (packed({f"m{number}": b"" for number in range(2001)}), "more than 2000 members"),
        (packed({"a": bytes(8 * 1024 * 1024 + 1)}), "A part unpacks to more than 8 MB."),
        (packed({"a": bytes(8 * 1024 * 1024)}), "A part unpacks to suspiciously much."),
        (with_info(compress_type=zipfile.ZIP_BZIP2), "It is packed in a way that is not accepted."),
        (with_info(compress_type=zipfile.ZIP_LZMA), "It is packed in a way that is not accepted."),
        (with_info(external_attr=(stat.S_IFLNK | 0o777) << 16), "A part is a link to another place."),
        (lying(24, 10), "The archive is damaged"),
        (lying(24, 30_000), "The archive is damaged"),
        (lying(20, 3), "The archive is damaged"),
        (b"junk" + packed({"a": b"1"}), "This is not a Word file or ZIP archive"),
        (packed({"a": b"1"})[:-5], "The archive is damaged"),
        (with_info().replace(b"content", b"CONTENT"), "The archive is damaged"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    assert message in refusal(data)


def test_encrypted_members_are_refused() -> None:
    data = bytearray(packed({"a": b"1"}))
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "It is protected by a password." in refusal(bytes(data))


def test_the_whole_is_bounded_too() -> None:
    noise = bytes(range(256)) * 64
    parts = {f"m{number}": noise * 500 for number in range(9)}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as writer:
        for name, data in parts.items():
            writer.writestr(name, data)
    assert "It unpacks to more than 64 MB." in refusal(buffer.getvalue())


def test_bytes_after_the_end_are_said() -> None:
    opened = archive.open_zip(PATH, packed({"a": b"1"}) + b"more")
    assert [str(warning) for warning in opened.warnings] == [
        "There are bytes after the end of the archive; they are ignored."
    ]
    assert archive.open_zip(PATH, packed({"a": b"1"})).warnings == ()
