"""Web addresses as they should be written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.checking.texts import ask, mended, repaired
from tilshi.checking.findings import Severity
from tilshi.checking.house import house_style
from tilshi.checking.links import LINK_FORM
from tilshi.checking.passages import passage
from tilshi.release import Mark, MarkKind, Role, Text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Example.org/press сайты", "example.org/press сайты"),
        ("https://WWW.example.org/Press", "https://www.example.org/Press"),
        ("https://example.org және example.com/press", "https://example.org және https://example.com/press"),
        ("https//www.example.org", "https://www.example.org"),
        ("сайт: http:/www.example.org/a", "сайт: http://www.example.org/a"),
        ("htps://www.example.org", "https://www.example.org"),
        ("https:///www.example.org", "https://www.example.org"),
        ("https:\\\\www.example.org", "https://www.example.org"),
        ("https;//www.example.org", "https://www.example.org"),
        ("https://https://www.example.org", "https://www.example.org"),
        ("www,example.org", "www.example.org"),
        ("www. example.org", "www.example.org"),
        ("https://www.example,org", "https://www.example.org"),
        ("https://www.example .org", "https://www.example.org"),
        ("https://www. example.org", "https://www.example.org"),
        ("https:// www.example.org", "https://www.example.org"),
        ("https://www.example..org", "https://www.example.org"),
        ("https://www.example.ogr", "https://www.example.org"),
        ("press@example,org", "press@example.org"),
        ("press @example.org", "press@example.org"),
        ("a.example.org,b.example.org", "a.example.org, b.example.org"),
    ],
)
def test_addresses_are_put_right(text: str, right: str) -> None:
    assert repaired(LINK_FORM, text) == right


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("https://www.example", ["https://www.example"]),
        ("https://www.exаmple.org", ["www.exаmple.org"]),  # а
        ("example.org/press, X, Instagram", ["X", "Instagram"]),
    ],
)
def test_what_cannot_be_put_right_is_marked(text: str, marked: list[str]) -> None:
    assert ask(LINK_FORM, text, role=Role.SOCIAL_LINKS)[-len(marked) :] == marked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Немесе сайтымызға кіріңіз: www.example.org, press@example.org.", "kk"),
        ("https://www.example.org/a//b?c=D, https://www.example.org/Press.", "ru"),
        ("(см. https://www.example.org). Instagram и X – сети", "ru"),
        ("social.example.org/press, video.example.org/press", "en"),
        ("The http and https protocols; Node.js, e.g. this. Info follows", "en"),
        ("Écrivez à press@example.org. Info : www.example.org.", "fr"),
        ("https://www.example.org-тағы бет", "kk"),
    ],
)
def test_addresses_that_are_right(text: str, language: str) -> None:
    assert ask(LINK_FORM, text, language) == []


def test_a_name_with_a_link_leads_somewhere() -> None:
    text = Text("X, Facebook", (Mark(0, 1, MarkKind.LINK, "https://social.example.org/press"),))
    spots = list(LINK_FORM.check(passage(Role.SOCIAL_LINKS, "kk", text)))
    assert [(spot.start, spot.end, spot.severity) for spot in spots] == [(3, 11, Severity.WARNING)]


@pytest.mark.parametrize(("href", "count"), [("https://example.org.", 1), ("https://example.org/a_(b)", 0)])
def test_a_link_does_not_swallow_marks_of_the_sentence(href: str, count: int) -> None:
    text = Text("see here", (Mark(4, 8, MarkKind.LINK, href),))
    assert len(list(LINK_FORM.check(passage(Role.BODY, "en", text)))) == count


def test_a_house_may_want_schemes_everywhere() -> None:
    text = "Or visit our website: www.example.org"
    read = passage(Role.WEBSITE, "en", Text(text), replace(house_style("en"), schemes=True))
    assert mended(text, LINK_FORM.check(read)) == "Or visit our website: https://www.example.org"
