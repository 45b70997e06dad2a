"""What of a text counts when it is looked up, and digests of that."""

from __future__ import annotations

import hashlib
import re
from typing import Final

_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")


def fold(text: str) -> str:
    """The text as it is compared: any white space is one space, case and soft hyphens do not count."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split()).casefold()


def digest(text: str) -> str:
    """By which the source of a neighbour is known again: 64 bits of BLAKE2b of the folded text, in hexadecimal.

    The empty text has the empty digest, and so stands for the beginning and the end of a release.
    """
    folded = fold(text)
    return _hash(folded).hex() if folded else ""


def key(folded: str) -> int:
    """By which the store finds a folded text: 64 bits as SQLite holds them, with a sign."""
    return int.from_bytes(_hash(folded), "big", signed=True)


def _hash(text: str) -> bytes:
    # A lone surrogate can be typed; whoever looks it up finds nothing, but must not fail.
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
