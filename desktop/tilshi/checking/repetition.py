"""Rules over words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import words
from tilshi.checking.prose import TOKEN, tokens
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary

_LONGEST: Final = 3
"""Words of a phrase that is looked for twice."""

_RIGHT: Final = {
    "fr": words("nous vous"),  # nous nous engageons
    "en": words("had that"),
}
_RHYTHMIC: Final = words(
    "бірте бір қайта бірін анда көп аз жиі ара топ сан алуан түрлі жеке бөлек қатар жылдан күннен рет тез жай әр кейде "
    "оқта ақырын біртіндеп үсті дем іш өз бет жан там чуть еле давно давным едва вот"
)
"""Words that do stand twice, joined by a hyphen: бірте-бірте, жеке-жеке, чуть-чуть."""


def word_twice(read: Passage) -> Iterator[Spot]:
    """A word written twice.

    Or a phrase of up to three. Pairs with a hyphen are right (бірте-бірте); where one could be meant, it is offered.
    """
    if not _has_twice(read):
        return
    found = read.parsed(tokens)
    said = [word[0].lower() for word in found]
    right = _RIGHT.get(primary(read.language), frozenset())
    index = 0
    while index < len(said) - 1:
        length = next(
            (n for n in range(1, _LONGEST + 1) if said[index : index + n] == said[index + n : index + 2 * n]), 0
        )
        if length and (spot := _twice(read.prose, found[index : index + 2 * length], right)):
            yield spot
        index += max(length, 1)


def _has_twice(read: Passage) -> bool:
    """Whether any word comes twice, near or far."""
    said = TOKEN.findall(read.prose.lower())
    return len({*said}) < len(said)


def _twice(prose: str, found: tuple[re.Match[str], ...], right: frozenset[str]) -> Spot | None:
    """The finding for a phrase and its repetition, unless a mark stands between any of the words."""
    half = len(found) // 2
    if any(not prose[one.end() : other.start()].isspace() for one, other in pairwise(found)):
        return None
    start, middle, end = found[0].start(), found[half].start(), found[-1].end()
    words_said = prose[start : found[half - 1].end()]
    if words_said.lower() in right or _is_name(words_said, prose[middle:end]) or _is_part(prose, start, end):
        return None
    gap = found[half - 1].end()
    without = Fix(gap, end, "", safe=words_said.lower() not in _RHYTHMIC)
    fixes = (without,) if without.safe else (Fix(gap, middle, "-"), without)
    return Spot(start, end, message(N_("“{words}” stands here twice."), words=words_said), fixes)


def _is_part(prose: str, start: int, end: int) -> bool:
    """Whether a digit, a hyphen or the like makes the first or the last of them part of something else."""
    around = prose[start - 1 : start] + prose[end : end + 1]
    return any(character.isalnum() or character in "-’'_" for character in around)


def _is_name(said: str, again: str) -> bool:
    """Whether both are capitals within a name: New York New York, but not “The the”."""
    return len(said) > 2 and said == again and said.istitle() and " " in said


WORD_TWICE: Final = TextRule("word.dup", Severity.WARNING, N_("A word written twice"), word_twice)
