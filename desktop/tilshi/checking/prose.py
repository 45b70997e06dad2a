"""What several rules want to know of a text, worked out once: its characters, its words, the text in small letters."""

from __future__ import annotations

import re
import string
from typing import Final

from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern

LATIN: Final = frozenset(string.ascii_letters)
CYRILLIC: Final = frozenset(chr(code) for code in range(0x400, 0x530))
DIGITS: Final = frozenset(string.digits)

TOKEN: Final = Pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
"""A word, hyphens and apostrophes within it, without numbers."""


def characters(read: Passage) -> frozenset[str]:
    """The different characters of the prose; rules that look for one that is not there need not look at all."""
    return frozenset(read.prose)


def lowered(read: Passage) -> str:
    """The prose in small letters; offsets may differ from those of the prose."""
    return read.prose.lower()


def tokens(read: Passage) -> tuple[re.Match[str], ...]:
    """The words of the prose, hyphens and apostrophes within them, without numbers."""
    return tuple(TOKEN.finditer(read.prose))
