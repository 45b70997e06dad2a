"""How the benchmarks measure: CPU time, medians, and one run that holds both sides of a ratio.

Wall-clock time on a shared machine says how busy the others are, and two runs are two machines. So everything here
counts CPU seconds, and contenders take turns (A B A B …): what disturbs one disturbs the other.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

REPEATS = 9


@dataclass(frozen=True, slots=True)
class Sample:
    """The CPU seconds of repeated runs of one contender."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle of the runs: no single disturbance moves it."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """What 95 of 100 runs stay below."""
        return quantiles(self.seconds, n=20, method="inclusive")[-1] if len(self.seconds) > 1 else self.median


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds of this process, all threads together, that `work` takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def cpu_of_program(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """The CPU seconds of a program and all its children, user and system, from start to end (POSIX).

    Raises:
        RuntimeError: the program failed; the message holds what it said.
    """
    import resource  # POSIX has it, and only the benchmarks of whole programs need it

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = subprocess.run(
        command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if answer.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{answer.stdout}{answer.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def python(program: str, *arguments: str, environment: Mapping[str, str] | None = None) -> Callable[[], float]:
    """A contender that runs `program` in a Python of its own; gives the CPU seconds of the whole process."""
    return lambda: cpu_of_program([sys.executable, "-c", program, *arguments], environment)


def in_process(work: Callable[[], object], *, warm: int = 1) -> Callable[[], float]:
    """A contender that runs `work` here, after `warm` runs that are not counted."""
    for _ in range(warm):
        work()
    return lambda: cpu(work)


def take_turns(contenders: Mapping[str, Callable[[], float]], repeats: int = REPEATS) -> tuple[Sample, ...]:
    """Runs the contenders in turn, `repeats` times; each gives the CPU seconds of one run."""
    rounds = [{name: contender() for name, contender in contenders.items()} for _ in range(repeats)]
    return tuple(Sample(name, tuple(single[name] for single in rounds)) for name in contenders)


def report(title: str, samples: Sequence[Sample], *, bound: float | None = None) -> bool:
    """Prints the samples and the ratio of the first, which is ours, to the second, which is the peer.

    Returns whether ours keeps within `bound` times the peer (always true without a bound).
    """
    print(f"\n{title}")
    for sample in samples:
        print(f"  {sample.name:<44} {_readable(sample.median):>10}   p95 {_readable(sample.p95):>10}")
    if len(samples) < 2:
        return True
    ours, peer = samples[0], samples[1]
    ratio = ours.median / peer.median if peer.median else float("inf")
    kept = bound is None or ratio <= bound
    verdict = "" if bound is None else f", bound {bound:g} ×: {'kept' if kept else 'NOT KEPT'}"
    print(f"  {ours.name} / {peer.name} = {ratio:.2f} ×{verdict}")
    return kept


def report_limit(title: str, sample: Sample, limit: float, *, at_p95: bool = False) -> bool:
    """Prints a sample against a limit in CPU seconds, of its median or of its 95th percentile."""
    value = sample.p95 if at_p95 else sample.median
    kept = value <= limit
    print(f"\n{title}")
    print(f"  {sample.name:<44} {_readable(sample.median):>10}   p95 {_readable(sample.p95):>10}")
    print(f"  limit {_readable(limit)}{' at p95' if at_p95 else ''}: {'kept' if kept else 'NOT KEPT'}")
    return kept


def _readable(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} µs"
