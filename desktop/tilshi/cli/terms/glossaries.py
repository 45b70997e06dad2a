"""The glossary that the actions ask, and files of terms."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Final

from tilshi.cli.console import Console
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.language.tags import is_well_formed
from tilshi.terminology import shelf
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.interchange import read_terms
from tilshi.terminology.tables.columns import Column
from tilshi.terminology.tables.headers import named
from tilshi.terminology.tbx import ReadTermbase

_SHOWN: Final = 60
"""Code points of a text that an error repeats."""


def loaded(console: Console) -> Glossary:
    """The glossary of all layers; says which of the user's own could not be read."""
    found = shelf.load()
    for error in found.errors:
        console.warn(str(error.path), FileWarning(error.reason))
    return found.glossary


def read(arguments: Namespace, console: Console) -> ReadTermbase:
    """The terms of the file the user names; its warnings are said.

    Raises:
        FileError: it cannot be read, or a column is called what no column is.
    """
    path = Path(arguments.file)
    found = read_terms(path, columns=_columns(path, arguments.columns))
    for warning in found.warnings:
        console.warn(arguments.file, warning)
    return found


def spoken(text: str, language: str) -> str:
    """The language of a text: the one the user names, else the one it seems to be in.

    Raises:
        FileError: the name is none, or the language cannot be told.
    """
    if language and not is_well_formed(language):
        message = _("“{code}” is no code of a language; use en, fr, kk or ru.")
        raise FileError(text[:_SHOWN], message.format(code=language))
    found = language or recognise(text)
    if found == UNKNOWN:
        raise FileError(
            text[:_SHOWN], _("The language of the text cannot be told."), remedy=_("Name it with --language.")
        )
    return found


def _columns(path: Path, names: tuple[str, ...]) -> tuple[Column, ...]:
    try:
        return named(names)
    except ValueError as error:
        raise FileError(
            path,
            _("“{name}” is no name of a column.").format(name=error),
            remedy=_("Use a language (kk), one with a kind (kk_acronym, kk_admitted, kk_forbidden), id, note or -."),
        ) from error
