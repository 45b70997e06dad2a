"""`word/document.xml`: the blocks in order, and the section that holds the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Final

from tilshi.export.docx.contact import contact_card
from tilshi.export.docx.numbering import Numbering
from tilshi.export.docx.pictures import figure
from tilshi.export.docx.sheet import Look
from tilshi.export.docx.story import Placement, Story
from tilshi.export.docx.styles import table_style_ids
from tilshi.export.docx.tables import table
from tilshi.export.docx.wordml import Element, R, twips, w
from tilshi.layout.blocks import Block, Contact, Document, Figure, ItemList, Paragraph, Table

# Where letterhead and footer start in their margins, counted from the sheet's edge, as in the PDF.
_HEADER_TOP: Final = 0.62
_FOOTER_TOP: Final = 0.60


def body(document: Document, story: Story, numbering: Numbering, references: tuple[Element, ...]) -> Element:
    """The whole part; `references` name the headers and footers of the section."""
    return w("document", w("body", *_blocks(document, story, numbering), _section(document, references)))


def _blocks(document: Document, story: Story, numbering: Numbering) -> Iterator[Element]:
    controls, pictures = count(1), count(1)
    tables = table_style_ids(document)
    width = document.page.width - document.page.left - document.page.right
    blocks = [block for block in document.blocks if _has_content(block)]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        match block:
            case Paragraph():
                yield story.paragraph(block, Look(block.style), _placement(block, before, after))
            case Contact():
                yield from _card(story, block, (controls, pictures), before, after)
            case ItemList():
                yield from _items(story, block, numbering, before, after)
            case Figure():
                yield from figure(story, block, document.page, next(pictures))
            case Table():
                if block.caption:
                    look, room = Look(block.caption.style), _placement(block.caption, before, None)
                    yield story.paragraph(block.caption, look, replace(room, keep_next=True))
                yield table(story, block, tables[block.style], width)
                if after is None or isinstance(after, Table):
                    # Word joins two tables that touch, and ends every text with a paragraph.
                    yield _spacer(block.style.space_after)


def _card(
    story: Story, card: Contact, numbers: tuple[count[int], count[int]], before: Block | None, after: Block | None
) -> Iterator[Element]:
    """The card, with numbers for its controls and its code.

    Word paints the space between two of them like the cards, so a line that is not painted keeps it.
    """
    room = Placement(
        0.0 if isinstance(before, Contact) else card.style.space_before,
        0.0 if isinstance(after, Contact) else card.style.space_after,
    )
    yield contact_card(story, card, *numbers, room)
    if isinstance(after, Contact):
        yield _spacer(card.style.space_after + after.style.space_before)


def _has_content(block: Block) -> bool:
    match block:
        case Paragraph():
            return True
        case Contact():
            return bool(block.lines)
        case ItemList():
            return bool(block.items)
        case Figure():
            return True
        case Table():
            return bool(block.segments or block.header or any(block.rows))


def _items(
    story: Story, block: ItemList, numbering: Numbering, before: Block | None, after: Block | None
) -> Iterator[Element]:
    last = len(block.items) - 1
    list_number = numbering.begin(block)
    for number, item in enumerate(block.items):
        placement = _placement(item, before if number == 0 else None, after if number == last else None)
        # An element has one place in a tree, so every item needs its own.
        placement = replace(placement, numbering=numbering.properties(list_number))
        yield story.paragraph(item, Look(item.style), placement)


def _placement(paragraph: Paragraph, before: Block | None, after: Block | None) -> Placement:
    """A table has no space of its own in Word: the paragraphs round it keep the distance."""
    style = paragraph.style
    return Placement(
        style.space_before + before.style.space_after if isinstance(before, Table) else None,
        style.space_after + after.style.space_before if isinstance(after, Table) else None,
    )


def _spacer(height: float) -> Element:
    spacing = w("spacing", before=0, after=0, line=twips(max(1.0, height)), lineRule="exact")
    return w("p", w("pPr", spacing))


def _section(document: Document, references: tuple[Element, ...]) -> Element:
    page = document.page
    landscape = "landscape" if page.width > page.height else None
    footer_height = document.footer.style.leading if document.footer else 0.0
    first_differs = any(reference.get(_TYPE) == "first" for reference in references)
    margins = w(
        "pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom),
        left=twips(page.left),
        header=twips(page.top * _HEADER_TOP),
        footer=twips(max(0.0, page.bottom * _FOOTER_TOP - footer_height)),
        gutter=0,
    )
    return w(
        "sectPr",
        *references,
        w("pgSz", w=twips(page.width), h=twips(page.height), orient=landscape),
        margins,
        w("titlePg") if first_differs else None,
    )


_TYPE = w("headerReference", type="first").attrib.keys()[0]


def reference(kind: str, pages: str, identifier: str) -> Element:
    """`w:headerReference` or `w:footerReference` (`kind`) for the `pages` "first" or "default"."""
    element = w(f"{kind}Reference", type=pages)
    element.set(f"{{{R}}}id", identifier)
    return element
