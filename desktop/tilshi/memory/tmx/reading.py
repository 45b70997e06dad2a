"""TMX in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.tmx import Tmx, TmxUnit, Variant, plain, read_tmx
from tilshi.i18n import _, ngettext
from tilshi.language.tags import is_well_formed, primary
from tilshi.memory.folding import digest
from tilshi.memory.tmx import dialect
from tilshi.memory.tmx.inline import Reader
from tilshi.memory.units import Context, Provenance, Unit

_LARGEST: Final = 256 * 1024 * 1024
"""Bytes; 500,000 units of a sentence in two languages."""
_MOST: Final = 500_000
_SEGMENT_TAG: Final = ("<seg>", "</seg>")


@dataclass(frozen=True, slots=True)
class ReadMemory:
    """The units of a file, and what of the file its reader should know."""

    units: tuple[Unit, ...]
    warnings: tuple[FileWarning, ...] = ()


def read_memory(path: Path, source_language: str = "") -> ReadMemory:
    """The units of a TMX file, one for each pair of its source language and another.

    `source_language` is for files that may be read in any direction, or are to be read in another than they say.

    Raises:
        FileError: it cannot be read, or holds no pair of texts with that source. Nothing is read in part.
    """
    found = read_tmx(path, read_bytes(path, _LARGEST), max_units=_MOST)
    reader = Reader()
    units = tuple(units_from(found, path.name, source_language, reader))
    if not units:
        raise FileError(
            path,
            _("No unit has a text in the source language and its translation."),
            remedy=_("Its languages are: {languages}.").format(languages=", ".join(found.languages) or "?"),
        )
    return ReadMemory(units, (*found.warnings, *_losses(reader.lost)))


def _losses(lost: int) -> Iterator[FileWarning]:
    if lost:
        yield FileWarning(
            ngettext(
                "{number} formatting code that is not known here was left out.",
                "{number} formatting codes that are not known here were left out.",
                lost,
            ).format(number=lost)
        )


def units_from(found: Tmx, name: str, source_language: str = "", reader: Reader | None = None) -> Iterator[Unit]:
    """The units of a file called `name`; texts that are empty or do not say their language are left out."""
    reading = reader or Reader()
    ids = Counter(unit.id for unit in found.units)
    for unit in found.units:
        # An id that is there twice says nothing: the second would take the place of the first.
        known = unit if ids[unit.id] == 1 else replace(unit, id="")
        yield from _pairs(known, source_language or unit.source_language or found.source_language, name, reading)


def _pairs(unit: TmxUnit, source_language: str, name: str, reader: Reader) -> Iterator[Unit]:
    variants = [text for text in unit.variants if is_well_formed(text.language) and plain(text.pieces).strip()]
    source = _source(variants, source_language)
    if source is None:
        return
    for target in variants:
        if target is not source and primary(target.language) != primary(source.language):
            yield _unit(unit, source, target, name, reader)


def _source(variants: list[Variant], language: str) -> Variant | None:
    """The text to translate from: in the language itself, else in a variety of it; the first where none is named."""
    if not language:
        return variants[0] if variants else None
    same = (text for text in variants if text.language.lower() == language.lower())
    related = (text for text in variants if primary(text.language) == primary(language))
    return next(same, None) or next(related, None)


def _unit(unit: TmxUnit, source: Variant, target: Variant, name: str, reader: Reader) -> Unit:
    said = dict((*unit.properties, *source.properties, *target.properties))
    attributes = dict((*unit.attributes, *target.attributes))
    by = attributes.get("changeid") or attributes.get("creationid") or ""
    at = dialect.iso(attributes.get("changedate") or attributes.get("creationdate") or "")
    release = said.get(dialect.RELEASE) or f"file:{name}"
    segment = said.get(dialect.SEGMENT, "") if dialect.RELEASE in said else unit.id
    return Unit(
        reader.text(source.pieces),
        reader.text(target.pieces),
        source.language,
        target.language,
        Context(_neighbour(said, dialect.PREVIOUS), _neighbour(said, dialect.FOLLOWING), said.get(dialect.ROLE, "")),
        Provenance(release, said.get(dialect.TITLE) or name, segment, by, at, said.get(dialect.STATE, "")),
        tuple((key, value) for key, value in _properties(unit, target) if not key.startswith(dialect.PREFIX)),
        dialect.iso(attributes.get("lastusagedate", "")),
    )


def _properties(unit: TmxUnit, target: Variant) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((*unit.properties, *target.properties)))


def _neighbour(said: dict[str, str], own: str) -> str:
    """The digest of a neighbour: said by us, or of the text that another program says."""
    if own in said:
        return said[own] if len(said[own]) <= 16 else ""
    names = dialect.CONTEXT_BEFORE if own == dialect.PREVIOUS else dialect.CONTEXT_AFTER
    text = next((said[name] for name in sorted(names) if name in said), "")
    for tag in _SEGMENT_TAG:
        text = text.replace(tag, "")
    return digest(text)
