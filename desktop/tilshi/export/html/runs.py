"""Runs of text as HTML: languages, emphasis, links and dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from tilshi.export.addresses import live_uri
from tilshi.export.errors import segment_place
from tilshi.export.html.markup import element, plain, text
from tilshi.language.dates import find_dates
from tilshi.language.names import is_right_to_left
from tilshi.layout.blocks import Paragraph, Run
from tilshi.release.roles import Role

_DATED: Final = frozenset({Role.DATE.value, Role.EMBARGO.value})
"""Parts that say when: their dates are given to machines too."""


def content(paragraph: Paragraph) -> str:
    """What stands in the element of a paragraph.

    Raises:
        ExportError: a character no page may hold, or a link to nowhere; the message names the segment.
    """
    return "".join(_stretches(paragraph))


def language_attributes(language: str, around: str) -> dict[str, str | None]:
    """`lang` and `dir` where they differ from those of the element around (3.2.6.2)."""
    if language == around:
        return {}
    turned = is_right_to_left(language) != is_right_to_left(around)
    return {"lang": language, "dir": ("rtl" if is_right_to_left(language) else "ltr") if turned else None}


def _stretches(paragraph: Paragraph) -> Iterator[str]:
    place = segment_place(paragraph.segments, paragraph.role)
    for href, runs in groupby(paragraph.runs, key=lambda run: run.href):
        inner = "".join(_run(run, paragraph, place) for run in runs)
        yield element("a", inner, href=live_uri(plain(href, place), place)) if href and inner else inner


def _run(run: Run, paragraph: Paragraph, place: str) -> str:
    if not run.text:
        return ""
    dated = paragraph.role in _DATED and not run.href
    made = _with_times(run, place) if dated else text(run.text, place)
    if run.italic and not paragraph.style.italic:
        made = element("em", made)
    if run.bold and not paragraph.style.bold:
        made = element("strong", made)
    attributes = language_attributes(run.language, paragraph.language)
    return element("span", made, **attributes) if attributes else made


def _with_times(run: Run, place: str) -> str:
    """The text with its dates in `time` (4.5.14)."""
    pieces, at = [], 0
    for span in find_dates(run.text, run.language):
        if span.date is None or span.start < at:
            continue
        shown = text(run.text[span.start : span.end], place)
        pieces += [text(run.text[at : span.start], place), element("time", shown, datetime=span.date.isoformat())]
        at = span.end
    return "".join((*pieces, text(run.text[at:], place)))
