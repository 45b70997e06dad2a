"""The words of a text as the concordance knows them: folded, each with its language before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.language.kazakh.folding import fold_text, fold_word
from tilshi.language.tags import primary

_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST: Final = 64
"""Code points of a word that count; nobody looks for more."""


def tokens(text: str, language: str) -> set[str]:
    """The different words of a text, for the index."""
    code = primary(language)
    folded = fold_text(text) if code == "kk" else text.casefold().replace("ё", "е")
    return {f"{code}_{word[:_LONGEST]}" for word in _WORD.findall(folded)}


def token(word: str, language: str) -> str:
    """One word, as `tokens` gives it."""
    return f"{primary(language)}_{fold(word, language)}"


def fold(word: str, language: str) -> str:
    """One word in folded spelling."""
    folded = fold_word(word) if primary(language) == "kk" else word.casefold().replace("ё", "е")
    return folded[:_LONGEST]


def spans(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """The words of a text in order: start, end (code points), folded word."""
    for match in _WORD.finditer(text):
        yield match.start(), match.end(), fold(match[0], language)


def same_language(one: str, other: str) -> bool:
    """Whether two tags are of the same language, wherever it is spoken."""
    return primary(one) == primary(other)
