"""What the panel lists: findings under headings, in words and plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from tilshi.checking.findings import Finding, Side
from tilshi.release import Release, UnknownSegment, Waiver
from tilshi_ui.checking.report import RANKS, Card, Load, Report, Span, load_of
from tilshi_ui.checking.titles import kind_title, whole_release
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.display import shown

_BEFORE: Final = 18
"""Code points of context that are shown before what was found, as far as words begin there."""
_AFTER: Final = 60
_LONGEST: Final = 90


class Scope(StrEnum):
    """Which findings are listed."""

    SEGMENT = "segment"
    ALL = "all"
    KINDS = "kinds"
    IGNORED = "ignored"


class Header(NamedTuple):
    """A heading with how much stands below it."""

    title: str
    load: Load


class Entry(NamedTuple):
    """A finding, where it is in words, and the waiver if somebody let it stand."""

    card: Card
    place: str
    waiver: Waiver | None = None


Line: TypeAlias = Header | Entry


class Excerpt(NamedTuple):
    """The words around a finding and its own, on one line."""

    before: str
    own: str
    after: str


class Places:
    """Where segments are, in words: the part's name, and the segment's number in the release."""

    def __init__(self, document: OpenDocument) -> None:
        self._document = document
        self._names: dict[str, str] = {}

    def forget(self) -> None:
        """Parts came, went or moved, or the interface speaks another language."""
        self._names = {}

    def __getitem__(self, segment: str) -> str:
        name, number = self.part(segment), self._document.number(segment)
        return f"{name} · {number}" if number else name

    def part(self, segment: str) -> str:
        """The name of the segment's part; of the release as a whole, if it is in none."""
        if not self._names:
            for block, name in zip(self._document.release.blocks, self._document.part_names(), strict=True):
                self._names |= {each.id: name for each in block.segments}
        return self._names.get(segment, "") or whole_release()


def lines(report: Report, scope: Scope, segment: str, places: Places) -> list[Line]:
    """What is listed of a report; `segment` is the current one."""
    match scope:
        case Scope.SEGMENT:
            return [Entry(card, places[segment]) for card in report.cards_of(segment)]
        case Scope.ALL:
            return list(_by_part(report, places))
        case Scope.KINDS:
            return list(_by_kind(report, places))
        case Scope.IGNORED:
            return [Entry(Card((finding,)), places[finding.segment], waiver) for finding, waiver in report.ignored]


def excerpt(release: Release, span: Span, language: str) -> Excerpt:
    """The words around a span; nothing for a finding about the release as a whole."""
    try:
        code = release.source_language if span.side is Side.SOURCE else language
        text = release.text(span.segment, code).string
    except UnknownSegment:
        return Excerpt("", "", "")
    start = max(0, span.start - _BEFORE)
    before = text[start : span.start]
    if start:
        _cut, space, rest = before.partition(" ")
        before = f"…{rest if space else before}"
    own, after = text[span.start : span.end], text[span.end : span.end + _AFTER]
    if len(own) > _LONGEST:
        own = f"{own[:_LONGEST]}…"
    return Excerpt(*(_on_one_line(part) for part in (before, own, after)))


def sentences(findings: Iterable[Finding]) -> str:
    """What the findings say, each once."""
    return "\n".join(dict.fromkeys(str(finding.message) for finding in findings))


def _on_one_line(text: str) -> str:
    return shown(text.replace("\n", " "))


def _by_part(report: Report, places: Places) -> Iterator[Line]:
    part = ""
    below: list[Entry] = []
    for segment, pile in report.piles.items():
        if (name := places.part(segment)) != part:
            yield from _section(part, below)
            part, below = name, []
        place = places[segment]
        below.extend(Entry(card, place) for card in pile.cards)
    yield from _section(part, below)


def _by_kind(report: Report, places: Places) -> Iterator[Line]:
    """The gravest kinds first, then those found most often."""
    kinds: dict[str, list[Entry]] = {}
    for segment, pile in report.piles.items():
        place = places[segment]
        for card in pile.cards:
            kinds.setdefault(card.head.rule, []).append(Entry(card, place))
    for rule, below in sorted(kinds.items(), key=lambda kind: (RANKS[_load(kind[1]).worst], -len(kind[1]))):
        yield from _section(kind_title(rule), below)


def _section(title: str, below: list[Entry]) -> Iterator[Line]:
    if below:
        yield Header(title, _load(below))
        yield from below


def _load(entries: list[Entry]) -> Load:
    return load_of(entry.card for entry in entries)
