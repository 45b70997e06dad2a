"""Acronyms: endings follow the last letter as it is read aloud, and join with a hyphen (ХҚКК-нің, ХГҚ-ны, АҚШ-тың).

How an acronym is read cannot be told from its spelling alone: a table of well-known ones comes first, then a rule.
The harmony is often that of the full name's last word (ТМД: достастығы, ТМД-ға): an entry of a glossary may set it.
"""

import re

from tilshi.language.kazakh.grammar import BACK, FRONT, SOUNDS, VOWELS
from tilshi.language.kazakh.machine import Sound

LONGEST = 6
"""Longer words in capitals are words in capitals."""

_KNOWN = {
    "ақш": (Sound.VOICELESS, BACK),
    "бақ": (Sound.VOICELESS, BACK),
    "бұұ": (Sound.VOWEL, BACK),
    "еқыұ": (Sound.VOWEL, BACK),
    "еаэо": (Sound.VOWEL, BACK),
    "жіө": (Sound.VOWEL, FRONT),
    "қр": (Sound.VOWEL, BACK),
    "мкқк": (Sound.VOWEL, FRONT),
    "нато": (Sound.VOWEL, BACK),
    "рф": (Sound.VOWEL, BACK),
    "тмд": (Sound.VOWEL, BACK),
    "хгқ": (Sound.VOWEL, BACK),
    "хқкк": (Sound.VOWEL, FRONT),
}
"""Reading of the last sound and harmony, as attested in Kazakh releases and the official press."""

_LETTER_NAMES = {
    **dict.fromkeys("лмнрсф", None),  # ел, ем, ен, ер, ес, еф: front, and the letter itself is the last sound
    **dict.fromkeys("гкджзцчбвпт", FRONT),  # ге, ке, де …
    **dict.fromkeys("қғхш", BACK),  # қа, ға, ха, ша
}

_V, _C = "[аәеёиоөуұүыіэюя]", "[бвгғджзйкқлмнңпрстфхһцчшщ]"
_READ_AS_A_WORD = re.compile(f"(?:{_C}?{_V})(?:{_C}{{1,2}}{_V})*{_C}$")
"""Syllables, not letters: БАҚ, СІМ, ОПЕК, ЮНИСЕФ."""


def is_acronym(token: str) -> bool:
    """Whether ``token`` is written as an acronym: 2 to ``LONGEST`` letters, all capitals (digits may follow)."""
    return token.isupper() and token[0].isalpha() and 2 <= sum(map(str.isalpha, token)) <= LONGEST


def is_attested(acronym: str) -> bool:
    """Whether it is known how ``acronym`` (lower case) is read aloud; for others ``reading`` goes by a rule."""
    return acronym in _KNOWN


def reading(acronym: str) -> tuple[Sound, int]:
    """Last sound and harmony of ``acronym`` (lower case) as it is read aloud."""
    if acronym in _KNOWN:
        return _KNOWN[acronym]
    last = acronym[-1:]
    if last in VOWELS:
        return Sound.VOWEL, BACK if last in "аоұыуюя" else FRONT
    if _READ_AS_A_WORD.match(acronym):
        return SOUNDS[last], BACK if acronym[-2] in "аоұыуюя" else FRONT
    name = _LETTER_NAMES.get(last, FRONT)
    if name is None:
        return SOUNDS[last], FRONT
    return Sound.VOWEL, name
