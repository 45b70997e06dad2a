"""The records of a journal: `magic | length | crc32 | payload`, each whole or lost by itself.

`length` and `crc32` are 32-bit little-endian; the checksum covers length and payload. The magic holds a byte that UTF-8
never does, so that a search for the next record after a damaged one does not stop in the text of a plain journal; in
an encrypted one the checksum tells.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

MAGIC: Final = b"\xf5TJ1"
_HEAD: Final = struct.Struct("<II")
_START: Final = len(MAGIC) + _HEAD.size


@dataclass(frozen=True, slots=True)
class Scan:
    """What is legible of a journal: the payloads in order, and how many stretches between them are not."""

    payloads: tuple[bytes, ...]
    damaged: int


def framed(payload: bytes) -> bytes:
    """The record of a payload."""
    return b"".join((MAGIC, _HEAD.pack(len(payload), _checksum(payload)), payload))


def scan(data: bytes) -> Scan:
    """All records that are as they were written; what is torn or damaged is counted and passed over."""
    payloads: list[bytes] = []
    damaged = at = 0
    while at < len(data):
        payload = _record_at(data, at)
        if payload is not None:
            payloads.append(payload)
            at += _START + len(payload)
            continue
        damaged += 1
        at = _next_record(data, at + 1)
    return Scan(tuple(payloads), damaged)


def _next_record(data: bytes, at: int) -> int:
    """Where the next good record begins, the end if there is none."""
    while (at := data.find(MAGIC, at)) >= 0:
        if _record_at(data, at) is not None:
            return at
        at += 1
    return len(data)


def _record_at(data: bytes, at: int) -> bytes | None:
    begin = at + _START
    if not data.startswith(MAGIC, at) or begin > len(data):
        return None
    length, checksum = _HEAD.unpack_from(data, at + len(MAGIC))
    if length > len(data) - begin:
        return None
    payload = data[begin : begin + length]
    return payload if _checksum(payload) == checksum else None


def _checksum(payload: bytes) -> int:
    return zlib.crc32(payload, zlib.crc32(struct.pack("<I", len(payload))))
