"""Tables: a header row that is repeated and said to be one, whole rows, columns as wide as their text asks."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tilshi.export.docx.languages import is_right_to_left
from tilshi.export.docx.sheet import Look
from tilshi.export.docx.story import Placement, Story
from tilshi.export.docx.wordml import Element, group, twips, w
from tilshi.layout.blocks import Paragraph, Table

# The longest line a column asks room for, and the least it gets, in characters.
_WIDEST: Final = 40
_NARROWEST: Final = 6


def table(story: Story, block: Table, style: str, width: float) -> Element:
    """`w:tbl` over the whole measure; `width` is in points, `style` the id of the table style."""
    rows = (block.header, *block.rows) if block.header else block.rows
    columns = _column_widths(rows, twips(width))
    last = len(rows) - 1
    made = [
        _row(story, row, columns, header=bool(block.header) and number == 0, keep_next=number < min(2, last))
        for number, row in enumerate(rows)
    ]
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("bidiVisual") if is_right_to_left(block.language) else None,
        w("tblW", w=5000, type="pct"),
        w("tblLayout", type="autofit"),
        w(
            "tblLook",
            val=_look_bits(block),
            firstRow=int(bool(block.header)),
            lastRow=int(block.total),
            firstColumn=int(block.named_rows),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
    )
    grid = w("tblGrid", *(w("gridCol", w=column) for column in columns))
    return w("tbl", properties, grid, *made)


def _look_bits(block: Table) -> str:
    """The flags of `w:tblLook` again as bits: Word before 2010 and LibreOffice read those (17.4.56)."""
    bits = 0x0400 + 0x0200 + 0x0020 * bool(block.header) + 0x0040 * block.total + 0x0080 * block.named_rows
    return f"{bits:04X}"


def _row(
    story: Story, cells: tuple[Paragraph, ...], columns: tuple[int, ...], *, header: bool, keep_next: bool
) -> Element:
    properties = w("trPr", w("cantSplit"), w("tblHeader") if header else None)
    made = [_cell(story, cell, column, keep_next=keep_next) for cell, column in zip(cells, columns, strict=False)]
    missing = [w("tc", _cell_properties(column), w("p")) for column in columns[len(cells) :]]
    return w("tr", properties, *made, *missing)


def _cell(story: Story, cell: Paragraph, width: int, *, keep_next: bool) -> Element:
    # The table's own padding keeps the distance; the style's space would be added to it.
    paragraph = story.paragraph(cell, Look(cell.style), Placement(0, 0, keep_next=keep_next))
    return w("tc", _cell_properties(width), paragraph)


def _cell_properties(width: int) -> Element | None:
    return group("tcPr", w("tcW", w=width, type="dxa"))


def _column_widths(rows: tuple[tuple[Paragraph, ...], ...], total: int) -> tuple[int, ...]:
    """Twips for each column, in proportion to the longest text in it within limits; together exactly `total`."""
    count = max(map(len, rows), default=0)
    asked = [
        max((min(_WIDEST, max(_NARROWEST, len(row[column].text))) for row in rows if column < len(row)), default=1)
        for column in range(count)
    ]
    edges = [round(total * sum(asked[:column]) / sum(asked)) for column in range(count + 1)] if asked else []
    return tuple(end - start for start, end in pairwise(edges))
