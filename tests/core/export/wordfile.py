"""Looks into a finished Word file with lxml alone, so that no reader of ours stands between a test and the bytes."""

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMES = {"w": W.strip("{}"), "r": R.strip("{}")}


def members(data: bytes) -> dict[str, bytes]:
    """Every member of the package by its path."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], *, comment: bytes = b"") -> bytes:
    """An archive of members, as another program would pack it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
        archive.comment = comment
    return buffer.getvalue()


def part(data: bytes, path: str = "word/document.xml") -> etree._Element:
    """The root of one part."""
    return etree.fromstring(members(data)[path])


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements an XPath finds, with the prefixes w and r."""
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def values(root: etree._Element, path: str) -> list[str]:
    """The strings an XPath finds: attributes or text."""
    found = root.xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(value) for value in found]


def shown(paragraph: etree._Element) -> str:
    """What a paragraph shows: its text, line breaks and tabs."""
    return "".join(_shown(paragraph))


def _shown(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
        yield {f"{W}br": "\n", f"{W}tab": "\t"}.get(element.tag, element.text or "")


def targets(data: bytes, path: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    """The targets of a part's relationships by their ids."""
    return {link.get("Id", ""): link.get("Target", "") for link in etree.fromstring(members(data)[path])}
