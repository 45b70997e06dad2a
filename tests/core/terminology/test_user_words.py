"""Words of the user: a file a language, and spellers that know them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tilshi.files.errors import FileError
from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.glossary import Layer, assembled
from tilshi.terminology.spelling import Spellers
from tilshi.terminology.user_words import UserWords


@pytest.fixture
def user_words(tmp_path: Path) -> UserWords:
    return UserWords(tmp_path / "words")


def test_there_are_none_at_first(user_words: UserWords) -> None:
    assert user_words.read("kk") == ()
    assert not user_words.folder.exists()


def test_words_are_kept_sorted_once_each_and_apart_by_language(user_words: UserWords) -> None:
    user_words.add("kk", "қырғитақ")
    user_words.add("kk-KZ", " Алмагүл ")
    assert user_words.add("kk", "қырғитақ") == ("Алмагүл", "қырғитақ")
    assert user_words.read("kk") == ("Алмагүл", "қырғитақ")
    assert user_words.read("ru") == ()
    assert user_words.path("kk-KZ").read_bytes() == "Алмагүл\nқырғитақ\n".encode()
    assert user_words.remove("kk", "Алмагүл") == ("қырғитақ",)
    assert user_words.remove("kk", "қырғитақ") == ()
    assert user_words.read("kk") == ()


def test_a_list_written_by_hand_is_read(user_words: UserWords) -> None:
    user_words.folder.mkdir(parents=True)
    user_words.path("fr").write_bytes("\ufeffme\u0301te\u0301o\r\n\r\n  eau \r\neau\r\n".encode() + b"x" * 500)
    assert user_words.read("fr") == ("météo", "eau")


@pytest.mark.parametrize("word", ["", " ", "12", "x" * 101])
def test_what_is_no_word_is_refused(user_words: UserWords, word: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011  # the message is the word itself
        user_words.add("kk", word)
    assert refused.value.args == (word,)


def test_a_damaged_list_is_refused_and_left_alone(user_words: UserWords) -> None:
    user_words.folder.mkdir(parents=True)
    user_words.path("kk").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(FileError):
        user_words.add("kk", "сөз")
    assert user_words.path("kk").read_bytes() == b"\xff\xfe\xff"


def test_spellers_know_terms_and_words_of_the_user(user_words: UserWords) -> None:
    terms = (Term("кырбак шүмегі", "kk"), Term("тоқбырақ", "kk", Status.DEPRECATED))
    glossary = assembled({Layer.BUNDLED: Termbase("t", (Concept("c1", terms),))})
    spellers = Spellers(glossary, user_words)
    before = spellers.of("kk")
    assert before is not None
    assert before is spellers.of("kk-KZ")
    assert before.misspelled("кырбак шүмегінің") == ()
    assert before.misspelled("тоқбырақ") == ((0, 8),)
    spellers.add("kk", "қырғитақ")
    after = spellers.of("kk")
    assert after is not None
    assert (before.knows("қырғитаққа"), after.knows("қырғитаққа"), after.knows("кырбак")) == (False, True, True)
    others = spellers.with_glossary(None).of("kk")
    assert others is not None
    assert (others.knows("қырғитаққа"), others.knows("кырбак")) == (True, False)
    spellers.remove("kk", "қырғитақ")
    last = spellers.of("kk")
    assert last is not None
    assert not last.knows("қырғитаққа")


def test_a_language_without_a_dictionary_has_no_speller() -> None:
    assert Spellers().of("xx") is None


def test_without_a_place_for_them_no_word_is_added() -> None:
    with pytest.raises(ValueError, match="сөз"):
        Spellers().add("kk", "сөз")
