"""Terms offered while they are being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.terminology.completion import completions
from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.folding import folded, key
from tilshi.terminology.glossary import Layer, assembled

TERMS = (
    Term("халықаралық гуманитарлық құқық", "kk"),
    Term("халықаралық құқық", "kk", Status.ADMITTED),
    Term("халықаралық сот", "kk", Status.DEPRECATED),
    Term("соғыс ережелері", "kk"),
    Term("ХҚКК", "kk"),
    Term("международное гуманитарное право", "ru"),
    Term("prisoner of war", "en"),
    Term("conflit armé", "fr"),
    Term("Kriegsgefangener", "de"),
)
GLOSSARY = assembled({Layer.PERSONAL: Termbase("t", tuple(Concept(f"c{n}", (t,)) for n, t in enumerate(TERMS)))})


def offered(before: str, language: str) -> list[tuple[str, str]]:
    return [(each.form, before[len(before) - each.typed :]) for each in completions(before, language, GLOSSARY)]


@pytest.mark.parametrize(
    ("before", "language", "expected"),
    [
        pytest.param(
            "елдер халықа",
            "kk",
            [("халықаралық гуманитарлық құқық", "халықа"), ("халықаралық құқық", "халықа")],
            id="citations, the preferred first, never the forbidden",
        ),
        pytest.param("Халықаралық г", "kk", [("Халықаралық гуманитарлық құқық", "Халықаралық г")], id="capital"),
        pytest.param(
            "халықаралық гуманитарлық құқықт",
            "kk",
            [
                ("халықаралық гуманитарлық құқықтың", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықты", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықта", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтан", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтар", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтардың", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтарға", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтарды", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтарда", "халықаралық гуманитарлық құқықт"),
                ("халықаралық гуманитарлық құқықтардан", "халықаралық гуманитарлық құқықт"),
            ],
            id="inflected",
        ),
        pytest.param("соғыс ережелеріне", "kk", [("соғыс ережелерінен", "соғыс ережелеріне")], id="izafet"),
        pytest.param("ХҚКК-м", "kk", [("ХҚКК-мен", "ХҚКК-м")], id="acronym"),
        pytest.param(
            "нормы международного", "ru", [("международного гуманитарного права", "международного")], id="Russian"
        ),
        pytest.param("two prisoners", "en", [("prisoners of war", "prisoners")], id="English"),
        pytest.param("des conflits", "fr", [("conflits armés", "conflits")], id="French"),
        pytest.param("der Krie", "de", [("Kriegsgefangener", "Krie")], id="German"),
        pytest.param("", "kk", [], id="nothing"),
        pytest.param("елдер ", "kk", [], id="a finished word"),
        pytest.param("х", "kk", [], id="a letter"),
    ],
)
def test_terms_go_on_as_the_text_does(before: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert offered(before, language) == expected


def test_no_more_come_than_are_wanted() -> None:
    assert len(completions("халықаралық гуманитарлық құқықт", "kk", GLOSSARY, limit=3)) == 3


@given(st.sampled_from(TERMS), st.data())
def test_every_beginning_of_a_citation_offers_it(term: Term, data: st.DataObject) -> None:
    typed = term.text[: data.draw(st.integers(2, len(term.text) - 1))]
    expected = term.status is not Status.DEPRECATED

    assert (term.text in [form for form, _ in offered(typed.rstrip(), term.language)]) is expected


@given(st.text())
def test_anything_may_stand_before_the_caret(before: str) -> None:
    for language in ("kk", "ru", "en"):
        for each in completions(before, language, GLOSSARY):
            assert 0 < each.typed <= len(before)


@given(st.text())
def test_the_key_is_the_folded_text(text: str) -> None:
    assert key(text) == " ".join(folded(text).string.split())
