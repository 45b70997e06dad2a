"""The memory on disk: what is kept, what is replaced, and what is said of a file that is not sound."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tilshi.files.errors import FileError
from tilshi.memory import schema
from tilshi.memory.shelf import default_path, open_memory, start_afresh
from tilshi.memory.store import MemoryStore
from tilshi.memory.units import Context, Pair, Provenance, Unit
from tilshi.memory.writing import Stored
from tilshi.release import Mark, MarkKind, Text


def unit(source: str, target: str, release: str = "r1", segment: str = "p1", language: str = "kk") -> Unit:
    origin = Provenance(release, release.title(), segment, "Jane Example", "2026-04-21T10:00:00+00:00", "final")
    return Unit(Text(source), Text(target), "en", language, Context("a", "b", "body"), origin)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.sqlite"


def test_a_unit_comes_back_as_it_was(path: Path) -> None:
    text = Text("Bold and\u00a0linked", (Mark(0, 4, MarkKind.BOLD), Mark(9, 15, MarkKind.LINK, "https://example.org")))
    stored = Unit(
        *(text, Text("Қою\0 мәтін"), "en-GB", "kk"),
        *(Context("1234", "", "quote"), Provenance("r", "Title", "p1", "Jane Example", "2026", "reviewed")),
        (("x-client", "Ministry"),),
        "2026-04-21T10:00:00+00:00",
        1,
    )
    with MemoryStore(path) as store:
        assert Stored(added=1) == store.put([stored])
    with MemoryStore(path) as store:
        assert (stored,) == tuple(store.all_units())


def test_a_unit_is_there_once_with_all_its_places(path: Path) -> None:
    with MemoryStore(path) as store:
        first = store.put([unit("One.", "Бір."), unit("One.", "Бір.", segment="p2"), unit("One.", "Бір.", "r2")])
        assert Stored(added=1, updated=2) == first
        assert {("r1", "p1"), ("r1", "p2"), ("r2", "p1")} == {
            (found.provenance.release, found.provenance.segment) for found in store.units([1])
        }


def test_a_corrected_translation_takes_the_place_of_the_old_one(path: Path) -> None:
    with MemoryStore(path) as store:
        store.put([unit("One.", "Қате."), unit("Two.", "Екі.", segment="p2"), unit("Two.", "Екі.", "r2", "p9")])
        store.put([unit("One.", "Бір."), unit("Two.", "Екеу.", segment="p2"), unit("One.", "Один.", language="ru")])
        assert sorted(found.target.string for found in store.all_units()) == ["Бір.", "Екеу.", "Екі.", "Один."]
        assert {Pair("en", "kk"): 3, Pair("en", "ru"): 1} == store.pairs()


def test_removing_a_release_leaves_what_others_gave(path: Path) -> None:
    with MemoryStore(path) as store:
        store.put([unit("One.", "Бір."), unit("Two.", "Екі.", segment="p2"), unit("Two.", "Екі.", "r2")])
        assert store.remove_release("r1") == 1
        assert [found.target.string for found in store.all_units()] == ["Екі."]
        assert store.with_words('"kk_бір"', 9) == []
        assert store.with_words('"kk_екі"', 9) == [2]


def test_ids_are_never_given_again(path: Path) -> None:
    with MemoryStore(path) as store:
        store.put([unit("One.", "Бір.")])
        assert store.remove([1, 99]) == 1
        store.put([unit("Two.", "Екі.")])
        assert [found.id for found in store.all_units()] == [2]
        assert store.newest() == 2


def test_what_says_nothing_or_is_no_text_is_refused(path: Path) -> None:
    with MemoryStore(path) as store:
        refused = store.put([unit(" ", "Х"), unit("X", ""), unit("\ud800", "Х"), unit("X", "Х\udfff")])
        assert Stored(refused=4) == refused
        assert store.count() == 0


def test_all_or_nothing(path: Path) -> None:
    def broken() -> list[Unit]:
        raise KeyboardInterrupt

    with MemoryStore(path) as store:
        with pytest.raises(KeyboardInterrupt):
            store.put(found for number in range(3) for found in ([unit("A", "Б")] if number < 2 else broken()))
        assert store.count() == 0


@pytest.mark.parametrize("damage", ["garbage", "cut", "foreign", "newer", "rows"])
def test_a_file_that_is_not_sound_is_refused_and_left_alone(path: Path, damage: str) -> None:
    with MemoryStore(path) as store:
        store.put(unit(f"Sentence {number}", "Сөйлем", segment=f"p{number}") for number in range(200))
    if damage == "garbage":
        path.write_bytes(b"not a database, whatever its name says" * 100)
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:6_000])
    else:
        with sqlite3.connect(path) as connection:
            statement = {
                "foreign": "PRAGMA application_id = 7",
                "newer": f"PRAGMA user_version = {schema.VERSION + 1}",
                "rows": "UPDATE unit SET target_marks = 'no marks'",
            }[damage]
            connection.execute(statement)
        connection.close()
    before = path.read_bytes()
    with pytest.raises(FileError) as caught, MemoryStore(path) as store:
        list(store.all_units())
    assert caught.value.reason
    assert caught.value.remedy
    assert before == path.read_bytes()


def test_the_users_memory_is_put_aside_only_when_asked() -> None:
    path = default_path()
    with open_memory() as memory:
        memory.put([unit("One.", "Бір.")])
    path.write_bytes(b"broken" * 1_000)
    with pytest.raises(FileError):
        open_memory()
    aside = start_afresh()
    try:
        assert aside.read_bytes() == b"broken" * 1_000
        with open_memory() as memory:
            assert memory.store.count() == 0
    finally:
        aside.unlink()
        path.unlink()


def test_words_are_indexed_anew_after_a_change_of_rules(path: Path) -> None:
    with MemoryStore(path) as store:
        store.put([unit("One.", "Бір.")])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET words = 0")
        connection.execute("DELETE FROM word")
        connection.execute("INSERT INTO words (words) VALUES ('delete-all')")
    connection.close()
    with MemoryStore(path) as store:
        assert store.with_words('"kk_бір" AND "en_one"', 9) == [1]
        assert store.known_words("kk_", "kk_\U0010ffff") == ["kk_бір"]
