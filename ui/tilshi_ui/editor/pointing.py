"""Which character of a painted text is under a point."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextLine

from tilshi_ui.editor.offsets import from_utf16, to_utf16
from tilshi_ui.editor.rowpaint import Words
from tilshi_ui.editor.textshape import TextShape
from tilshi_ui.theme import Tokens


def character_at(shape: TextShape, words: Words, width: int, tokens: Tokens, point: QPointF) -> int | None:
    """The code point of a text laid out in `width` pixels under a point of it; None beside its lines."""
    start = 0
    for layout, top in shape.lines(words.text, width, words.spans, tokens):
        units = _unit_at(layout, point - QPointF(0, top))
        if units is not None:
            return from_utf16(words.text.string, start + units)
        start += to_utf16(layout.text(), len(layout.text())) + 1
    return None


def _unit_at(layout: QTextLayout, point: QPointF) -> int | None:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if line.naturalTextRect().contains(point):
            return line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
    return None
