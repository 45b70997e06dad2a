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


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("armed conflict", "armed conflicts"),
        ("prisoner of war", "prisoners of war"),
        ("Party to the conflict", "Parties to the conflict"),
        ("policewoman", "policewomen"),
        ("human being", "human beings"),
        ("crisis", "crises"),
        ("witness", "witnesses"),
        ("day", "days"),
        ("wife", "wives"),
        ("IDP", "IDPs"),
        ("armed forces", "armed forces"),
        ("medical personnel", "medical personnel"),
        ("hospital\u00a0ship", "hospital\u00a0ships"),
        ("vice-president", "vice-presidents"),
    ],
)
def test_the_head_of_a_term_takes_the_plural(singular: str, plural: str) -> None:
    assert english.plural(singular) == plural


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("parties to the conflict", True), ("children", True), ("loss of life", False), ("the virus", False), ("", False)],
)
def test_a_plural_is_recognised_by_its_head(phrase: str, expected: bool) -> None:
    assert english.is_plural(phrase) is expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("killed 14 ", True),
        ("killed 1,045 ", True),
        ("killed 1 ", False),
        ("both ", True),
        ("Hundreds of ", True),
        ("a ", False),
        ("", False),
    ],
)
def test_numbers_and_determiners_want_a_plural(before: str, expected: bool) -> None:
    assert english.asks_plural(before) is expected
