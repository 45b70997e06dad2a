"""OmegaT's glossary text: source, tab, target, tab, comment; a line an entry, no header, # before what is no entry."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tilshi.files.decoding import decode_text, in_line, is_guess
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.files.tables import FIELD_LIMIT, MAX_ROWS
from tilshi.i18n import _, ngettext
from tilshi.terminology.tables.columns import SEPARATOR
from tilshi.terminology.tables.sheet import Sheet


def read_omegat(path: Path, data: bytes) -> Sheet:
    """The entries of a glossary for OmegaT, as a table: source, target, comment, further targets.

    OmegaT means several lines with one source to be alternatives; they become one row, which is told.

    Raises:
        FileError: a line without a tab, or no text at all; with the line.
    """
    text, encoding = decode_text(path, data)
    entries: dict[str, _Entry] = {}
    repeated = 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        source, target, comment = _parts(path, line, number)
        entry = entries.setdefault(source, _Entry(number))
        repeated += bool(entry.targets)
        entry.targets[target] = None
        entry.comments[comment] = None
        if len(entries) > MAX_ROWS:
            raise FileError(path, _("The table has more than {number} rows.").format(number=MAX_ROWS))
    if not entries:
        raise FileError(path, _("The table is empty."))
    rows = tuple(entry.row(source) for source, entry in entries.items())
    numbers = tuple(entry.number for entry in entries.values())
    warnings = limited(itertools.chain(_said(encoding, repeated), _found(rows, numbers)))
    return Sheet(path, "omegat", rows, numbers, warnings)


@dataclass(slots=True)
class _Entry:
    """What the lines with one source say; `number` is the first of them."""

    number: int
    targets: dict[str, None] = field(default_factory=dict)
    comments: dict[str, None] = field(default_factory=dict)

    def row(self, source: str) -> tuple[str, ...]:
        first, *others = self.targets
        return (source, first, "\n".join(filter(None, self.comments)), SEPARATOR.join(filter(None, others)))


def _parts(path: Path, line: str, number: int) -> tuple[str, str, str]:
    source, tab, rest = line.partition("\t")
    if not tab:
        raise FileError(
            path,
            _("There is no tab between source and target."),
            place=in_line(number),
            remedy=_("A line of an OmegaT glossary is source, tab, target, tab, comment."),
        )
    target, _tab, comment = rest.partition("\t")
    if max(map(len, (source, target, comment))) > FIELD_LIMIT:
        message = _("A cell holds more than {number} characters.")
        raise FileError(path, message.format(number=FIELD_LIMIT), place=in_line(number))
    return source.strip(), target.strip(), comment.replace("\t", " ").strip()


def _said(encoding: str, repeated: int) -> Iterator[FileWarning]:
    if is_guess(encoding):
        yield FileWarning(
            _("The text is not in UTF-8; it was read as {encoding}. Check the letters.").format(encoding=encoding)
        )
    if repeated:
        message = ngettext(
            "{number} line with a source that was there already is taken for another translation of it.",
            "{number} lines with sources that were there already are taken for other translations of them.",
            repeated,
        )
        yield FileWarning(message.format(number=repeated))


def _found(rows: tuple[tuple[str, ...], ...], numbers: tuple[int, ...]) -> Iterator[FileWarning]:
    for number, row in zip(numbers, rows, strict=True):
        for cell in row:
            yield from hazards(cell, in_line(number))
