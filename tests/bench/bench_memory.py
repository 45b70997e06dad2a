"""The translation memory at a million units: look-up, recall against brute force, concordance; a peer beside.

`TILSHI_BENCH_UNITS` makes it smaller for a quick look; the bounds are meant for a million.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from tests.bench.measure import Sample, cpu, report_limit
from tests.bench.memories import Generator, Sources, units
from tilshi.memory.folding import fold
from tilshi.memory.memory import Memory
from tilshi.memory.tiers import index_path
from tilshi.memory.units import Pair, Query
from tilshi.release import Text

UNITS = int(os.environ.get("TILSHI_BENCH_UNITS", "1000000"))
ASKED = 500
COMPARED = 400
PEER_UNITS, PEER_ASKED = 100_000, 20
LEAST = 0.7
LOOK_UP_LIMIT = 0.012
SEARCH_LIMIT = 0.050
ADD_LIMIT = 0.020
RECALL = 0.995
SIZE_LIMIT = 80e6
PEER_FACTOR = 50
_PAIR = Pair("en", "kk")


def main() -> bool:
    """All bounds."""
    sources = Generator().sources(UNITS, ASKED)
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "memory.sqlite") as memory:
        _fill(memory, sources)
        kept = [
            _opening(Path(folder) / "memory.sqlite"),
            _look_up(memory, sources),
            _recall(memory, sources),
            _adding(memory),
            _searching(memory, sources),
        ]
    return all([*kept, _peer()])


def _fill(memory: Memory, sources: Sources) -> None:
    print(f"\n{UNITS:,} units")
    print(f"  stored in {cpu(lambda: memory.put(units(sources.stored))):.0f} s CPU")
    print(f"  index made in {cpu(lambda: memory.prepare('en', 'kk')):.1f} s, written in {cpu(memory.merge):.1f} s")
    size = memory.store.path.stat().st_size
    print(f"  store with concordance {size / 1e6:.0f} MB")


def _opening(path: Path) -> bool:
    index = index_path(path, _PAIR).stat().st_size
    with Memory(path) as memory:
        seconds = cpu(lambda: memory.prepare("en", "kk"))
    print(f"  index {index / 1e6:.1f} MB on disk, limit {SIZE_LIMIT / 1e6:.0f} MB; opened in {seconds * 1e3:.0f} ms")
    return index <= SIZE_LIMIT


def _look_up(memory: Memory, sources: Sources) -> bool:
    ask = _asker(memory)
    for text in sources.asked[:20]:
        ask(text)
    sample = Sample("look-up, matches with adapted values", tuple(cpu(lambda t=t: ask(t)) for t in sources.asked))  # type: ignore[misc]
    return report_limit(f"Looking up in {UNITS:,} units", sample, LOOK_UP_LIMIT, at_p95=True)


def _recall(memory: Memory, sources: Sources) -> bool:
    """How often the best match is as good as the best of all sentences, where that one is similar enough."""
    by_length: dict[int, list[str]] = {}
    for source in sources.stored:
        folded = fold(source)
        by_length.setdefault(len(folded), []).append(folded)
    found = expected = 0
    for text in sources.asked[:COMPARED]:
        best = _brute_force(fold(text), by_length)
        if best < LEAST:
            continue
        expected += 1
        ours = memory.look_up(Query(Text(text), "en", "kk"), most=1)
        found += bool(ours) and ours[0].score >= min(99, int(100 * best + 1e-9))
    share = found / expected
    print(f"\nRecall@1 of {expected} texts with a match of {LEAST:.0%} or more: {share:.2%}, bound {RECALL:.1%}")
    return share >= RECALL


def _brute_force(text: str, by_length: dict[int, list[str]]) -> float:
    best = LEAST - 1e-9
    for length, texts in by_length.items():
        if min(length, len(text)) >= best * max(length, len(text)):
            found = process.extractOne(text, texts, scorer=Levenshtein.normalized_similarity, score_cutoff=best)
            best = max(best, found[1]) if found else best
    return best


def _adding(memory: Memory) -> bool:
    added = Generator(99).sources(60, 0).stored
    ask = _asker(memory)

    ready = list(units(added))
    seconds = tuple(cpu(lambda u=u: (memory.put([u]), ask(u.source.string))) for u in ready)  # type: ignore[misc]
    return report_limit(
        "One more unit, and the next look-up", Sample("add and look up", seconds), ADD_LIMIT, at_p95=True
    )


def _searching(memory: Memory, sources: Sources) -> bool:
    english = [" ".join(text.split()[:2]) for text in sources.asked[:60]] + [t.split()[-1] for t in sources.asked[:40]]
    kazakh = [unit.target.string.split()[0] for unit in units(sources.stored[:100])]
    kept = []
    for name, language, queries in (("English", "en", english), ("Kazakh", "kk", kazakh)):
        first = tuple(cpu(lambda q=q, code=language: memory.search(q, code)) for q in queries)  # type: ignore[misc]
        title = f"Concordance in {UNITS:,} units, {name}"
        kept.append(report_limit(title, Sample("words, in any form", first), SEARCH_LIMIT, at_p95=True))
    return all(kept)


def _peer() -> bool:
    """Translate Toolkit's matcher in the same run; it is under the GPL, so nothing here depends on it being there."""
    if importlib.util.find_spec("translate") is None:
        print("\nTranslate Toolkit is not installed (pip install translate-toolkit), so it is not compared.")
        return True
    from translate.search.match import matcher
    from translate.storage.base import TranslationStore, TranslationUnit

    # Without it two units of one score end its look-up with a TypeError.
    setattr(TranslationUnit, "__lt__", lambda _one, _other: False)  # noqa: B010  # no types of its own
    sources = Generator(3).sources(PEER_UNITS, 100)
    store: Any = TranslationStore()
    for source in sources.stored:
        store.addsourceunit(source).target = source
    peer: Any = matcher(store, max_candidates=9, min_similarity=70, max_length=10_000)
    peer.matches(sources.asked[0])
    theirs = cpu(lambda: [peer.matches(text) for text in sources.asked[:PEER_ASKED]]) / PEER_ASKED
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "memory.sqlite") as memory:
        memory.put(units(sources.stored))
        ask = _asker(memory)
        for text in sources.asked[:20]:
            ask(text)
        ours = cpu(lambda: [ask(text) for text in sources.asked]) / len(sources.asked)
    factor = theirs / ours
    verdict = "kept" if factor >= PEER_FACTOR else "NOT KEPT"
    print(f"\nAt {PEER_UNITS:,} units: Translate Toolkit {theirs * 1e3:,.0f} ms a look-up, ours {ours * 1e3:.2f} ms:")
    print(f"  {factor:,.0f} × as quick, bound {PEER_FACTOR} ×: {verdict}")
    return factor >= PEER_FACTOR


def _asker(memory: Memory) -> Callable[[str], object]:
    return lambda text: memory.look_up(Query(Text(text), "en", "kk"))
