"""What a misspelt word may be meant for: letters that are taken for one another, and single slips of the hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from types import MappingProxyType
from typing import Final

# Groups of letters that writers and keyboards exchange.
_CONFUSED: Final = MappingProxyType(
    {
        "kk": "әа қк ғг ңн іи іы өо ұу үу ұү ұы үі һх иы еі еэ йи",
        "ru": "ео иы еи ао шщ ьъ дт бп зс гк вф ёе ёо цс ая йи",
        "fr": "éèêëe àâa îïi ôöo ûùüu çc aeé oœ ys zs",
        "en": "ae ei ou ia sc sz yi",
    }
)
_PAIRS: Final = MappingProxyType(
    {
        "en": (
            "ie ei",
            "ei ie",
            "f ph",
            "ph f",
            "able ible",
            "ible able",
            "ance ence",
            "ence ance",
            "k ck",
            "sion tion",
        ),
        "fr": ("f ph", "ph f", "an en", "en an", "oe œ", "ae æ", "sion tion"),
        "ru": ("тся ться", "ться тся", "н нн", "нн н", "пре при", "при пре", "сч щ", "цы ци"),
        "kk": ("ұу ұ", "ый и", "ій и", "иу ю"),
    }
)
ALPHABETS: Final = MappingProxyType(
    {
        "kk": "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшыіэюя",
        "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "fr": "abcdefghijklmnopqrstuvwxyzéè",
        "en": "abcdefghijklmnopqrstuvwxyz",
    }
)
"""Letters that a slip may put in or leave out; those that are only confused with others are not among them."""
_MOST: Final = 2
"""Confused letters that are put right at once."""


def confusions(word: str, language: str) -> Iterator[str]:
    """`word`, in lower case, with one letter or two in place of those that they are taken for: казак, қазақ."""
    places = [
        (at, other)
        for at, letter in enumerate(word)
        for group in _CONFUSED[language].split()
        if letter in group
        for other in group
        if other != letter
    ]
    for many in range(1, _MOST + 1):
        for chosen in combinations(places, many):
            if len({at for at, _other in chosen}) == many:
                letters = list(word)
                for at, other in chosen:
                    letters[at] = other
                yield "".join(letters)
        if many == 1:
            yield from _exchanged(word, language)


def _exchanged(word: str, language: str) -> Iterator[str]:
    for pair in _PAIRS[language]:
        old, new = pair.split()
        at = word.find(old)
        while at >= 0:
            yield word[:at] + new + word[at + len(old) :]
            at = word.find(old, at + 1)


def slips(word: str, alphabet: str) -> Iterator[str]:
    """`word` but for one slip (Damerau 1964), the commonest first: two letters exchanged, one added, lost, wrong."""
    size = len(word)
    for at in range(size - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(size):
        if at == 0 or word[at] != word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, size + 1):
        for letter in alphabet:
            yield word[:at] + letter + word[at:]
    for at in range(size):
        for letter in alphabet:
            if letter != word[at]:
                yield word[:at] + letter + word[at + 1 :]
    for letter in alphabet:
        yield letter + word
