"""`tilshi check` knows the glossary that ships with the program and the user's own."""

from __future__ import annotations

import json
from pathlib import Path

from tests.core.cli.conftest import Tilshi
from tilshi.terminology.concepts import Concept, Scope, Status, Term
from tilshi.terminology.glossary import Layer
from tilshi.terminology.shelf import open_store, store_path

TEXT = "Мысалия: Қызыл Жарты Айдың көмегі\n\nБылық көп болды.\n"


def rules(out: str) -> list[str]:
    return [finding["rule"] for finding in json.loads(out)["findings"] if finding["rule"].startswith("term.")]


def test_the_glossary_of_the_program_is_asked(tilshi: Tilshi, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    answer = tilshi("check", "a.txt", "--language", "kk", "--format", "json")
    assert rules(answer.out) == ["term.forbidden"]


def test_the_users_own_glossary_is_asked_too(tilshi: Tilshi, tmp_path: Path) -> None:
    wrong = Term("былық", "kk", Status.DEPRECATED, scope=Scope.ALWAYS, reason="rude")
    with open_store(Layer.PERSONAL) as store:
        store.put([Concept("own-1", (Term("mess", "en"), wrong))])
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    try:
        answer = tilshi("check", "a.txt", "--language", "kk", "--format", "json")
    finally:
        store_path(Layer.PERSONAL).unlink()
    assert rules(answer.out) == ["term.forbidden"] * 2


def test_a_damaged_glossary_is_told_and_checking_goes_on(tilshi: Tilshi, tmp_path: Path) -> None:
    path = store_path(Layer.PERSONAL)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"this is no database, and never was one" * 40)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    try:
        answer = tilshi("check", "a.txt", "--language", "kk", "--format", "json")
    finally:
        path.unlink()
    assert rules(answer.out) == ["term.forbidden"]
    assert answer.err.startswith("error: ")
    assert path.name in answer.err
