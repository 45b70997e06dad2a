"""Tables: column widths by content, rows that stay whole, a header that is shown again on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, zip_longest
from typing import Final

from tilshi.export.pdf.lines import natural_widths, set_lines
from tilshi.export.pdf.paragraphs import baseline, text_rows
from tilshi.export.pdf.rows import Frame, FrameKind, Leaf, Row, Text
from tilshi.export.pdf.structure import Element
from tilshi.layout.blocks import Paragraph, Table

_HEADER_CELL: Final = "/O/Table/Scope/Column"
_ROW_HEADER: Final = "/O/Table/Scope/Row"
# Between a caption and the table under it, in points.
_CAPTION_GAP: Final = 3.0


def table_rows(table: Table, parent: Element, x0: float, x1: float) -> list[Row]:
    """The table's rows between two edges, and its elements under ``parent``."""
    edges = _edges(table, x0, x1)
    element = parent.child("Table", table.language)
    rows: list[Row] = []
    if table.caption:
        leaf = Leaf(table.caption, element.child("Caption", table.caption.language))
        rows += [row._replace(joined=at > 0) for at, row in enumerate(text_rows(leaf, x0, x1))]
    captioned = bool(rows)
    repeated: tuple[Row, ...] = ()
    if table.header:
        tagged = _cells(element.child("TR"), table.header, "TH", _HEADER_CELL)
        made = _row(table, tagged, edges, filled=True)
        rows += [made[0]._replace(gap=_CAPTION_GAP, joined=True) if captioned else made[0], *made[1:]]
        artifacts = [Leaf(cell, None) for cell in table.header]
        repeated = tuple(_row(table, artifacts, edges, filled=True))
    for at, cells in enumerate(table.rows):
        is_total = table.total and at == len(table.rows) - 1
        made = _row(table, _body_cells(table, element.child("TR"), cells), edges, filled=is_total)
        follows = (at == 0 and bool(rows)) or (is_total and at > 0)
        made[0] = made[0]._replace(joined=follows)
        rows += [row._replace(repeated=repeated) for row in made]
    if rows:
        rows[0] = rows[0]._replace(gap=table.style.space_before)
    return rows


def _cells(element: Element, cells: Sequence[Paragraph], kind: str, attributes: str = "") -> list[Leaf]:
    return [Leaf(cell, element.child(kind, cell.language, attributes)) for cell in cells]


def _body_cells(table: Table, element: Element, cells: Sequence[Paragraph]) -> list[Leaf]:
    """The cells of a row, the first a header where it names the row."""
    if not table.named_rows:
        return _cells(element, cells, "TD")
    return [*_cells(element, cells[:1], "TH", _ROW_HEADER), *_cells(element, cells[1:], "TD")]


def _row(table: Table, cells: Sequence[Leaf], edges: Sequence[float], *, filled: bool) -> list[Row]:
    """One row of cells: as many rows of lines as its longest cell has, between two rows of padding."""
    padding = table.style.padding
    frames: tuple[Frame, ...] = (Frame(FrameKind.UNDERLINE, edges[0], edges[-1], table.style.line),)
    if filled and table.style.header_fill:
        frames = (Frame(FrameKind.FILL, edges[0], edges[-1], table.style.header_fill), *frames)
    columns: list[list[Text]] = []
    for cell, left, right in zip(cells, edges, edges[1:], strict=False):
        start, end = left + padding, right - padding
        lines = set_lines(cell.paragraph, round(end - start, 3))
        depth = baseline(cell.paragraph.style)
        columns.append([Text(cell, line, start, end, depth) for line in lines])
    made = [Row(padding, frames=frames)]
    for texts in zip_longest(*columns):
        shown = tuple(text for text in texts if text is not None)
        leading = max(text.leaf.paragraph.style.leading for text in shown)
        made.append(Row(leading, shown, frames, joined=True))
    made.append(Row(padding, frames=frames, joined=True))
    return made


def _edges(table: Table, x0: float, x1: float) -> list[float]:
    """The edges of the columns: as wide as their texts ask, squeezed only as far as the longest words allow."""
    rows = [row for row in (table.header, *table.rows) if row]
    count = max(map(len, rows), default=0)
    padding = 2 * table.style.padding
    sizes = [[natural_widths(row[at]) for row in rows if at < len(row)] for at in range(count)]
    least = [max(widest for widest, _longest in column) + padding for column in sizes]
    wanted = [max(longest for _widest, longest in column) + padding for column in sizes]
    width = x1 - x0
    if sum(wanted) <= width:
        widths = [want * width / sum(wanted) for want in wanted]
    elif sum(least) <= width:
        spare = (width - sum(least)) / sum(want - low for want, low in zip(wanted, least, strict=True))
        widths = [low + (want - low) * spare for want, low in zip(wanted, least, strict=True)]
    else:
        widths = [low * width / sum(least) for low in least]
    return list(accumulate(widths, initial=x0))
