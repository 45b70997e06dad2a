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
