"""English words and what they may be forms of."""

from __future__ import annotations

import pytest

from tilshi.language import english


@pytest.mark.parametrize(
    ("form", "citation"),
    [
        ("conflicts", "conflict"),
        ("parties", "party"),
        ("Attacking", "attack"),
        ("stopped", "stop"),
        ("denied", "deny"),
        ("organisations", "organization"),
        ("centre", "center"),
        ("children", "child"),
        ("servicemen", "serviceman"),
        ("crises", "crisis"),
        ("losses", "loss"),
        ("knives", "knife"),
        ("ICRC’s", "ICRC"),
        ("States'", "State"),
    ],
)
def test_a_form_shares_a_base_with_its_citation(form: str, citation: str) -> None:
    assert english.bases(form) & english.bases(citation)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("humanitarian", "human"),
        ("international", "internal"),
        ("internee", "interned"),
        ("organ", "organization"),
        ("protocol", "protection"),
        ("promise", "prom"),
        ("status", "statu"),
        ("his", "hi"),
    ],
)
def test_derivations_and_look_alikes_are_other_words(one: str, other: str) -> None:
    assert not english.bases(one) & english.bases(other)
