"""Terms found to the letter, and the glossary of a segment."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.terminology.bundled import load_terms
from tilshi.terminology.concepts import Concept, Status, Term, Termbase, TermType, interval
from tilshi.terminology.lookup import WANTED, TermIndex, entries

CONCEPTS = (
    Concept(
        "C1",
        (
            Term("World Health Organization", "en"),
            Term("WHO", "en", kind=TermType.ACRONYM),
            Term("World Health", "en", Status.DEPRECATED),
            Term("ДДСҰ", "kk", kind=TermType.ACRONYM),
            Term("ДДСУ", "kk", Status.DEPRECATED),
            Term("Дүниежүзілік денсаулық сақтау ұйымы", "kk", Status.PREFERRED),
        ),
    ),
    Concept("C2", (Term("health", "en"), Term("денсаулық", "kk"), Term("саулық", "kk", Status.ADMITTED))),
    Concept("C3", (Term("well-being", "en"), Term("health", "en", Status.ADMITTED), Term("амандық", "kk"))),
    Concept("C4", (Term("l’hôpital", "fr"), Term("hospital", "en"))),
)
TERMBASE = Termbase("test", CONCEPTS)


def found(text: str, language: str = "en", *, wanted: bool = False) -> list[tuple[str, str]]:
    index = TermIndex(TERMBASE, language, WANTED) if wanted else TermIndex(TERMBASE, language)
    return [(text[hit.start : hit.end], hit.concept.id) for hit in index.find(text)]


def test_the_longest_term_wins() -> None:
    assert found("The World Health Organization (WHO)") == [("World Health Organization", "C1"), ("WHO", "C1")]


def test_unwanted_terms_do_not_stand_in_the_way_when_they_are_left_out() -> None:
    assert found("World Health Day") == [("World Health", "C1")]
    assert found("World Health Day", wanted=True) == [("Health", "C2"), ("Health", "C3")]


def test_a_form_of_two_concepts_is_both() -> None:
    assert found("health") == [("health", "C2"), ("health", "C3")]


@pytest.mark.parametrize("text", ["healthy", "unhealth", "health2", "Хhealth"])
def test_parts_of_words_are_no_terms(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["HEALTH,", "(Health)", "health’s", "public-health", "health\u00ad"])
def test_case_and_punctuation_do_not_matter(text: str) -> None:
    assert [concept for _, concept in found(text)] == ["C2", "C3"]


def test_acronyms_keep_their_capitals() -> None:
    assert found("those who heal; WHO") == [("WHO", "C1")]


@pytest.mark.parametrize("space", ["\u00a0", "  ", "\n", "\u202f", "\t "])
def test_any_white_space_parts_words(space: str) -> None:
    text = f"The World{space}Health{space}Organization."
    assert found(text) == [(f"World{space}Health{space}Organization", "C1")]


@pytest.mark.parametrize("text", ["l'hôpital", "l’hôpital", unicodedata.normalize("NFD", "à l’hôpital, là")])
def test_composition_and_apostrophes_do_not_matter(text: str) -> None:
    assert [unicodedata.normalize("NFC", span).replace("’", "'") for span, _ in found(text, "fr")] == ["l'hôpital"]


def test_hyphens_and_soft_hyphens_do_not_matter() -> None:
    assert found("well\u2011being, hos\u00adpital") == [("well\u2011being", "C3"), ("hos\u00adpital", "C4")]


def test_a_language_without_terms_has_none() -> None:
    assert TermIndex(TERMBASE, "de").find("Gesundheit health") == ()


def test_glossary_gives_each_concept_once_with_the_terms_of_the_target() -> None:
    index = TermIndex(TERMBASE, "en", WANTED)
    found = entries(index.find("WHO: the World Health Organization. Well-being."), "kk")
    assert [(entry.concept.id, [(hit.start, hit.end) for hit in entry.hits]) for entry in found] == [
        ("C1", [(0, 3), (9, 34)]),
        ("C3", [(36, 46)]),
    ]
    assert [(term.text, term.status) for term in found[0].terms] == [
        ("ДДСҰ", Status.PREFERRED),
        ("Дүниежүзілік денсаулық сақтау ұйымы", Status.PREFERRED),
        ("ДДСУ", Status.DEPRECATED),
    ]


@given(st.text(st.sampled_from("helath HELATH\u0301\u00a0\u00adß’.İ"), max_size=40))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    hits = TermIndex(TERMBASE, "en").find(text)
    places = [(hit.start, hit.end) for hit in hits]
    assert places == sorted(places)
    for start, end in places:
        assert "".join(text[start:end].replace("\u00ad", "").split()).casefold() == "health"


def test_every_bundled_term_is_found_as_it_stands() -> None:
    termbase = load_terms()
    missed = []
    for language in ("en", "fr", "ru", "kk"):
        index = TermIndex(termbase, language)
        for concept, term in termbase.terms():
            if term.language == language and concept.id not in {
                hit.concept.id for hit in index.find(f"«{term.text}».")
            }:
                missed.append(term.text)
    assert missed == []


def test_names_of_another_time_come_after_those_of_the_day() -> None:
    old = Term("Мысалқала", "kk", valid_from="2019-03-23", valid_until="2022-09-16")
    new = Term("Порт-Мысал", "kk", valid_from="2022-09-17")
    index = TermIndex(Termbase("t", (Concept("C", (Term("Port-Example", "en"), old, new)),)), "en")
    hits = index.find("in Port-Example")

    assert [term.text for term in entries(hits, "kk", "2020-01-01")[0].terms] == ["Мысалқала", "Порт-Мысал"]
    assert [term.text for term in entries(hits, "kk", "2026-03-06")[0].terms] == ["Порт-Мысал", "Мысалқала"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-03-23/2022-09-16", ("2019-03-23", "2022-09-16")),
        ("2022/..", ("2022", "")),
        ("../2022-09", ("", "2022-09")),
        ("../..", None),
        ("2022", None),
        ("2022-13/..", None),
        ("", None),
    ],
)
def test_spans_of_time_are_intervals_of_iso_8601(text: str, expected: tuple[str, str] | None) -> None:
    assert interval(text) == expected
    if expected:
        assert Term("x", "en", valid_from=expected[0], valid_until=expected[1]).validity == text
