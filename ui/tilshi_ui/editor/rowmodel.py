"""From the release to rows: which segments there are, and what each row shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from tilshi.checking.findings import Side
from tilshi.release import Change, Segment, Text
from tilshi.release.operations import write_source, write_target
from tilshi.release.text import EMPTY
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.rowpaint import Row, Words
from tilshi_ui.wording import part_names, state_name

Marker: TypeAlias = Callable[[str, Side], tuple[Highlight, ...]]
"""The spans to paint over those in one text of a segment: what the checks found."""

Highlighter: TypeAlias = Callable[[Text, str, tuple[str, str] | None], tuple[Highlight, ...]]
"""The spans to paint in a text of a language; for a translation also the source text and its language."""


class RowModel:
    """The segments of a document in reading order, for the language that is being worked on."""

    def __init__(self) -> None:
        self.document: OpenDocument | None = None
        self.beside = True
        self.highlighter: Highlighter | None = None
        self.marker: Marker | None = None
        self._ids: list[str] = []
        self._index: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._typed = Words(EMPTY)

    def __len__(self) -> int:
        return len(self._ids)

    def rebuild(self) -> None:
        """Reads the segments anew, because others came or went."""
        self._ids, self._names = [], {}
        if self.document is not None:
            for block, name in part_names(self.document.release):
                for segment in block.segments:
                    self._ids.append(segment.id)
                    self._names[segment.id] = name
        self._index = {segment: at for at, segment in enumerate(self._ids)}

    @property
    def active(self) -> int:
        """The row of the current segment; -1 where there is none."""
        return self._index.get(self.document.place.segment, -1) if self.document else -1

    @property
    def shows_source(self) -> bool:
        """Whether the source stands beside what is written."""
        return self.beside and self.document is not None and not self.document.writes_source

    def id(self, at: int) -> str:
        """The segment of a row."""
        return self._ids[at]

    def rows_of(self, segments: Iterable[str]) -> list[int]:
        """Where those of the segments stand that are here."""
        return [self._index[segment] for segment in segments if segment in self._index]

    def row(self, at: int) -> Row:
        """What a row shows."""
        document = self._opened()
        place, release = document.place, document.release
        segment = release.segment(self._ids[at])
        target = None if document.writes_source else segment.target(place.language)
        written = self._written(segment)
        beside = self._beside(segment)
        return Row(
            source=self._marked(self._words(segment.source, release.source_language), segment.id, Side.SOURCE),
            target=self._marked(self._words(written, place.language, beside), segment.id, self._side),
            role=self._names[segment.id],
            state=target,
            state_name=state_name(target) if target else "",
        )

    def texts(self, at: int) -> tuple[Text, Text]:
        """The two texts of a row, source and what is written."""
        segment = self._opened().release.segment(self._ids[at])
        return segment.source, self._written(segment)

    def lengths(self) -> Iterator[tuple[int, int]]:
        """How long the texts of each row are, source (0 where it is not shown) and what is written."""
        if self.document is None:
            return
        beside, language, source_only = self.shows_source, self.document.place.language, self.document.writes_source
        for _block, segment in self.document.release.segments():
            source = len(segment.source.string)
            if source_only:
                yield 0, source
            else:
                yield source if beside else 0, len(segment.target(language).text.string)

    def write(self, start: int, end: int, written: str) -> Change:
        """Replaces a span of the text of the current segment, as typing."""
        document = self._opened()
        release, place = document.release, document.place
        old = self._written(release.segment(place.segment))
        text = old.splice(start, end, written)
        words = self._words(old, place.language, self._beside(release.segment(place.segment)))
        spans = self._marked(words, place.segment, self._side).spans
        self._typed = Words(text, tuple(_moved(spans, start, end, len(written))))
        if document.writes_source:
            return document.apply(write_source(release, place.segment, text), typing=True)
        return document.apply(write_target(release, place.segment, place.language, text), typing=True)

    def look_up(self) -> None:
        """Highlights what was typed as a whole, and no longer what was there before."""
        self._typed = Words(EMPTY)

    def _opened(self) -> OpenDocument:
        assert self.document is not None, "there is no row without a document"
        return self.document

    def _written(self, segment: Segment) -> Text:
        """The text of a segment that the user writes here."""
        document = self._opened()
        return segment.source if document.writes_source else segment.target(document.place.language).text

    def _beside(self, segment: Segment) -> tuple[str, str] | None:
        """What the text that is written translates, and its language."""
        document = self._opened()
        return None if document.writes_source else (segment.source.string, document.release.source_language)

    def _words(self, text: Text, language: str, source: tuple[str, str] | None = None) -> Words:
        if text is self._typed.text:
            return self._typed
        return Words(text, self.highlighter(text, language, source) if self.highlighter else ())

    @property
    def _side(self) -> Side:
        return Side.SOURCE if self._opened().writes_source else Side.TARGET

    def _marked(self, words: Words, segment: str, side: Side) -> Words:
        if self.marker is None or words is self._typed:
            return words  # what is being typed has its marks moved along
        marks = self.marker(segment, side)
        return words._replace(spans=(*words.spans, *marks)) if marks else words


def _moved(spans: Iterable[Highlight], start: int, end: int, written: int) -> Iterator[Highlight]:
    """Where spans are after `start:end` was replaced by `written` code points; those that were touched are gone."""
    for span in spans:
        if span.end <= start:
            yield span
        elif span.start >= end:
            shift = written - (end - start)
            yield span._replace(start=span.start + shift, end=span.end + shift)
