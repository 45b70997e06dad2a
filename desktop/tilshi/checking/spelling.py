"""The rule over spelling."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.foreign import FOREIGN_RUN
from tilshi.checking.kazakh_cases import KAZAKH_CASE
from tilshi.checking.kazakh_forms import KAZAKH_ENDING
from tilshi.checking.kazakh_letters import KAZAKH_LETTER
from tilshi.checking.letters import HOMOGLYPH
from tilshi.checking.passages import Passage
from tilshi.checking.rules import TextRule
from tilshi.checking.uses import uses
from tilshi.i18n import N_

_OTHERS: Final = (HOMOGLYPH, KAZAKH_LETTER, KAZAKH_ENDING, KAZAKH_CASE, FOREIGN_RUN)
"""Rules that say better what is wrong with a word."""


def spelling(read: Passage) -> Iterator[Spot]:
    """A misspelt word.

    One that is in no dictionary and a slip or a confusion of letters away from one that is. Names, acronyms, words of
    the glossary and of the user are right in any form; what another rule says of a word is not said twice.
    """
    if read.speller is None:
        return
    found = list(read.speller.proven(read.prose))
    claimed = _claimed(read) if found else ()
    for word in found:
        if any(start < word.end and word.start < end for start, end in claimed):
            continue
        text = read.prose[word.start : word.end]
        said = message(N_("“{found}” may be misspelt: “{right}”."), found=text, right=word.suggestions[0])
        fixes = tuple(Fix(word.start, word.end, right) for right in word.suggestions)
        yield Spot(word.start, word.end, said, fixes)


def _claimed(read: Passage) -> tuple[tuple[int, int], ...]:
    """Spans that other rules, or terms of the glossary, have to do with."""
    by_rules = ((spot.start, spot.end) for rule in _OTHERS for spot in rule.check(read))
    return (*by_rules, *((hit.start, hit.end) for hit in uses(read).all_hits))


SPELLING: Final = TextRule("spell", Severity.WARNING, N_("A misspelt word"), spelling)
