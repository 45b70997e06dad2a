"""Where a Kazakh word (Cyrillic) may be divided: between its syllables.

A syllable has one vowel. One consonant between two vowels begins the next syllable (ба-ла), of two the first closes its
own (мек-теп), and of three or more the last begins the next one, with the one before it where words begin so
(жұрт-шылық, but Қазақ-стан, элек-трон). After a vowel the letters у and й are consonants (а-уыл, тау-лы). Source: the
rules of carrying words over (тасымал) in «Қазақ тілінің орфографиялық ережелері», 2013. A compound is divided where its
parts meet: халық-аралық.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_VOWELS: Final = frozenset("аәеёиоөуұүыіэюя")
# Letters that name no sound and stay with the consonant before them.
_SIGNS: Final = "ъь"
# Two consonants that words borrowed into Kazakh begin with.
_ONSETS: Final = re.compile("[бвгдкпт][рл]|[зс][кптвмнл]|ф[рл]|х[рл]")
# A part that begins with a vowel takes no consonant from the part before it.
_COMPOUND: Final = re.compile("(?<=[^аәеёиоөуұүыіэюя])(?=аралық)")


def syllable_starts(word: str) -> tuple[int, ...]:
    """The offsets in a word (code points) at which a syllable begins, without the first."""
    letters = word.casefold()
    if len(letters) != len(word):
        return ()
    vowels = [at for at, letter in enumerate(letters) if _is_vowel(letters, at, letter)]
    starts = {_start(letters, first, second) for first, second in pairwise(vowels)}
    for seam in _COMPOUND.finditer(letters):
        # The consonant before the seam stays where it is.
        starts -= {seam.start() - 1, seam.start() + 1}
        starts.add(seam.start())
    return tuple(sorted(starts))


def _is_vowel(letters: str, at: int, letter: str) -> bool:
    """у after a vowel is a consonant: тау, ауыл; and so it is in уа, уы at the beginning of a word."""
    if letter != "у":
        return letter in _VOWELS
    return not (at > 0 and letters[at - 1] in _VOWELS) and not (at == 0 and letters[1:2] in _VOWELS)


def _start(letters: str, first: int, second: int) -> int:
    """Where the syllable of the second of two neighbouring vowels begins."""
    between = second - first - 1
    start = second - 1 if between else second
    if between > 2 and _ONSETS.fullmatch(letters, start - 1, start + 1):
        start -= 1
    # A sign goes with what it softens.
    while start < second and letters[start] in _SIGNS:
        start += 1
    return start
