"""Glossaries from and to files of any kind we know: TBX, tables, OmegaT's glossary text."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.i18n import _
from tilshi.terminology.concepts import Concept, Termbase
from tilshi.terminology.lookup import terms_in
from tilshi.terminology.tables import Written, propose, read_rows, read_sheet, write_omegat, write_table
from tilshi.terminology.tables.columns import Column
from tilshi.terminology.tables.sheet import OMEGAT, TABLES, WORKBOOKS
from tilshi.terminology.tbx import ReadTermbase, read_tbx, write_tbx

TBX: Final = frozenset({".tbx", ".xml"})
_LARGEST_TBX: Final = 96 * 1024 * 1024
"""Bytes; 100,000 concepts in two languages take 65 million."""
READABLE: Final = (*sorted(TBX), *sorted(TABLES), *sorted(WORKBOOKS), *sorted(OMEGAT))
"""Suffixes of what `read_terms` reads."""
WRITABLE: Final = (".tbx", ".csv", ".tsv", ".xlsx", ".txt")
"""Suffixes of what `write_terms` writes; `.txt` is for OmegaT."""


def read_terms(path: Path, *, columns: Sequence[Column] = (), languages: Sequence[str] = ()) -> ReadTermbase:
    """The concepts of a file, by its suffix.

    Of tables: `columns` is what their first columns hold, where their headers do not say it or say it wrongly;
    `languages` are those of columns that name none.

    Raises:
        FileError: it cannot be read, with the line or row; nothing is read in part.
    """
    suffix = path.suffix.lower()
    if suffix in TBX:
        found = read_tbx(path, read_bytes(path, _LARGEST_TBX))
        return replace(found, warnings=limited(itertools.chain(found.warnings, _hazards(found.termbase))))
    if suffix not in READABLE:
        raise FileError(
            path,
            _("Files of the kind “{suffix}” hold no glossary that is known here.").format(suffix=suffix or path.name),
            remedy=_("Known are {known}.").format(known=", ".join(READABLE)),
        )
    sheet = read_sheet(path)
    if sheet.kind == "omegat" and columns:
        # Its columns are always the same; only the languages can be said.
        languages = [column.language for column in columns]
        columns = ()
    mapping = propose(sheet, languages)
    if columns:
        if len(columns) > sheet.width:
            message = _("The table has {found} columns, but {named} are named.")
            raise FileError(path, message.format(found=sheet.width, named=len(columns)))
        mapping = mapping.with_columns(columns)
    return read_rows(sheet, mapping)


def write_terms(termbase: Termbase, path: Path, languages: Sequence[str] = ()) -> Written:
    """The bytes of a glossary in the format that the suffix of `path` names, of these languages only if there are any.

    Raises:
        FileError: an unknown suffix, a glossary without terms, a character that the format cannot hold, or, for OmegaT,
            no two languages.
    """
    suffix = path.suffix.lower()
    if suffix not in WRITABLE:
        raise FileError(
            path,
            _("Glossaries are not written as “{suffix}”.").format(suffix=suffix or path.name),
            remedy=_("Known are {known}.").format(known=", ".join(WRITABLE)),
        )
    chosen = of_languages(termbase, languages) if languages else termbase
    if not any(True for _pair in chosen.terms()):
        raise FileError(path, _("There are no terms to write."))
    try:
        return _written(chosen, path, suffix, languages)
    except ValueError as error:
        raise FileError(path, _("The glossary cannot be written: {why}.").format(why=error)) from error


def of_languages(termbase: Termbase, languages: Sequence[str]) -> Termbase:
    """The terms of some languages; concepts without any of them are left out."""
    concepts = (_of_languages(concept, languages) for concept in termbase.concepts)
    return replace(termbase, concepts=tuple(concept for concept in concepts if concept.terms))


def _of_languages(concept: Concept, languages: Sequence[str]) -> Concept:
    kept = tuple(term for language in languages for term in terms_in(concept, language))
    more = tuple(each for each in concept.more_in if any(term.language == each[0] for term in kept))
    return replace(concept, terms=kept, more_in=more)


def _written(termbase: Termbase, path: Path, suffix: str, languages: Sequence[str]) -> Written:
    match suffix:
        case ".tbx":
            return Written(write_tbx(termbase))
        case ".txt":
            if len(languages) != 2:
                raise FileError(
                    path,
                    _("A glossary for OmegaT holds two languages."),
                    remedy=_("Name them, source first: en,kk."),
                )
            return write_omegat(termbase, languages[0], languages[1])
        case _:
            return write_table(termbase, suffix.removeprefix("."))


def _hazards(termbase: Termbase) -> Iterator[FileWarning]:
    for concept in termbase.concepts:
        for text in (*(term.text for term in concept.terms), concept.definition, concept.note):
            yield from hazards(text, concept.id)
