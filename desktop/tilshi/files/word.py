"""Word files from strangers: the package checked whole before any library for documents sees it.

Office Open XML is a ZIP archive of XML parts that name each other (ECMA-376-2, Open Packaging Conventions). Every part
is parsed under the guard of `files.xml`, every relation must lead to a part or be a plain link.
"""

from __future__ import annotations

import itertools
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from tilshi.files import archive, xml
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.i18n import N_, _

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PARAGRAPHS: Final = 20_000
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# The strict variant (ECMA-376-1, annex A) is the same under other names: read as the transitional one.
_STRICT_KIND: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TRANSITIONAL: Final = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/picture": b"http://schemas.openxmlformats.org/drawingml/2006/picture",
}
# Only within tags, where a text cannot be: what is written about the names stays.
_STRICT_TAG: Final = re.compile(rb"<[^<>]*?\sxmlns[^<>]*>")
_STRICT_NAME: Final = re.compile(rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/[\w/]+(?=[\"'])")
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml|ms-word)"
    r"\.(?:document|template)(?:\.macroEnabled)?\.main\+xml"
)
_OFFICE_DOCUMENT: Final = "/officeDocument"
_PACKAGE_RELS: Final = "_rels/.rels"
_HARMLESS: Final = frozenset({"http", "https", "mailto", "tel"})

# Elements of a document the user must know of, with what they are.
_NOTABLE: Final = {
    "ins": N_("It holds tracked changes."),
    "del": N_("It holds tracked changes."),
    "moveFrom": N_("It holds tracked changes."),
    "moveTo": N_("It holds tracked changes."),
    "vanish": N_("It holds hidden text."),
    "webHidden": N_("It holds hidden text."),
    "commentReference": N_("It holds comments."),
    "altChunk": N_("It holds a document of another kind (altChunk), which is not read."),
    "object": N_("It holds an embedded object, which is not read."),
    "control": N_("It holds an active control, which is not run."),
    "footnoteReference": N_("It holds footnotes."),
    "endnoteReference": N_("It holds endnotes."),
}
_FETCHING: Final = re.compile(r"\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: a part of the package by its name, or something outside by its address (`external`)."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A checked Word file: its archive, the name of its main part, the root of that part (`w:document`).

    `parts` are the roots of all XML parts by name, `relations` what each part refers to, by its name. `risks` are the
    warnings about the file, `warnings` those and what is notable in its content. Elements of the strict variant come
    under the names of the transitional one.
    """

    members: archive.Archive
    main: str
    document: _Element
    warnings: tuple[FileWarning, ...] = ()
    risks: tuple[FileWarning, ...] = ()
    parts: Mapping[str, _Element] = field(default_factory=dict)
    relations: Mapping[str, tuple[Relation, ...]] = field(default_factory=dict)

    def related(self, part: str, kind: str) -> _Element | None:
        """The root of the first part that `part` refers to with a relation of that kind (`styles`, `comments`)."""
        for relation in self.relations.get(part, ()):
            if relation.kind.endswith(f"/{kind}") and not relation.external and relation.target in self.parts:
                return self.parts[relation.target]
        return None

    def paragraphs(self) -> Iterator[str]:
        """The text of each paragraph of the body, deleted text left out."""
        for paragraph in self.document.iter(f"{W}p"):
            yield "".join(run.text or "" for run in paragraph.iter(f"{W}t"))


def open_word(path: Path, data: bytes | None = None) -> Package:
    """The Word file at `path`; `data` spares reading it again.

    Raises:
        FileError: no Word file (.docx, .docm, .dotx), damaged, hostile, half of the strict variant, or with more than
            20,000 paragraphs; with the part.
    """
    members = archive.open_zip(path, read_bytes(path) if data is None else data)
    roots = _roots(path, members)
    if _TYPES not in roots:
        raise _no_package(path, _TYPES)
    relations = {name: tuple(_relations(path, members, name, root)) for name, root in roots.items() if _is_rels(name)}
    main = _main_part(path, relations)
    _refuse_other_office(path, _content_type(roots[_TYPES], main))
    if main not in roots:
        raise _no_package(path, main)
    _refuse_not_document(path, main, roots[main])
    _refuse_long(path, main, roots[main])
    risks = limited(
        (*members.warnings, *_package_warnings(members, roots[_TYPES], main), *_relation_warnings(relations))
    )
    notable = itertools.chain(risks, _comments(members), _content(roots))
    owners = {_owner(name): found for name, found in relations.items()}
    return Package(members, main, roots[main], limited(notable), risks, roots, owners)


def _roots(path: Path, members: archive.Archive) -> dict[str, _Element]:
    """Every XML part, parsed; the other parts are read too, since their checksums show damage."""
    roots: dict[str, _Element] = {}
    strict = _is_strict(members)
    for name in members.names:
        data = members.read(name)
        if _is_xml(name):
            roots[name] = _parsed(path, _as_transitional(data) if strict else data, name)
    return roots


def _is_strict(members: archive.Archive) -> bool:
    """Whether the package says from its first relation on that it is of the strict variant."""
    return _PACKAGE_RELS in members and f"{_STRICT_KIND}/officeDocument".encode() in members.read(_PACKAGE_RELS)


def _as_transitional(data: bytes) -> bytes:
    return _STRICT_TAG.sub(lambda tag: _STRICT_NAME.sub(lambda name: _TRANSITIONAL.get(name[0], name[0]), tag[0]), data)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _is_rels(name: str) -> bool:
    return name.lower().endswith(".rels")


def _parsed(path: Path, data: bytes, name: str) -> _Element:
    if not data.strip():
        raise FileError(path, _("A part is empty."), place=name)
    return xml.parse(path, data, part=name)


def _no_package(path: Path, name: str) -> FileError:
    return FileError(
        path,
        _("This is no Word file: the part {name} is missing.").format(name=name[:200]),
        remedy=_("Save it again as .docx."),
    )


def _owner(rels: str) -> str:
    """The part whose relations a part holds: `word/_rels/document.xml.rels` holds those of `word/document.xml`."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _relations(path: Path, members: archive.Archive, name: str, root: _Element) -> Iterator[Relation]:
    folder = posixpath.dirname(posixpath.dirname(name))
    for element in root:
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = _resolved(path, folder, target, name)
            if target and target not in members:
                raise FileError(
                    path, _("It refers to the part {target}, which is missing.").format(target=target[:200]), place=name
                )
        yield Relation(element.get("Id", ""), element.get("Type", ""), target, external)


def _resolved(path: Path, folder: str, target: str, name: str) -> str:
    """The name of the part a relation leads to (ECMA-376-2, 6.5.3); empty for a place within the part itself."""
    inner = unquote(target.partition("#")[0])
    if not inner:
        return ""
    joined = posixpath.normpath(posixpath.join(folder, inner.lstrip("/")) if inner[0] != "/" else inner.lstrip("/"))
    if joined.startswith("../") or "\\" in inner or ":" in inner:
        raise FileError(path, _("A part refers to a place outside the file."), place=name)
    return joined


def _main_part(path: Path, relations: dict[str, tuple[Relation, ...]]) -> str:
    for relation in relations.get(_PACKAGE_RELS, ()):
        if relation.kind.endswith(_OFFICE_DOCUMENT) and not relation.external:
            return relation.target
    raise _no_package(path, _PACKAGE_RELS)


def _content_type(types: _Element, part: str) -> str:
    overrides = {e.get("PartName", "").casefold(): e.get("ContentType", "") for e in types if e.get("PartName")}
    defaults = {e.get("Extension", "").casefold(): e.get("ContentType", "") for e in types if e.get("Extension")}
    extension = part.rpartition(".")[2].casefold()
    return overrides.get(f"/{part}".casefold()) or defaults.get(extension, "")


def _refuse_other_office(path: Path, content_type: str) -> None:
    if not _MAIN.fullmatch(content_type):
        raise FileError(
            path,
            _("This is an Office file, but no Word document: {type}.").format(type=content_type[:120] or "?"),
            remedy=_("Save its text as .docx."),
        )


def _refuse_not_document(path: Path, main: str, root: _Element) -> None:
    if root.tag == f"{_STRICT}document":
        raise FileError(
            path,
            _("It is half a “Strict Open XML” document: its relations are those of the other kind."),
            place=main,
            remedy=_("Save it as a Word document (.docx)."),
        )
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise FileError(path, _("The part holds no document."), place=main)
    if sum(1 for _paragraph in root.iter(f"{W}p")) > MAX_PARAGRAPHS:
        raise FileError(path, _("It holds more than {number} paragraphs.").format(number=MAX_PARAGRAPHS), place=main)


def _refuse_long(path: Path, main: str, root: _Element) -> None:
    for paragraph in root.iter(f"{W}p"):
        if sum(len(run.text or "") for run in paragraph.iter(f"{W}t")) > xml.FIELD_LIMIT:
            raise FileError(
                path,
                _("A paragraph is longer than {number} characters.").format(number=xml.FIELD_LIMIT),
                place=main,
            )


def _package_warnings(members: archive.Archive, types: _Element, main: str) -> Iterator[FileWarning]:
    if "macroEnabled" in _content_type(types, main) or any(n.lower().endswith("vbaproject.bin") for n in members.names):
        yield FileWarning(_("It holds macros, which are not run."))
    if any("/embeddings/" in name.lower() or "/activex/" in name.lower() for name in members.names):
        yield FileWarning(_("It holds an embedded object, which is not read."))


def _comments(members: archive.Archive) -> Iterator[FileWarning]:
    if any(name.lower().endswith("word/comments.xml") for name in members.names):
        yield FileWarning(_("It holds comments."))


def _relation_warnings(relations: dict[str, tuple[Relation, ...]]) -> Iterator[FileWarning]:
    for name, found in relations.items():
        for relation in found:
            if relation.external and not _is_link(relation):
                yield FileWarning(
                    _("It names something outside, which is not loaded: {target}").format(target=relation.target[:200]),
                    name,
                )


def _is_link(relation: Relation) -> bool:
    scheme = urlsplit(relation.target).scheme.lower() if "\\" not in relation.target else "file"
    return relation.kind.endswith("/hyperlink") and scheme in _HARMLESS


def _content(roots: dict[str, _Element]) -> Iterator[FileWarning]:
    for name, root in roots.items():
        if root.tag.startswith(W) and _holds_text(root):
            yield from _notable(root)
            for text in root.iter(f"{W}t", f"{W}delText"):
                yield from hazards(text.text or "", name)


def _holds_text(root: _Element) -> bool:
    return xml.local_name(root) in {"document", "hdr", "ftr", "footnotes", "endnotes", "comments"}


def _notable(root: _Element) -> Iterator[FileWarning]:
    for name in dict.fromkeys(xml.local_name(element) for element in root.iter(*(f"{W}{name}" for name in _NOTABLE))):
        yield FileWarning(_(_NOTABLE[name]))
    for element in root.iter(f"{W}instrText", f"{W}fldSimple"):
        code = element.get(f"{W}instr", "") or element.text or ""
        if _FETCHING.match(code):
            yield FileWarning(_("It holds a field that would fetch something from outside; it is not run."))
