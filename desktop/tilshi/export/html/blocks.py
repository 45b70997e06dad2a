"""Blocks as HTML: paragraphs, quotations with who said them, lists, tables, pictures, contact cards."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from typing import Final

from tilshi.export.errors import segment_place
from tilshi.export.html.markup import element, opening, plain
from tilshi.export.html.runs import content, language_attributes
from tilshi.export.html.sheet import class_name
from tilshi.export.pictures import fitted, image_file
from tilshi.layout.blocks import Alignment, Block, Contact, Figure, ItemList, Paragraph, Picture, Size, Table, Tag
from tilshi.release.roles import Role

_WIDTH: Final = 480.0
"""The measure of a page in points, which is what a picture is scaled down to."""

_NUMBERED: Final = re.compile(r"(\d+)\.")
_HEADINGS: Final = {Tag.HEADING_1: "h1", Tag.HEADING_2: "h2", Tag.HEADING_3: "h3"}


def flow(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """The blocks one after the other; a quotation takes the words that say whose it is with it.

    `language` is that of the element around.
    """
    at = 0
    while at < len(blocks):
        quoted = _run_of_quotations(blocks, at)
        if quoted:
            at += len(quoted)
            after = blocks[at] if at < len(blocks) else None
            said_by = after if isinstance(after, Paragraph) and after.role == Role.ATTRIBUTION.value else None
            at += said_by is not None
            yield _quotation(quoted, said_by, language)
        else:
            yield _block(blocks[at], language)
            at += 1


def heading(paragraph: Paragraph, language: str, identity: str) -> str:
    """A heading that a section can be named by."""
    return _paragraph(paragraph, language, _HEADINGS[paragraph.tag], id=identity)


def image(picture: Picture, alternative: str, room: Size) -> str:
    """A picture inside the page, made anew as for the other formats, with the room it will take.

    Raises:
        ExportError: it is no JPEG or PNG, damaged, or too large.
    """
    size = fitted(picture, room)
    made = image_file(picture, size)
    packed = base64.b64encode(made.data).decode("ascii")
    width, height = (round(length * 4 / 3) for length in size)
    source = f"data:image/{made.extension};base64,{packed}"
    return opening("img", src=source, alt=plain(alternative, picture.name), width=width, height=height)


def _run_of_quotations(blocks: Sequence[Block], at: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Paragraph) or block.tag is not Tag.QUOTE:
            break
        found.append(block)
        at += 1
    return found


def _quotation(quoted: Sequence[Paragraph], said_by: Paragraph | None, language: str) -> str:
    """`cite` is for titles of works (4.5.6): who spoke stands in the caption of the figure (4.4.4)."""
    block = element("blockquote", (_paragraph(each, language) for each in quoted))
    if said_by is None:
        return block
    return element("figure", (block, _paragraph(said_by, language, "figcaption")), class_="quotation")


def _block(block: Block, language: str) -> str:
    around = block.language
    attributes = language_attributes(block.language, language)
    match block:
        case Paragraph():
            return _paragraph(block, language, _HEADINGS.get(block.tag, "p"))
        case Contact():
            return element("address", (_paragraph(line, around) for line in block.lines), **attributes)
        case ItemList():
            return _list(block, attributes)
        case Table():
            return element("div", _table(block, attributes), class_="wide", tabindex=0, **_named(block))
        case Figure():
            shown = image(block.picture, block.alternative, Size(_WIDTH, block.style.height))
            caption = _paragraph(block.caption, around, "figcaption") if block.caption else ""
            return element("figure", shown + caption, **attributes)


def _named(table: Table) -> dict[str, str | None]:
    """A region that scrolls has to have a name (WAI-ARIA 1.2, region); without a caption it is none."""
    if table.caption is None:
        return {"role": None}
    return {"role": "region", "aria_label": plain(table.caption.text, segment_place(table.segments, "table"))}


def _paragraph(paragraph: Paragraph, language: str, name: str = "p", **attributes: str | int | None) -> str:
    attributes |= language_attributes(paragraph.language, language)
    return element(name, content(paragraph), class_=class_name(paragraph.style), **attributes)


def _list(block: ItemList, attributes: dict[str, str | None]) -> str:
    """Plain numbers are the browser's to draw; every other label is said to it as it is."""
    first = _NUMBERED.fullmatch(block.label(0))
    items = []
    for at, item in enumerate(block.items):
        label = None if first else f"list-style-type:{_css_string(block.label(at) + chr(0xA0))}"
        items.append(_paragraph(item, block.language, "li", style=label))
    if first:
        start = int(first[1])
        return element("ol", items, start=None if start == 1 else start, **attributes)
    return element("ol" if block.is_numbered else "ul", items, **attributes)


def _css_string(value: str) -> str:
    """A string of CSS (CSS Syntax 3, 4.3.5)."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'"{escaped}"'


def _table(table: Table, attributes: dict[str, str | None]) -> str:
    parts = [_paragraph(table.caption, table.language, "caption")] if table.caption else []
    if table.header:
        cells = "".join(_cell(cell, table.language, "th", scope="col") for cell in table.header)
        parts.append(element("thead", element("tr", cells)))
    rows = [_row(table, row) for row in table.rows]
    total = rows.pop() if table.total and rows else ""
    parts.append(element("tbody", rows))
    if total:
        parts.append(element("tfoot", total))
    return element("table", parts, **attributes)


def _row(table: Table, row: Sequence[Paragraph]) -> str:
    made = []
    for at, cell in enumerate(row):
        names = at == 0 and table.named_rows
        made.append(_cell(cell, table.language, "th" if names else "td", scope="row" if names else None))
    return element("tr", made)


def _cell(cell: Paragraph, language: str, name: str, *, scope: str | None) -> str:
    end = "text-align:end" if cell.style.alignment is Alignment.END else None
    return _paragraph(cell, language, name, scope=scope, style=end)
