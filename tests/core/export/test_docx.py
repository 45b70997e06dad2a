"""The Word file of a release: sound, the same each time, and made of what a Word user expects."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.core.export.examplia import BODY, HEADLINE, SECTION, WORDS, contact, paragraph, release
from tests.core.export.wordfile import W, find, members, part, shown, targets, values
from tilshi.export.content import paragraphs_of
from tilshi.export.docx import read_text, write_docx
from tilshi.layout.blocks import BoxStyle, Contact, Document, Figure, ItemList, Page, ParagraphStyle, Table, Tag

LANGUAGES = sorted(WORDS)


def texts(document: Document) -> list[str]:
    return [paragraph.text for block in document.blocks for paragraph in paragraphs_of(block)]


@pytest.mark.parametrize("office", [FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_independent_auditor_finds_nothing(language: str, office: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(write_docx(release(language)))
    assert [error.description for error in OpenXmlValidator(file_format=office).validate(path).errors] == []


@pytest.mark.parametrize(
    "document",
    [
        replace(release(), blocks=()),
        replace(release(), masthead=None, footer=None),
        replace(release(), blocks=(Contact("en", (), BoxStyle()), ItemList("en", ()))),
        replace(release(), blocks=(contact(), contact("kk"))),
        replace(release(), blocks=tuple(block for block in release().blocks if isinstance(block, Table)) * 2),
        release(size=Page(width=792, height=612)),
    ],
    ids=["nothing", "no margins", "empty blocks", "two cards", "two tables", "landscape"],
)
def test_the_auditor_finds_nothing_in_unusual_documents(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "release.docx"
    path.write_bytes(write_docx(document))
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_exact_and_in_order(language: str) -> None:
    document = release(language)
    data = write_docx(document)
    assert [shown(paragraph) for paragraph in find(part(data), "//w:p")] == texts(document)
    assert list(read_text(data)) == texts(document)


def test_python_docx_reads_the_same_text() -> None:
    document = release("kk")
    opened = docx.Document(io.BytesIO(write_docx(document)))
    running = [block.text for block in document.blocks if not isinstance(block, Table | Contact | ItemList | Figure)]
    assert [text for text in (p.text for p in opened.paragraphs) if text in running] == running
    table = next(block for block in document.blocks if isinstance(block, Table))
    cells = [[cell.text for cell in row] for row in (table.header, *table.rows)]
    assert [[cell.text for cell in row.cells] for row in opened.tables[0].rows] == cells


def test_two_exports_are_the_same_bytes() -> None:
    assert write_docx(release("kk")) == write_docx(release("kk"))


def test_the_archive_tells_nothing_of_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(release()))) as archive:
        entries = archive.infolist()
    assert {(e.date_time, e.create_system, e.external_attr, e.extra, e.comment) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16, b"", b"")
    }
    assert entries[0].filename == "[Content_Types].xml"


def test_no_part_but_those_asked_for() -> None:
    assert sorted(members(write_docx(release()))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer-default.xml",
        "word/footer-first.xml",
        "word/header-first.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_headings_are_words_own_and_bear_the_templates_name() -> None:
    styles = part(write_docx(release()), "word/styles.xml")
    (heading,) = find(styles, "//w:style[@w:styleId='Heading1']")
    assert values(heading, "w:name/@w:val | w:aliases/@w:val") == ["heading 1", "Headline"]
    assert values(heading, "w:pPr/w:outlineLvl/@w:val") == ["0"]
    assert values(heading, "w:next/@w:val") == ["Body"]
    assert heading.get(f"{W}customStyle") is None


def test_each_style_of_the_template_is_a_style_in_word() -> None:
    styles = part(write_docx(release()), "word/styles.xml")
    names = {*values(styles, "//w:name/@w:val"), *values(styles, "//w:aliases/@w:val")}
    wanted = {p.style.name for block in release().blocks for p in paragraphs_of(block)}
    assert {name[:1].upper() + name[1:] for name in wanted} - names == set()


def test_paragraphs_name_their_styles() -> None:
    opened = docx.Document(io.BytesIO(write_docx(release())))
    assert [p.style.name for p in opened.paragraphs if p.style][:7] == [
        *("Kicker", "Date", "Heading 1", "Lead", "Body", "Quote", "Heading 2")
    ]


def test_a_style_says_only_what_differs_from_normal() -> None:
    styles = part(write_docx(release()), "word/styles.xml")
    (lead,) = find(styles, "//w:style[@w:styleId='Lead']")
    assert [element.tag.removeprefix(W) for element in find(lead, "w:rPr/*")] == ["sz", "szCs"]
    (body,) = find(styles, "//w:style[@w:styleId='Body']")
    assert find(body, "w:rPr | w:pPr") == []


def test_two_looks_of_one_name_stay_apart() -> None:
    wide = replace(BODY, leading=20.0)
    blocks = (paragraph("body", "One.", "en", BODY), paragraph("body", "Two.", "en", wide))
    styles = part(write_docx(replace(release(), blocks=blocks)), "word/styles.xml")
    assert values(styles, "//w:style[@w:customStyle='1'][@w:type='paragraph']/w:name/@w:val")[1:] == ["Body", "Body 2"]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Normal", "Normal 2"),
        ("HYPERLINK", "HYPERLINK 2"),
        ("a, b; c", "A b c"),
        ("  ", "Text"),
        ("Дәйексөз", "Дәйексөз"),
        ("Title", "Title"),
        ("x" * 400, "X" + "x" * 199),
        ("list-item_last", "List item last"),
        ("Sub-heading", "Sub-heading"),
    ],
)
def test_names_word_would_refuse_are_made_fit(name: str, written: str, tmp_path: Path) -> None:
    blocks = (paragraph("body", "Text.", "en", replace(BODY, name=name)),)
    data = write_docx(replace(release(), blocks=blocks, masthead=None, footer=None))
    opened = docx.Document(io.BytesIO(data))
    assert [p.style.name for p in opened.paragraphs if p.style] == [written]
    path = tmp_path / "release.docx"
    path.write_bytes(data)
    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []


def test_a_heading_in_the_style_of_a_paragraph_keeps_its_level() -> None:
    blocks = (
        paragraph("body", "Running text.", "en", BODY),
        paragraph("headline", "A heading", "en", HEADLINE, tag=Tag.HEADING_1),
        paragraph("body", "A heading in the style of running text", "en", BODY, tag=Tag.HEADING_2),
        paragraph("headline", "Running text in the style of a heading", "en", HEADLINE),
    )
    root = part(write_docx(replace(release(), blocks=blocks)))
    assert [values(p, "w:pPr/w:outlineLvl/@w:val") for p in find(root, "//w:p")] == [[], [], ["1"], ["9"]]


def test_levels_are_never_left_out() -> None:
    blocks = (
        paragraph("headline", "First", "en", HEADLINE, tag=Tag.HEADING_1),
        paragraph("heading", "Third", "en", SECTION, tag=Tag.HEADING_3),
    )
    root = part(write_docx(replace(release(), blocks=blocks)))
    assert values(root, "//w:pStyle/@w:val") == ["Heading1", "Heading2"]


def test_lists_are_numbering() -> None:
    data = write_docx(release())
    items = find(part(data), "//w:p[w:pPr/w:numPr]")
    assert [shown(item) for item in items] == list(WORDS["en"].items)
    assert {value for item in items for value in values(item, "w:pPr/w:numPr/w:numId/@w:val")} == {"1"}
    assert set(values(part(data, "word/numbering.xml"), "//w:lvlText/@w:val")) == {"–"}


def test_a_marker_is_never_a_number() -> None:
    items = (paragraph("list", "Item", "en", BODY),)
    data = write_docx(replace(release(), blocks=(ItemList("en", items, marker="%1."),)))
    assert set(values(part(data, "word/numbering.xml"), "//w:lvlText/@w:val")) == {"%\u20601."}


def test_the_table_says_which_row_is_its_header() -> None:
    (table,) = find(part(write_docx(release())), "//w:tbl")
    assert [bool(find(row, "w:trPr/w:tblHeader")) for row in find(table, "w:tr")] == [True, False, False, False]
    assert values(table, "w:tblPr/w:tblLook/@w:firstRow | w:tblPr/w:tblLook/@w:lastRow") == ["1", "1"]
    widths = [int(width) for width in values(table, "w:tblGrid/w:gridCol/@w:w")]
    assert sum(widths) == round((595.276 - 124) * 20)
    assert [int(width) for width in values(table, "w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w")] == widths


def test_short_rows_are_filled_up() -> None:
    table = next(block for block in release().blocks if isinstance(block, Table))
    ragged = replace(table, rows=(*table.rows, table.rows[0][:1]))
    (made,) = find(part(write_docx(replace(release(), blocks=(ragged,)))), "//w:tbl")
    assert {len(find(row, "w:tc")) for row in find(made, "w:tr")} == {2}


def test_footer_counts_pages_and_masthead_stands_on_the_first() -> None:
    data = write_docx(release())
    assert values(part(data, "word/footer-default.xml"), "//w:fldSimple/@w:instr") == [" PAGE ", " NUMPAGES "]
    assert members(data)["word/footer-default.xml"] == members(data)["word/footer-first.xml"]
    assert shown(part(data, "word/header-first.xml")) == "Examplia Relief"
    section = find(part(data), "//w:sectPr")[0]
    assert values(section, "w:headerReference/@w:type") == ["first"]
    assert find(section, "w:titlePg") != []


def test_the_style_of_header_and_footer_are_words_own() -> None:
    data = write_docx(release())
    used = {values(part(data, f"word/{name}.xml"), "//w:pStyle/@w:val")[0] for name in ("header-first", "footer-first")}
    assert used == {"Header", "Footer"}


def test_settings_are_of_today_and_clean() -> None:
    data = write_docx(release())
    settings = part(data, "word/settings.xml")
    assert values(settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]
    assert b"rsid" not in b"".join(members(data).values())
    assert find(settings, "//w:attachedTemplate | //w:docVars") == []


def test_properties_are_written_on_purpose() -> None:
    opened = docx.Document(io.BytesIO(write_docx(release("kk")))).core_properties
    assert (opened.title, opened.author, opened.language) == (WORDS["kk"].headline, "Examplia Relief", "kk-KZ")
    assert (opened.subject, opened.keywords) == (WORDS["kk"].kicker, "Examplia, Мысалия")
    assert (opened.last_modified_by, opened.comments, opened.revision) == ("", "", 0)
    root = part(write_docx(release("kk")), "docProps/core.xml")
    # 09:30 at UTC+5; whoever reads the file must not learn the time zone.
    assert [element.text for element in root if element.tag.endswith("ed")] == ["2026-03-06T04:30:00Z"] * 2


def test_bold_in_a_bold_style_stays_bold() -> None:
    text = paragraph("body", "Bold.", "en", replace(BODY, name="Strong body", bold=True))
    bold = replace(text, runs=(replace(text.runs[0], bold=True),))
    opened = docx.Document(io.BytesIO(write_docx(replace(release(), blocks=(bold,)))))
    assert [run.bold for run in opened.paragraphs[0].runs] == [None]
    assert opened.paragraphs[0].style is not None
    style = opened.styles[str(opened.paragraphs[0].style.name)]
    assert isinstance(style, docx.styles.style.ParagraphStyle)
    assert opened.styles["Normal"].element.xpath("./w:rPr/w:b/@w:val") == []


@pytest.mark.parametrize(("size", "leading", "rule"), [(10.5, 15.0, "atLeast"), (22.0, 28.0, "exact")])
def test_only_lines_closer_than_the_font_are_exact(size: float, leading: float, rule: str) -> None:
    style = ParagraphStyle("Body", size=size, leading=leading)
    data = write_docx(replace(release(), blocks=(paragraph("body", "Text.", "en", style),)))
    normal = find(part(data, "word/styles.xml"), "//w:style[@w:styleId='Normal']/w:pPr/w:spacing")[0]
    assert (normal.get(f"{W}line"), normal.get(f"{W}lineRule")) == (str(round(leading * 20)), rule)


def test_links_of_a_part_have_relationships_of_their_own() -> None:
    document = release()
    assert document.footer is not None
    footer = replace(document.footer, runs=(replace(document.footer.runs[0], href="https://www.example.org/f"),))
    data = write_docx(replace(document, footer=footer))
    assert targets(data, "word/_rels/footer-default.xml.rels") == {"rId1": "https://www.example.org/f"}
    assert "https://www.example.org/f" not in targets(data).values()
