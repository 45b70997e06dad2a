"""Finding every form of one term in running text, and telling which form it is."""

from collections.abc import Iterator
from functools import lru_cache

from tilshi.language.kazakh.features import Features
from tilshi.language.kazakh.folding import fold_text
from tilshi.language.kazakh.lexeme import Lexeme
from tilshi.language.kazakh.matcher import Match, Matcher


def find(term: Lexeme | str, text: str) -> list[tuple[int, int]]:
    """Spans (code points) of every form of ``term`` in ``text``, in order, none overlapping."""
    return [(match.start, match.end) for match in matches(term, text)]


def matches(term: Lexeme | str, text: str) -> Iterator[Match[None]]:
    """Every form of ``term`` in ``text``, in order, none overlapping."""
    matcher, opening = _single(term)
    return iter(matcher.find(text) if opening in _fold_text(text) else ())


def analyse(term: Lexeme | str, surface: str) -> tuple[Features, ...]:
    """Which forms of ``term`` the whole of ``surface`` can be, the likeliest first; empty if it is none."""
    surface = surface.strip()
    found = next(matches(term, surface), None)
    return found.readings if found and (found.start, found.end) == (0, len(surface)) else ()


@lru_cache(maxsize=4_096)
def _single(term: Lexeme | str) -> tuple[Matcher[None], str]:
    """A glossary of one term, and what all its forms begin with."""
    matcher = Matcher([(term, None)])
    openings = matcher.openings or ("",)
    first, last = min(openings), max(openings)
    size = next((at for at, letter in enumerate(first) if letter != last[at]), len(first))
    return matcher, first[:size]


@lru_cache(maxsize=256)
def _fold_text(text: str) -> str:
    return fold_text(text)
