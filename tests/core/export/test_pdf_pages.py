"""Pages: what stays together, what is shown again, and that nothing falls off the sheet."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.export.examplia import BODY, CELL, SECTION, WORDS, contact, paragraph, release
from tests.core.export.pdffile import pdfium_text
from tilshi.export.pdf.flow import Flow
from tilshi.export.pdf.lines import set_lines
from tilshi.export.pdf.sheets import Sheet, paginate
from tilshi.export.pdf.structure import StructureTree
from tilshi.export.pdf.writer import write_pdf
from tilshi.layout.blocks import Block, Document, ItemList, Page, Table, TableStyle, Tag

SMALL = Page(width=300, height=200, top=20, right=20, bottom=30, left=20)
LONG = WORDS["kk"].body.replace("\u00ad", "") * 3


def document(*blocks: Block, page: Page = SMALL) -> Document:
    return replace(release("kk"), blocks=blocks, page=page, masthead=None, footer=None)


def sheets(*blocks: Block, page: Page = SMALL) -> list[Sheet]:
    made = document(*blocks, page=page)
    return paginate(Flow(made, StructureTree("kk").root).rows, page, page.top)


def roles(sheet: Sheet) -> list[str]:
    return [leaf.paragraph.role for leaf in sheet.texts()]


def lines_on(sheet: Sheet, role: str) -> int:
    return sum(len(lines) for leaf, lines in sheet.texts().items() if leaf.paragraph.role == role)


@given(st.integers(min_value=0, max_value=9), st.integers(min_value=2, max_value=25))
def test_no_single_line_is_left_behind(before: int, words: int) -> None:
    first = [paragraph("body", "x", "kk", BODY)] * before
    text = " ".join(["халықаралық"] * words)
    total = len(set_lines(paragraph("p", text, "kk", BODY), 260.0))
    parts = [count for sheet in sheets(*first, paragraph("p", text, "kk", BODY)) if (count := lines_on(sheet, "p"))]
    assert sum(parts) == total
    if total > 1 and len(parts) > 1:
        assert parts[0] >= 2
        assert parts[-1] >= 2


@pytest.mark.parametrize("before", range(9))
def test_a_heading_stays_with_two_lines_of_its_text(before: int) -> None:
    heading = paragraph("heading", "Title", "kk", SECTION, tag=Tag.HEADING_2)
    body = paragraph("after", LONG, "kk", BODY)
    for sheet in sheets(*[paragraph("body", "x", "kk", BODY)] * before, heading, body):
        if "heading" in roles(sheet):
            assert lines_on(sheet, "after") >= 2


@pytest.mark.parametrize("before", range(8))
def test_a_card_is_never_divided(before: int) -> None:
    card = contact("kk")
    found = sheets(*[paragraph("body", "x", "kk", BODY)] * before, card)
    on = [sheet for sheet in found if any(role.startswith("contact") for role in roles(sheet))]
    assert len(on) == 1
    (box,) = on[0].frames().values()
    assert SMALL.top - 0.01 <= box.y0 < box.y1 <= SMALL.height - SMALL.bottom + 0.01


def test_a_card_higher_than_a_page_is_divided_rather_than_lost() -> None:
    card = replace(contact("kk"), lines=tuple(paragraph(f"l{at}", str(at), "kk", BODY) for at in range(30)))
    found = sheets(card)
    assert [role for sheet in found for role in roles(sheet)] == [f"l{at}" for at in range(30)]
    assert len(found) > 1


@pytest.mark.parametrize("before", range(9))
def test_kept_together_means_together(before: int) -> None:
    kept = paragraph("kept", LONG[:250], "kk", replace(BODY, keep_together=True))
    found = sheets(*[paragraph("body", "x", "kk", BODY)] * before, kept)
    assert len([sheet for sheet in found if "kept" in roles(sheet)]) == 1


def test_a_paragraph_longer_than_a_page_is_divided_even_if_it_should_not() -> None:
    kept = paragraph("kept", LONG * 3, "kk", replace(BODY, keep_together=True))
    assert len(sheets(kept)) > 1


def table(rows: int, *, total: bool = False) -> Table:
    cells = tuple((paragraph(f"r{at}", f"Жол {at}", "kk", CELL),) for at in range(rows))
    return Table("kk", (paragraph("header", "Бас", "kk", CELL),), cells, TableStyle(), total=total)


def test_a_table_shows_its_header_on_every_page() -> None:
    found = sheets(table(30))
    assert len(found) > 1
    for sheet in found:
        shown = roles(sheet)
        assert shown[0] == "header"
        assert len(shown) > 1
    assert [role for sheet in found for role in roles(sheet)[1:]] == [f"r{at}" for at in range(30)]


@pytest.mark.parametrize("rows", range(4, 16))
def test_a_total_never_stands_alone(rows: int) -> None:
    last = [role for role in roles(sheets(table(rows, total=True))[-1]) if role != "header"]
    assert len(last) >= 2


def test_a_row_higher_than_a_page_is_divided() -> None:
    cell = paragraph("cell", LONG * 3, "kk", CELL)
    side = paragraph("side", "бір", "kk", CELL)
    found = sheets(Table("kk", (), ((cell, side),), TableStyle()))
    assert len(found) > 1
    made = write_pdf(document(Table("kk", (), ((cell, side),), TableStyle())))
    joined = re.sub(r"\s+", " ", pdfium_text(made.data))
    assert joined.replace(" бір ", " ", 1).count("сүзгі") == (LONG * 3).count("сүзгі")


def test_columns_are_as_wide_as_their_texts_ask() -> None:
    row = (paragraph("a", LONG, "kk", CELL), paragraph("b", "1", "kk", CELL))
    (boxes,) = [sheet.boxes() for sheet in sheets(Table("kk", (), (row,), TableStyle()), page=Page())]
    wide, narrow = boxes.values()
    assert wide.x1 - wide.x0 > 10 * (narrow.x1 - narrow.x0)


def test_cells_are_read_one_after_the_other() -> None:
    row = (paragraph("a", "бір екі үш төрт бес алты", "kk", CELL), paragraph("b", "жеті сегіз тоғыз он", "kk", CELL))
    page = replace(SMALL, width=150)
    data = write_pdf(document(Table("kk", (), (row,), TableStyle()), page=page)).data
    words = pdfium_text(data).split()
    assert words == ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз", "он"]


def test_list_items_hang_beside_their_marker() -> None:
    item = paragraph("item", LONG[:200], "kk", BODY)
    (sheet,) = sheets(ItemList("kk", (item, item)), page=Page())
    starts = {round(text.x0, 2) for lines in sheet.texts().values() for _y, text in lines}
    assert len(starts) == 2


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 40), st.booleans(), st.floats(0, 40)), min_size=1, max_size=12)
)
def test_whatever_comes_all_of_it_is_on_the_sheet(parts: list[tuple[int, int, bool, float]]) -> None:
    blocks: list[Block] = []
    for at, (kind, words, kept, gap) in enumerate(parts):
        style = replace(BODY, keep_with_next=kept, space_before=gap, rule=2.0 * (kind == 3), indent=5.0 * kind)
        made = paragraph(f"p{at}", " ".join(["сөз"] * words), "kk", style)
        shapes: tuple[Block, ...] = (made, ItemList("kk", (made,)), Table("kk", (), ((made,),), TableStyle()), made)
        blocks.append(shapes[kind])
    found = sheets(*blocks)
    shown = list(dict.fromkeys(role for sheet in found for role in roles(sheet)))
    assert shown == [f"p{at}" for at in range(len(parts))]
    for sheet in found:
        assert sheet.rows
        for box in sheet.boxes().values():
            assert SMALL.left <= box.x0 < box.x1 <= SMALL.width - SMALL.right + 0.01
            assert SMALL.top - 0.01 <= box.y0 < box.y1 <= SMALL.height - SMALL.bottom + 0.01
