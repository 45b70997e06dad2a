"""Faces through HarfBuzz: shaped glyphs that remember their text, and the subset a file embeds.

Everything here is a pure function of a font file and a text, so answers are kept: after a keystroke only the changed
paragraph is shaped anew.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import uharfbuzz as hb

from tilshi.layout import fonts

Code: TypeAlias = tuple[int, str]
"""A glyph's index in the face and the text it stands for: what one character code of the PDF means.

The same glyph shown for two texts (a hyphen for U+2011 and for a soft hyphen) gets two codes, so both are extracted
exactly. A glyph with an empty text belongs to the one before it, and both together show the first one's text.
"""

STRETCHABLE: Final = frozenset(" \u00a0")
"""The spaces that justification widens; U+202F keeps its width."""

_FEATURES: Final = {"kern": True, "liga": True}
_LATIN: Final = "A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_CYRILLIC: Final = "\u0400-\u052f"
# Latin and Cyrillic are shaped apart, for a face may treat the same mark differently in each.
_SCRIPTS: Final = re.compile(f"[^{_LATIN}]*[{_CYRILLIC}][^{_LATIN}]*|[^{_CYRILLIC}]+")
_DROPPED: Final = ("GSUB", "GPOS", "GDEF", "OS/2", "cmap", "name", "post", "gasp")


class Glyph(NamedTuple):
    """One placed glyph; lengths are thousandths of the font size.

    `width` is the face's own advance, `advance` the one with kerning; `dx`, `dy` shift the drawing only.
    """

    code: Code
    width: float
    advance: float
    dx: float
    dy: float


def count_stretchable(glyphs: Iterable[Glyph]) -> int:
    """How many of the glyphs are spaces that may grow."""
    return sum(glyph.code[1] in STRETCHABLE for glyph in glyphs)


@dataclass(frozen=True, slots=True)
class Subset:
    """A face reduced to some glyphs: the deflated file, its length before, and the new index of each old one."""

    deflated: bytes
    length: int
    indexes: dict[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """An open font file; all metrics in thousandths of the font size."""

    path: Path
    name: str
    font: hb.Font
    ascent: float
    descent: float
    cap_height: float
    box: tuple[int, int, int, int]
    italic: bool
    bold: bool
    hyphen: Glyph
    space: Glyph


@cache
def face(family: str, bold: bool, italic: bool) -> Face:  # noqa: FBT001 - two axes
    """The face for a style."""
    path = fonts.face(family, bold, italic)
    hb_face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(hb_face)
    font.scale = (1000, 1000)
    extents = font.get_font_extents("ltr")
    head = hb_face.reference_table("head").data
    scale = 1000 / hb_face.upem
    corners = [int.from_bytes(head[at : at + 2], "big", signed=True) * scale for at in (36, 38, 40, 42)]
    return Face(
        path=path,
        name=path.stem,
        font=font,
        ascent=extents.ascender,
        descent=extents.descender,
        cap_height=font.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT),
        box=(round(corners[0]), round(corners[1]), round(corners[2]), round(corners[3])),
        italic=italic,
        bold=bold,
        hyphen=_nominal(font, "-"),
        space=_nominal(font, " "),
    )


def _nominal(font: hb.Font, character: str) -> Glyph:
    index = font.get_nominal_glyph(ord(character)) or 0
    width = font.get_glyph_h_advance(index)
    return Glyph((index, character), width, width, 0, 0)


@lru_cache(maxsize=4096)
def shape(face: Face, text: str, language: str) -> tuple[Glyph, ...]:
    """The glyphs of ``text``, with kerning and ligatures; their texts together are ``text`` again.

    Line breaks and tabs come out as spaces; characters that draw nothing join the text of a neighbour.
    """
    glyphs: list[Glyph] = []
    for part in _SCRIPTS.finditer(text.replace("\n", " ").replace("\t", " ").replace("\u2028", " ")):
        _shape_part(face, part.group(), language, glyphs)
    return tuple(glyphs)


def _shape_part(face: Face, text: str, language: str, glyphs: list[Glyph]) -> None:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = language
    hb.shape(face.font, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    assert positions is not None
    clusters = [info.cluster for info in infos]
    ends = [*clusters[1:], len(text)]
    for info, position, start, end in zip(infos, positions, clusters, ends, strict=True):
        piece = text[start:end]
        if piece and fonts.INVISIBLE.issuperset(piece):
            _hide(face, piece, glyphs)
        else:
            index = info.codepoint
            glyphs.append(
                Glyph((index, piece), _width(face, index), position.x_advance, position.x_offset, position.y_offset)
            )


def _hide(face: Face, piece: str, glyphs: list[Glyph]) -> None:
    """Text that draws nothing is read with the glyph before it, or else with a space of no width."""
    if glyphs and glyphs[-1].code[1]:
        index, text = glyphs[-1].code
        glyphs[-1] = glyphs[-1]._replace(code=(index, text + piece))
    else:
        glyphs.append(face.space._replace(code=(face.space.code[0], piece), advance=0))


@lru_cache(maxsize=8192)
def _width(face: Face, index: int) -> float:
    return float(face.font.get_glyph_h_advance(index))


@lru_cache(maxsize=64)
def subset(face: Face, indexes: frozenset[int]) -> Subset:
    """The face with these glyphs and what they are composed of, and no tables but those that draw them."""
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(indexes)
    request.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    request.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = hb.SubsetPlan(face.font.face, request)
    data = plan.execute().blob.data
    return Subset(zlib.compress(data, 9), len(data), dict(plan.old_to_new_glyph_mapping))
