"""What a document says, whatever it is written to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tilshi.layout.blocks import Block, Contact, Document, Figure, ItemList, Paragraph, Table


def paragraphs_of(block: Block) -> tuple[Paragraph, ...]:
    """The paragraphs of a block in reading order."""
    match block:
        case Paragraph():
            return (block,)
        case Contact():
            return block.lines
        case ItemList():
            return block.items
        case Table():
            return (*_present(block.caption), *block.header, *(cell for row in block.rows for cell in row))
        case Figure():
            return _present(block.caption)


def _present(caption: Paragraph | None) -> tuple[Paragraph, ...]:
    return (caption,) if caption else ()


def map_paragraphs(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:
    """The block with each of its paragraphs changed, in reading order."""
    if isinstance(block, Paragraph):
        return change(block)
    if isinstance(block, Contact):
        return replace(block, lines=tuple(map(change, block.lines)))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(map(change, block.items)))
    caption = change(block.caption) if block.caption else None
    if isinstance(block, Figure):
        return replace(block, caption=caption)
    header = tuple(map(change, block.header))
    return replace(block, caption=caption, header=header, rows=tuple(tuple(map(change, row)) for row in block.rows))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of all blocks in reading order, without letterhead and footer."""
    for block in document.blocks:
        yield from paragraphs_of(block)


def said_by(document: Document) -> str:
    """All that a document says on purpose: texts, addresses, properties and the names of its styles."""
    return "\n".join(_said(document))


def _said(document: Document) -> Iterator[str]:
    metadata = document.metadata
    yield from (metadata.title, metadata.author, metadata.subject, ", ".join(metadata.keywords))
    for paragraph in (*paragraphs(document), document.masthead, document.footer):
        if paragraph:
            yield paragraph.text
            yield paragraph.style.name
            yield paragraph.role
            yield from (run.href for run in paragraph.runs if run.href)
    for block in document.blocks:
        if isinstance(block, ItemList):
            yield from map(block.label, range(len(block.items)))
        elif isinstance(block, Figure):
            yield block.alternative
        elif isinstance(block, Contact):
            yield block.told
    yield document.watermark
