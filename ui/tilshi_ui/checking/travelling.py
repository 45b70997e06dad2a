"""From finding to finding, through the whole release and round its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tilshi.checking.findings import Side
from tilshi_ui.checking.report import Card
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.document import OpenDocument

Wanted = Callable[[Card], bool]
_Stop = tuple[int, int, int, int]
"""Where a finding comes in reading order: segment, source before translation, start, end."""


def following(checks: LiveChecks, caret: int, by: int, wanted: Wanted) -> Card | None:
    """The next finding (`by` 1) or the one before (-1), seen from the current one, else from the caret."""
    document, report = checks.document, checks.report
    if document is None or report is None:
        return None
    here = document.number(document.place.segment)
    current = checks.current
    at = _stop(document, current) if current else (here, 1, caret, -1 if by > 0 else 0)
    order = [name for name in report.piles if document.number(name)]
    ahead = [name for name in order if (document.number(name) - here) * by >= 0]
    behind = [name for name in order if (document.number(name) - here) * by <= 0]
    for names, beyond in ((ahead, True), (behind, False)):
        for stop, card in _stops(checks, document, names, by, wanted):
            if not beyond or (stop > at if by > 0 else stop < at):
                return card
    return None


def card_at(checks: LiveChecks, caret: int) -> Card | None:
    """The finding whose characters the caret touches in the text that is written; the current one before others."""
    document = checks.document
    if document is None:
        return None
    side = Side.SOURCE if document.writes_source else Side.TARGET
    touched = [
        card
        for card in checks.cards(document.place.segment)
        if card.head.side is side and card.head.start <= caret <= card.head.end
    ]
    current = checks.current
    return current if current in touched else min(touched, key=_length, default=None)


def _length(card: Card) -> int:
    return card.head.end - card.head.start


def _stops(
    checks: LiveChecks, document: OpenDocument, names: list[str], by: int, wanted: Wanted
) -> Iterator[tuple[_Stop, Card]]:
    """What is found in these segments, in the order of travel."""
    for name in names if by > 0 else reversed(names):
        found = sorted(
            ((_stop(document, card), card) for card in checks.cards(name)), key=lambda stop: stop[0], reverse=by < 0
        )
        yield from ((stop, card) for stop, card in found if wanted(card))


def _stop(document: OpenDocument, card: Card) -> _Stop:
    head = card.head
    is_beside = head.side is Side.SOURCE and not document.writes_source
    return document.number(head.segment), 0 if is_beside else 1, head.start, head.end
