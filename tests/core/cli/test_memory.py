"""`tilshi memory`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tilshi import resources
from tilshi.memory.shelf import default_path

if TYPE_CHECKING:
    from tests.core.cli.conftest import Tilshi

MEMORY = ("--memory", "own.sqlite")
TMX = (
    '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"'
    ' srclang="en" datatype="xml"/><body><tu changeid="Jane Example"><tuv xml:lang="en"><seg>On 6 March 15 children'
    ' came.</seg></tuv><tuv xml:lang="kk"><seg>6 наурызда 15 бала келді.</seg></tuv></tu></body></tmx>'
)


@pytest.fixture
def tmx(tilshi: Tilshi) -> Path:
    path = Path("old.tmx")
    path.write_text(TMX, encoding="utf-8")
    answer = tilshi("memory", "import", path, *MEMORY)
    assert (answer.code, answer.out, answer.err) == (0, "old.tmx: 1 added, 0 were there already\n", "")
    return path


def test_words_are_found_in_any_form(tilshi: Tilshi, tmx: Path) -> None:
    answer = tilshi("memory", "search", "child", "--language", "en", *MEMORY)
    expected = "On 6 March 15 [children] came.\n    6 наурызда 15 бала келді.\n    (old.tmx, Jane Example)\n"
    assert (0, expected) == (answer.code, answer.out)
    assert tilshi("memory", "search", "nothing", "--language", "en", *MEMORY).code == 1
    assert tmx.exists()


def test_a_text_is_offered_an_adapted_translation(tilshi: Tilshi, tmx: Path) -> None:
    text = "On 7 April 30 children came."
    answer = tilshi("memory", "search", text, "--language", "en", "--into", "kk", "--json", *MEMORY)
    (found,) = json.loads(answer.out)["found"]
    assert (found["kind"], found["adapted"]) == ("tm", "7 сәуірде 30 бала келді.")
    assert 70 <= found["score"] <= 99
    assert tmx.exists()


def test_what_is_exported_can_be_imported(tilshi: Tilshi, tmx: Path) -> None:
    assert tilshi("memory", "export", "-o", "new.tmx", *MEMORY).out == "new.tmx: 1 unit\n"
    assert tilshi("memory", "export", "-o", "new.tmx", "--no-overwrite", *MEMORY).code == 2
    assert tilshi("memory", "import", "new.tmx", *MEMORY).out == "new.tmx: 0 added, 1 were there already\n"
    assert tilshi("memory", "export", "-o", "fr.tmx", "--target", "fr", *MEMORY).code == 2
    assert tmx.exists()


def test_a_release_gives_what_is_approved_or_at_wish_translated(tilshi: Tilshi) -> None:
    draft = resources.path("samples", "press-release.tilshi")
    assert (
        " 0 units" in tilshi("memory", "import", "--dry-run", draft).out or tilshi("memory", "import", draft).code == 0
    )
    answer = tilshi("memory", "import", "--translated", draft)
    assert answer.code == 0
    counted = json.loads(tilshi("memory", "statistics", "--json").out)
    assert counted["units"] == sum(pair["units"] for pair in counted["directions"]) > 30
    assert {"en"} == {pair["source"] for pair in counted["directions"]}
    assert default_path().exists()
    default_path().unlink()


def test_an_empty_memory_says_so(tilshi: Tilshi) -> None:
    assert "The memory is empty." in tilshi("memory", "statistics", *MEMORY).out


@pytest.mark.parametrize(
    "argv",
    [
        ("import", "missing.tmx"),
        ("export", "-o", "a.csv"),
        ("search", "12", "--limit", "0"),
        ("search", "a", "--language", "!!"),
        ("statistics", "--memory", "broken.sqlite"),
    ],
)
def test_what_cannot_be_done_is_said(tilshi: Tilshi, argv: tuple[str, ...]) -> None:
    Path("broken.sqlite").write_bytes(b"broken" * 999)
    answer = tilshi("memory", *argv, *(() if "--memory" in argv else MEMORY))
    assert answer.code == 2
    assert answer.err.startswith("error: ")
