"""Fields (17.16): an instruction and what it gave when it was last asked; only the result is text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_ARGUMENT: Final = re.compile(r'\s*+(?:"((?:[^"\\]|\\.)*+)"|(\S++))')
_ESCAPED: Final = re.compile(r"\\(.)")
_NAME: Final = re.compile(r"\s*([A-Za-z]+)")
# Lists made from the text itself: the release has that text already.
_TABLES: Final = frozenset({"TOC", "INDEX", "TOA", "BIBLIOGRAPHY"})
_MOST: Final = 50


def name_of(instruction: str) -> str:
    """What kind of field it is, in capitals; empty if it says nothing."""
    found = _NAME.match(instruction)
    return found[1].upper() if found else ""


def link_of(instruction: str) -> str:
    """The address of a HYPERLINK field (17.16.5.25); empty for another field, or for a place within the file."""
    if name_of(instruction) != "HYPERLINK":
        return ""
    rest = instruction.partition(instruction.split(None, 1)[0])[2]
    arguments = [found[1] if found[1] is not None else found[2] for found in _ARGUMENT.finditer(rest)]
    address = anchor = ""
    at = 0
    while at < len(arguments):
        if arguments[at].startswith("\\") and len(arguments[at]) == 2:
            if arguments[at] in {"\\l", "\\o", "\\t"} and at + 1 < len(arguments):
                at += 1
                anchor = arguments[at] if arguments[at - 1] == "\\l" else anchor
        elif not address:
            address = _ESCAPED.sub(r"\1", arguments[at])
        at += 1
    return f"{address}#{anchor}" if address and anchor else address


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    name: str = ""
    link: str = ""

    def turn(self) -> None:
        """From the instruction to the result."""
        whole = "".join(self.instruction)
        self.in_result, self.name, self.link = True, name_of(whole), link_of(whole)


class Fields:
    """The fields that are open at a place of the text, the innermost last; they may reach over paragraphs.

    In a story with a field that is never closed, or closed twice, nothing can be told apart (`broken`): all is text.
    """

    __slots__ = ("_broken", "_open")

    def __init__(self, *, broken: bool = False) -> None:
        self._open: list[_Field] = []
        self._broken = broken

    def mark(self, kind: str) -> str:
        """Takes a `w:fldChar` in (`begin`, `separate`, `end`); at `separate`, the name of the field."""
        if kind == "begin" and not self._broken and len(self._open) < _MOST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].turn()
            return self._open[-1].name
        elif kind == "end" and self._open:
            self._open.pop()
        return ""

    def begin(self, instruction: str) -> str:
        """Opens a simple field, whose instruction is known; gives its name."""
        self._open.append(_Field([instruction]))
        self._open[-1].turn()
        return self._open[-1].name

    def instruct(self, text: str) -> None:
        """Takes a piece of an instruction in."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction.append(text)

    def takes(self, text: str) -> bool:
        """Whether a text is no part of what is shown: it is within an instruction, or in a list made from the text."""
        for each in reversed(self._open):
            if not each.in_result:
                each.instruction.append(text)
                return True
            if each.name in _TABLES:
                return True
        return False

    @property
    def link(self) -> str:
        """The address that the text at this place leads to; empty if none."""
        return next((each.link for each in reversed(self._open) if each.link), "")


def is_table(name: str) -> bool:
    """Whether a field of that name is a list made from the text, as a table of contents is."""
    return name in _TABLES
