"""The syntax of PDF 1.7 and the file around it (ISO 32000-1, clause 7), written once and never read back.

Small objects go into one compressed object stream (7.5.7) and the cross-reference table is a stream (7.5.8), which both
archive and accessibility standards allow: a tagged page has hundreds of them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from typing import Final

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_REGULAR: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-._@:")


def name(value: str) -> str:
    """A name object (7.3.5); anything but plain letters and digits is escaped."""
    if _REGULAR.issuperset(value):
        return f"/{value}"
    return "/" + "".join(chr(byte) if chr(byte) in _REGULAR else f"#{byte:02X}" for byte in value.encode("utf-8"))


def text_string(value: str) -> str:
    """A text string (7.9.2.2): ASCII as it is, anything else as UTF-16 with a byte order mark."""
    if value.isascii() and value.isprintable():
        return literal(value)
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


def literal(value: str) -> str:
    """A literal string of ASCII characters (7.3.4.2)."""
    escaped = value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def date(moment: dt.datetime) -> str:
    """A date (7.9.4) in UTC."""
    return literal(f"{moment.astimezone(dt.UTC):D:%Y%m%d%H%M%SZ}")


def number(value: float) -> str:
    """A number with at most three decimals: a thousandth of a point is finer than any printer."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def ref(identity: int) -> str:
    """A reference to an indirect object."""
    return f"{identity} 0 R"


class PdfObjects:
    """The objects of one file, by number from 1; `finish` makes the file of them."""

    __slots__ = ("_bodies", "_streams")

    def __init__(self) -> None:
        self._bodies: list[str] = [""]
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """A number whose object is given later."""
        self._bodies.append("null")
        return len(self._bodies) - 1

    def put(self, identity: int, body: str) -> None:
        """The object of a reserved number."""
        self._bodies[identity] = body

    def add(self, body: str) -> int:
        """A new object; its number."""
        self._bodies.append(body)
        return len(self._bodies) - 1

    def add_stream(self, data: bytes, entries: str = "", *, compress: bool = True) -> int:
        """A new stream with further dictionary ``entries``; its number."""
        return self.add_packed(zlib.compress(data), entries) if compress else self._store(data, entries)

    def add_packed(self, deflated: bytes, entries: str = "") -> int:
        """A new stream of data that are compressed already; its number."""
        return self._store(deflated, f"/Filter/FlateDecode{entries}")

    def _store(self, data: bytes, entries: str) -> int:
        identity = self.add(f"<<{entries}/Length {len(data)}>>")
        self._streams[identity] = data
        return identity

    def finish(self, root: int, info: int) -> bytes:
        """The whole file. Its identifier is made of its content, so the same content gives the same bytes."""
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        packed = self._pack(places)
        parts: list[bytes] = [_HEADER]
        at = len(_HEADER)
        for identity, data in self._streams.items():
            places[identity] = (1, at, 0)
            # Without the line end before "endstream" a file cannot be an archive (ISO 19005-2, 6.1.7.1).
            body = b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (
                identity,
                self._bodies[identity].encode("ascii"),
                data,
            )
            parts.append(body)
            at += len(body)
        places[packed + 1] = (1, at, 0)
        parts.append(self._cross_reference(places, packed + 1, root, info, b"".join(parts)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(parts)

    def _pack(self, places: dict[int, tuple[int, int, int]]) -> int:
        """Puts all but the streams into an object stream and notes where; its number."""
        plain = [identity for identity in range(1, len(self._bodies)) if identity not in self._streams]
        container = len(self._bodies)
        head: list[str] = []
        at = 0
        for index, identity in enumerate(plain):
            head.append(f"{identity} {at}")
            at += len(self._bodies[identity]) + 1
            places[identity] = (2, container, index)
        first = " ".join(head) + "\n"
        data = (first + "\n".join(self._bodies[identity] for identity in plain)).encode("ascii")
        return self.add_stream(data, f"/Type/ObjStm/N {len(plain)}/First {len(first)}")

    @staticmethod
    def _cross_reference(
        places: dict[int, tuple[int, int, int]], identity: int, root: int, info: int, content: bytes
    ) -> bytes:
        table = b"".join(
            kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
            for _identity, (kind, place, index) in sorted(places.items())
        )
        data = zlib.compress(table)
        digest = hashlib.sha256(content).hexdigest()[:32].upper()
        return (
            (
                f"{identity} 0 obj\n<</Type/XRef/Size {identity + 1}/W[1 4 2]/Root {ref(root)}/Info {ref(info)}"
                f"/ID[<{digest}><{digest}>]/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
            ).encode("ascii")
            + data
            + b"\nendstream\nendobj\n"
        )
