"""Texts laid out in lines: the same lines, to the pixel, that the live editor makes of them."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from tilshi.release import Text
from tilshi_ui.editor.cell import LONG, WINDOW
from tilshi_ui.editor.display import shown
from tilshi_ui.editor.formats import Format, Highlight, formats_of
from tilshi_ui.editor.offsets import to_utf16
from tilshi_ui.theme import Tokens

_REMEMBERED_HEIGHTS: Final = 100_000
_REMEMBERED_LAYOUTS: Final = 256


class _Line(NamedTuple):
    """A paragraph as one QTextLayout, and where it begins below the top."""

    layout: QTextLayout
    top: float


class TextShape:
    """Measures and paints texts in one font; remembers what it has measured."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._average = self._metrics.horizontalAdvance("Халықаралық гуманитарлық humanitarian") / 37
        self.line_height = self._metrics.lineSpacing()
        self._heights: dict[tuple[Text, int], int] = {}
        self._layouts: OrderedDict[object, tuple[_Line, ...]] = OrderedDict()

    def height(self, text: Text, width: int) -> int:
        """The height in pixels of `text` wrapped at `width`, exactly; of a long one only the beginning counts."""
        text = _beginning(text)
        key = (text, width)
        known = self._heights.get(key)
        if known is None:
            if len(self._heights) > _REMEMBERED_HEIGHTS:
                self._heights.clear()
            known = self._heights[key] = self._measure(text, width)
        return known

    def estimate(self, length: int, width: int) -> int:
        """About the height in pixels of a text of `length` code points, without looking at it."""
        lines = max(1, math.ceil(min(length, LONG) * self._average * 1.03 / max(width, 1)))
        return math.ceil(lines * self.line_height)

    def lines(
        self, text: Text, width: int, highlights: tuple[Highlight, ...], tokens: Tokens
    ) -> tuple[tuple[QTextLayout, float], ...]:
        """The paragraphs of `text`, laid out, each with its distance from the top in pixels."""
        text = _beginning(text)
        key = (text, width, highlights, tokens.name)
        found = self._layouts.get(key)
        if found is None:
            found = self._lay_out(text, width, highlights, tokens)
            self._layouts[key] = found
            if len(self._layouts) > _REMEMBERED_LAYOUTS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return tuple((line.layout, line.top) for line in found)

    def _measure(self, text: Text, width: int) -> int:
        lines = self._lay_out(text, width, (), None)
        last = lines[-1]
        return math.ceil(last.top + last.layout.boundingRect().height())

    def _lay_out(
        self, text: Text, width: int, highlights: tuple[Highlight, ...], tokens: Tokens | None
    ) -> tuple[_Line, ...]:
        formats = formats_of(text, highlights, tokens)
        made: list[_Line] = []
        top, start = 0.0, 0
        for paragraph in shown(text.string).split("\n"):
            units = to_utf16(paragraph, len(paragraph))
            layout = QTextLayout(paragraph, self.font)
            layout.setTextOption(_wrapping())
            if formats:
                layout.setFormats(_within(formats, start, start + units))
            made.append(_Line(layout, top))
            top += _wrap(layout, width)
            start += units + 1
        return tuple(made)


def _beginning(text: Text) -> Text:
    """What is painted of a text."""
    return text if len(text) <= LONG else text.part(0, WINDOW) + Text("…")


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _wrap(layout: QTextLayout, width: int) -> float:
    """Breaks into lines as QPlainTextDocumentLayout does; the height."""
    height = 0.0
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLeadingIncluded(True)
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height


def _within(formats: list[Format], start: int, end: int) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    for first, last, look in formats:
        low, high = max(first, start) - start, min(last, end) - start
        if low < high:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = low, high - low, look
            ranges.append(part)
    return ranges
