"""The layered glossary: what counts, what changes, how quickly."""

from __future__ import annotations

import csv
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.terminology import shelf
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.concepts import Concept, Status, Term, Termbase, TermType
from tilshi.terminology.glossary import Glossary, Layer, assembled


def concept(name: str, **terms: str) -> Concept:
    return Concept(name, tuple(Term(text, language) for language, text in terms.items()))


BUNDLED = Termbase(
    "bundled",
    (
        concept("B1", en="armed conflict", kk="қарулы қақтығыс", ru="вооруженный конфликт", fr="conflit armé"),
        concept("B2", en="conflict", kk="қақтығыс"),
        concept("B3", en="prisoner of war", kk="әскери тұтқын", de="Kriegsgefangener"),
    ),
)
OURS = Termbase("ours", (concept("B2", en="dispute", kk="дау"), concept("O1", en="conflict", kk="тартыс")))


@pytest.fixture
def glossary() -> Glossary:
    return assembled({Layer.BUNDLED: BUNDLED, Layer.ORGANISATION: OURS})


def test_of_two_spellings_the_text_decides_which_it_is() -> None:
    terms = (Term("Мысал Комитеті", "kk"), Term("Мысал комитеті", "kk", Status.DEPRECATED))
    glossary = assembled({Layer.PERSONAL: Termbase("t", (Concept("c", terms),))})

    for text, expected in (
        ("бұл Мысал Комитетінің", Status.PREFERRED),
        ("бұл Мысал комитетінің", Status.DEPRECATED),
        ("БҰЛ МЫСАЛ КОМИТЕТІНІҢ", Status.PREFERRED),
        ("бұл мысал комитетінің", Status.PREFERRED),
    ):
        assert [hit.term.status for hit in glossary.find(text, "kk")] == [expected]


def found(glossary: Glossary, text: str, language: str, *, nested: bool = False) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.concept.id) for hit in glossary.find(text, language, nested=nested)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Қарулы қақтығыстардың салдары", "kk", [("Қарулы қақтығыстардың", "B1")]),
        ("в ходе вооружённых конфликтов", "ru", [("вооружённых конфликтов", "B1")]),
        ("the armed conflicts’ end", "en", [("armed conflicts", "B1")]),
        ("des conflits armés", "fr", [("conflits armés", "B1")]),
        ("jeder Kriegsgefangener", "de", [("Kriegsgefangener", "B3")]),
        ("қарулы қақтығыс", "kk-KZ", [("қарулы қақтығыс", "B1")]),
        ("қарулы қақтығыс", "kk-Latn", []),
    ],
)
def test_each_language_is_found_by_its_own_grammar(
    glossary: Glossary, text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert found(glossary, text, language) == expected


def test_kazakh_hits_say_which_form_they_are(glossary: Glossary) -> None:
    (hit,) = glossary.find("қарулы қақтығыстарда", "kk")

    assert [reading.apertium for reading in hit.readings] == ["<n><pl><loc>"]


def test_a_higher_layer_hides_the_concept_of_its_id(glossary: Glossary) -> None:
    assert found(glossary, "a conflict, a dispute", "en") == [("conflict", "O1"), ("dispute", "B2")]
    assert [glossary.layer_of(name) for name in ("B1", "B2", "O1", "P1")] == [
        Layer.BUNDLED,
        Layer.ORGANISATION,
        Layer.ORGANISATION,
        None,
    ]


def test_terms_within_others_are_found_where_they_are_asked_for(glossary: Glossary) -> None:
    assert found(glossary, "armed conflict", "en", nested=True) == [("armed conflict", "B1"), ("conflict", "O1")]
    assert found(glossary, "қарулы қақтығысты", "kk", nested=True) == [("қарулы қақтығысты", "B1")]


@pytest.mark.parametrize("text", ["https://conflict.example.org/conflict", "conflict@example.org", "conflict.org"])
def test_addresses_hold_no_terms(glossary: Glossary, text: str) -> None:
    assert found(glossary, f"see {text}, a dispute", "en") == [("dispute", "B2")]


def test_what_is_added_is_found_and_the_old_value_stays_as_it_was(glossary: Glossary) -> None:
    richer = glossary.with_concept(concept("P1", en="cease-fire", kk="атысты тоқтату"))

    assert found(richer, "no cease-fire", "en") == [("cease-fire", "P1")]
    assert found(glossary, "no cease-fire", "en") == []


def test_entries_name_the_terms_of_the_target_best_first(glossary: Glossary) -> None:
    terms = (
        Term("truce", "en"),
        Term("бітім", "kk", Status.ADMITTED),
        Term("уақытша бітім", "kk"),
        Term("тыныштық", "kk", Status.DEPRECATED),
    )
    (entry,) = glossary.with_concept(Concept("P1", terms)).entries("The truces hold", "en", "kk")

    assert [term.text for term in entry.terms] == ["уақытша бітім", "бітім", "тыныштық"]
    assert [(hit.start, hit.end) for hit in entry.hits] == [(4, 10)]


def test_one_form_of_several_layers_names_the_highest_first(glossary: Glossary) -> None:
    richer = glossary.with_concept(concept("P1", en="armed conflict")).with_concept(
        concept("O2", en="armed conflict"), Layer.ORGANISATION
    )

    assert [name for _, name in found(richer, "armed conflict", "en")] == ["P1", "O2", "B1"]
    assert [name for _, name in found(richer.compacted(), "armed conflict", "en")] == ["P1", "O2", "B1"]


def test_a_concept_taken_out_brings_the_one_below_to_light(glossary: Glossary) -> None:
    once = glossary.without("B2", Layer.ORGANISATION)

    assert [name for _, name in found(once, "a conflict, a dispute", "en")] == ["O1", "B2"]
    assert found(once, "a dispute", "en") == []
    assert once.concept("B2") is BUNDLED.concepts[1]


CHANGES = st.lists(
    st.tuples(st.sampled_from(["B1", "B2", "P1", "P2"]), st.sampled_from([None, "war", "peace", "armed conflict"])),
    max_size=12,
)


@given(CHANGES)
def test_changes_in_turn_are_the_same_as_a_glossary_made_of_the_result(
    changes: list[tuple[str, str | None]],
) -> None:
    glossary = assembled({Layer.BUNDLED: BUNDLED})
    personal: dict[str, Concept] = {}
    for name, text in changes:
        if text is None:
            glossary = glossary.without(name)
            personal.pop(name, None)
        else:
            personal[name] = concept(name, en=text)
            glossary = glossary.with_concept(personal[name])
    anew = assembled({Layer.BUNDLED: BUNDLED, Layer.PERSONAL: Termbase("p", tuple(personal.values()))})
    text = "war and peace, an armed conflict, a conflict, prisoners of war"

    for one in (glossary, glossary.compacted()):
        assert sorted(found(one, text, "en", nested=True)) == sorted(found(anew, text, "en", nested=True))
        assert {each.id: each for each in one.concepts()} == {each.id: each for each in anew.concepts()}


def test_many_changes_go_into_few_indices_until_they_are_put_into_one(glossary: Glossary) -> None:
    for number in range(200):
        glossary = glossary.with_concept(concept(f"P{number}", en=f"term{number}"))

    assert not glossary.is_compact
    assert found(glossary, "term0 term199", "en") == [("term0", "P0"), ("term199", "P199")]
    compact = glossary.compacted()
    assert compact.is_compact
    assert compact.compacted() is compact
    assert found(compact, "term0 term199", "en") == [("term0", "P0"), ("term199", "P199")]


def test_several_threads_may_ask_at_once() -> None:
    glossary = assembled({Layer.BUNDLED: BUNDLED})
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda text: found(glossary, text, "en"), ["armed conflicts and prisoners of war"] * 40)
        )

    assert answers == [[("armed conflicts", "B1"), ("prisoners of war", "B3")]] * 40


def test_the_shelf_holds_what_ships_and_what_is_the_users_own(tmp_path: Path) -> None:
    with shelf.open_store(Layer.PERSONAL, tmp_path / "new") as store:
        store.put([concept("P1", en="zebra", kk="зебра")])
    loaded = shelf.load(tmp_path / "new")

    assert loaded.errors == ()
    assert found(loaded.glossary, "the ICRC’s zebras", "en") == [("ICRC", "IHL-0001"), ("zebras", "P1")]
    assert [term.kind for term in loaded.glossary.concept("IHL-0001").in_language("kk")][:2] == [  # type: ignore[union-attr]
        TermType.FULL_FORM,
        TermType.ACRONYM,
    ]


def test_a_damaged_store_is_told_and_nothing_else_is_lost(tmp_path: Path) -> None:
    shelf.store_path(Layer.ORGANISATION, tmp_path).write_bytes(b"nothing of ours")
    loaded = shelf.load(tmp_path)

    assert [error.path.name for error in loaded.errors] == ["organisation.sqlite"]
    assert found(loaded.glossary, "ICRC", "en") == [("ICRC", "IHL-0001")]
    assert shelf.store_path(Layer.ORGANISATION, tmp_path).read_bytes() == b"nothing of ours"


def test_adding_a_term_does_not_grow_with_the_glossary() -> None:
    many = Termbase("many", tuple(concept(f"M{number}", en=f"entry number{number}") for number in range(20_000)))
    glossary = assembled({Layer.BUNDLED: many})
    glossary.prepare("en")
    spent = []
    for number in range(70):
        began = time.process_time()
        glossary = glossary.with_concept(concept(f"P{number}", en=f"addition number{number}"))
        assert len(glossary.find("an addition number69 or entry number19999", "en")) >= 1
        spent.append(time.process_time() - began)

    # A quarter of what building the index of 20,000 takes here, so that a slow machine does not fail it.
    assert sorted(spent)[len(spent) // 2] < 0.05


def test_every_use_in_the_seed_release_is_found(shared: Path) -> None:
    glossary = assembled({Layer.BUNDLED: load_terms(), Layer.NAMES: load_names()})
    text = (shared / "samples" / "seed_release_kk.txt").read_text(encoding="utf-8")
    uses = {(hit.start, hit.end, hit.term.text) for hit in glossary.find(text, "kk", nested=True)}
    law = [text[start:end] for start, end, term in uses if term == "халықаралық гуманитарлық құқық"]
    committee = [text[start:end] for start, end, term in uses if term == "ХҚКК"]

    assert len(law) == 7
    assert len(committee) == 12
    assert len([use for use in committee if use != "ХҚКК"]) == 3


def test_every_term_of_the_seed_release_is_found_as_often_as_it_stands_there(shared: Path) -> None:
    with (shared / "samples" / "seed_terms.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] not in {"formula", "date", "number"}]
    concepts = (Concept(f"s{at}", (Term(row["kk_form_in_seed"], "kk"),)) for at, row in enumerate(rows))
    glossary = assembled({Layer.PERSONAL: Termbase("seed", tuple(concepts))})
    text = (shared / "samples" / "seed_release_kk.txt").read_text(encoding="utf-8")
    uses = {(hit.concept.id, hit.start) for hit in glossary.find(text, "kk", nested=True)}
    counts = Counter(name for name, _start in uses)
    missed = [row["kk_form_in_seed"] for at, row in enumerate(rows) if counts[f"s{at}"] < int(row["occurrences"])]

    assert missed == []
