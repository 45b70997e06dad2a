"""The signatures of a memory's sources in one direction, in blocks by length, and their file.

The file is a cache beside the store: made anew whenever it is missing, damaged, of another version or of another
memory. It is mapped into memory, 36 bytes a unit. Loads NumPy, so load this module late.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tilshi.files import atomic
from tilshi.memory.signatures import METHOD, WORDS, Columns, distances, nearest, signatures

MAX_LENGTH: Final = 4_095
"""Texts of this length in code points and longer lie in one block."""
_VERSION: Final = 1
_MAGIC: Final = b"TILSHIMX"
# Magic, version, method of the signatures, uid of the store, highest id, number of units, CRC-32 of all that follows.
# The length is such that the signatures after the places are aligned.
_HEADER: Final = struct.Struct("<8sHH16sQQI4x")
_STEP: Final = 32_768
"""Signatures that are compared at once: their numbers stay in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Index:
    """Signatures sorted by the length of their texts.

    `ids` are the units, `columns` their signatures, `starts[n]` is the place of the first text of n code points or more
    (shape `MAX_LENGTH` + 2); `newest` the highest id that was looked at when it was made.
    """

    ids: NDArray[np.uint32]
    columns: Columns
    starts: NDArray[np.uint32]
    newest: int

    def __len__(self) -> int:
        return len(self.ids)

    def candidates(self, signature: Columns, shortest: int, longest: int, most: int) -> list[tuple[int, int]]:
        """The units with the most similar signatures among texts of these lengths: distance in bits, id."""
        low = int(self.starts[min(shortest, MAX_LENGTH)])
        high = int(self.starts[min(longest, MAX_LENGTH) + 1])
        if low >= high:
            return []
        found = np.empty(high - low, np.uint8)
        for at in range(low, high, _STEP):
            end = min(at + _STEP, high)
            found[at - low : end - low] = distances(self.columns[:, at:end], signature)
        places = nearest(found, most)
        return list(zip(found[places].tolist(), self.ids[low + places].tolist(), strict=True))


def build(units: Iterable[tuple[int, str]], newest: int) -> Index:
    """The index of units, given as id and folded source."""
    pairs = list(units)
    texts = [text for _id, text in pairs]
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    ids = np.fromiter((unit_id for unit_id, _text in pairs), np.uint32, len(pairs))
    return _sorted(ids, signatures(texts), lengths, newest)


def merged(parts: Sequence[Index]) -> Index:
    """Several indices as one; signatures are not made anew."""
    lengths = np.concatenate([_lengths(part) for part in parts])
    ids = np.concatenate([part.ids for part in parts])
    columns = np.concatenate([part.columns for part in parts], axis=1)
    return _sorted(ids, columns, lengths, max(part.newest for part in parts))


def _sorted(ids: NDArray[np.uint32], columns: Columns, lengths: NDArray[np.int64], newest: int) -> Index:
    lengths = np.minimum(lengths, MAX_LENGTH)
    order = np.argsort(lengths, kind="stable")
    starts = np.searchsorted(lengths[order], np.arange(MAX_LENGTH + 2)).astype(np.uint32)
    return Index(ids[order], np.ascontiguousarray(columns[:, order]), starts, newest)


def _lengths(index: Index) -> NDArray[np.int64]:
    return np.repeat(np.arange(MAX_LENGTH + 1), index.starts[1:].astype(np.int64) - index.starts[:-1])


def save(index: Index, path: Path, uid: bytes) -> None:
    """Write the file; raises FileError where it cannot be."""
    parts = (index.starts.astype("<u4"), index.columns.astype("<u8"), index.ids.astype("<u4"))
    body = b"".join(part.tobytes() for part in parts)
    header = _HEADER.pack(_MAGIC, _VERSION, METHOD, uid, index.newest, len(index), zlib.crc32(body))
    atomic.replace(path, header + body)


def load(path: Path, uid: bytes) -> Index | None:
    """The index in a file, mapped; None where there is none that is sound and of this memory."""
    try:
        data = memoryview(np.memmap(path, np.uint8, "r"))  # type: ignore[arg-type]  # it is a buffer on any Python
    except (OSError, ValueError):
        return None
    if len(data) < _HEADER.size:
        return None
    magic, version, method, owner, newest, number, checksum = _HEADER.unpack_from(data)
    body = data[_HEADER.size :]
    first, last = 4 * (MAX_LENGTH + 2), 4 * (MAX_LENGTH + 2) + number * 8 * WORDS
    if (magic, version, method, owner) != (_MAGIC, _VERSION, METHOD, uid) or len(body) != last + 4 * number:
        return None
    if zlib.crc32(body) != checksum:
        return None
    columns = np.frombuffer(body[first:last], "<u8").reshape(WORDS, number)
    return Index(np.frombuffer(body[last:], "<u4"), columns, np.frombuffer(body[:first], "<u4"), newest)
