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
_TYPEWRITER: Final = 80
"""No paragraph of any length fits into this: one line broken inside a sentence is enough to tell a page by."""

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


@dataclass(frozen=True, slots=True)
class _Page:
    """How a text is set: the width its lines are broken at (0: not); empty lines or indents between paragraphs."""

    width: int
    spaced: bool
    indented: bool


def lay_out(text: str) -> Layout:
    """The paragraphs of a text, in order; lines that are only drawn (`***`) divide and are left out."""
    lines = _columns_as_cells(list(_lines(text)))
    page = _page(lines)
    groups: list[list[_Line]] = []
    previous: _Line | None = None
    for line in lines:
        if previous and _continues(groups[-1][0], previous, line, page):
            groups[-1].append(line)
        else:
            groups.append([line])
        previous = line
    found = (Paragraph(_joined(group, page.width), group[0].number) for group in groups)
    return Layout(tuple(paragraph for paragraph in found if not is_rule(paragraph.text)), page.width)


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
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if not other.gap and len(one.text) > 0.6 * longest and not _stands_alone(other.text, one.text)
    ]
    full = [one.text for one, other in pairs if _is_full(one, other, longest)]
    # A page breaks its lines inside sentences; paragraphs that happen to be equally long end as sentences do.
    inside = sum(not is_terminated(line) and not _BREAKS.search(line) for line in full)
    return (
        longest
        if inside >= (1 if longest <= _TYPEWRITER else 2) and 2 * len(full) >= len(pairs) and 2 * inside >= len(full)
        else 0
    )


def _page(lines: list[_Line]) -> _Page:
    width = _width(lines)
    # Paragraphs of a page have several lines each, so that less of them follow an empty one.
    spaced = sum(line.gap for line in lines) > (0.12 if width else 0.5) * len(lines)
    indented = not spaced and _is_indented(lines)
    longest = max((len(line.text) + line.indent for line in lines), default=0)
    return _Page(width or (longest if indented else 0), spaced=spaced, indented=indented)


def _is_indented(lines: list[_Line]) -> bool:
    """Whether an indented first line tells the paragraphs apart: the others go on with an unfinished sentence."""
    flush = [one.text for one, other in pairwise(lines) if not other.indent]
    unfinished = sum(not is_terminated(line) and not _BREAKS.search(line) for line in flush)
    return bool(flush and lines[0].indent) and unfinished >= 0.8 * len(flush)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether the next word did not fit into the line; a no-break space does not end a word."""
    return line.indent + len(line.text) + 1 + len(after.text.split(" ", 1)[0]) > width


def _continues(first: _Line, line: _Line, after: _Line, page: _Page) -> bool:
    """Whether `after` goes on with the paragraph that began with `first` and has come to `line`."""
    if cells(line.text) or is_rule(line.text) or _stands_alone(after.text, line.text):
        return False
    if after.gap:
        return _goes_on_after_gap(line.text, after.text)
    if page.width:
        return _continues_on_page(first, line, after, page)
    return not _looks_alone(after.text) and _breaks_inside_sentence(line.text, after.text, spaced=page.spaced)


def _continues_on_page(first: _Line, line: _Line, after: _Line, page: _Page) -> bool:
    full = _is_full(line, after, page.width)
    if not full and _looks_alone(after.text):
        return False
    if page.indented:
        return not after.indent
    if full and after.indent <= line.indent + 1:
        return page.spaced or not _begins_anew(first.text, line.text, after.text)
    return after.text[0].islower() and not is_terminated(line.text)


def _goes_on_after_gap(line: str, after: str) -> bool:
    """In double-spaced copies of a page; a list without bullets is shorter."""
    return (
        after[0].islower()
        and len(line) >= _LONG
        and not is_terminated(line)
        and not _BREAKS.search(line)
        and not _looks_alone(after)
    )


def _begins_anew(first: str, line: str, after: str) -> bool:
    """Whether a paragraph ends with a full line where no empty line says so, by what follows it."""
    if is_dateline(after):
        return True
    if line.endswith(":"):
        addresses = spans(after)
        listed = bool(addresses) and addresses[0].start == 0 and not _is_address(after)
        return listed or after[0].isupper()
    if is_terminated(line):
        quoted = after[0] in OPENING and first[0] not in OPENING
        return quoted or pattern(Cue.CONTACT).match(after) is not None
    return False


def _breaks_inside_sentence(line: str, after: str, *, spaced: bool) -> bool:
    if is_terminated(line) or _BREAKS.search(line) or date_share(line) > 0.9:
        return False
    last = words(line)[-1:]
    hanging = bool(last and line.endswith(last[0]) and pattern(Cue.HANGING).fullmatch(last[0]))
    if after[0].islower() or hanging or _JOINS.search(line):
        return True
    return spaced and len(line) >= _LONG and after[0] not in OPENING and not _ends_with_address(line)


def _ends_with_address(line: str) -> bool:
    found = spans(line)
    return bool(found) and found[-1].end >= len(line) - 1


def _stands_alone(line: str, before: str) -> bool:
    """Whether a line begins a paragraph whatever stands before it."""
    return bool((bullet(line) and _may_begin_item(line, before)) or cells(line) or has_label(line) or is_rule(line))


def _looks_alone(line: str) -> bool:
    """Whether a line begins a paragraph unless the line before it had no room left."""
    introduces = line.endswith(":") and pattern(Cue.CONTACT).match(line) is not None
    return introduces or is_dateline(line) or is_numbered(line) or date_share(line) > 0.9 or _is_address(line)


def _may_begin_item(line: str, before: str) -> bool:
    """Whether a dash is a bullet; after an unfinished sentence it is the dash of the sentence («…», – said X)."""
    if line[0] not in "–—-":
        return True
    return is_terminated(before) or bool(_BREAKS.search(before)) or bool(bullet(before))


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
