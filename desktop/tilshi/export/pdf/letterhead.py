"""The letterhead of the first page: the organisation's logo, its name, and the rule below them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from tilshi.export.pdf.figures import fitted_size, logo_room
from tilshi.export.pdf.paragraphs import text_rows
from tilshi.export.pdf.rows import Image, Leaf, PlacedImage, Row
from tilshi.export.pdf.sheets import Box, Sheet
from tilshi.layout.blocks import Document, Size

# Where it stands in the upper margin, as a share; the rest in points.
_TOP: Final = 0.62
_RULE_GAP: Final = 8.0
_RULE_HEIGHT: Final = 1.5
_AFTER_RULE: Final = 26.0
_AFTER_LOGO: Final = 12.0
# The logo begins at least so far from the sheet's upper edge.
_EDGE: Final = 20.0


class Letterhead(NamedTuple):
    """What stands above the text of the first page, the rule under it, and where the text begins."""

    sheet: Sheet
    rule: Box | None
    below: float


def letterhead(document: Document) -> Letterhead:
    """The document's letterhead, which may be empty."""
    page = document.page
    x0, x1 = page.left, page.width - page.right
    if document.logo is None and document.masthead is None:
        return Letterhead(Sheet(), None, page.top)
    placed: list[tuple[float, Row]] = []
    size = Size(0.0, 0.0)
    if document.logo:
        size = fitted_size(document.logo, logo_room(document, x1 - x0))
        image = PlacedImage(Image(document.logo, size, None), x0)
        x0 += size.width + _AFTER_LOGO
        placed.append((_logo_top(document, size), Row(size.height, images=(image,))))
    top = page.top * _TOP
    if document.masthead:
        rows = text_rows(Leaf(document.masthead, None), x0, x1)
        if placed:
            top = placed[0][0] + max(0.0, (size.height - sum(row.height for row in rows)) / 2)
        placed += stacked(rows, top)
    bottom = max(top + row.height for top, row in placed)
    rule = Box(page.left, bottom + _RULE_GAP, x1, bottom + _RULE_GAP + _RULE_HEIGHT)
    return Letterhead(Sheet(placed), rule, max(page.top, rule.y1 + _AFTER_RULE))


def _logo_top(document: Document, size: Size) -> float:
    """As high as the name alone would stand in its middle, but not too near the edge of the sheet."""
    line = document.masthead.style.leading if document.masthead else size.height
    return max(_EDGE, document.page.top * _TOP + (line - size.height) / 2)


def stacked(rows: Iterable[Row], top: float) -> list[tuple[float, Row]]:
    """Rows one below the other, each with its top."""
    placed = []
    for row in rows:
        placed.append((top, row))
        top += row.height
    return placed
