"""What a page is filled with: rows of text, and the frames drawn behind them.

Blocks become rows, rows become pages; neither step knows of PDF. Lengths are points, x counts from the sheet's left
edge and y downwards.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from tilshi.export.cards import Code
from tilshi.export.pdf.lines import Group, Line, groups
from tilshi.export.pdf.structure import Element
from tilshi.layout.blocks import Paragraph, Picture, Size


class Leaf:
    """A paragraph and the structure element its text goes into; `made` holds the elements of its groups by number.

    A leaf without an element is an artifact: letterhead, footer, repeated table header.
    """

    __slots__ = ("element", "groups", "made", "paragraph")

    def __init__(self, paragraph: Paragraph, element: Element | None) -> None:
        self.paragraph = paragraph
        self.element = element
        self.groups: tuple[Group, ...] = groups(paragraph)
        self.made: dict[int, Element] = {}


class FrameKind(Enum):
    """What is drawn behind, round or under rows."""

    FILL = "fill"
    BORDER = "border"
    UNDERLINE = "underline"


class Frame:
    """A shape as high as the rows that name it: filled, stroked, or a line under the last of them."""

    __slots__ = ("colour", "kind", "x0", "x1")

    def __init__(self, kind: FrameKind, x0: float, x1: float, colour: str) -> None:
        self.kind = kind
        self.x0 = x0
        self.x1 = x1
        self.colour = colour


class Text(NamedTuple):
    """A line of a leaf in a row: the column it stands in, and its base line from the row's top."""

    leaf: Leaf
    line: Line
    x0: float
    x1: float
    baseline: float


class Image:
    """A picture or code as large as it is shown; without an element it is an artifact. `segments` tell it in words."""

    __slots__ = ("element", "picture", "segments", "size")

    def __init__(
        self, picture: Picture | Code, size: Size, element: Element | None, segments: tuple[str, ...] = ()
    ) -> None:
        self.picture = picture
        self.size = size
        self.element = element
        self.segments = segments


class PlacedImage(NamedTuple):
    """An image in a row, and where its left edge stands."""

    image: Image
    x0: float


class Row(NamedTuple):
    """What is never divided: a line of text, the lines of a table's cells side by side, or a picture.

    `gap` is the space above, dropped at the top of a page. A `joined` row stays on the page of the row before it if
    any page can hold both. `repeated` are the rows shown again above this one where it starts a page.
    """

    height: float
    texts: tuple[Text, ...] = ()
    frames: tuple[Frame, ...] = ()
    gap: float = 0.0
    joined: bool = False
    repeated: tuple[Row, ...] = ()
    images: tuple[PlacedImage, ...] = ()
