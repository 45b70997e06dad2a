"""Where words were used before: searching both sides of the memory by words in any form, by phrase, by beginning.

A word is looked for among the words that are in the memory, not in its texts: which of them are its forms the grammar
of its language says, and the index of words tells the texts. So the cost grows with the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tilshi.memory import words
from tilshi.memory.forms import Form, forms
from tilshi.memory.store import MemoryStore
from tilshi.memory.units import Unit

_READ: Final = 400
"""Units that are read and ranked, the newest first; a word that is in more of them is a common one."""
_READ_FOR_PHRASES: Final = 2_000
_QUERY: Final = re.compile(r"[\"“«„](?P<phrase>[^\"”»“]+)[\"”»“]?|(?P<word>[^\W_]+)(?P<star>\*)?")
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit in which what was looked for stands, and the spans (code points) where, in the text of that language."""

    unit: Unit
    in_source: bool
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of the query, or several that must follow one another: the forms of each."""

    words: tuple[Form, ...]


def search(
    store: MemoryStore, query: str, language: str, *, exact: bool = False, most: int = 50
) -> tuple[Passage, ...]:
    """The units with all words of the query in their text of that language, the best first.

    Words count in any form of theirs (`exact`: as they are written); «…» or "…" is a phrase, `word*` a beginning.
    Best is what stands together, in the form that was looked for, in a short text; then what is new.
    """
    parts = tuple(_parts(store, query, language, exact=exact))
    if not parts or not all(form.tokens for part in parts for form in part.words):
        return ()
    phrases = any(len(part.words) > 1 for part in parts)
    match = " AND ".join(_any_of(form.tokens) for part in parts for form in part.words)
    ids = store.with_words(match, _READ_FOR_PHRASES if phrases else _READ)
    found: dict[int, tuple[float, Passage]] = {}
    for unit in store.units(ids):
        if unit.id not in found and (ranked := _ranked(unit, parts, language)):
            found[unit.id] = ranked
    best = sorted(found.values(), key=lambda pair: (-pair[0], -pair[1].unit.id))
    return tuple(passage for _rank, passage in best[:most])


def _parts(store: MemoryStore, query: str, language: str, *, exact: bool) -> Iterator[_Part]:
    for match in _QUERY.finditer(query):
        if phrase := match["phrase"]:
            looked_for = _WORD.findall(phrase)
            if looked_for:
                yield _Part(tuple(forms(store, word, language, exact=exact) for word in looked_for))
        else:
            beginning = match["star"] is not None
            yield _Part((forms(store, match["word"], language, exact=exact, beginning=beginning),))


def _any_of(tokens: Sequence[str]) -> str:
    # Tokens hold letters, digits and one underscore; in quotation marks FTS5 takes them as they are.
    return "(" + " OR ".join(f'"{token}"' for token in tokens) + ")"


def _ranked(unit: Unit, parts: Sequence[_Part], language: str) -> tuple[float, Passage] | None:
    sides = ((unit.source, unit.source_language, True), (unit.target, unit.target_language, False))
    for text, code, in_source in sides:
        if words.same_language(code, language):
            there = list(words.spans(text.string, code))
            places = [_places(there, part) for part in parts]
            if all(places):
                spans = sorted({span for found in places for span in found})
                return _rank(there, parts, spans, len(text)), Passage(unit, in_source, tuple(spans))
    return None


def _places(there: Sequence[tuple[int, int, str]], part: _Part) -> list[tuple[int, int]]:
    """The spans of a part: of its word, or of the first to the last of the words of a phrase."""
    size = len(part.words)
    return [
        (there[at][0], there[at + size - 1][1])
        for at in range(len(there) - size + 1)
        if all(there[at + number][2] in form.surfaces for number, form in enumerate(part.words))
    ]


def _rank(
    there: Sequence[tuple[int, int, str]], parts: Sequence[_Part], spans: Sequence[tuple[int, int]], length: int
) -> float:
    """Between 0 and about 3: as it was written, close together, in a short text."""
    written = {word for _start, _end, word in there}
    looked_for = [form.word for part in parts for form in part.words]
    as_written = sum(word in written for word in looked_for) / len(looked_for)
    stretch = max(1, spans[-1][1] - spans[0][0])
    together = min(1.0, sum(map(len, looked_for)) / stretch)
    return as_written + together + 1 / (1 + length / 100)
