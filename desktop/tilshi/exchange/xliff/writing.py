"""From a release to an XLIFF 2.1 file for one target language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tilshi.exchange.xliff.vocabulary import LINK_SUBTYPE, OURS, ROLE_PREFIX, XLIFF_2, XML_SPACE
from tilshi.release import Block, Mark, MarkKind, Note, Release, Segment, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

# XML 1.0, 2.2 [2]: what XML cannot hold is written as `cp`.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_NMTOKEN: Final = re.compile(r"[^\w.:-]")
_MIXED: Final = frozenset(f"{{{XLIFF_2}}}{name}" for name in ("source", "target", "note", "data"))
_SUBTYPES: Final = {MarkKind.BOLD: "xlf:b", MarkKind.ITALIC: "xlf:i"}


def write(release: Release, language: str) -> bytes:
    """The release with its translation into `language` as XLIFF 2.1, readable again without loss.

    Roles are the units' `type`, the template is the file's `original`; only notes on the source and on this language go
    along, contact cards and other languages do not. Ids that XML cannot carry (NMTOKEN) are changed.

    Raises:
        ValueError: the release has no such target language, or a text holds half of a surrogate pair.
    """
    if language not in release.target_languages:
        raise ValueError(f"the release has no translation into {language}")
    # Loaded here for the start of the program, which writes no XML.
    from lxml import etree

    root = etree.Element(
        f"{{{XLIFF_2}}}xliff",
        {"version": "2.1", "srcLang": release.source_language, "trgLang": language},
        # The stubs do not know that None stands for the default namespace.
        nsmap={None: XLIFF_2, "tilshi": OURS},  # type: ignore[dict-item]
    )
    file = _under(root, "file", id=_nmtoken(release.id), original=_attribute(release.template))
    names = _Names()
    for block in release.blocks:
        if block.segments:
            _write_block(file, block, language, names)
    _indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


@dataclass(slots=True)
class _Names:
    """Ids given out so far: XLIFF wants those of units to differ, and those of segments within a unit."""

    units: set[str] = field(default_factory=set)

    def of_unit(self, wanted: str) -> str:
        name, number = _nmtoken(wanted), 1
        while name in self.units:
            number += 1
            name = f"{_nmtoken(wanted)}-{number}"
        self.units.add(name)
        return name


def _nmtoken(name: str) -> str:
    return _NOT_NMTOKEN.sub("_", name) or "_"


def _attribute(value: str) -> str:
    """What XML cannot hold, in a place without `cp`, is shown to be missing."""
    return _NOT_XML.sub("\ufffd", value)


def _under(parent: _Element, name: str, **attributes: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{XLIFF_2}}}{name}", attributes)


def _write_block(file: _Element, block: Block, language: str, names: _Names) -> None:
    unit = _under(file, "unit", id=names.of_unit(block.id), type=f"{ROLE_PREFIX}{block.role.value}")
    notes = [(segment, note) for segment in block.segments for note in segment.notes if note.language in {"", language}]
    if notes:
        _write_notes(_under(unit, "notes"), notes, several=len(block.segments) > 1)
    codes = _Codes(_nmtoken(segment.id) for segment in block.segments)
    holder = _under(unit, "originalData")
    for at, segment in enumerate(block.segments):
        if at:
            between = _under(unit, "ignorable")
            _under(between, "source").text = " "
        _write_segment(unit, segment, language, codes, named=len(block.segments) > 1 or segment.id != block.id)
    for href, name in codes.hrefs.items():
        _under(holder, "data", id=name).text = _attribute(href)
    if not codes.hrefs:
        unit.remove(holder)


def _write_notes(holder: _Element, notes: Iterable[tuple[Segment, Note]], *, several: bool) -> None:
    for segment, note in notes:
        element = _under(holder, "note", appliesTo="target" if note.language else "source")
        if note.id:
            element.set("id", _nmtoken(note.id))
        named = {"author": note.author, "created": note.created, "resolved": "yes" if note.resolved else ""}
        for name, value in {**named, "segment": _nmtoken(segment.id) if several else ""}.items():
            if value:
                element.set(f"{{{OURS}}}{name}", _attribute(value))
        element.text = _attribute(note.text)


def _write_segment(unit: _Element, segment: Segment, language: str, codes: _Codes, *, named: bool) -> None:
    target = segment.target(language)
    element = _under(unit, "segment", state=target.state.value)
    if named:
        element.set("id", _nmtoken(segment.id))
    codes.begin(segment.id)
    _write_text(_under(element, "source"), segment.source, codes)
    if target.text or any(code == language for code, _target in segment.targets):
        codes.begin(segment.id)
        _write_text(_under(element, "target"), target.text, codes)


class _Codes:
    """The inline codes of a unit: a mark of the same kind, counted alike, has the same id in source and target."""

    def __init__(self, segment_ids: Iterable[str]) -> None:
        self.hrefs: dict[str, str] = {}
        self._taken = frozenset(segment_ids)
        self._ids: dict[tuple[str, Mark, int], str] = {}
        self._segment = ""
        self._counts: Counter[Mark] = Counter()

    def begin(self, segment_id: str) -> None:
        """Starts counting anew, for the source or the target of a segment."""
        self._segment = segment_id
        self._counts.clear()

    def attributes(self, mark: Mark, suffix: str) -> dict[str, str]:
        """The attributes of the code for a mark; `suffix` is that of its reference to the original data."""
        name = self._name(mark)
        if mark.kind is MarkKind.UNTRANSLATABLE:
            return {"id": name, "translate": "no"}
        if mark.kind is not MarkKind.LINK:
            return {"id": name, "type": "fmt", "subType": _SUBTYPES[mark.kind]}
        data = {f"dataRef{suffix}": self._data(mark.href)} if mark.href else {}
        return {"id": name, "type": "link", "subType": LINK_SUBTYPE, **data}

    def _name(self, mark: Mark) -> str:
        kind = replace(mark, start=0, end=1)
        self._counts[kind] += 1
        key = (self._segment, kind, self._counts[kind])
        if key not in self._ids:
            self._ids[key] = self._fresh(len(self._ids) + 1)
        return self._ids[key]

    def _fresh(self, number: int) -> str:
        """An id that no segment of the unit has: they share one space (XLIFF 2.1, 4.3.1.16)."""
        name = f"c{number}"
        while name in self._taken:
            name += "_"
        return name

    def _data(self, href: str) -> str:
        return self.hrefs.setdefault(href, f"d{len(self.hrefs) + 1}")


class _Content:
    """Fills an element with text and codes, one after the other."""

    def __init__(self, element: _Element, codes: _Codes) -> None:
        self._element = element
        self._last: _Element | None = None
        self._codes = codes

    def add(self, text: str) -> None:
        """Text as it is; what XML cannot hold as `cp`."""
        at = 0
        for found in _NOT_XML.finditer(text):
            self._append(text[at : found.start()])
            self.code("cp", {"hex": f"{ord(found[0]):04X}"})
            at = found.end()
        self._append(text[at:])

    def code(self, name: str, attributes: dict[str, str]) -> _Element:
        """An empty element."""
        self._last = _under(self._element, name, **attributes)
        return self._last

    def nested(self, text: Text) -> None:
        """A text whose marks lie within each other, or side by side."""
        at = 0
        for mark in _outermost(text.marks):
            self.add(text.string[at : mark.start])
            plain = mark.kind is not MarkKind.UNTRANSLATABLE
            element = self.code("pc" if plain else "mrk", self._codes.attributes(mark, "Start"))
            inner = replace(text, marks=tuple(other for other in text.marks if other != mark))
            _Content(element, self._codes).nested(inner.part(mark.start, mark.end))
            at = mark.end
        self.add(text.string[at:])

    def crossing(self, text: Text) -> None:
        """A text whose marks overlap: each begins and ends with a code of its own."""
        at = 0
        for place, mark, begins in _events(text.marks):
            self.add(text.string[at:place])
            at = place
            if begins:
                self._open[mark] = self._codes.attributes(mark, "")
                self.code("sm" if mark.kind is MarkKind.UNTRANSLATABLE else "sc", self._open[mark])
            else:
                name = "em" if mark.kind is MarkKind.UNTRANSLATABLE else "ec"
                self.code(name, {"startRef": self._open[mark]["id"]})
        self.add(text.string[at:])

    @cached_property
    def _open(self) -> dict[Mark, dict[str, str]]:
        return {}

    def _append(self, text: str) -> None:
        if not text:
            return
        if self._last is None:
            self._element.text = (self._element.text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text


def _write_text(element: _Element, text: Text, codes: _Codes) -> None:
    element.set(XML_SPACE, "preserve")
    content = _Content(element, codes)
    if _is_nested(text.marks):
        content.nested(text)
    else:
        content.crossing(text)


def _widest_first(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.kind, mark.href))


def _outermost(marks: Iterable[Mark]) -> Iterator[Mark]:
    end = 0
    for mark in _widest_first(marks):
        if mark.start >= end:
            yield mark
            end = mark.end


def _is_nested(marks: Iterable[Mark]) -> bool:
    open_ends: list[int] = []
    for mark in _widest_first(marks):
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        if open_ends and mark.end > open_ends[-1]:
            return False
        open_ends.append(mark.end)
    return True


def _events(marks: Iterable[Mark]) -> list[tuple[int, Mark, bool]]:
    """Beginnings and ends in order; at one place ends come first."""
    found = [(mark.start, True, mark) for mark in marks] + [(mark.end, False, mark) for mark in marks]
    return [(place, mark, begins) for place, begins, mark in sorted(found)]


def _indent(element: _Element, level: int = 0) -> None:
    """Breaks lines between the elements that hold elements only; the space in a text is never touched."""
    if not len(element) or element.tag in _MIXED:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        _indent(child, level + 1)
        child.tail = "\n" + "  " * (level + 1)
    element[-1].tail = "\n" + "  " * level
