"""Data that cameras and programs leave in pictures: EXIF, GPS, XMP, comments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_PNG: Final = b"\x89PNG\r\n\x1a\n"
# PNG, third edition, 11.3: chunks that hold text, the time, or EXIF.
_PNG_DATA: Final = frozenset({b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"})
_WEBP_DATA: Final = frozenset({b"EXIF", b"XMP "})


def picture_data(data: bytes) -> Iterator[str]:
    """The names of the blocks of foreign data in a JPEG, PNG, WebP, GIF or TIFF file; nothing for anything else."""
    if data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(_PNG):
        yield from _png(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        yield from _webp(data)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        yield from ("GIF comment" for _once in range(b"\x21\xfe" in data))
    elif data.startswith((b"II*\x00", b"MM\x00*")):
        yield "TIFF"


def _jpeg(data: bytes) -> Iterator[str]:
    """Application segments but for JFIF, colour profile and Adobe's colour transform; and comments (T.81, B.2.4)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            break
        if marker == 0xFF or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + length]
        if marker == 0xFE:
            yield "JPEG comment"
        elif 0xE0 <= marker <= 0xEF and not body.startswith((b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")):
            yield body.split(b"\0")[0][:16].decode("latin-1") or f"APP{marker - 0xE0}"
        at += 2 + max(length, 2)


def _png(data: bytes) -> Iterator[str]:
    at = len(_PNG)
    while at + 8 <= len(data):
        name = data[at + 4 : at + 8]
        if name in _PNG_DATA:
            yield name.decode("ascii")
        at += 12 + int.from_bytes(data[at : at + 4], "big")


def _webp(data: bytes) -> Iterator[str]:
    at = 12
    while at + 8 <= len(data):
        name = data[at : at + 4]
        if name in _WEBP_DATA:
            yield name.decode("ascii").strip()
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
