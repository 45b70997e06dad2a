"""The rows of the window beside a bare QPlainTextEdit: opening, keystrokes, the next unfinished segment, memory.

Everything runs in one process on one screen, and the contenders take turns. A keystroke counts until it is painted.
Memory is measured in a process of its own each time: what the allocator keeps of releases that were open before, and of
what checked them, says nothing about this one.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QApplication

from tests.bench.desk import Desk
from tests.bench.measure import Sample, cpu, report_limit
from tests.screen import Screen

OPEN_LIMIT: Final = 0.150
KEY_LIMIT: Final = 0.002
NEXT_LIMIT: Final = 0.005
MEMORY_LIMIT: Final = 60.0
"""Megabytes above the empty window."""
ROUNDS: Final = 12
KEYS: Final = 40

ENGLISH: Final = (
    "The organisation helped to repair two wards and delivered medicines and medical supplies for 4,500 people. "
    "Hospitals and medical personnel must be respected and protected in all circumstances."
)
KAZAKH: Final = (
    "Ұйым екі палатаны жөндеуге көмектесіп, 4 500 адамға жететін дәрі-дәрмек пен медициналық құралдарды жеткізді. "
    "Ауруханалар мен медициналық қызметкерлер кез келген жағдайда құрметтеліп, қорғалуға тиіс."
)


def main() -> bool:
    """2,000 segments, and 20,000 beside them within the same bounds, to show that the number hardly matters."""
    with TemporaryDirectory() as home, Screen() if Screen.is_possible() else nullcontext() as screen:
        os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home} | (screen.environment if screen else {})
        return _measure(Path(home))


def _measure(home: Path) -> bool:
    desk = Desk(QApplication(["bench"]), home)
    empty = _memory()
    kept = []
    for count in (2_000, 20_000):
        opened = Sample(f"{count:,} segments", (desk.open(count, ENGLISH, KAZAKH),))
        opened = Sample(opened.name, (*opened.seconds, *(desk.open(count, ENGLISH, KAZAKH) for _ in range(4))))
        kept.append(report_limit(f"Opening {count:,} segments, to the first paint", opened, OPEN_LIMIT))
        kept.append(_keys(desk, count, KEY_LIMIT))
        kept.append(_next(desk, count))
        kept.append(_held(count))
    print(f"\nMemory after all these (PSS): {_memory() - empty:.0f} MB above the empty window")
    desk.close()
    return all(kept)


def hold(home: Path, count: int) -> None:
    """In a process of its own: shows a release of so many segments, and prints the megabytes that takes."""
    desk = Desk(QApplication(["bench"]), home)
    empty = _memory()
    desk.open(count, ENGLISH, KAZAKH)
    print(_memory() - empty)
    desk.close()


def _held(count: int) -> bool:
    with TemporaryDirectory() as home:
        program = f"from pathlib import Path; from tests.bench.bench_window import hold; hold(Path({home!r}), {count})"
        environment = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home}
        # The interpreter is this one, and the program is written above.
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True, check=True
        )
    above = float(done.stdout)
    print(f"\nMemory with {count:,} segments (PSS): {above:.0f} MB above the empty window")
    return above <= MEMORY_LIMIT


def _keys(desk: Desk, count: int, limit: float) -> bool:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(ROUNDS):
        desk.rest()
        ours += _each(desk.type_in_rows)
        bare += _each(desk.type_in_bare)
    samples = Sample("a row among " + f"{count:,}", tuple(ours)), Sample("bare QPlainTextEdit", tuple(bare))
    kept = report_limit(f"A keystroke, {count:,} segments", samples[0], limit, at_p95=True)
    print(f"  {samples[1].name:<44} {samples[1].median * 1e3:>7.2f} ms   p95 {samples[1].p95 * 1e3:>7.2f} ms")
    print(f"  ratio of the medians {samples[0].median / samples[1].median:.1f} ×")
    return kept


def _next(desk: Desk, count: int) -> bool:
    """From the last segment round the end to the only unfinished one, the one before it: the longest way there is."""
    desk.leave_unfinished(count - 2)
    seconds = [desk.find_next(count - 1, count - 2) for _ in range(KEYS)]
    sample = Sample(f"among {count:,}", tuple(seconds))
    return report_limit(f"The next unfinished segment, {count:,}", sample, NEXT_LIMIT, at_p95=True)


def _each(key: Callable[[], None]) -> list[float]:
    return [cpu(key) for _ in range(KEYS)]


def _memory() -> float:
    """Megabytes this process uses, shared pages divided by who shares them (Linux)."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
