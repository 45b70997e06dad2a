"""From a document to the bytes of a PDF that both archives (PDF/A-2a) and screen readers (PDF/UA-1) accept.

Same document, same bytes: nothing here asks for the time, the machine or the user.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tilshi.export.cards import attachments
from tilshi.export.content import map_paragraphs, paragraphs_of
from tilshi.export.pdf.attaching import add_attachments
from tilshi.export.pdf.embedding import EmbeddedFont, embed
from tilshi.export.pdf.faces import Code, Face, Glyph
from tilshi.export.pdf.figures import Drawn
from tilshi.export.pdf.flow import Flow
from tilshi.export.pdf.letterhead import letterhead, stacked
from tilshi.export.pdf.links import alternate_text, uri
from tilshi.export.pdf.metadata import PRODUCER, add_information, add_output_intent, add_xmp
from tilshi.export.pdf.objects import PdfObjects, literal, number, ref, text_string
from tilshi.export.pdf.painting import ActiveArea, PagePainter
from tilshi.export.pdf.paragraphs import has_fields, numbered, text_rows
from tilshi.export.pdf.preflight import check, check_characters, check_length, remarks
from tilshi.export.pdf.rows import Leaf
from tilshi.export.pdf.sheets import Sheet, paginate
from tilshi.export.pdf.structure import StructureTree
from tilshi.layout.blocks import Document

_HEADER: Final = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
_FOOTER: Final = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
# Where the footer stands in its margin.
_FOOTER_TOP: Final = 0.40


@dataclass(frozen=True, slots=True)
class BlockBox:
    """Where a paragraph stands: the ids of its segments, the page from 0, and its rectangle.

    Points from the page's top left corner. A paragraph that goes over a page's end has a box on each page.
    """

    segments: tuple[str, ...]
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A finished file, how many pages it has, and where on them the release's segments are shown.

    `remarks` are sentences for the user about a page that is right, but hardly what was meant.
    """

    data: bytes
    pages: int
    boxes: tuple[BlockBox, ...]
    remarks: tuple[str, ...] = ()


def write_pdf(document: Document) -> PdfFile:
    """The document as a tagged, archivable PDF: PDF/A-2a, or PDF/A-3a where it carries files.

    Raises:
        PdfError: a character no font has, a link that must not leave the house, a picture that cannot be used, a
            style or page that cannot be set, a text of more pages than a reader opens; each is named.
    """
    check(document)
    return _Writer(_titled(document)).write()


class _Writer:
    """One file being written."""

    __slots__ = ("_document", "_letterhead", "_sheets", "_tree")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._letterhead = letterhead(document)
        first_top = self._letterhead.below
        self._tree, self._sheets = _lay_out(document, first_top)
        if any(has_fields(paragraph) for block in document.blocks for paragraph in paragraphs_of(block)):
            self._tree, self._sheets = _lay_out(_with_numbers(document, self._sheets), first_top)
        check_length(len(self._sheets))

    def write(self) -> PdfFile:
        footers = [_footer(self._document, at, len(self._sheets)) for at in range(1, len(self._sheets) + 1)]
        codes = _codes((self._letterhead.sheet, *self._sheets, *footers))
        if any(index == 0 for face_codes in codes.values() for index, _text in face_codes):
            check_characters(self._document)
        fonts = embed(codes)
        objects = PdfObjects()
        numbers = {face: font.write(objects) for face, font in fonts.items()}
        resources = "".join(f"/{fonts[face].resource} {ref(identity)}" for face, identity in numbers.items())
        drawn = Drawn.of(objects, self._document, (self._letterhead.sheet, *self._sheets))
        pages = [objects.reserve() for _sheet in self._sheets]
        painters = [self._paint(at, footer, fonts, drawn) for at, footer in enumerate(footers)]
        links = [self._add_links(objects, painter.areas, at, pages) for at, painter in enumerate(painters)]
        parent = objects.reserve()
        for at, page in enumerate(pages):
            content = objects.add_stream(painters[at].content())
            entries = f"/Font<<{resources}>>{drawn.resources}"
            objects.put(page, self._page(at, parent, content, entries, links[at]))
        objects.put(parent, f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(map(ref, pages))}]>>")
        root = self._add_catalog(objects, parent, self._tree.write(objects, pages))
        data = objects.finish(root, add_information(objects, self._document.metadata))
        return PdfFile(data, len(pages), tuple(self._boxes()), tuple(remarks(self._document, len(pages))))

    def _paint(self, at: int, footer: Sheet, fonts: dict[Face, EmbeddedFont], drawn: Drawn) -> PagePainter:
        document = self._document
        painter = PagePainter(at, document.page.height, fonts, self._tree, document.link_colour)
        if drawn.watermark:
            painter.background(drawn.watermark)
        if at == 0:
            painter.images(self._letterhead.sheet, drawn.names)
            for leaf, lines in self._letterhead.sheet.texts().items():
                painter.artifact(leaf, lines, _HEADER)
            if self._letterhead.rule:
                painter.rule(self._letterhead.rule, document.accent)
        painter.paint(self._sheets[at], drawn.names)
        for leaf, lines in footer.texts().items():
            painter.artifact(leaf, lines, _FOOTER)
        return painter

    def _add_links(self, objects: PdfObjects, areas: list[ActiveArea], at: int, pages: list[int]) -> list[int]:
        """The link annotations of a page; their numbers."""
        height = self._document.page.height
        made = []
        for box, group, element in areas:
            identity = objects.reserve()
            key = self._tree.annotate(at, identity, element, len(pages))
            corners = " ".join(map(number, (box.x0, height - box.y1, box.x1, height - box.y0)))
            objects.put(
                identity,
                f"<</Type/Annot/Subtype/Link/Rect[{corners}]/Border[0 0 0]/F 4/P {ref(pages[at])}"
                f"/StructParent {key}/Contents{text_string(alternate_text(group.text, group.href))}"
                f"/A<</S/URI/URI{literal(uri(group.href))}>>>>",
            )
            made.append(identity)
        return made

    def _page(self, at: int, parent: int, content: int, resources: str, links: list[int]) -> str:
        page = self._document.page
        annotations = f"/Annots[{' '.join(map(ref, links))}]" if links else ""
        return (
            f"<</Type/Page/Parent {ref(parent)}/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
            f"/Resources<<{resources}>>/Contents {ref(content)}{annotations}/Tabs/S/StructParents {at}>>"
        )

    def _add_catalog(self, objects: PdfObjects, pages: int, tree: int) -> int:
        metadata = self._document.metadata
        carried = attachments(self._document)
        files = add_attachments(objects, carried, metadata)
        xmp = add_xmp(objects, metadata, 3 if carried else 2)
        return objects.add(
            f"<</Type/Catalog/Pages {ref(pages)}/StructTreeRoot {ref(tree)}/MarkInfo<</Marked true>>"
            f"/Lang{text_string(metadata.language)}/ViewerPreferences<</DisplayDocTitle true>>"
            f"/Metadata {ref(xmp)}/OutputIntents[{ref(add_output_intent(objects))}]{files}>>"
        )

    def _boxes(self) -> Iterator[BlockBox]:
        for at, sheet in enumerate(self._sheets):
            for leaf, box in sheet.boxes().items():
                if leaf.element is not None and leaf.paragraph.segments:
                    yield BlockBox(leaf.paragraph.segments, at, *box)
            for image, box in sheet.images():
                if image.segments:
                    yield BlockBox(image.segments, at, *box)


def _titled(document: Document) -> Document:
    """The document with a title, which ISO 14289-1 (7.1) wants; without one, the first words that are shown."""
    if document.metadata.title.strip():
        return document
    texts = (paragraph.text for block in document.blocks for paragraph in paragraphs_of(block))
    title = next((" ".join(text.split()) for text in texts if text.strip()), PRODUCER)
    return replace(document, metadata=replace(document.metadata, title=title))


def _lay_out(document: Document, first_top: float) -> tuple[StructureTree, list[Sheet]]:
    tree = StructureTree(document.metadata.language)
    return tree, paginate(Flow(document, tree.root).rows, document.page, first_top)


def _with_numbers(document: Document, sheets: list[Sheet]) -> Document:
    """The document with its page fields filled in where the text itself has some, by a first layout of it."""
    found: dict[Leaf, int] = {}
    for page, sheet in enumerate(sheets, start=1):
        for leaf in sheet.texts():
            if leaf.element is not None and leaf.element.kind != "Lbl":
                found.setdefault(leaf, page)
    pages = iter(found.values())
    blocks = tuple(
        map_paragraphs(block, lambda paragraph: numbered(paragraph, next(pages), len(sheets)))
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def _footer(document: Document, number_: int, pages: int) -> Sheet:
    page = document.page
    if document.footer is None:
        return Sheet()
    content = Leaf(numbered(document.footer, number_, pages), None)
    rows = text_rows(content, page.left, page.width - page.right)
    return Sheet(stacked(rows, page.height - page.bottom * (1 - _FOOTER_TOP)))


def _codes(sheets: Iterable[Sheet]) -> dict[Face, dict[Code, Glyph]]:
    """What the fonts must hold: for each face its codes, each with a glyph."""
    words = {
        word
        for sheet in sheets
        for _top, row in sheet.rows
        for text in row.texts
        for piece in text.line.pieces
        for word in piece.words
    }
    found: dict[Face, dict[Code, Glyph]] = {}
    for word in words:
        codes = found.setdefault(word.face, {})
        for glyph in word.glyphs:
            codes[glyph.code] = glyph
    return found
