"""What an import would do, before it does it."""

from __future__ import annotations

from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.glossary import Layer, assembled
from tilshi.terminology.importing import contradictions, plan
from tilshi.terminology.layers import Clash


def concept(name: str, english: str, kazakh: str, **more: Status) -> Concept:
    return Concept(name, (Term(english, "en"), Term(kazakh, "kk", more.get("status", Status.PREFERRED))))


BUNDLED = Termbase("b", (concept("IHL-1", "war", "соғыс"), concept("IHL-2", "law", "құқық")))
OURS = Termbase("o", (concept("c1", "city", "қала"), concept("c2", "village", "ауыл")))
GLOSSARY = assembled({Layer.BUNDLED: BUNDLED, Layer.PERSONAL: OURS})


def test_new_changed_and_known_concepts_are_told_apart() -> None:
    incoming = (concept("c1", "city", "шаһар"), concept("c2", "village", "ауыл"), concept("c3", "river", "өзен"))
    found = plan(GLOSSARY, Termbase("i", incoming), Layer.PERSONAL)

    assert [[each.id for each in part] for part in (found.added, found.changed, found.unchanged)] == [
        ["c3"],
        ["c1"],
        ["c2"],
    ]
    assert found.renamed == ()
    assert found.concepts == (incoming[2], incoming[0])


def test_an_id_that_another_concept_has_is_exchanged_and_the_same_the_next_time() -> None:
    incoming = Termbase("i", (concept("c1", "river", "өзен"), concept("IHL-1", "lake", "көл")))
    found = plan(GLOSSARY, incoming, Layer.PERSONAL)

    assert found.renamed == (("c1", "c1-2"), ("IHL-1", "IHL-1-2"))
    again = plan(GLOSSARY.with_concepts(found.concepts), incoming, Layer.PERSONAL)
    assert (again.added, again.changed, len(again.unchanged)) == ((), (), 2)


def test_a_concept_of_a_lower_layer_may_be_overridden_on_purpose() -> None:
    found = plan(GLOSSARY, Termbase("i", (concept("IHL-1", "war", "майдан"),)), Layer.PERSONAL)

    assert [each.id for each in found.added] == ["IHL-1"]
    assert found.disagreements == ()


def test_repetitions_and_contradictions_are_shown() -> None:
    incoming = Termbase("i", (concept("x", "war", "соғыс"), concept("y", "law", "заң"), concept("z", "war", "жау")))
    found = plan(GLOSSARY, incoming, Layer.PERSONAL)

    assert [(each.clash, each.upper.id, each.lower.id) for each in found.disagreements] == [
        (Clash.CONFLICT, "x", "z"),
        (Clash.CONFLICT, "y", "IHL-2"),
        (Clash.DUPLICATE, "x", "IHL-1"),
    ]


def test_contradictions_are_seen_from_any_language_once() -> None:
    one, other = concept("a", "war", "соғыс"), concept("b", "battle", "соғыс")

    assert [(each.clash, each.term.text) for each in contradictions(Termbase("t", (one, other)))] == [
        (Clash.CONFLICT, "war")
    ]


def test_other_capitals_contradict_nothing() -> None:
    forbidding = Concept("a", (Term("Example", "en"), Term("мысал ұйымы", "kk", Status.DEPRECATED)))

    assert [
        each.clash for each in contradictions(Termbase("t", (forbidding, concept("b", "Example", "Мысал ұйымы"))))
    ] == []
