"""What is checked before a document is laid out: everything that would end in a wrong page is refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from tilshi.export.content import paragraphs_of
from tilshi.export.pdf.errors import PdfError
from tilshi.export.pdf.figures import pictures
from tilshi.export.pdf.links import is_allowed
from tilshi.i18n import _
from tilshi.layout import fonts
from tilshi.layout.blocks import Document, Figure, Paragraph, Size

# A page whose text area is narrower or lower than an inch is a mistake.
_LEAST_ROOM: Final = 72.0
# A letter has one or two pages; what has more than the second number is no text, but a mistake.
UNUSUAL_PAGES: Final = 20
MOST_PAGES: Final = 1000
_COLOUR: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def check(document: Document) -> None:
    """Raises a `PdfError` that names each font, colour and link that cannot be used, with its part of the document."""
    page = document.page
    width, height = page.width - page.left - page.right, page.height - page.top - page.bottom
    if min(width, height) < _LEAST_ROOM:
        raise PdfError([_("The margins leave no room for text on the page; make them smaller.")])
    _refuse(document, lambda paragraph: _problems(paragraph, height))
    problems = list(_picture_problems(document, Size(width, height)))
    if problems:
        raise PdfError(problems)


def check_length(pages: int) -> None:
    """Raises a `PdfError` for a text of more pages than any reader wants."""
    if pages > MOST_PAGES:
        raise PdfError(
            [
                _("The text fills {pages} pages; at most {most} can be made. Divide it into several releases.").format(
                    pages=pages, most=MOST_PAGES
                )
            ]
        )


def remarks(document: Document, pages: int) -> Iterator[str]:
    """What a finished document lets one ask."""
    if pages > UNUSUAL_PAGES:
        yield _("The text fills {pages} pages. Look whether it is all meant to be in the release.").format(pages=pages)
    for block in document.blocks:
        if isinstance(block, Figure) and not block.alternative.strip():
            yield _("{place}: The picture has no alternative text. Say in a sentence what it shows.").format(
                place=" ".join((block.picture.name, *block.segments))
            )


def _picture_problems(document: Document, room: Size) -> Iterator[str]:
    for picture, place in pictures(document, room):
        # For the start of the program: they bring Pillow and the probe, and most releases have no picture.
        from tilshi.export.errors import ExportError
        from tilshi.export.pictures import fitted, raster

        try:
            raster(picture, fitted(picture, place))
        except ExportError as error:
            yield str(error)


def check_characters(document: Document) -> None:
    """Raises a `PdfError` that names each character its font does not have, with its part of the document."""
    _refuse(document, _missing_characters)


def _refuse(document: Document, look: Callable[[Paragraph], Iterator[str]]) -> None:
    problems = [
        _("{place}: {problem}").format(place=" ".join((paragraph.role, *paragraph.segments)), problem=problem)
        for paragraph in all_paragraphs(document)
        for problem in look(paragraph)
    ]
    if problems:
        raise PdfError(list(dict.fromkeys(problems)))


def all_paragraphs(document: Document) -> Iterator[Paragraph]:
    """Letterhead, content in reading order, footer."""
    if document.masthead:
        yield document.masthead
    yield from chain.from_iterable(map(paragraphs_of, document.blocks))
    if document.footer:
        yield document.footer


def _problems(paragraph: Paragraph, room: float) -> Iterator[str]:
    style = paragraph.style
    if style.size <= 0 or not 0 < style.leading <= room:
        yield _("The style “{style}” is too small or too large for the page: size {size}, leading {leading}.").format(
            style=style.name, size=style.size, leading=style.leading
        )
    if style.family not in fonts.families():
        yield str(fonts.UnknownFamily(style.family))
        return
    for colour in (style.colour, style.rule_colour if style.rule else ""):
        if colour and not _COLOUR.fullmatch(colour):
            yield _("“{colour}” is not a colour; write it as #RRGGBB.").format(colour=colour)
    for run in paragraph.runs:
        if run.href and not is_allowed(run.href):
            yield _("The link “{link}” is not a web, mail or telephone address; correct or remove it.").format(
                link=run.href
            )


def _missing_characters(paragraph: Paragraph) -> Iterator[str]:
    style = paragraph.style
    for run in paragraph.runs:
        bold, italic = style.bold or run.bold, style.italic or run.italic
        yield from map(str, fonts.missing(run.text, style.family, bold=bold, italic=italic))
