"""What a screen reader is told: headings, lists, tables, links, languages, and what to leave out."""

import re
from dataclasses import replace

import pytest

from tests.core.export.examplia import BODY, SECTION, WORDS, contact, paragraph, release
from tests.core.export.pdffile import Node, PdfReader, Ref, text
from tilshi.export.pdf.writer import write_pdf
from tilshi.layout.blocks import Block, ItemList, Paragraph, Run, Table, TableStyle, Tag


def made(*blocks: Block, language: str = "en") -> PdfReader:
    document = replace(release(language), blocks=blocks)
    return PdfReader(write_pdf(document).data)


def structure(*blocks: Block) -> str:
    return made(*blocks).structure().outline()


def shown(reader: PdfReader, node: Node) -> str:
    """The text a node's own content shows, through the fonts' ToUnicode maps."""
    return "".join(marked_text(reader, page, mcid) for page, mcid in node.content)


def marked_text(reader: PdfReader, page: int, mcid: int) -> str:
    content = reader.content(page)
    match = re.search(rb"/\w+<</MCID %d>>BDC\n(.*?)\nEMC" % mcid, content, re.DOTALL)
    assert match
    fonts = reader.dictionary(reader.dictionary(reader.pages()[page]["Resources"])["Font"])
    out, current = "", ""
    for name, codes in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>", match[1]):
        if name:
            current = name.decode()
        else:
            mapping = unicode_map(reader, fonts[current])
            out += "".join(mapping[codes[at : at + 4].decode()] for at in range(0, len(codes), 4))
    return out


def unicode_map(reader: PdfReader, font: object) -> dict[str, str]:
    assert isinstance(font, Ref)
    stream = reader.dictionary(font)["ToUnicode"]
    assert isinstance(stream, Ref)
    pairs = re.findall(rb"<([0-9A-F]{4})><([0-9A-F]+)>\n", reader.streams[stream.number])
    return {code.decode(): bytes.fromhex(value.decode()).decode("utf-16-be") for code, value in pairs}


def test_a_release_is_told_part_by_part() -> None:
    parts = ["P", "P", "H1", "P", "P(Span)", "BlockQuote(P)", "H2", "L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody))"]
    parts.append("Table(TR(TH TH) TR(TD TD) TR(TD TD) TR(TD TD))")
    parts += ["H2", "Sect(P P(Link) P(Link))", "P(Link)"]
    reader = PdfReader(write_pdf(release("kk")).data)
    assert reader.structure().outline() == f"Document({' '.join(parts)})"


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_tree_says_every_text_exactly(language: str) -> None:
    """Through the tree, as assistive software reads: spaces between words and lines included."""
    document = release(language)
    reader = PdfReader(write_pdf(document).data)
    first = next(block for block in document.blocks if isinstance(block, Paragraph))
    nodes = reader.structure().walk()
    assert shown(reader, nodes[1]) == first.text
    headline = next(node for node in nodes if node.kind == "H1")
    assert shown(reader, headline) == WORDS[language].headline
    quotation = next(node for node in nodes if node.kind == "BlockQuote").kids[0]
    assert shown(reader, quotation) == WORDS[language].quotation


def test_every_content_of_a_page_has_its_element() -> None:
    table = Table("en", (), ((paragraph("c", "x", "en", BODY),),) * 90, TableStyle())
    reader = made(*release("kk").blocks, table, contact())
    tree = reader.structure().walk()
    root = reader.dictionary(reader.root["StructTreeRoot"])
    numbers = reader.items(reader.dictionary(root["ParentTree"])["Nums"])
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert root["ParentTreeNextKey"] == len(parents)
    for at, page in enumerate(reader.pages()):
        used = [int(number) for number in re.findall(rb"/MCID (\d+)>>BDC", reader.content(at))]
        assert used == list(range(len(used)))
        held = sorted(mcid for node in tree for home, mcid in node.content if home == at)
        assert held == used
        assert page["StructParents"] == at
        assert len(reader.items(parents[at])) == len(used)
        assert page["Tabs"] == "/S"
        for annotation in reader.annotations(at):
            assert reader.dictionary(parents[annotation["StructParent"]])["S"] == "/Link"


def test_everything_on_a_page_is_content_or_artifact() -> None:
    reader = PdfReader(write_pdf(release("kk")).data)
    depth = 0
    for line in reader.content(0).decode("ascii").split("\n"):
        opened, closed = line.endswith("BDC"), line == "EMC"
        assert depth in {0, 1}
        if not opened and not closed:
            assert depth == 1, line
        depth += opened - closed
    assert depth == 0


def test_letterhead_and_footer_are_left_out() -> None:
    reader = PdfReader(write_pdf(release("kk")).data)
    content = reader.content(0)
    assert content.startswith(b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC")
    # At the page's end, where a reader of the bare text finds it.
    assert content.rfind(b"/Artifact<</Type/Pagination/Subtype/Footer") > content.rfind(b"/MCID")


def test_languages_are_told_where_they_change() -> None:
    runs = (Run("Сөз ", "kk"), Run("mot ", "fr", italic=True), Run("gras", "fr", bold=True), Run(" соңы", "kk"))
    reader = made(
        paragraph("body", "English", "en", BODY), Paragraph("body", Tag.PARAGRAPH, "kk", runs, BODY), language="en"
    )
    document = reader.structure()
    assert text(reader.root["Lang"]) == document.language == "en"
    assert [(node.kind, node.language) for node in document.walk()[1:]] == [("P", "en"), ("P", "kk"), ("Span", "fr")]
    assert shown(reader, document.kids[1].kids[0]) == "mot gras"
    assert shown(reader, document.kids[1]) == "Сөз  соңы"


def test_links_have_an_area_a_target_and_a_description() -> None:
    reader = PdfReader(write_pdf(release("kk")).data)
    links = [node for node in reader.structure().walk() if node.kind == "Link"]
    targets = []
    for node in links:
        (number,) = node.annotations
        annotation = reader.dictionary(Ref(number))
        targets.append(
            (text(reader.dictionary(annotation["A"])["URI"]), text(annotation["Contents"]), shown(reader, node))
        )
        assert annotation["F"] == 4
        assert annotation["Subtype"] == "/Link"
    phone = "+999\u00a0555\u00a0010\u00a0010"
    assert targets == [
        ("tel:+999555010010", "+999 555 010 010 (+999555010010)", phone),
        ("mailto:press@example.org", "press@example.org", "press@example.org"),
        ("https://www.example.org/", "www.example.org", "www.example.org"),
    ]


def test_a_link_over_a_line_end_has_an_area_on_each_line() -> None:
    address = "https://www.example.org/" + "a-very-long-address/" * 8
    block = Paragraph("links", Tag.PARAGRAPH, "en", (Run("See ", "en"), Run(address, "en", href=address)), BODY)
    reader = made(block)
    (link,) = [node for node in reader.structure().walk() if node.kind == "Link"]
    assert len(link.annotations) == len(reader.annotations(0)) > 1
    assert shown(reader, link) == address


def test_addresses_in_other_scripts_are_written_in_ascii() -> None:
    block = Paragraph("links", Tag.PARAGRAPH, "kk", (Run("сайт", "kk", href="https://example.org/қаз?a=1%20b"),), BODY)
    (annotation,) = made(block).annotations(0)
    action = annotation["A"]
    assert isinstance(action, dict)
    assert text(action["URI"]) == "https://example.org/%D2%9B%D0%B0%D0%B7?a=1%20b"


@pytest.mark.parametrize(
    ("tags", "kinds"),
    [
        ((Tag.HEADING_2, Tag.HEADING_3), ["H1", "H2"]),
        ((Tag.HEADING_1, Tag.HEADING_3, Tag.HEADING_2, Tag.HEADING_3), ["H1", "H2", "H2", "H3"]),
        ((Tag.HEADING_1, Tag.HEADING_1), ["H1", "H1"]),
    ],
)
def test_headings_never_skip_a_level(tags: tuple[Tag, ...], kinds: list[str]) -> None:
    reader = made(*(paragraph("heading", "Title", "en", SECTION, tag=tag) for tag in tags))
    assert [node.kind for node in reader.structure().kids] == kinds


def test_header_cells_are_told_from_others() -> None:
    reader = PdfReader(write_pdf(release("en")).data)
    header = [node for node in reader.structure().walk() if node.kind == "TH"]
    assert [shown(reader, node) for node in header] == ["District", "People"]
    assert all("/Column" in node.attributes for node in header)


@pytest.mark.parametrize(("marker", "numbering"), [("–", "/None"), ("•", "/Disc")])
def test_lists_say_how_they_are_marked(marker: str, numbering: str) -> None:
    reader = made(ItemList("en", (paragraph("list", "one", "en", BODY), paragraph("list", "two", "en", BODY)), marker))
    (found,) = reader.structure().kids
    assert numbering in found.attributes
    told = [shown(reader, node) for node in found.walk() if not node.kids]
    assert told == [f"{marker} ", "one", f"{marker} ", "two"]


def test_a_table_header_is_repeated_for_the_eye_only() -> None:
    cells = tuple((paragraph("cell", f"row {at}", "en", BODY),) for at in range(80))
    table = Table("en", (paragraph("cell", "Header", "en", BODY),), cells, TableStyle())
    reader = made(table)
    tree = reader.structure().walk()
    assert [node.kind for node in tree].count("TH") == 1
    assert len(reader.pages()) > 1
    for page in range(1, len(reader.pages())):
        assert b"/Artifact<</Type/Pagination>>BDC\nBT" in reader.content(page)


def test_empty_parts_leave_no_empty_elements_but_cells() -> None:
    table = Table("en", (paragraph("c", "", "en", BODY), paragraph("c", "A", "en", BODY)), (), TableStyle())
    nothing = paragraph("body", "", "en", BODY)
    card = replace(contact(), lines=(nothing,))
    assert structure(nothing, card, ItemList("en", ()), table) == "Document(Table(TR(TH TH)))"


def test_a_title_is_shown_instead_of_the_file_name() -> None:
    reader = PdfReader(write_pdf(release()).data)
    assert reader.root["ViewerPreferences"] == {"DisplayDocTitle": "true"}
    assert reader.root["MarkInfo"] == {"Marked": "true"}
