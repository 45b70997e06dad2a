"""The case that Russian words ask of what follows them."""

from __future__ import annotations

import pytest

from tilshi.language.russian import Case
from tilshi.language.russian_government import PREPOSITIONS, cases_asked


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


def test_every_preposition_of_the_table_is_known() -> None:
    for words in PREPOSITIONS.values():
        for word in words.split():
            assert cases_asked(f"и {word.replace('_', ' ')} ")
