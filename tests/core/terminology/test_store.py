"""Termbases on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tilshi.files.errors import FileError
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.concepts import Concept, Grammar, Status, Term
from tilshi.terminology.store import TermStore

RICH = Concept(
    "c1",
    (
        Term(
            "соғыс заңы", "kk", Status.ADMITTED, grammar=Grammar("front", izafet=True, base="заң"), sources=("A", "B")
        ),
        Term("law of war", "en", more=('<xref type="x" target="https://example.org"/>',)),
    ),
    note="two\nlines",
    more_in=(("kk", ("<note>x</note>",)),),
)


def test_what_is_stored_comes_back_equal(tmp_path: Path) -> None:
    concepts = (RICH, *load_terms().concepts, *load_names().concepts)
    with TermStore(tmp_path / "ours.tilshi-terms", "Ours") as store:
        store.put(concepts)
    with TermStore(tmp_path / "ours.tilshi-terms") as store:
        loaded = store.load()

    assert (loaded.name, loaded.concepts) == ("Ours", concepts)


def test_a_changed_concept_keeps_its_place(tmp_path: Path) -> None:
    first, second = Concept("a", (Term("a", "en"),)), Concept("b", (Term("b", "en"),))
    changed = Concept("a", (Term("aa", "en"),))
    with TermStore(tmp_path / "t") as store:
        store.put((first, second))
        store.put((changed,))
        assert store.load().concepts == (changed, second)
        store.remove(("a", "gone"))
        assert store.load().concepts == (second,)


def test_an_import_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> object:
        yield RICH
        raise ValueError("the second row is wrong")

    with TermStore(tmp_path / "t") as store:
        with pytest.raises(FileError, match="second row"):
            store.put(broken())  # type: ignore[arg-type]  # a generator of concepts that fails
        assert store.load().concepts == ()


def test_another_program_sees_only_whole_changes(tmp_path: Path) -> None:
    with TermStore(tmp_path / "t") as ours, TermStore(tmp_path / "t") as theirs:
        ours.put((RICH,))
        assert theirs.load().concepts == (RICH,)


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE x (y)")
    connection.close()


def _newer(path: Path) -> None:
    TermStore(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(
            lambda path: path.write_text("Not a database at all, but long enough to look." * 9), "cannot", id="text"
        ),
        pytest.param(lambda path: path.write_bytes(b""), "not a glossary", id="empty"),
        pytest.param(_foreign, "not a glossary", id="another program's"),
        pytest.param(_newer, "newer version", id="newer"),
    ],
)
def test_what_is_no_termbase_is_refused_and_left_alone(make: object, says: str, tmp_path: Path) -> None:
    path = tmp_path / "t"
    make(path)  # type: ignore[operator]  # one of the functions above
    before = path.read_bytes()

    with pytest.raises(FileError, match=says):
        TermStore(path)

    assert path.read_bytes() == before


def test_a_missing_folder_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"ours\.db"):
        TermStore(tmp_path / "nowhere" / "ours.db")


def test_spans_of_time_are_kept(tmp_path: Path) -> None:
    term = Term("Порт-Мысал", "kk", valid_from="2022-09-17", valid_until="2026")
    with TermStore(tmp_path / "t.sqlite") as store:
        store.put([Concept("a", (term,))])
        assert store.load().concepts == (Concept("a", (term,)),)
