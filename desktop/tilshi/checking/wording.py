"""Whether a text says a term in other words or forms: its words one by one, by their beginnings.

Looser than the glossary on purpose. Rules that report what is missing ask it before they speak: «медицинских
работников» is near enough to «медицинский персонал», and «алаңдаушылық білдіреді» to «алаңдаушылық білдіру».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from tilshi.checking.passages import Passage
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Term

LONGEST_PROSE: Final = 30_000
"""Code points; what is longer is no paragraph, and the rules that compare its words with one another leave it alone."""

_WORD: Final = re.compile(r"[^\W_]+")

_STOP_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "a an and as at by for from in of on or the to with",
        "fr": "a au aux avec d dans de des du en et l la le les ou par pour s sur un une visant",
        "kk": "бен және жөніндегі мен немесе пен туралы үшін",
        "ru": "в во для за и из или к на о об от по при с со",
    }
)
_PREPOSITIONS: Final = "against as at between by for from in of on to under with without"


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word as words are compared here: without capitals, in Latin script without accents, with е for ё."""
    low = word.casefold().replace("ё", "е")
    if low.isascii() or "\u0400" <= low[:1] <= "\u052f":
        return low
    return "".join(letter for letter in unicodedata.normalize("NFD", low) if not unicodedata.combining(letter))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, plain."""
    return tuple(plain(word) for word in _WORD.findall(text))


def said_words(read: Passage) -> frozenset[str]:
    """The words of a passage, plain; worked out once."""
    return read.parsed(_said)


def is_akin(one: str, other: str) -> bool:
    """Whether two plain words begin alike, as forms of one word and words derived from it do."""
    needed = _needed(len(one))
    return one[:needed] == other[:needed] and (len(one) > 3 or len(other) <= len(one) + 5)


def has_akin(said: Collection[str], word: str) -> bool:
    """Whether one of some words begins as this one."""
    return any(is_akin(word, each) for each in said)


def says_loosely(said: Collection[str], term: Term, free: Collection[str] | None = None) -> bool:
    """Whether some words hold all those of a term.

    Its head, for which writers have synonyms, may be missing where the others are `free`: no part of another term.
    """
    language = primary(term.language)
    telling = telling_words(term.text, language)
    if not telling or not all(has_akin(said, word) for word in telling):
        return False
    return all(has_akin(said if free is None else free, word) for word in telling) or has_akin(
        said, head_word(term.text, language)
    )


@lru_cache(maxsize=20_000)
def telling_words(term: str, language: str) -> tuple[str, ...]:
    """The words of a term that tell it from others: those beside its head, or the only one."""
    content = content_words(term, language)
    if len(content) < 2:
        return content
    head = head_word(term, language)
    return tuple(word for word in content if word != head) or content


@lru_cache(maxsize=20_000)
def content_words(term: str, language: str) -> tuple[str, ...]:
    """The words of a term without articles, prepositions and conjunctions, plain."""
    stop_words = _STOP_WORDS.get(language, "").split()
    return tuple(word for word in words(term) if word not in stop_words)


@lru_cache(maxsize=20_000)
def head_word(term: str, language: str) -> str:
    """The noun of a noun phrase on which the others depend, plain."""
    found = words(term)
    if not found:
        return ""
    match language:
        case "fr":
            return found[0]
        case "ru":
            from tilshi.language.russian import grammemes  # with its dictionary, which takes a while to load

            return next((word for word in found if "NOUN" in grammemes(word)), found[-1])
        case "en":
            end = next((at for at, word in enumerate(found) if at and word in _PREPOSITIONS.split()), len(found))
            return found[end - 1]
        case _:
            return found[-1]


def _needed(length: int) -> int:
    """How many letters have to agree: endings, and the last letter of the stem, may differ."""
    if length <= 3:
        return length
    return length - 1 if length <= 6 else max(5, round(length * 0.6))


def _said(read: Passage) -> frozenset[str]:
    return frozenset(words(read.prose))
