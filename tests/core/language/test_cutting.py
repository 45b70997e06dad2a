"""The place of one text that corresponds to a place of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.cutting import counterpart

ENGLISH = "The hospital reopened on Friday. It serves 40,000 people. Two wards were repaired."
KAZAKH = "Аурухана жұма күні қайта ашылды. Ол 40 000 адамға қызмет көрсетеді. Екі палата жөнделді."


@pytest.mark.parametrize("number", [1, 2])
def test_sentences_correspond(number: int) -> None:
    starts = {1: (ENGLISH.index("It"), KAZAKH.index("Ол")), 2: (ENGLISH.index("Two"), KAZAKH.index("Екі"))}
    ours, theirs = starts[number]
    assert counterpart(ENGLISH, ours, "en", KAZAKH, "kk") == theirs
    assert counterpart(ENGLISH, ours - 1, "en", KAZAKH, "kk") == theirs
    assert counterpart(KAZAKH, theirs, "kk", ENGLISH, "en") == ours


def test_else_a_clause_or_a_word() -> None:
    assert counterpart("aaaa bbbb cccc dddd", 10, "en", "Бір сөз, екі сөз", "kk") == 9
    assert counterpart("aaaa bbbb cccc dddd", 10, "en", "бірінші екінші", "kk") == 8


def test_an_empty_text_is_not_divided() -> None:
    assert counterpart("one. two", 4, "en", "", "kk") == 0


@given(st.text(max_size=60), st.text(max_size=60), st.data())
def test_the_place_lies_within(text: str, other: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert 0 <= counterpart(text, at, "en", other, "ru") <= len(other)
