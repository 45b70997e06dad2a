"""Texts as 256 bits: which of their trigrams, hashed, occur. Texts that are alike differ in few bits.

Loads NumPy, so load this module late.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

WORDS: Final = 4
"""Numbers of 64 bits in a signature."""
METHOD: Final = 1
"""Raised with every change of the hash: what was made by another is of no use."""
_BITS: Final = 64 * WORDS
_GRAM: Final = 3
_AT_ONCE: Final = 4_096
"""Texts that are hashed together; their bits lie in a megabyte of bytes before they are packed."""
_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)
_MIXER: Final = np.uint64(0xBF58476D1CE4E5B9)

Columns: TypeAlias = NDArray[np.uint64]
"""Signatures of n texts, shape (`WORDS`, n): a column a text, each row read from one end to the other."""


def signatures(texts: Sequence[str]) -> Columns:
    """The signatures of folded texts, in their order; beginnings and ends of texts are trigrams too."""
    found = np.empty((WORDS, len(texts)), np.uint64)
    rest = iter(texts)
    at = 0
    while some := list(islice(rest, _AT_ONCE)):
        found[:, at : at + len(some)] = _hashed(some)
        at += len(some)
    return found


def _hashed(texts: Sequence[str]) -> Columns:
    # A NUL of the text's own would end it here.
    joined = "\0" + "\0".join(text.replace("\0", " ") for text in texts) + "\0"
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    ends = letters == 0
    number = len(letters) - _GRAM + 1
    bits = np.zeros((len(texts), _BITS), np.uint8)
    if number > 0:
        grams = np.zeros(number, np.uint64)
        for at in range(_GRAM):
            grams = grams * _MULTIPLIER + letters[at : at + number]
        grams ^= grams >> np.uint64(29)
        grams *= _MIXER
        grams >>= np.uint64(64 - 8)
        within = ~ends[1 : 1 + number]
        owner = np.cumsum(ends)[:number] - 1
        bits[owner[within], grams[within]] = 1
    packed: Columns = np.packbits(bits, axis=1, bitorder="little").view("<u8").T
    return packed


def distances(columns: Columns, signature: Columns) -> NDArray[np.uint8]:
    """In how many bits each of the signatures differs from one (shape (`WORDS`,)); 255 stands for 256."""
    total: NDArray[np.uint8] = np.bitwise_count(columns[0] ^ signature[0])
    for at in range(1, WORDS):
        total += np.bitwise_count(columns[at] ^ signature[at])
    return total


def nearest(found: NDArray[np.uint8], most: int) -> NDArray[np.intp]:
    """Places of the `most` smallest distances, in no order; fewer where there are fewer."""
    if len(found) <= most:
        return np.arange(len(found))
    low, high = 0, 255
    # Halving over 256 values and counting is quicker than any sorting of a million.
    while low < high:
        middle = (low + high) // 2
        if np.count_nonzero(found <= middle) >= most:
            high = middle
        else:
            low = middle + 1
    closer = np.flatnonzero(found < low)
    return np.concatenate((closer, np.flatnonzero(found == low)[: most - len(closer)]))
