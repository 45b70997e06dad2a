"""Inflected English, French and Russian terms."""

from __future__ import annotations

import pytest

from tilshi.language import english, french, russian
from tilshi.terminology.bundled import load_terms
from tilshi.terminology.concepts import Concept, Term, Termbase, TermType
from tilshi.terminology.wordwise import WordwiseIndex

BASES = {"en": english.bases, "fr": french.bases, "ru": russian.bases}


def found(language: str, text: str, *terms: str) -> list[str]:
    concepts = (Concept(f"c{number}", (Term(term, language),)) for number, term in enumerate(terms))
    index = WordwiseIndex(Termbase("t", tuple(concepts)), language, BASES[language])
    return [text[hit.start : hit.end] for hit in index.find(text)]


@pytest.mark.parametrize(
    ("language", "text", "term", "spans"),
    [
        ("en", "Parties to\u00a0the armed conflicts", "armed conflict", ["armed conflicts"]),
        ("en", "the ICRC’s staff", "ICRC", ["ICRC"]),
        ("en", "who said so", "WHO", []),
        ("en", "the war-wounded are the wounded", "war-wounded", ["war-wounded"]),
        ("en", "the war wounded", "war-wounded", []),
        ("en", "armed, conflict", "armed conflict", []),
        ("en", "unarmed conflict", "armed conflict", []),
        ("fr", "L’hôpital et les hôpitaux civils", "hôpital", ["hôpital", "hôpitaux"]),
        ("fr", "des conflits armés internationaux", "conflit armé international", ["conflits armés internationaux"]),
        ("fr", "droit d'asile", "droit d’asile", ["droit d'asile"]),
        (
            "ru",
            "Нормы международного гуманитарного права",
            "международное гуманитарное право",
            ["международного гуманитарного права"],
        ),
        ("ru", "военнопленными", "военнопленный", ["военнопленными"]),
        ("ru", "правовой", "право", []),
    ],
)
def test_terms_are_found_in_any_form(language: str, text: str, term: str, spans: list[str]) -> None:
    assert found(language, text, term) == spans


def test_the_longest_term_wins() -> None:
    text = "International Committees of the Red Cross and the Red Crosses"
    terms = ("Red Cross", "International Committee of the Red Cross")

    assert found("en", text, *terms) == ["International Committees of the Red Cross", "Red Crosses"]


def test_one_form_of_two_concepts_is_a_hit_for_each() -> None:
    assert found("en", "a mine", "mine", "Mine") == ["mine", "mine"]


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
def test_every_bundled_term_is_found_in_itself(language: str) -> None:
    termbase = load_terms()
    index = WordwiseIndex(termbase, language, BASES[language])
    missed = [
        term.text
        for concept, term in termbase.terms()
        if term.language == language and term.kind is not TermType.ACRONYM
        if not any(hit.concept is concept for hit in index.find(f"« {term.text} »"))
    ]

    assert missed == []
