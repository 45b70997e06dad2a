"""From lines to paragraphs.

A line break inside a sentence joins its lines to one paragraph. In a text whose lines are all broken at one width, as
in an e-mail, the break is the sender's page and becomes a space; a single break elsewhere is a defect of the text: it
stays in the paragraph as a line feed, where a check finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tilshi.exchange.plaintext.cues import Cue, pattern
from tilshi.exchange.plaintext.reading import (
    OPENING,
    bullet,
    cells,
    date_share,
    has_label,
    is_dateline,
    is_numbered,
    is_rule,
    is_terminated,
    words,
)
from tilshi.language.addresses import spans

_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_COLUMNS: Final = re.compile(r"(?<=\S)(?:[ ]*\t+[ ]*|[ ]{3,})(?=\S)")
_WIDEST: Final = 110
_NARROWEST: Final = 40
_LONG: Final = 60
_JOINS: Final = re.compile(r"[,(\[«“„–—/&-]\Z")
_BREAKS: Final = re.compile(r"[:;]\Z")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the number of its first line, counted from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text; `width` is the number of columns its lines were broken at, 0 if they were not."""

    paragraphs: tuple[Paragraph, ...]
    width: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    indent: int
    gap: bool


def lay_out(text: str) -> Layout:
    """The paragraphs of a text, in order; lines that are only drawn (`***`) divide and are left out."""
    lines = _columns_as_cells(list(_lines(text)))
    width = _width(lines)
    spaced = _is_spaced(lines)
    groups: list[list[_Line]] = []
    previous: _Line | None = None
    for line in lines:
        if previous and _continues(previous, line, width, spaced=spaced):
            groups[-1].append(line)
        else:
            groups.append([line])
        previous = line
    found = (Paragraph(_joined(group, width), group[0].number) for group in groups)
    return Layout(tuple(paragraph for paragraph in found if not is_rule(paragraph.text)), width)


def _lines(text: str) -> Iterator[_Line]:
    gap = True
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        stripped = raw.strip().removeprefix("\ufeff")
        if stripped:
            yield _Line(stripped, number, len(raw) - len(raw.lstrip()), gap)
        gap = not stripped


def _columns_as_cells(lines: list[_Line]) -> list[_Line]:
    """Rows whose columns are set with tabs or spaces, two at least with as many columns, become rows with bars."""
    columns = [0 if has_label(line.text) or bullet(line.text) else len(_COLUMNS.findall(line.text)) for line in lines]
    rows = [
        count > 0 and count in (columns[at - 1] if at else 0, columns[at + 1] if at + 1 < len(columns) else 0)
        for at, count in enumerate(columns)
    ]
    return [
        _Line(_COLUMNS.sub(" | ", line.text), line.number, line.indent, line.gap) if row else line
        for line, row in zip(lines, rows, strict=True)
    ]


def _width(lines: list[_Line]) -> int:
    """The width the text is broken at: most neighbours are so that the next word did not fit any more."""
    longest = max((len(line.text) + line.indent for line in lines if " " in line.text), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return 0
    pairs = [(one, other) for one, other in pairwise(lines) if not other.gap and not _stands_alone(other.text)]
    full = sum(_is_full(one, other, longest) for one, other in pairs)
    return longest if full >= 3 and full >= 0.4 * len(pairs) else 0


def _is_spaced(lines: list[_Line]) -> bool:
    """Whether paragraphs are mostly divided by empty lines."""
    return sum(line.gap for line in lines) > 0.5 * len(lines)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    return line.indent + len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _continues(line: _Line, after: _Line, width: int, *, spaced: bool) -> bool:
    """Whether `after` goes on with the sentence or the paragraph of `line`."""
    if _stands_alone(after.text) or cells(line.text) or is_rule(line.text):
        return False
    lower = after.text[0].islower()
    if after.gap:
        # Double-spaced copies of a page; a list without bullets is shorter.
        return lower and len(line.text) >= _LONG and not is_terminated(line.text) and not _BREAKS.search(line.text)
    if width:
        indented = after.indent > line.indent + 1
        return (_is_full(line, after, width) and not indented) or (lower and not is_terminated(line.text))
    return _breaks_inside_sentence(line.text, after.text, lower=lower, spaced=spaced)


def _breaks_inside_sentence(line: str, after: str, *, lower: bool, spaced: bool) -> bool:
    if is_terminated(line) or _BREAKS.search(line) or date_share(line) > 0.9:
        return False
    last = words(line)[-1:]
    hanging = bool(last and line.endswith(last[0]) and pattern(Cue.HANGING).fullmatch(last[0]))
    if lower or hanging or _JOINS.search(line):
        return True
    return spaced and len(line) >= _LONG and after[0] not in OPENING and not _ends_with_address(line)


def _ends_with_address(line: str) -> bool:
    found = spans(line)
    return bool(found) and found[-1].end >= len(line) - 1


def _stands_alone(line: str) -> bool:
    """Whether a line begins a paragraph whatever stands before it."""
    return bool(
        bullet(line)
        or cells(line)
        or has_label(line)
        or is_rule(line)
        or is_dateline(line)
        or is_numbered(line)
        or date_share(line) > 0.9
        or _is_address(line)
    )


def _is_address(line: str) -> bool:
    found = spans(line)
    return bool(found) and found[0].start <= 1 and found[0].end >= len(line) - 1


def _joined(lines: list[_Line], width: int) -> str:
    if not width:
        return "\n".join(line.text for line in lines)
    text = lines[0].text
    for line in lines[1:]:
        # A compound broken at its hyphen stays whole; a hyphen put in by hand cannot be told from it.
        inside = text[-1] in "-\u2010\u00ad" and text[-2:-1].isalpha() and line.text[0].isalpha()
        text += ("" if inside else " ") + line.text
    return text
