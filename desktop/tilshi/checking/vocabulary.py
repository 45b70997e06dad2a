"""The commonest words of the languages that releases are translated from and into."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tilshi import resources
from tilshi.checking.patterns import words

LANGUAGES: Final = ("en", "fr", "ru")
"""Languages with a list of their own; Kazakh has a lexicon."""

PARTICLES: Final = words(
    "the of and for in on at to with from by a an de la le les du des et en au aux l d à sur pour sans und der die das "
    "von"
)
"""Small words that titles and names have too: «Save the Children»."""


@cache
def vocabulary(language: str) -> frozenset[str]:
    """Some 1,400 to 1,800 common words in lower case."""
    listed = resources.path("words", f"{language}.txt").read_text(encoding="utf-8")
    return words(re.sub(r"(?m)^#.*$", "", listed))


@cache
def names() -> tuple[str, ...]:
    """Names and phrases that stay in their own language, in lower case, the longest first."""
    lines = resources.path("words", "names.txt").read_text(encoding="utf-8").splitlines()
    listed = (line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))
    return tuple(sorted(listed, key=len, reverse=True))
