"""What was found in one language of a release, sorted by segment, part and kind: made off the GUI thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

from tilshi.checking.findings import Finding, Fix, Severity, Side
from tilshi.release import Release, Waiver


class Load(NamedTuple):
    """How many findings there are of something, and how grave the gravest is."""

    number: int
    worst: Severity

    def __or__(self, other: Load) -> Load:
        return Load(self.number + other.number, min(self.worst, other.worst, key=lambda severity: severity.rank))


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a release in a language, in reading order, one by one and put together as cards.

    `ignored` are those that somebody let stand, with the reason. `segments` has the findings by segment (empty: about
    the release as a whole), `parts` and `kinds` how many there are by block id and by rule.
    """

    release: Release
    language: str
    findings: tuple[Finding, ...]
    cards: tuple[Card, ...] = ()
    ignored: tuple[tuple[Finding, Waiver], ...] = ()
    segments: Mapping[str, tuple[Finding, ...]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    parts: Mapping[str, Load] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    kinds: Mapping[str, Load] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    @property
    def severities(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)


class Card(NamedTuple):
    """Findings about the very same characters, the gravest first: the user decides about them once."""

    findings: tuple[Finding, ...]

    @property
    def head(self) -> Finding:
        """The gravest of them."""
        return self.findings[0]

    @property
    def span(self) -> Span:
        """Where it is."""
        return span_of(self.head)

    @property
    def rules(self) -> frozenset[str]:
        """The rules that found something here."""
        return frozenset(finding.rule for finding in self.findings)

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """What is offered, each wording once, the gravest finding's first."""
        offered = {
            (fix.start, fix.end, fix.replacement): fix for each in reversed(self.findings) for fix in each.fixes[::-1]
        }
        return tuple(reversed(offered.values()))

    @property
    def evidence(self) -> tuple[int, int] | None:
        """The span of the other text that proves it, if one of the findings has it."""
        return next((finding.evidence for finding in self.findings if finding.evidence), None)


class Span(NamedTuple):
    """Characters of one text of a segment, in code points."""

    segment: str
    side: Side
    start: int
    end: int


NO_LOADS: Final[Mapping[str, Load]] = MappingProxyType({})


def span_of(finding: Finding) -> Span:
    """Where a finding is."""
    return Span(finding.segment, finding.side, finding.start, finding.end)


def reported(
    release: Release, language: str, findings: Iterable[Finding], ignored: Iterable[tuple[Finding, Waiver]] = ()
) -> Report:
    """What was found, sorted: `findings` count, `ignored` do not."""
    order = {segment.id: at for at, (_block, segment) in enumerate(release.segments())}
    kept = tuple(sorted(findings, key=lambda finding: _key(finding, order)))
    segments: dict[str, list[Finding]] = {}
    for finding in kept:
        segments.setdefault(finding.segment, []).append(finding)
    return Report(
        release,
        language,
        kept,
        cards(kept),
        tuple(sorted(ignored, key=lambda pair: _key(pair[0], order))),
        MappingProxyType({name: tuple(found) for name, found in segments.items()}),
        MappingProxyType(_by_part(release, segments)),
        MappingProxyType(_loads((finding.rule, finding) for finding in kept)),
    )


def cards(findings: Iterable[Finding]) -> tuple[Card, ...]:
    """The findings with those about the same characters put together; those about no character stay alone."""
    together: dict[object, list[Finding]] = {}
    for finding in findings:
        key = span_of(finding) if finding.start < finding.end else (finding.rule, span_of(finding), finding.message)
        together.setdefault(key, []).append(finding)
    return tuple(Card(tuple(sorted(group, key=lambda each: each.severity.rank))) for group in together.values())


def _key(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, int]:
    return order.get(finding.segment, len(order)), finding.start, finding.end, finding.severity.rank


def _by_part(release: Release, segments: Mapping[str, list[Finding]]) -> dict[str, Load]:
    places = release.places or {}
    found = ((name, each) for name, group in segments.items() if name in places for each in group)
    return _loads((release.block_of(name).id, each) for name, each in found)


def _loads(named: Iterable[tuple[str, Finding]]) -> dict[str, Load]:
    loads: dict[str, Load] = {}
    for name, finding in named:
        load = Load(1, finding.severity)
        loads[name] = loads[name] | load if name in loads else load
    return loads
