"""Reads back what a Word file says, by its elements alone: the writer's work is checked with it before it is kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from tilshi.export.archive import DAMAGED
from tilshi.export.docx.wordml import Element, W

_BODY: Final = "word/document.xml"
_BREAKS: Final = {f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}tab": "\t", f"{{{W}}}noBreakHyphen": "\u2011"}
_TEXT: Final = f"{{{W}}}t"
_RUN: Final = f"{{{W}}}r"


class NotWord(ValueError):
    """The bytes are not a sound Word file; the message names the part and what is wrong with it."""


def read_text(data: bytes, part: str = _BODY) -> tuple[str, ...]:
    """The text of every paragraph of a part, in reading order, to the letter.

    Raises:
        NotWord: the part is missing or damaged.
    """
    return tuple("".join(_pieces(paragraph)) for paragraph in _parts(data, part)[part].iter(f"{{{W}}}p"))


def verify_package(data: bytes) -> None:
    """Opens every member, which checks its sum, and parses every part.

    Raises:
        NotWord: one of them is damaged, or there is no document in the package.
    """
    if _BODY not in _parts(data):
        raise NotWord(_BODY)


def _parts(data: bytes, *names: str) -> dict[str, Element]:
    """The roots of the parts of those names, or of all; entities and the network stay out of them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    at = "ZIP"
    parts = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for at in names or archive.namelist():
                content = archive.read(at)
                if at.endswith((".xml", ".rels")):
                    parts[at] = etree.fromstring(content, parser)
    except (*DAMAGED, etree.XMLSyntaxError) as error:
        raise NotWord(f"{at}: {error}") from error
    return parts


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
