"""Divided words: seldom, by the rules, drawn with a hyphen and read without it."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.export.examplia import BODY, WORDS, paragraph, release
from tests.core.export.pdffile import PdfReader, pdfium_text, poppler_text
from tests.core.export.test_pdf_lines import text_of, width_of
from tilshi.export.pdf.lines import Line, set_lines
from tilshi.export.pdf.writer import write_pdf
from tilshi.layout.blocks import Alignment, Document, Page, Paragraph, Run, Tag

DIVIDED = replace(BODY, hyphenate=True)
JUSTIFIED = replace(DIVIDED, alignment=Alignment.JUSTIFY)
KAZAKH = (
    "Халықаралық гуманитарлық құқықтың қағидаттарын сақтау жауынгерлердің міндеттемелеріне жатады, ал ұйымдастырылған "
    "қарулы топтардың қолбасшылары жауапкершіліктен босатылмайды; медициналық қызметкерлердің қауіпсіздігі де солай."
)
NARROW = Page(width=220, height=400, top=30, right=30, bottom=40, left=30)


def lines_of(text: str, measure: float, *, language: str = "kk", justified: bool = False) -> tuple[Line, ...]:
    return set_lines(paragraph("body", text, language, JUSTIFIED if justified else DIVIDED), measure)


def document(*blocks: Paragraph, page: Page = NARROW) -> Document:
    return replace(release("kk"), blocks=blocks, page=page, masthead=None, footer=None)


def test_a_line_that_would_be_poor_is_filled_with_half_a_word() -> None:
    plain = set_lines(paragraph("body", KAZAKH, "kk", BODY), 150)
    divided = lines_of(KAZAKH, 150)
    assert any(line.is_divided for line in divided)
    assert min(map(width_of, divided[:-1])) > min(map(width_of, plain[:-1]))


def test_what_is_set_well_without_is_set_without() -> None:
    assert not any(line.is_divided for line in lines_of(WORDS["en"].body * 3, 470, language="en"))


@pytest.mark.parametrize("justified", [False, True])
@pytest.mark.parametrize("measure", [120.0, 160.0, 220.0, 300.0])
def test_no_word_is_lost_and_no_line_too_wide(measure: float, justified: bool) -> None:
    lines = lines_of(KAZAKH, measure, justified=justified)
    assert "".join(map(text_of, lines)) == KAZAKH
    assert all(width_of(line) <= measure + 0.5 for line in lines)


def test_four_hyphens_in_a_row_are_avoided() -> None:
    for measure in range(220, 480, 10):
        flags = "".join("x" if line.is_divided else "-" for line in lines_of(KAZAKH * 2, measure, justified=True))
        assert "xxxx" not in flags, measure


@pytest.mark.parametrize("bound", ["ХҚКК-нің", "НАТО-ға", "қолбасшысының-ау"])
def test_acronyms_and_endings_stay_whole(bound: str) -> None:
    for measure in range(90, 300, 6):
        lines = lines_of(f"Халықаралық {bound} гуманитарлық {bound} құқықтың {bound} қағидаттары", measure)
        assert all(text_of(line).count(bound) or bound not in line_words(line) for line in lines)
        assert sum(text_of(line).count(bound) for line in lines) == 3 or measure < 260


def line_words(line: Line) -> list[str]:
    return text_of(line).split()


def test_a_link_is_never_divided() -> None:
    runs = (Run("Қараңыз: ", "kk"), Run("халықаралық гуманитарлық ұйымдардың", "kk", href="https://example.org"))
    made = set_lines(Paragraph("body", Tag.PARAGRAPH, "kk", runs, DIVIDED), 100)
    assert not any(line.is_divided for line in made)


READERS = [pdfium_text, *([poppler_text] if shutil.which("pdftotext") else [])]


@pytest.mark.parametrize("justified", [False, True])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@pytest.mark.parametrize("typed", [KAZAKH, KAZAKH.replace("гуманитарлық", "гумани\u00adтарлық"), WORDS["ru"].body])
def test_readers_find_the_words_whole(typed: str, reader: Callable[[bytes], str], justified: bool) -> None:
    style = JUSTIFIED if justified else DIVIDED
    made = write_pdf(document(paragraph("body", typed, "ru" if typed is WORDS["ru"].body else "kk", style)))
    assert b"ActualText" in PdfReader(made.data).content(0)
    read = re.sub(r"\s+", " ", reader(made.data)).strip()
    assert read == re.sub(r"\s+", " ", typed)


def test_a_word_in_three_lines_is_read_as_one() -> None:
    page = replace(NARROW, width=140)
    made = write_pdf(document(paragraph("body", "ұйымдастырылғандардың міндеттемелері", "kk", DIVIDED), page=page))
    assert pdfium_text(made.data).split() == ["ұйымдастырылғандардың", "міндеттемелері"]


@settings(max_examples=30)
@given(st.integers(min_value=0, max_value=22))
def test_a_word_is_whole_on_its_page(before: int) -> None:
    first = [paragraph("body", "x", "kk", BODY)] * before
    made = write_pdf(document(*first, paragraph("body", KAZAKH, "kk", DIVIDED)))
    assert " ".join(pdfium_text(made.data).split()).endswith(KAZAKH)


def test_bold_halves_and_other_languages_are_read_whole() -> None:
    runs = (
        Run("Бұл ", "kk"),
        Run("халықаралық", "kk", bold=True),
        Run(" ", "kk"),
        Run("international", "en", italic=True),
    )
    text = "".join(run.text for run in runs) * 4
    for width in range(140, 260, 10):
        made = write_pdf(
            document(Paragraph("b", Tag.PARAGRAPH, "kk", runs * 4, DIVIDED), page=replace(NARROW, width=width))
        )
        assert "".join(pdfium_text(made.data).split()) == text.replace(" ", "")
