"""From a document to a page of the web: semantic, in its languages, without script, in need of no other file.

Same document, same bytes. The running footer belongs to paper and is left out; the letterhead and the mark of a draft
stand in the page's `header`, so that its `article` is the release and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from tilshi.export.html.blocks import flow, heading, image
from tilshi.export.html.markup import element, opening, plain, text
from tilshi.export.html.runs import content
from tilshi.export.html.sheet import class_name, stylesheet
from tilshi.i18n import _
from tilshi.language.names import is_right_to_left
from tilshi.layout.blocks import Block, Document, Paragraph, Size, Tag

# A page that asks for nothing and runs nothing, whoever hosts it (CSP 3).
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_SECTIONS: Final = {Tag.HEADING_2: 2, Tag.HEADING_3: 3}
_LOGO_WIDTH: Final = 240.0


def write_html(document: Document) -> str:
    """The document as a page of HTML, to be stored as UTF-8.

    Raises:
        ExportError: a character no page may hold, a link to nowhere, a picture that cannot be used; each is named.
    """
    language = document.metadata.language
    direction = "rtl" if is_right_to_left(language) else None
    article = element("article", _sections(document.blocks, language))
    body = element("body", (_header(document), element("main", article)))
    return f"<!DOCTYPE html>\n{element('html', (_head(document), body), lang=language, dir=direction)}\n"


def _head(document: Document) -> str:
    metadata, place = document.metadata, _("properties of the document")
    stated = {
        "viewport": "width=device-width, initial-scale=1",
        "referrer": "no-referrer",
        "author": metadata.author,
        "keywords": ", ".join(metadata.keywords),
    }
    return element(
        "head",
        (
            opening("meta", charset="utf-8"),
            opening("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            element("title", text(metadata.title.replace("\n", " ").strip() or _first_words(document), place)),
            *(opening("meta", name=name, content=plain(value, place)) for name, value in stated.items() if value),
            # Escaping would change it: a style sheet is raw text (13.1.2.2), and ours holds no "</".
            f"<style>\n{stylesheet(document)}\n</style>",
        ),
    )


def _first_words(document: Document) -> str:
    """A page has to have a title (4.2.2)."""
    texts = (block.text for block in document.blocks if isinstance(block, Paragraph))
    return next((" ".join(shown.split()) for shown in texts if shown.strip()), "–")


def _header(document: Document) -> str:
    """The mark of a draft, and the letterhead."""
    parts = []
    if document.watermark:
        said = text(document.watermark, _("watermark"))
        parts.append(element("p", said, class_="draft", role="note"))
    letterhead = []
    if document.logo:
        name = document.metadata.author or (document.masthead.text if document.masthead else document.metadata.title)
        letterhead.append(image(document.logo, name, Size(_LOGO_WIDTH, document.logo_height)))
    if masthead := document.masthead:
        letterhead.append(element("p", content(masthead), class_=class_name(masthead.style)))
    if letterhead:
        parts.append(element("div", letterhead, class_="masthead"))
    return element("header", parts) if parts else ""


def _sections(blocks: Sequence[Block], language: str) -> Iterator[str]:
    """The blocks, with a section for each heading below the headline, the lower ones inside the higher."""
    numbers = count(1)
    open_levels: list[int] = []
    pending: list[Block] = []
    for block in blocks:
        level = _SECTIONS.get(block.tag) if isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph) or level is None:
            pending.append(block)
            continue
        yield from flow(pending, language)
        pending = []
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
            yield "</section>"
        open_levels.append(level)
        identity = f"section-{next(numbers)}"
        yield opening("section", aria_labelledby=identity)
        yield heading(block, language, identity)
    yield from flow(pending, language)
    yield from ("</section>" for _level in open_levels)
