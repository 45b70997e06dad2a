"""`word/numbering.xml`: lists are real lists, one definition for each look of marker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import Final

from tilshi.export.docx.wordml import Element, checked, hex_colour, twips, w
from tilshi.i18n import _
from tilshi.layout.blocks import Document, ItemList, ParagraphStyle

# From the marker's edge to the text, in sizes of the font.
_HANG: Final = 1.2
# Word's levels; a list that a Word user indents goes on with the same marker.
_LEVELS: Final = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """What tells one definition from another; numbered lists are told apart by `serial`, for each counts anew."""

    text: str
    style: ParagraphStyle
    serial: int = 0


class Numbering:
    """The lists of one document; numbers start at 1, because 0 means no list."""

    __slots__ = ("_next", "_numbers")

    def __init__(self, document: Document) -> None:
        lists = [block for block in document.blocks if isinstance(block, ItemList) and block.items]
        serials = count(1)
        markers = [_marker(block, next(serials) if block.is_numbered else 0) for block in lists]
        self._next = count(1)
        self._numbers: dict[Marker, int] = {marker: n for n, marker in enumerate(dict.fromkeys(markers), 1)}

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def begin(self, block: ItemList) -> int:
        """The number of the next list, which is `block` and has at least one item; in the order of the document."""
        return self._numbers[_marker(block, next(self._next) if block.is_numbered else 0)]

    @staticmethod
    def properties(number: int) -> Element:
        """`w:numPr` for an item of the list of that number."""
        return w("numPr", w("ilvl", val=0), w("numId", val=number))

    def part(self) -> Element:
        """The whole part: all definitions come before all their uses (17.9.17)."""
        definitions = [_definition(marker, number) for marker, number in self._numbers.items()]
        uses = [w("num", w("abstractNumId", val=n), numId=n) for n in self._numbers.values()]
        return w("numbering", *definitions, *uses)


def _marker(block: ItemList, serial: int) -> Marker:
    return Marker(block.marker, block.items[0].style, serial)


def _definition(marker: Marker, number: int) -> Element:
    levels = [_level(marker, level) for level in range(_LEVELS)]
    return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)


def _level(marker: Marker, level: int) -> Element:
    style = marker.style
    hang = style.size * _HANG
    family = style.family
    text, start = _literal(checked(marker.text, _("list marker"))), "1"
    if marker.serial:
        before, start, after = re.split("([0-9]+)", text, maxsplit=1)
        text = f"{before}%{level + 1}{after}"
    return w(
        "lvl",
        w("start", val=start if level == 0 else 1),
        w("numFmt", val="decimal" if marker.serial else "bullet"),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(style.indent + hang * (level + 1)), hanging=twips(hang))),
        w(
            "rPr",
            w("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family, hint="default"),
            w("color", val=hex_colour(style.colour)),
        ),
        ilvl=level,
    )


def _literal(marker: str) -> str:
    """`%1` would print a number: a word joiner keeps the two characters apart, and shows nothing."""
    return re.sub(r"%(?=\d)", "%\u2060", marker)
