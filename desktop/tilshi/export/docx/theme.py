"""`word/theme/theme1.xml`: the house's colours and fonts, offered to whoever goes on with the file in Word."""

from __future__ import annotations

from typing import Final

from lxml import etree

from tilshi.export.docx.sheet import StyleSheet
from tilshi.export.docx.wordml import Element, hex_colour
from tilshi.layout.blocks import Document

_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
# The order of the schema (20.1.6.2). Word offers accents 1 to 6: the house has one, the rest are calm neighbours of it.
_COLOURS: Final = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "1F2328",
    "lt2": "F6F5F2",
    "accent1": "",
    "accent2": "5B6068",
    "accent3": "8A6D3B",
    "accent4": "2F6F62",
    "accent5": "4A5A87",
    "accent6": "C9C5BC",
    "hlink": "",
    "folHlink": "",
}


def theme(document: Document, sheet: StyleSheet) -> Element:
    """The whole part; fills, lines and effects are plain, three of each because the schema asks for three."""
    link = hex_colour(document.link_colour)
    own = {"accent1": hex_colour(document.accent), "hlink": link, "folHlink": link}
    colours = [_a(name, _a("srgbClr", val=own.get(name, colour))) for name, colour in _COLOURS.items()]
    heading = next((style.look.style.family for style in sheet.styles if style.level), sheet.base.family)
    elements = _a(
        "themeElements",
        _a("clrScheme", *colours, name="Release"),
        _a("fontScheme", _fonts("majorFont", heading), _fonts("minorFont", sheet.base.family), name="Release"),
        _a(
            "fmtScheme",
            _a("fillStyleLst", *(_fill() for _number in range(3))),
            _a("lnStyleLst", *(_a("ln", _fill(), w=str(6350 * (number + 1))) for number in range(3))),
            _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _number in range(3))),
            _a("bgFillStyleLst", *(_fill() for _number in range(3))),
            name="Release",
        ),
    )
    return _a("theme", elements, name="Release")


def _fonts(kind: str, family: str) -> Element:
    return _a(kind, _a("latin", typeface=family), _a("ea", typeface=""), _a("cs", typeface=""))


def _fill() -> Element:
    return _a("solidFill", _a("schemeClr", val="phClr"))


def _a(tag: str, /, *children: Element, **attributes: str) -> Element:
    element = etree.Element(f"{{{_A}}}{tag}", attributes, {"a": _A})
    element.extend(children)
    return element
