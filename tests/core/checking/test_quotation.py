"""Quotation marks: those of the language, and in pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checking.texts import ask, ask_all, repaired, repaired_all
from tilshi.checking.passages import passage
from tilshi.checking.quotation import QUOTE_PAIRS, QUOTE_STYLE, quotation
from tilshi.release import Role, Text

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ('Ол "Бейбітшілік" деді', "kk", "Ол «Бейбітшілік» деді"),
        ("“Науқас қаша алмайды”, – деді ол.", "kk", "«Науқас қаша алмайды», – деді ол."),
        ("„Помощь“ пришла", "ru", "«Помощь» пришла"),
        ('«Он сказал: "да"»', "ru", "«Он сказал: „да“»"),
        ("«Yes», she said.", "en", "“Yes”, she said."),
        ('"Yes," she said. "No."', "en", "“Yes,” she said. “No.”"),
        ("“Oui”, dit-il", "fr", f"«{NBSP}Oui{NBSP}», dit-il"),
        ('" Oui ", dit-il', "fr", None),
        ("«Сөз” және “сөз»", "kk", "«Сөз» және «сөз»"),
        ("«Ол “иә» деді", "kk", None),
        ("'No', she said", "en", "“No”, she said"),
        ("«Біз «Мысал» ұйымынанбыз»", "kk", "«Біз “Мысал” ұйымынанбыз»"),
    ],
)
def test_marks_become_those_of_the_language(text: str, language: str, right: str | None) -> None:
    assert ask(QUOTE_STYLE, text, language) != [] or right is None
    assert right is None or repaired(QUOTE_STYLE, text, language) == right


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Науқас “палата” деді», – деді ол. – «Иә».", "kk"),
        ("«Пациент, – сказал он. – Мы „здесь“».", "ru"),
        (f"«{NBSP}L’homme “libre”{NBSP}», a-t-il dit.", "fr"),
        ("“It’s the States’ duty,” he said. “‘No’ is no answer.”", "en"),
        ("rock ’n’ roll in the ’90s, 5' 10\", o'clock", "en"),
    ],
)
def test_marks_that_are_right(text: str, language: str) -> None:
    assert ask(QUOTE_STYLE, text, language) == []


def test_inner_marks_are_only_noted() -> None:
    spots = list(QUOTE_STYLE.check(passage(Role.BODY, "ru", Text('«Это "да"» и "нет"'))))
    assert [(spot.start, str(spot.severity)) for spot in spots] == [
        (5, "note"),
        (8, "note"),
        (13, "None"),
        (17, "None"),
    ]


@pytest.mark.parametrize(
    ("text", "language", "marked", "right"),
    [
        (
            "«Науқас қаша алмайды, – деді ол.",
            "kk",
            "«Науқас қаша алмайды, – деді ол.",
            "«Науқас қаша алмайды, – деді ол».",
        ),
        ("Науқас қаша алмайды», – деді ол.", "kk", "Науқас қаша алмайды»", "Науқас қаша алмайды, – деді ол."),
        ("«Науқас, – деді ол. – «Біз келдік».", "kk", "«Науқас, – деді ол. – ", None),
        ("«Помощь пришла", "ru", "«Помощь пришла", "«Помощь пришла»"),
        ("“We came", "en", "“We came", "“We came”"),
        ("“We came.", "en", "“We came.", "“We came.”"),
        ("«\u00a0Nous sommes venus.", "fr", "«\u00a0Nous sommes venus.", "«\u00a0Nous sommes venus\u00a0»."),
        ('Ол "Бейбітшілік деді', "kk", '"Бейбітшілік деді', None),
    ],
)
def test_marks_alone_are_found(text: str, language: str, marked: str, right: str | None) -> None:
    assert ask_all(QUOTE_PAIRS, text, language=language) == [("s1", marked)]
    assert right is None or repaired_all(QUOTE_PAIRS, text, language=language) == [right]


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["«Бір», – деді ол. – «Екі»."], "kk"),
        (["«Біз келдік.", "Енді қайтамыз», – деді ол."], "kk"),
        (["«Мы пришли.", "Мы видели.", "Мы ушли», – сказал он."], "ru"),
        (["“We came.", "“We saw.", "“We left,” he said."], "en"),
        (["Общество «Компания «Пример» сообщило."], "ru"),
        (['the States’ duty and rock ’n’ roll, 6" long, ‘90s'], "en"),
        (["«Он сказал: „да“»"], "ru"),
        ([["“One sentence.", "Another sentence,” she said."]], "en"),
    ],
)
def test_pairs_are_left_alone(texts: list[str], language: str) -> None:
    assert ask_all(QUOTE_PAIRS, *texts, language=language) == []


def test_a_quotation_does_not_reach_over_another() -> None:
    texts = ("«Біз келдік.", "«Біз көрдік», – деді ол.")
    assert ask_all(QUOTE_PAIRS, *texts) == [("s1", "«Біз келдік.")]


@given(st.text(st.sampled_from("«»“”„\"'’‘ аб."), max_size=30))
def test_each_mark_is_accounted_for_once(text: str) -> None:
    found = quotation(passage(Role.BODY, "ru", Text(text)))
    ends = [at for pair in found.pairs for at in (pair.opening, pair.closing)]
    everything = [*ends, *found.unclosed, *found.unopened]
    assert len(everything) == len(set(everything))
    assert all(pair.opening < pair.closing for pair in found.pairs)
    assert all(text[at] not in " аб." for at in everything)
