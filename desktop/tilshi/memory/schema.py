"""The tables of a memory, and how texts with marks lie in them."""

from __future__ import annotations

import json
from typing import Final

from tilshi.release import Mark, MarkKind, Text

VERSION: Final = 1
"""PRAGMA user_version; raised with every change of the tables."""
APPLICATION: Final = 0x544D454D
"""PRAGMA application_id: "TMEM"."""
WORDS_VERSION: Final = 1
"""Raised with every change of `concordance.words`: the index of words is then made anew, since what is to be taken out
of it must be exactly what was put in."""

# Ids are never given twice (AUTOINCREMENT): the index of signatures knows units by their ids, and one that is gone must
# not become another. The words of both sides lie in one index without texts, each with its language before it.
TABLES: Final = (
    "CREATE TABLE about (uid BLOB NOT NULL, words INTEGER NOT NULL)",
    "CREATE TABLE pair (id INTEGER PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL, UNIQUE (source, target))",
    "CREATE TABLE release (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT NOT NULL)",
    """CREATE TABLE unit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        pair INTEGER NOT NULL REFERENCES pair,
        key INTEGER NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        source_marks TEXT NOT NULL,
        target_marks TEXT NOT NULL,
        source_language TEXT NOT NULL,
        target_language TEXT NOT NULL,
        properties TEXT NOT NULL,
        used TEXT NOT NULL
    )""",
    "CREATE INDEX unit_by_key ON unit (pair, key)",
    """CREATE TABLE place (
        unit INTEGER NOT NULL REFERENCES unit,
        release INTEGER NOT NULL REFERENCES release,
        segment TEXT NOT NULL,
        role TEXT NOT NULL,
        previous TEXT NOT NULL,
        following TEXT NOT NULL,
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (unit, release, segment)
    ) WITHOUT ROWID""",
    "CREATE INDEX place_by_segment ON place (release, segment) WHERE segment <> ''",
    "CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE VIRTUAL TABLE words USING fts5(
        tokens, content='', detail='none', columnsize=0,
        tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
    )""",
)


def write_marks(text: Text) -> str:
    """The marks of a text as the store holds them; nothing where there are none."""
    if not text.marks:
        return ""
    return json.dumps([[mark.start, mark.end, mark.kind, mark.href] for mark in text.marks], ensure_ascii=False)


def read_text(string: str, marks: str) -> Text:
    """A text from the store.

    Raises:
        ValueError: the marks are damaged.
    """
    if not marks:
        return Text(string)
    return Text(string, tuple(Mark(start, end, MarkKind(kind), href) for start, end, kind, href in json.loads(marks)))


def write_properties(properties: tuple[tuple[str, str], ...]) -> str:
    """Properties as the store holds them."""
    return json.dumps(properties, ensure_ascii=False) if properties else ""


def read_properties(value: str) -> tuple[tuple[str, str], ...]:
    """Properties from the store.

    Raises:
        ValueError: they are damaged.
    """
    return tuple((str(name), str(text)) for name, text in json.loads(value)) if value else ()
