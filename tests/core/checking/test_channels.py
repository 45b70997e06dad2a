"""Addresses and telephone numbers compared with the source; offices; marks."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import compare
from tilshi.checking.channels import EMAIL_DIFFERENCE, PHONE_DIFFERENCE, URL_DIFFERENCE
from tilshi.checking.engine import check
from tilshi.checking.findings import Severity, Side
from tilshi.checking.markup import MARK_MISSING
from tilshi.checking.offices import CONTACT_OFFICE
from tilshi.checking.passages import passage
from tilshi.release import Block, Mark, MarkKind, Release, Role, Segment, Text

SITE = "Visit https://www.example.org/en/water."


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        (SITE, "Кіріңіз: https://www.example.org/kk/water.", "kk"),
        (SITE, "Кіріңіз: https://www.example.org/kz/water.", "kk"),
        (SITE, "Посетите http://example.org/ru/water/", "ru"),
        (SITE, "Voir https://www.example.org/water", "fr"),
        ("en.example.org", "fr.example.org", "fr"),
        ("example.org/?lang=en", "example.org/?lang=ru", "ru"),
        ("Example.org", "example.org", "ru"),
        (SITE, "", "kk"),
        ("No address", "Мекенжай жоқ", "kk"),
    ],
)
def test_the_same_page(source: str, target: str, language: str) -> None:
    assert compare(URL_DIFFERENCE, source, target, language) == []


@pytest.mark.parametrize(
    ("target", "language", "marked", "fixed"),
    [
        (
            "https://www.exmaple.org/kk/water",
            "kk",
            "https://www.exmaple.org/kk/water",
            "https://www.example.org/kk/water",
        ),
        (
            "https://www.example.com/ru/water",
            "ru",
            "https://www.example.com/ru/water",
            "https://www.example.org/ru/water",
        ),
        (
            "см. https:/www.example.org/ru/water.",
            "ru",
            "https:/www.example.org/ru/water",
            "https://www.example.org/ru/water",
        ),
    ],
)
def test_another_page_or_a_broken_address(target: str, language: str, marked: str, fixed: str) -> None:
    (spot,) = compare(URL_DIFFERENCE, SITE, target, language)
    assert target[spot.start : spot.end] == marked
    assert [fix.replacement for fix in spot.fixes] == [fixed]
    assert spot.evidence == (6, 38)


def test_the_same_page_under_another_word_is_noted() -> None:
    (spot,) = compare(URL_DIFFERENCE, SITE, "https://www.example.org/fr/eau", "fr")
    assert (spot.severity, spot.fixes) == (Severity.NOTE, ())


def test_a_lost_or_added_address() -> None:
    (lost,) = compare(URL_DIFFERENCE, SITE, "Сайтқа кіріңіз.", "kk")
    assert (lost.side, SITE[lost.start : lost.end]) == (Side.SOURCE, "https://www.example.org/en/water")
    (added,) = compare(URL_DIFFERENCE, "Visit us.", "Кіріңіз: example.org", "kk")
    assert (added.side, added.start, added.end) == (Side.TARGET, 9, 20)


def test_targets_of_links_are_compared() -> None:
    source = Text("our site", (Mark(0, 8, MarkKind.LINK, "https://example.org/en"),))
    right = Text("біздің сайт", (Mark(0, 11, MarkKind.LINK, "https://example.org/kk"),))
    wrong = Text("біздің сайт", (Mark(7, 11, MarkKind.LINK, "https://example.com"),))
    said = passage(Role.BODY, "en", source)
    assert list(URL_DIFFERENCE.check(said, passage(Role.BODY, "kk", right))) == []
    (spot,) = URL_DIFFERENCE.check(said, passage(Role.BODY, "kk", wrong))
    assert (spot.start, spot.end) == (7, 11)


@pytest.mark.parametrize(
    ("target", "marked"),
    [
        ("Эл. пошта: press@example.com", "press@example.com"),
        ("Эл. пошта: pres@example.org", "pres@example.org"),
        ("Эл. пошта: press@example,org", "press@example,org"),
        ("Эл. пошта: press @example.org", "press @example.org"),
    ],
)
def test_another_mail_address(target: str, marked: str) -> None:
    (spot,) = compare(EMAIL_DIFFERENCE, "Email: press@example.org", target, role=Role.CONTACT_EMAIL)
    assert target[spot.start : spot.end] == marked
    assert [fix.replacement for fix in spot.fixes] == ["press@example.org"]


def test_the_same_mail_address() -> None:
    assert compare(EMAIL_DIFFERENCE, "Email: press@example.org", "Courriel : Press@Example.org", "fr") == []


@pytest.mark.parametrize(
    ("target", "count"),
    [
        ("Тел.: +999 555 010 010", 0),
        ("Тел.: +999 (555) 010-010", 0),
        ("Тел.: +999 555 010 011", 1),
        ("Тел.: +999 555 010 01", 1),
        ("Тел.:", 1),
    ],
)
def test_telephone_numbers(target: str, count: int) -> None:
    spots = compare(PHONE_DIFFERENCE, "Tel.: +999 555 010 010", target, role=Role.CONTACT_PHONE)
    assert [spot.severity for spot in spots] == [None] * count


def test_a_number_that_no_country_has() -> None:
    alone = passage(Role.CONTACT_PHONE, "en", Text("Tel.: +41 00 555 01 01"))
    (spot,) = PHONE_DIFFERENCE.check(alone, alone)
    assert spot.severity is Severity.WARNING


def card(name: str, *lines: tuple[Role, str]) -> Release:
    parts = ((Role.CONTACT_NAME, name), *lines)
    blocks = (Block(f"p{at}", role, (Segment(f"s{at}", Text(text)),)) for at, (role, text) in enumerate(parts))
    return Release("r", "en", blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("name", "number", "mail", "marked"),
    [
        ("Jane Example, ICRC delegation in Bishkek", "+996 000 000 000", "press@example.org", []),
        ("Jane Example, ICRC delegation in Bishkek", "+7 701 000 0000", "press@example.org", ["s1"]),
        ("Jane Example, délégation à Bichkek", "+41 00 000 00 00", "press@example.kg", ["s1"]),
        ("Джейн Экзампл, делегация в Ташкенте", "+998 00 000 00 00", "press@example.kz", ["s2"]),
        ("Джейн Экзампл, Астанадағы өкілдік", "+7 701 000 0000", "press@example.kz", []),
        ("Jane Example, delegation in Port-Example", "+41 00 000 00 00", "press@example.kg", []),
        ("Jane Example, ICRC delegation in Bishkek", "+999 555 010 010", "press@example.ch", []),
        ("Paris Example", "+996 000 000 000", "press@example.org", []),
        ("Jane Example, London office", "+44 00 0000 0000", "press@example.uk", []),
    ],
)
def test_offices_and_their_countries(name: str, number: str, mail: str, marked: list[str]) -> None:
    release = card(name, (Role.CONTACT_PHONE, f"Tel.: {number}"), (Role.CONTACT_EMAIL, f"Email: {mail}"))
    assert [finding.segment for finding in check(release, "en", (CONTACT_OFFICE,))] == marked


def test_each_card_is_read_for_itself() -> None:
    release = card(
        "Jane Example, ICRC delegation in Bishkek",
        (Role.CONTACT_PHONE, "Tel.: +996 000 000 000"),
        (Role.CONTACT_NAME, "John Sample, ICRC delegation in Astana"),
        (Role.CONTACT_PHONE, "Tel.: +7 701 000 0000"),
    )
    assert check(release, "en", (CONTACT_OFFICE,)) == ()


def marks(source: Text, target: Text) -> list[tuple[str, Severity | None]]:
    spots = MARK_MISSING.check(passage(Role.BODY, "en", source), passage(Role.BODY, "kk", target))
    return [(str(spot.message), spot.severity) for spot in spots]


def test_marks_that_were_lost() -> None:
    link, bold = Mark(0, 4, MarkKind.LINK, "https://example.org"), Mark(5, 9, MarkKind.BOLD)
    source = Text("site here", (link, bold))
    assert (
        marks(source, Text("мына сайт", (Mark(5, 9, MarkKind.LINK, "https://example.org"), Mark(0, 4, MarkKind.BOLD))))
        == []
    )
    assert marks(source, Text("мына сайт")) == [
        ("The link of “site” is missing.", Severity.ERROR),
        ("“here” is bold in the source, nothing is here.", Severity.WARNING),
    ]
    assert marks(source, Text("")) == []


def test_untranslatable_words_stay() -> None:
    source = Text("the code AB-12", (Mark(9, 14, MarkKind.UNTRANSLATABLE),))
    assert marks(source, Text("AB-12 коды")) == []
    assert marks(source, Text("АБ-12 коды")) == [("“AB-12” of the source must stay as it is.", None)]


@pytest.mark.parametrize(
    ("source", "target", "fixes"),
    [
        ("Dear {name}", "Құрметті {name}", None),
        ("Dear {name}", "Құрметті {аты}", ["{name}"]),
        ("Dear {name}", "Құрметті", []),
        ("%s people", "%s адам", None),
        ("[PLACE] (ICRC)", "Женева (ХҚКК)", []),
    ],
)
def test_placeholders(source: str, target: str, fixes: list[str] | None) -> None:
    found = [[fix.replacement for fix in spot.fixes] for spot in compare(MARK_MISSING, source, target)]
    assert found == ([] if fixes is None else [fixes])
