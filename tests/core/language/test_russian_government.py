"""The case that Russian words ask of what follows them."""

from __future__ import annotations

import pytest

from tilshi.language.russian import Case, Number
from tilshi.language.russian_government import PREPOSITIONS, cases_asked, number_asked


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("в соответствии с ", (Case.INSTRUMENTAL,)),
        ("Они говорили с ", (Case.INSTRUMENTAL, Case.GENITIVE)),
        ("Несмотря на ", (Case.ACCUSATIVE,)),
        ("живут в ", (Case.PREPOSITIONAL, Case.ACCUSATIVE)),
        ("речь идёт о «", (Case.PREPOSITIONAL, Case.ACCUSATIVE)),
        ("насчет ", (Case.GENITIVE,)),
        ("нормы ", (Case.GENITIVE,)),
        ("соблюдая ", (Case.ACCUSATIVE,)),
        ("важнейшему ", (Case.DATIVE,)),
        ("заявил ", ()),
        ("нормы, ", ()),
        ("норм", ()),
        ("", ()),
    ],
)
def test_what_stands_before_asks_for_a_case(before: str, expected: tuple[Case, ...]) -> None:
    assert cases_asked(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("погибли 14 ", Number.PLURAL),
        ("погибли 4 ", Number.SINGULAR),
        ("погибли 1\u00a0045 ", Number.PLURAL),
        ("погиб 21 ", None),
        ("гибель двух ", Number.PLURAL),
        ("погибли две ", Number.SINGULAR),
        ("несколько ", Number.PLURAL),
        ("нормы ", None),
        ("п. 3.4 ", None),
    ],
)
def test_numerals_ask_for_a_number(before: str, expected: Number | None) -> None:
    assert number_asked(before) is expected
    assert expected is None or cases_asked(before) == (Case.GENITIVE,)


def test_every_preposition_of_the_table_is_known() -> None:
    for words in PREPOSITIONS.values():
        for word in words.split():
            assert cases_asked(f"и {word.replace('_', ' ')} ")
