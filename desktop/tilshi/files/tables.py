"""Tables as text: CSV and TSV, with commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_text, in_line, is_guess
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.i18n import _

FIELD_LIMIT: Final = 131_072
"""The longest cell, in code points: the limit of Python's reader, four times that of a spreadsheet."""

MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 256
MAX_CELLS: Final = 1_000_000
_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 50
_SAMPLE_LENGTH: Final = 200_000
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DIRECTIVE: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# What spreadsheets take for a formula, but for plain negative numbers and telephone numbers.
_FORMULA: Final = re.compile(r"[=@\t\r]|[+-](?![\d\s().,\u00a0\u202f-]*\Z)")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the names of its columns, its rows with as many cells each, the line each row begins in."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    delimiter: str
    warnings: tuple[FileWarning, ...] = ()


def read_table(path: Path, data: bytes | None = None) -> Table:
    """The table in a file; its first row names the columns, empty rows are left out, cells are kept as they are.

    The delimiter is found out, or told by Excel's first line `sep=;`.

    Raises:
        FileError: no text, less than two columns, a row with more or less cells than the first, an unclosed quotation
            mark, a cell longer than `FIELD_LIMIT`; with the line.
    """
    text, encoding = decode_text(path, read_bytes(path) if data is None else data)
    directive = _DIRECTIVE.match(text)
    delimiter = directive[1] if directive else _delimiter(text, path.suffix.lower())
    skipped = 1 if directive else 0
    if text.count(delimiter) > MAX_CELLS:
        raise FileError(path, _("The table has more than {number} cells.").format(number=MAX_CELLS))
    records = list(_records(path, text[directive.end() :] if directive else text, delimiter, skipped))
    if not records:
        raise FileError(path, _("The table is empty."))
    (_first, columns), rows = records[0], records[1:]
    _refuse_columns(path, columns)
    for line, row in rows:
        if len(row) != len(columns):
            raise FileError(
                path,
                _("The row has {found} cells, but the first row has {expected}.").format(
                    found=len(row), expected=len(columns)
                ),
                place=in_line(line),
            )
    warnings = limited(itertools.chain(_encoding_warning(encoding), _warnings(columns, rows)))
    return Table(columns, tuple(row for _line, row in rows), tuple(line for line, _row in rows), delimiter, warnings)


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for a formula (OWASP, CSV injection)."""
    return _FORMULA.match(cell) is not None


def _delimiter(text: str, suffix: str) -> str:
    """The delimiter that gives most rows the same number of cells, and more than one."""
    order = ("\t", *_DELIMITERS) if suffix in {".tsv", ".tab"} else _DELIMITERS
    return max(order, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> float:
    reader = csv.reader(_lines(text[:_SAMPLE_LENGTH]), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        for row in itertools.islice(reader, _SAMPLE):
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, number = widths.most_common(1)[0]
    return number / widths.total() if width > 1 else 0.0


def _records(path: Path, text: str, delimiter: str, skipped: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    line = 1 + skipped
    try:
        for number, row in enumerate(reader):
            if number > MAX_ROWS:
                raise FileError(path, _("The table has more than {number} rows.").format(number=MAX_ROWS))
            if any(row):
                yield line, tuple(row)
            line = reader.line_num + 1 + skipped
    except csv.Error as error:
        raise FileError(
            path,
            _("The row cannot be read: {why}.").format(why=error),
            place=in_line(line),
            remedy=_("Look for a quotation mark that is not closed."),
        ) from error


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time: io.StringIO would take four bytes for every character."""
    return (found[0] for found in _LINE.finditer(text))


def _refuse_columns(path: Path, columns: tuple[str, ...]) -> None:
    if len(columns) < 2:
        raise FileError(
            path,
            _("There is only one column in it."),
            remedy=_("A table needs commas, semicolons or tabs between its columns."),
        )
    if len(columns) > MAX_COLUMNS:
        raise FileError(path, _("The table has more than {number} columns.").format(number=MAX_COLUMNS))


def _encoding_warning(encoding: str) -> Iterator[FileWarning]:
    if is_guess(encoding):
        yield FileWarning(
            _("The text is not in UTF-8; it was read as {encoding}. Check the letters.").format(encoding=encoding)
        )


def _warnings(columns: tuple[str, ...], rows: list[tuple[int, tuple[str, ...]]]) -> Iterator[FileWarning]:
    names = [name.strip().casefold() for name in columns]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        yield FileWarning(_("Two columns are called “{name}”.").format(name=name[:60]))
    for column in columns:
        yield from hazards(column, in_line(1))
    for line, row in rows:
        for cell in row:
            if is_formula(cell):
                yield FileWarning(_("A cell would be a formula in a spreadsheet; it is kept as text."), in_line(line))
            yield from hazards(cell, in_line(line))
