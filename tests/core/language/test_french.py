"""French words and what they may be forms of."""

from __future__ import annotations

import pytest

from tilshi.language import french


@pytest.mark.parametrize(
    ("form", "citation"),
    [
        ("conflits", "conflit"),
        ("armés", "armé"),
        ("protégées", "protégé"),
        ("internationaux", "international"),
        ("Internationale", "international"),
        ("hôpitaux", "hôpital"),
        ("feux", "feu"),
        ("humanitaires", "humanitaire"),
        ("premières", "premier"),
        ("combattantes", "combattant"),
        ("directrice", "directeur"),
        ("réelle", "réel"),
        ("fautives", "fautif"),
    ],
)
def test_a_form_shares_a_base_with_its_citation(form: str, citation: str) -> None:
    assert french.bases(form) & french.bases(citation)


@pytest.mark.parametrize(
    ("one", "other"), [("guerre", "guérir"), ("droit", "droiture"), ("humanitaire", "humanité"), ("État", "étatique")]
)
def test_derivations_are_other_words(one: str, other: str) -> None:
    assert not french.bases(one) & french.bases(other)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("conflit armé non international", "conflits armés non internationaux"),
        ("prisonnier de guerre", "prisonniers de guerre"),
        ("personne grièvement blessée", "personnes grièvement blessées"),
        ("Comité international", "Comités internationaux"),
        ("travail forcé", "travaux forcés"),
        ("feu", "feux"),
        ("final", "finals"),
        ("forces armées", "forces armées"),
        ("ONG", "ONG"),
    ],
)
def test_a_term_agrees_in_the_plural(singular: str, plural: str) -> None:
    assert french.plural(singular) == plural


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("conflits armés", True), ("prisonniers de guerre", True), ("conflit armé", False), ("sans", True), ("", False)],
)
def test_a_plural_is_recognised_by_its_words(phrase: str, expected: bool) -> None:
    assert french.is_plural(phrase) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("pour les ", True),
        ("14 ", True),
        ("1\u00a0045 ", True),
        ("1 ", False),
        ("le ", False),
        ("d’", False),
        ("", False),
    ],
)
def test_numbers_and_determiners_want_a_plural(before: str, expected: bool) -> None:
    assert french.asks_plural(before) is expected
