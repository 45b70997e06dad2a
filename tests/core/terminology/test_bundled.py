"""The termbase and the register of names that ship with the program."""

from __future__ import annotations

from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.concepts import Reliability, Scope, Status, TermType


def test_the_termbase_has_every_concept_in_four_languages() -> None:
    concepts = load_terms().concepts

    assert len(concepts) == 399
    assert len({concept.id for concept in concepts}) == 399
    assert all(concept.preferred(code) for concept in concepts for code in ("en", "fr", "ru", "kk"))


def test_a_concept_carries_its_evidence_and_its_forbidden_forms() -> None:
    committee = load_terms().concepts[0]
    kazakh = list(committee.in_language("kk"))

    assert [term.text for term in kazakh[:2]] == ["Халықаралық Қызыл Крест Комитеті", "ХҚКК"]
    assert kazakh[0].reliability is Reliability.ATTESTED
    assert kazakh[0].seen == "Халықаралық Қызыл Крест Комитетінің"
    assert committee.preferred("kk", TermType.ACRONYM) is kazakh[1]
    forbidden = {term.text: term for term in kazakh if term.status.is_forbidden}
    assert (forbidden["ХККК"].scope, forbidden["ХККК"].status) == (Scope.ALWAYS, Status.DEPRECATED)
    assert forbidden["Қызыл Крест ұйымы"].scope is Scope.CONCEPT


def test_proposed_terms_are_marked() -> None:
    marks = [concept.preferred("kk").reliability for concept in load_terms().concepts]  # type: ignore[union-attr]

    assert (marks.count(Reliability.ATTESTED), marks.count(Reliability.PROPOSED)) == (203, 196)


def test_names_have_their_spelling_in_each_language() -> None:
    bishkek = next(name for name in load_names().concepts if name.preferred("en").text == "Bishkek")  # type: ignore[union-attr]

    assert [term.text for term in bishkek.terms] == ["Bishkek", "Bichkek", "Бишкек", "Бішкек", "Бишкек"]
    assert bishkek.terms[-1].status is Status.DEPRECATED
