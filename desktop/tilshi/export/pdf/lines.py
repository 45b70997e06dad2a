"""Paragraphs become lines: shaped, measured, broken where `fitting` says, and ready to be placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

from tilshi.export.pdf.breaks import Break, BreakKind, breaks
from tilshi.export.pdf.faces import Face, Word, face, hyphen, shape
from tilshi.export.pdf.fitting import DIVIDING, Box, Manner, Words, choose, is_poor, manner_of, straddling
from tilshi.layout.blocks import Alignment, Paragraph

# The width of a space, as a share of the font size.
_SPACE_WIDTH: Final = 0.26
_EMERGENCY_COST: Final = 0.5
_HYPHEN_COST: Final = 0.02
# Where an address may be divided if it is longer than a line.
_ADDRESS_BREAKS: Final = frozenset("/?&=#_.@,;:")


class Piece(NamedTuple):
    """Words of a line that share a face and a group; `group` is the index of the paragraph's group.

    `width` is in points, without what justification adds; `visible` leaves out the spaces at the end of the line.
    `spaces` counts the stretchable spaces, `inner_spaces` without those at the end.
    """

    group: int
    face: Face
    words: tuple[Word, ...]
    width: float
    visible: float
    spaces: int
    inner_spaces: int


class Line(NamedTuple):
    """A line ready to be placed.

    `x` is the distance from the start of the measure and `stretch` what each space gains, in points. Spaces at the end
    are in the last piece and hang over. The last word of a divided line is a hyphen, and the one before it goes on in
    the next line.
    """

    pieces: tuple[Piece, ...]
    x: float
    stretch: float = 0.0
    is_divided: bool = False


class Group(NamedTuple):
    """Neighbouring runs that share a link and a language: one structure element, or plain text of the paragraph."""

    language: str
    href: str
    text: str


class _Span(NamedTuple):
    """Where a run stands in the paragraph's text."""

    start: int
    end: int
    group: int
    face: Face
    language: str
    is_link: bool


def groups(paragraph: Paragraph) -> tuple[Group, ...]:
    """The paragraph's groups in reading order."""
    found: list[Group] = []
    for run in paragraph.runs:
        if found and (found[-1].language, found[-1].href) == (run.language, run.href):
            found[-1] = found[-1]._replace(text=found[-1].text + run.text)
        else:
            found.append(Group(run.language, run.href, run.text))
    return tuple(found)


@lru_cache(maxsize=1024)
def set_lines(paragraph: Paragraph, measure: float) -> tuple[Line, ...]:
    """The paragraph broken into lines of at most ``measure`` points (more only where one glyph is wider)."""
    setting = _Setting(paragraph)
    manner = manner_of(paragraph)
    lines: list[Line] = []
    for boxes in _between_forced(setting.boxes(measure)):
        ends = choose(boxes, measure, manner)
        if paragraph.style.hyphenate and is_poor(boxes, ends, measure, manner):
            # Dividing words is a second try, as in TeX: what is set well without stays without.
            finer = list(setting.hyphenated(boxes, measure, manner))
            if len(finer) > len(boxes):
                boxes, ends = finer, choose(finer, measure, manner)  # noqa: PLW2901 - the same part, set again
        start = 0
        for end in ends:
            is_last = end == len(boxes) - 1
            lines.append(setting.line(boxes[start : end + 1], measure, is_last=is_last))
            start = end + 1
    return tuple(lines)


def natural_widths(paragraph: Paragraph) -> tuple[float, float]:
    """The width of the widest unbreakable part and of the longest line nobody broke, in points."""
    boxes = _Setting(paragraph).boxes(float("inf"))
    widest = max(box.visible for box in boxes)
    longest = max(sum(box.width for box in part[:-1]) + part[-1].visible for part in _between_forced(boxes))
    return widest, longest


class _Setting:
    """A paragraph being set."""

    __slots__ = ("_scale", "_spans", "_style", "_text")

    def __init__(self, paragraph: Paragraph) -> None:
        style = paragraph.style
        self._style = style
        self._scale = style.size / 1000
        self._text = paragraph.text
        self._spans: list[_Span] = []
        start, group = 0, -1
        before: tuple[str, str] | None = None
        for run in paragraph.runs:
            if before != (run.language, run.href):
                before = (run.language, run.href)
                group += 1
            chosen = face(style.family, style.bold or run.bold, style.italic or run.italic)
            end = start + len(run.text)
            self._spans.append(_Span(start, end, group, chosen, run.language, bool(run.href)))
            start = end

    def boxes(self, measure: float) -> list[Box]:
        """The paragraph's boxes, at least one; a box wider than the measure is divided where that hurts least."""
        found: list[Box] = []
        start = 0
        for ending in breaks(self._text):
            box = self._box(start, ending)
            found += self._fitted(box, measure)
            start = ending.resume
        if start < len(self._text) or not found:
            end = len(self._text)
            box = self._box(start, Break(end, end, BreakKind.FORCED))
            found += self._fitted(box, measure)
        return found

    def line(self, boxes: Sequence[Box], measure: float, *, is_last: bool) -> Line:
        """The line of these boxes. What was measured in parts is shaped as whole words, so that kerning is complete."""
        words: Words = []
        start = boxes[0].start
        for box in boxes:
            ending = box.ending
            if box is boxes[-1] and ending.kind in DIVIDING:
                words += self._words(start, ending.end)
                words.append((words[-1][0], hyphen(words[-1][1].face, self._text[ending.end : ending.resume])))
            elif box is boxes[-1] or ending.kind is BreakKind.SPACE:
                words += box.words if box.start == start else self._words(start, ending.resume)
                start = ending.resume
        line = self._placed(tuple(self._pieces(words)), measure, is_last=is_last)
        return line._replace(is_divided=True) if boxes[-1].ending.kind in DIVIDING else line

    def hyphenated(self, boxes: Sequence[Box], measure: float, manner: Manner) -> Iterator[Box]:
        """The boxes, with words divided that may stand at the end of a line."""
        wanted = straddling(boxes, measure, manner)
        for at, box in enumerate(boxes):
            if at not in wanted or box.ending.kind in DIVIDING or (at and boxes[at - 1].ending.kind in DIVIDING):
                yield box
                continue
            yield from self._syllables(box)

    def _fitted(self, box: Box, measure: float) -> Iterator[Box]:
        """The box, or its parts where no line can hold it whole."""
        if box.visible <= measure:
            yield box
            return
        for part in self._syllables(box) if self._style.hyphenate else (box,):
            yield from self._divided(part, measure)

    def _syllables(self, box: Box) -> Iterator[Box]:
        """The box parted wherever its word may be divided."""
        start = box.start
        for cut in self._divisions(box):
            yield self._box(start, Break(cut, cut, BreakKind.HYPHEN, _HYPHEN_COST))
            start = cut
        yield self._box(start, box.ending) if start > box.start else box

    def _divisions(self, box: Box) -> Iterator[int]:
        """Where the word of a box may be divided; a link's never, nor one of several appearances."""
        from tilshi.language.hyphenation import divisions  # for start time: few pages need it

        end = box.ending.end
        for span in self._spans:
            if span.start <= box.start and end <= span.end and not span.is_link:
                for cut in divisions(self._text[box.start : end], span.language):
                    yield box.start + cut

    def _placed(self, pieces: tuple[Piece, ...], measure: float, *, is_last: bool) -> Line:
        alignment = self._style.alignment
        if alignment is Alignment.START or not pieces:
            return Line(pieces, 0.0)
        before, last = pieces[:-1], pieces[-1]
        slack = measure - sum([piece.width for piece in before]) - last.visible
        if alignment is Alignment.JUSTIFY:
            spaces = sum([piece.spaces for piece in before]) + last.inner_spaces
            stretch = 0.0 if is_last or not spaces else slack / spaces
            return Line(pieces, 0.0, 0.0 if stretch > self._style.size else stretch)
        return Line(pieces, max(slack if alignment is Alignment.END else slack / 2, 0.0))

    def _pieces(self, words: Words) -> Iterator[Piece]:
        """Neighbouring words of one group and face as one piece."""
        if len(self._spans) == 1 and words:
            yield self._piece(0, self._spans[0].face, tuple([word for _group, word in words]))
            return
        for (group, face_), run in groupby(words, key=lambda pair: (pair[0], pair[1].face)):
            yield self._piece(group, face_, tuple([word for _group, word in run]))

    def _piece(self, group: int, face_: Face, words: tuple[Word, ...]) -> Piece:
        last = words[-1]
        width = sum([word.width for word in words])
        spaces = sum([word.spaces for word in words])
        return Piece(
            group,
            face_,
            words,
            width * self._scale,
            (width - last.width + last.visible) * self._scale,
            spaces,
            spaces - last.spaces + last.inner_spaces,
        )

    def _box(self, start: int, ending: Break) -> Box:
        words = self._words(start, ending.resume)
        if len(words) == 1:
            word = words[0][1]
            visible, width, spaces = word.visible, word.width, word.spaces
        else:
            visible = _visible(words)
            width = sum([word.width for _group, word in words])
            spaces = sum([word.spaces for _group, word in words])
        if ending.kind in DIVIDING and words:
            visible += words[-1][1].face.hyphen.advance
        scale = self._scale
        return Box(start, ending, words, visible * scale, width * scale, spaces * _SPACE_WIDTH * self._style.size)

    def _divided(self, box: Box, measure: float) -> Iterator[Box]:
        """The parts of a box that no line can hold; an address is divided at its signs."""
        while box.visible > measure:
            cut = self._cut(box, measure)
            if cut is None:
                break
            yield self._box(box.start, Break(cut, cut, BreakKind.SIGN, _EMERGENCY_COST))
            box = self._box(cut, box.ending)
        yield box

    def _cut(self, box: Box, measure: float) -> int | None:
        """The offset where a part that fits the measure ends; None if there is nothing to divide."""
        at, width = box.start, 0.0
        fits: list[int] = []
        for glyph in (glyph for _group, word in box.words for glyph in word.glyphs):
            width += glyph.advance * self._scale
            at += len(glyph.code[1])
            if at >= box.ending.end or (width > measure and fits):
                break
            fits.append(at)
        # Two letters at least go to the next line, and the sign it is divided at stands in this line's second half.
        late = [cut for cut in fits[len(fits) // 2 :] if cut + 2 <= box.ending.end] or fits
        at_signs = [cut for cut in late if self._text[cut - 1] in _ADDRESS_BREAKS]
        unhyphenated = [cut for cut in late if self._text[cut - 1] != "-"]
        return next((cuts[-1] for cuts in (at_signs, unhyphenated, fits) if cuts), None)

    def _words(self, start: int, end: int) -> Words:
        """The words between two offsets, one a run."""
        text, spans = self._text, self._spans
        if len(spans) == 1:
            return [(0, shape(spans[0].face, text[start:end], spans[0].language))] if start < end else []
        return [
            (span.group, shape(span.face, text[max(start, span.start) : min(end, span.end)], span.language))
            for span in spans
            if span.start < end and span.end > start
        ]


def _visible(words: Words) -> float:
    """The width without the spaces at the end, which may be runs of their own."""
    end = len(words)
    while end and not words[end - 1][1].visible:
        end -= 1
    if not end:
        return 0.0
    return sum([word.width for _group, word in words[: end - 1]]) + words[end - 1][1].visible


def _between_forced(boxes: list[Box]) -> Iterator[list[Box]]:
    start = 0
    for at, box in enumerate(boxes):
        if box.ending.kind is BreakKind.FORCED or at == len(boxes) - 1:
            yield boxes[start : at + 1]
            start = at + 1
