"""Sheets become content streams: marked text, artifacts, and the active areas of links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from tilshi.export.pdf.embedding import EmbeddedFont
from tilshi.export.pdf.faces import STRETCHABLE, Face, Word, outline
from tilshi.export.pdf.lines import Group, Piece
from tilshi.export.pdf.objects import number, text_string
from tilshi.export.pdf.rows import FrameKind, Image, Leaf, Text
from tilshi.export.pdf.sheets import Box, Sheet
from tilshi.export.pdf.structure import Element, StructureTree

_HAIRLINE: Final = 0.6
_WORD_AND_HYPHEN: Final = 2
# Share of the font size: how far below the base line a link is underlined, and how thick.
_UNDERLINE_DEPTH: Final = 0.13
_UNDERLINE_WIDTH: Final = 0.05


class ActiveArea(NamedTuple):
    """Where a link can be clicked, its group and its structure element."""

    box: Box
    group: Group
    element: Element


class _Placed(NamedTuple):
    """A piece where it is drawn: its start on the base line, and the stretch of its line's spaces, in points.

    `is_divided`: its last word goes on in the next piece, after a hyphen.
    """

    x: float
    y: float
    stretch: float
    piece: Piece
    is_divided: bool


class PagePainter:
    """The content of one page, written from top to bottom; `areas` are the links found on the way."""

    __slots__ = ("_colour", "_fonts", "_height", "_link_colour", "_page", "_parts", "_tree", "_underlines", "areas")

    def __init__(
        self, page: int, height: float, fonts: dict[Face, EmbeddedFont], tree: StructureTree, link_colour: str
    ) -> None:
        self.areas: list[ActiveArea] = []
        self._page = page
        self._height = height
        self._fonts = fonts
        self._tree = tree
        self._link_colour = link_colour
        self._colour = ""
        self._parts: list[str] = []
        self._underlines: list[str] = []

    def content(self) -> bytes:
        """The finished content stream."""
        return "\n".join(self._parts).encode("ascii")

    def paint(self, sheet: Sheet, names: Mapping[Image, str]) -> None:
        """Draws the frames, the pictures by their ``names`` among the resources, each leaf, the lines under links."""
        self._paint_frames(sheet)
        self.images(sheet, names)
        for leaf, lines in sheet.texts().items():
            if leaf.element is None:
                self.artifact(leaf, lines, "/Artifact<</Type/Pagination>>BDC")
            else:
                self._paint_leaf(leaf, leaf.element, lines)
        if self._underlines:
            self._parts += ["/Artifact<</Type/Layout>>BDC", *self._underlines, "EMC"]

    def artifact(self, leaf: Leaf, lines: Iterable[tuple[float, Text]], opening: str) -> None:
        """Draws text that is not content: letterhead, footer, a repeated header."""
        placed = [piece for y, text in lines for piece in _placed(y, text)]
        if placed:
            self._parts.append(opening)
            self._show(placed, leaf, leaf.paragraph.style.colour)
            self._parts.append("EMC")

    def background(self, name: str) -> None:
        """Draws the form of that name behind everything, as a watermark."""
        self._parts += ["/Artifact<</Type/Pagination/Subtype/Watermark>>BDC", f"{name} Do", "EMC"]

    def _paint_image(self, image: Image, box: Box, name: str) -> None:
        """A figure, which knows its place on the page (ISO 32000-1, table 344); without an element an artifact."""
        element, bottom = image.element, self._height - box.y1
        opening = "/Artifact<</Type/Layout>>BDC"
        if element is not None:
            corners = " ".join(map(number, (box.x0, bottom, box.x1, self._height - box.y0)))
            element.attributes = f"/O/Layout/Placement/Block/BBox[{corners}]"
            opening = f"/{element.kind}<</MCID {self._tree.mark(self._page, element)}>>BDC"
        size = f"{number(box.x1 - box.x0)} 0 0 {number(box.y1 - box.y0)}"
        self._parts += [opening, f"q {size} {number(box.x0)} {number(bottom)} cm {name} Do Q", "EMC"]

    def images(self, sheet: Sheet, names: Mapping[Image, str]) -> None:
        """Draws a sheet's pictures by their ``names`` among the resources."""
        for image, box in sheet.images():
            self._paint_image(image, box, names[image])

    def rule(self, box: Box, colour: str) -> None:
        """Draws a filled rectangle that is not content."""
        self._parts += ["/Artifact<</Type/Layout>>BDC", self._fill(box, colour), "EMC"]

    def _paint_frames(self, sheet: Sheet) -> None:
        frames = sheet.frames()
        if not frames:
            return
        self._parts.append("/Artifact<</Type/Layout>>BDC")
        for frame, box in frames.items():
            if frame.kind is FrameKind.UNDERLINE:
                box = Box(box.x0, box.y1 - _HAIRLINE, box.x1, box.y1)  # noqa: PLW2901 - the line of the box
            if frame.kind is FrameKind.BORDER:
                self._parts.append(f"{_rgb(frame.colour)} RG {_HAIRLINE} w {self._rectangle(box)} S")
            else:
                self._parts.append(self._fill(box, frame.colour))
        self._parts.append("EMC")

    def _paint_leaf(self, leaf: Leaf, element: Element, lines: list[tuple[float, Text]]) -> None:
        placed = [piece for y, text in lines for piece in _placed(y, text)]
        for at, run in groupby(placed, key=lambda place: place.piece.group):
            pieces = list(run)
            group = leaf.groups[at]
            target = self._group_element(leaf, element, at)
            mcid = self._tree.mark(self._page, target)
            self._parts.append(f"/{target.kind}<</MCID {mcid}>>BDC")
            self._show(pieces, leaf, self._link_colour if group.href else leaf.paragraph.style.colour)
            self._parts.append("EMC")
            if group.href:
                self._note_link(pieces, leaf, group, target)

    def _group_element(self, leaf: Leaf, element: Element, at: int) -> Element:
        """The paragraph's own element for plain text, one inside it for a link or another language."""
        group = leaf.groups[at]
        if not group.href and group.language == leaf.paragraph.language:
            return element
        if at not in leaf.made:
            leaf.made[at] = element.child("Link" if group.href else "Span", group.language)
        return leaf.made[at]

    def _note_link(self, pieces: list[_Placed], leaf: Leaf, group: Group, element: Element) -> None:
        """One active area and one underline a line."""
        size = leaf.paragraph.style.size
        for y, run in groupby(pieces, key=lambda place: place.y):
            on_line = list(run)
            x0 = on_line[0].x
            last = on_line[-1]
            face = last.piece.face
            x1 = last.x + last.piece.visible + last.stretch * last.piece.inner_spaces
            box = Box(x0, y - face.ascent * size / 1000, x1, y - face.descent * size / 1000)
            self.areas.append(ActiveArea(box, group, element))
            line = Box(x0, y + _UNDERLINE_DEPTH * size, x1, y + (_UNDERLINE_DEPTH + _UNDERLINE_WIDTH) * size)
            self._underlines.append(self._fill(line, self._link_colour))

    def _show(self, pieces: list[_Placed], leaf: Leaf, colour: str) -> None:
        """One text object."""
        size = leaf.paragraph.style.size
        self._parts.append("BT")
        if colour != self._colour:
            self._parts.append(f"{_rgb(colour)} rg")
            self._colour = colour
        at_x = at_y = 0.0
        font = ""
        goes_on = False
        for at, (x, y, stretch, piece, is_divided) in enumerate(pieces):
            embedded = self._fonts[piece.face]
            if embedded.resource != font:
                font = embedded.resource
                self._parts.append(f"/{font} {number(size)} Tf")
            # Rounded as they are written, so that errors do not add up.
            step_x, step_y = number(x - at_x), number(self._height - y - at_y)
            at_x, at_y = at_x + float(step_x), at_y + float(step_y)
            words = piece.words
            if not (goes_on or is_divided):
                self._parts.append(f"{step_x} {step_y} Td\n{embedded.show(words, size, stretch)}")
                continue
            self._parts.append(f"{step_x} {step_y} Td")
            if goes_on:
                # A word in three lines: its middle is alone with its hyphen.
                goes_on = is_divided and len(words) == _WORD_AND_HYPHEN
                end = len(words) if goes_on else 1
                self._read_as(" ", embedded.show(words[:end], size, stretch))
                words = words[end:]
            if is_divided and not goes_on:
                goes_on = True
                if words[:-2]:
                    self._parts.append(embedded.show(words[:-2], size, stretch))
                self._read_as(_whole(pieces, at), embedded.show(words[-2:], size, stretch))
            elif words:
                self._parts.append(embedded.show(words, size, stretch))
        self._parts.append("ET")
        for place in pieces:
            if any(word.has_marks for word in place.piece.words):
                self._parts += self._marks(place, size)

    def _read_as(self, text: str, shown: str) -> None:
        """Shows something that stands for another text (ISO 32000-1, 14.9.4).

        A divided word is read whole where it begins, and its other parts as a space: a single stretch over both lines
        would have a rectangle by which readers take it out of the order of the lines, and some ignore an empty text.
        """
        self._parts += [f"/Span<</ActualText{text_string(text)}>>BDC", shown, "EMC"]

    def _marks(self, place: _Placed, size: float) -> Iterator[str]:
        """The outlines of the glyphs that are no text of their own."""
        scale = size / 1000
        x = place.x
        for glyph in (glyph for word in place.piece.words for glyph in word.glyphs):
            for mark in glyph.marks:
                at_x, at_y = x + mark.x * scale, self._height - place.y + mark.y * scale
                shape = outline(place.piece.face, mark.number)
                yield f"q {scale:.5f} 0 0 {scale:.5f} {number(at_x)} {number(at_y)} cm {shape} f Q"
            x += glyph.advance * scale + (place.stretch if glyph.code[1] in STRETCHABLE else 0.0)

    def _fill(self, box: Box, colour: str) -> str:
        change = "" if colour == self._colour else f"{_rgb(colour)} rg "
        self._colour = colour
        return f"{change}{self._rectangle(box)} f"

    def _rectangle(self, box: Box) -> str:
        bottom = self._height - box.y1
        return f"{number(box.x0)} {number(bottom)} {number(box.x1 - box.x0)} {number(box.y1 - box.y0)} re"


def _placed(y: float, text: Text) -> Iterator[_Placed]:
    x = text.x0 + text.line.x
    stretch = text.line.stretch
    for piece in text.line.pieces:
        yield _Placed(x, y, stretch, piece, text.line.is_divided and piece is text.line.pieces[-1])
        x += piece.width + stretch * piece.spaces


def _whole(pieces: Sequence[_Placed], at: int) -> str:
    """The text of the divided word that begins at the end of a piece, up to its end in one of the next."""
    text = _text(pieces[at].piece.words[-2:])
    for _x, _y, _stretch, piece, is_divided in pieces[at + 1 :]:
        text += _text(piece.words[:1])
        if not (is_divided and len(piece.words) == _WORD_AND_HYPHEN):
            break
        text += _text(piece.words[1:])
    return text


def _text(words: Sequence[Word]) -> str:
    return "".join([glyph.code[1] for word in words for glyph in word.glyphs])


def _rgb(colour: str) -> str:
    """The components of `#RRGGBB` from 0 to 1."""
    return " ".join(number(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
