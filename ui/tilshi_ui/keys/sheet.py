"""The keys on one page, to lie beside the keyboard: our own PDF, which screen readers read too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter
from typing import Final, NamedTuple

from tilshi.export.pdf.writer import write_pdf
from tilshi.i18n import _
from tilshi.layout.blocks import Block, Document, Metadata, Page, Paragraph, ParagraphStyle, Run, Table, TableStyle, Tag

_MARGIN: Final = 30.0
_PAGE: Final = Page(top=_MARGIN, right=_MARGIN, bottom=_MARGIN, left=_MARGIN)
_LARGEST: Final = 9.0
_SMALLEST: Final = 5.0
_STEP: Final = 0.25
_LEADING: Final = 1.28


class Line(NamedTuple):
    """A command: its menu, what it does, its keys."""

    menu: str
    title: str
    keys: str


def sheet(title: str, language: str, lines: Sequence[Line], made: dt.datetime) -> bytes:
    """A page with all commands that have keys; text as large as one page allows.

    Raises:
        PdfError: a character in the name of a command that no font has.
    """
    size = _LARGEST
    file = write_pdf(_document(title, language, lines, made, size))
    while file.pages > 1 and size > _SMALLEST:
        size -= _STEP
        file = write_pdf(_document(title, language, lines, made, size))
    return file.data


def _document(title: str, language: str, lines: Sequence[Line], made: dt.datetime, size: float) -> Document:
    cell = ParagraphStyle("key", size=size, leading=size * _LEADING, space_after=0.0)
    strong = ParagraphStyle("key-head", size=size, leading=size * _LEADING, space_after=0.0, bold=True)
    heading = ParagraphStyle("key-title", size=15.0, leading=20.0, bold=True, space_after=4.0)
    remark = ParagraphStyle("key-note", size=7.5, leading=10.0, space_after=0.0)
    header = tuple(_cell(text, language, strong) for text in (_("Command"), _("Keys")) * 2)
    listed = [
        (_cell(title, language, cell if keys else strong), _cell(keys, language, cell))
        for title, keys in _under_menus(lines)
    ]
    half = (len(listed) + 1) // 2
    nothing = (_cell("", language, cell), _cell("", language, cell))
    rows = tuple((*left, *right) for left, right in zip_longest(listed[:half], listed[half:], fillvalue=nothing))
    style = TableStyle(padding=size * 0.14, space_before=2.0, space_after=4.0)
    note = _("On a Cyrillic keyboard layout a command answers to the place of its key.")
    blocks: tuple[Block, ...] = (
        Paragraph("title", Tag.HEADING_1, language, (Run(title, language),), heading),
        Table(language, header, rows, style),
        Paragraph("note", Tag.PARAGRAPH, language, (Run(note, language),), remark),
    )
    return Document(Metadata(title, language, created=made), _PAGE, blocks)


def _cell(text: str, language: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph("cell", Tag.PARAGRAPH, language, (Run(text or " ", language),), style)


def _under_menus(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """The commands with their keys, below the names of their menus, which have none."""
    for menu, group in groupby(lines, key=attrgetter("menu")):
        yield menu, ""
        yield from ((line.title, line.keys) for line in group)
