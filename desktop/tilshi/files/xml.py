"""XML from strangers: no document type, no entities, no network, nothing deeper or larger than reasonable."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tilshi.files.decoding import decode_as, in_line
from tilshi.files.errors import FileError
from tilshi.files.kinds import refuse_foreign
from tilshi.i18n import _

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH: Final = 100
MAX_ELEMENTS: Final = 250_000
MAX_ATTRIBUTES: Final = 64
FIELD_LIMIT: Final = 200_000
"""The longest text or attribute, in code points."""

# XML 1.0, 2.8 [22]: what may stand before the document type or the root.
_MISC: Final = re.compile(rb"\s*(?:<!--.*?-->|<\?.*?\?>)", re.DOTALL)
_SPACE: Final = re.compile(rb"\s*")
_MAX_MISC: Final = 1_000
_DECLARATION: Final = re.compile(rb"<\?xml\s[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']")
_LINE_AND_COLUMN: Final = re.compile(r"[ ,]*line \d+, column \d+\Z")
_UTF_8: Final = frozenset({"utf-8", "utf8"})
_UTF_16: Final = frozenset({"utf-16", "utf16", "utf-16le", "utf-16be"})
# ASCII-compatible, without states: what is declared can be checked byte by byte. UTF-7 is the classical disguise.
_EIGHT_BIT: Final = frozenset(
    {
        "us-ascii",
        "ascii",
        "iso-8859-1",
        "iso-8859-5",
        "iso-8859-15",
        "koi8-r",
        "windows-1251",
        "windows-1252",
        "kz-1048",
    }
)


def parse(path: Path, data: bytes, *, part: str = "", max_elements: int = MAX_ELEMENTS) -> _Element:
    """The root element of an XML document.

    Comments and processing instructions are left out; nothing they name is ever loaded. `part` is the member of an
    archive the bytes are from, for the errors.

    Raises:
        FileError: not well-formed (with the line), a document type of any kind, bytes that are not in the encoding they
            claim, deeper than `MAX_DEPTH`, more than `max_elements` elements or `MAX_ATTRIBUTES` attributes on one.
    """
    refuse_foreign(path, data)
    data = _as_utf8(path, data, part)
    _refuse_document_type(path, data, part)
    _refuse_crowd(path, data, part, max_elements)
    # Loaded here for the start of the program, which opens no XML.
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "Excessive depth" in (error.msg or ""):
            raise _too_deep(path, part) from error
        raise _ill_formed(path, part, error.lineno or 0, error.msg or "") from error
    _refuse_shape(path, root, part)
    return root


def local_name(element: _Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    # The stubs know no other tags than strings.
    tag: object = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def line_of(element: _Element) -> int:
    """The line an element begins in, counted from 1; 0 if unknown. libxml2 stops counting at 65,535."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def text_of(element: _Element) -> str:
    """All text within an element."""
    return "".join(str(piece) for piece in element.itertext())


def _as_utf8(path: Path, data: bytes, part: str) -> bytes:
    """The document in UTF-8, after a check that it is in the encoding it claims."""
    declared = _declared(data)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = decode_as(path, data, "utf-16")
        inside = _declared(text[:200].encode("utf-8", "replace"))
        if inside and inside not in _UTF_16:
            raise _lie(path, part, inside, "utf-16")
        return text.encode()
    data = data.removeprefix(codecs.BOM_UTF8)
    if not declared or declared in _UTF_8:
        decode_as(path, data, "utf-8")
        return data
    if declared in _UTF_16:
        raise _lie(path, part, declared, "utf-8")
    if declared not in _EIGHT_BIT:
        raise FileError(
            path,
            _("The file claims the encoding “{encoding}”, which is not accepted.").format(encoding=declared),
            place=part,
            remedy=_("Save it as UTF-8 in the program it comes from."),
        )
    return decode_as(path, data, declared.replace("windows-", "cp")).encode()


def _declared(data: bytes) -> str:
    found = _DECLARATION.match(data.removeprefix(codecs.BOM_UTF8))
    return found[1].decode("ascii").lower() if found else ""


def _lie(path: Path, part: str, declared: str, real: str) -> FileError:
    return FileError(
        path,
        _("The file claims the encoding “{declared}” but is in “{real}”.").format(declared=declared, real=real),
        place=part,
        remedy=_("Save it as UTF-8 in the program it comes from."),
    )


def _refuse_document_type(path: Path, data: bytes, part: str) -> None:
    at = 0
    for _number in range(_MAX_MISC):
        if not (found := _MISC.match(data, at)):
            break
        at = found.end()
    if space := _SPACE.match(data, at):
        at = space.end()
    if data.startswith((b"<!", b"<?"), at):
        raise FileError(
            path,
            _("The file declares a document type (DOCTYPE), which could make it load other files."),
            place=_place(part, data.count(b"\n", 0, at) + 1),
            remedy=_("Have it saved without one."),
        )


def _refuse_crowd(path: Path, data: bytes, part: str, most: int) -> None:
    """Counts tags before anything is built from them; comments and CDATA can only make the count too high."""
    if data.count(b"<") - data.count(b"</") > most:
        raise FileError(path, _("The file has more than {number} elements.").format(number=most), place=part)


def _refuse_shape(path: Path, root: _Element, part: str) -> None:
    if root.xpath(f"boolean({'/*' * (MAX_DEPTH + 1)})"):
        raise _too_deep(path, part)
    if root.xpath(f"boolean(//*[@*[{MAX_ATTRIBUTES + 1}]])"):
        raise FileError(
            path, _("An element has more than {number} attributes.").format(number=MAX_ATTRIBUTES), place=part
        )


def _too_deep(path: Path, part: str) -> FileError:
    return FileError(path, _("The elements are nested more than {number} deep.").format(number=MAX_DEPTH), place=part)


def _ill_formed(path: Path, part: str, line: int, why: str) -> FileError:
    return FileError(
        path,
        _("The file is damaged or not XML: {why}.").format(why=_LINE_AND_COLUMN.sub("", " ".join(why.split()))[:200]),
        place=_place(part, line),
        remedy=_("It may be cut off; look for another copy."),
    )


def _place(part: str, line: int) -> str:
    return ", ".join(place for place in (part, in_line(line) if line else "") if place)
