"""Rows become sheets: where each page ends, what stands where, and which rectangle shows which segments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tilshi.export.pdf.rows import Frame, Image, Leaf, Row, Text
from tilshi.layout.blocks import Page


class Box(NamedTuple):
    """A rectangle on a sheet in points, y counted downwards from its top edge."""

    x0: float
    y0: float
    x1: float
    y1: float


class Sheet:
    """One page: its rows with their tops."""

    __slots__ = ("rows",)

    def __init__(self, rows: list[tuple[float, Row]] | None = None) -> None:
        self.rows = rows or []

    def frames(self) -> dict[Frame, Box]:
        """The shapes to draw, outer ones first."""
        found: dict[Frame, Box] = {}
        for top, row in self.rows:
            for frame in row.frames:
                start = found[frame].y0 if frame in found else top
                found[frame] = Box(frame.x0, start, frame.x1, top + row.height)
        return found

    def texts(self) -> dict[Leaf, list[tuple[float, Text]]]:
        """The lines of each leaf with their base lines, in reading order: a cell's lines before the next cell's."""
        found: dict[Leaf, list[tuple[float, Text]]] = {}
        for top, row in self.rows:
            for text in row.texts:
                found.setdefault(text.leaf, []).append((top + text.baseline, text))
        return found

    def images(self) -> list[tuple[Image, Box]]:
        """The pictures, each with its rectangle."""
        return [
            (image, Box(x0, top, x0 + image.size.width, top + image.size.height))
            for top, row in self.rows
            if row.images
            for image, x0 in row.images
        ]

    def boxes(self) -> dict[Leaf, Box]:
        """The rectangle of each leaf."""
        found: dict[Leaf, Box] = {}
        for top, row in self.rows:
            for text in row.texts:
                start = found[text.leaf].y0 if text.leaf in found else top
                found[text.leaf] = Box(text.x0, start, text.x1, top + row.height)
        return found


def paginate(rows: Iterable[Row], page: Page, first_top: float) -> list[Sheet]:
    """Fills pages from ``first_top`` (later pages from their margin) down to the lower margin.

    Joined rows move to the next page together; only where no page can hold them they are divided.
    """
    return _Paginator(page, first_top).fill(rows)


class _Paginator:
    __slots__ = ("_bottom", "_page", "_sheets", "_y")

    def __init__(self, page: Page, first_top: float) -> None:
        self._page = page
        self._bottom = page.height - page.bottom
        self._y = first_top
        self._sheets = [Sheet()]

    def fill(self, rows: Iterable[Row]) -> list[Sheet]:
        for together in _joined(rows):
            height = sum(row.height for row in together) + sum(row.gap for row in together[1:])
            if not self._fits(together[0].gap + height) and self._sheets[-1].rows:
                self._turn(together[0])
            whole = self._fits(height)
            for row in together:
                if not whole and not self._fits(row.gap + row.height) and self._is_started():
                    self._turn(row)
                self._place(row)
        return self._sheets

    def _is_started(self) -> bool:
        """Whether a new page has more room: this one has rows already, or a letterhead that fills it."""
        return bool(self._sheets[-1].rows) or self._y > self._page.top

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._bottom + 0.01

    def _turn(self, row: Row) -> None:
        self._sheets.append(Sheet())
        self._y = self._page.top
        for again in row.repeated:
            self._place(again)

    def _place(self, row: Row) -> None:
        rows = self._sheets[-1].rows
        top = self._y + (row.gap if rows else 0.0)
        rows.append((top, row))
        self._y = top + row.height


def _joined(rows: Iterable[Row]) -> Iterator[Sequence[Row]]:
    together: list[Row] = []
    for row in rows:
        if together and not row.joined:
            yield together
            together = []
        together.append(row)
    if together:
        yield together
