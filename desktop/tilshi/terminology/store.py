"""Termbases of the user's own, each in an SQLite file that survives a crash in the middle of any change.

One row a concept, its value as JSON, so that a change of one concept writes one row. Rollback journal with
synchronous=EXTRA: WAL lost acknowledged edits in every simulated power cut and dies on a full disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.terminology.concepts import (
    Concept,
    Grammar,
    Reliability,
    Scope,
    Status,
    Term,
    Termbase,
    TermType,
)

VERSION: Final = 1
_APPLICATION: Final = 0x54494C53  # "TILS", PRAGMA application_id
_SCHEMA: Final = """
CREATE TABLE about (name TEXT NOT NULL, description TEXT NOT NULL);
CREATE TABLE concept (id TEXT PRIMARY KEY, position INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX concept_by_position ON concept (position);
"""


class TermStore:
    """One termbase on disk. Not for several threads; several processes may have it open.

    Raises:
        FileError: from every method: the file is no termbase of Tilshi, is damaged, cannot be written, or is locked by
            somebody for longer than five seconds.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        self._path = path
        is_new = not path.exists()
        with self._errors():
            self._connection = sqlite3.connect(path, timeout=5, isolation_level=None)
        try:
            self._prepare(name or path.stem, is_new=is_new)
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
        self._connection.close()

    def load(self) -> Termbase:
        """The termbase as it is now."""
        with self._errors():
            name, description = self._connection.execute("SELECT name, description FROM about").fetchone()
            rows = self._connection.execute("SELECT value FROM concept ORDER BY position").fetchall()
            return Termbase(name, tuple(_concept(json.loads(value)) for (value,) in rows), description)

    def put(self, concepts: Iterable[Concept]) -> None:
        """Add concepts, or replace those of the same id in their places; all of them or, on an error, none."""
        with self._transaction() as connection:
            (position,) = connection.execute("SELECT coalesce(max(position), 0) FROM concept").fetchone()
            connection.executemany(
                "INSERT INTO concept VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
                (
                    (concept.id, number, json.dumps(_value(concept), ensure_ascii=False))
                    for number, concept in enumerate(concepts, position + 1)
                ),
            )

    def remove(self, ids: Iterable[str]) -> None:
        """Take concepts out; ids that are not there are no error."""
        with self._transaction() as connection:
            connection.executemany("DELETE FROM concept WHERE id = ?", ((name,) for name in ids))

    def _prepare(self, name: str, *, is_new: bool) -> None:
        with self._errors():
            self._connection.execute("PRAGMA synchronous = EXTRA")
            self._connection.execute("PRAGMA trusted_schema = OFF")
            (application,) = self._connection.execute("PRAGMA application_id").fetchone()
            (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if is_new:
            self._create(name)
        elif application != _APPLICATION:
            raise FileError(self._path, _("This is not a glossary of Tilshi."))
        elif version > VERSION:
            raise FileError(
                self._path, _("The glossary was made by a newer version of Tilshi."), remedy=_("Update Tilshi.")
            )

    def _create(self, name: str) -> None:
        with self._transaction() as connection:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute("INSERT INTO about VALUES (?, '')", (name,))
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
            reason = _("The glossary cannot be used: {why}.").format(why=error)
            raise FileError(self._path, reason, remedy=_("Look for another copy, or import it again.")) from error


def _value(concept: Concept) -> dict[str, Any]:
    """A concept as JSON; what is empty or by default is not stored."""
    value = {field: getattr(concept, field) for field in ("id", "subject", "definition", "note", "more", "more_in")}
    return _filled({**value, "terms": [_term_value(term) for term in concept.terms]})


def _term_value(term: Term) -> dict[str, Any]:
    value = {field: getattr(term, field) for field in Term.__slots__ if field != "grammar"}
    grammar = {field: getattr(term.grammar, field) for field in Grammar.__slots__}
    return _filled({**value, "grammar": {key: known for key, known in grammar.items() if known is not None}})


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {key: known for key, known in value.items() if known not in ("", (), {})}


def _concept(value: dict[str, Any]) -> Concept:
    terms = tuple(_term(term) for term in value.pop("terms", ()))
    more_in = tuple((language, tuple(more)) for language, more in value.pop("more_in", ()))
    return Concept(value.pop("id"), terms, more=tuple(value.pop("more", ())), more_in=more_in, **value)


def _term(value: dict[str, Any]) -> Term:
    return Term(
        value.pop("text"),
        value.pop("language"),
        Status(value.pop("status")),
        TermType(value.pop("kind")),
        reliability=Reliability(value.pop("reliability", "")),
        scope=Scope(value.pop("scope")),
        sources=tuple(value.pop("sources", ())),
        more=tuple(value.pop("more", ())),
        grammar=Grammar(**value.pop("grammar", {})),
        **value,
    )
