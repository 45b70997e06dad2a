"""Looks through a Word file: every member of the package, every text and attribute of every part."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from tilshi.export.archive import DAMAGED
from tilshi.export.probe.leaks import Leak, LeakKind, Nature, Piece
from tilshi.export.probe.pictures import picture_data

# Members by what they are for; a part that a clean export never has names its leak here.
_MEMBERS: Final = (
    (re.compile(r"comments|/people\.xml$"), LeakKind.COMMENT),
    (re.compile(r"thumbnail"), LeakKind.THUMBNAIL),
    (re.compile(r"vbaProject|vbaData|activeX|\.bin$"), LeakKind.SCRIPT),
    (re.compile(r"/embeddings/|/oleObject|altChunk|/afchunk"), LeakKind.ATTACHMENT),
    (re.compile(r"^docProps/custom\.xml|customXml/|/glossary/|printerSettings|docMetadata"), LeakKind.PRIVATE),
)
# 17.13.5: insertions, deletions, moves, changed properties.
_CHANGES: Final = re.compile(r"^(?:ins|del|move\w*|cellIns|cellDel|cellMerge|\w+Change|trackRevisions|delText)$")
_ELEMENTS: Final = {
    **dict.fromkeys(("commentReference", "commentRangeStart", "commentRangeEnd", "annotationRef"), LeakKind.COMMENT),
    **dict.fromkeys(("vanish", "specVanish", "webHidden"), LeakKind.HIDDEN),
    **dict.fromkeys(("rsids", "rsid", "rsidRoot", "docId", "chartTrackingRefBased"), LeakKind.REVISION),
    **dict.fromkeys(("attachedTemplate", "Template"), LeakKind.TEMPLATE),
    **dict.fromkeys(("docVars", "mailMerge", "lastPrinted", "TotalTime"), LeakKind.PRIVATE),
    **dict.fromkeys(("altChunk", "object", "OLEObject"), LeakKind.ATTACHMENT),
}
# Attributes in which people write; all others hold the format's own words, and are looked through for paths alone.
_FREE_ATTRIBUTES: Final = frozenset(
    {"author", "initials", "userId", "descr", "title", "tooltip", "docLocation", "anchor", "instr"}
)
_FREE_VALUES: Final = frozenset({"alias", "tag", "name", "aliases", "lvlText", "tblCaption", "tblDescription"})
_SAID_BY_THE_DOCUMENT: Final = frozenset({"title", "subject", "creator", "keywords", "description"})
_OFF: Final = frozenset({"0", "false", "off"})
_LIVE_LINKS: Final = ("http://", "https://", "mailto:", "tel:")


def sights(data: bytes) -> Iterator[Piece | Leak]:
    """Everything there is to look at in the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _archive(data, archive)
            for entry in archive.infolist():
                yield from _member(entry.filename, archive.read(entry))
    except DAMAGED as error:
        yield Leak(LeakKind.UNREADABLE, "DOCX", type(error).__name__)


def _archive(data: bytes, archive: zipfile.ZipFile) -> Iterator[Piece | Leak]:
    """What stands between and round the members."""
    entries = archive.infolist()
    if archive.comment:
        yield Leak(LeakKind.COMMENT, "ZIP", archive.comment[:40].decode("latin-1"))
    names = [entry.filename for entry in entries]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Leak(LeakKind.EARLIER, name, "ZIP")
    for entry in entries:
        yield Piece("ZIP", entry.filename, Nature.SYNTAX)
        # Extra fields hold users' numbers and local times (APPNOTE 4.5).
        if entry.extra or entry.comment:
            yield Leak(LeakKind.PRIVATE, entry.filename, "ZIP")
    if entries and (min(entry.header_offset for entry in entries) > 0 or not data.startswith(b"PK")):
        yield Leak(LeakKind.EARLIER, "ZIP", data[:8].hex())


def _member(name: str, data: bytes) -> Iterator[Piece | Leak]:
    for pattern, kind in _MEMBERS:
        if pattern.search(name):
            yield Leak(kind, name, name.rpartition("/")[2])
    yield from (Leak(LeakKind.PICTURE, name, what) for what in picture_data(data))
    if not name.endswith((".xml", ".rels")):
        yield Piece(name, data.decode("latin-1"), Nature.SYNTAX)
        yield Piece(name, data.decode("utf-16-le", errors="ignore"), Nature.SYNTAX)
        return
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield Leak(LeakKind.UNREADABLE, name, str(error.msg))
        return
    look = _PROPERTIES.get(name.rpartition("/")[0], _part)
    yield from _links(name, root) if name.endswith(".rels") else look(name, root)


def _part(name: str, root: etree._Element) -> Iterator[Piece | Leak]:
    """A part of the document: paragraphs as whole texts, so that a name parted into runs is found."""
    remarks = root.xpath("//comment() | //processing-instruction()")
    for remark in remarks if isinstance(remarks, list) else ():
        yield Leak(LeakKind.COMMENT, name, str(remark)[:40])
    for element in root.iter("*"):
        tag = etree.QName(element).localname
        if tag == "p":
            yield Piece(name, "".join(text.text or "" for text in element.iter("{*}t", "{*}delText")), Nature.CONTENT)
        elif tag in {"t", "delText"}:
            continue
        elif element.text and element.text.strip():
            yield Piece(name, element.text, Nature.PROPERTY)
        yield from _marks(name, tag, element)
        yield from _attributes(name, tag, element)


def _marks(name: str, tag: str, element: etree._Element) -> Iterator[Leak]:
    """What an element says by being there, unless it says that it is off."""
    off = any(str(key).endswith("}val") and str(value) in _OFF for key, value in element.attrib.items())
    kind = LeakKind.CHANGE if _CHANGES.match(tag) else _ELEMENTS.get(tag)
    if kind and not off:
        yield Leak(kind, name, tag)


def _attributes(name: str, tag: str, element: etree._Element) -> Iterator[Piece | Leak]:
    for key, value in element.attrib.items():
        attribute = etree.QName(str(key)).localname
        if attribute.startswith("rsid"):
            yield Leak(LeakKind.REVISION, name, attribute)
            continue
        free = attribute in _FREE_ATTRIBUTES or (attribute == "val" and tag in _FREE_VALUES)
        nature = Nature.PROPERTY if attribute in {"author", "initials", "userId"} else Nature.CONTENT
        yield Piece(name, str(value), nature if free else Nature.SYNTAX)


def _links(name: str, root: etree._Element) -> Iterator[Piece | Leak]:
    for link in root:
        target, kind = link.get("Target", ""), link.get("Type", "").rpartition("/")[2]
        external = link.get("TargetMode") == "External"
        yield Piece(name, target, Nature.CONTENT if external else Nature.SYNTAX)
        if kind == "attachedTemplate":
            yield Leak(LeakKind.TEMPLATE, name, target)
        elif external and not target.startswith(_LIVE_LINKS):
            yield Leak(LeakKind.PATH, name, target)


def _properties(name: str, root: etree._Element) -> Iterator[Piece | Leak]:
    for element in root.iter("*"):
        tag = etree.QName(element).localname
        nature = Nature.CONTENT if tag in _SAID_BY_THE_DOCUMENT else Nature.PROPERTY
        yield Piece(f"{name}, {tag}", element.text or "", Nature.SYNTAX if tag == "language" else nature)
        yield from _marks(name, tag, element)


_PROPERTIES: Final[dict[str, Callable[[str, etree._Element], Iterator[Piece | Leak]]]] = {"docProps": _properties}
