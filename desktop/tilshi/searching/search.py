"""Where in a release something stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

from tilshi.release import Release, Segment
from tilshi.searching.lemmas import Lemmas
from tilshi.searching.letters import Letters
from tilshi.searching.patterns import Pattern
from tilshi.searching.query import Method, Query, Where

MOST_HITS: Final = 100_000
"""More are not looked for: nobody reads them, and a pattern such as `.` has as many as there are letters."""


class Finder(Protocol):
    """One way of reading a query."""

    def spans(self, text: str, language: str = "") -> Iterator[tuple[int, int]]:
        """Where it stands in a text of a language, in code points, none overlapping."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """A place: `start` to `end` (code points) of the source, of the translation into `language`, or of a note.

    `language` is that of the text, empty for a note on the source; `note` the id of the note, else empty.
    """

    segment: str
    where: Where
    language: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hits:
    """The places in reading order; `complete` unless there are more than `MOST_HITS`."""

    found: tuple[Hit, ...] = ()
    complete: bool = True


Passage: TypeAlias = tuple[Where, str, str, str]
"""A text that is searched: which, its language, the id of its note, the text."""


def finder(query: Query, release: Release) -> Finder:
    """How the query is read.

    Raises:
        QueryError: it is a regular expression that cannot be understood.
    """
    match query.method:
        case Method.LEMMA:
            return Lemmas(query, release.languages)
        case Method.PATTERN:
            return Pattern(query)
        case Method.PLAIN:
            return Letters(query)


def search(release: Release, query: Query, stopped: Callable[[], bool] = lambda: False) -> Hits:
    """All places of what is wanted; of each segment the source first, then the translations, then the notes.

    `stopped` is asked before each segment, so that a search nobody waits for any more can end.

    Raises:
        QueryError: the query is a regular expression that cannot be understood, or takes too long.
    """
    if not query.wanted.strip("\n"):
        return Hits()
    found: list[Hit] = []
    reader = finder(query, release)
    for _block, segment in release.segments():
        if stopped():
            return Hits(tuple(found), complete=False)
        for where, language, note, text in passages(release, segment, query):
            spans = reader.spans(text, language)
            found.extend(Hit(segment.id, where, language, start, end, note) for start, end in spans)
        if len(found) > MOST_HITS:
            return Hits(tuple(found[:MOST_HITS]), complete=False)
    return Hits(tuple(found))


def passages(release: Release, segment: Segment, query: Query) -> Iterator[Passage]:
    """The texts of a segment in which a query looks."""
    if Where.SOURCE in query.where:
        yield Where.SOURCE, release.source_language, "", segment.source.string
    if Where.TARGET in query.where:
        for language in release.target_languages:
            if not query.languages or language in query.languages:
                yield Where.TARGET, language, "", segment.target(language).text.string
    if Where.NOTES in query.where:
        for note in segment.notes:
            yield Where.NOTES, "", note.id, note.text


def text_of(release: Release, hit: Hit) -> str:
    """The whole text in which a hit stands.

    Raises:
        UnknownSegment: its segment is gone.
    """
    segment = release.segment(hit.segment)
    match hit.where:
        case Where.SOURCE:
            return segment.source.string
        case Where.TARGET:
            return segment.target(hit.language).text.string
        case Where.NOTES:
            return next((note.text for note in segment.notes if note.id == hit.note), "")
