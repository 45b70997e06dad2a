"""Rules about what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_


def empty_target(source: Passage, target: Passage) -> Iterator[Spot]:
    """A part without translation.

    A translation of white space alone is none.
    """
    if source.text.string.strip() and not target.text.string.strip():
        said = message(N_("There is no translation yet."))
        yield Spot(0, len(target.text), said, side=Side.TARGET)


EMPTY_TARGET: Final = PairRule("seg.empty", Severity.ERROR, N_("A part without translation"), empty_target)
