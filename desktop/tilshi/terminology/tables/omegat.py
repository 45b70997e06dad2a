"""OmegaT's glossary text: source, tab, target, tab, comment; a line an entry, no header, # before what is no entry."""

from __future__ import annotations

from pathlib import Path

from tilshi.files.decoding import decode_text, in_line, is_guess
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.files.tables import MAX_ROWS
from tilshi.i18n import _
from tilshi.terminology.tables.sheet import Sheet


def read_omegat(path: Path, data: bytes) -> Sheet:
    """The entries of a glossary for OmegaT, as a table of three columns.

    Raises:
        FileError: a line without a tab, or no text at all; with the line.
    """
    text, encoding = decode_text(path, data)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        source, tab, rest = line.partition("\t")
        if not tab:
            raise FileError(
                path,
                _("There is no tab between source and target."),
                place=in_line(number),
                remedy=_("A line of an OmegaT glossary is source, tab, target, tab, comment."),
            )
        target, _tab, comment = rest.partition("\t")
        rows.append((source, target, comment.replace("\t", " ")))
        numbers.append(number)
        if len(rows) > MAX_ROWS:
            raise FileError(path, _("The table has more than {number} rows.").format(number=MAX_ROWS))
    if not rows:
        raise FileError(path, _("The table is empty."))
    warnings = (
        [
            FileWarning(
                _("The text is not in UTF-8; it was read as {encoding}. Check the letters.").format(encoding=encoding)
            )
        ]
        if is_guess(encoding)
        else []
    )
    found = (
        warning
        for number, row in zip(numbers, rows, strict=True)
        for cell in row
        for warning in hazards(cell, in_line(number))
    )
    return Sheet(path, "omegat", tuple(rows), tuple(numbers), (*warnings, *limited(found)))
