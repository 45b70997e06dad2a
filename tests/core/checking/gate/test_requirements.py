"""Each requirement: what it lets pass and what it does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.core.checking.gate.drafts import NOW, RELIEF, WHEN, approve, house, id_of, only, ready, without, written
from tilshi.layout.conventions import Conventions, RequiredApproval
from tilshi.layout.profile import NEUTRAL
from tilshi.release import (
    Block,
    Capacity,
    ContactCard,
    Localised,
    Note,
    Picture,
    Release,
    Role,
    Segment,
    State,
    Target,
    Text,
)
from tilshi.release import operations as op


def test_a_part_that_the_template_demands() -> None:
    assert only(without(ready(), Role.HEADLINE), "parts") == [("error", Role.HEADLINE)]
    assert only(written(ready(), Role.LEAD, ""), "parts") == [("error", "lead")]


def test_a_headline_has_the_limit_of_the_house() -> None:
    draft = written(ready(), Role.HEADLINE, "а" * 100)
    assert only(draft, "headline") == []
    strict = house(languages=(("kk", Conventions(longest_headline=90)),))
    assert only(draft, "headline", profile=strict) == [("warning", "headline")]
    assert only(written(ready(), Role.HEADLINE, "а" * 121), "headline") == [("warning", "headline")]


def test_a_lead_has_sixty_words() -> None:
    begin = "Порт-Мысал (МКҰ) – "
    assert only(written(ready(), Role.LEAD, begin + "су " * 58), "lead") == []
    assert only(written(ready(), Role.LEAD, begin + "су " * 59), "lead") == [("note", "lead")]


@pytest.mark.parametrize(
    "lead",
    [
        "Порт-Мысал (МКҰ) – Су жоқ.",
        "Порт-Мысал, Мысалия (МКҰ) — Су жоқ.",
        "Порт-Мысал (МКҰ/ХҚКК) – Су жоқ.",
        "Порт-Мысал (МКҰ) –\u00a0Су жоқ.",
    ],
)
def test_datelines_in_the_form_of_the_house(lead: str) -> None:
    assert only(written(ready(), Role.LEAD, lead), "dateline") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Екі ауруханада су жоқ.",
        "Порт-Мысал (ER) – Су жоқ.",
        "Порт-Мысал (МКҰ) - Су жоқ.",
        "Порт-Мысал(МКҰ) – Су жоқ.",
        "Порт-Мысал (МКҰ)– Су жоқ.",
        "Порт-Мысал (МКҰ). Су жоқ.",
        "Порт-Мысал – Су жоқ.",
        "(МКҰ) – Су жоқ.",
    ],
)
def test_datelines_in_another_form(lead: str) -> None:
    assert only(written(ready(), Role.LEAD, lead), "dateline") == [("error", "lead")]


def test_a_dateline_is_demanded_where_the_template_or_the_source_has_one() -> None:
    draft = written(written(ready(), Role.LEAD, "No water.", "en"), Role.LEAD, "Су жоқ.")
    assert only(draft, "dateline") == [("error", "lead")]
    note = replace(draft, template="news-note")
    assert only(note, "dateline") == []
    named = written(note, Role.LEAD, "Мысал көмек ұйымы (МКҰ) мен серіктестері су жеткізді.")
    assert only(named, "dateline") == []
    assert only(written(note, Role.LEAD, "Port-Example (ER) – No water.", "en"), "dateline") == [("error", "lead")]


def test_an_organisation_without_an_acronym_has_a_dateline_of_a_place() -> None:
    draft = written(ready(), Role.LEAD, "Порт-Мысал – Су жоқ.")
    assert only(draft, "dateline", profile=NEUTRAL) == []


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("2026 жылғы 21 сәуір", False),
        ("21.04.2026", False),
        ("2026 жылғы 22 сәуір", True),
        ("2026 жылғы 31 сәуір", True),
        ("сәуір", True),
    ],
)
def test_the_date(text: str, *, blocks: bool) -> None:
    assert only(written(ready(), Role.DATE, text), "date") == [("error", "date")] * blocks


def test_a_date_that_the_template_supplies_is_right() -> None:
    assert only(written(ready(), Role.DATE, ""), "date") == []


@pytest.mark.parametrize(
    ("now", "blocks"),
    [
        (NOW, False),
        (dt.datetime(2026, 4, 21, 9, 59, tzinfo=dt.UTC), False),
        (dt.datetime(2026, 4, 21, 10, 1, tzinfo=dt.UTC), True),
        (dt.datetime(2026, 4, 21, 12, 59, tzinfo=dt.timezone(dt.timedelta(hours=3))), False),
        (dt.datetime(2026, 4, 21, 15, 1, tzinfo=dt.timezone(dt.timedelta(hours=5))), True),
    ],
)
def test_an_embargo_in_the_past(now: dt.datetime, *, blocks: bool) -> None:
    assert only(ready(), "embargo", now=now) == [("error", "embargo")] * blocks


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("ЭМБАРГО: 2026 жылғы 21 сәуір, Астана уақыты бойынша сағат 15:00-ге дейін", []),
        ("ЭМБАРГО: 2026 жылғы 21 сәуір, Астана уақыты бойынша сағат 14:00-ге дейін", ["error"]),
        ("ЭМБАРГО: 2026 жылғы 21 сәуір, Гринвич уақыты бойынша сағат 11:00-ге дейін", ["error"]),
        ("ЭМБАРГО: 2026 жылғы 23 сәуір, Гринвич уақыты бойынша сағат 10:00-ге дейін", ["error", "error"]),
        ("ЭМБАРГО: сағат 10:00-ге дейін", ["error"]),
        ("ЭМБАРГО: 2026 жылғы 21 сәуір", ["warning"]),
    ],
)
def test_an_embargo_says_the_same_moment_as_the_source(text: str, severities: list[str]) -> None:
    assert only(written(ready(), Role.EMBARGO, text), "embargo") == [(each, "embargo") for each in severities]


def test_an_embargo_without_a_zone_is_over_when_it_is_over_everywhere() -> None:
    draft = written(ready(), Role.EMBARGO, "EMBARGOED until 10:00, 21 April 2026", "en")
    late = dt.datetime(2026, 4, 21, 21, 0, tzinfo=dt.UTC)
    assert only(draft, "embargo", language="en", now=late) == []
    assert only(draft, "embargo", language="en", now=late + dt.timedelta(hours=2)) == [("error", "embargo")]


def test_a_release_for_immediate_use_has_no_embargo() -> None:
    draft = written(ready(), Role.EMBARGO, "For immediate release", "en")
    draft = written(draft, Role.EMBARGO, "Дереу жариялауға арналған")
    assert only(draft, "embargo") == only(draft, "embargo", language="en") == []


@pytest.mark.parametrize(
    ("quote", "severities"),
    [
        ("«Адамдар су күтіп отыр», – деді Джейн Экзампл, МКҰ басшысы.", []),
        ("«Адамдар су күтіп отыр», – деді МКҰ басшысы Джейн Экзампл.", []),
        ("«Адамдар су күтіп отыр», – деді Джейн Экзампл.", ["warning"]),
        ("«Адамдар су күтіп отыр, олар бізден көмек сұрайды».", ["warning"]),
    ],
)
def test_a_quotation_has_a_speaker_with_a_title(quote: str, severities: list[str]) -> None:
    draft = written(ready(), Role.CONTACT_NAME, "Баспасөз қызметі")
    assert only(written(draft, Role.QUOTE, quote), "quotes") == [(each, "quote") for each in severities]


def test_a_title_may_stand_elsewhere() -> None:
    draft = written(ready(), Role.QUOTE, "«Адамдар су күтіп отыр», – деді Джейн Экзампл.")
    assert only(draft, "quotes") == []  # the contacts say it
    draft = written(draft, Role.CONTACT_NAME, "Баспасөз қызметі")
    assert only(draft, "quotes") == [("warning", "quote")]
    draft = written(draft, Role.BODY, "МКҰ басшысы Джейн Экзамплдың айтуынша, су азайды.")
    assert only(draft, "quotes") == []


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("МКҰ мұқтаж\u00a0жандарға  көмектеседі. ", False),
        ("МКҰ мұқтаж адамдарға көмектеседі.", True),
        ("ER helps people in need.", True),
    ],
)
def test_the_boilerplate_is_the_organisations_own(text: str, *, blocks: bool) -> None:
    assert only(written(ready(), Role.BOILERPLATE, text), "boilerplate") == [("error", "boilerplate")] * blocks


def test_without_a_boilerplate_in_the_profile_any_will_do() -> None:
    draft = written(ready(), Role.BOILERPLATE, "МКҰ көмектеседі.")
    assert only(draft, "boilerplate", profile=NEUTRAL) == []
    assert only(without(ready(), Role.BOILERPLATE), "boilerplate") == []


def test_a_contact_has_a_name_and_an_address() -> None:
    assert only(without(ready(), Role.CONTACT_EMAIL), "contacts") == [("error", "contact-name")]
    assert only(without(ready(), Role.CONTACT_NAME), "contacts") == [("error", "contact-email")]
    nobody = without(without(ready(), Role.CONTACT_NAME), Role.CONTACT_EMAIL)
    assert only(nobody, "contacts") == [("error", Role.CONTACT_NAME)]


def test_contact_cards_are_looked_at_where_the_release_has_no_such_parts() -> None:
    draft = without(without(ready(), Role.CONTACT_NAME), Role.CONTACT_EMAIL)
    card = ContactCard("press", Localised((("en", "Jane Example"),)), emails=("press@example.org",))
    assert only(op.set_contacts(draft, (card,)).apply(draft), "contacts") == []
    assert only(op.set_contacts(draft, (replace(card, emails=()),)).apply(draft), "contacts") == [
        ("error", Role.CONTACT_NAME)
    ]


def with_picture(alternative: str, *pictures: Picture) -> Release:
    draft = ready()
    segment = Segment("photo", Text("A well"), (("kk", Target(Text(alternative))),) if alternative else ())
    block = Block("photo", Role.PICTURE, (segment,), picture="p")
    draft = op.set_pictures(draft, pictures).apply(draft)
    return draft.with_blocks((*draft.blocks, block))


def test_a_picture_is_there_and_has_an_alternative_text() -> None:
    picture = Picture("p", "well.jpg", b"x")
    assert only(with_picture("Құдық", picture), "pictures") == []
    assert only(with_picture("", picture), "pictures") == [("error", "photo")]
    assert only(with_picture("Құдық"), "pictures") == [("error", "photo")]


def test_a_translation_behind_its_source() -> None:
    draft = written(ready(), Role.BODY, "Our teams bring water every week.", "en")
    assert only(draft, "revision") == [("error", "body")]
    assert only(draft, "revision", language="en") == []
    assert only(approve(draft, Role.BODY), "revision") == []


def test_every_segment_is_approved_and_none_edited_since() -> None:
    edited = op.write_target(ready(), id_of(Role.BODY), "kk", "Топтар су жеткізеді.").apply(ready())
    assert only(edited, "approval") == [("error", "body")]
    changed_source = written(ready(), Role.BODY, "Our teams bring water every week.", "en")
    assert only(changed_source, "approval") == [("error", "body")]
    assert only(edited, "approval", profile=house(required_approval=RequiredApproval.NOBODY)) == []
    assert only(edited, "approval", language="en") == []


def test_a_state_set_by_anyone_is_enough_where_the_house_asks_for_no_more() -> None:
    draft = op.write_target(ready(), id_of(Role.BODY), "kk", "Топтар су жеткізеді.").apply(ready())
    segment = draft.segment(id_of(Role.BODY))
    bare = Target(segment.target("kk").text, State.FINAL)
    assert only(draft.with_segment(segment.with_target("kk", bare)), "approval") == []


def test_a_house_may_ask_for_one_capacity() -> None:
    strict = house(required_approval=RequiredApproval.APPROVER)
    assert len(only(ready(), "approval", profile=strict)) == len(ready().blocks)
    draft = ready()
    for block in draft.blocks:
        draft = approve(draft, block.role, Capacity.APPROVER)
    assert only(draft, "approval", profile=strict) == []
    sent_back = op.set_state(draft, id_of(Role.BODY), "kk", State.INITIAL).apply(draft)
    assert only(sent_back, "approval", profile=strict) == [("error", "body")]


def test_a_translation_nobody_has_looked_at_is_one_obstacle() -> None:
    draft = ready()
    for block in draft.blocks:
        segment = block.segments[0]
        draft = draft.with_segment(segment.with_target("kk", Target(segment.target("kk").text, State.TRANSLATED)))
    assert only(draft, "approval") == [("error", "embargo")]


@pytest.mark.parametrize(
    ("language", "resolved", "in_kazakh", "in_english"),
    [("kk", False, True, False), ("", False, True, True), ("kk", True, False, False)],
)
def test_an_open_remark(language: str, *, resolved: bool, in_kazakh: bool, in_english: bool) -> None:
    note = Note("n1", "Is it so?", "Jane Example", WHEN, language, resolved)
    draft = op.add_note(ready(), id_of(Role.BODY), note).apply(ready())
    assert only(draft, "remarks") == [("error", "body")] * in_kazakh
    assert only(draft, "remarks", language="en") == [("error", "body")] * in_english


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Қараңыз: www.example.org", 0),
        ("Қараңыз: www.exаmple.org", 1),
        ("Су\u202eжоқ", 1),
        ("Су\u200bжоқ", 1),
        ("Су\u00a0жоқ", 0),
    ],
)
def test_characters_that_hide_something(text: str, number: int) -> None:
    assert only(written(ready(), Role.BODY, text), "characters") == [("error", "body")] * number


def test_the_organisation_of_the_tests_has_choices_as_every_other() -> None:
    assert RELIEF.house.required_approval is RequiredApproval.ANYONE
