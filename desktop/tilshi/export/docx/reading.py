"""Reads back what a Word file says, by its elements alone: the writer's work is checked with it before it is kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tilshi.export.docx.wordml import Element, W

_BREAKS: Final = {f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}tab": "\t", f"{{{W}}}noBreakHyphen": "\u2011"}
_TEXT: Final = f"{{{W}}}t"
_RUN: Final = f"{{{W}}}r"


def read_text(data: bytes, part: str = "word/document.xml") -> tuple[str, ...]:
    """The text of every paragraph of a part, in reading order, to the letter.

    Raises:
        zipfile.BadZipFile, KeyError, lxml.etree.XMLSyntaxError: the bytes are not a sound Word file.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parse(archive.read(part))
    return tuple("".join(_pieces(paragraph)) for paragraph in root.iter(f"{{{W}}}p"))


def parse(data: bytes) -> Element:
    """The root of a part; entities and the network stay out of it."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _pieces(paragraph: Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag in _BREAKS and _parent_tag(element) == _RUN:
            # A tab stop, in the properties, bears the same name as a tab.
            yield _BREAKS[element.tag]


def _parent_tag(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else parent.tag
