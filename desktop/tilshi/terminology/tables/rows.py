"""From the rows of a table to concepts."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from typing import Final

from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import limited
from tilshi.i18n import _
from tilshi.terminology.concepts import (
    BY_RULE,
    Concept,
    Grammar,
    Reliability,
    Scope,
    Status,
    Term,
    Termbase,
    TermType,
    concept_id,
    interval,
)
from tilshi.terminology.folding import key
from tilshi.terminology.tables.columns import Column, Field, Mapping
from tilshi.terminology.tables.sheet import Sheet
from tilshi.terminology.tbx.reading import ReadTermbase
from tilshi.terminology.tbx.remarks import parsed_grammar

_SHOWN: Final = 60
_FORBIDDEN: Final = re.compile(r"(.*?)\s*\[(always|concept)(?::\s*(.*))?\]", re.DOTALL)
_STATUSES: Final = {
    **{str(status): status for status in Status},
    **{f"{status}term-admn-sts": status for status in Status},
    **{f"{status}term": status for status in Status},
    **dict.fromkeys(
        ("approved", "standard", "утвержден", "рекомендован", "бекітілген", "recommandé"), Status.PREFERRED
    ),
    **dict.fromkeys(("allowed", "допустим", "рұқсат етілген", "admis", "provisional"), Status.ADMITTED),
    **dict.fromkeys(("forbidden", "not recommended", "запрещен", "тыйым салынған", "interdit"), Status.DEPRECATED),
}
_SPEECH: Final = {
    name: speech
    for speech, names in {
        "noun": "noun n n. сущ сущ. существительное зат_есім nom nom_commun substantive proper_noun",
        "verb": "verb v v. глаг гл. глагол етістік verbe",
        "adjective": "adjective adj adj. прил прил. прилагательное сын_есім adjectif",
        "adverb": "adverb adv adv. нареч. наречие үстеу adverbe",
        "other": "other phrase phr expression другое басқа autre",
    }.items()
    for name in names.replace("_", " ").split()
}


def read_rows(sheet: Sheet, mapping: Mapping, limit: int | None = None) -> ReadTermbase:
    """The concepts of a table, one a row; with `limit` those of the first rows only, as a preview.

    Raises:
        FileError: no column, or no row, holds terms; or nobody has said the language of a column.
    """
    _refuse(sheet, mapping)
    start = 1 if mapping.has_header else 0
    places = range(start, len(sheet.rows) if limit is None else min(len(sheet.rows), start + limit))
    reading = _Reading(sheet, mapping)
    concepts = tuple(concept for at in places if (concept := reading.concept(at)))
    if not concepts:
        raise FileError(sheet.path, _("The table holds no terms."), remedy=_("Look at what its columns are taken for."))
    unknown = (
        FileWarning(_("The column “{name}” is not known and is left out.").format(name=name[:_SHOWN]))
        for name in mapping.unknown
    )
    warnings = limited(itertools.chain(sheet.warnings, unknown, reading.warnings))
    return ReadTermbase(Termbase(sheet.path.stem, concepts), warnings)


def _refuse(sheet: Sheet, mapping: Mapping) -> None:
    if len(mapping.columns) != sheet.width:
        message = _("The table has {found} columns, but {named} are named.")
        raise FileError(sheet.path, message.format(found=sheet.width, named=len(mapping.columns)))
    if not any(each.field is Field.TERM for each in mapping.columns):
        raise FileError(
            sheet.path,
            _("No column is known to hold terms."),
            remedy=_("Name the columns by their languages, such as en and kk."),
        )
    for number, each in enumerate(mapping.columns, 1):
        if each.lacks_language:
            raise FileError(
                sheet.path,
                _("The language of column {number} cannot be told.").format(number=number),
                remedy=_("Name the columns by their languages, such as en and kk."),
            )


@dataclass(slots=True)
class _Reading:
    """What is known while a table is read: ids and terms that were met, and where."""

    sheet: Sheet
    mapping: Mapping
    warnings: list[FileWarning] = field(default_factory=list)
    _ids: dict[str, int] = field(default_factory=dict)
    """Ids taken, and the last number put to each."""
    _met: dict[str, int] = field(default_factory=dict)

    def concept(self, at: int) -> Concept | None:
        """The concept of a row; none if it is empty, or holds no term, which is told."""
        cells = self._cells(at)
        terms = tuple(term for language in self.mapping.languages for term in self._terms(cells, language, at))
        if not terms:
            if cells:
                self._warn(at, _("The row holds no term and is left out."))
            return None
        self._tell_repetition(terms[0], at)
        definitions = [(column.language, cell) for column, cell in cells.items() if column.field is Field.DEFINITION]
        return Concept(
            self._id(cells.get(Column(Field.ID), ""), terms[0], at),
            terms,
            subject=cells.get(Column(Field.SUBJECT), ""),
            definition=definitions[0][1] if definitions else "",
            note=cells.get(Column(Field.NOTE), ""),
            more_in=tuple(
                (language, (f'<descrip type="definition">{escape(text, quote=False)}</descrip>',))
                for language, text in definitions[1:]
                if any(term.language == language for term in terms)
            ),
        )

    def _cells(self, at: int) -> dict[Column, str]:
        """What each column says; columns that hold the same are put together."""
        cells: dict[Column, str] = {}
        for column, cell in zip(self.mapping.columns, self.sheet.rows[at], strict=True):
            if column.field is not Field.IGNORED and (text := cell.strip()):
                joint = "\n" if column.field in (Field.NOTE, Field.DEFINITION) else self.mapping.separator
                cells[column] = f"{cells[column]}{joint}{text}" if column in cells else text
        return cells

    def _terms(self, cells: dict[Column, str], language: str, at: int) -> Iterator[Term]:
        speech = self._speech(cells.get(Column(Field.PART_OF_SPEECH), ""), at)
        own = {column.field: cell for column, cell in cells.items() if column.language == language}
        for number, text in enumerate(self._split(own.get(Field.TERM, ""))):
            term = Term(text, language, part_of_speech=speech)
            yield term if number else self._detailed(term, own, at)
        for text in self._split(own.get(Field.ACRONYM, "")):
            yield Term(text, language, kind=TermType.ACRONYM, part_of_speech=speech)
        for text in self._split(own.get(Field.ADMITTED, "")):
            yield Term(text, language, Status.ADMITTED, TermType.VARIANT, speech)
        for text in self._split(own.get(Field.FORBIDDEN, "")):
            found = _FORBIDDEN.fullmatch(text)
            form, scope, reason = found.groups() if found else (text, Scope.CONCEPT, None)
            if form:
                yield Term(
                    form,
                    language,
                    Status.DEPRECATED,
                    TermType.VARIANT,
                    speech,
                    scope=Scope(scope),
                    reason=reason or "",
                )

    def _detailed(self, term: Term, own: dict[Field, str], at: int) -> Term:
        known = Reliability(low) if (low := own.get(Field.RELIABILITY, "").casefold()) in tuple(Reliability) else None
        if known is None:
            self._warn(at, _("“{text}” is no reliability; it is left out.").format(text=low[:_SHOWN]))
        seen = own.get(Field.SEEN, "")
        begin, end = self._validity(own.get(Field.VALID, ""), at)
        return replace(
            term,
            status=self._status(own.get(Field.STATUS, ""), at),
            reliability=known or Reliability.UNKNOWN,
            seen="" if seen == term.text else seen,
            sources=tuple(part for part in re.split(r"\s*(?:;|\|)\s+", own.get(Field.SOURCE, "")) if part),
            note=own.get(Field.NOTE, ""),
            grammar=self._grammar(own.get(Field.GRAMMAR, ""), at),
            valid_from=begin,
            valid_until=end,
        )

    def _grammar(self, text: str, at: int) -> Grammar:
        found = parsed_grammar(text)
        if found is None:
            self._warn(at, _("“{text}” says nothing about forms; it is left out.").format(text=text[:_SHOWN]))
        return found or BY_RULE

    def _validity(self, text: str, at: int) -> tuple[str, str]:
        found = interval(text) if text else ("", "")
        if found is None:
            message = _("“{text}” is no span of time such as 2019-03-23/2022-09-16; it is left out.")
            self._warn(at, message.format(text=text[:_SHOWN]))
        return found or ("", "")

    def _status(self, text: str, at: int) -> Status:
        found = _STATUSES.get(text.casefold()) if text else Status.PREFERRED
        if found is None:
            message = _("“{text}” is no status; the term counts as preferred.")
            self._warn(at, message.format(text=text[:_SHOWN]))
        return found or Status.PREFERRED

    def _speech(self, text: str, at: int) -> str:
        found = _SPEECH.get(text.casefold()) if text else ""
        if found is None:
            self._warn(at, _("“{text}” is no part of speech; it is left out.").format(text=text[:_SHOWN]))
        return found or ""

    def _split(self, cell: str) -> list[str]:
        mark = re.escape(self.mapping.separator.strip())
        # «a|b» may be one term where the separator stands between spaces.
        between = rf"\s+{mark}\s+" if self.mapping.separator[:1].isspace() else rf"\s*{mark}\s*"
        return [part.strip() for part in re.split(between, cell) if part.strip()] if cell else []

    def _id(self, text: str, first: Term, at: int) -> str:
        wanted = concept_id(text) if text else _content_id(first)
        name, number = wanted, self._ids.get(wanted, 1)
        while name in self._ids:
            number += 1
            name = f"{wanted}-{number}"
        self._ids[wanted] = number
        self._ids.setdefault(name, 1)
        if text and name != wanted:
            message = _("Two concepts have the id “{old}”; the second is now “{new}”.")
            self._warn(at, message.format(old=wanted[:_SHOWN], new=name[:_SHOWN]))
        return name

    def _tell_repetition(self, term: Term, at: int) -> None:
        form = f"{term.language} {key(term.text)}"
        before = self._met.setdefault(form, self.sheet.numbers[at])
        if before != self.sheet.numbers[at]:
            message = _("“{term}” stands in line {line} already.")
            self._warn(at, message.format(term=term.text[:_SHOWN], line=before))

    def _warn(self, at: int, message: str) -> None:
        self.warnings.append(FileWarning(message, self.sheet.place(at)))


def _content_id(term: Term) -> str:
    """An id that is the same whenever the same list is imported, so that this updates and does not double."""
    digest = hashlib.blake2s(f"{term.language}\0{key(term.text)}".encode(), digest_size=5)
    return f"T-{digest.hexdigest()}"
