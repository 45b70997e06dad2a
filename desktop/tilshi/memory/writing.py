"""Units into the tables, one after the other, within a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tilshi.memory.folding import fold, key
from tilshi.memory.schema import write_marks, write_properties
from tilshi.memory.units import Pair, Unit
from tilshi.memory.words import tokens


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of units: `added` are new, `updated` were there, `refused` cannot be stored (no or broken text)."""

    added: int = 0
    updated: int = 0
    refused: int = 0

    def __add__(self, other: Stored) -> Stored:
        return Stored(self.added + other.added, self.updated + other.updated, self.refused + other.refused)


class Writer:
    """Writes units through a connection; errors are SQLite's own. `finish` must be called before the commit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._pairs: dict[Pair, int] = {}
        self._releases: dict[tuple[str, str], int] = {}
        self._words: set[str] = set()
        self._added = self._updated = self._refused = 0

    @property
    def stored(self) -> Stored:
        """What was done so far."""
        return Stored(self._added, self._updated, self._refused)

    def put(self, unit: Unit) -> None:
        """Store a unit, or find it, and note the place it is from."""
        if not is_storable(unit):
            self._refused += 1
            return
        release = self._release(unit)
        unit_id = self._known(unit)
        if unit_id:
            self._updated += 1
            self._connection.execute(
                "UPDATE unit SET used = max(used, ?), properties = CASE ? WHEN '' THEN properties ELSE ? END"
                " WHERE id = ?",
                (unit.last_used, *(write_properties(unit.properties),) * 2, unit_id),
            )
        else:
            unit_id = self._insert(unit)
            self._added += 1
        self._replace_place(unit, unit_id, release)

    def remove(self, ids: Iterable[int]) -> int:
        """Take units out of all tables; how many there were."""
        return sum(self._remove(number) for number in ids)

    def remove_placeless(self, ids: Iterable[int]) -> int:
        """Take those of these units out that no place is left of; how many."""
        left = "SELECT 1 FROM place WHERE unit = ?"
        return self.remove([number for number in ids if not self._connection.execute(left, (number,)).fetchone()])

    def index(self, unit_id: int, source: str, source_language: str, target: str, target_language: str) -> None:
        """Put the words of a unit into the concordance."""
        words = tokens(source, source_language) | tokens(target, target_language)
        self._words |= words
        self._connection.execute("INSERT INTO words (rowid, tokens) VALUES (?, ?)", (unit_id, " ".join(sorted(words))))

    def finish(self) -> None:
        """Write what was held back."""
        self._connection.executemany("INSERT OR IGNORE INTO word VALUES (?)", ((word,) for word in sorted(self._words)))
        self._words.clear()

    def _known(self, unit: Unit) -> int:
        row = self._connection.execute(
            "SELECT id FROM unit WHERE pair = ? AND key = ? AND source = ? AND target = ? AND source_marks = ?"
            " AND target_marks = ?",
            (
                self._pair(unit.pair),
                key(fold(unit.source.string)),
                unit.source.string,
                unit.target.string,
                write_marks(unit.source),
                write_marks(unit.target),
            ),
        ).fetchone()
        return row[0] if row else 0

    def _insert(self, unit: Unit) -> int:
        unit_id = self._connection.execute(
            "INSERT INTO unit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                self._pair(unit.pair),
                key(fold(unit.source.string)),
                unit.source.string,
                unit.target.string,
                write_marks(unit.source),
                write_marks(unit.target),
                unit.source_language,
                unit.target_language,
                write_properties(unit.properties),
                unit.last_used,
            ),
        ).lastrowid
        assert unit_id is not None
        self.index(unit_id, unit.source.string, unit.source_language, unit.target.string, unit.target_language)
        return unit_id

    def _replace_place(self, unit: Unit, unit_id: int, release: int) -> None:
        """Notes where the unit stood; what stood there before in this direction goes, if it is from nowhere else."""
        origin, context = unit.provenance, unit.context
        if origin.segment:
            before = self._connection.execute(
                "SELECT place.unit FROM place CROSS JOIN unit ON unit.id = place.unit"
                " WHERE release = ? AND segment = ? AND segment <> '' AND pair = ? AND place.unit <> ?",
                (release, origin.segment, self._pair(unit.pair), unit_id),
            ).fetchall()
            for (other,) in before:
                self._connection.execute(
                    "DELETE FROM place WHERE unit = ? AND release = ? AND segment = ?",
                    (other, release, origin.segment),
                )
            self.remove_placeless(other for (other,) in before)
        self._connection.execute(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(unit_id, release, origin.segment, context.role, context.previous, context.following),
                *(origin.by, origin.at, origin.state),
            ),
        )

    def _remove(self, unit_id: int) -> int:
        row = self._connection.execute(
            "SELECT source, source_language, target, target_language FROM unit WHERE id = ?", (unit_id,)
        ).fetchone()
        if row is None:
            return 0
        source, source_language, target, target_language = row
        words = tokens(source, source_language) | tokens(target, target_language)
        # An index without texts has to be told what it forgets.
        self._connection.execute(
            "INSERT INTO words (words, rowid, tokens) VALUES ('delete', ?, ?)", (unit_id, " ".join(sorted(words)))
        )
        self._connection.execute("DELETE FROM place WHERE unit = ?", (unit_id,))
        self._connection.execute("DELETE FROM unit WHERE id = ?", (unit_id,))
        return 1

    def _pair(self, pair: Pair) -> int:
        if pair not in self._pairs:
            values = (pair.source, pair.target)
            self._connection.execute("INSERT OR IGNORE INTO pair (source, target) VALUES (?, ?)", values)
            found = self._connection.execute("SELECT id FROM pair WHERE source = ? AND target = ?", values)
            self._pairs[pair] = found.fetchone()[0]
        return self._pairs[pair]

    def _release(self, unit: Unit) -> int:
        name, title = unit.provenance.release, unit.provenance.title
        if (name, title) not in self._releases:
            self._connection.execute(
                "INSERT INTO release (name, title) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET title = excluded.title",
                (name, title),
            )
            found = self._connection.execute("SELECT id FROM release WHERE name = ?", (name,))
            self._releases[name, title] = found.fetchone()[0]
        return self._releases[name, title]


def is_storable(unit: Unit) -> bool:
    """Whether a unit says anything, and SQLite can hold it: a lone surrogate is no text."""
    if not (unit.source.string.strip() and unit.target.string.strip()):
        return False
    try:
        (unit.source.string + unit.target.string).encode()
    except UnicodeEncodeError:
        return False
    return True
