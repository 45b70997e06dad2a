"""Inline codes of TMX as marks of a text, and back."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from tilshi.files.tmx import Code, Piece
from tilshi.memory.tmx.dialect import TAGS, TYPES
from tilshi.release import Mark, MarkKind, Text

_TAG: Final = re.compile(r"<\s*/?\s*([A-Za-z][A-Za-z0-9]*)")
_HREF: Final = re.compile(r"href\s*=\s*(?P<quote>[\"'])(?P<href>.+?)(?P=quote)", re.IGNORECASE | re.DOTALL)
_BREAKS: Final = frozenset({"br", "lb", "x-lb", "w:br"})
_LONGEST_SHOWN: Final = 40


class Reader:
    """Makes texts of segments; `lost` counts the codes that have no counterpart here."""

    def __init__(self) -> None:
        self.lost = 0

    def text(self, pieces: Iterable[Piece]) -> Text:
        """The text of a segment.

        Pairs for bold, italic, links and what is not to be translated are marks. A code that stands for something
        (`ph`, `ut`) is a placeholder: its native code if that is no markup (%s, {0}), else {1}, {2} …, marked as not to
        be translated; a line break is one. Other formatting is left out.
        """
        building = _Building()
        for piece in pieces:
            if isinstance(piece, str):
                building.add(piece)
            elif not self._code(building, piece):
                self.lost += 1
        return building.finished()

    def _code(self, building: _Building, code: Code) -> bool:
        match code.name:
            case "hi":
                building.open("hi", TYPES.get(code.type), "")
            case "/hi":
                building.close("hi")
            case "bpt":
                kind, href = _meaning(code)
                building.open(f"bpt{code.key}", kind, href)
                return kind is not None
            case "ept":
                building.close(f"bpt{code.key}")
            case "ph" | "ut":
                building.placeholder(code)
            case _:
                return False
        return True


class _Building:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._open: dict[str, list[tuple[int, MarkKind | None, str]]] = {}
        self._placeholders = 0

    def add(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def open(self, key: str, kind: MarkKind | None, href: str) -> None:
        self._open.setdefault(key, []).append((self._length, kind, href))

    def close(self, key: str) -> None:
        if self._open.get(key):
            start, kind, href = self._open[key].pop()
            if kind is not None and start < self._length:
                self._marks.append(Mark(start, self._length, kind, href))

    def placeholder(self, code: Code) -> None:
        native = code.native.strip()
        tag = _TAG.match(native)
        if code.type in _BREAKS or (tag and tag[1].lower() in _BREAKS):
            self.add("\n")
            return
        self._placeholders += 1
        shown = native if native and not tag and len(native) <= _LONGEST_SHOWN else f"{{{self._placeholders}}}"
        start = self._length
        self.add(shown)
        self._marks.append(Mark(start, self._length, MarkKind.UNTRANSLATABLE))

    def finished(self) -> Text:
        for key in tuple(self._open):
            while self._open[key]:
                self.close(key)
        return Text("".join(self._pieces), tuple(self._marks))


def _meaning(code: Code) -> tuple[MarkKind | None, str]:
    tag = _TAG.match(code.native)
    href = _HREF.search(code.native)
    if href and (code.type in {"", "link", "x-link"} or (tag and tag[1].lower() == "a")):
        return MarkKind.LINK, html.unescape(href["href"])
    kind = TYPES.get(code.type) or (TAGS.get(tag[1].lower()) if tag else None)
    return (None, "") if kind is MarkKind.LINK else (kind, "")
