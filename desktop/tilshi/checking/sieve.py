"""Which rules are asked about which texts."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tilshi.checking.hints import Fits, Pieces
from tilshi.checking.passages import Passage
from tilshi.checking.rules import Rule

_KEPT: Final = 16
"""Sieves that are remembered: a release is in a few languages."""


class Sieve:
    """The hints of some rules, for texts in one language and their sources in another.

    Each rule has a bit of its own; those without a hint share the first one, which every text has.
    """

    def __init__(self, rules: tuple[Rule, ...], source_language: str, language: str) -> None:
        ours: dict[int, Fits] = {}
        theirs: dict[int, Fits] = {}
        usual = 0
        self.masks: dict[str, int] = {}
        """The bits that a rule is asked for, by its id."""
        for number, rule in enumerate(rules):
            if rule.hint is None:
                self.masks[rule.id] = 1
                continue
            bit, other = 2 << 2 * number, 4 << 2 * number
            self.masks[rule.id] = bit | other
            if rule.hint.target or language == source_language:
                ours[bit] = rule.hint.fits
            if rule.hint.source:
                theirs[bit] = rule.hint.fits
            if rule.hint.unless:
                ours[other] = rule.hint.unless
                usual |= other
        self._read = Pieces(language, ours, usual)
        self._source = Pieces(source_language, theirs)

    def bits(self, source: Passage, read: Passage) -> int:
        """What a text and its source hold; the same object twice where a text is its own source."""
        found = self._read.bits(read) | 1
        return found if source is read else found | self._source.bits(source)


@lru_cache(maxsize=_KEPT)
def sieve(rules: tuple[Rule, ...], source_language: str, language: str) -> Sieve:
    """The sieve for these rules and languages, with all that it has met before."""
    return Sieve(rules, source_language, language)
