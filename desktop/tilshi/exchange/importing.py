"""Bringing releases in: a text, plain or in Word, a text with its translations, or XLIFF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tilshi.exchange.imported import Imported, TrackedChanges
from tilshi.files.errors import FileError
from tilshi.i18n import _

XLIFF_SUFFIXES: Final = frozenset({".xlf", ".xliff"})


def import_files(
    paths: Sequence[Path],
    *,
    language: str | None = None,
    translation: str | None = None,
    changes: TrackedChanges = TrackedChanges.ACCEPT,
) -> Imported:
    """A release from a text, from a text and its translations (source first), or from one XLIFF file.

    A text is a plain one or a Word file; `changes` is what becomes of those tracked in it. `language` is the language
    of the (source) text and `translation` that of the second text, as BCP 47 tags; without them the languages are
    recognised. Segments are numbered s01, s02, …; a block has the id of its segment.

    Raises:
        FileError: a file cannot be read or understood, or two texts are in one language.
        ValueError: no path is given.
    """
    if not paths:
        raise ValueError("there is nothing to import")
    if any(path.suffix.lower() in XLIFF_SUFFIXES for path in paths):
        return _import_xliff(paths)
    # Loaded here for the start of the program: to recognise the parts of a text takes 100 patterns.
    from tilshi.exchange.texts import import_texts

    given = [language, translation, *[None] * len(paths)]
    return import_texts(paths, given[: len(paths)], changes)


def _import_xliff(paths: Sequence[Path]) -> Imported:
    if len(paths) > 1:
        raise FileError(
            paths[1],
            _("An XLIFF file holds source and translation and is imported alone."),
            remedy=_("Import the files one at a time."),
        )
    # Loaded here for the start of the program, which may open no XLIFF.
    from tilshi.exchange import xliff

    return xliff.read(paths[0])
