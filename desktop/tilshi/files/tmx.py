"""Translation memories in TMX 1.1 to 1.4b as plain values: what is in the file, not yet what it means to anybody."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from tilshi.files import xml
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import in_line
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.i18n import _, ngettext

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNITS: Final = 100_000
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_VERSIONS: Final = frozenset({"1.1", "1.2", "1.3", "1.4", "1.4b"})
# What a segment may hold besides text (TMX 1.4b, 3.3). Of `hi` and `sub` the text counts, of the others the code.
_CODES: Final = frozenset({"bpt", "ept", "hi", "it", "ph", "sub", "ut"})
_ELEMENTS_A_UNIT: Final = 10


@dataclass(frozen=True, slots=True)
class Code:
    """An inline code: `name` is that of its element; of `hi` there are two, `hi` where it begins and `/hi` at its end.

    `key` pairs `bpt` and `ept` (attribute `i`); `type` is the attribute; `native` is the code of the other program.
    """

    name: str
    key: str = ""
    type: str = ""
    native: str = ""


Piece: TypeAlias = str | Code


@dataclass(frozen=True, slots=True)
class Variant:
    """A text of a unit in one language (`tuv`); attributes are those that say who and when."""

    language: str
    pieces: tuple[Piece, ...]
    attributes: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A unit (`tu`); `source_language` only where it says another than the file; `line` is where it begins."""

    id: str
    variants: tuple[Variant, ...]
    source_language: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Tmx:
    """A file; `source_language` is empty where units may be read in any direction (`*all*`)."""

    source_language: str
    units: tuple[TmxUnit, ...]
    warnings: tuple[FileWarning, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts, sorted; without those of texts that do not say theirs."""
        return tuple(sorted({text.language for unit in self.units for text in unit.variants} - {""}))


def read_tmx(path: Path, data: bytes | None = None, *, max_units: int = MAX_UNITS) -> Tmx:
    """The units of a TMX file.

    Raises:
        FileError: not TMX, of a version that is not known, without any unit, with more than `max_units`, or damaged.
    """
    content = read_bytes(path) if data is None else data
    root = xml.parse(path, content, max_elements=_ELEMENTS_A_UNIT * max_units)
    if root.tag != "tmx":
        raise FileError(
            path,
            _("This is XML, but its root is “{root}” where “{expected}” was expected.").format(
                root=xml.local_name(root)[:60], expected="tmx"
            ),
        )
    if root.get("version") not in _VERSIONS:
        version = root.get("version", "?")
        raise FileError(path, _("This version of TMX is not known: {version}.").format(version=version))
    header, elements = root.find("header"), list(root.iter("tu"))
    if header is None or root.find("body") is None or not elements:
        raise FileError(path, _("There is no translation unit in it."))
    if len(elements) > max_units:
        raise FileError(path, _("It holds more than {number} entries.").format(number=max_units))
    units = tuple(_unit(element) for element in elements)
    own = (_duplicates(elements), _nameless(units), _foreign(elements), _texts(root))
    return Tmx(_source_language(header), units, limited(itertools.chain(*own)))


def plain(pieces: Iterable[Piece]) -> str:
    """The text of a segment without its codes."""
    return "".join(piece for piece in pieces if isinstance(piece, str))


def _source_language(element: _Element) -> str:
    language = element.get("srclang", "")
    return "" if language == "*all*" else language


def _unit(element: _Element) -> TmxUnit:
    return TmxUnit(
        element.get("tuid", ""),
        tuple(_variant(variant) for variant in element.iter("tuv")),
        _source_language(element),
        _attributes(element),
        _properties(element),
        xml.line_of(element),
    )


def _variant(element: _Element) -> Variant:
    segment = element.find("seg")
    pieces = tuple(_joined(_pieces(segment))) if segment is not None else ()
    language = element.get(_LANG) or element.get("lang") or ""
    return Variant(language, pieces, _attributes(element), _properties(element))


def _attributes(element: _Element) -> tuple[tuple[str, str], ...]:
    found = ((str(name), str(value)) for name, value in element.attrib.items())
    return tuple((name, value) for name, value in found if name.endswith(("date", "id")) and name != "tuid")


def _properties(element: _Element) -> tuple[tuple[str, str], ...]:
    found = [(prop.get("type", ""), xml.text_of(prop)) for prop in element.findall("prop")]
    found += [("note", xml.text_of(note)) for note in element.findall("note")]
    return tuple((name, value) for name, value in found if name and value)


def _pieces(element: _Element) -> Iterator[Piece]:
    if element.text:
        yield element.text
    for child in element:
        name = xml.local_name(child)
        if name == "hi":
            yield Code("hi", type=child.get("type", ""))
            yield from _pieces(child)
            yield Code("/hi")
        elif name in _CODES:
            key = child.get("i") or child.get("x") or ""
            yield Code(name, key, child.get("type", ""), xml.text_of(child))
        if child.tail:
            yield child.tail


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with neighbouring strings as one."""
    for are_texts, group in itertools.groupby(pieces, lambda piece: isinstance(piece, str)):
        if are_texts:
            yield "".join(str(piece) for piece in group)
        else:
            yield from group


def _duplicates(elements: Sequence[_Element]) -> Iterator[FileWarning]:
    counts = Counter(element.get("tuid") for element in elements)
    for element in elements:
        name = element.get("tuid")
        if name and counts[name] > 1:
            counts[name] = 0
            yield FileWarning(_("The id “{id}” is used twice.").format(id=name[:60]), in_line(xml.line_of(element)))


def _nameless(units: Iterable[TmxUnit]) -> Iterator[FileWarning]:
    missing = sum(not _LANGUAGE.fullmatch(text.language) for unit in units for text in unit.variants)
    if missing:
        yield FileWarning(
            ngettext(
                "{number} text does not say its language.", "{number} texts do not say their language.", missing
            ).format(number=missing)
        )


def _foreign(elements: Iterable[_Element]) -> Iterator[FileWarning]:
    names = (xml.local_name(code) for unit in elements for segment in unit.iter("seg") for code in segment.iter())
    for name in dict.fromkeys(name for name in names if name not in _CODES | {"seg"}):
        yield FileWarning(_("“{name}” does not belong into a text and is left out.").format(name=name[:60]))


def _texts(root: _Element) -> Iterator[FileWarning]:
    for element in root.iter("seg"):
        yield from hazards(xml.text_of(element), in_line(xml.line_of(element)))
