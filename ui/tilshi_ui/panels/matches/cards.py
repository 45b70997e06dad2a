"""What a card of a match says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final, NamedTuple

from tilshi.i18n import _
from tilshi.language.dates import format_date
from tilshi.language.differences import SpanKind
from tilshi.memory.matches import Match, MatchKind
from tilshi.release import Text
from tilshi_ui.memory.live import Offer

KEYS: Final = 9
_THIN_SPACE: Final = "\u2009"


class Run(NamedTuple):
    """A stretch of text that looks alike: `equal`, `delete`, `insert`, or `adapted` in a translation."""

    words: str
    kind: str = "equal"


class MatchCard(NamedTuple):
    """A match as it is shown; `match` is None for a repetition within the release.

    `kind` is `context`, `exact`, `fuzzy` or `repeated`; `source` shows what is gone and what is new in the present one.
    """

    number: int
    kind: str
    title: str
    source: tuple[Run, ...]
    target: tuple[Run, ...]
    origin: str
    text: Text
    match: Match | None = None

    @property
    def key(self) -> str:
        """The keys that insert it."""
        return f"Ctrl+{self.number}" if self.number <= KEYS else ""

    @property
    def spoken(self) -> str:
        """Everything in one line, for those who do not see it."""
        target = "".join(run.words for run in self.target if run.kind != "delete")
        return ", ".join(filter(None, (self.title, target, self.origin, self.key)))


def cards(offer: Offer, language: str) -> tuple[MatchCard, ...]:
    """The cards of an offer; dates are said in the language of the interface."""
    made: list[MatchCard] = []
    if offer.repeated is not None:
        same = (Run(offer.repeated.string),)
        made.append(MatchCard(1, "repeated", _("Repetition in this release"), (), same, "", offer.repeated))
    for match in offer.matches:
        if match.offered != offer.repeated:
            made.append(_card(len(made) + 1, match, language))
    return tuple(made)


def _card(number: int, match: Match, language: str) -> MatchCard:
    kinds = {MatchKind.CONTEXT: "context", MatchKind.EXACT: "exact", MatchKind.FUZZY: "fuzzy"}
    source = tuple(_difference(match)) if match.kind is MatchKind.FUZZY else ()
    target = tuple(_adapted(match))
    origin = _origin(match, language)
    return MatchCard(number, kinds[match.kind], _title(match), source, target, origin, match.offered, match)


def _title(match: Match) -> str:
    match match.kind:
        case MatchKind.CONTEXT:
            return _("{score} % · same text, same place").format(score=match.score)
        case MatchKind.EXACT:
            return _("{score} % · same text").format(score=match.score)
    if match.adapted:
        return _("{score} % · similar, figures adapted").format(score=match.score)
    return _("{score} % · similar").format(score=match.score)


def _difference(match: Match) -> Iterator[Run]:
    """The stored source with what is gone and what is new, a thin space between the two."""
    old, new = match.source.string, match.present
    last = SpanKind.EQUAL
    for span in match.difference:
        if last is SpanKind.DELETE and span.kind is SpanKind.INSERT:
            yield Run(_THIN_SPACE)
        last, is_new = span.kind, span.kind is SpanKind.INSERT
        yield Run(new[span.new_start : span.new_end] if is_new else old[span.old_start : span.old_end], span.kind.value)


def _adapted(match: Match) -> Iterator[Run]:
    text, at = match.offered.string, 0
    for change in match.adapted.changes if match.adapted else ():
        yield Run(text[at : change.start])
        yield Run(text[change.start : change.end], "adapted")
        at = change.end
    yield Run(text[at:])


def _origin(match: Match, language: str) -> str:
    """Such as `Clinic reopens · A. Reader · 6 March 2026`."""
    provenance = match.provenance
    return " · ".join(filter(None, (provenance.title, provenance.by, said_date(provenance.at, language))))


def said_date(at: str, language: str) -> str:
    """The day of a time in ISO 8601; empty where it is none."""
    try:
        return format_date(dt.datetime.fromisoformat(at).date(), language) if at else ""
    except ValueError:
        return ""
