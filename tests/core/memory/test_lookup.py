"""What the memory offers for a text."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from tilshi.memory.folding import digest, fold
from tilshi.memory.matches import MatchKind
from tilshi.memory.memory import Memory
from tilshi.memory.tiers import index_path
from tilshi.memory.units import NO_CONTEXT, Context, Pair, Provenance, Query, Unit
from tilshi.release import Text


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite") as opened:
        yield opened


def unit(source: str, target: str, context: Context = NO_CONTEXT, segment: str = "", at: str = "") -> Unit:
    origin = Provenance("r1", "A release", segment, "Jane Example", at, "final")
    return Unit(Text(source), Text(target), "en", "kk", context, origin)


def query(source: str, context: Context = NO_CONTEXT) -> Query:
    return Query(Text(source), "en", "kk", context)


def test_the_same_text_is_exact_and_between_the_same_neighbours_in_context(memory: Memory) -> None:
    here = Context(digest("Before."), digest("After."), "body")
    memory.put([unit("The same.", "Бір.", segment="p1"), unit("The same.", "Екі.", here, "p2")])
    found = memory.look_up(query("The same.", here))
    assert [(match.target.string, match.score, match.kind) for match in found] == [
        ("Екі.", 101, MatchKind.CONTEXT),
        ("Бір.", 100, MatchKind.EXACT),
    ]
    assert found[0].provenance.by == "Jane Example"


def test_case_and_space_alone_score_99(memory: Memory) -> None:
    memory.put([unit("The  same\u00a0text.", "Мәтін.")])
    assert [match.score for match in memory.look_up(query("the same text."))] == [99]


def test_a_similar_text_comes_with_what_differs(memory: Memory) -> None:
    memory.put([unit("The hospital was hit by shells on Monday.", "Аурухана.")])
    present = "The hospital was hit by rockets on Monday."
    (match,) = memory.look_up(query(present))
    stored = match.source.string
    assert match.kind is MatchKind.FUZZY
    assert [
        (str(span.kind), stored[span.old_start : span.old_end] or present[span.new_start : span.new_end])
        for span in match.difference
        if span.kind != "equal"
    ] == [("delete", "shells"), ("insert", "rockets")]
    assert match.score == int(100 * Levenshtein.normalized_similarity(fold(stored), fold(present)))


def test_nothing_below_the_least_and_no_translation_twice(memory: Memory) -> None:
    memory.put([unit(f"A sentence of number {word}.", "Сөйлем.") for word in ("one", "two", "six", "ten")])
    assert len(memory.look_up(query("A sentence of number one."))) == 1
    assert memory.look_up(query("Something else altogether, quite long.")) == ()


def test_only_the_same_direction_is_offered(memory: Memory) -> None:
    memory.put([Unit(Text("Word."), Text("Слово."), "en", "ru"), Unit(Text("Word."), Text("Сөз."), "en-GB", "kk")])
    assert [match.target.string for match in memory.look_up(query("Word."))] == ["Сөз."]


def test_what_is_removed_is_offered_no_more_and_what_is_added_at_once(memory: Memory) -> None:
    memory.put([unit("The first sentence here.", "Бірінші.")])
    (match,) = memory.look_up(query("The first sentence there."))
    memory.remove([match.unit])
    memory.put([unit("The fifth sentence there!", "Бесінші.")])
    assert [found.target.string for found in memory.look_up(query("The first sentence there."))] == ["Бесінші."]


@pytest.mark.parametrize("text", ["", " \u00a0", "\ud800", "a\0b", "x" * 30_000, "\u202eабв"])
def test_no_text_is_too_odd_to_look_up(memory: Memory, text: str) -> None:
    memory.put([unit("Something.", "Бірдеңе."), unit(text, "Х")])
    assert all(match.score >= 70 for match in memory.look_up(query(text)))


def test_the_index_is_written_merged_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    with Memory(path) as memory:
        memory.put(unit(f"Sentence {number} about aid.", f"Сөйлем {number}.") for number in range(50))
        assert memory.look_up(query("Sentence 7 about aid!"))[0].target.string == "Сөйлем 7."
        assert memory.merge()
        assert not memory.merge()
        memory.put([unit("Sentence 77 about aid?", "Жаңа.")])
    assert index_path(path, Pair("en", "kk")).exists()
    with Memory(path) as memory:
        assert memory.look_up(query("Sentence 77 about aid!"))[0].target.string == "Жаңа."
        assert memory.look_up(query("Sentence 8 about aid!"))[0].target.string == "Сөйлем 8."


@pytest.mark.parametrize("language", ["../up", "a/b", "kk\\x", "nul\0", "x" * 400, "\ud800", "қазақ"])
def test_what_is_no_language_tag_names_no_file_elsewhere(tmp_path: Path, language: str) -> None:
    index = index_path(tmp_path / "memory.sqlite", Pair("en", language))
    assert index.parent == tmp_path
    assert index != index_path(tmp_path / "memory.sqlite", Pair("en", language + "x"))
    index.write_bytes(b"")


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "other"])
def test_an_index_that_is_not_sound_is_made_again(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "memory.sqlite"
    with Memory(path) as memory:
        memory.put(unit(f"Sentence {number} about aid.", f"Сөйлем {number}.") for number in range(50))
        memory.prepare("en", "kk")
        memory.merge()
    index = index_path(path, Pair("en", "kk"))
    data = bytearray(index.read_bytes())
    data[len(data) // 2] ^= 1
    index.write_bytes({"cut": bytes(data[:-7]), "flip": bytes(data), "empty": b"", "other": b"x" * 99}[damage])
    with Memory(path) as memory:
        assert memory.look_up(query("Sentence 7 about aid!"))[0].target.string == "Сөйлем 7."


def test_the_best_match_is_the_one_of_brute_force(memory: Memory) -> None:
    chance = random.Random(1)
    words = [f"word{number}" for number in range(300)]
    sources = [" ".join(chance.choices(words, k=chance.randrange(2, 30))) for _ in range(3_000)]
    memory.put(unit(source, f"T{number}") for number, source in enumerate(sources))
    for source in chance.sample(sources, 60):
        changed = source.split()
        changed[chance.randrange(len(changed))] = chance.choice(words)
        text = " ".join(changed)
        best = process.extractOne(text, sources, scorer=Levenshtein.normalized_similarity, score_cutoff=0.7)
        found = memory.look_up(query(text))
        assert (int(100 * best[1] + 1e-9) if best else 0) == (found[0].score if found else 0)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_comes_after_an_empty_memory_was_prepared_is_offered(memory: Memory) -> None:
    memory.prepare("en", "kk")
    memory.put([unit("The first sentence here.", "Бірінші.")])
    (match,) = memory.look_up(query("The first sentence there."))
    assert match.kind is MatchKind.FUZZY


def test_only_what_has_units_is_known(memory: Memory) -> None:
    assert not memory.knows("en", "kk")
    memory.put([unit("The first sentence here.", "Бірінші.")])
    assert memory.knows("en-GB", "kk")
    assert not memory.knows("kk", "en")
