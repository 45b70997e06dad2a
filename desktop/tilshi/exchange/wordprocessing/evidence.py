"""What Word knows of a paragraph beside its words (style, list, look), as scores like those of plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tilshi.exchange.wordprocessing.drafting import Paragraph
from tilshi.exchange.wordprocessing.styles import ParagraphStyle
from tilshi.release import Role

CERTAIN: Final = 30.0
"""More than any order of parts could outweigh."""

_COUNTED: Final = re.compile(r" \d+\Z")
_BY_NAME: Final = {role.value.replace("-", " "): role for role in Role}
# Word's own styles, by the names they have in every file (17.7.4.9); what they speak for, and how loudly.
_STYLES: Final[Mapping[str, Mapping[Role, float]]] = {
    "title": {Role.HEADLINE: 5.0},
    "subtitle": {Role.SUBHEADLINE: 3.5, Role.KICKER: 1.0},
    "quote": {Role.QUOTE: 4.0},
    "intense quote": {Role.QUOTE: 4.0},
    "date": {Role.DATE: 4.0},
    "signature": {Role.SIGNATORY: 3.0},
    "list paragraph": {Role.LIST_ITEM: 1.0},
    "list bullet": {Role.LIST_ITEM: 4.0},
    "list number": {Role.LIST_ITEM: 4.0},
    "footnote text": {Role.NOTES: 3.0},
}
_LARGER: Final = 6
"""Half points above the running text that make a heading."""

_SHORT: Final = 200


def own_role(style: ParagraphStyle) -> Role | None:
    """The role of a part in a file we wrote, as its style says; the alias stands behind a name of Word's own."""
    return next((role for name in reversed(style.names) if (role := _BY_NAME.get(_COUNTED.sub("", name)))), None)


def scores(paragraph: Paragraph, at: int, body_size: int) -> dict[Role, float]:
    """What is to be added to the scores of the text; `body_size`: the size of the running text in half points."""
    found: dict[Role, float] = {}
    for role, score in _judged(paragraph, at, body_size):
        found[role] = found.get(role, 0.0) + score
    return found


def _judged(paragraph: Paragraph, at: int, body_size: int) -> Iterator[tuple[Role, float]]:
    for name in paragraph.style.names[:1]:
        yield from _STYLES.get(name, {}).items()
        if (role := _BY_NAME.get(name)) and name not in _STYLES:
            yield role, 4.0
    if paragraph.style.level:
        yield from _heading(paragraph.style.level)
    if paragraph.listed:
        yield Role.LIST_ITEM, 4.5
    if paragraph.row:
        yield Role.TABLE_HEADER, 12.0 if paragraph.header else 8.5 if paragraph.bold else 6.0
        yield Role.TABLE_ROW, 6.0
    elif len(paragraph.text) <= _SHORT and not paragraph.listed:
        if paragraph.bold:
            yield Role.HEADLINE, 1.0
            yield Role.SECTION_HEADING, 1.0
        if body_size and paragraph.size >= body_size + _LARGER and at <= 8:  # as for plain text
            yield Role.HEADLINE, 2.0


def _heading(level: int) -> Iterator[tuple[Role, float]]:
    yield Role.HEADLINE, 3.5 if level == 1 else 0.5
    yield Role.SECTION_HEADING, 3.0 if level == 1 else 4.5
    yield Role.SUBHEADLINE, 0.0 if level == 1 else 1.0
    yield Role.BACKGROUND, 1.0
    yield Role.NOTES, 0.0
