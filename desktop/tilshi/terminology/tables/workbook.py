"""Workbooks (XLSX) in and out through openpyxl, never before the archive and its XML have been looked at."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from tilshi.files import xml
from tilshi.files.archive import open_zip
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.files.tables import FIELD_LIMIT, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from tilshi.i18n import _
from tilshi.terminology.tables.sheet import Sheet

_LAST_ROW: Final = 1_048_576
"""Of any workbook (ECMA-376, 18.3.1.73)."""
_LONGEST: Final = 32_767
"""Characters of a cell in any workbook; openpyxl would cut the rest off in silence."""
_XML_NAMES: Final = (".xml", ".rels", ".vml")
_XML_STARTS: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff", b"\x00<")
_MAX_ELEMENTS: Final = 3_000_000
_BROKEN: Final = (
    InvalidFileException,
    zipfile.BadZipFile,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl raises over workbooks that are none (lxml's errors are syntax errors)."""


def read_workbook(path: Path, data: bytes) -> Sheet:
    """The first sheet with anything in it; formulas give what they last gave.

    Raises:
        FileError: no workbook, damaged, too large, or empty.
    """
    _refuse_hostile(path, data)
    with warnings.catch_warnings():
        # openpyxl warns of styles and validations that it leaves aside; nothing of a table is in them.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            with contextlib.closing(book):
                filled = [(sheet.title, rows) for sheet in book.worksheets if (rows := list(_rows(path, sheet)))]
        except _BROKEN as error:
            raise FileError(
                path,
                _("The workbook cannot be read: {why}.").format(why=_brief(error)),
                remedy=_("Save it again as .xlsx, or as CSV."),
            ) from error
    if not filled:
        raise FileError(path, _("The table is empty."))
    title, rows = filled[0]
    width = max(len(row) for _number, row in rows)
    padded = tuple((*row, *[""] * (width - len(row))) for _number, row in rows)
    numbers = tuple(number for number, _row in rows)
    return Sheet(path, "xlsx", padded, numbers, limited(_told(title, filled, rows)))


def write_workbook(rows: Sequence[Sequence[str]], title: str) -> bytes:
    """A workbook of one sheet, its first row the header; every cell is text, so that none is a formula.

    Raises:
        ValueError: a cell holds more than a workbook can.
    """
    # Before openpyxl begins: what it leaves behind when it is interrupted cannot be closed.
    if long := next((cell for row in rows for cell in row if len(cell) > _LONGEST), None):
        raise ValueError(f"no cell of a workbook can hold more than {_LONGEST} characters: {long[:40]} …")
    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "Tilshi"
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for at, name in enumerate(rows[0], 1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = 14 if "_" in name or name in ("id", "subject") else 36
    for number, row in enumerate(rows):
        sheet.append([_text_cell(sheet, cell, is_header=number == 0) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _refuse_hostile(path: Path, data: bytes) -> None:
    """Every part that can be XML is parsed by our own reader first: openpyxl would follow what is in it."""
    archive = open_zip(path, data)
    if "xl/workbook.xml" not in archive and "[Content_Types].xml" not in archive:
        raise FileError(path, _("This archive is no workbook."), remedy=_("Save the table as .xlsx, or as CSV."))
    for name in archive.names:
        part = archive.read(name)
        # Any part may be named as a sheet, whatever it is called.
        if name.lower().endswith(_XML_NAMES) or part.lstrip().startswith(_XML_STARTS):
            xml.parse(path, part, part=name, max_elements=_MAX_ELEMENTS)


def _rows(path: Path, sheet: Any) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a sheet that hold anything, with their numbers."""
    # The file may claim any size.
    sheet.reset_dimensions()
    filled = cells = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        texts = [_text(value) for value in row]
        while texts and not texts[-1].strip():
            texts.pop()
        if number > _LAST_ROW or filled > MAX_ROWS:
            raise FileError(path, _("The table has more than {number} rows.").format(number=MAX_ROWS))
        if len(texts) > MAX_COLUMNS:
            raise FileError(path, _("The table has more than {number} columns.").format(number=MAX_COLUMNS))
        cells += len(texts)
        if cells > MAX_CELLS:
            raise FileError(path, _("The table has more than {number} cells.").format(number=MAX_CELLS))
        if any(len(text) > FIELD_LIMIT for text in texts):
            place = _("row {number}").format(number=number)
            raise FileError(
                path, _("A cell holds more than {number} characters.").format(number=FIELD_LIMIT), place=place
            )
        if texts:
            filled += 1
            yield number, tuple(texts)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def _told(
    title: str, filled: list[tuple[str, Any]], rows: Iterable[tuple[int, tuple[str, ...]]]
) -> Iterator[FileWarning]:
    if len(filled) > 1:
        others = ", ".join(name for name, _rows in filled[1:6])
        yield FileWarning(_("Only the sheet “{name}” is read, not: {others}.").format(name=title, others=others))
    for number, row in rows:
        for cell in row:
            yield from hazards(cell, _("row {number}").format(number=number))


def _text_cell(sheet: Any, text: str, *, is_header: bool) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_header:
        cell.font = Font(bold=True)
    return cell


def _brief(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120].rstrip(".")
