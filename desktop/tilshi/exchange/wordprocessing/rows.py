"""Tables: rows of cells as paragraphs with bars, as in plain text; tables that only arrange text on a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tilshi.exchange.wordprocessing.drafting import Paragraph, Remark, joined, trimmed
from tilshi.exchange.wordprocessing.styles import ParagraphStyle
from tilshi.release import Text

_BAR: Final = "|"
_BROKEN_BAR: Final = "\u00a6"
_LONG_CELL: Final = 3
"""Paragraphs: a cell with more of them is a page of its own."""

_LONG_TEXT: Final = 400

Cells = Sequence[Sequence[Paragraph]]


def arranges_text(rows: Sequence[Cells]) -> bool:
    """Whether a table has no columns to be compared: one row or one column, or cells that hold pages."""
    columns = max(sum(bool(cell) for cell in cells) for cells in rows)
    if len(rows) == 1 or columns <= 1:
        return True
    return any(
        len(cell) > _LONG_CELL
        or any(paragraph.row for paragraph in cell)
        or sum(len(paragraph.text) for paragraph in cell) > _LONG_TEXT
        for cells in rows
        for cell in cells
    )


def row(cells: Cells, *, header: bool) -> tuple[Paragraph, int]:
    """A row as one paragraph, its cells parted by bars; and how many bars within cells were written otherwise."""
    texts = [joined(((each.text, each.remarks) for each in cell), " ") for cell in cells]
    bars = sum(text.string.count(_BAR) for text, _remarks in texts)
    plain = [(Text(text.string.replace(_BAR, _BROKEN_BAR).replace("\n", " "), text.marks), own) for text, own in texts]
    if not plain[0][0] and not plain[-1][0]:
        # Bars at both ends only frame a row: empty cells there need bars of their own.
        frame: tuple[Text, tuple[Remark, ...]] = (Text(), ())
        plain = [frame, *plain, frame]
    text, remarks = trimmed(*joined(plain, " | "))
    first = next(each for cell in cells for each in cell)
    number = min(each.number for cell in cells for each in cell)
    bold = all(each.bold for cell in cells for each in cell)
    style = first.style if first.style.is_own else ParagraphStyle()
    return Paragraph(text, number, style, row=True, header=header, bold=bold, remarks=remarks), bars
