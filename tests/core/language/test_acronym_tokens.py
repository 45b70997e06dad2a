"""Acronyms are found in running text, with what hangs on them."""

from __future__ import annotations

import pytest

from tilshi.language.acronyms import KNOWN, acronyms, is_known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Астана (ХҚКК) – ХҚККнің, ХҚКК-нің", [("ХҚКК", "", ""), ("ХҚКК", "", "нің"), ("ХҚКК", "-", "нің")]),
        ("the ICRC’s NGOs", [("ICRC", "’", "s"), ("NGO", "", "s")]),
        ("Ұ, X, XIV, ХХІ, 8M", []),
        ("CICD, MMXXVI", [("CICD", "", "")]),
        ("COVID-19, press@ICRC.example, a/BBC", []),
        ("ДОБРО ПОЖАЛОВАТЬ В ООН", [("ООН", "", "")]),
        ("СРОЧНОЕ СООБЩЕНИЕ", []),
        ("БҰҰ БАҚ", [("БҰҰ", "", ""), ("БАҚ", "", "")]),
    ],
)
def test_tokens(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(acronym.letters, acronym.link, acronym.ending) for acronym in acronyms(text)] == found


def test_spans_are_those_of_the_text() -> None:
    text = "Бұл – ХҚКК-нің ісі"
    (acronym,) = acronyms(text)
    assert text[acronym.start : acronym.end] == "ХҚКК-нің"
    assert text[acronym.start : acronym.letters_end] == "ХҚКК"


def test_known_ones_are_written_as_acronyms_are() -> None:
    assert all(acronym.isupper() for known in KNOWN.values() for acronym in known)
    assert is_known("БҰҰ", "kk-KZ")
    assert not is_known("БҰҰ", "ru")
    assert not is_known("UN", "de")
