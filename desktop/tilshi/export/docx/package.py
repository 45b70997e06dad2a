"""The package round the parts (ECMA-376 part 2, Open Packaging Conventions), the same bytes each time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tilshi.export.docx.wordml import serialise, unprefixed

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
# The earliest time a ZIP entry can bear; the clock of the machine is nobody's business.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from a part: to another part by its path in the package, or to an address outside it."""

    id: str
    kind: str
    target: str
    external: bool = False


class Relationships:
    """The references of one part; asking for the same one twice gives the same id."""

    __slots__ = ("_items",)

    def __init__(self) -> None:
        self._items: dict[tuple[str, str], Relationship] = {}

    def add(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id (`rId1` …) of the reference to `target`."""
        number = len(self._items) + 1
        made = Relationship(f"rId{number}", kind, target, external=external)
        return self._items.setdefault((kind, target), made).id

    def items(self) -> tuple[Relationship, ...]:
        """All references, in the order they were asked for."""
        return tuple(self._items.values())


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package: its path without a leading slash, its media type, its bytes, its references."""

    path: str
    media_type: str
    data: bytes
    links: Relationships = field(default_factory=Relationships)


def pack(parts: Iterable[Part], roots: Relationships) -> bytes:
    """The finished file; `roots` are the references of the package itself. Order, times and modes are fixed."""
    ordered = sorted(parts, key=lambda part: part.path)
    members = {"[Content_Types].xml": _content_types(ordered), "_rels/.rels": _links("", roots)}
    for part in ordered:
        members[part.path] = part.data
        if part.links.items():
            members[_links_path(part.path)] = _links(posixpath.dirname(part.path), part.links)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in members.items():
            archive.writestr(_entry(path), data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _NO_TIME)
    # Said outright: by default they tell on which system the file was made.
    entry.create_system = 0
    entry.external_attr = 0o600 << 16
    return entry


def _links_path(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _content_types(parts: Iterable[Part]) -> bytes:
    root = unprefixed(_TYPES, "Types")
    for extension, media_type in (("rels", _RELS_TYPE), ("xml", "application/xml")):
        etree.SubElement(root, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": media_type})
    for part in parts:
        name = {"PartName": f"/{part.path}", "ContentType": part.media_type}
        etree.SubElement(root, f"{{{_TYPES}}}Override", name)
    return serialise(root)


def _links(folder: str, links: Relationships) -> bytes:
    root = unprefixed(_LINKS, "Relationships")
    for link in links.items():
        target = link.target if link.external else posixpath.relpath(link.target, folder or ".")
        values = {"Id": link.id, "Type": link.kind, "Target": target}
        if link.external:
            values["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_LINKS}}}Relationship", values)
    return serialise(root)
