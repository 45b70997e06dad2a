"""Rules over words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary

# Words side by side; a mark between them makes them two sentences, an enumeration or an emphasis.
_TWICE: Final = Pattern(
    r"(?<![\w’'-])(?P<said>[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2})(?P<again>\s+(?P=said))(?![\w’'-])", re.IGNORECASE
)
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

    Pairs with a hyphen are right (бірте-бірте); where one could be meant, it is offered.
    """
    right = _RIGHT.get(primary(read.language), frozenset())
    for found in _TWICE.finditer(read.prose):
        said = found["said"]
        if said.lower() in right or _is_name(said, found["again"].strip()):
            continue
        start, end = found.span("again")
        without = Fix(start, end, "", safe=said.lower() not in _RHYTHMIC)
        hyphen = Fix(start, start + len(found["again"]) - len(said), "-")
        fixes = (without,) if without.safe else (hyphen, without)
        yield Spot(found.start(), end, message(N_("“{words}” stands here twice."), words=said), fixes)


def _is_name(said: str, again: str) -> bool:
    """Whether both are capitals within a name: New York New York, but not “The the”."""
    return len(said) > 2 and said == again and said.istitle() and " " in said


WORD_TWICE: Final = TextRule("word.dup", Severity.WARNING, N_("A word written twice"), word_twice)
