"""Russian through pymorphy3: bases, the case of a phrase, terms in a wanted case."""

from __future__ import annotations

import pytest

from tilshi.language import russian
from tilshi.language.russian import Case, Number

CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.PREPOSITIONAL)


@pytest.mark.parametrize(
    ("form", "citation"),
    [("права", "право"), ("Международного", "международный"), ("людьми", "человек"), ("нарушённое", "нарушенное")],
)
def test_a_form_shares_a_base_with_its_citation(form: str, citation: str) -> None:
    assert russian.bases(form) & russian.bases(citation)


@pytest.mark.parametrize(("one", "other"), [("правовой", "право"), ("военный", "война"), ("больница", "больной")])
def test_derivations_are_other_words(one: str, other: str) -> None:
    assert not russian.bases(one) & russian.bases(other)


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        pytest.param(
            "международное гуманитарное право",
            (
                "международного гуманитарного права",
                "международному гуманитарному праву",
                "международное гуманитарное право",
                "международным гуманитарным правом",
                "международном гуманитарном праве",
            ),
            id="what agrees follows",
        ),
        pytest.param(
            "Комитет Красного Креста",
            (
                "Комитета Красного Креста",
                "Комитету Красного Креста",
                "Комитет Красного Креста",
                "Комитетом Красного Креста",
                "Комитете Красного Креста",
            ),
            id="what depends stays",
        ),
        pytest.param(
            "военнопленный",
            ("военнопленного", "военнопленному", "военнопленного", "военнопленным", "военнопленном"),
            id="people are animate",
        ),
        pytest.param(
            "лица, пропавшие без вести",
            (
                "лиц, пропавших без вести",
                "лицам, пропавшим без вести",
                "лиц, пропавших без вести",
                "лицами, пропавшими без вести",
                "лицах, пропавших без вести",
            ),
            id="a participle after a comma agrees",
        ),
        pytest.param("МККК", ("МККК",) * 5, id="acronyms stay"),
    ],
)
def test_terms_in_every_case(term: str, forms: tuple[str, ...]) -> None:
    assert tuple(russian.inflect(term, case) for case in CASES) == forms


def test_the_number_can_be_changed() -> None:
    assert russian.inflect("военнопленный", Case.DATIVE, Number.PLURAL) == "военнопленным"
    assert russian.inflect("Женевские конвенции", Case.GENITIVE, Number.SINGULAR) == "Женевской конвенции"


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("международного гуманитарного права", (Case.GENITIVE, Number.SINGULAR)),
        ("военнопленными", (Case.INSTRUMENTAL, Number.PLURAL)),
        ("Женевских конвенциях", (Case.PREPOSITIONAL, Number.PLURAL)),
        ("IHL", (Case.NOMINATIVE, Number.SINGULAR)),
    ],
)
def test_the_case_of_a_phrase(phrase: str, told: tuple[Case, Number]) -> None:
    assert russian.case_of(phrase) == told


@pytest.mark.parametrize("text", ["", "…", "XYZ", "I", "qwerty"])
def test_what_has_no_forms_stays(text: str) -> None:
    assert russian.inflect(text, Case.DATIVE) == text
