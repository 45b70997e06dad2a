"""Pages for the web: whole, semantic, in their languages, the same each time, and in need of nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from tests.core.export.examplia import BODY, HEADLINE, QUOTATION, SECTION, WORDS, paragraph, release
from tests.core.export.images import photograph
from tilshi.export.content import paragraphs
from tilshi.export.errors import ExportError
from tilshi.export.html import write_html
from tilshi.export.html.reading import NotHtml, read_text
from tilshi.layout.blocks import (
    Block,
    Document,
    Figure,
    FigureStyle,
    ItemList,
    Metadata,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
    Tag,
)

tinyhtml5 = pytest.importorskip("tinyhtml5")

LANGUAGES = sorted(WORDS)


def page_of(*blocks: Block, language: str = "en", **other: Any) -> Document:
    return Document(Metadata("A title", language), Page(), blocks, **other)


def parsed(document: Document) -> Any:
    return lxml_html.document_fromstring(write_html(document))


def line(text: str, role: str = "body", language: str = "en", **other: Any) -> Paragraph:
    return replace(paragraph(role, text, language, BODY), **other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strict_parser_finds_no_mistake(language: str) -> None:
    parser = tinyhtml5.parser.HTMLParser()
    parser.parse(write_html(release(language)))
    assert parser.errors == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_article_says_the_release_to_the_letter_and_in_order(language: str) -> None:
    document = release(language)
    wanted = [shown.text for shown in paragraphs(document) if shown.text]
    assert [text for text in read_text(write_html(document).encode()) if text] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_gives_the_same_page(language: str) -> None:
    assert write_html(release(language)) == write_html(release(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_its_language_its_title_and_nothing_of_the_program(language: str) -> None:
    document = release(language)
    page = parsed(document)
    assert page.get("lang") == language
    assert page.findtext("head/title") == document.metadata.title
    assert {meta.get("name") for meta in page.iter("meta")} <= {None, "viewport", "referrer", "author", "keywords"}


def test_nothing_runs_and_nothing_is_fetched() -> None:
    written = write_html(release())
    assert not re.search(r"<script|<link|<iframe|@import|url\(|\son\w+=", written)
    assert "default-src &#x27;none&#x27;" in written


def test_there_is_one_headline_and_sections_are_named_by_their_headings() -> None:
    page = parsed(page_of(line("One", tag=Tag.HEADING_1), line("a"), line("Two", tag=Tag.HEADING_2), line("b")))
    assert [each.text for each in page.iter("h1")] == ["One"]
    (section,) = page.iter("section")
    assert section.find("h2").get("id") == section.get("aria-labelledby")
    assert [each.tag for each in section] == ["h2", "p"]


def test_lower_sections_stand_in_higher_ones() -> None:
    headings = [(Tag.HEADING_2, "A"), (Tag.HEADING_3, "B"), (Tag.HEADING_3, "C"), (Tag.HEADING_2, "D")]
    page = parsed(page_of(*(line(name, tag=tag) for tag, name in headings)))
    outline = [(len(list(each.iterancestors("section"))), each[0].text) for each in page.iter("section")]
    assert outline == [(0, "A"), (1, "B"), (1, "C"), (0, "D")]


def test_a_quotation_stands_with_the_words_that_say_whose_it_is() -> None:
    quote = replace(line("“We stay.”", "quote"), tag=Tag.QUOTE, style=QUOTATION)
    page = parsed(page_of(quote, line("Jane Example", "attribution"), line("Then.")))
    (figure,) = page.iter("figure")
    assert figure.findtext("blockquote/p") == "“We stay.”"
    assert figure.findtext("figcaption") == "Jane Example"
    assert not list(page.iter("cite"))


def test_dates_are_told_to_machines_where_the_release_says_when() -> None:
    page = parsed(page_of(line("6 March 2026", "date"), line("6 March 2026 was cold.")))
    assert [(each.get("datetime"), each.text) for each in page.iter("time")] == [("2026-03-06", "6 March 2026")]


def test_headers_of_a_table_say_what_they_head() -> None:
    def cells(*texts: str) -> tuple[Paragraph, ...]:
        return tuple(line(text) for text in texts)

    rows = (cells("North", "12"), cells("Total", "12"))
    table = Table(
        "en", cells("Place", "People"), rows, TableStyle(), total=True, named_rows=True, caption=line("In 2026")
    )
    page = parsed(page_of(table))
    assert [each.get("scope") for each in page.iter("th")] == ["col", "col", "row", "row"]
    assert page.findtext(".//caption") == "In 2026"
    assert [each.text for each in page.find(".//tfoot").iter("th", "td")] == ["Total", "12"]


def test_a_list_is_counted_by_the_browser_or_labelled_as_the_document_says() -> None:
    items = (line("one"), line("two"))
    page = parsed(page_of(ItemList("en", items, "3."), ItemList("en", items, "–"), ItemList("en", items, "(1)")))
    lists = list(page.iter("ol", "ul"))
    assert [(each.tag, each.get("start")) for each in lists] == [("ol", "3"), ("ul", None), ("ol", None)]
    styles = [each.get("style") for each in lists[2].iter("li")]
    assert styles == ['list-style-type:"(1)\u00a0"', 'list-style-type:"(2)\u00a0"']


def test_a_picture_is_inside_the_page_with_its_words() -> None:
    picture = photograph()
    figure = Figure("en", picture, 'A "well" <new>', FigureStyle(), line("Water", "caption"), ("s1",))
    (image,) = parsed(page_of(figure)).iter("img")
    assert image.get("alt") == 'A "well" <new>'
    assert image.get("src").startswith("data:image/jpeg;base64,")
    assert int(image.get("width")) > 0 < int(image.get("height"))


def test_other_languages_are_said_and_the_other_direction() -> None:
    foreign = replace(line("السلام", language="ar"), runs=(Run("السلام", "ar"), Run(" ICRC", "en")))
    (shown,) = (each for each in parsed(page_of(foreign)).iter("p") if each.get("lang"))
    assert (shown.get("lang"), shown.get("dir")) == ("ar", "rtl")
    (inner,) = shown.iter("span")
    assert (inner.get("lang"), inner.get("dir"), inner.text) == ("en", "ltr", " ICRC")


def test_a_draft_says_so_before_the_article() -> None:
    page = parsed(page_of(line("Text"), watermark="DRAFT"))
    assert page.find("body/header/p").text == "DRAFT"
    assert read_text(write_html(page_of(line("Text"), watermark="DRAFT")).encode()) == ["Text"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_whatever_is_written_is_shown_to_the_letter_and_never_obeyed(text: str) -> None:
    if any(0xFDD0 <= ord(sign) <= 0xFDEF for sign in text):
        return
    document = page_of(line(f"x{text}x"))
    assert read_text(write_html(document).encode()) == [f"x{text}x"]
    assert {each.tag for each in parsed(document).iter("article", "p", "script", "img", "a")} == {"article", "p"}


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x7f", "\x85", "\ufffe", "\ud800"])
def test_what_no_page_may_hold_is_refused_with_its_place(sign: str) -> None:
    with pytest.raises(
        ExportError, match=r"^segment s7: The character U\+\w{4} at position 4 cannot be written to a web"
    ):
        write_html(page_of(line(f"One{sign}two", segments=("s7",))))


def test_a_link_to_anywhere_else_is_refused() -> None:
    bad = replace(line("x", segments=("s1",)), runs=(Run("x", "en", href="javascript:alert(1)"),))
    with pytest.raises(ExportError, match="not a web, mail or telephone address"):
        write_html(page_of(bad))


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"<!DOCTYPE html><html><p>x</html>\n", b""])
def test_a_damaged_page_is_noticed(damage: bytes) -> None:
    with pytest.raises(NotHtml):
        read_text(damage)


def _styles() -> Iterator[ParagraphStyle]:
    yield from (HEADLINE, SECTION, BODY)


def test_sizes_grow_with_the_readers_own() -> None:
    sheet = parsed(page_of(*(replace(line("x"), style=style) for style in _styles()))).findtext("head/style")
    assert not re.search(r"font-size:[\d.]+(?:px|pt)", sheet)
