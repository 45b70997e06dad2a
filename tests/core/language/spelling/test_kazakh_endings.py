"""What may follow a Kazakh stem."""

from __future__ import annotations

import pytest

from tilshi.language.spelling.kazakh import Kazakh, WordList
from tilshi.language.spelling.kazakh_endings import Endings

WORDS = WordList(
    nouns=frozenset({"мемлекет", "қоғам", "аурухана", "кітап", "халық", "құқық", "жою", "банк"}),
    verbs=frozenset({"кел", "шығ", "сөйле", "жо", "оқ", "көрсет", "бер"}),
    forms=frozenset({"емес"}),
    common=frozenset({"мемлекет", "кел"}),
)
RIGHT = """
    мемлекет мемлекеттердің мемлекеттік мемлекеттігін қоғамдарға ауруханасындағылардан кітабы халқымыз
    құқығын құқықтық құқықсыз банкіге банкке емес
    келді келмеді келген келмегендіктен келетін келіп келе келер келмес келсе келейік келсін келуі келушілердің келдік
    шығу шығып шықты шыққан сөйледі сөйлейтін сөйлемейінше жояды жойылған оқыды оқиды оқитын көрсетілген бергізді
"""
WRONG = """
    мемлекетлар мемлекеттар мемлекетның қоғамлер қоғамге ауруханасыға кітабдар халқлар құқығтар
    келды келмады келған келатын шығты шыкты сөйледы оқйды көрсетылген бердық
"""


@pytest.fixture(scope="module")
def kazakh() -> Kazakh:
    return Kazakh(WORDS, Endings())


@pytest.mark.parametrize("word", RIGHT.split())
def test_forms_in_harmony_are_right(kazakh: Kazakh, word: str) -> None:
    assert kazakh.knows(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_endings_that_clash_are_wrong(kazakh: Kazakh, word: str) -> None:
    assert not kazakh.knows(word)


def test_lemmas_are_the_words_a_form_belongs_to(kazakh: Kazakh) -> None:
    assert list(kazakh.lemmas("мемлекеттердің")) == ["мемлекет"]
    assert list(kazakh.lemmas("келмегендіктен"))[:1] == ["кел"]
    assert kazakh.is_common("мемлекет")
    assert not kazakh.is_common("кітап")


def test_two_common_words_may_be_written_together(kazakh: Kazakh) -> None:
    assert kazakh.is_compound("мемлекеткелді")
    assert not kazakh.is_compound("мемлекеткелде")


def test_an_ending_is_put_into_the_harmony_of_its_stem(kazakh: Kazakh) -> None:
    assert "мемлекеттердің" in kazakh.mended("мемлекетлардың")
    assert "қоғамға" in kazakh.mended("қоғамге")


def test_other_words_take_endings_too() -> None:
    assert Kazakh(WORDS, Endings(), ["қор"]).knows("қорларға")
