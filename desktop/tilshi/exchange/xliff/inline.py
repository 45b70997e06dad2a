"""Inline codes of XLIFF as marks of a text."""

from __future__ import annotations

import re
from typing import Final

from tilshi.exchange.xliff.units import Losses
from tilshi.release import Mark, MarkKind, Text

_BREAK: Final = re.compile(r"[ \t\r\n]*\n[ \t\r\n]*")
_TAG: Final = re.compile(r"<\s*/?\s*([A-Za-z]+)")
_HREF: Final = re.compile(r"href\s*=\s*[\"']([^\"']+)[\"']", re.IGNORECASE)
_URL: Final = re.compile(r"(?:https?|ftp|mailto|tel):\S+\Z", re.IGNORECASE)


class Builder:
    """Puts a text together, piece by piece; spans may be opened and closed in any order."""

    def __init__(self, losses: Losses, *, preserve: bool) -> None:
        self.losses = losses
        self._preserve = preserve
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._open: dict[str, tuple[int, MarkKind, str]] = {}

    def add(self, text: str | None) -> None:
        """Appends a piece of text; where space is not preserved, a line break of the XML file is a space."""
        if text:
            piece = text if self._preserve or "\n" not in text else _BREAK.sub(" ", text)
            self._pieces.append(piece)
            self._length += len(piece)

    def open(self, key: str, kind: MarkKind, href: str = "") -> None:
        """Begins a span here."""
        self._open[key] = (self._length, kind, href)

    def close(self, key: str) -> None:
        """Ends the span that was opened with this key; an empty one leaves nothing."""
        start, kind, href = self._open.pop(key, (self._length, MarkKind.BOLD, ""))
        if start < self._length:
            self._marks.append(Mark(start, self._length, kind, href))

    def text(self) -> Text:
        """What was put together; spans that were never closed reach to the end."""
        for key in tuple(self._open):
            self.close(key)
        found = Text("".join(self._pieces), tuple(self._marks))
        return found if self._preserve else _stripped(found)


def _stripped(text: Text) -> Text:
    start = len(text) - len(text.string.lstrip(" \t\r\n"))
    end = len(text.string.rstrip(" \t\r\n"))
    return text if (start, end) == (0, len(text)) else text.part(start, max(start, end))


def tag_of(code: str) -> str:
    """The name of the HTML tag that a native code is, lower case; empty if it is none."""
    found = _TAG.match(code.strip())
    return found[1].lower() if found else ""


def href_of(code: str) -> str:
    """Where a native code leads: an address itself, or the `href` of a tag."""
    if found := _HREF.search(code):
        return found[1]
    return code.strip() if _URL.match(code.strip()) else ""
