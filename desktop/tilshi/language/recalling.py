"""Words and phrases that were written before, by how they begin: what a text goes on with.

Only what is in the texts is offered, letter by letter, so inflected words come in the forms that were used.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final

LEAST: Final = 3
"""Code points that must have been begun."""
_SHORTEST: Final = 5
"""Code points of a word that is worth offering."""
_MOST_WORDS: Final = 5
_SEEN: Final = 2
"""Times a phrase must have been written to be one; those of `near` texts count at once."""
_PHRASE: Final = 3
_LIKELY: Final = 10
"""How many times a likely form counts as written besides."""
_LOOKED_AT: Final = 2_000
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_END: Final = re.compile('[.!?…:«“"\n]')
_BEGUN: Final = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’-]*(?:[ \u00a0][\w'’-]+){0,2}$")


@dataclass(frozen=True, slots=True)
class Recalled:
    """What the last `typed` code points of a text may be the beginning of."""

    form: str
    typed: int


class Recall:
    """The words and phrases of some texts, ordered by their beginnings; a value that any thread may ask."""

    def __init__(self, texts: Iterable[str], near: Iterable[str] = ()) -> None:
        """`near` are texts that are likely to be written again, such as matches of the text at hand."""
        counted, spelt = Counter[str](), dict[str, str]()
        likely = {form.casefold() for text in near for form in _noted(text, _MOST_WORDS, counted, spelt)}
        for text in texts:
            for _form in _noted(text, _PHRASE, counted, spelt):
                pass
        self._counts = {
            folded: number + (_LIKELY if folded in likely else 0)
            for folded, number in counted.items()
            if (" " not in folded and len(folded) >= _SHORTEST) or number >= _SEEN or folded in likely
        }
        self._spelt = spelt
        self._folded = sorted(self._counts)

    def __len__(self) -> int:
        return len(self._folded)

    def complete(self, before: str, limit: int = 6) -> tuple[Recalled, ...]:
        """What the end of a text may go on to, the longest beginning first, then what was written most often."""
        found: dict[str, Recalled] = {}
        for typed in beginnings(before):
            for form in self._begun(typed):
                spelt = form[:1].upper() + form[1:] if typed[:1].isupper() else form
                found.setdefault(spelt.casefold(), Recalled(spelt, len(typed)))
            if len(found) >= limit:
                break
        return tuple(islice(found.values(), limit))

    def _begun(self, typed: str) -> list[str]:
        begun = typed.casefold()
        start = bisect_left(self._folded, begun)
        hits: list[str] = []
        for folded in islice(self._folded, start, start + _LOOKED_AT):
            if not folded.startswith(begun):
                break
            if len(folded) > len(begun) + 1:
                hits.append(folded)
        hits.sort(key=lambda folded: (-self._counts[folded], len(folded), folded))
        return [self._spelt[folded] for folded in hits]


def _noted(text: str, most: int, counted: Counter[str], spelt: dict[str, str]) -> Iterator[str]:
    """The phrases of a text, counted whatever their case, and spelt as in the middle of a sentence."""
    for begins, form in _phrases(text, most):
        folded = form.casefold()
        counted[folded] += 1
        if not begins:
            spelt[folded] = form
        elif folded not in spelt:  # a capital here says nothing, unless there are more of them
            spelt[folded] = form if form[1:2].isupper() else form[:1].lower() + form[1:]
        yield form


def beginnings(before: str) -> Iterator[str]:
    """The last words of a text, three at most, then fewer; none of fewer than `LEAST` letters."""
    match = _BEGUN.search(before[-200:])
    typed = match[0] if match else ""
    while len(typed) >= LEAST:
        yield typed
        typed = re.split("[ \u00a0]", typed, maxsplit=1)[1] if re.search("[ \u00a0]", typed) else ""


def _phrases(text: str, most: int) -> Iterator[tuple[bool, str]]:
    """Every word, and every row of words with nothing but a space between; whether it begins a sentence."""
    words = list(_WORD.finditer(text))
    for at, first in enumerate(words):
        begins = at == 0 or _END.search(text, words[at - 1].end(), first.start()) is not None
        yield begins, first[0]
        for before, last in pairwise(words[at : at + most]):
            if text[before.end() : last.start()] not in {" ", "\u00a0"}:
                break
            yield begins, text[first.start() : last.end()]
