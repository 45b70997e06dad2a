"""Keeping a draft: one durable edit, a save of 2,000 segments, and what the thread that asks for them waits.

Wall-clock time here, since a disk is what is waited for: p95 of many, on the disk of the temporary folder.
"""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from tilshi.drafts.draft import PLAIN
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.saving import Origin
from tilshi.drafts.writer import JournalWriter
from tilshi.release import Block, Release, Role, Segment, Target, Text

SEGMENTS = 2_000
EDITS = 300
SAVES = 15
EDIT_LIMIT = 0.020
SAVE_LIMIT = 0.050
WAIT_LIMIT = 0.005


def main() -> bool:
    """All three limits."""
    release = _release()
    with tempfile.TemporaryDirectory() as folder:
        keeper = Keeper(Path(folder) / "state", Origin(release), PLAIN)
        path = Path(folder) / "draft.tilshi"
        keeper.save(release, path)
        states = [release.with_segment(Segment(f"s{n}", Text(f"Another text {n}"))) for n in range(EDITS)]
        edits = [_timed(partial(keeper.keep, state)) for state in states]
        saves = [_timed(partial(keeper.save, state, path)) for state in states[:SAVES]]
        writer = JournalWriter(keeper, lambda _news: None)
        waits = [_timed(partial(writer.submit, n, states[n])) for n in range(EDITS)]
        writer.close()
    return all(
        [
            _report("A durable edit", edits, EDIT_LIMIT, _p95),
            _report(f"A save of {SEGMENTS} segments", saves, SAVE_LIMIT, median),
            _report("What the window waits for an edit", waits, WAIT_LIMIT, _p95),
        ]
    )


def _release() -> Release:
    translation = (("kk", Target(Text("Қызыл Крест қызметкерлері екі мың отбасыға азық-түлік пен су жеткізді. " * 2))),)
    source = Text("Volunteers brought food and water to two thousand families in the north of Examplia. " * 2)
    blocks = (Block(f"b{n}", Role.BODY, (Segment(f"s{n}", source, translation),)) for n in range(SEGMENTS))
    return Release("bench", "en", ("kk",), blocks=tuple(blocks))


def _timed(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


def _report(what: str, seconds: list[float], limit: float, measure: Callable[[list[float]], float]) -> bool:
    found = measure(seconds)
    kept = found <= limit
    print(f"{what}: {found * 1e3:.1f} ms (limit {limit * 1e3:.0f} ms){'' if kept else '  TOO SLOW'}")
    return kept
