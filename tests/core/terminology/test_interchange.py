"""Glossaries of any format in and out; broken ones refused whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tilshi.files.errors import FileError
from tilshi.terminology.bundled import load_terms
from tilshi.terminology.concepts import Concept, Term, Termbase
from tilshi.terminology.interchange import of_languages, read_terms, write_terms
from tilshi.terminology.tables import Column, Field

TERMBASE = Termbase(
    "terms",
    (
        Concept("a", (Term("war", "en"), Term("соғыс", "kk-KZ")), subject="x"),
        Concept("b", (Term("peace", "en"), Term("мир", "ru"))),
        Concept("c", (Term("бейбітшілік", "kk"),)),
    ),
)


@pytest.mark.parametrize("suffix", ["tbx", "csv", "tsv", "xlsx"])
def test_what_is_written_is_read(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"terms.{suffix}"
    path.write_bytes(write_terms(TERMBASE, path).data)

    assert read_terms(path).termbase.concepts == TERMBASE.concepts


def test_omegat_text_holds_two_languages(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(write_terms(load_terms(), path, ("en", "kk")).data)
    found = read_terms(path, languages=("en", "kk")).termbase

    assert ("international humanitarian law", "халықаралық гуманитарлық құқық") in [
        tuple(term.text for term in concept.terms) for concept in found.concepts
    ]
    with pytest.raises(FileError, match="A glossary for OmegaT holds two languages"):
        write_terms(load_terms(), path)


def test_some_languages_only() -> None:
    assert of_languages(TERMBASE, ("kk",)).concepts == (
        Concept("a", (Term("соғыс", "kk-KZ"),), subject="x"),
        Concept("c", (Term("бейбітшілік", "kk"),)),
    )


def test_columns_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("x;y\nсоғыс;war\n", encoding="utf-8")
    columns = (Column(Field.TERM, "kk"), Column(Field.TERM, "en"))

    assert [term.text for term in read_terms(path, columns=columns).termbase.concepts[1].terms] == ["соғыс", "war"]
    with pytest.raises(FileError, match="The table has 2 columns, but 3 are named"):
        read_terms(path, columns=(*columns, Column(Field.NOTE)))


@pytest.mark.parametrize(
    ("name", "message"),
    [("terms.ods", "hold no glossary"), ("terms.docx", "hold no glossary"), ("none.csv", "There is no such file")],
)
def test_other_files_are_refused(name: str, message: str, tmp_path: Path) -> None:
    if not name.startswith("none"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(FileError, match=message):
        read_terms(tmp_path / name)


@pytest.mark.parametrize(
    ("termbase", "name", "message"),
    [
        (TERMBASE, "terms.pdf", "Glossaries are not written as “.pdf”"),
        (Termbase("empty"), "terms.tbx", "There are no terms to write"),
        (Termbase("bad", (Concept("a", (Term("bell\a", "en"),)),)), "terms.tbx", "cannot be written: concept a"),
    ],
)
def test_what_cannot_be_written_is_refused(termbase: Termbase, name: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        write_terms(termbase, Path(name))


def test_invisible_characters_in_tbx_are_told(tmp_path: Path) -> None:
    path = tmp_path / "terms.tbx"
    path.write_bytes(write_terms(Termbase("t", (Concept("a", (Term("wa\u200br", "en"),)),)), path).data)

    assert [str(warning) for warning in read_terms(path).warnings] == ["a: There is an invisible character (U+200B)."]


def test_broken_glossaries_end_as_expected(shared: Path) -> None:
    folder = shared / "bad_inputs"
    entries = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    tried = [entry for entry in entries if entry["kind"] in {"csv", "tbx"}]
    wrong = [
        (entry["file"], entry["expect"], outcome)
        for entry in tried
        if (outcome := _outcome(folder / entry["file"])) != entry["expect"] and entry["expect"] != "any"
    ]

    assert len(tried) > 40
    assert wrong == []


def _outcome(path: Path) -> str:
    try:
        found = read_terms(path)
    except FileError as error:
        return "error" if error.reason else "silent"
    return "warn" if found.warnings else "open"


def test_the_shared_termbase_reads_the_same_from_every_format(shared: Path) -> None:
    folder = shared / "terms"
    table, tbx = (read_terms(folder / f"ihl-termbase.{suffix}") for suffix in ("csv", "tbx"))

    assert table.warnings == tbx.warnings == ()
    assert [concept.id for concept in table.termbase.concepts] == [concept.id for concept in load_terms().concepts]
    assert _terms(table.termbase) == _terms(tbx.termbase) == _terms(load_terms())


def _terms(termbase: Termbase) -> list[set[tuple[str, ...]]]:
    return [
        {(term.text, term.language, term.status, term.reason) for term in concept.terms}
        for concept in termbase.concepts
    ]
