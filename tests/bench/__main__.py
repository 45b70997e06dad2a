"""Runs the benchmarks: ``python packaging/dev.py bench [NAME…]`` runs ``bench_NAME.py``, without names all of them.

A benchmark is a module with a function ``main() -> bool`` that prints what it measured and says whether its bounds were
kept. They are not part of the suite: a shared machine must not fail somebody's tests.
"""

import importlib
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def main(names: list[str]) -> int:
    """Runs the benchmarks ``names``; returns 1 if a bound was not kept, 2 if there is no such benchmark."""
    known = sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))
    if unknown := sorted(set(names) - set(known)):
        print(f"No benchmark called {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    kept = [importlib.import_module(f"tests.bench.bench_{name}").main() for name in names or known]
    print(f"\n{sum(kept)} of {len(kept)} benchmarks kept their bounds")
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
