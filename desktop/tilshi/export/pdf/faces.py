"""Faces through HarfBuzz: shaped words that remember their text, and the subset a file embeds.

Everything here is a pure function of a font file and a text, so answers are kept: a word is shaped once, however often
it is written.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import uharfbuzz as hb

from tilshi.layout import fonts

Code: TypeAlias = tuple[int, str]
"""A glyph's index in the face and the text it stands for: what one character code of the PDF means.

The same glyph shown for two texts (a hyphen for U+002D and for a soft hyphen) gets two codes, so both are extracted
exactly.
"""

STRETCHABLE: Final = frozenset(" \u00a0")
"""The spaces that justification widens; U+202F keeps its width."""

_FEATURES: Final = {"kern": True, "liga": True}
_LATIN: Final = "A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_CYRILLIC: Final = "\u0400-\u052f"
# Latin and Cyrillic are shaped apart, for a face may treat the same mark differently in each.
_SCRIPTS: Final = re.compile(f"[^{_LATIN}]*[{_CYRILLIC}][^{_LATIN}]*|[^{_CYRILLIC}]+")
# U+FEFF inside a text is an old word joiner, and PDF/A wants none of it (ISO 19005-2, 6.2.11.7.2).
_REPLACED: Final = str.maketrans("\n\t\u2028\u2029\ufeff", "    \u2060")
_DROPPED: Final = ("GSUB", "GPOS", "GDEF", "OS/2", "cmap", "name", "post", "gasp")


class Mark(NamedTuple):
    """A glyph without a text of its own, such as an accent: its number in the face, and its place from the origin."""

    number: int
    x: float
    y: float


class Glyph(NamedTuple):
    """One placed glyph; lengths are thousandths of the font size.

    `width` is the face's own advance, `advance` the one with kerning and `shift` moves the drawing only. A `plain`
    glyph is its character's first choice, so that its index alone says what it is. `marks` are drawn as outlines:
    as text they would be read a second time, and readers put them in the wrong place.
    """

    code: Code
    width: float
    advance: float
    shift: float = 0.0
    plain: bool = True
    marks: tuple[Mark, ...] = ()


class Face:
    """An open font file; all metrics in thousandths of the font size."""

    __slots__ = ("ascent", "bold", "box", "cap_height", "count", "descent", "font", "hyphen", "italic", "name", "space")

    def __init__(self, path: Path, *, bold: bool, italic: bool) -> None:
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        self.font = hb.Font(face)
        self.font.scale = (1000, 1000)
        extents = self.font.get_font_extents("ltr")
        self.name = path.stem
        self.count: int = face.glyph_count
        self.bold = bold
        self.italic = italic
        self.ascent: float = extents.ascender
        self.descent: float = extents.descender
        self.cap_height: float = self.font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
        head = face.reference_table("head").data
        # OpenType, `head`: xMin, yMin, xMax, yMax.
        corners = (int.from_bytes(head[at : at + 2], "big", signed=True) for at in (36, 38, 40, 42))
        self.box = tuple(round(corner * 1000 / face.upem) for corner in corners)
        self.hyphen = self._nominal("-")
        self.space = self._nominal(" ")

    def _nominal(self, character: str) -> Glyph:
        index = self.font.get_nominal_glyph(ord(character)) or 0
        width = self.font.get_glyph_h_advance(index)
        return Glyph((index, character), width, width)


class Word:
    """A shaped text; lengths are thousandths of the font size.

    `visible` is its width without the spaces at its end, `spaces` counts the stretchable spaces and `inner_spaces`
    those before the end. `string` is what shows the word in a TJ array; empty where that depends on the file.
    """

    __slots__ = ("face", "glyphs", "has_marks", "inner_spaces", "spaces", "string", "visible", "width")

    def __init__(self, face: Face, glyphs: tuple[Glyph, ...]) -> None:
        end = len(glyphs)
        while end and glyphs[end - 1].code[1].isspace():
            end -= 1
        self.face = face
        self.glyphs = glyphs
        self.visible = sum([glyph.advance for glyph in glyphs[:end]])
        self.width = self.visible + sum([glyph.advance for glyph in glyphs[end:]])
        self.inner_spaces = sum([glyph.code[1] in STRETCHABLE for glyph in glyphs[:end]])
        self.spaces = self.inner_spaces + sum([glyph.code[1] in STRETCHABLE for glyph in glyphs[end:]])
        self.has_marks = any(glyph.marks for glyph in glyphs)
        self.string = _plain_string(glyphs) if all(glyph.plain for glyph in glyphs) else ""


def _plain_string(glyphs: tuple[Glyph, ...]) -> str:
    parts = []
    for code, width, advance, *_others in glyphs:
        parts.append(f"{code[0]:04X}" if width == advance else f"{code[0]:04X}>{width - advance:g}<")
    return f"<{''.join(parts)}>"


class Subset(NamedTuple):
    """A face reduced to some glyphs, which keep their indexes: the deflated file, and its length before."""

    deflated: bytes
    length: int


@cache
def face(family: str, bold: bool, italic: bool) -> Face:  # noqa: FBT001 - two axes
    """The face for a style."""
    return Face(fonts.face(family, bold, italic), bold=bold, italic=italic)


@lru_cache(maxsize=8192)
def shape(face: Face, text: str, language: str) -> Word:
    """The glyphs of ``text``, with kerning and ligatures; their texts together are ``text`` again.

    Line breaks and tabs come out as spaces; characters that draw nothing join the text of a neighbour.
    """
    glyphs: list[Glyph] = []
    for part in _SCRIPTS.findall(text.translate(_REPLACED)):
        _shape_part(face, part, language, glyphs)
    return Word(face, tuple(glyphs))


@lru_cache(maxsize=64)
def hyphen(face: Face, text: str) -> Word:
    """The hyphen of a divided word. It stands for ``text``: U+00AD where that was typed, nothing where it was not."""
    return Word(face, (face.hyphen._replace(code=(face.hyphen.code[0], text), plain=False),))


def _shape_part(face: Face, text: str, language: str, glyphs: list[Glyph]) -> None:
    buffer = hb.Buffer()
    # What draws nothing leaves no glyph; its text goes to a neighbour's cluster.
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = language
    hb.shape(face.font, buffer, _FEATURES)
    infos = buffer.glyph_infos
    if not infos:
        glyphs.append(Glyph((face.space.code[0], text), face.space.width, 0.0, plain=False))
        return
    positions = buffer.glyph_positions or []
    clusters = [info.cluster for info in infos]
    if len(set(clusters)) < len(clusters):
        glyphs += _clustered(face, text, infos, positions)
        return
    for info, position, start, end in zip(infos, positions, clusters, [*clusters[1:], len(text)], strict=True):
        glyphs.append(_glyph(face, info.codepoint, text[start:end], position.x_advance, position.x_offset))


def _clustered(
    face: Face, text: str, infos: Sequence[hb.GlyphInfo], positions: Sequence[hb.GlyphPosition]
) -> Iterator[Glyph]:
    """The glyphs of a text where several stand for one cluster: the first takes the text, the others become marks."""
    runs = [
        (cluster, list(run))
        for cluster, run in groupby(zip(infos, positions, strict=True), key=lambda pair: pair[0].cluster)
    ]
    ends = [*(cluster for cluster, _run in runs[1:]), len(text)]
    for (start, run), end in zip(runs, ends, strict=True):
        (first, place), *others = run
        pen = place.x_advance
        marks = []
        for info, position in others:
            marks.append(Mark(info.codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
        yield _glyph(face, first.codepoint, text[start:end], pen, place.x_offset, tuple(marks))


@lru_cache(maxsize=16384)
def _glyph(  # noqa: PLR0913, PLR0917 - kept so that equal glyphs are one object
    face: Face, index: int, text: str, advance: float, shift: float, marks: tuple[Mark, ...] = ()
) -> Glyph:
    plain = not shift and not marks and len(text) == 1 and face.font.get_nominal_glyph(ord(text)) == index
    return Glyph((index, text), face.font.get_glyph_h_advance(index), advance, shift, plain, marks)


@lru_cache(maxsize=256)
def outline(face: Face, index: int) -> str:
    """The glyph's outline as path operators, in thousandths of the font size."""
    pen = _PathPen()
    face.font.draw_glyph_with_pen(index, pen)
    return " ".join(pen.operators)


class _PathPen:
    """Writes an outline as PDF's path operators; TrueType's quadratic curves become cubic ones."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the pen protocol's names
        self._add("m", to)

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", to)

    def curveTo(self, first: tuple[float, float], second: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", first, second, to)

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        (x0, y0), (x1, y1), (x2, y2) = self._at, control, to
        first = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3)
        self._add("c", first, (x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3), to)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.operators.append(" ".join([*(f"{x:.0f} {y:.0f}" for x, y in points), operator]))


@lru_cache(maxsize=64)
def subset(face: Face, indexes: frozenset[int]) -> Subset:
    """The face with these glyphs and what they are composed of, and no tables but those that draw them."""
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(indexes)
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.RETAIN_GIDS
    data = hb.subset(face.font.face, request).blob.data
    return Subset(zlib.compress(data), len(data))
