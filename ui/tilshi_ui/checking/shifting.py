"""Where findings are while somebody goes on writing, until the next answer comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tilshi.checking.findings import Finding, Fix, Side
from tilshi.release import Segment, Text
from tilshi.release.text import difference


class Splice(NamedTuple):
    """What became of a text: `start` to `end` (code points) were replaced by so many."""

    start: int
    end: int
    inserted: int

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span is now; None where its characters were touched."""
        if end <= self.start:
            return start, end
        if start < self.end:
            return None
        by = self.inserted - (self.end - self.start)
        return start + by, end + by


def splice(before: Text, after: Text) -> Splice | None:
    """How one text became the other; None where nothing changed."""
    if before is after or before.string == after.string:
        return None
    start, end, inserted = difference(before.string, after.string)
    return Splice(start, end, len(inserted))


def shifted(
    findings: tuple[Finding, ...], before: Segment, after: Segment, language: str, source_language: str
) -> tuple[Finding, ...]:
    """The findings of a segment where they are now; those whose characters were touched are gone."""
    source = splice(before.source, after.source)
    if language == source_language:
        target = source
    else:
        target = splice(before.target(language).text, after.target(language).text)
    if source is None and target is None:
        return findings
    return tuple(_moved(findings, source, target))


def _moved(findings: tuple[Finding, ...], source: Splice | None, target: Splice | None) -> Iterator[Finding]:
    for finding in findings:
        own, other = (source, target) if finding.side is Side.SOURCE else (target, source)
        span = own.moved(finding.start, finding.end) if own else (finding.start, finding.end)
        if span is None:
            continue
        evidence = other.moved(*finding.evidence) if other and finding.evidence else finding.evidence
        fixes = tuple(_moved_fixes(finding.fixes, own)) if own else finding.fixes
        yield replace(finding, start=span[0], end=span[1], evidence=evidence, fixes=fixes)


def _moved_fixes(fixes: tuple[Fix, ...], own: Splice) -> Iterator[Fix]:
    for fix in fixes:
        if (span := own.moved(fix.start, fix.end)) is not None:
            yield replace(fix, start=span[0], end=span[1])
