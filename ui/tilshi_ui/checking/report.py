"""What was found in one language of a release, sorted by segment, part and kind: made off the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple

from tilshi.checking.findings import Finding, Fix, Severity, Side
from tilshi.release import Release, Waiver

RANKS: Final[Mapping[Severity, int]] = MappingProxyType({severity: severity.rank for severity in Severity})
"""0 for the gravest; looked up, since thousands are compared."""


class Load(NamedTuple):
    """How many findings there are of something, and how grave the gravest is."""

    number: int
    worst: Severity

    def __or__(self, other: Load) -> Load:
        return Load(self.number + other.number, min(self.worst, other.worst, key=RANKS.__getitem__))


class Pile(NamedTuple):
    """The findings of one segment: as they were found, in reading order, and put together as cards."""

    found: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    cards: tuple[Card, ...]
    load: Load


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a release in a language, in reading order.

    `ignored` are those that somebody let stand, with the reason. `piles` has the findings by segment (empty: about the
    release as a whole), in reading order; `parts` how many there are by block id; `kinds` the rules.
    """

    release: Release
    language: str
    findings: tuple[Finding, ...]
    severities: Mapping[Severity, int]
    kinds: frozenset[str]
    ignored: tuple[tuple[Finding, Waiver], ...] = ()
    piles: Mapping[str, Pile] = field(default_factory=lambda: _NO_PILES, repr=False)
    parts: Mapping[str, Load] = field(default_factory=lambda: NO_LOADS, repr=False)

    def findings_of(self, segment: str) -> tuple[Finding, ...]:
        """What was found in a segment."""
        pile = self.piles.get(segment)
        return pile.findings if pile else ()

    def cards_of(self, segment: str) -> tuple[Card, ...]:
        """The same, put together."""
        pile = self.piles.get(segment)
        return pile.cards if pile else ()


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
    def is_misspelling(self) -> bool:
        """Whether a word is in no dictionary."""
        return any(rule.partition(".")[0] == "spell" for rule in self.rules)

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
_NO_PILES: Final[Mapping[str, Pile]] = MappingProxyType({})
_LAST: Final = (1 << 60, 0)
"""The place of what is in no segment: after all others."""


def span_of(finding: Finding) -> Span:
    """Where a finding is."""
    return Span(finding.segment, finding.side, finding.start, finding.end)


def reported(
    release: Release,
    language: str,
    findings: Iterable[Finding],
    ignored: Iterable[tuple[Finding, Waiver]] = (),
    earlier: Report | None = None,
) -> Report:
    """What was found, sorted: `findings` count, `ignored` do not; what an `earlier` report has sorted is taken over."""
    known = earlier.piles if earlier else _NO_PILES
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.segment, []).append(finding)
    places = release.places or {}
    piles: dict[str, Pile] = {}
    for name in sorted(groups, key=lambda name: places.get(name, _LAST)):
        found = tuple(groups[name])
        pile = known.get(name)
        piles[name] = pile if pile is not None and pile.found == found else _pile(found)
    kept = tuple(chain.from_iterable(pile.findings for pile in piles.values()))
    return Report(
        release,
        language,
        kept,
        MappingProxyType({severity: sum(each.severity is severity for each in kept) for severity in Severity}),
        frozenset(finding.rule for finding in kept),
        tuple(sorted(ignored, key=lambda pair: (places.get(pair[0].segment, _LAST), pair[0].start))),
        MappingProxyType(piles),
        MappingProxyType(_by_part(release, piles)),
    )


def cards(findings: Iterable[Finding]) -> tuple[Card, ...]:
    """The findings with those about the same characters put together; those about no character stay alone."""
    together: dict[object, list[Finding]] = {}
    for finding in findings:
        key = span_of(finding) if finding.start < finding.end else (finding.rule, span_of(finding), finding.message)
        together.setdefault(key, []).append(finding)
    return tuple(Card(tuple(sorted(group, key=_rank))) for group in together.values())


def load_of(cards: Iterable[Card]) -> Load:
    """How many cards there are, at least one, and how grave."""
    severities = [card.head.severity for card in cards]
    return Load(len(severities), min(severities, key=RANKS.__getitem__))


def _pile(found: tuple[Finding, ...]) -> Pile:
    ordered = tuple(sorted(found, key=lambda finding: (finding.start, finding.end, _rank(finding))))
    worst = min((finding.severity for finding in found), key=RANKS.__getitem__)
    return Pile(found, ordered, cards(ordered), Load(len(found), worst))


def _rank(finding: Finding) -> int:
    return RANKS[finding.severity]


def _by_part(release: Release, piles: Mapping[str, Pile]) -> dict[str, Load]:
    places, loads = release.places or {}, dict[str, Load]()
    for name, pile in piles.items():
        if name in places:
            part = release.blocks[places[name][0]].id
            loads[part] = loads[part] | pile.load if part in loads else pile.load
    return loads
