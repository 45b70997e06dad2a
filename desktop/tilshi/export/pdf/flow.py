"""Blocks become rows and structure elements, one function a kind of block."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tilshi.export.cards import Code, code_of
from tilshi.export.pdf.faces import face
from tilshi.export.pdf.figures import figure_rows
from tilshi.export.pdf.lines import natural_widths
from tilshi.export.pdf.paragraphs import text_rows
from tilshi.export.pdf.rows import Frame, FrameKind, Image, Leaf, PlacedImage, Row
from tilshi.export.pdf.structure import Element
from tilshi.export.pdf.tables import table_rows
from tilshi.layout.blocks import Block, Contact, Document, Figure, ItemList, Paragraph, Run, Size, Tag

_LEVELS: Final = {Tag.HEADING_1: 1, Tag.HEADING_2: 2, Tag.HEADING_3: 3}
# ISO 32000-1, table 347: bullets have their own names, anything else is just a label.
_NUMBERING: Final = {"•": "Disc", "◦": "Circle", "○": "Circle", "▪": "Square", "■": "Square"}
# The text of list items starts at least this many times the font size from the marker's start.
_HANG: Final = 1.2


class Flow:
    """The rows of a document, top to bottom, and its structure under ``root``."""

    __slots__ = ("_after", "_height", "_kept", "_level", "_root", "_x0", "_x1", "rows")

    def __init__(self, document: Document, root: Element) -> None:
        self.rows: list[Row] = []
        self._root = root
        self._x0 = document.page.left
        self._x1 = document.page.width - document.page.right
        self._height = document.page.height - document.page.top - document.page.bottom
        self._after = 0.0
        self._kept = False
        self._level = 0
        for block in document.blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        if isinstance(block, Paragraph):
            rows = text_rows(Leaf(block, self._element(block, self._root)), self._x0, self._x1)
            self._append(rows, block.style.space_after, keep_with_next=block.style.keep_with_next)
        elif isinstance(block, Contact):
            self._append(self._contact(block), block.style.space_after)
        elif isinstance(block, ItemList):
            self._add_list(block)
        elif isinstance(block, Figure):
            room = Size(self._x1 - self._x0, self._height)
            self._append(figure_rows(block, self._root, self._x0, room), block.style.space_after)
        else:
            self._append(table_rows(block, self._root, self._x0, self._x1), block.style.space_after)

    def _append(self, rows: list[Row], after: float, *, keep_with_next: bool = False) -> None:
        if not rows:
            return
        first = rows[0]
        rows[0] = first._replace(gap=first.gap + self._after, joined=first.joined or (self._kept and bool(self.rows)))
        self.rows += rows
        self._after = after
        self._kept = keep_with_next

    def _element(self, paragraph: Paragraph, parent: Element) -> Element:
        """The paragraph's element. Headings never skip a level (ISO 14289-1, 7.4.2); a quotation holds a paragraph."""
        if paragraph.tag in _LEVELS:
            self._level = min(_LEVELS[paragraph.tag], self._level + 1)
            return parent.child(f"H{self._level}", paragraph.language)
        if paragraph.tag is Tag.QUOTE:
            return parent.child("BlockQuote", paragraph.language).child("P", paragraph.language)
        return parent.child("P", paragraph.language)

    def _contact(self, contact: Contact) -> list[Row]:
        """The card: its lines inside a frame, all on one page."""
        style = contact.style
        frames = tuple(
            Frame(kind, self._x0, self._x1, colour)
            for kind, colour in ((FrameKind.FILL, style.fill), (FrameKind.BORDER, style.border))
            if colour
        )
        element = self._root.child("Sect", contact.language)
        x0, x1 = self._x0 + style.padding, self._x1 - style.padding
        code = code_of(contact)
        if code:
            x1 -= code.side + style.padding
        rows = [Row(style.padding, frames=frames, gap=style.space_before)]
        after = 0.0
        for line in contact.lines:
            made = text_rows(Leaf(line, self._element(line, element)), x0, x1, frames)
            gap = made[0].gap + after if len(rows) > 1 else 0.0
            rows += [made[0]._replace(gap=gap), *made[1:]]
            after = line.style.space_after
        if code:
            self._add_code(rows, contact, code, element, x1 + style.padding, frames)
        rows.append(Row(style.padding, frames=frames))
        return [rows[0], *(row._replace(joined=True) for row in rows[1:])]

    @staticmethod
    def _add_code(  # noqa: PLR0913, PLR0917  # where it stands, and what it belongs to
        rows: list[Row], contact: Contact, code: Code, element: Element, x: float, frames: tuple[Frame, ...]
    ) -> None:
        """The code beside the lines of a card, which is made as high as it is; it is read after them."""
        figure = element.child("Figure", contact.language)
        figure.alternative = contact.told
        at = min(1, len(rows) - 1)
        placed = PlacedImage(Image(code, Size(code.side, code.side), figure), x)
        rows[at] = rows[at]._replace(images=(placed,))
        height = sum(row.height for row in rows[at:]) + sum(row.gap for row in rows[at + 1 :])
        if code.side > height:
            rows.append(Row(code.side - height, frames=frames))

    def _add_list(self, items: ItemList) -> None:
        numbering = "Decimal" if items.is_numbered else _NUMBERING.get(items.marker, "None")
        element = self._root.child("L", items.language, f"/O/List/ListNumbering/{numbering}")
        labels = [items.label(at) for at in range(len(items.items))]
        widest = max(labels, key=len, default="")
        for label, item in zip(labels, items.items, strict=True):
            self._append(
                self._item(item, label, widest, element.child("LI", item.language)),
                item.style.space_after,
                keep_with_next=item.style.keep_with_next,
            )

    def _item(self, item: Paragraph, shown: str, widest: str, element: Element) -> list[Row]:
        """The label hangs in the first line, the item's text stands beside it where the widest label leaves room."""
        style = replace(item.style, indent=0.0, rule=0.0, rule_colour="", space_before=0.0, hyphenate=False)
        label = replace(item, runs=(Run(f"{shown} ", item.language),), style=style, segments=())
        space = face(style.family, style.bold, style.italic).space.advance * style.size / 1000
        hang = max(_HANG * style.size, natural_widths(replace(label, runs=(Run(widest, item.language),)))[1] + space)
        x0 = self._x0 + item.style.indent
        marker = text_rows(Leaf(label, element.child("Lbl", item.language)), x0, x0 + hang)
        body = replace(item, style=replace(item.style, indent=0.0, rule=0.0, rule_colour=""))
        rows = text_rows(Leaf(body, element.child("LBody", item.language)), x0 + hang, self._x1)
        return [rows[0]._replace(texts=(*marker[0].texts, *rows[0].texts)), *rows[1:]]
