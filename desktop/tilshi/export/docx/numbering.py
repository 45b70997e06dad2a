"""`word/numbering.xml`: lists are real lists, one definition for each look of marker."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
    """What tells one definition from another."""

    text: str
    style: ParagraphStyle


class Numbering:
    """The lists of one document; numbers start at 1, because 0 means no list."""

    __slots__ = ("_numbers",)

    def __init__(self, document: Document) -> None:
        markers = [_marker(block) for block in document.blocks if isinstance(block, ItemList) and block.items]
        self._numbers: dict[Marker, int] = {marker: n for n, marker in enumerate(dict.fromkeys(markers), 1)}

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def properties(self, block: ItemList) -> Element:
        """`w:numPr` for the items of `block`, which has at least one."""
        return w("numPr", w("ilvl", val=0), w("numId", val=self._numbers[_marker(block)]))

    def part(self) -> Element:
        """The whole part: all definitions come before all their uses (17.9.17)."""
        definitions = [_definition(marker, number) for marker, number in self._numbers.items()]
        uses = [w("num", w("abstractNumId", val=n), numId=n) for n in self._numbers.values()]
        return w("numbering", *definitions, *uses)


def _marker(block: ItemList) -> Marker:
    return Marker(block.marker, block.items[0].style)


def _definition(marker: Marker, number: int) -> Element:
    levels = [_level(marker, level) for level in range(_LEVELS)]
    return w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)


def _level(marker: Marker, level: int) -> Element:
    style = marker.style
    hang = style.size * _HANG
    family = style.family
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val=_literal(checked(marker.text, _("list marker")))),
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
