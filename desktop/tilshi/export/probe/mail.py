"""Looks through a mail: its headers, and each of its parts as what it is."""

from __future__ import annotations

from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import SMTP
from typing import Final

from tilshi.export.probe import html, pdf
from tilshi.export.probe.leaks import Leak, LeakKind, Nature, Piece
from tilshi.export.probe.pictures import picture_data

# What a mail that has not been sent may say of itself; all else names a person, a program or a computer.
_OURS: Final = frozenset(
    {"subject", "x-unsent", "content-language", "mime-version", "content-type", "content-transfer-encoding"}
)
_OF_PARTS: Final = _OURS | {"content-disposition", "content-id"}


def sights(data: bytes, carried: frozenset[bytes] = frozenset()) -> Iterator[Piece | Leak]:
    """Everything there is to look at in the mail."""
    mail = BytesParser(policy=SMTP).parsebytes(data)
    if not mail.is_multipart():
        yield Leak(LeakKind.UNREADABLE, "EML", mail.get_content_type())
        return
    for part in mail.walk():
        known = _OURS if part is mail else _OF_PARTS
        for name, value in part.items():
            if name.lower() not in known:
                yield Leak(LeakKind.PRIVATE, "EML", name)
            yield Piece(f"EML {name}", str(value), Nature.CONTENT)
        if not part.is_multipart():
            yield from _part(part.get_content_type(), part.get_payload(decode=True) or b"", carried)
    for text in (mail.preamble, mail.epilogue):
        if (text or "").strip():
            yield Leak(LeakKind.EARLIER, "EML", (text or "").strip()[:40])


def _part(kind: str, data: object, carried: frozenset[bytes]) -> Iterator[Piece | Leak]:
    if not isinstance(data, bytes):
        yield Leak(LeakKind.UNREADABLE, "EML", kind)
    elif kind == "text/plain":
        yield Piece("EML text", data.decode("utf-8", errors="replace"), Nature.CONTENT)
    elif kind == "text/html":
        yield from html.sights(data)
    elif kind == "application/pdf":
        yield from pdf.sights(data, carried)
    elif kind.startswith("image/"):
        yield from (Leak(LeakKind.PICTURE, "EML", what) for what in picture_data(data))
    else:
        yield Leak(LeakKind.ATTACHMENT, "EML", kind)
