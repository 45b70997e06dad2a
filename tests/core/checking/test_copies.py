"""Text left in the language of the source."""

from __future__ import annotations

import pytest

from tests.core.checking.texts import compare
from tilshi.checking.copies import COPIED
from tilshi.release import Role

LEFT = [
    ("Welcome to ICRC (news.example.org)", "Welcome to ICRC (news.example.org)", "kk", Role.FOOTAGE, "Welcome to ICRC"),
    ("Water and health", "Water and health", "fr", Role.BODY, "Water and health"),
    ("Water and health", "Water and health", "ru", Role.SECTION_HEADING, "Water and health"),
    ("Food parcels | 5", "Food parcels | 5", "kk", Role.TABLE_ROW, "Food parcels"),
    ("Rice | 5\u00a0kg", "Күріш | 5", "kk", Role.TABLE_ROW, ""),
    ("It began. It is over.", "Ол басталды. It is over.", "kk", Role.BODY, "It is over."),
    ("It began. It is over.", "Cela a commencé. It is over.", "fr", Role.BODY, "It is over."),
    ("“It is over,” he said. “Go.”", "“It is over,” he said. – «Барыңыз».", "kk", Role.BODY, "“It is over,” he said"),
    ("the missing relatives of many", "көптің missing relatives туралы", "kk", Role.BODY, "missing relatives"),
    ("the missing relatives of many", "les missing relatives de beaucoup", "fr", Role.BODY, "missing relatives"),
    ("news of the missing people", "des news of the missing", "fr", Role.BODY, "news of the missing"),
]


@pytest.mark.parametrize(("source", "target", "language", "role", "marked"), LEFT)
def test_what_is_left_is_marked(source: str, target: str, language: str, role: Role, marked: str) -> None:
    spots = compare(COPIED, source, target, language, role=role)
    found = [target[spot.start : spot.end] for spot in spots]
    assert [text.startswith(marked) for text in found] == ([True] if marked else [])


def test_from_russian_and_from_kazakh() -> None:
    russian, kazakh = "Вода и здоровье в деревнях", "Ауылдағы су және денсаулық"
    assert len(compare(COPIED, russian, russian, "kk", source_language="ru")) == 1
    assert len(compare(COPIED, kazakh, kazakh, "ru", source_language="kk")) == 1
    assert len(compare(COPIED, russian, russian, "en", source_language="ru")) == 1


@pytest.mark.parametrize(
    ("source", "target", "language", "role"),
    [
        ("Total |  | 132,400", "Total |  | 132\u00a0400", "fr", Role.TABLE_ROW),
        ("Jane Example", "Jane Example", "fr", Role.CONTACT_NAME),
        ("facebook.com/icrc, X, tiktok.com/icrc", "facebook.com/icrc, X, tiktok.com/icrc", "kk", Role.SOCIAL_LINKS),
        ("Facebook, Instagram, YouTube", "Facebook, Instagram, YouTube", "ru", Role.SOCIAL_LINKS),
        ("COVID-19", "COVID-19", "kk", Role.BODY),
        ("ICRC, UNHCR and MSF", "ICRC, UNHCR және MSF", "kk", Role.BODY),
        ("The report “Health care in danger” is out", "Шықты: «Health care in danger» есебі", "kk", Role.BODY),
        ("a de facto authority", "une autorité de facto", "fr", Role.BODY),
        ("Tel.: +999 555 010 010", "Тел.: +999 555 010 010", "kk", Role.CONTACT_PHONE),
        ("It is over.", "Бітті.", "kk", Role.BODY),
        ("12 May 2026", "", "kk", Role.BODY),
    ],
)
def test_what_is_the_same_in_all_languages_is_left(source: str, target: str, language: str, role: Role) -> None:
    assert compare(COPIED, source, target, language, role=role) == []


def test_labels_of_two_languages_in_one_script_may_be_the_same() -> None:
    label = "Тел.: +999 555 010 010"
    assert compare(COPIED, label, label, "kk", role=Role.CONTACT_PHONE, source_language="ru") == []
