"""WordprocessingML elements (ECMA-376 part 1, clause 17), made by name, and the units they are measured in."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from lxml import etree

from tilshi.export.errors import ExportError
from tilshi.i18n import _

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ROOT_NAMES: Final = {"w": W, "r": R}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

# XML 1.0 (fifth edition), production 2: everything else cannot be written, not even as a character reference.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def w(tag: str, /, *children: Element | None, **attributes: str | int | None) -> Element:
    """The element `w:tag` with attributes of the same namespace; children and attributes that are None are left out."""
    values = {f"{{{W}}}{name}": str(value) for name, value in attributes.items() if value is not None}
    element = etree.Element(f"{{{W}}}{tag}", values, _ROOT_NAMES)
    element.extend([child for child in children if child is not None])
    return element


def unprefixed(namespace: str, tag: str) -> Element:
    """An empty root in a default namespace, which is how readers expect the parts that are not WordprocessingML."""
    return etree.fromstring(f'<{tag} xmlns="{namespace}"/>')


def group(tag: str, /, *children: Element | None) -> Element | None:
    """Like `w`, but None where no child is left: an empty `w:rPr` says nothing."""
    element = w(tag, *children)
    return element if len(element) else None


def flag(tag: str, *, on: bool) -> Element:
    """A toggle property with its value said outright, so that it overrides whatever is inherited."""
    return w(tag) if on else w(tag, val="0")


def text_element(text: str) -> Element:
    """`w:t` with the text to the letter: white space at the ends and doubled is lost without `xml:space`."""
    element = w("t")
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(_SPACE, "preserve")
    return element


def checked(text: str, place: str) -> str:
    """The text itself.

    Raises:
        ExportError: it holds a character that XML cannot carry; the message names `place` and the character.
    """
    if found := _NOT_XML.search(text):
        code = f"U+{ord(found.group()):04X}"
        raise ExportError(
            _("The character {code} at position {number} cannot be written to a Word file.").format(
                code=code, number=found.start() + 1
            ),
            place=place,
            remedy=_("Delete it and export again."),
        )
    return text


def serialise(root: Element) -> bytes:
    """The XML of a part, with a declaration and no white space of our own between the elements."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "r"] if root.nsmap.get("w") == W else None)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """Points in twentieths of a point, the unit of spacing and of the page."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points in halves, the unit of font sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Points in eighths, the unit of line widths; Word draws 2 to 96."""
    return min(96, max(2, round(points * 8)))


def hex_colour(colour: str) -> str:
    """`#RRGGBB` as Word writes it."""
    return colour.removeprefix("#").upper()
