"""The watermark: a word across the page, drawn as outlines so that no reader takes it for text."""

from __future__ import annotations

import math
from typing import Final

from tilshi.export.pdf.faces import face, outline, shape
from tilshi.export.pdf.objects import PdfObjects, number
from tilshi.layout.blocks import Page

# So pale that the dim text of the templates keeps 4.5 : 1 over it (WCAG 2.2, 1.4.3).
_GREY: Final = 0.957
# The letters' outlines are darker, so that the word is seen on paper too; width in thousandths of the font size.
_OUTLINE: Final = 0.82
_OUTLINE_WIDTH: Final = 6
_FAMILY: Final = "Noto Sans"
# The part of the diagonal that the word takes up, and the largest letters, in points.
_SPAN: Final = 0.62
_LARGEST: Final = 150.0


def add_watermark(objects: PdfObjects, text: str, page: Page, language: str) -> int:
    """A form (ISO 32000-1, 8.10) with the text from the lower left to the upper right; its number."""
    bold = face(_FAMILY, True, False)  # noqa: FBT003 - bold, upright
    word = shape(bold, text, language)
    diagonal = math.hypot(page.width, page.height)
    size = min(_LARGEST, _SPAN * diagonal / max(word.visible / 1000, 0.1))
    angle = math.atan2(page.height, page.width)
    scale = size / 1000
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    # The middle of the capitals lies on the middle of the page.
    x, y = -word.visible / 2, -bold.cap_height / 2
    origin = page.width / 2 + x * cos - y * sin, page.height / 2 + x * sin + y * cos
    matrix = " ".join([*(f"{value:.5f}" for value in (cos, sin, -sin, cos)), *map(number, origin)])
    parts = [f"{_GREY} g {_OUTLINE} G {matrix} cm {_OUTLINE_WIDTH} w"]
    parts += [f"{outline(bold, glyph.code[0])} B 1 0 0 1 {number(glyph.advance)} 0 cm" for glyph in word.glyphs]
    box = f"[0 0 {number(page.width)} {number(page.height)}]"
    return objects.add_stream("\n".join(parts).encode("ascii"), f"/Type/XObject/Subtype/Form/BBox{box}/Resources<<>>")
