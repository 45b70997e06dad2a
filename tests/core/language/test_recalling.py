"""Words and phrases that were written before."""

from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.recalling import Recall, Recalled, beginnings

TEXTS = ("Халықаралық гуманитарлық құқық сақталсын.", "Ол халықаралық гуманитарлық құқықты біледі.", "Аурухана")


def forms(before: str, *near: str) -> list[str]:
    return [found.form for found in Recall(TEXTS, near).complete(before)]


def test_words_and_phrases_that_came_twice() -> None:
    assert forms("Бұл хал") == ["халықаралық", "халықаралық гуманитарлық"]
    assert Recall(TEXTS).complete("Бұл хал")[0] == Recalled("халықаралық", 3)


def test_a_beginning_of_several_words() -> None:
    assert forms("халықаралық гум") == ["халықаралық гуманитарлық", "гуманитарлық"]


def test_capitals_are_those_that_were_begun() -> None:
    assert forms("Хал")[0] == "Халықаралық"


def test_near_texts_come_first_and_whole() -> None:
    assert forms("аур", "аурудың алдын алу")[:2] == ["аурудың", "аурудың алдын"]


def test_nothing_for_little_or_for_what_is_there() -> None:
    assert forms("ха") == []
    assert forms("Аурухана") == []
    assert forms("5") == []


def test_beginnings() -> None:
    assert list(beginnings("бір екі үш төр")) == ["екі үш төр", "үш төр", "төр"]
    assert list(beginnings("сөз. ")) == []


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing() -> None:
    assert forms("дәр", "Дәрігер келді. Дәрігер кетті.")[0] == "дәрігер"
    assert forms("мыс", "Ол Мысалияда. Мысалияда бейбіт.")[0] == "Мысалияда"


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=20))
def test_what_is_offered_begins_as_the_text_ends(texts: list[str], before: str) -> None:
    for found in Recall(texts, texts[:1]).complete(before):
        assert found.form.casefold().startswith(before[len(before) - found.typed :].casefold())
        assert found.typed >= 3
