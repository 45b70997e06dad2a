"""A unit as a row of the store."""

from __future__ import annotations

from typing import Any, Final

from tilshi.memory.schema import read_properties, read_text
from tilshi.memory.units import Context, Provenance, Unit

UNIT_COLUMNS: Final = (
    "unit.id, unit.source, source_marks, unit.target, target_marks, source_language, target_language, properties, used,"
    " previous, following, role, name, title, segment, who, at, state"
)
"""What `unit_from` reads, of `unit` with its `place` and `release` where there is one."""


def unit_from(row: tuple[Any, ...]) -> Unit:
    """A unit at one of its places.

    Raises:
        ValueError: marks or properties are damaged.
    """
    number, source, source_marks, target, target_marks, source_language, target_language, properties, used = row[:9]
    previous, following, role, name, title, segment, who, at, state = (value or "" for value in row[9:])
    return Unit(
        read_text(source, source_marks),
        read_text(target, target_marks),
        source_language,
        target_language,
        Context(previous, following, role),
        Provenance(name, title, segment, who, at, state),
        read_properties(properties),
        used,
        number,
    )
