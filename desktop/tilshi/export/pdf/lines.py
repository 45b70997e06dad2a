"""Paragraphs become lines: the breaks are chosen for the paragraph as a whole.

The lines of a paragraph are found by the shortest path over all possible breaks (Knuth and Plass, "Breaking Paragraphs
into Lines", 1981), so no line is ragged because the one before it was filled greedily.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Final, NamedTuple, TypeAlias

from tilshi.export.pdf.breaks import Break, BreakKind, breaks
from tilshi.export.pdf.faces import Face, Word, face, shape, soft_hyphen
from tilshi.layout.blocks import Alignment, Paragraph, Tag

_HEADINGS: Final = frozenset({Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3})
# The width of a space, as a share of the font size.
_SPACE_WIDTH: Final = 0.26
# A justified space may shrink by a fifth and should not grow beyond its double.
_SHRINK: Final = 0.2
_STRETCH: Final = 1.0
_OVERSTRETCHED: Final = 8.0
# A last line shorter than this part of the measure looks like a mistake.
_RUNT: Final = 0.15
_RUNT_COST: Final = 0.08
_EMERGENCY_COST: Final = 0.5
# Where an address may be divided if it is longer than a line.
_ADDRESS_BREAKS: Final = frozenset("/?&=#_.@,;:")
# Rounding must not push a word off a line it fits, in points.
_TOLERANCE: Final = 0.01


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
    are in the last piece and hang over.
    """

    pieces: tuple[Piece, ...]
    x: float
    stretch: float = 0.0


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


_Words: TypeAlias = list[tuple[int, Word]]
"""Words with the index of their group."""


class _Box(NamedTuple):
    """What stands between two breaks; widths in points, `width` with the spaces at its end."""

    start: int
    ending: Break
    words: _Words
    visible: float
    width: float
    spaces: int


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
    lines: list[Line] = []
    for boxes in _between_forced(setting.boxes(measure)):
        start = 0
        for end in _choose(boxes, measure, paragraph):
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
            self._spans.append(_Span(start, end, group, chosen, run.language))
            start = end

    def boxes(self, measure: float) -> list[_Box]:
        """The paragraph's boxes, at least one; a box wider than the measure is divided where that hurts least."""
        found: list[_Box] = []
        start = 0
        for ending in breaks(self._text):
            box = self._box(start, ending)
            found += [box] if box.visible <= measure else self._divided(box, measure)
            start = ending.resume
        if start < len(self._text) or not found:
            end = len(self._text)
            box = self._box(start, Break(end, end, BreakKind.FORCED))
            found += [box] if box.visible <= measure else self._divided(box, measure)
        return found

    def line(self, boxes: Sequence[_Box], measure: float, *, is_last: bool) -> Line:
        """The line of these boxes. What was measured in parts is shaped as whole words, so that kerning is complete."""
        words: _Words = []
        start = boxes[0].start
        for box in boxes:
            ending = box.ending
            if box is boxes[-1] and ending.kind is BreakKind.SOFT:
                words += self._words(start, ending.end)
                words.append((words[-1][0], soft_hyphen(words[-1][1].face)))
            elif box is boxes[-1] or ending.kind is BreakKind.SPACE:
                words += box.words if box.start == start else self._words(start, ending.resume)
                start = ending.resume
        return self._placed(tuple(self._pieces(words)), measure, is_last=is_last)

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

    def _pieces(self, words: _Words) -> Iterator[Piece]:
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

    def _box(self, start: int, ending: Break) -> _Box:
        words = self._words(start, ending.resume)
        if len(words) == 1:
            word = words[0][1]
            visible, width, spaces = word.visible, word.width, word.spaces
        else:
            visible = _visible(words)
            width = sum([word.width for _group, word in words])
            spaces = sum([word.spaces for _group, word in words])
        if ending.kind is BreakKind.SOFT and words:
            visible += words[-1][1].face.hyphen.advance
        scale = self._scale
        return _Box(start, ending, words, visible * scale, width * scale, spaces)

    def _divided(self, box: _Box, measure: float) -> Iterator[_Box]:
        """The parts of a box that no line can hold; an address is divided at its signs."""
        while box.visible > measure:
            cut = self._cut(box, measure)
            if cut is None:
                break
            yield self._box(box.start, Break(cut, cut, BreakKind.SIGN, _EMERGENCY_COST))
            box = self._box(cut, box.ending)
        yield box

    def _cut(self, box: _Box, measure: float) -> int | None:
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

    def _words(self, start: int, end: int) -> _Words:
        """The words between two offsets, one a run."""
        text, spans = self._text, self._spans
        if len(spans) == 1:
            return [(0, shape(spans[0].face, text[start:end], spans[0].language))] if start < end else []
        return [
            (span.group, shape(span.face, text[max(start, span.start) : min(end, span.end)], span.language))
            for span in spans
            if span.start < end and span.end > start
        ]


def _visible(words: _Words) -> float:
    """The width without the spaces at the end, which may be runs of their own."""
    end = len(words)
    while end and not words[end - 1][1].visible:
        end -= 1
    if not end:
        return 0.0
    return sum([word.width for _group, word in words[: end - 1]]) + words[end - 1][1].visible


def _between_forced(boxes: list[_Box]) -> Iterator[list[_Box]]:
    start = 0
    for at, box in enumerate(boxes):
        if box.ending.kind is BreakKind.FORCED or at == len(boxes) - 1:
            yield boxes[start : at + 1]
            start = at + 1


def _choose(boxes: Sequence[_Box], measure: float, paragraph: Paragraph) -> list[int]:
    """The index of the last box of each line: the cheapest way through all breaks.

    The lines of a heading are made alike, the last one too; elsewhere the last line may end where it will.
    """
    starts = list(accumulate([box.width for box in boxes], initial=0.0))
    if starts[-2] + boxes[-1].visible <= measure:
        return [len(boxes) - 1]
    is_balanced = paragraph.tag in _HEADINGS
    spaces = None
    if paragraph.style.alignment is Alignment.JUSTIFY and not is_balanced:
        width = paragraph.style.size * _SPACE_WIDTH
        spaces = list(accumulate([box.spaces * width for box in boxes], initial=0.0))
    final = len(boxes) - 1
    best = [0.0] * (len(boxes) + 1)
    came_from = [0] * (len(boxes) + 1)
    limit = measure + _TOLERANCE
    earliest = 0
    for last, box in enumerate(boxes):
        end = starts[last] + box.visible
        while earliest < last and end - starts[earliest] - _shrinkable(spaces, earliest, last) > limit:
            earliest += 1
        cheapest = float("inf")
        for first in range(earliest, last + 1):
            width = end - starts[first]
            if last == final and not is_balanced:
                cost = best[first] + (_RUNT_COST if first > 0 and width < _RUNT * measure else 0.0)
            elif spaces:
                cost = best[first] + _justified(measure - width, spaces[last] - spaces[first])
            else:
                cost = best[first] + (1.0 - width / measure) ** 2
            if cost < cheapest:
                cheapest = cost
                came_from[last + 1] = first
        best[last + 1] = cheapest + box.ending.cost
    return _way_back(came_from)


def _shrinkable(spaces: Sequence[float] | None, first: int, last: int) -> float:
    """How much narrower a justified line may become."""
    return (spaces[last] - spaces[first]) * _SHRINK if spaces else 0.0


def _justified(slack: float, spaces: float) -> float:
    """The cost of a line by how much its spaces change (Knuth's badness, scaled to the other costs)."""
    if spaces <= 0:
        return _OVERSTRETCHED
    ratio = slack / (spaces * (_STRETCH if slack >= 0 else _SHRINK))
    return min(abs(ratio) ** 3, _OVERSTRETCHED)


def _way_back(came_from: Sequence[int]) -> list[int]:
    ends: list[int] = []
    at = len(came_from) - 1
    while at > 0:
        ends.append(at - 1)
        at = came_from[at]
    return ends[::-1]
