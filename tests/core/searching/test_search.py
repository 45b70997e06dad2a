"""Finding: what counts as the same, where, and what never ends."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.searching.texts import release, segment, states
from tilshi.release import Release
from tilshi.searching.query import Method, Query, QueryError, Where
from tilshi.searching.search import MOST_HITS, search, text_of

SOURCE, TARGET, NOTES = ({where} for where in Where)


def found(given_release: Release, query: Query) -> list[str]:
    """The words that were found."""
    return [text_of(given_release, hit)[hit.start : hit.end] for hit in search(given_release, query).found]


def in_source(text: str, query: Query) -> list[str]:
    return found(release(segment("s1", text)), query)


def test_every_text_of_a_segment_is_searched_in_its_order() -> None:
    hits = search(states(), Query("state")).found
    assert [(hit.segment, hit.where, hit.language, hit.note) for hit in hits] == [
        ("s1", Where.SOURCE, "en", ""),
        ("s1", Where.SOURCE, "en", ""),
        ("s1", Where.NOTES, "", "n1"),
        ("s2", Where.SOURCE, "en", ""),
    ]


def test_only_the_texts_that_are_asked_for_are_searched() -> None:
    assert found(states(), Query("мемлекет", where=frozenset(NOTES))) == ["мемлекет"]
    assert found(states(), Query("государств", where=frozenset(TARGET), languages=("kk",))) == []
    assert found(states(), Query("государств", where=frozenset(TARGET), languages=("ru",))) == [
        "Государств",
        "государств",
    ]


def test_capitals_matter_when_asked() -> None:
    assert in_source("State, state", Query("state")) == ["State", "state"]
    assert in_source("State, state", Query("state", match_case=True)) == ["state"]
    assert in_source("ҒЫЛЫМ Ғылым ғылым", Query("ғылым")) == ["ҒЫЛЫМ", "Ғылым", "ғылым"]


def test_whole_words_end_where_letters_do() -> None:
    assert in_source("art, party, art-house, Art", Query("art", whole_words=True)) == ["art", "art", "Art"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10\u00a0000 people", "10 000"),
        ("10\u202f000 people", "10 000"),
        ("«word»", '"word"'),
        ("it’s", "it's"),
        ("1949–1977", "1949-1977"),
        ("hos\u00adpital", "hospital"),
        ("wait...", "wait…"),
        ("wait…", "wait..."),
        ("все", "всё"),
        ("и\u0306од", "йод"),
        ("йод", "и\u0306од"),
    ],
)
def test_what_writers_exchange_is_found(text: str, wanted: str) -> None:
    assert len(in_source(text, Query(wanted))) == 1


@pytest.mark.parametrize(("text", "wanted"), [("10\u00a0000", "10 000"), ("«word»", '"word"'), ("все", "всё")])
def test_and_is_told_apart_when_asked(text: str, wanted: str) -> None:
    assert in_source(text, Query(wanted, alike=False)) == []


@pytest.mark.parametrize("wanted", ["", "\n"])
def test_nothing_is_found_for_nothing(wanted: str) -> None:
    assert not search(states(), Query(wanted)).found


@pytest.mark.parametrize("method", [Method.PLAIN, Method.LEMMA])
@pytest.mark.parametrize("wanted", ["(", "*", "\\", " ", "—", "a{2}", "\x00", "[", "$1"])
def test_signs_are_looked_for_as_they_are(method: Method, wanted: str) -> None:
    expected = [wanted] if method is Method.PLAIN else None
    hits = in_source(f"x{wanted}y", Query(wanted, method))
    assert expected is None or hits == expected


# Words in any form


def test_kazakh_words_are_found_in_any_form() -> None:
    query = Query("мемлекет", Method.LEMMA, where=frozenset(TARGET), languages=("kk",))
    assert found(states(), query) == ["Мемлекет", "Мемлекеттердің", "мемлекеттерде", "мемлекет"]


@pytest.mark.parametrize("wanted", ["мемлекеттердің", "Мемлекетке", "мемлекетінен"])
def test_an_inflected_word_stands_for_its_noun(wanted: str) -> None:
    query = Query(wanted, Method.LEMMA, where=frozenset(TARGET), languages=("kk",))
    assert found(states(), query) == ["Мемлекет", "Мемлекеттердің", "мемлекеттерде", "мемлекет"]


def test_voicing_and_dropped_vowels_are_known() -> None:
    text = "Құқығы, құқық пен құқыққа; мектебінде, мектептер"
    made = release(segment("s1", "", text))
    assert found(made, Query("құқық", Method.LEMMA)) == ["Құқығы", "құқық", "құқыққа"]
    assert found(made, Query("мектеп", Method.LEMMA)) == ["мектебінде", "мектептер"]


def test_other_words_that_begin_alike_are_not_found() -> None:
    assert found(release(segment("s1", "", "Мемлекетшілдік, мемлекеттік")), Query("мемлекет", Method.LEMMA)) == []


def test_several_words_are_found_as_one_term() -> None:
    text = "Халықаралық гуманитарлық құқықтың нормалары"
    assert found(release(segment("s1", "", text)), Query("гуманитарлық құқық", Method.LEMMA)) == [
        "гуманитарлық құқықтың"
    ]


def test_words_of_other_languages_are_found_in_any_form() -> None:
    assert found(states(), Query("state", Method.LEMMA, where=frozenset(SOURCE))) == ["state", "States", "state"]
    assert found(states(), Query("больницы", Method.LEMMA, where=frozenset(TARGET))) == ["больницу"]


def test_notes_are_searched_in_all_languages() -> None:
    assert found(states(), Query("мемлекет", Method.LEMMA, where=frozenset(NOTES))) == ["мемлекетке"]


# Patterns


def test_a_pattern_is_found_where_it_fits() -> None:
    assert in_source("In 1949 and 1977", Query(r"\d{4}", Method.PATTERN)) == ["1949", "1977"]
    assert in_source("Ab ab", Query("ab", Method.PATTERN, match_case=True)) == ["ab"]
    assert in_source("cat category", Query("cat|dog", Method.PATTERN, whole_words=True)) == ["cat"]
    assert in_source("Әлем әлем", Query(r"\p{Lu}\w+", Method.PATTERN, match_case=True)) == ["Әлем"]


def test_places_without_a_character_are_none() -> None:
    assert in_source("aab", Query("a*", Method.PATTERN)) == ["aa"]
    assert in_source("aab", Query("^|$", Method.PATTERN)) == []


@pytest.mark.parametrize("wanted", ["(", "a**b(", "[z-a]", r"\p{Nothing}", "(?<n>a)(?P=m)"])
def test_what_is_no_pattern_is_said(wanted: str) -> None:
    with pytest.raises(QueryError, match="no regular expression"):
        search(states(), Query(wanted, Method.PATTERN))


def test_a_pattern_that_never_ends_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match="too long"):
        in_source("a" * 80 + "!", Query("(a|aa)+$", Method.PATTERN))
    assert time.monotonic() - begun < 30


# Bounds


def test_too_many_hits_are_cut_and_said() -> None:
    hits = search(release(segment("s1", "a" * (MOST_HITS + 5))), Query("a"))
    assert (len(hits.found), hits.complete) == (MOST_HITS, False)


def test_a_search_nobody_waits_for_ends() -> None:
    hits = search(states(), Query("state"), stopped=lambda: True)
    assert (hits.found, hits.complete) == ((), False)


@given(st.text(max_size=40), st.text(min_size=1, max_size=8), st.text(max_size=40), st.booleans())
def test_what_is_there_is_found(before: str, wanted: str, after: str, alike: bool) -> None:
    text = before + wanted + after
    made = release(segment("s1", text))
    hits = search(made, Query(wanted, match_case=True, alike=alike)).found
    if wanted.strip("\n"):
        assert any(hit.start < text.index(wanted) + len(wanted) and hit.end > text.index(wanted) for hit in hits)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))
