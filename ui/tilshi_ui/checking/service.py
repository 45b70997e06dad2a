"""The checks behind the window: asked when the hand rests, answered off the GUI thread, painted from what is stored."""

from __future__ import annotations

import time
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.checking.findings import Finding, Side
from tilshi.release import Change
from tilshi_ui.background import Job
from tilshi_ui.checking.checker import Checker
from tilshi_ui.checking.report import RANKS, Card, Report, Span, cards
from tilshi_ui.checking.shifting import shifted, splice
from tilshi_ui.checking.spelling import Spelling
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.throttle import Throttle

PATIENCE_MS: Final = 250
"""So long nothing is typed before the checks are asked."""
LARGEST_UNASKED: Final = 5_000
"""Segments; larger releases are checked when the user says so, and from then on as others are. A release of this size
takes some seconds and about 120 MB."""


class LiveChecks(QObject):
    """The findings of the open release in the language that is being worked on.

    `reported` comes with other findings, `begun` when a check begins, `current_changed` when the user looks at another
    finding.
    """

    reported = Signal()
    begun = Signal()
    current_changed = Signal()

    def __init__(self, glossary: LiveGlossary, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._glossary = glossary
        self._pool = pool
        self._document: OpenDocument | None = None
        self.spelling = Spelling()
        self._checker = Checker(self.spelling)
        self._job: Job | None = None
        self._asked: tuple[OpenDocument | None, int, str] = (None, -1, "")
        self._report: Report | None = None
        self._current: Span | None = None
        self._wished = False
        self._ready = False
        self._asking = Throttle(self._start, self, PATIENCE_MS)
        glossary.loaded.connect(self._begin)
        glossary.failed.connect(self._begin)

    @property
    def document(self) -> OpenDocument | None:
        """The release that is checked."""
        return self._document

    @property
    def report(self) -> Report | None:
        """What was found last in the language that is being worked on; None as long as nothing is known."""
        language = self._document.place.language if self._document else ""
        return self._report if self._report is not None and self._report.language == language else None

    @property
    def is_running(self) -> bool:
        """Whether an answer is on its way, or about to be asked for."""
        return self._job is not None or self._asking.is_waiting

    @property
    def is_waiting_for_user(self) -> bool:
        """Whether the release is so large that it is checked only when the user says so, which has not happened."""
        return self._document is not None and not self._wished and _is_large(self._document)

    def show_document(self, document: OpenDocument | None) -> None:
        """Checks another release, or none."""
        if self._document is not None:
            self._document.changed.disconnect(self._changed)
            self._document.place.language_changed.disconnect(self._another_language)
            self._document.place.segment_changed.disconnect(self._leave)
        self.stop()
        self._checker = Checker(self.spelling)
        self._document, self._report, self._current, self._wished = document, None, None, False
        if document is not None:
            document.changed.connect(self._changed)
            document.place.language_changed.connect(self._another_language)
            document.place.segment_changed.connect(self._leave)
            self._asking.postpone()
        self.reported.emit()

    def run(self) -> None:
        """Checks now, however large the release is."""
        self._wished = True
        self._asking.flush(anyway=True)

    def stop(self) -> None:
        """Ends what is running as soon as it can; for when the release or the window goes."""
        self._checker.turn.stopped = True

    def findings(self, segment: str) -> tuple[Finding, ...]:
        """What was found in a segment, where it is by now; empty: about the release as a whole."""
        document, report = self._document, self.report
        if document is None or report is None or not (found := report.findings_of(segment)):
            return ()
        if not segment:
            return found
        if segment not in (document.release.places or {}):
            return ()
        before, after = report.release.segment(segment), document.release.segment(segment)
        if before is after:
            return found
        return shifted(found, before, after, report.language, document.release.source_language)

    def cards(self, segment: str) -> tuple[Card, ...]:
        """The same, with findings about the same characters put together."""
        found, report = self.findings(segment), self.report
        if report is not None and found is report.findings_of(segment):
            return report.cards_of(segment)
        return cards(found)

    def marks(self, segment: str, side: Side) -> tuple[Highlight, ...]:
        """What to paint in a text of a segment, the gravest last; no rule is asked."""
        report = self.report
        found = [each for each in report.findings_of(segment) if each.side is side] if report else []
        spans = self._marked(found, segment, side) if found else []
        if (card := self.current) and card.evidence and card.head.segment == segment and card.head.side is not side:
            spans.insert(0, Highlight(*card.evidence, "evidence"))
        return tuple(spans)

    def _marked(self, found: list[Finding], segment: str, side: Side) -> list[Highlight]:
        document, report = self._document, self._report
        if document is None or report is None or segment not in (document.release.places or {}):
            return []
        language = report.release.source_language if side is Side.SOURCE else report.language
        change = splice(report.release.text(segment, language), document.release.text(segment, language))
        spans = [
            (change.moved(each.start, each.end) if change else (each.start, each.end), each.severity)
            for each in sorted(found, key=lambda each: -RANKS[each.severity])
        ]
        return [Highlight(*_seen(*span), severity.value) for span, severity in spans if span is not None]

    def proof(self, finding: Finding) -> str:
        """The words of the other text that a finding rests on; empty where it rests on none."""
        document = self._document
        if document is None or finding.evidence is None or finding.segment not in (document.release.places or {}):
            return ""
        source = document.release.source_language
        code = finding.language if finding.side is Side.SOURCE else source
        return document.release.text(finding.segment, code).string[slice(*finding.evidence)]

    def now(self, card: Card) -> Card | None:
        """A card of the report where its characters are by now; None where they were touched or are gone."""
        document, report = self._document, self.report
        segment = card.head.segment
        if document is None or report is None:
            return None
        if not segment:
            return card
        if segment not in (document.release.places or {}) or segment not in (report.release.places or {}):
            return None
        before, after = report.release.segment(segment), document.release.segment(segment)
        found = shifted(card.findings, before, after, report.language, document.release.source_language)
        return Card(found) if found else None

    @property
    def current(self) -> Card | None:
        """What the user is looking at, as long as it is there."""
        if self._current is None:
            return None
        return next((card for card in self.cards(self._current.segment) if card.span == self._current), None)

    def look_at(self, card: Card | None) -> None:
        """The user looks at this one now."""
        span = card.span if card else None
        if span != self._current:
            self._current = span
            self.current_changed.emit()

    def _changed(self, _change: Change) -> None:
        self._checker.turn.touched_at = time.monotonic()
        self._asking.postpone()

    def _another_language(self) -> None:
        self.look_at(None)
        self.reported.emit()
        self._asking.flush(anyway=True)

    def _leave(self, segment: str) -> None:
        if self._current is not None and self._current.segment != segment:
            self.look_at(None)

    def _begin(self) -> None:
        """The glossary is there, another one, or none is to be had."""
        self._ready = True
        self._asking.ask()

    def _start(self) -> None:
        document = self._document
        if self._job is not None or document is None or not self._ready or self.is_waiting_for_user:
            return
        release, language = document.release, document.place.language
        if self._checker.turn.stopped:
            self._checker = Checker(self.spelling)
        self._asked = (document, document.session.revision, language)
        self._job = Job(self)
        self._job.done.connect(self._receive)
        self._job.failed.connect(self._give_up)
        self._job.start(partial(self._checker.report, release, language, self._glossary.now), self._pool)
        self.begun.emit()

    def _receive(self, report: Report | None) -> None:
        self._finish()
        document = self._document
        if document is None:
            return
        if report is None or self._asked != (document, document.session.revision, document.place.language):
            self._asking.ask()
            return
        self._report = report
        self.reported.emit()

    def _give_up(self, error: Exception) -> None:
        self._finish()
        raise error

    def _finish(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None


def _is_large(document: OpenDocument) -> bool:
    return len(document.release.places or {}) > LARGEST_UNASKED


def _seen(start: int, end: int) -> tuple[int, int]:
    """What is painted of a span: its characters; where it is between two, the one before."""
    if start < end:
        return start, end
    return (start - 1, end) if start else (0, 1)
