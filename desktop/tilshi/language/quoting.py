"""Whether a quotation mark that is typed opens or closes, and how deep."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tilshi.language.typography import Quotes


class Standing(StrEnum):
    """What a quotation mark does at its place."""

    OPENS = "opens"
    OPENS_INNER = "opens inner"
    CLOSES = "closes"
    CLOSES_INNER = "closes inner"
    FEET_OR_INCHES = "feet or inches"
    """After a figure, and nothing is to be closed."""


_OPENING_AFTER: Final = "([{«“„‹‘–—-/"


def standing(before: str, after: str, quotes: Quotes, inner: Quotes) -> Standing:
    """What a mark typed between `before` (the line) and `after` (one character, or none) does.

    It opens at a beginning, after a space or an opening mark, unless a space follows; otherwise it closes what was
    opened last.
    """
    open_marks = _open_marks(before, quotes, inner)
    if _may_open(before, after, quotes):
        return Standing.OPENS_INNER if open_marks else Standing.OPENS
    if not open_marks and before[-1:].isdecimal():
        return Standing.FEET_OR_INCHES
    is_inner = bool(open_marks) and open_marks[-1] == inner.opening.strip()
    return Standing.CLOSES_INNER if is_inner else Standing.CLOSES


def _may_open(before: str, after: str, quotes: Quotes) -> bool:
    if not before:
        return True
    if before.endswith(quotes.opening):
        return not after.isspace() or not after
    return before[-1].isspace() or before[-1] in _OPENING_AFTER


def _open_marks(before: str, quotes: Quotes, inner: Quotes) -> list[str]:
    """The opening marks that nothing closes yet, in order.

    A mark may open in one pair and close in the other (“ in Russian): it closes where the other one is open.
    """
    pairs = {pair.opening.strip(): pair.closing.strip() for pair in (quotes, inner)}
    found: list[str] = []
    for at, character in enumerate(before):
        if found and character == pairs[found[-1]]:
            if character != "’" or not before[at + 1 : at + 2].isalpha():  # an apostrophe closes nothing
                found.pop()
        elif character in pairs:
            found.append(character)
    return found
