"""Tables of terms in and out: CSV, TSV, workbooks (XLSX) and OmegaT's glossary text."""

from tilshi.terminology.tables.columns import Column, Field, Mapping
from tilshi.terminology.tables.headers import propose
from tilshi.terminology.tables.rows import read_rows
from tilshi.terminology.tables.sheet import Sheet, read_sheet
from tilshi.terminology.tables.writing import Written, write_omegat, write_table

__all__ = [
    "Column",
    "Field",
    "Mapping",
    "Sheet",
    "Written",
    "propose",
    "read_rows",
    "read_sheet",
    "write_omegat",
    "write_table",
]
