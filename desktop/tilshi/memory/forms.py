"""Which words of a memory are forms of the same word as one that is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tilshi.language import english, french
from tilshi.language.kazakh import analyse
from tilshi.language.kazakh.folding import fold_word
from tilshi.language.kazakh.grammar import MACHINE
from tilshi.language.kazakh.machine import StemClass
from tilshi.language.kazakh.stems import alternants, beginnings, restored
from tilshi.language.tags import primary
from tilshi.memory import words
from tilshi.memory.store import MemoryStore

_LAST: Final = "\U0010ffff"
_SHORTEST_STEM: Final = 2
_LONGEST_ENDING: Final = 14
_MOST_TOKENS: Final = 400
"""Forms in one query; a Kazakh noun has some thousands, a memory of a million units some dozens of each."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word that is looked for, folded, and the forms of it that are in the memory, as tokens and as words."""

    word: str
    tokens: tuple[str, ...]
    surfaces: frozenset[str]


def forms(store: MemoryStore, word: str, language: str, *, exact: bool = False, beginning: bool = False) -> Form:
    """The forms of a word that the memory has; with `beginning` all words that begin so, with `exact` it alone."""
    folded = words.fold(word, language)
    if exact:
        found = _known(store, folded, language, whole=True)
    elif beginning:
        found = _known(store, folded, language)
    elif primary(language) == "kk":
        found = _kazakh(store, folded)
    else:
        found = _by_bases(store, folded, language)
    surfaces = sorted({*found}, key=lambda surface: (surface != folded, len(surface), surface))[:_MOST_TOKENS]
    return Form(folded, tuple(words.token(surface, language) for surface in surfaces), frozenset(surfaces))


def _known(store: MemoryStore, start: str, language: str, *, whole: bool = False) -> list[str]:
    """The words of the memory that begin so, or are that."""
    first = words.token(start, language)
    cut = len(first) - len(start)
    return [token[cut:] for token in store.known_words(first, first + ("\0" if whole else _LAST))]


def _by_bases(store: MemoryStore, word: str, language: str) -> list[str]:
    bases_of = _bases(language)
    wanted = bases_of(word)
    # Three letters, one less than the shortest base has: "city" and "cities" begin alike.
    size = max(1, min(3, *(len(base) - 1 for base in wanted)))
    starts = {base[:size] for base in wanted}
    return [known for start in sorted(starts) for known in _known(store, start, language) if wanted & bases_of(known)]


def _bases(language: str) -> Callable[[str], frozenset[str]]:
    match primary(language):
        case "en":
            return english.bases
        case "fr":
            return french.bases
        case "ru":
            from tilshi.language import russian  # its dictionary takes 200 ms to load

            return russian.bases
        case _:
            return _itself


def _itself(word: str) -> frozenset[str]:
    return frozenset({word})


def _kazakh(store: MemoryStore, word: str) -> list[str]:
    """Forms of the word as a lemma, and of those it is itself a form of: that the memory has bare, if it has any."""
    found = set(_known(store, word, "kk", whole=True))
    lemmas = list(dict.fromkeys(_lemmas(word)))
    bare = [lemma for lemma in lemmas if _known(store, lemma, "kk", whole=True)]
    for lemma in (word, *(bare or lemmas)):
        for start in beginnings(lemma):
            found.update(known for known in _known(store, start, "kk") if known in found or _is_form(lemma, known))
    return sorted(found)


@lru_cache(maxsize=50_000)
def _is_form(lemma: str, word: str) -> bool:
    return len(word) - len(lemma) <= _LONGEST_ENDING and bool(analyse(lemma, word))


def _lemmas(word: str) -> Iterator[str]:
    """Words that this one may be a form of, the one with the longest stem first."""
    for size in range(len(word) - 1, _SHORTEST_STEM - 1, -1):
        stem, ending = word[:size], word[size:]
        for lemma in restored(stem):
            if any(form.text == stem and _reads(form.kind, ending) for form in alternants(fold_word(lemma))):
                yield lemma


def _reads(kind: StemClass, ending: str) -> bool:
    return bool(MACHINE.readings(kind._replace(harmonies=kind.harmonies[:1]), ending))
