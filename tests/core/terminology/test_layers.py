"""Where termbases disagree."""

from __future__ import annotations

from tilshi.terminology.bundled import load_terms
from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.layers import Clash, disagreements


def concept(name: str, english: str, kazakh: str, status: Status = Status.PREFERRED) -> Concept:
    return Concept(name, (Term(english, "en"), Term(kazakh, "kk", status)))


def test_disagreements_are_shown_and_nothing_is_merged() -> None:
    concepts = (
        concept("a", "Law", "құқық"),
        concept("b", "law", "заң"),
        concept("c", "war", "соғыс"),
        concept("d", "WAR", "Соғыс"),
        concept("e", "emblem", "эмблема"),
        concept("f", "emblem", "эмблема", Status.DEPRECATED),
    )

    found = disagreements(Termbase("t", concepts), "en", "kk")

    assert [(each.clash, each.upper.id, each.lower.id) for each in found] == [
        (Clash.CONFLICT, "a", "b"),
        (Clash.DUPLICATE, "c", "d"),
        (Clash.FORBIDDEN, "e", "f"),
    ]


def test_the_bundled_termbase_does_not_forbid_what_it_prefers() -> None:
    found = disagreements(load_terms(), "en", "kk")

    assert [each.upper.id for each in found if each.clash is Clash.FORBIDDEN] == []
