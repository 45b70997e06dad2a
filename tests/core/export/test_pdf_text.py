"""Whatever is written comes back to the letter: any text of any characters the fonts have."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.export.examplia import BODY, paragraph, release
from tests.core.export.pdffile import pdfium_text
from tests.core.export.test_pdf_lines import text_of
from tilshi.export.pdf.lines import set_lines
from tilshi.export.pdf.writer import write_pdf
from tilshi.layout.blocks import Paragraph, ParagraphStyle, Run, Tag
from tilshi.layout.fonts import INVISIBLE, coverage, families

# Where a text is broken, and U+FEFF, which becomes the word joiner that took its place.
PLACES = frozenset("\n\t\u2028\u2029\ufeff")
# pdfium reads a ligature that was typed as one character as its letters.
LIGATURES = frozenset("\ufb00\ufb01\ufb02\ufb03\ufb04")
COVERED = sorted(coverage("Noto Sans") - PLACES)
VISIBLE = sorted(set(COVERED) - INVISIBLE - LIGATURES)
STYLES = [
    replace(BODY, family=family, bold=bold, italic=italic)
    for family in families()
    for bold in (False, True)
    for italic in (False, True)
]


def page_text(*blocks: Paragraph) -> str:
    return pdfium_text(write_pdf(replace(release(), masthead=None, footer=None, blocks=blocks)).data)


@given(st.lists(st.text(COVERED, min_size=1, max_size=20), min_size=1, max_size=8), st.floats(60, 500))
def test_lines_hold_every_character(texts: list[str], measure: float) -> None:
    runs = tuple(
        Run(text, ("kk", "ru", "fr", "en")[at % 4], bold=at % 3 == 0, italic=at % 5 == 0)
        for at, text in enumerate(texts)
    )
    lines = set_lines(Paragraph("body", Tag.PARAGRAPH, "kk", runs, BODY), measure)
    assert "".join(map(text_of, lines)) == "".join(texts)


@given(st.text(VISIBLE, min_size=1, max_size=60))
def test_a_reader_finds_every_character(text: str) -> None:
    """Except what readers judge by themselves: spaces in a row, and hyphens at a line's end, which there are none."""
    shown = page_text(paragraph("body", text, "kk", BODY))
    assert re.sub(r"\s+", "", shown) == re.sub(r"\s+", "", text)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: f"{style.family} {style.bold:d}{style.italic:d}")
def test_every_single_character_of_every_face_is_found(style: ParagraphStyle) -> None:
    # Between letters, for readers drop spaces at the ends of lines.
    texts = [
        f"аб{character}вг"
        for character in sorted(coverage(style.family, style.bold, style.italic) - PLACES - LIGATURES)
    ]
    assert page_text(*(paragraph("body", text, "kk", style) for text in texts)).split("\n") == texts


@pytest.mark.parametrize(
    "text", ["й", "и\u0306", "қ\u0301", "е\u0308\u0301", "fi ffi fl", "А\u0301лма", "x\u0323\u0302y"]
)
def test_composed_and_decomposed_letters_stay_as_they_were_typed(text: str) -> None:
    assert page_text(paragraph("body", text, "kk", BODY)) == text


def test_tabs_and_line_breaks_are_places() -> None:
    assert page_text(paragraph("body", "бір\tекі\nүш\u2028төрт", "kk", BODY)).split() == ["бір", "екі", "үш", "төрт"]


def test_an_accent_without_a_place_in_the_face_is_drawn_once() -> None:
    """As an outline: the text shows the letter and its accents together, nothing twice."""
    assert page_text(paragraph("body", "б\u0301в б\u0302\u0323г", "kk", BODY)) == "б\u0301в б\u0302\u0323г"
