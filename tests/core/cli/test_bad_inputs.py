"""Broken and hostile files through the command that looks at any file."""

from __future__ import annotations

import json
import time
from pathlib import Path

from tests.core.cli.conftest import Tilshi

MOST_SECONDS = 2.0


def test_every_bad_file_ends_as_it_should(tilshi: Tilshi, shared: Path) -> None:
    folder = shared / "bad_inputs"
    cases = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert cases
    wrong = {case["file"]: fault for case in cases if (fault := _fault(tilshi, folder / case["file"], case["expect"]))}
    assert wrong == {}
    assert list(Path().iterdir()) == []


def _fault(tilshi: Tilshi, path: Path, expected: str) -> str:
    start = time.process_time()
    answer = tilshi("inspect", path)
    spent = time.process_time() - start
    lines = answer.err.splitlines()
    if spent > MOST_SECONDS:
        return f"took {spent:.1f} s"
    if answer.code == 2:
        clear = len(lines) == 1 and lines[0].startswith(f"error: {path}: ") and "Something went wrong" not in lines[0]
        outcome = "error" if clear else "unclear"
    else:
        clear = answer.code == 0 and all(line.startswith("warning: ") for line in lines)
        outcome = ("warn" if lines else "open") if clear else "unclear"
    fits = outcome == expected or (expected == "any" and clear)
    return "" if fits else f"{outcome} instead of {expected}: {answer.err}"
