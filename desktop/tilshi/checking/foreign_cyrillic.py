"""Runs of Russian in Kazakh, of Kazakh in Russian, and of Cyrillic letters in a Latin text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tilshi.checking.kazakh_words import is_known
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.prose import characters, tokens
from tilshi.checking.runs import GAP, WORD, Span, clauses, grouped, is_near, is_quoted
from tilshi.checking.vocabulary import vocabulary

KAZAKH: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
"""Letters that Russian has not."""

_CYRILLIC_RUN: Final = Pattern(rf"(?<!\w)[\u0400-\u052f]{{2,}}(?:{GAP}[\u0400-\u052f]+)*")
_RUSSIAN_WORDS: Final = words(
    "и в на для что по с от при это как который которая которые также был была были чтобы или из к о об за его их"
)
_RUSSIAN_ENDINGS: Final = (
    *("ого", "его", "ому", "ыми", "ими", "ая", "яя", "ую", "ые", "ый", "ое", "ться", "тся", "ости", "ение", "ения"),
    *("ений", "ание", "ания", "аний", "ением", "цией", "ами", "ями"),
)
_STRONG: Final = Pattern(
    r"[^\W\d_]{3,}(?:ная|ный|ное|ные|ного|ную|ским|ская|ские|ского|ской|ться|тся|остью|ением|ений)"
)


def russian(read: Passage) -> Iterator[Span]:
    """Runs of Russian in a Kazakh text: words that are Russian for certain, and those between and beside them."""
    found = read.parsed(tokens)
    certain = [index for index, word in enumerate(found) if _is_russian(word[0].lower())]
    for first, last in grouped(found, certain, _is_kazakh):
        low, high = _widened(read.prose, found, first, last)
        several = last > first and found[high].end() - found[low].start() > 8
        if several or (last == first and _is_russian_beyond_doubt(found[first][0])):
            yield found[low].start(), found[high].end()
    if certain or KAZAKH.isdisjoint(read.parsed(characters)):
        yield from _russian_sentences(read)


def may_be_russian(piece: str) -> bool:
    """Whether a piece of a Kazakh text has a word that is Russian, or Russian letters alone and no known one."""
    found = (word[0].lower() for word in WORD.finditer(piece))
    return any(
        _is_russian(word) or (KAZAKH.isdisjoint(word) and word in vocabulary("ru") and not is_known(word))
        for word in found
    )


@lru_cache(maxsize=20_000)
def _is_russian(word: str) -> bool:
    """Whether a word, in lower case, is Russian by itself or by its ending, and none that Kazakh has too."""
    looks = word in _RUSSIAN_WORDS or (len(word) > 5 and word.endswith(_RUSSIAN_ENDINGS)) or "щ" in word or "ъ" in word
    return looks and KAZAKH.isdisjoint(word) and not is_known(word)


def _is_russian_beyond_doubt(word: str) -> bool:
    """Whether one word alone is enough: «гуманитарная»; with a capital it may be a name."""
    return word.islower() and _STRONG.fullmatch(word) is not None and word in vocabulary("ru")


def _is_kazakh(word: str) -> bool:
    return not KAZAKH.isdisjoint(word)


def _widened(prose: str, found: tuple[re.Match[str], ...], low: int, high: int) -> tuple[int, int]:
    """The run with the common Russian words on either side of it."""
    while low and is_near(prose, found[low - 1], found[low]) and _may_be_russian(found[low - 1][0].lower()):
        low -= 1
    while high + 1 < len(found) and is_near(prose, found[high], found[high + 1]):
        if not _may_be_russian(found[high + 1][0].lower()):
            break
        high += 1
    return low, high


def _may_be_russian(word: str) -> bool:
    return KAZAKH.isdisjoint(word) and (word in vocabulary("ru") or _is_russian(word))


def _russian_sentences(read: Passage) -> Iterator[Span]:
    """Sentences without a Kazakh letter in which most words are common Russian ones."""
    russian = vocabulary("ru")
    for clause in clauses(read.prose, read.parsed(tokens)):
        found = [word[0].lower() for word in clause]
        if len(found) < 3 or any(_is_kazakh(word) for word in found):
            continue
        unknown = [word for word in found if not is_known(word)]
        if 2 * len(unknown) >= len(found) and sum(word in russian for word in unknown) >= 2:
            yield clause[0].start(), clause[-1].end()


def kazakh(read: Passage) -> Iterator[Span]:
    """Runs of Kazakh in a Russian text, known by a word with Kazakh letters that is no name."""
    if KAZAKH.isdisjoint(read.parsed(characters)):
        return
    prose, found = read.prose, read.parsed(tokens)
    foreign = [_may_be_kazakh(word[0].lower()) for word in found]
    end = -1
    for index, word in enumerate(found):
        if word.start() < end or not (word[0][0].islower() and _is_kazakh(word[0])):
            continue
        low = high = index
        while low and foreign[low - 1] and is_near(prose, found[low - 1], found[low]):
            low -= 1
        while high + 1 < len(found) and foreign[high + 1] and is_near(prose, found[high], found[high + 1]):
            high += 1
        end = found[high].end()
        is_title = found[low][0].istitle() and high - low < 3 and is_quoted(prose, found[low].start())
        if not is_title:
            yield found[low].start(), end


def _may_be_kazakh(word: str) -> bool:
    return _is_kazakh(word) or (word not in vocabulary("ru") and is_known(word))


def cyrillic(prose: str) -> Iterator[Span]:
    """Runs of Cyrillic letters in a text of Latin ones; an original name stands in brackets or quotation marks."""
    for run in _CYRILLIC_RUN.finditer(prose):
        small = sum(word[0][0].islower() for word in WORD.finditer(run[0]))
        if small >= 3 or not is_quoted(prose, run.start()):
            yield run.start(), run.start() + len(run[0].rstrip())
