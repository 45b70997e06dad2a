"""The syntax of PDF (ISO 32000-1, 7.2 and 7.3), read as far as looking for text asks: tokens, strings, filters."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple


class TokenKind(Enum):
    """What a token is."""

    NAME = auto()
    STRING = auto()
    WORD = auto()
    MARK = auto()
    COMMENT = auto()


class Token(NamedTuple):
    """A token: names without their slash, strings decoded to bytes, comments without their sign."""

    kind: TokenKind
    value: bytes
    end: int


_SPACE: Final = rb"\x00\t\n\x0c\r "
_TOKEN: Final = re.compile(
    rb"[" + _SPACE + rb"]+"
    rb"|%(?P<comment>[^\r\n]*)"
    rb"|/(?P<name>[^" + _SPACE + rb"()<>\[\]{}/%]*)"
    rb"|(?P<mark><<|>>|[\[\]{}])"
    rb"|<(?P<hex>[^>]*)>"
    rb"|(?P<literal>\()"
    rb"|(?P<word>[^" + _SPACE + rb"()<>\[\]{}/%]+)"
    rb"|.",
    re.DOTALL,
)
_PARENTHESIS: Final = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
_NAME_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPED: Final = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\r\n": b"",
    b"\n": b"",
    b"\r": b"",
}


def tokens(data: bytes, at: int = 0) -> Iterator[Token]:
    """The tokens from a place on; each knows where it ends, so that reading can go on elsewhere."""
    while match := _TOKEN.match(data, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "literal":
            end = _end_of_literal(data, at)
            yield Token(TokenKind.STRING, _ESCAPE.sub(_unescaped, data[at : end - 1]), end)
            at = end
        elif kind == "hex":
            yield Token(TokenKind.STRING, _from_hex(match["hex"]), at)
        elif kind == "name":
            yield Token(TokenKind.NAME, _NAME_ESCAPE.sub(lambda found: _from_hex(found[1]), match["name"]), at)
        elif kind is not None:
            yield Token(TokenKind[kind.upper()], match[kind], at)


def _end_of_literal(data: bytes, at: int) -> int:
    depth = 1
    for match in _PARENTHESIS.finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(match.group(), 0)
        if depth == 0:
            return match.end()
    return len(data)


def _unescaped(match: re.Match[bytes]) -> bytes:
    value = match[1]
    if value.isdigit() and value[:1] < b"8":
        return bytes([int(value, 8) & 0xFF])
    return _ESCAPED.get(value, value)


def _from_hex(digits: bytes) -> bytes:
    clean = re.sub(rb"[^0-9A-Fa-f]", b"", digits)
    return bytes.fromhex((clean + b"0" * (len(clean) % 2)).decode("ascii"))


def text_of(value: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 with a mark, else PDFDocEncoding, which is Latin-1 for letters."""
    for mark, encoding in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8")):
        if value.startswith(mark):
            return value[len(mark) :].decode(encoding, errors="replace")
    return value.decode("latin-1")


class UnknownFilter(ValueError):
    """A stream is packed in a way that is not looked into."""


# Filters whose result is a picture: there is no text behind them.
PICTURES: Final = frozenset({b"DCTDecode", b"DCT", b"JPXDecode", b"CCITTFaxDecode", b"CCF", b"JBIG2Decode"})


def decoded(data: bytes, filters: Sequence[bytes]) -> bytes:
    """A stream's bytes behind its filters, up to the first that makes a picture.

    Raises:
        UnknownFilter: the data are packed in another way, or are damaged.
    """
    for name in filters:
        if name in PICTURES:
            return data
        try:
            data = _behind(data, name)
        except (zlib.error, binascii.Error, ValueError) as error:
            raise UnknownFilter(name.decode("latin-1")) from error
    return data


def _behind(data: bytes, name: bytes) -> bytes:
    match name:
        case b"FlateDecode" | b"Fl":
            # An object, because a line end after the data is no error.
            return zlib.decompressobj().decompress(data)
        case b"ASCII85Decode" | b"A85":
            return base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"), ignorechars=b" \t\n\r\v\0\f")
        case b"ASCIIHexDecode" | b"AHx":
            return _from_hex(data.partition(b">")[0])
        case _:
            raise UnknownFilter(name.decode("latin-1"))
