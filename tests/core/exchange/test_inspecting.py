import json
import os
import random
import time
from pathlib import Path

import pytest

from tests.core.exchange.foreign import SOUND, mutated
from tilshi.exchange.inspecting import Inspection, inspect
from tilshi.files.errors import FileError

# 20,000 were tried by hand; the suite tries enough to notice a reader that lost its guard.
MUTATIONS = int(os.environ.get("TILSHI_MUTATIONS", "40"))


def outcome(path: Path) -> str:
    try:
        return "warn" if inspect(path).warnings else "open"
    except FileError:
        return "error"


@pytest.mark.parametrize("name", SOUND)
def test_sound_files_open(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(SOUND[name])
    assert inspect(path).summary


@pytest.mark.parametrize("name", SOUND)
def test_broken_files_end_in_nothing_but_a_clear_error(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for seed in range(MUTATIONS):
        data = mutated(name, random.Random(f"{name} {seed}"))
        path.write_bytes(data)
        started = time.process_time()
        outcome(path)
        assert time.process_time() - started < 2, f"seed {seed}"
        assert path.read_bytes() == data
    assert sorted(found.name for found in tmp_path.iterdir()) == [name]


def test_the_collection_of_broken_files_ends_as_its_manifest_says(shared: Path) -> None:
    folder = shared / "bad_inputs"
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {entry["file"]: entry["expect"] for entry in map(json.loads, lines)}
    found = {name: outcome(folder / name) for name in expected}
    assert {name: got for name, got in found.items() if expected[name] not in {got, "any"}} == {}


def test_other_packages_bring_their_own_inspectors(tmp_path: Path) -> None:
    path = tmp_path / "release.tilshi"
    path.write_bytes(b"{}")
    with pytest.raises(FileError, match=r"Files of the kind “\.tilshi” are not known here"):
        inspect(path)
    answer = Inspection("draft", "a draft")
    assert inspect(path, {".tilshi": lambda _path: answer}) == answer
