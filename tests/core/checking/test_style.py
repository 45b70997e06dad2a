"""Words and sentences that a house would rather not read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.checking.texts import ask, repaired
from tilshi.checking.findings import Severity
from tilshi.checking.house import house_style
from tilshi.checking.passages import passage
from tilshi.checking.rules import TextRule
from tilshi.checking.style import LISTED, NEUTRALITY, PLAINNESS, RESPECT, word_list
from tilshi.release import Role, Text
from tilshi.terminology.bundled import load_terms


@pytest.mark.parametrize(
    ("rule", "text", "language", "marked", "severity"),
    [
        (NEUTRALITY, "The rebels came", "en", "rebels", Severity.NOTE),
        (NEUTRALITY, "a heinous attack", "en", "heinous", Severity.WARNING),
        (NEUTRALITY, "une attaque barbare", "fr", "barbare", Severity.WARNING),
        (NEUTRALITY, "Террористы напали", "ru", "Террористы", Severity.NOTE),
        (NEUTRALITY, "так называемая республика", "ru", "так называемая", Severity.WARNING),
        (NEUTRALITY, "лаңкестерге қарсы", "kk", "лаңкестерге", Severity.NOTE),
        (NEUTRALITY, "жауыздар келді", "kk", "жауыздар", Severity.WARNING),
        (RESPECT, "help for the disabled", "en", "the disabled", Severity.WARNING),
        (RESPECT, "des migrants illégaux", "fr", "migrants illégaux", Severity.WARNING),
        (RESPECT, "помощь инвалидам", "ru", "инвалидам", Severity.WARNING),
        (RESPECT, "нелегальных мигрантов", "ru", "нелегальных мигрантов", Severity.WARNING),
        (RESPECT, "мүгедектерге көмек", "kk", "мүгедектерге", Severity.WARNING),
    ],
)
def test_words_to_avoid_are_marked(rule: TextRule, text: str, language: str, marked: str, severity: Severity) -> None:
    assert ask(rule, text, language) == [marked]
    (spot,) = rule.check(passage(Role.BODY, language, Text(text)))
    assert spot.severity is severity


@pytest.mark.parametrize(
    ("rule", "text", "language"),
    [
        (NEUTRALITY, "“These rebels are heinous,” he said.", "en"),
        (NEUTRALITY, "террористическая угроза, «террористы»", "ru"),
        (NEUTRALITY, "террористік қауіп, опасыздық", "kk"),
        (RESPECT, "люди с инвалидностью на инвалидных колясках", "ru"),
        (RESPECT, "мүгедектігі бар адамдар, мүгедектік", "kk"),
        (RESPECT, "infirmière, les personnes handicapées", "fr"),
        (RESPECT, "disabled people, an invalid ticket", "en"),
        (RESPECT, "die Terroristen", "de"),
    ],
)
def test_words_that_may_stand(rule: TextRule, text: str, language: str) -> None:
    assert ask(rule, text, language) == []


def test_a_better_word_is_offered_with_its_capital() -> None:
    assert repaired(NEUTRALITY, "Rebels came", "en") == "Armed group came"


@pytest.mark.parametrize("language", sorted(LISTED))
def test_no_term_is_advised_against(language: str) -> None:
    wanted = [
        term.text
        for concept in load_terms().concepts
        for term in concept.in_language(language)
        if not term.status.is_forbidden
    ]
    found = {text: marked for text in wanted for rule in (NEUTRALITY, RESPECT) if (marked := ask(rule, text, language))}
    assert found == {}


@pytest.mark.parametrize("language", sorted(LISTED))
def test_what_is_offered_may_stand(language: str) -> None:
    offered = [
        text for kind in ("neutral", "people") for entry in word_list(language, kind).advice for text in entry.instead
    ]
    assert [text for text in offered for rule in (NEUTRALITY, RESPECT) if ask(rule, text, language)] == []


@pytest.mark.parametrize("language", ["kk", "ru", "fr", "en"])
def test_long_sentences_are_noted(language: str) -> None:
    short, long = "Сөз " * 20 + "соңы.", "Сөз " * 30 + "соңы."
    assert ask(PLAINNESS, f"{short} {long}", language) == [long]
    assert ask(PLAINNESS, short, language) == ask(PLAINNESS, long, language, Role.LEAD) == []


def test_a_house_may_want_shorter_sentences() -> None:
    read = passage(Role.BODY, "kk", Text("Сөз " * 20 + "соңы."), replace(house_style("kk"), longest_sentence=15))
    assert len(list(PLAINNESS.check(read))) == 1
