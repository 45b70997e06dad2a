"""Assembles a Word file from the parts the other modules write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tilshi.export.docx.body import body, reference
from tilshi.export.docx.fonts import Embedded, renamed
from tilshi.export.docx.languages import word_language
from tilshi.export.docx.numbering import Numbering
from tilshi.export.docx.package import Part, Relationships, pack
from tilshi.export.docx.pictures import MEDIA_TYPES, picture_run, watermark_run
from tilshi.export.docx.settings import core_properties, extended_properties, font_table, settings
from tilshi.export.docx.sheet import Look, StyleSheet, masthead_look
from tilshi.export.docx.story import Story
from tilshi.export.docx.styles import styles
from tilshi.export.docx.theme import theme
from tilshi.export.docx.wordml import Element, serialise, w
from tilshi.layout.blocks import Document, Size

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Pictures of the text are counted from 1, and no two of a document may have the same number.
_LOGO: Final = 1000
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_docx(document: Document, *, embed_fonts: bool = False) -> bytes:
    """The document as a Word file; the same document gives the same bytes.

    `embed_fonts`: it brings the faces it is set in, so that it looks the same where they are not installed; the file
    grows by about 100 kB a face.

    Raises:
        ExportError: a text holds a character XML cannot carry, or a link has no address of a known kind; the message
            names the segment.
    """
    fonts = Embedded(document) if embed_fonts else None
    document = renamed(document) if embed_fonts else document
    sheet = StyleSheet(document)
    numbering = Numbering(document)
    main = Story(sheet, word_language(document.metadata.language))
    supporting = _supporting_parts(document, sheet, numbering, fonts)
    for name, part in supporting.items():
        main.links.add(f"{_OFFICE}/{name}", part.path)
    margins, references = _margin_parts(document, main)
    content = serialise(body(document, main, numbering, references))
    properties = (
        Part("docProps/app.xml", _EXTENDED_TYPE, serialise(extended_properties())),
        Part("docProps/core.xml", _CORE_TYPE, serialise(core_properties(document.metadata))),
    )
    root = Part("word/document.xml", f"{_WORD}.document.main+xml", content, main.links)
    brought = fonts.parts() if fonts else ()
    return pack((root, *supporting.values(), *brought, *margins, *_media(main), *properties), _package_links())


_EXTENDED_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_THEME_TYPE: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def _package_links() -> Relationships:
    links = Relationships()
    links.add(f"{_OFFICE}/officeDocument", "word/document.xml")
    links.add(f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml")
    links.add(f"{_OFFICE}/extended-properties", "docProps/app.xml")
    return links


def _supporting_parts(
    document: Document, sheet: StyleSheet, numbering: Numbering, fonts: Embedded | None
) -> dict[str, Part]:
    """The parts the body leans on, by the name of their relationship, which is also the name of the file."""
    roots: dict[str, Element] = {
        "styles": styles(document, sheet),
        "settings": settings(document, embed_fonts=fonts is not None),
        "fontTable": font_table(sheet, fonts),
    }
    if numbering:
        roots["numbering"] = numbering.part()
    parts = {name: Part(f"word/{name}.xml", f"{_WORD}.{name}+xml", serialise(root)) for name, root in roots.items()}
    if fonts:
        parts["fontTable"] = replace(parts["fontTable"], links=fonts.links)
    # Open XML SDK and openxml-audit hold a document without a theme for incomplete.
    parts["theme"] = Part("word/theme/theme1.xml", _THEME_TYPE, serialise(theme(document, sheet)))
    return parts


def _margin_parts(document: Document, main: Story) -> tuple[list[Part], tuple[Element, ...]]:
    """Headers and footers as parts, and the references to them; the letterhead stands on the first page only."""
    stories = [*_headers(document, main), *_footers(document, main)]
    parts = []
    references = []
    for kind, pages_of, story, root in stories:
        part = Part(f"word/{kind}-{pages_of}.xml", f"{_WORD}.{kind}+xml", serialise(root), story.links)
        parts.append(part)
        references.append(reference(kind, pages_of, main.links.add(f"{_OFFICE}/{kind}", part.path)))
        main.media.update(story.media)
    return parts, tuple(references)


def _headers(document: Document, main: Story) -> Iterator[tuple[str, str, Story, Element]]:
    """The letterhead on the first page, the watermark on every one."""
    has_letterhead = document.masthead or document.logo
    for number, pages in enumerate(("first", "default"), 1):
        with_letterhead = bool(has_letterhead) and pages == "first"
        if not with_letterhead and not (document.watermark and (pages == "default" or has_letterhead)):
            continue
        story = Story(main.sheet, main.language)
        paragraphs = []
        if with_letterhead and document.logo:
            width = document.page.width - document.page.left - document.page.right
            room = Size(width / 2, document.logo_height)
            paragraphs.append(w("p", picture_run(story, document.logo, room, _LOGO + number, _logo_name(document))))
        if with_letterhead and document.masthead:
            paragraphs.append(story.paragraph(document.masthead, masthead_look(document, document.masthead)))
        if document.watermark:
            paragraphs = paragraphs or [w("p")]
            paragraphs[-1].append(watermark_run(document.watermark, document.page, number))
        yield "header", pages, story, w("hdr", *paragraphs)


def _logo_name(document: Document) -> str:
    """What is read instead of the logo: whose it is."""
    return document.metadata.author or (document.masthead.text if document.masthead else document.metadata.title)


def _footers(document: Document, main: Story) -> Iterator[tuple[str, str, Story, Element]]:
    if document.footer:
        pages = ("default", "first") if document.masthead or document.logo else ("default",)
        for page in pages:
            story = Story(main.sheet, main.language)
            yield "footer", page, story, w("ftr", story.paragraph(document.footer, Look(document.footer.style)))


def _media(main: Story) -> list[Part]:
    return [Part(path, MEDIA_TYPES[path.rpartition(".")[2]], data) for path, data in main.media.items()]
