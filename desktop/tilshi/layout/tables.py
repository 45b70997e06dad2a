"""From rows with bars to tables: cells, columns of numbers, the total."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tilshi.language.numbers import parse_number
from tilshi.layout.blocks import Paragraph, ParagraphStyle, Table, TableStyle, Tag
from tilshi.layout.edition import Line
from tilshi.layout.runs import runs
from tilshi.layout.styles import Style
from tilshi.release.roles import Role
from tilshi.release.text import Text

_BAR: Final = re.compile(r"[ \t]*\|[ \t]*")
_TOTALS: Final = frozenset(
    {"total", "sum", "ensemble", "total général", "итого", "всего", "барлығы", "жиыны", "қорытынды", "жалпы"}
)
"""What the first cell of a total says, in lower case."""

_NOTHING: Final = frozenset({"", "-", "–", "—", "…", "n/a", "н/д", "ж/қ"})


def tables(lines: Sequence[Line], language: str, styles: dict[str, Style], style: TableStyle) -> list[Table]:
    """The tables that consecutive rows make up; each header begins a new one."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or line.role is Role.TABLE_HEADER:
            groups.append([])
        groups[-1].append(line)
    return [_table(group, language, styles, style) for group in groups]


def cells(text: Text) -> tuple[Text, ...]:
    """The cells of a row, divided at bars; bars at both ends of the row only frame it."""
    parts: list[Text] = []
    start = 0
    for bar in _BAR.finditer(text.string):
        parts.append(text.part(start, bar.start()))
        start = bar.end()
    parts.append(text.part(start, len(text)))
    if len(parts) > 2 and not parts[0] and not parts[-1]:
        parts = parts[1:-1]
    return tuple(parts)


def _table(lines: list[Line], language: str, styles: dict[str, Style], style: TableStyle) -> Table:
    texts = [cells(line.text) for line in lines]
    width = max(len(row) for row in texts)
    padded = [(*row, *(Text() for _ in range(width - len(row)))) for row in texts]
    has_header = lines[0].role is Role.TABLE_HEADER
    body = padded[1:] if has_header else padded
    numeric = [_is_numeric([row[column].string for row in body], language) for column in range(width)]
    total = len(body) > 1 and body[-1][0].string.strip(" :\u00a0").casefold() in _TOTALS
    kinds = ["table-row"] * len(padded)
    if has_header:
        kinds[0] = "table-header"
    if total:
        kinds[-1] = "table-total"
    rows = tuple(
        tuple(
            _cell(line, text, _style(styles, kind, numeric=is_number))
            for text, is_number in zip(row, numeric, strict=True)
        )
        for line, row, kind in zip(lines, padded, kinds, strict=True)
    )
    # A column of words before columns of numbers says what they are about.
    named = width > 1 and not numeric[0] and any(numeric[1:])
    header, others = (rows[0], rows[1:]) if has_header else ((), rows)
    return Table(language, header, others, style, total, named)


def _style(styles: dict[str, Style], kind: str, *, numeric: bool) -> ParagraphStyle:
    suffix = {"table-row": "table-number"}.get(kind, f"{kind}-number")
    names = (suffix, kind) if numeric else (kind,)
    return next(styles[name] for name in (*names, "table-row", "body") if name in styles).paragraph


def _cell(line: Line, text: Text, style: ParagraphStyle) -> Paragraph:
    return Paragraph(line.role.value, Tag.PARAGRAPH, line.language, runs(text, line.language), style, line.segments)


def _is_numeric(column: list[str], language: str) -> bool:
    stated = [value for cell in column if (value := cell.strip().casefold()) not in _NOTHING]
    return bool(stated) and all(_is_number(value, language) for value in stated)


def _is_number(value: str, language: str) -> bool:
    return parse_number(value.lstrip("+−-–~≈<> ").rstrip("%* \u00a0\u202f"), language) is not None
