"""Which commands somebody may mean, the likeliest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_LETTERS: Final = str.maketrans("әіңғүұқөһё", "аингуукохе")
"""Kazakh letters as who has none of them on the keyboard types them."""
_WHOLE: Final = 100.0
_BEGINNINGS: Final = 95.0
_WITHIN: Final = 88.0
_LEAST: Final = 72.0


class Candidate(NamedTuple):
    """A command with everything it is called; the first name is the one that is shown."""

    name: str
    called: tuple[str, ...]


def ranked(wanted: str, candidates: Sequence[Candidate], recent: Sequence[str] = ()) -> list[str]:
    """The names of the commands that fit, the best first; among equals those used lately, then in their own order.

    Without anything wanted all of them, those used lately first.
    """
    lately = {name: at for at, name in enumerate(recent)}
    query = folded(wanted)
    scored: list[tuple[float, int, int, str]] = []
    for at, candidate in enumerate(candidates):
        score = max(_score(query, folded(name)) for name in candidate.called) if query else _WHOLE
        if score >= _LEAST:
            scored.append((-score, lately.get(candidate.name, len(lately)), at, candidate.name))
    return [name for _score, _lately, _at, name in sorted(scored)]


def folded(text: str) -> str:
    """A name without capitals, accents and signs."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS).replace("й", "и"))
    letters = (letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return " ".join("".join(letters).split())


def _score(query: str, name: str) -> float:
    if query == name:
        return _WHOLE
    if _begin(query.split(), name.split()):
        return _BEGINNINGS
    if query in name:
        return _WITHIN
    if len(query) < 3:
        return 0.0
    from rapidfuzz import fuzz  # for the start of the program

    return min(_WITHIN, fuzz.partial_ratio(query, name))


def _begin(parts: Iterable[str], words: list[str]) -> bool:
    """Whether each part begins a word of its own."""
    left = list(words)
    for part in parts:
        word = next((word for word in left if word.startswith(part)), None)
        if word is None:
            return False
        left.remove(word)
    return True
