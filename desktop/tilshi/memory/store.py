"""The memory on disk: an SQLite file that survives a crash in the middle of any change.

Rollback journal with synchronous=EXTRA: WAL lost acknowledged edits in every simulated power cut and dies on a full
disk.
A unit is a source and a target, each there once a direction; the places where it stood are kept with it, so that one
translation knows several contexts. Correcting the translation of a segment takes the unit away that only it had given.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.memory import schema
from tilshi.memory.folding import fold, key
from tilshi.memory.rows import UNIT_COLUMNS, unit_from
from tilshi.memory.units import Pair, Unit
from tilshi.memory.writing import Stored, Writer

_AT_ONCE: Final = 500
"""Ids in one statement; SQLite of 2020 takes 999 values."""
_CACHE: Final = -64_000
"""PRAGMA cache_size in kB: the inner pages of the trees of a million units."""


class MemoryStore:
    """The units of one memory. Several threads may use it, one at a time; several processes may have it open.

    Raises:
        FileError: from every method: the file is no memory of Tilshi, is damaged, cannot be written, or is locked by
            somebody for longer than five seconds.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        is_new = not path.exists() or not path.stat().st_size
        with self._errors():
            self._connection = sqlite3.connect(path, timeout=5, isolation_level=None, check_same_thread=False)
        try:
            self._prepare(is_new=is_new)
        except FileError:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    @property
    def uid(self) -> bytes:
        """16 bytes that no other memory has: by them an index knows the memory it was made from."""
        with self._read() as connection:
            uid: bytes = connection.execute("SELECT uid FROM about").fetchone()[0]
            return uid

    def put(self, units: Iterable[Unit]) -> Stored:
        """Store units; all of them or, on an error, none.

        One that is there with the same source, target and direction gets another place and the newer properties; what
        the same segment of the same release had given before goes, unless it is known from elsewhere too.
        """
        with self._transaction() as connection:
            writer = Writer(connection)
            for unit in units:
                writer.put(unit)
            writer.finish()
            return writer.stored

    def remove(self, ids: Iterable[int]) -> int:
        """Take units out; ids that are not there are no error. How many there were."""
        with self._transaction() as connection:
            return Writer(connection).remove(ids)

    def remove_release(self, release: str) -> int:
        """Take out what only this release (or file) has given; how many units that were."""
        with self._transaction() as connection:
            rows = connection.execute(
                "SELECT DISTINCT unit FROM place JOIN release ON release.id = place.release WHERE name = ?", (release,)
            ).fetchall()
            connection.execute("DELETE FROM place WHERE release IN (SELECT id FROM release WHERE name = ?)", (release,))
            return Writer(connection).remove_placeless(row[0] for row in rows)

    def touch(self, unit_id: int, at: str) -> None:
        """Say that a unit was used, when (ISO 8601 in UTC)."""
        with self._transaction() as connection:
            connection.execute("UPDATE unit SET used = ? WHERE id = ?", (at, unit_id))

    def pairs(self) -> dict[Pair, int]:
        """How many units there are in each direction."""
        with self._read() as connection:
            rows = connection.execute(
                "SELECT p.source, p.target, count(*) FROM unit JOIN pair p ON p.id = pair GROUP BY pair ORDER BY 3 DESC"
            )
            return {Pair(source, target): number for source, target, number in rows}

    def knows(self, pair: Pair) -> bool:
        """Whether there is a unit in a direction."""
        with self._read() as connection:
            statement = (
                "SELECT EXISTS (SELECT 1 FROM unit WHERE pair = (SELECT id FROM pair WHERE source = ? AND target = ?))"
            )
            return bool(connection.execute(statement, (pair.source, pair.target)).fetchone()[0])

    def releases(self) -> tuple[tuple[str, str, int], ...]:
        """Id, title and number of places of each release and file the units are from, the largest first."""
        with self._read() as connection:
            return tuple(
                connection.execute(
                    "SELECT name, title, count(*) FROM place JOIN release ON release.id = place.release"
                    " GROUP BY release.id ORDER BY 3 DESC, 1"
                )
            )

    def count(self) -> int:
        """How many units there are."""
        with self._read() as connection:
            number: int = connection.execute("SELECT count(*) FROM unit").fetchone()[0]
            return number

    def exact(self, pair: Pair, folded: str) -> tuple[int, ...]:
        """Ids of the units whose source is this text, folded."""
        with self._read() as connection:
            rows = connection.execute(
                "SELECT unit.id, unit.source FROM unit JOIN pair ON pair.id = pair"
                " WHERE pair.source = ? AND pair.target = ? AND key = ?",
                (pair.source, pair.target, key(folded)),
            )
            return tuple(number for number, source in rows if fold(source) == folded)

    def units(self, ids: Sequence[int]) -> tuple[Unit, ...]:
        """The units of these ids that are there, one a place they stood in, in the order of `ids`."""
        found: dict[int, list[Unit]] = {}
        for some in _batches(ids):
            marks = ",".join("?" * len(some))
            with self._read() as connection:
                rows = connection.execute(
                    f"SELECT {UNIT_COLUMNS} FROM unit LEFT JOIN place ON place.unit = unit.id"  # noqa: S608
                    f" LEFT JOIN release ON release.id = place.release WHERE unit.id IN ({marks})",
                    some,
                )
                for unit in map(unit_from, rows):
                    found.setdefault(unit.id, []).append(unit)
        return tuple(unit for number in ids for unit in found.get(number, ()))

    def sources(self, ids: Sequence[int]) -> dict[int, str]:
        """The source strings of the units of these ids that are there."""
        found: dict[int, str] = {}
        for some in _batches(ids):
            with self._read() as connection:
                statement = f"SELECT id, source FROM unit WHERE id IN ({','.join('?' * len(some))})"  # noqa: S608
                found.update(connection.execute(statement, some))
        return found

    def newest(self) -> int:
        """The highest id that was ever given; 0 in a memory that never had a unit."""
        with self._read() as connection:
            row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'unit'").fetchone()
            return row[0] if row else 0

    def sources_after(self, pair: Pair, after: int, most: int) -> list[tuple[int, str]]:
        """Ids and source strings of a direction with ids above `after`, the lowest first, `most` at most."""
        with self._read() as connection:
            return connection.execute(
                # The plus keeps SQLite from the index of keys, which would lead it through the whole direction.
                "SELECT id, unit.source FROM unit WHERE id > ? AND +pair ="
                " (SELECT id FROM pair WHERE source = ? AND target = ?) ORDER BY id LIMIT ?",
                (after, pair.source, pair.target, most),
            ).fetchall()

    def all_units(self, batch: int = 2_000) -> Iterator[Unit]:
        """Every unit at its newest place, in the order in which they came."""
        last = 0
        while True:
            with self._read() as connection:
                rows = connection.execute("SELECT id FROM unit WHERE id > ? ORDER BY id LIMIT ?", (last, batch))
                ids = [row[0] for row in rows]
            if not ids:
                return
            last = ids[-1]
            newest: dict[int, Unit] = {}
            for unit in self.units(ids):
                known = newest.get(unit.id)
                if known is None or unit.provenance.at >= known.provenance.at:
                    newest[unit.id] = unit
            yield from newest.values()

    def known_words(self, first: str, behind: str) -> list[str]:
        """The tokens of the concordance from `first` up to, not including, `behind`."""
        with self._read() as connection:
            rows = connection.execute("SELECT word FROM word WHERE word >= ? AND word < ?", (first, behind))
            return [row[0] for row in rows]

    def with_words(self, query: str, most: int) -> list[int]:
        """Ids of the units that an FTS5 query of tokens finds, the newest first, `most` at most."""
        with self._read() as connection:
            rows = connection.execute(
                "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?", (query, most)
            )
            return [row[0] for row in rows]

    def _prepare(self, *, is_new: bool) -> None:
        with self._errors():
            self._connection.execute("PRAGMA synchronous = EXTRA")
            self._connection.execute("PRAGMA trusted_schema = OFF")
            self._connection.execute(f"PRAGMA cache_size = {_CACHE}")
            (application,) = self._connection.execute("PRAGMA application_id").fetchone()
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if is_new:
            self._create()
        elif application != schema.APPLICATION:
            raise FileError(
                self.path,
                _("This is not a translation memory of Tilshi."),
                remedy=_("Choose another file, or import it if it is a TMX file."),
            )
        elif version > schema.VERSION:
            raise FileError(
                self.path,
                _("The translation memory was made by a newer version of Tilshi."),
                remedy=_("Update Tilshi."),
            )
        else:
            self._renew_words()

    def _create(self) -> None:
        with self._transaction() as connection:
            for statement in schema.TABLES:
                connection.execute(statement)
            connection.execute("INSERT INTO about VALUES (?, ?)", (secrets.token_bytes(16), schema.WORDS_VERSION))
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def _renew_words(self) -> None:
        """Makes the index of words anew where it was made by other rules."""
        with self._read() as connection:
            (version,) = connection.execute("SELECT words FROM about").fetchone()
        if version == schema.WORDS_VERSION:
            return
        with self._transaction() as connection:
            connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
            connection.execute("DELETE FROM word")
            writer = Writer(connection)
            rows = connection.execute("SELECT id, source, source_language, target, target_language FROM unit")
            for unit_id, *sides in rows:
                writer.index(unit_id, *sides)
            writer.finish()
            connection.execute("UPDATE about SET words = ?", (schema.WORDS_VERSION,))

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._errors():
            yield self._connection

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            raise _refusal(self.path, error) from error


def _refusal(path: Path, error: Exception) -> FileError:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return FileError(
            path,
            _("Another program is writing to the translation memory."),
            remedy=_("Wait until it is done and try again."),
        )
    return FileError(
        path,
        _("The translation memory cannot be used: {why}.").format(why=error),
        remedy=_("Put a copy in its place, or begin an empty one: this one is then kept beside it."),
    )


def _batches(ids: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(dict.fromkeys(ids))
    while some := list(islice(rest, _AT_ONCE)):
        yield some
