"""Where a word may be divided at a line's end, in the languages that have rules for it here.

Kazakh is divided by its own syllables; Russian, English and French by the patterns of TeX and LibreOffice, which pyphen
reads. Never divided: acronyms and anything else with a capital inside or a digit, names (a capital at the beginning may
be one), words with a hyphen or an apostrophe in them, and short words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from tilshi.language.tags import primary

if TYPE_CHECKING:
    from pyphen import Pyphen

SHORTEST: Final = 7
"""Words of fewer letters are not divided."""

_LEAST: Final = 3
"""So many letters stay before a division and come after it."""

_DICTIONARIES: Final = {"en": "en_GB", "fr": "fr", "ru": "ru_RU"}
_LETTERS: Final = re.compile(r"[^\W\d_]{7,}")
# What may stand round a word without being part of it.
_ROUND: Final = "«»“”„‘’\"'()[]{}.,;:!?…–— \u00a0\u202f"


@lru_cache(maxsize=8192)
def divisions(word: str, language: str) -> tuple[int, ...]:
    """The offsets (code points) at which a word in that language may be divided; punctuation may stand round it."""
    bare = word.strip(_ROUND)
    if not _LETTERS.fullmatch(bare) or not bare.islower():
        return ()
    before = len(word) - len(word.lstrip(_ROUND))
    last = len(bare) - _LEAST
    return tuple([before + at for at in _positions(bare, primary(language)) if _LEAST <= at <= last])


def _positions(word: str, language: str) -> tuple[int, ...]:
    if language == "kk":
        from tilshi.language.kazakh.syllables import syllable_starts  # most pages are set without a divided word

        return syllable_starts(word)
    dictionary = _dictionary(language)
    return tuple(dictionary.positions(word)) if dictionary else ()


@cache
def _dictionary(language: str) -> Pyphen | None:
    if language not in _DICTIONARIES:
        return None
    # Reading the patterns takes 10 to 30 ms, which a page without long words does not need.
    import pyphen

    return pyphen.Pyphen(lang=_DICTIONARIES[language], left=_LEAST, right=_LEAST)
