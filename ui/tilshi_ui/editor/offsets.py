"""Where Qt's UTF-16 units and Python's code points meet: nowhere else."""

from __future__ import annotations


def to_utf16(text: str, index: int) -> int:
    """The position in UTF-16 units of the code point `index` of `text`."""
    if text.isascii():
        return index
    return index + sum(character > "\uffff" for character in text[:index])


def from_utf16(text: str, position: int) -> int:
    """The code point of `text` at a position in UTF-16 units; within a surrogate pair, the character it belongs to."""
    if text.isascii():
        return position
    units = 0
    for index, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > position:
            return index
    return len(text)
