"""One paragraph as rows, the same whether it stands alone, in a list, in a card or in a table cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tilshi.export.pdf.faces import face
from tilshi.export.pdf.lines import set_lines
from tilshi.export.pdf.rows import Frame, FrameKind, Leaf, Row, Text
from tilshi.layout.blocks import Field, Paragraph, ParagraphStyle

# A bar needs this much air before the text, in points.
_AIR_AFTER_RULE: Final = 8.0


def text_rows(content: Leaf, x0: float, x1: float, frames: tuple[Frame, ...] = ()) -> list[Row]:
    """The paragraph's lines between two edges, without the space after it; the first row has the space before it.

    The first two lines and the last two stay together (no orphans, no widows).
    """
    paragraph = content.paragraph
    style = paragraph.style
    start = x0 + (max(style.indent, style.rule + _AIR_AFTER_RULE) if style.rule else style.indent)
    if style.rule:
        frames = (*frames, Frame(FrameKind.FILL, x0, x0 + style.rule, style.rule_colour))
    lines = set_lines(paragraph, round(x1 - start, 3))
    depth = baseline(style)
    return [
        Row(
            style.leading,
            (Text(content, line, start, x1, depth),),
            frames,
            gap=style.space_before if at == 0 else 0.0,
            # A divided word is whole on its page.
            joined=at > 0 and (style.keep_together or at == 1 or at == len(lines) - 1 or lines[at - 1].is_divided),
        )
        for at, line in enumerate(lines)
    ]


def baseline(style: ParagraphStyle) -> float:
    """How far the base line lies below the top of a line: what the face needs is centred in the leading."""
    metrics = face(style.family, style.bold, style.italic)
    height = (metrics.ascent - metrics.descent) * style.size / 1000
    return (style.leading - height) / 2 + metrics.ascent * style.size / 1000


def numbered(paragraph: Paragraph, page: int, pages: int) -> Paragraph:
    """The paragraph with its page fields filled in; `page` counts from 1."""
    values = {Field.PAGE: str(page), Field.PAGES: str(pages)}
    runs = tuple(
        replace(run, text=values[run.field], field=Field.NONE) if run.field in values else run for run in paragraph.runs
    )
    return replace(paragraph, runs=runs)


def has_fields(paragraph: Paragraph) -> bool:
    """Whether the paragraph shows a number only the finished pages know."""
    return any(run.field is not Field.NONE for run in paragraph.runs)
