"""Text, languages and links in a Word file, to the letter."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.core.export.examplia import BODY, contact, release
from tests.core.export.wordfile import find, part, shown, targets, values
from tilshi.export.docx import write_docx
from tilshi.export.docx.languages import is_right_to_left, word_language
from tilshi.export.errors import ExportError
from tilshi.layout.blocks import Contact, Document, Metadata, Page, Paragraph, Run, Tag

XML_TEXT = st.text(
    st.one_of(
        st.sampled_from("  \n\t\u00a0\u202f\u2011\u00ad\u200b\u2060\ufeff\r&<>\"'әғқңөұүһі"),
        st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"),
    )
)
RUNS = st.builds(
    Run,
    text=XML_TEXT,
    language=st.sampled_from(["kk", "ru", "fr-CH", "en"]),
    bold=st.booleans(),
    italic=st.booleans(),
    href=st.sampled_from(["", "", "https://example.org/", "tel:+999555010010"]),
)


def document(*runs: Run, language: str = "en", place: tuple[str, ...] = ("s1",)) -> Document:
    block = Paragraph("body", Tag.PARAGRAPH, language, runs, BODY, place)
    return Document(Metadata("Title", language), Page(), (block,))


def written(*runs: Run, language: str = "en") -> etree._Element:
    return part(write_docx(document(*runs, language=language)))


@given(st.lists(RUNS, max_size=6))
def test_every_text_xml_can_hold_comes_back_to_the_letter(runs: list[Run]) -> None:
    (paragraph,) = find(written(*runs), "//w:p")
    assert shown(paragraph) == "".join(run.text for run in runs)


@given(st.lists(RUNS, max_size=6))
def test_looks_and_addresses_stay_with_their_text(runs: list[Run]) -> None:
    data = write_docx(document(*runs))
    addresses = targets(data) if find(part(data), "//w:hyperlink") else {}
    found = [
        (
            shown(run),
            bool(find(run, "w:rPr/w:b")),
            bool(find(run, "w:rPr/w:i")),
            "".join(addresses[key] for key in values(run, "parent::w:hyperlink/@r:id")),
        )
        for run in find(part(data), "//w:r")
    ]
    assert found == [(run.text, run.bold, run.italic, run.href) for run in runs if run.text]


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_xml_cannot_hold_is_named_with_its_segment(character: str) -> None:
    with pytest.raises(ExportError) as caught:
        write_docx(document(Run(f"One{character}two", "en"), place=("s12", "s13")))
    assert str(caught.value) == (
        f"segment s12, s13: The character U+{ord(character):04X} at position 4 cannot be written to a Word file. "
        "Delete it and export again."
    )


def test_a_text_of_the_template_is_named_by_its_role() -> None:
    with pytest.raises(ExportError, match=r"^part “body”: "):
        write_docx(document(Run("\x01", "en"), place=()))


@pytest.mark.parametrize(
    "metadata",
    [Metadata("A\x02", "en"), Metadata("A", "en", author="A\x02"), Metadata("A", "en", keywords=("a", "\x02"))],
)
def test_properties_are_checked_too(metadata: Metadata) -> None:
    with pytest.raises(ExportError, match=r"properties of the document: .* U\+0002"):
        write_docx(replace(release(), metadata=metadata))


def test_spaces_are_kept_where_word_would_drop_them() -> None:
    root = written(Run(" a  b ", "en"), Run("c d", "en"))
    assert values(root, "//w:t/@xml:space") == ["preserve"]


def test_line_breaks_and_tabs_are_elements() -> None:
    root = written(Run("a\n\tb", "en"))
    assert [element.tag.rpartition("}")[2] for element in find(root, "//w:r/*")] == ["t", "br", "tab", "t"]


def test_hyphens_word_has_elements_for_stay_characters() -> None:
    assert values(written(Run("МК\u2011ның қамта\u00adмасыз", "kk"), language="kk"), "//w:t/text()") == [
        "МК\u2011ның қамта\u00adмасыз"
    ]


def test_only_runs_in_another_language_say_so() -> None:
    root = written(Run("Қазақша ", "kk"), Run("по-русски ", "ru"), Run("en français", "fr"), language="kk-KZ")
    assert [values(run, "w:rPr/w:lang/@w:val") for run in find(root, "//w:r")] == [[], ["ru-RU"], ["fr-FR"]]


def test_the_language_of_the_document_is_that_of_its_styles() -> None:
    styles = part(write_docx(release("kk")), "word/styles.xml")
    assert values(styles, "//w:docDefaults//w:lang/@w:val") == ["kk-KZ"]
    assert values(styles, "//w:style[@w:styleId='Normal']//w:lang/@w:val") == ["kk-KZ"]
    assert values(styles, "//w:lang/@w:eastAsia") == []


@pytest.mark.parametrize(
    ("tag", "word"),
    [
        *[("kk", "kk-KZ"), ("ru", "ru-RU"), ("fr", "fr-FR"), ("en", "en-GB"), ("en-US", "en-US")],
        *[("kk-Cyrl", "kk-KZ"), ("kk-Cyrl-KZ", "kk-KZ"), ("kk-Latn", "kk-Latn"), ("kk_KZ", "kk-KZ"), ("xx", "xx")],
    ],
)
def test_languages_are_named_as_word_names_them(tag: str, word: str) -> None:
    assert word_language(tag) == word


@pytest.mark.parametrize(
    ("tag", "expected"), [("kk", False), ("kk-Arab", True), ("ar", True), ("fa-IR", True), ("az-Latn", False)]
)
def test_direction_follows_the_script(tag: str, expected: bool) -> None:
    assert is_right_to_left(tag) is expected


def test_text_from_right_to_left_is_marked_in_paragraph_and_run() -> None:
    root = written(Run("مرحبا", "ar"), language="ar")
    assert find(root, "//w:p/w:pPr/w:bidi") != []
    assert find(root, "//w:r/w:rPr/w:rtl") != []


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://www.example.org/a b?q=ә#ң", "https://www.example.org/a%20b?q=%D3%99#%D2%A3"),
        ("https://мысал.example/", "https://xn--80awbu3c.example/"),
        ("https://example.org/%D2%9B", "https://example.org/%D2%9B"),
        ("mailto:press@example.org?subject=Су", "mailto:press@example.org?subject=%D0%A1%D1%83"),
        ("tel:+999555010010", "tel:+999555010010"),
    ],
)
def test_addresses_are_uris_of_ascii(href: str, target: str) -> None:
    data = write_docx(document(Run("here", "en", href=href)))
    (link,) = find(part(data), "//w:hyperlink")
    assert targets(data)[values(link, "@r:id")[0]] == target
    assert values(link, "w:r/w:rPr/w:rStyle/@w:val") == ["Hyperlink"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "www.example.org"])
def test_an_address_that_is_none_is_refused(href: str) -> None:
    with pytest.raises(ExportError, match=r"segment s1: The link “.*” is not a web, mail or telephone address"):
        write_docx(document(Run("here", "en", href=href)))


def test_one_address_is_one_relationship_and_neighbours_one_link() -> None:
    href = "https://www.example.org/"
    runs = (
        Run("a", "en", href=href),
        Run("b", "en", bold=True, href=href),
        Run(" c ", "en"),
        Run("d", "en", href=href),
    )
    data = write_docx(document(*runs))
    assert [shown(link) for link in find(part(data), "//w:hyperlink")] == ["ab", "d"]
    assert list(targets(data).values()).count(href) == 1


@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk"])
def test_the_contact_card_is_a_content_control_with_live_links(language: str) -> None:
    data = write_docx(release(language))
    (card,) = find(part(data), "//w:body/w:sdt")
    assert values(card, "w:sdtPr/w:tag/@w:val") == ["tilshi:contact"]
    card_lines = next(block for block in release(language).blocks if isinstance(block, Contact)).lines
    assert [shown(line) for line in find(card, "w:sdtContent/w:p")] == [line.text for line in card_lines]
    links = {shown(link): targets(data)[values(link, "@r:id")[0]] for link in find(card, ".//w:hyperlink")}
    assert links == {
        "+999\u00a0555\u00a0010\u00a0010": "tel:+999555010010",
        "press@example.org": "mailto:press@example.org",
    }


def test_parts_of_the_card_are_controls_inside_it() -> None:
    root = part(write_docx(release()))
    inner = {values(c, "w:sdtPr/w:tag/@w:val")[0]: shown(c) for c in find(root, "//w:sdt//w:sdt")}
    assert inner == {
        "tilshi:contact:name": "Jane\u00a0Example",
        "tilshi:contact:phone": "+999\u00a0555\u00a0010\u00a0010",
        "tilshi:contact:email": "press@example.org",
    }
    numbers = values(root, "//w:sdtPr/w:id/@w:val")
    assert len(set(numbers)) == len(numbers) == 4


def test_neighbouring_cards_stay_two_boxes() -> None:
    """Word and LibreOffice paint the space between two painted paragraphs."""
    root = part(write_docx(replace(release(), blocks=(contact(), contact()))))
    assert [element.tag.rpartition("}")[2] for element in find(root, "//w:body/*")] == ["sdt", "p", "sdt", "sectPr"]
    (spacer,) = find(root, "//w:body/w:p")
    assert (shown(spacer), values(spacer, "w:pPr/w:spacing/@w:line")) == ("", ["160"])
    assert find(spacer, "w:pPr/w:shd | w:pPr/w:pStyle") == []


def test_the_card_stays_on_one_page() -> None:
    root = part(write_docx(replace(release(), blocks=(contact(),))))
    assert [bool(find(line, "w:pPr/w:keepNext")) for line in find(root, "//w:sdtContent/w:p")] == [True, True, False]
