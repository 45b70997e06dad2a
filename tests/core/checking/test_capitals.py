"""Capitals that differ within a release."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.checking.texts import ask_all, manuscript, repaired_all
from tilshi.checking.capitals import ROLE_CAPITALS, TERM_CAPITALS
from tilshi.checking.passages import Manuscript
from tilshi.layout.conventions import Capitals
from tilshi.release import Role


@pytest.mark.parametrize(
    ("texts", "language", "marked"),
    [
        (
            ["Кеше БҰҰ Президентінің сапары аяқталды", "Сонда БҰҰ-ның президенті мен БҰҰ (БҰҰ) президенті"],
            "kk",
            ("s1", "Президентінің"),
        ),
        (["Сегодня Президент МККК прибыл", "Вчера президент МККК, а с ним президент МККК"], "ru", ("s1", "Президент")),
        (
            ["Hier le Président du CICR est venu", "La présidente d’Exemplie, le président du CICR"],
            "fr",
            ("s1", "Président"),
        ),
        (["Today the ICRC president came", "But the ICRC President, the ICRC President"], "en", ("s1", "president")),
        (["We met president Sample", "Then President Sample, then President Sample"], "en", ("s1", "president")),
    ],
)
def test_titles_of_one_bearer_agree(texts: list[str], language: str, marked: tuple[str, str]) -> None:
    assert ask_all(ROLE_CAPITALS, *texts, language=language) == [marked]
    mended = repaired_all(ROLE_CAPITALS, *texts, language=language)
    assert ask_all(ROLE_CAPITALS, *mended, language=language) == []


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (
            [
                "Мысалия Республикасының Президенті мен ХҚКК президенті",
                "Президент Мысалов келді. Ол президент Мысалов еді",
            ],
            "kk",
        ),
        (["Президент МККК прибыл", "Вчера президент МККК"], "ru"),
        (["«Президент МККК прибыл», – сказал президент МККК"], "ru"),
        (["An ICRC president came", "He is an ICRC president; the ICRC President"], "en"),
        (["Le président du CICR", "Selon le président du CICR"], "fr"),
        (["The director of the hospital", "the Director of the Agency"], "en"),
    ],
)
def test_titles_that_may_differ(texts: list[str], language: str) -> None:
    assert ask_all(ROLE_CAPITALS, *texts, language=language) == []


def test_entries_of_contacts_begin_as_they_like() -> None:
    assert (
        ask_all(ROLE_CAPITALS, (Role.SIGNATORY, "Мысалов, Президент МККК"), "Вот президент МККК", language="ru") == []
    )


@pytest.mark.parametrize(("choice", "marked"), [(Capitals.SMALL, ["Президент"]), (Capitals.CAPITAL, ["президент"])])
def test_a_house_may_have_chosen(choice: Capitals, marked: list[str]) -> None:
    read = manuscript("Вот Президент МККК и президент МККК, Президент МККК", language="ru")
    house = replace(read.lines[0].read.house, title_capitals=choice)
    lines = tuple(replace(line, read=replace(line.read, house=house)) for line in read.lines)
    spots = ROLE_CAPITALS.check(Manuscript(read.release, "ru", lines))
    assert {lines[0].read.text.string[spot.start : spot.end] for spot in spots} == set(marked)


@pytest.mark.parametrize(
    ("texts", "language", "marked"),
    [
        (
            ["Бұл Жаһандық бастаманың мәні", "Осы жаһандық бастама мен жаһандық бастамаға"],
            "kk",
            [("s1", "Жаһандық бастаманың")],
        ),
        (
            ["Вчера Международная конференция", "На международной конференции"],
            "ru",
            [("s1", "Международная конференция")],
        ),
        (
            ["See the Geneva conventions", "The Geneva Conventions; the Geneva Conventions"],
            "en",
            [("s1", "Geneva conventions")],
        ),
        (
            ["Selon la Société nationale", "Une société nationale, la société nationale"],
            "fr",
            [("s1", "Société nationale")],
        ),
    ],
)
def test_terms_agree(texts: list[str], language: str, marked: list[tuple[str, str]]) -> None:
    assert ask_all(TERM_CAPITALS, *texts, language=language) == marked


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["The Red Cross and the red cross are different", "Only the red cross"], "en"),
        (["Қызыл Ай қоғамы мен қызыл ай эмблемасы", "Ұлттық қоғам, Ұлттық қоғамға"], "kk"),
        (["Орталық аурухана ашылды. Орталық Азия", "Бұл орталық – аурухана"], "kk"),
        (["Национальное общество", "Оно – национальное общество"], "ru"),
        (["President Sample met president Sample"], "en"),
        (["Бұл Халықаралық гуманитарлық құқық", "Бұл халықаралық гуманитарлық құқық"], "kk"),
    ],
)
def test_names_beside_plain_words_are_right(texts: list[str], language: str) -> None:
    assert ask_all(TERM_CAPITALS, *texts, language=language) == []
