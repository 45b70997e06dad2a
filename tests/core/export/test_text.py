"""Plain text for mail."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.export.examplia import BODY, paragraph, release
from tilshi.export.text import write_text
from tilshi.layout.blocks import Contact, ItemList, Paragraph, Run, Table, Tag


def line(*runs: Run) -> str:
    block = Paragraph("body", Tag.PARAGRAPH, "en", runs, BODY)
    return write_text(replace(release(), blocks=(block,)))


def test_a_line_a_paragraph_and_an_empty_line_between_blocks() -> None:
    blocks = (paragraph("a", "One.", "en", BODY), paragraph("b", "Two.", "en", BODY))
    assert write_text(replace(release(), blocks=blocks)) == "One.\n\nTwo.\n"


def test_lines_of_one_block_stand_together() -> None:
    kinds = (ItemList, Table, Contact)
    blocks = tuple(block for block in release().blocks if isinstance(block, kinds))
    assert write_text(replace(release(), blocks=blocks)) == (
        "– repair the power line to the northern station;\n"
        "– train 20 more technicians;\n"
        "– test the water every week.\n"
        "\n"
        "District | People\n"
        "North | 4,300\n"
        "Harbour | 8,200\n"
        "Total | 12,500\n"
        "\n"
        "Jane\u00a0Example, Port-Example\n"
        "Tel.:\u00a0+999\u00a0555\u00a0010\u00a0010\n"
        "Email: press@example.org\n"
    )


def test_letterhead_and_footer_belong_to_the_page() -> None:
    assert write_text(release()).startswith("Examplia Relief Press Release\n\n6 March 2026\n")
    assert "Page 1" not in write_text(release())


def test_nothing_gives_nothing() -> None:
    empty = (ItemList("en", ()), paragraph("body", "", "en", BODY))
    assert write_text(replace(release(), blocks=empty)) == ""


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("www.example.org", "https://www.example.org/"),
        ("https://example.org/a", "https://example.org/a"),
        ("press@example.org", "mailto:Press@example.org?subject=Water"),
        ("+999 (555) 010-010", "tel:+999555010010"),
    ],
)
def test_a_link_that_shows_its_address_is_left_as_written(text: str, href: str) -> None:
    assert line(Run(text, "en", href=href)) == f"{text}\n"


def test_an_address_behind_words_is_not_lost() -> None:
    runs = (Run("See ", "en"), Run("the ", "en", href="https://example.org/map"))
    assert line(*runs, Run("map", "en", bold=True, href="https://example.org/map"), Run(".", "en")) == (
        "See the map <https://example.org/map>.\n"
    )


@given(st.lists(st.text(), min_size=1))
def test_text_is_kept_to_the_letter(texts: list[str]) -> None:
    assert line(*(Run(text, "en") for text in texts)) == (f"{''.join(texts)}\n" if "".join(texts) else "")
