import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.layout.examples import CARD, RELIEF, all_paragraphs, release, shown
from tilshi.layout import template
from tilshi.layout.blocks import Alignment, Contact, Document, ItemList, Paragraph, Table, Tag
from tilshi.layout.compose import compose
from tilshi.layout.profile import NEUTRAL, Boilerplate, Profile
from tilshi.release import Block, Localised, Release, Role, Segment, State, Target, Text, operations

TEMPLATE = template.load("press-release")


def composed(*parts: tuple[str, object], language: str = "en", profile: Profile = NEUTRAL) -> Document:
    return compose(release(*parts), TEMPLATE, profile, language)  # type: ignore[arg-type]


def test_parts_stand_in_the_order_of_the_template_and_free_ones_in_that_of_the_release() -> None:
    document = composed(
        ("link-website", "www.example.org"),
        ("quote", "“Yes.”"),
        ("headline", "Examplia"),
        ("body", "One."),
        ("background", "Two."),
        ("body", "Three."),
        ("date", "6 March 2026"),
        ("kicker", "Press Release"),
        ("embargo", "EMBARGOED"),
    )
    assert [paragraph.segments[0] for paragraph in all_paragraphs(document)] == list("ihgcbdefa")


def test_a_part_the_template_does_not_know_stays_behind_the_one_it_follows() -> None:
    document = composed(
        ("body", "One."), ("list-item", "first"), ("body", "Two."), ("headline", "H"), ("logo-line", "Logos")
    )
    assert [paragraph.segments for paragraph in all_paragraphs(document)[1:]] == [
        ("d",),
        ("e",),
        ("a",),
        ("b",),
        ("c",),
    ]


def test_what_the_release_leaves_out_comes_from_template_and_organisation() -> None:
    organisation = Profile(
        acronyms=RELIEF.acronyms,
        the=RELIEF.the,
        contacts=(CARD,),
        boilerplate=Boilerplate(Localised((("en", "ER helps."),)), "1"),
    )
    document = composed(("headline", "Examplia"), ("body", "One."), profile=organisation)
    assert shown(document) == [
        ("kicker", "ER Press Release"),
        ("headline", "Examplia"),
        ("body", "One."),
        ("label", "About the ER"),
        ("boilerplate", "ER helps."),
        ("contact-intro", "For further information, please contact:"),
        ("contact-name", "Jane Example, Press office"),
        ("contact-role", "Spokesperson"),
        ("contact-phone", "Tel.: +999 555 010 010"),
        ("contact-phone", "Tel.: +41 22 730 34 43"),
        ("contact-email", "Email: press@example.org"),
    ]


def test_cards_of_the_release_come_before_those_of_the_organisation_and_in_the_language() -> None:
    draft = release(("headline", {"en": "Examplia", "kk": "Мысалия"}))
    mine = operations.set_contacts(draft, (CARD,)).apply(draft)
    document = compose(mine, TEMPLATE, Profile(contacts=(CARD, CARD)), "kk")
    (card,) = [block for block in document.blocks if isinstance(block, Contact)]
    assert [line.text for line in card.lines] == [
        "Джейн Экзампл, Баспасөз қызметі",
        "Тел.: +999 555 010 010",
        "Тел.: +41 22 730 34 43",
        "Эл. пошта: press@example.org",
    ]
    assert (card.name, card.phones, card.emails) == (
        "Джейн Экзампл",
        ("+999555010010", "+41227303443"),
        ("press@example.org",),
    )


def test_each_name_begins_a_card_and_what_stands_before_it_has_one_of_its_own() -> None:
    document = composed(
        ("contact-phone", "Tel.: +999 555 010 010"),
        ("contact-name", "Jane Example"),
        ("contact-role", "Spokesperson"),
        ("contact-email", "press@example.org"),
        ("contact-name", "John Sample, Astana"),
        ("contact-phone", "+999 555 020 020"),
    )
    cards = [block for block in document.blocks if isinstance(block, Contact)]
    assert [(card.name, card.phones, card.emails, card.segments) for card in cards] == [
        ("", ("+999555010010",), (), ("a",)),
        ("Jane Example", (), ("press@example.org",), ("b", "c", "d")),
        ("John Sample", ("+999555020020",), (), ("e", "f")),
    ]


def test_the_name_is_bold_and_the_office_is_not() -> None:
    document = composed(("contact-name", "Jane Example, ICRC delegation"))
    (card,) = [block for block in document.blocks if isinstance(block, Contact)]
    assert [(run.text, run.bold) for run in card.lines[0].runs] == [
        ("Jane Example", True),
        (", ICRC delegation", False),
    ]


def test_rows_become_a_table_with_numbers_to_the_right_and_a_total() -> None:
    document = composed(
        ("table-header", "Aid | Quantity | People"),
        ("table-row", "Parcels | 8,150 | 48,900"),
        ("table-row", "Water | 3.4 million | –"),
        ("table-row", "Total |  | 48,900"),
    )
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert [cell.text for cell in table.header] == ["Aid", "Quantity", "People"]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Parcels", "8,150", "48,900"],
        ["Water", "3.4 million", "–"],
        ["Total", "", "48,900"],
    ]
    assert [cell.style.alignment for cell in (*table.header, *table.rows[2])] == [
        *(Alignment.START, Alignment.END, Alignment.END),
        *(Alignment.START, Alignment.END, Alignment.END),
    ]
    assert (table.total, table.segments) == (True, ("a", "b", "c", "d"))
    assert [row[0].style.bold for row in table.rows] == [False, False, True]


@pytest.mark.parametrize(
    ("rows", "width", "total"),
    [
        (("a | b", "c"), 2, False),
        (("| a | b |", "| Total: | 1 |"), 2, True),
        (("Total | 1",), 2, False),
        (("a", "b"), 1, False),
    ],
)
def test_tables_without_a_header(rows: tuple[str, ...], width: int, total: bool) -> None:
    document = composed(*(("table-row", row) for row in rows))
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert (table.header, {len(row) for row in table.rows}, table.total) == ((), {width}, total)


def test_a_second_header_begins_a_second_table() -> None:
    document = composed(
        ("table-header", "A | B"), ("table-row", "1 | 2"), ("table-header", "C | D"), ("table-row", "3 | 4")
    )
    assert [block.segments for block in document.blocks if isinstance(block, Table)] == [("a", "b"), ("c", "d")]


def test_items_become_a_list() -> None:
    document = composed(("body", "We ask:"), ("list-item", "one;"), ("list-item", "two."), ("body", "Thanks."))
    (items,) = [block for block in document.blocks if isinstance(block, ItemList)]
    assert [(item.text, item.style.name) for item in items.items] == [
        ("one;", "List item"),
        ("two.", "List item last"),
    ]
    assert items.marker == "–"


def test_notes_get_a_heading_once_and_only_where_they_do_not_bring_it() -> None:
    document = composed(("notes-to-editors", "One."), ("notes-to-editors", "Two."))
    assert [(p.role, p.text, p.tag) for p in all_paragraphs(document)[1:]] == [
        ("label", "Notes to editors", Tag.HEADING_2),
        ("notes-to-editors", "One.", Tag.PARAGRAPH),
        ("notes-to-editors", "Two.", Tag.PARAGRAPH),
    ]
    own = composed(("notes-to-editors", "NOTES TO EDITORS: one."))
    assert [p.role for p in all_paragraphs(own)[1:]] == ["notes-to-editors"]


def test_the_label_of_a_fact_is_bold() -> None:
    (fact,) = [p for p in all_paragraphs(composed(("fact", "When: Tuesday, 10:00"))) if p.role == "fact"]
    assert [(run.text, run.bold) for run in fact.runs] == [("When:", True), (" Tuesday, 10:00", False)]


def test_what_is_not_translated_is_left_out() -> None:
    document = composed(("headline", {"en": "Examplia", "kk": "Мысалия"}), ("body", "Not translated."), language="kk")
    assert shown(document) == [("kicker", "Баспасөз хабарламасы"), ("headline", "Мысалия")]


def test_metadata_come_from_the_release() -> None:
    document = composed(
        ("date", "6 March 2026"),
        ("headline", {"en": "Examplia:\nhelp", "kk": "Мысалия:\nкөмек"}),
        language="kk",
        profile=RELIEF,
    )
    meta = document.metadata
    assert (meta.title, meta.language, meta.author, meta.subject, meta.created) == (
        "Мысалия: көмек",
        "kk",
        "Мысал көмек ұйымы",
        "МКҰ Баспасөз хабарламасы",
        dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC),
    )


def test_letterhead_and_footer() -> None:
    document = composed(("headline", "Examplia"), profile=RELIEF)
    assert document.masthead is not None
    assert document.footer is not None
    assert (document.masthead.text, document.footer.text) == ("EXAMPLE RELIEF", "ER Press Release  ·  1 / 1")
    assert composed(("headline", "Examplia")).masthead is None
    assert compose(release(("headline", "Examplia")), template.load("joint-statement"), RELIEF).masthead is None


def test_the_organisation_s_colour_replaces_the_template_s() -> None:
    document = composed(("kicker", "News"), ("quote", "“Yes.”"), profile=Profile(accent="#123456"))
    first, second = document.blocks[:2]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (document.accent, first.style.colour, second.style.rule_colour) == ("#123456",) * 3


def test_segments_of_one_part_are_one_paragraph() -> None:
    part = Block("p", Role.BODY, tuple(Segment(name, Text(text)) for name, text in (("a", "One."), ("b", "Two."))))
    document = compose(Release("r", "en", (), "press-release", (part,)), TEMPLATE)
    (body,) = [p for p in all_paragraphs(document) if p.role == "body"]
    assert (body.text, body.segments) == ("One. Two.", ("a", "b"))


WORDS = st.text(st.sampled_from("abcXYZқі .,:–-«»|\n\r\u00a0@/+1234567890") | st.characters(codec="utf-8"), max_size=60)
PARTS = st.lists(st.tuples(st.sampled_from(Role), WORDS, WORDS, WORDS), max_size=12)


@given(PARTS, st.sampled_from(("en", "kk")), st.sampled_from(template.available()))
def test_every_text_appears_once_and_links_lead_somewhere(
    parts: list[tuple[Role, str, str, str]], language: str, kind: str
) -> None:
    blocks = tuple(
        Block(
            f"b{at}",
            role,
            tuple(
                Segment(f"{at}.{number}", Text(text), (("kk", Target(Text(text[::-1]), State.TRANSLATED)),))
                for number, text in enumerate(texts)
            ),
        )
        for at, (role, *texts) in enumerate(parts)
    )
    draft = Release("r", "en", ("kk",), kind, blocks)
    document = compose(draft, template.load(kind), RELIEF, language)
    written = [segment for block in document.blocks for segment in dict.fromkeys(block.segments) if block.segments]
    assert len(written) == len(set(written))
    for block, segment in draft.segments():
        text = draft.text(segment.id, language).string
        if text.strip() and block.role not in {Role.TABLE_HEADER, Role.TABLE_ROW}:
            assert segment.id in written
            (paragraph,) = [p for p in all_paragraphs(document) if segment.id in p.segments]
            assert _letters(text) in _letters(paragraph.text)
    for paragraph in all_paragraphs(document):
        assert paragraph.text == paragraph.text.strip()
        for run in paragraph.runs:
            assert run.text
            assert run.language
            assert re.fullmatch(r"(?:(?:https?|ftp|mailto|tel):[!-~]+)?", run.href)


@given(PARTS)
def test_composing_is_pure(parts: list[tuple[Role, str, str, str]]) -> None:
    blocks = tuple(Block(f"b{at}", role, (Segment(f"{at}", Text(text)),)) for at, (role, text, *_) in enumerate(parts))
    draft = Release("r", "en", (), "press-release", blocks)
    assert compose(draft, TEMPLATE, RELIEF) == compose(draft, TEMPLATE, RELIEF)


def _letters(text: str) -> str:
    return "".join(text.split())
