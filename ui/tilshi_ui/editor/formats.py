"""How spans of a text look: bold and links, terms, characters that hide."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from tilshi.release import MarkKind, Text
from tilshi_ui.controls.severities import severity_colour
from tilshi_ui.editor.display import hidden_spans
from tilshi_ui.editor.offsets import to_utf16
from tilshi_ui.theme import Tokens

Format: TypeAlias = tuple[int, int, QTextCharFormat]
"""Start and end in UTF-16 units, and the look."""


class Highlight(NamedTuple):
    """A span to be painted, in code points; it never changes the place of a letter.

    `kind`: `term`, `admitted` (a term, but another is preferred) or `forbidden`; `error`, `warning` or `note` for what
    the checks found, and `evidence` for what proves it; `inserted` and `deleted` words of two wordings,
    `noted` what a note is about.
    """

    start: int
    end: int
    kind: str = "term"


def formats_of(text: Text, highlights: tuple[Highlight, ...], tokens: Tokens | None) -> list[Format]:
    """How the spans of `text` look, as (start, end, format) in UTF-16 units; without tokens only what takes place."""
    string = text.string
    found = [
        (to_utf16(string, mark.start), to_utf16(string, mark.end), _mark_format(mark.kind, tokens))
        for mark in text.marks
    ]
    if tokens is None:
        return found
    for span in highlights:
        look = _highlight_format(span.kind, tokens)
        found.append((to_utf16(string, span.start), to_utf16(string, span.end), look))
    for start, end in hidden_spans(string):
        found.append((to_utf16(string, start), to_utf16(string, end), _highlight_format("hidden", tokens)))
    return found


_UNDERLINES: Final = {
    "error": QTextCharFormat.UnderlineStyle.WaveUnderline,
    "warning": QTextCharFormat.UnderlineStyle.DashUnderline,
    "note": QTextCharFormat.UnderlineStyle.DotLine,
}
"""Shapes that tell severities apart without colours."""


@cache
def _mark_format(kind: MarkKind, tokens: Tokens | None) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind is MarkKind.BOLD:
        look.setFontWeight(QFont.Weight.Bold)
    elif kind is MarkKind.ITALIC:
        look.setFontItalic(True)
    elif tokens is not None and kind is MarkKind.LINK:
        look.setForeground(QColor(tokens.term))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(tokens.term))
    elif tokens is not None:
        look.setBackground(QColor(tokens.line))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(QColor(tokens.dim))
    return look


@cache
def _highlight_format(kind: str, tokens: Tokens) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind in {"term", "admitted"}:
        look.setForeground(QColor(tokens.term))
        look.setBackground(QColor(tokens.term_fill))
        if kind == "admitted":
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(QColor(tokens.term))
    elif kind in _UNDERLINES:
        look.setUnderlineStyle(_UNDERLINES[kind])
        look.setUnderlineColor(QColor(severity_colour(kind, tokens)))
    elif kind == "inserted":
        look.setBackground(QColor(tokens.warning_fill))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(tokens.warning))
    elif kind == "deleted":
        look.setForeground(QColor(tokens.dim))
        look.setFontStrikeOut(True)
    elif kind == "noted":
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashDotLine)
        look.setUnderlineColor(QColor(tokens.term))
    elif kind == "evidence":
        look.setBackground(QColor(tokens.warning_fill))
    elif kind == "hit":
        look.setBackground(QColor(tokens.warning_fill))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(tokens.warning))
    elif kind == "forbidden":
        look.setForeground(QColor(tokens.error))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(QColor(tokens.error))
    else:
        look.setForeground(QColor(tokens.error))
        look.setBackground(QColor(tokens.error_fill))
    return look


def flattened(formats: Sequence[Format]) -> list[Format]:
    """The same looks as spans that do not overlap; where several meet, the later one wins."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for at, (start, end, _look) in enumerate(formats):
        if start < end:
            opening.setdefault(start, []).append(at)
            closing.setdefault(end, []).append(at)
    flat: list[Format] = []
    covering: list[int] = []
    for edge, following in pairwise(sorted(opening.keys() | closing.keys())):
        for at in closing.get(edge, ()):
            covering.remove(at)
        for at in opening.get(edge, ()):
            insort(covering, at)
        if covering:
            whole = formats[covering[0]][2]
            if len(covering) > 1:
                whole = QTextCharFormat(whole)
                for at in covering[1:]:
                    whole.merge(formats[at][2])
            flat.append((edge, following, whole))
    return flat
