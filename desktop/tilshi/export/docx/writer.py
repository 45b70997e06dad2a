"""Assembles a Word file from the parts the other modules write."""

from __future__ import annotations

from typing import Final

from tilshi.export.docx.body import body, reference
from tilshi.export.docx.languages import word_language
from tilshi.export.docx.numbering import Numbering
from tilshi.export.docx.package import Part, Relationships, pack
from tilshi.export.docx.settings import core_properties, extended_properties, font_table, settings
from tilshi.export.docx.sheet import Look, StyleSheet, masthead_look
from tilshi.export.docx.story import Story
from tilshi.export.docx.styles import styles
from tilshi.export.docx.theme import theme
from tilshi.export.docx.wordml import Element, serialise, w
from tilshi.layout.blocks import Document, Paragraph

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def write_docx(document: Document) -> bytes:
    """The document as a Word file; the same document gives the same bytes.

    Raises:
        ExportError: a text holds a character XML cannot carry, or a link has no address of a known kind; the message
            names the segment.
    """
    sheet = StyleSheet(document)
    numbering = Numbering(document)
    main = Story(sheet, word_language(document.metadata.language))
    supporting = _supporting_parts(document, sheet, numbering)
    for name, part in supporting.items():
        main.links.add(f"{_OFFICE}/{name}", part.path)
    margins, references = _margin_parts(document, main)
    content = serialise(body(document, main, numbering, references))
    properties = (
        Part("docProps/app.xml", _EXTENDED_TYPE, serialise(extended_properties())),
        Part("docProps/core.xml", _CORE_TYPE, serialise(core_properties(document.metadata))),
    )
    root = Part("word/document.xml", f"{_WORD}.document.main+xml", content, main.links)
    return pack((root, *supporting.values(), *margins, *properties), _package_links())


_EXTENDED_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_THEME_TYPE: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def _package_links() -> Relationships:
    links = Relationships()
    links.add(f"{_OFFICE}/officeDocument", "word/document.xml")
    links.add(f"{_PACKAGE}/metadata/core-properties", "docProps/core.xml")
    links.add(f"{_OFFICE}/extended-properties", "docProps/app.xml")
    return links


def _supporting_parts(document: Document, sheet: StyleSheet, numbering: Numbering) -> dict[str, Part]:
    """The parts the body leans on, by the name of their relationship, which is also the name of the file."""
    roots: dict[str, Element] = {
        "styles": styles(document, sheet),
        "settings": settings(document),
        "fontTable": font_table(sheet),
    }
    if numbering:
        roots["numbering"] = numbering.part()
    parts = {name: Part(f"word/{name}.xml", f"{_WORD}.{name}+xml", serialise(root)) for name, root in roots.items()}
    # Open XML SDK and openxml-audit hold a document without a theme for incomplete.
    parts["theme"] = Part("word/theme/theme1.xml", _THEME_TYPE, serialise(theme(document, sheet)))
    return parts


def _margin_parts(document: Document, main: Story) -> tuple[list[Part], tuple[Element, ...]]:
    """Header and footers as parts, and the references to them; the masthead stands on the first page only."""
    wanted: list[tuple[str, str, Paragraph, Look]] = []
    if document.masthead:
        wanted.append(("header", "first", document.masthead, masthead_look(document, document.masthead)))
    if document.footer:
        pages = ("default", "first") if document.masthead else ("default",)
        wanted += [("footer", page, document.footer, Look(document.footer.style)) for page in pages]
    parts = []
    references = []
    for kind, pages_of, paragraph, look in wanted:
        story = Story(main.sheet, main.language)
        root = w("hdr" if kind == "header" else "ftr", story.paragraph(paragraph, look))
        part = Part(f"word/{kind}-{pages_of}.xml", f"{_WORD}.{kind}+xml", serialise(root), story.links)
        parts.append(part)
        references.append(reference(kind, pages_of, main.links.add(f"{_OFFICE}/{kind}", part.path)))
    return parts, tuple(references)
