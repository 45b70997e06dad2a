"""From the release to rows: which segments there are, and what each row shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from tilshi.checking.findings import Side
from tilshi.i18n import _
from tilshi.language.differences import SpanKind, words_difference
from tilshi.release import Change, Segment, Text
from tilshi.release.operations import is_behind, write_source, write_target
from tilshi.release.text import EMPTY
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.cell import LONG
from tilshi_ui.editor.formats import Highlight
from tilshi_ui.editor.rowpaint import Beneath, Measured, Row, Words
from tilshi_ui.editor.typefaces import PLAIN, Style, style_of
from tilshi_ui.hints import writing_hint
from tilshi_ui.wording import language_name, state_name

Marker: TypeAlias = Callable[[str, Side], tuple[Highlight, ...]]
"""The spans to paint over those in one text of a segment: what the checks found."""

Highlighter: TypeAlias = Callable[[Text, str, tuple[str, str] | None], tuple[Highlight, ...]]
"""The spans to paint in a text of a language; for a translation also the source text and its language."""


class RowModel:
    """The segments of a document in reading order, for the language that is being worked on.

    `beside`: the source stands beside the translation; `page`: the release is drafted as running text; `references`
    are the languages shown under the source.
    """

    def __init__(self) -> None:
        self.document: OpenDocument | None = None
        self.beside = True
        self.page = False
        self.references: tuple[str, ...] = ()
        self.highlighter: Highlighter | None = None
        self.marker: Marker | None = None
        self._ids: list[str] = []
        self._index: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._hidden: frozenset[str] = frozenset()
        self._typed = Words(EMPTY)

    def __len__(self) -> int:
        return len(self._ids)

    def rebuild(self) -> None:
        """Reads the segments anew, because others came or went."""
        self._ids, self._names = [], {}
        if self.document is not None:
            for block, name in zip(self.document.release.blocks, self.document.part_names(), strict=True):
                for segment in block.segments:
                    if segment.id not in self._hidden:
                        self._ids.append(segment.id)
                        self._names[segment.id] = name
        self._index = {segment: at for at, segment in enumerate(self._ids)}

    def show_only(self, segments: Collection[str] | None) -> None:
        """Hides all segments that are there and not among these; those that come later are shown. None: hides none."""
        everything = (self.document.release.places or {}).keys() if self.document else ()
        self._hidden = frozenset() if segments is None else frozenset(everything) - frozenset(segments)
        self.rebuild()

    def uncover(self, segment: str) -> bool:
        """Shows a segment although the filter hides it; whether it was hidden."""
        if segment not in self._hidden:
            return False
        self._hidden -= {segment}
        self.rebuild()
        return True

    @property
    def hides(self) -> bool:
        """Whether some segments are not shown."""
        return bool(self._hidden)

    @property
    def active(self) -> int:
        """The row of the current segment; -1 where there is none."""
        return self._index.get(self.document.place.segment, -1) if self.document else -1

    @property
    def shows_source(self) -> bool:
        """Whether the source stands beside what is written."""
        return self.beside and not self.page and self.document is not None and not self.document.writes_source

    def id(self, at: int) -> str:
        """The segment of a row."""
        return self._ids[at]

    def __contains__(self, segment: object) -> bool:
        return segment in self._index

    def rows_of(self, segments: Iterable[str]) -> list[int]:
        """Where those of the segments stand that are here."""
        return [self._index[segment] for segment in segments if segment in self._index]

    def row(self, at: int) -> Row:
        """What a row shows."""
        document = self._opened()
        place, release = document.place, document.release
        segment = release.segment(self._ids[at])
        target = None if document.writes_source else segment.target(place.language)
        earlier = self._earlier(segment)
        source = self._words(segment.source, release.source_language)
        source = self._marked(source, segment.id, Side.SOURCE)
        if earlier is not None and self.shows_source:
            source = source._replace(spans=(*source.spans, *_changes(earlier.string, segment.source.string)[1]))
        written = self._words(self._written(segment), place.language, self._beside(segment))
        role = release.block_of(segment.id).role
        return Row(
            source=source,
            target=self._marked(written, segment.id, self._side),
            role=self._names[segment.id],
            state=target,
            state_name=state_name(target) if target else "",
            beneath=tuple(self._beneath(segment, earlier)) if self.shows_source else (),
            behind=_("Source changed") if self._is_behind(segment) else "",
            bookmarked=segment.id in release.bookmarks,
            style=self._style(segment),
            hint=writing_hint(role) if document.writes_source else _("Write the translation here…"),
        )

    def written(self, at: int) -> Text:
        """The text of a row that the user writes."""
        return self._written(self._opened().release.segment(self._ids[at]))

    def standing(self, at: int) -> tuple[str, bool, bool]:
        """What a row says of its text: the state it is in, whether it is behind its source, and bookmarked."""
        document = self._opened()
        segment = document.release.segment(self._ids[at])
        state = "" if document.writes_source else state_name(segment.target(document.place.language))
        return state, self._is_behind(segment), segment.id in document.release.bookmarks

    def measured(self, at: int) -> Measured:
        """What decides how high a row is."""
        segment = self._opened().release.segment(self._ids[at])
        beneath: tuple[Text, ...] = ()
        behind = self._is_behind(segment)
        if self.shows_source and (behind or self.references):
            beneath = tuple(each.words.text for each in self._beneath(segment, self._earlier(segment)))
        lines = 1 if self.page else 3 if behind else 2
        return Measured(segment.source, self._written(segment), beneath, lines, self._style(segment))

    def lengths(self) -> Iterator[tuple[int, int]]:
        """How long the texts of each row are, source (0 where it is not shown) and what is written."""
        if self.document is None:
            return
        beside, language, source_only = self.shows_source, self.document.place.language, self.document.writes_source
        hidden = self._hidden
        for block in self.document.release.blocks:
            for segment in block.segments:
                if hidden and segment.id in hidden:
                    continue
                if source_only:
                    yield 0, len(segment.source.string)
                else:
                    written = next((target for code, target in segment.targets if code == language), None)
                    source = len(segment.source.string) if beside else 0
                    yield source, len(written.text.string) if written else 0

    def write(self, start: int, end: int, written: str) -> Change:
        """Replaces a span of the text of the current segment, as typing."""
        document = self._opened()
        release, place = document.release, document.place
        if document.writes_source:
            return self.write_source(start, end, written)
        old = self._written(release.segment(place.segment))
        text = self._type(old, start, end, written, Side.TARGET)
        return document.apply(write_target(release, place.segment, place.language, text), typing=True)

    def write_source(self, start: int, end: int, written: str) -> Change:
        """Replaces a span of the source of the current segment, as typing."""
        document = self._opened()
        release, name = document.release, document.place.segment
        text = self._type(release.segment(name).source, start, end, written, Side.SOURCE)
        return document.apply(write_source(release, name, text), typing=True)

    def look_up(self) -> None:
        """Highlights what was typed as a whole, and no longer what was there before."""
        self._typed = Words(EMPTY)

    def _type(self, old: Text, start: int, end: int, written: str, side: Side) -> Text:
        """The text after typing; its highlights move along until it is looked up anew."""
        document = self._opened()
        segment = document.release.segment(document.place.segment)
        text = old.splice(start, end, written)
        language = document.release.source_language if side is Side.SOURCE else document.place.language
        words = self._words(old, language, self._beside(segment) if side is Side.TARGET else None)
        spans = self._marked(words, segment.id, side).spans
        self._typed = Words(text, tuple(_moved(spans, start, end, len(written))))
        return text

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

    def _is_behind(self, segment: Segment) -> bool:
        document = self._opened()
        return not document.writes_source and is_behind(document.release, segment.id, document.place.language)

    def _earlier(self, segment: Segment) -> Text | None:
        """The source that the translation was made from, where it is another and known."""
        document = self._opened()
        earlier = segment.target(document.place.language).basis_text
        return earlier if earlier and self._is_behind(segment) else None

    def _beneath(self, segment: Segment, earlier: Text | None) -> Iterator[Beneath]:
        document = self._opened()
        if earlier is not None:
            spans = _changes(earlier.string, segment.source.string)[0]
            yield Beneath(_("Translated from"), Words(earlier, spans))
        for code in self.references:
            others = (each for each in document.release.target_languages if each != document.place.language)
            if code in others and (text := segment.target(code).text):
                yield Beneath(language_name(code), Words(text))

    def _style(self, segment: Segment) -> Style:
        return style_of(self._opened().release.block_of(segment.id).role) if self.page else PLAIN

    def _words(self, text: Text, language: str, source: tuple[str, str] | None = None) -> Words:
        if text is self._typed.text:
            return self._typed
        if self.highlighter is None or len(text) > LONG:
            return Words(text)
        return Words(text, self.highlighter(text, language, source))

    @property
    def _side(self) -> Side:
        return Side.SOURCE if self._opened().writes_source else Side.TARGET

    def _marked(self, words: Words, segment: str, side: Side) -> Words:
        if self.marker is None or words is self._typed or len(words.text) > LONG:
            return words  # what is being typed has its marks moved along
        marks = self.marker(segment, side)
        return words._replace(spans=(*words.spans, *marks)) if marks else words


@lru_cache(maxsize=256)
def _changes(old: str, new: str) -> tuple[tuple[Highlight, ...], tuple[Highlight, ...]]:
    """The words that are gone from the old text, and those that are new in the new one."""
    if len(old) + len(new) > 4 * LONG:
        return (), ()
    spans = words_difference(old, new)
    gone = (Highlight(span.old_start, span.old_end, "deleted") for span in spans if span.kind is SpanKind.DELETE)
    come = (Highlight(span.new_start, span.new_end, "inserted") for span in spans if span.kind is SpanKind.INSERT)
    return tuple(gone), tuple(come)


def _moved(spans: Iterable[Highlight], start: int, end: int, written: int) -> Iterator[Highlight]:
    """Where spans are after `start:end` was replaced by `written` code points; those that were touched are gone."""
    for span in spans:
        if span.end <= start:
            yield span
        elif span.start >= end:
            shift = written - (end - start)
            yield span._replace(start=span.start + shift, end=span.end + shift)
