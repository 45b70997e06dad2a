"""Concepts as a table, and what of them a table cannot say.

A row is a concept: id, subject, part of speech, definition, note; per language the preferred terms with reliability,
form seen, sources, grammar, validity and note of the first, then acronyms, admitted and forbidden terms. It cannot
hold: a part of speech or evidence of any other term, types of terms but full forms, acronyms and variants, the
difference between deprecated and superseded, what a TBX file said beyond this (`more`), the order of languages, spaces
around texts. What is lost so is not guessed: the rows are read back and compared.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tilshi.files.archive import MAX_PART
from tilshi.files.bounded import FILE_LIMIT
from tilshi.files.errors import FileWarning
from tilshi.i18n import _, ngettext
from tilshi.terminology.concepts import Concept, Status, Term, Termbase, TermType
from tilshi.terminology.lookup import WANTED
from tilshi.terminology.tables.columns import SEPARATOR, Column, Field
from tilshi.terminology.tables.headers import propose
from tilshi.terminology.tables.rows import read_rows
from tilshi.terminology.tables.sheet import Sheet, neutralised
from tilshi.terminology.tbx.remarks import grammar_text

_FIRST: Final = ("en", "fr", "ru", "kk")
_OF_FIRST: Final = (Field.RELIABILITY, Field.SEEN, Field.SOURCE, Field.GRAMMAR, Field.VALID, Field.NOTE)
_NAMED: Final = 5
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and what of the termbase is not in it."""

    data: bytes
    warnings: tuple[FileWarning, ...] = ()


def write_table(termbase: Termbase, kind: str) -> Written:
    """The termbase as `csv` (UTF-8 with a mark, which spreadsheets need), `tsv` or `xlsx`.

    Raises:
        ValueError: a text holds a control character, which no table can, or is longer than a cell of a workbook can
            be; or there are no terms.
    """
    rows = _table(termbase)
    if kind == "xlsx":
        # Loaded here, as openpyxl is with it, which other kinds of tables do without.
        from tilshi.terminology.tables.workbook import write_workbook

        data = write_workbook(rows, _("Terms"))
    else:
        data = _delimited(rows, "\t" if kind == "tsv" else ",")
    return Written(data, (*_losses(termbase, rows), *_oversize(data, kind)))


def write_omegat(termbase: Termbase, source: str, target: str) -> Written:
    """The terms of two languages as a glossary for OmegaT: each source term with its targets, a line a pair."""
    lines: list[str] = []
    left_out = 0
    for concept in termbase.concepts:
        pairs = [
            (ours.text, theirs.text)
            for is_acronym in (False, True)
            for ours in _wanted(concept, source, is_acronym=is_acronym)
            for theirs in _wanted(concept, target, is_acronym=is_acronym)
        ]
        comment = _one_line(concept.note)
        lines.extend("\t".join((_one_line(ours), _one_line(theirs), comment)).rstrip() for ours, theirs in pairs)
        left_out += not pairs
    head = f"# Glossary in tab-separated format -*- coding: utf-8 -*- {source} {target}\n"
    data = (head + "".join(f"{line}\n" for line in lines)).encode()
    message = ngettext(
        "{number} concept has no terms in both languages and is left out.",
        "{number} concepts have no terms in both languages and are left out.",
        left_out,
    )
    return Written(data, (FileWarning(message.format(number=left_out)),) if left_out else ())


def _wanted(concept: Concept, language: str, *, is_acronym: bool) -> list[Term]:
    found = [term for term in concept.in_language(language) if term.status in WANTED]
    return [term for term in found if (term.kind is TermType.ACRONYM) is is_acronym]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _table(termbase: Termbase) -> list[list[str]]:
    """The header and the rows; columns that would be empty are left out."""
    found = dict.fromkeys(term.language for _concept, term in termbase.terms())
    if not found:
        raise ValueError("there are no terms to write")
    languages = (*(code for code in _FIRST if code in found), *(code for code in found if code not in _FIRST))
    cells = [_cells(concept, languages) for concept in termbase.concepts]
    used = {column for row in cells for column, cell in row.items() if cell}
    columns = [column for column in _columns(languages) if column in used]
    return [[column.name for column in columns], *([row.get(column, "") for column in columns] for row in cells)]


def _columns(languages: Sequence[str]) -> Iterable[Column]:
    yield from (Column(Field.ID), Column(Field.SUBJECT))
    yield from (Column(Field.TERM, language) for language in languages)
    for field in (*_OF_FIRST, Field.ACRONYM):
        yield from (Column(field, language) for language in languages)
    yield from (Column(Field.PART_OF_SPEECH), Column(Field.DEFINITION))
    for field in (Field.ADMITTED, Field.FORBIDDEN):
        yield from (Column(field, language) for language in languages)
    yield Column(Field.NOTE)


def _cells(concept: Concept, languages: Sequence[str]) -> dict[Column, str]:
    cells = {
        Column(Field.ID): concept.id,
        Column(Field.SUBJECT): concept.subject,
        Column(Field.DEFINITION): concept.definition,
        Column(Field.NOTE): concept.note,
        Column(Field.PART_OF_SPEECH): next((term.part_of_speech for term in concept.terms if term.part_of_speech), ""),
    }
    for language in languages:
        terms = list(concept.in_language(language))
        for field in (Field.TERM, Field.ACRONYM, Field.ADMITTED, Field.FORBIDDEN):
            texts = (_text(term) for term in terms if _field(term) is field)
            cells[Column(field, language)] = SEPARATOR.join(texts)
        if first := next((term for term in terms if _field(term) is Field.TERM), None):
            cells |= {Column(field, language): text for field, text in _details(first).items()}
    for column, cell in cells.items():
        if found := _UNWRITABLE.search(cell):
            raise ValueError(f"concept {concept.id}, {column.name}: no table can hold U+{ord(found[0]):04X}")
    return cells


def _details(term: Term) -> dict[Field, str]:
    return {
        Field.RELIABILITY: str(term.reliability),
        Field.SEEN: term.seen,
        Field.SOURCE: "; ".join(term.sources),
        Field.GRAMMAR: grammar_text(term.grammar),
        Field.VALID: term.validity,
        Field.NOTE: term.note,
    }


def _field(term: Term) -> Field:
    if term.status.is_forbidden:
        return Field.FORBIDDEN
    if term.status is Status.ADMITTED:
        return Field.ADMITTED
    return Field.ACRONYM if term.kind is TermType.ACRONYM else Field.TERM


def _text(term: Term) -> str:
    if not term.status.is_forbidden:
        return term.text
    return f"{term.text} [{term.scope}: {term.reason}]" if term.reason else f"{term.text} [{term.scope}]"


def _delimited(rows: list[list[str]], delimiter: str) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([neutralised(cell) for cell in row] for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def _oversize(data: bytes, kind: str) -> Iterable[FileWarning]:
    limit = FILE_LIMIT if kind != "xlsx" else MAX_PART
    size = len(data) if kind != "xlsx" else max(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())
    if size > limit:
        yield FileWarning(_("The file is larger than Tilshi opens again. Export TBX, or the languages apart."))


def _losses(termbase: Termbase, rows: list[list[str]]) -> Iterable[FileWarning]:
    sheet = Sheet(Path("terms"), "csv", tuple(tuple(row) for row in rows), tuple(range(1, len(rows) + 1)))
    back = {concept.id: _comparable(concept) for concept in read_rows(sheet, propose(sheet)).termbase.concepts}
    lost = [concept.id for concept in termbase.concepts if back.get(concept.id) != _comparable(concept)]
    if lost:
        message = ngettext(
            "{number} concept holds more than a table can say: {names}.",
            "{number} concepts hold more than a table can say, among them {names}.",
            len(lost),
        )
        yield FileWarning(message.format(number=len(lost), names=", ".join(lost[:_NAMED])))
        yield FileWarning(_("Export TBX to keep everything."))


def _comparable(concept: Concept) -> Concept:
    """The concept with its terms in the order of a table."""
    order = tuple(Field)
    terms = sorted(concept.terms, key=lambda term: (term.language, order.index(_field(term))))
    return replace(concept, terms=tuple(terms))
