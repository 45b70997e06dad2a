"""Laying out: a release of one page, one of 2,000 segments, and the first page of a new process."""

from tests.bench.measure import in_process, python, report, report_limit, take_turns
from tests.core.layout.examples import SAMPLES
from tilshi.drafts import open_draft
from tilshi.layout import template
from tilshi.layout.compose import compose
from tilshi.layout.profile import choose
from tilshi.release import Block, Release, Segment

SAMPLE = SAMPLES / "press-release.tilshi"
LONG = 2_000
PAGE_LIMIT = 0.005
LONG_LIMIT = 0.150

COLD = f"""
from pathlib import Path
from tilshi.drafts import open_draft
from tilshi.layout import template
from tilshi.layout.compose import compose
from tilshi.layout.profile import choose
release = open_draft(Path({str(SAMPLE)!r})).release
compose(release, template.load(release.template), choose(release), "kk")
"""


def main() -> bool:
    """Both limits in CPU time; the new process is shown beside a bare Python."""
    short = open_draft(SAMPLE).release
    long = _repeated(short)
    organisation, layout = choose(short), template.load(short.template)
    page, pages = take_turns(
        {
            "one page": in_process(lambda: compose(short, layout, organisation, "kk")),
            f"{LONG} segments": in_process(lambda: compose(long, layout, organisation, "kk")),
        }
    )
    report("A new process", take_turns({"opens and lays out a draft": python(COLD), "does nothing": python("")}))
    kept = [report_limit("One page", page, PAGE_LIMIT), report_limit("A long release", pages, LONG_LIMIT)]
    return all(kept)


def _repeated(release: Release) -> Release:
    blocks = [
        Block(f"{turn}.{block.id}", block.role, tuple(_renamed(segment, turn) for segment in block.segments))
        for turn in range(LONG // len(release.blocks) + 1)
        for block in release.blocks
    ]
    return release.with_blocks(tuple(blocks[:LONG]))


def _renamed(segment: Segment, turn: int) -> Segment:
    return Segment(f"{turn}.{segment.id}", segment.source, segment.targets)
