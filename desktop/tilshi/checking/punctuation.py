"""Rules over dashes, quotation marks and stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.typography import EN_DASH, punctuation

_SPACE: Final = "[ \u00a0\u202f\u2009]"
_BETWEEN_WORDS: Final = re.compile(rf"(?<=\S{_SPACE})(?P<hyphen>--?|[\u2010\u2011])(?={_SPACE}\S)|(?<=\w)--(?=\w)")
_TIMES: Final = re.compile(r"(?<=\d[:.][0-5]\d)-(?=[0-2]?\d[:.][0-5]\d(?!\d))")
_YEARS: Final = re.compile(r"(?<![\w-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w-]*\d)")


def dash_style(read: Passage) -> Iterator[Spot]:
    """A hyphen where a dash belongs.

    Between words, and in a range of hours or years: 10:00–16:30, 2019–2026.
    """
    dash = punctuation(read.language).dash
    for found in _BETWEEN_WORDS.finditer(read.prose):
        around = (read.prose[found.start() - 2], read.prose[found.end() + 1 : found.end() + 2])
        if read.is_table and "|" in around:
            continue  # the sign for an empty cell
        new = dash if found["hyphen"] else f" {dash} "
        yield _spot(found.start(), found.end(), new, N_("A dash ({dash}) belongs between words, not a hyphen."))
    for found in _TIMES.finditer(read.prose):
        yield _spot(found.start(), found.end(), EN_DASH, _RANGE)
    for found in _YEARS.finditer(read.prose):
        if found[1] < found[2]:
            yield _spot(found.end(1), found.start(2), EN_DASH, _RANGE)


_RANGE: Final = N_("From one number to another is written with a dash ({dash}), not with a hyphen.")


def _spot(start: int, end: int, new: str, said: str) -> Spot:
    return Spot(start, end, message(said, dash=new.strip()), (Fix(start, end, new, safe=True),))


DASH_STYLE: Final = TextRule("dash.style", Severity.WARNING, N_("A hyphen where a dash belongs"), dash_style)
