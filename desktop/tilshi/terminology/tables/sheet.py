"""A table as rows of text, whatever file it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import in_line
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.tables import read_table
from tilshi.i18n import _

WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})
OMEGAT: Final = frozenset({".txt", ".tab", ".utf8"})
TABLES: Final = frozenset({".csv", ".tsv"})

_NEUTRALISED: Final = re.compile(r"'+[=+\-@\t\r]")
_ACTIVE: Final = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: rows with as many cells each, the first perhaps naming the columns, and where each stands in the file.

    `numbers` are lines of a text or rows of a workbook, from 1; `kind` is `csv`, `xlsx` or `omegat`.
    """

    path: Path
    kind: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    warnings: tuple[FileWarning, ...] = ()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    def place(self, at: int) -> str:
        """How errors and warnings name a row."""
        number = self.numbers[at]
        return _("row {number}").format(number=number) if self.kind == "xlsx" else in_line(number)


def read_sheet(path: Path, data: bytes | None = None) -> Sheet:
    """The table in a file, by its suffix: a workbook, OmegaT's glossary text, else CSV or TSV.

    Raises:
        FileError: it cannot be read, with the line or row; nothing is read in part.
    """
    data = read_bytes(path) if data is None else data
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS:
        # Loaded here, as openpyxl is with it, which other kinds of tables do without.
        from tilshi.terminology.tables.workbook import read_workbook

        return read_workbook(path, data)
    if suffix in OMEGAT:
        from tilshi.terminology.tables.omegat import read_omegat

        return read_omegat(path, data)
    if suffix not in TABLES:
        raise FileError(
            path,
            _("Files of the kind “{suffix}” are no tables of terms.").format(suffix=suffix or path.name),
            remedy=_("Known are {known}.").format(known=", ".join(sorted(TABLES | WORKBOOKS | OMEGAT))),
        )
    table = read_table(path, data)
    rows = (table.columns, *table.rows)
    first = table.lines[0] - 1 if table.lines else 1
    return Sheet(
        path, "csv", tuple(tuple(map(active, row)) for row in rows), (max(first, 1), *table.lines), table.warnings
    )


def neutralised(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before one that begins like it (OWASP)."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def active(cell: str) -> str:
    """The cell as it was before it was `neutralised`."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell
