"""What a page is filled with: rows of text, and the frames drawn behind them.

Blocks become rows, rows become pages; neither step knows of PDF. Lengths are points, x counts from the sheet's left
edge and y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from tilshi.export.pdf.lines import Group, Line
from tilshi.export.pdf.structure import Element
from tilshi.layout.blocks import Paragraph


@dataclass(slots=True, eq=False)
class Leaf:
    """A paragraph and the structure element its text goes into; `made` holds the elements of its groups by number.

    A leaf without an element is an artifact: letterhead, footer, repeated table header.
    """

    paragraph: Paragraph
    groups: tuple[Group, ...]
    element: Element | None
    made: dict[int, Element] = field(default_factory=dict)


class FrameKind(Enum):
    """What is drawn behind, round or under rows."""

    FILL = "fill"
    BORDER = "border"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A shape as high as the rows that name it: filled, stroked, or a line under the last of them."""

    kind: FrameKind
    x0: float
    x1: float
    colour: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of a leaf in a row: where it starts, and its base line from the row's top.

    `x0` and `x1` bound the column it stands in.
    """

    leaf: Leaf
    line: Line
    x0: float
    x1: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Row:
    """What is never divided: a line of text, or the lines of a table's cells side by side.

    `gap` is the space above, dropped at the top of a page. A `joined` row stays on the page of the row before it if
    any page can hold both. `repeated` are the rows shown again above this one where it starts a page.
    """

    height: float
    texts: tuple[Text, ...] = ()
    frames: tuple[Frame, ...] = ()
    gap: float = 0.0
    joined: bool = False
    repeated: tuple[Row, ...] = ()
