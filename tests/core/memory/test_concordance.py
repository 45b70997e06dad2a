"""Searching both sides of the memory by words in any form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tilshi.memory.memory import Memory
from tilshi.memory.units import Unit
from tilshi.release import Text

PAIRS = (
    ("The law of war protects children.", "Соғыс құқығы балаларды қорғайды."),
    ("Legal aid was given.", "Құқықтық көмек көрсетілді."),
    ("She gives a child the aid.", "Ол балаға көмегін береді."),
    ("Cities and a city.", "Қалалар мен қала."),
    ("The ICRC said so.", "ХҚКК-нің айтуынша."),
    ("Rights of the people.", "Халықтың құқықтары."),
)


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite") as opened:
        opened.put(Unit(Text(source), Text(target), "en", "kk") for source, target in PAIRS)
        yield opened


def found(memory: Memory, query: str, language: str, *, exact: bool = False) -> set[str]:
    """What was found, each as the words that are highlighted."""
    passages = memory.search(query, language, exact=exact)
    texts = [(passage.unit.source if passage.in_source else passage.unit.target, passage) for passage in passages]
    return {" ".join(text.string[start:end] for start, end in passage.spans) for text, passage in texts}


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("құқық", "kk", {"құқығы", "құқықтары"}),  # not the adjective құқықтық
        ("құқықтары", "kk", {"құқығы", "құқықтары"}),
        ("бала", "kk", {"балаларды", "балаға"}),
        ("балаға", "kk", {"балаларды", "балаға"}),
        ("көмек", "kk", {"көмек", "көмегін"}),
        ("көмегін", "kk", {"көмек", "көмегін"}),
        ("қала", "kk", {"Қалалар қала"}),
        ("хқкк", "kk", {"ХҚКК"}),
        ("child", "en", {"children", "child"}),
        ("children", "en", {"children", "child"}),
        ("city", "en", {"Cities city"}),
        ("giving", "en", {"gives", "given"}),
        ("child aid", "en", {"child aid"}),
        ("«law of war»", "en", {"law of war"}),
        ('"of law"', "en", set()),
        ("соғыс*", "kk", {"Соғыс"}),
        ("құқық*", "kk", {"Құқықтық", "құқықтары"}),
        ("nothing", "en", set()),
        ("child", "fr", set()),
        ('" OR NEAR( *', "en", set()),
        ("", "en", set()),
    ],
)
def test_words_are_found_in_any_form(memory: Memory, query: str, language: str, expected: set[str]) -> None:
    assert expected == found(memory, query, language)


def test_exactly_as_written(memory: Memory) -> None:
    assert found(memory, "child", "en", exact=True) == {"child"}
    assert found(memory, "құқық", "kk", exact=True) == set()


def test_as_written_comes_first_and_removed_units_are_gone(memory: Memory) -> None:
    first, second = memory.search("children", "en")
    assert "children" in first.unit.source.string
    memory.remove([first.unit])
    assert [second] == list(memory.search("children", "en"))
