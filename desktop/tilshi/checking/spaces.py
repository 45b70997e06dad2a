"""Rules over white space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.typography import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

_SPACES: Final = re.compile(r"(?<=\S)[ \u00a0\u202f\u2009]{2,}(?=\S)")


def double_space(read: Passage) -> Iterator[Spot]:
    """Several spaces in a row.

    Those at the ends of a line are another rule's, and those of an empty table cell are none's.
    """
    for run in _SPACES.finditer(read.prose):
        if read.is_table and "|" in (read.prose[run.start() - 1], read.prose[run.end()]):
            continue
        kept = next((space for space in (NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE) if space in run[0]), " ")
        yield Spot(
            run.start(),
            run.end(),
            message(N_("There are {number} spaces where one is enough."), number=len(run[0])),
            (Fix(run.start(), run.end(), kept, safe=True),),
        )


DOUBLE_SPACE: Final = TextRule("sp.double", Severity.NOTE, N_("Several spaces in a row"), double_space)
