"""The search behind the panel: asked while one types, answered off the GUI thread, shown in the rows."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from threading import Event
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.checking.findings import Side
from tilshi.release import Release
from tilshi.searching.query import Query, QueryError, Where
from tilshi.searching.search import Hit, Hits, search
from tilshi_ui.background import Latest
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.throttle import Throttle

Spot: TypeAlias = tuple[int, int, str, int]
"""A place in reading order: number of the segment, which of its texts, its language or note, code point."""

_TEXTS: Final = tuple(Where)


class SearchService(QObject):
    """Knows where the open release has what is looked for, and at which place one is.

    `changed` comes with other places, `moved` with another current one.
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._latest = Latest(pool, self)
        self._latest.answered.connect(self._receive)
        self._again = Throttle(self._ask, self)
        self._stopped = Event()
        self._searched: Release | None = None
        self._by_segment: dict[str, list[Hit]] = {}
        self._anchor: Spot | None = None
        self.query: Query | None = None
        self.hits = Hits()
        self.at = -1
        self.trouble = ""
        self.is_searching = False

    @property
    def current(self) -> Hit | None:
        """The place at which one is, if any."""
        return self.hits.found[self.at] if 0 <= self.at < len(self.hits.found) else None

    @property
    def release(self) -> Release | None:
        """The release in which the places are; None while another one is searched."""
        now = self._document.release if self._document else None
        return now if now is self._searched else None

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        if self._document is not None:
            self._document.changed.disconnect(self._again.postpone)
        self._document = document
        if document is not None:
            document.changed.connect(self._again.postpone)
        self._ask()

    def look_for(self, query: Query | None, start: Spot | None = None) -> None:
        """Looks for something else, or no longer; from `start` the next place becomes the current one."""
        if query == self.query and start is None:
            return
        self.query = query
        self._anchor = start or self._spot()
        self._ask()

    def go_on_from(self, spot: Spot) -> None:
        """When the next answer comes, the place at or after this one becomes the current one."""
        self._anchor = spot

    def spot(self, hit: Hit, offset: int = 0) -> Spot:
        """Where a hit stands in reading order, `offset` code points after its start."""
        number = self._document.number(hit.segment) if self._document else 0
        return number, _TEXTS.index(hit.where), hit.note or self._language_order(hit.language), hit.start + offset

    def here(self, segment: str) -> Spot:
        """The beginning of a segment, in reading order."""
        return self._document.number(segment) if self._document else 0, 0, "", 0

    def after(self, spot: Spot) -> int:
        """The index of the first place at or after this one, round the end; -1 where there is none."""
        found = self.hits.found
        if not found:
            return -1
        at = bisect_left(found, spot, key=self.spot)
        return at if at < len(found) else 0

    def go(self, at: int) -> None:
        """Makes another place the current one."""
        self.at = at
        self.moved.emit()

    def marks(self, segment: str, side: Side) -> tuple[Highlight, ...]:
        """What to paint in a text of a segment, where it is still the text that was searched."""
        hits, document, searched = self._by_segment.get(segment), self._document, self._searched
        if not hits or document is None or searched is None or segment not in (document.release.places or {}):
            return ()
        if document.release.segment(segment) is not searched.segment(segment):
            return ()
        language = document.release.source_language if side is Side.SOURCE else document.place.language
        return tuple(
            Highlight(hit.start, hit.end, "hit")
            for hit in hits
            if hit.language == language and hit.where is not Where.NOTES
        )

    def _spot(self) -> Spot | None:
        """The place of the current hit, so that it stays the current one."""
        return self.spot(self.current) if self.current else None

    def _language_order(self, language: str) -> str:
        """Languages sort as the release has them."""
        languages = self._document.release.languages if self._document else ()
        return f"{languages.index(language):04}" if language in languages else ""

    def _ask(self) -> None:
        self._stopped.set()
        self._again.stop()
        document, query = self._document, self.query
        if document is None or query is None or not query.wanted:
            self._latest.forget()
            self._show(Hits(), None)
            return
        if self._anchor is None:
            self._anchor = self._spot()
        self._stopped = Event()
        self.is_searching = True
        self._latest.ask(partial(_searched, document.release, query, self._stopped))

    def _receive(self, answer: tuple[Release, Hits | QueryError]) -> None:
        release, hits = answer
        if isinstance(hits, QueryError):
            self._show(Hits(), release, str(hits))
        elif self._document is not None and release is self._document.release:
            self._show(hits, release)
        else:
            self._again.ask()

    def _show(self, hits: Hits, release: Release | None, trouble: str = "") -> None:
        self.hits, self._searched, self.trouble = hits, release, trouble
        self.is_searching = False
        self._by_segment = {}
        for hit in hits.found:
            self._by_segment.setdefault(hit.segment, []).append(hit)
        anchor, self._anchor = self._anchor, None
        self.at = self.after(anchor) if anchor is not None and hits.found else -1
        self.changed.emit()


def _searched(release: Release, query: Query, stopped: Event) -> tuple[Release, Hits | QueryError]:
    try:
        return release, search(release, query, stopped.is_set)
    except QueryError as error:
        return release, error
