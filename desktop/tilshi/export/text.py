"""Plain text for mail: what the release says, and nothing about how it looks."""

from __future__ import annotations

from itertools import groupby

from tilshi.layout.blocks import Block, Contact, Document, Figure, ItemList, Paragraph, Table

# Parts the cells of a row: survives fonts of any width, and no cell of a release holds it.
_CELLS = " | "


def write_text(document: Document) -> str:
    """The content as plain text: a line a paragraph, an empty line between blocks, a line end after the last.

    The lines of a contact card, the items of a list and the rows of a table stand together. Links are shown as they
    are written; where the words do not hold the address, it follows in angle brackets (RFC 3986, appendix C). The
    letterhead and the footer belong to the page and are left out. A picture is told by its alternative text in
    brackets, and so is the watermark of a draft, which stands on top.
    """
    marks = [f"[{document.watermark}]"] if document.watermark else []
    blocks = [*marks, *("\n".join(_lines(block)) for block in document.blocks)]
    text = "\n\n".join(filter(None, blocks))
    return f"{text}\n" if text else ""


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [_line(block)]
        case Contact():
            return [_line(line) for line in block.lines]
        case ItemList():
            return [f"{block.label(at)} {_line(item)}" for at, item in enumerate(block.items)]
        case Table():
            rows = (block.header, *block.rows) if block.header else block.rows
            return [*_caption(block), *(_CELLS.join(map(_line, row)) for row in rows)]
        case Figure():
            told = [f"[{block.alternative}]"] if block.alternative else []
            return [*told, *_caption(block)]


def _caption(block: Table | Figure) -> list[str]:
    return [_line(block.caption)] if block.caption else []


def _line(paragraph: Paragraph) -> str:
    stretches = groupby(paragraph.runs, key=lambda run: run.href)
    return "".join(_stretch(href, "".join(run.text for run in runs)) for href, runs in stretches)


def _stretch(href: str, text: str) -> str:
    """The words of a link, and its address where a reader of the words alone could not find it."""
    scheme, _colon, address = href.partition(":")
    if scheme == "mailto":
        told = address.partition("?")[0].casefold() in text.casefold()
    elif scheme == "tel":
        told = _digits(address) in _digits(text)
    else:
        told = _bare(address) in _bare(text)
    return text if told or not text.strip() else f"{text} <{href}>"


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _bare(address: str) -> str:
    """A web address without what people leave out when they write it."""
    found = address.casefold().removeprefix("https:").removeprefix("http:")
    return found.removeprefix("//").removeprefix("www.").rstrip("/")
