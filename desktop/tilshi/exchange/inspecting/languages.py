"""Inspecting what holds language data: termbases, memories, tables of terms, catalogues of messages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tilshi.exchange.inspecting.inspection import Inspection
from tilshi.files import xml
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import in_line
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.gettext import read_catalogue
from tilshi.files.hazards import hazards, limited
from tilshi.files.tables import Table, read_table
from tilshi.files.tmx import read_tmx
from tilshi.i18n import _, ngettext

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNITS: Final = 100_000
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_TBX: Final = "urn:iso:std:iso:30042:ed-2"
_TBX_TYPES: Final = re.compile(r"TBX(?:-\w+)*")
# TBX version 2 (martif, ISO 30042:2008) and version 3 (tbx, ISO 30042:2019) name the same things differently.
_ENTRIES: Final = frozenset({"termEntry", "conceptEntry"})
_SECTIONS: Final = frozenset({"langSet", "langSec"})


def inspect_memory(path: Path) -> Inspection:
    """A translation memory, TMX 1.1 to 1.4b; raises FileError."""
    memory = read_tmx(path)
    number = len(memory.units)
    summary = ngettext("TMX, {languages}, {number} unit", "TMX, {languages}, {number} units", number)
    languages = ", ".join(memory.languages) or "?"
    return Inspection("tmx", summary.format(languages=languages, number=number), memory.warnings)


def inspect_termbase(path: Path) -> Inspection:
    """A termbase, TBX version 2 (`martif`) or 3 (`tbx`); raises FileError."""
    root = xml.parse(path, read_bytes(path), max_elements=10 * MAX_UNITS)
    _refuse_root(path, root, "martif", f"{{{_TBX}}}tbx")
    entries = [element for element in root.iter() if xml.local_name(element) in _ENTRIES]
    if not entries:
        raise FileError(path, _("There is no concept in it."))
    _refuse_many(path, entries)
    number = len(entries)
    sections = [section for entry in entries for section in entry if xml.local_name(section) in _SECTIONS]
    found = Counter(section.get(_LANG, "") for section in sections)
    summary = ngettext("TBX, {languages}, {number} concept", "TBX, {languages}, {number} concepts", number)
    own = (_dialect(root), _duplicates(entries, "id"), _nameless_sections(sections), _texts(root, "term"))
    warnings = limited(itertools.chain(*own))
    return Inspection("tbx", summary.format(languages=_named(found), number=number), warnings)


def inspect_table(path: Path) -> Inspection:
    """A table with named columns, such as a list of terms; raises FileError."""
    table = read_table(path)
    summary = ngettext("Table, {columns}, {number} row", "Table, {columns}, {number} rows", len(table.rows))
    columns = ", ".join(name or "?" for name in table.columns[:12])
    warnings = limited(itertools.chain(table.warnings, _repeated_terms(table)))
    return Inspection("csv", summary.format(columns=columns, number=len(table.rows)), warnings)


def inspect_catalogue(path: Path) -> Inspection:
    """A catalogue of messages (PO); raises FileError."""
    catalogue = read_catalogue(path)
    number = len(catalogue.messages)
    summary = ngettext("PO, {language}, {number} message", "PO, {language}, {number} messages", number)
    return Inspection("po", summary.format(language=catalogue.language or "?", number=number), catalogue.warnings)


def _refuse_root(path: Path, root: _Element, *expected: str) -> None:
    if root.tag not in expected:
        raise FileError(
            path,
            _("This is XML, but its root is “{root}” where “{expected}” was expected.").format(
                root=xml.local_name(root)[:60], expected="/".join(name.rpartition("}")[2] for name in expected)
            ),
        )


def _refuse_many(path: Path, units: list[_Element]) -> None:
    if len(units) > MAX_UNITS:
        raise FileError(path, _("It holds more than {number} entries.").format(number=MAX_UNITS))


def _named(found: Counter[str]) -> str:
    return ", ".join(sorted(code for code in found if code)) or "?"


def _nameless_sections(sections: list[_Element]) -> Iterator[FileWarning]:
    missing = sum(not _LANGUAGE.fullmatch(section.get(_LANG, "")) for section in sections)
    if missing:
        yield FileWarning(_nameless_message(missing))


def _nameless_message(number: int) -> str:
    return ngettext(
        "{number} text does not say its language.", "{number} texts do not say their language.", number
    ).format(number=number)


def _dialect(root: _Element) -> Iterator[FileWarning]:
    kind = root.get("type", "")
    if not _TBX_TYPES.fullmatch(kind):
        yield FileWarning(_("The dialect of TBX “{type}” is not known.").format(type=kind[:60]))


def _duplicates(elements: list[_Element], attribute: str) -> Iterator[FileWarning]:
    counts = Counter(element.get(attribute) for element in elements)
    for element in elements:
        name = element.get(attribute)
        if name and counts[name] > 1:
            counts[name] = 0
            yield FileWarning(_("The id “{id}” is used twice.").format(id=name[:60]), in_line(xml.line_of(element)))


def _texts(root: _Element, name: str) -> Iterator[FileWarning]:
    for element in root.iter():
        if xml.local_name(element) == name:
            yield from hazards(xml.text_of(element), in_line(xml.line_of(element)))


def _repeated_terms(table: Table) -> Iterator[FileWarning]:
    """Values that occur twice in the first column of a language: two entries for one term."""
    at = next((at for at, name in enumerate(table.columns) if _LANGUAGE.fullmatch(name.strip())), 0)
    seen: dict[str, int] = {}
    for row, line in zip(table.rows, table.lines, strict=True):
        term = row[at].strip().casefold()
        if term and term in seen:
            yield FileWarning(
                _("“{term}” stands in line {line} already.").format(term=row[at].strip()[:60], line=seen[term]),
                in_line(line),
            )
        seen.setdefault(term, line)
