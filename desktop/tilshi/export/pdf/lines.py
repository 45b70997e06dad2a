"""Paragraphs become lines: the breaks are chosen for the paragraph as a whole.

The lines of a paragraph are found by the shortest path over all possible breaks (Knuth and Plass, "Breaking Paragraphs
into Lines", 1981), so no line is ragged because the one before it was filled greedily.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from tilshi.export.pdf.breaks import Break, BreakKind, breaks
from tilshi.export.pdf.faces import Face, Glyph, count_stretchable, face, shape
from tilshi.layout.blocks import Alignment, Paragraph, ParagraphStyle, Run, Tag

_HEADINGS: Final = frozenset({Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3})
# A justified space may shrink by a fifth and should not grow beyond its double.
_SHRINK: Final = 0.2
_STRETCH: Final = 1.0
_OVERSTRETCHED: Final = 8.0
# A last line shorter than this part of the measure looks like a mistake.
_RUNT: Final = 0.15
_RUNT_COST: Final = 0.08
_EMERGENCY_COST: Final = 0.5
# Where an address may be divided if it is longer than a line.
_ADDRESS_BREAKS: Final = frozenset("/?&=#-_.@,;:")


class Piece(NamedTuple):
    """Glyphs of one face and one link or language; `group` is the index of the paragraph's group they belong to."""

    face: Face
    group: int
    glyphs: tuple[Glyph, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line ready to be placed.

    `x` is the distance from the start of the measure, `width` the visible width, `stretch` what each space gains; all
    in points. Spaces at the end are in the last piece and hang over.
    """

    pieces: tuple[Piece, ...]
    x: float
    width: float
    stretch: float = 0.0


class Group(NamedTuple):
    """Neighbouring runs that share a link and a language: one structure element, or plain text of the paragraph."""

    language: str
    href: str
    text: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph as one row of glyphs; glyph i starts at `offsets[i]` (code points) and `positions[i]` (points)."""

    glyphs: tuple[Glyph, ...]
    faces: tuple[Face, ...]
    groups: tuple[int, ...]
    offsets: tuple[int, ...]
    positions: tuple[float, ...]


class _Box(NamedTuple):
    """What stands between two breaks: glyphs `first` to `last` are visible, the next box starts at `resume`."""

    first: int
    last: int
    resume: int
    kind: BreakKind
    cost: float
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
    """The paragraph broken into lines of at most ``measure`` points (less only where one glyph is wider)."""
    text = _shape(paragraph)
    style = paragraph.style
    hyphen = face(style.family, style.bold, style.italic).hyphen.advance * style.size / 1000
    lines: list[Line] = []
    for boxes in _between_forced(_boxes(text, paragraph.text, measure)):
        ends = _choose(text, boxes, measure, style, hyphen, balanced=paragraph.tag in _HEADINGS)
        start = 0
        for end in ends:
            is_last = end == len(boxes) - 1
            lines.append(_line(text, boxes[start : end + 1], measure, style, is_last=is_last))
            start = end + 1
    return tuple(lines)


def natural_widths(paragraph: Paragraph) -> tuple[float, float]:
    """The width of the widest unbreakable part and of the longest line nobody broke, in points."""
    text = _shape(paragraph)
    boxes = _boxes(text, paragraph.text, float("inf"))
    widest = max((text.positions[box.last] - text.positions[box.first] for box in boxes), default=0.0)
    longest = max(
        (text.positions[part[-1].last] - text.positions[part[0].first] for part in _between_forced(boxes)),
        default=0.0,
    )
    return widest, longest


@lru_cache(maxsize=1024)
def _shape(paragraph: Paragraph) -> _Text:
    style = paragraph.style
    glyphs: list[Glyph] = []
    faces: list[Face] = []
    members: list[int] = []
    group = -1
    before: Run | None = None
    for run in paragraph.runs:
        if before is None or (before.language, before.href) != (run.language, run.href):
            group += 1
        before = run
        chosen = face(style.family, style.bold or run.bold, style.italic or run.italic)
        shaped = shape(chosen, run.text, run.language)
        glyphs += shaped
        faces += [chosen] * len(shaped)
        members += [group] * len(shaped)
    scale = style.size / 1000
    return _Text(
        tuple(glyphs),
        tuple(faces),
        tuple(members),
        tuple(accumulate((len(glyph.code[1]) for glyph in glyphs), initial=0)),
        tuple(accumulate((glyph.advance * scale for glyph in glyphs), initial=0.0)),
    )


def _boxes(text: _Text, characters: str, measure: float) -> list[_Box]:
    """The paragraph's boxes; one wider than the measure is divided where that hurts least."""
    found: list[_Box] = []
    first = 0
    end = Break(len(characters), len(characters), BreakKind.FORCED)
    for chance in (*breaks(characters), end):
        # A soft hyphen is part of the glyph before it.
        last = _glyph_at(text, chance.resume if chance.kind is BreakKind.SOFT else chance.end)
        resume = _glyph_at(text, chance.resume)
        if last is None or resume is None or (first == resume and found):
            continue
        spaces = count_stretchable(text.glyphs[first:resume])
        box = _Box(first, last, resume, chance.kind, chance.cost, spaces)
        found.extend(_divided(text, box, measure))
        first = resume
    return found


def _glyph_at(text: _Text, offset: int) -> int | None:
    """The glyph that starts at an offset; None inside a ligature."""
    at = bisect_right(text.offsets, offset) - 1
    return at if text.offsets[at] == offset else None


def _divided(text: _Text, box: _Box, measure: float) -> Iterator[_Box]:
    """The box itself, or the parts of one that no line can hold; an address is divided after its punctuation."""
    first = box.first
    while text.positions[box.last] - text.positions[first] > measure:
        fits = first + 1
        while fits < box.last and text.positions[fits + 1] - text.positions[first] <= measure:
            fits += 1
        if fits >= box.last:
            break
        good = (at for at in range(fits, (first + fits) // 2, -1) if text.glyphs[at - 1].code[1] in _ADDRESS_BREAKS)
        cut = next(good, fits)
        yield _Box(first, cut, cut, BreakKind.HYPHEN, _EMERGENCY_COST, 0)
        first = cut
    yield box._replace(first=first)


def _between_forced(boxes: list[_Box]) -> Iterator[list[_Box]]:
    start = 0
    for at, box in enumerate(boxes):
        if box.kind is BreakKind.FORCED:
            yield boxes[start : at + 1]
            start = at + 1


def _choose(  # noqa: PLR0913 - one inner loop, and each of these is looked at in it
    text: _Text, boxes: list[_Box], measure: float, style: ParagraphStyle, hyphen: float, *, balanced: bool
) -> list[int]:
    """The index of the last box of each line: the cheapest way through all breaks."""
    starts = [text.positions[box.first] for box in boxes]
    ends = [text.positions[box.last] + (hyphen if box.kind is BreakKind.SOFT else 0.0) for box in boxes]
    justified = style.alignment is Alignment.JUSTIFY
    slack_per_space = style.size * 0.26
    final = len(boxes) - 1
    best = [0.0] * (len(boxes) + 1)
    came_from = [0] * (len(boxes) + 1)
    for last in range(len(boxes)):
        cheapest = float("inf")
        spaces = -1
        for first in range(last, -1, -1):
            spaces += boxes[first].spaces if first != last else 1
            width = ends[last] - starts[first]
            shrinkable = _SHRINK * slack_per_space * spaces if justified and last != final else 0.0
            if width - shrinkable > measure + 0.001 and first != last:
                break
            if last == final and not balanced:
                cost = _RUNT_COST if first > 0 and width < _RUNT * measure else 0.0
            elif justified and not balanced:
                cost = _stretched(measure - width, spaces * slack_per_space) + boxes[last].cost
            else:
                cost = (1.0 - width / measure) ** 2 + boxes[last].cost
            if best[first] + cost < cheapest:
                cheapest = best[first] + cost
                came_from[last + 1] = first
        best[last + 1] = cheapest
    return _way_back(came_from)


def _stretched(slack: float, spaces: float) -> float:
    """The cost of a justified line by how much its spaces change (Knuth's badness, scaled to the other costs)."""
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


def _line(text: _Text, boxes: list[_Box], measure: float, style: ParagraphStyle, *, is_last: bool) -> Line:
    first, last, resume = boxes[0].first, boxes[-1].last, boxes[-1].resume
    pieces = list(_pieces(text, first, resume))
    width = text.positions[last] - text.positions[first]
    if boxes[-1].kind is BreakKind.SOFT:
        pieces[-1] = _hyphenated(pieces[-1], style.size)
        width += pieces[-1].face.hyphen.advance * style.size / 1000
    slack = measure - width
    stretch = 0.0
    if style.alignment is Alignment.JUSTIFY and not is_last:
        spaces = count_stretchable(text.glyphs[first:last])
        stretch = slack / spaces if spaces else 0.0
        if stretch > style.size:
            stretch = 0.0
    shift = {Alignment.END: slack, Alignment.CENTER: slack / 2}.get(style.alignment, 0.0)
    return Line(tuple(pieces), max(shift, 0.0), width, stretch)


def _pieces(text: _Text, first: int, last: int) -> Iterator[Piece]:
    start = first
    for at in range(first + 1, last + 1):
        if at == last or text.groups[at] != text.groups[start] or text.faces[at] is not text.faces[start]:
            glyphs = text.glyphs[start:at]
            yield Piece(text.faces[start], text.groups[start], glyphs, text.positions[at] - text.positions[start])
            start = at


def _hyphenated(piece: Piece, size: float) -> Piece:
    """The soft hyphen moves from the glyph it was hidden in to a visible one."""
    *others, end = piece.glyphs
    index, characters = end.code
    hyphen = piece.face.hyphen
    glyphs = (
        *others,
        end._replace(code=(index, characters.removesuffix("\u00ad"))),
        hyphen._replace(code=(hyphen.code[0], "\u00ad")),
    )
    return Piece(piece.face, piece.group, glyphs, piece.width + hyphen.advance * size / 1000)
