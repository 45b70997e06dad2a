"""Which terms stand in an English, French or Russian text, in any inflected form of each word, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Final

from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.lookup import EVERY_STATUS, TermHit, longest, terms_in

Bases = Callable[[str], frozenset[str]]

_WORD: Final = re.compile(r"[^\W_]+")
_HYPHENS: Final = str.maketrans("\u2010\u2011’ʼ", "--''")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a text: `form` as written, `bases` what it may be cited as, `gap` what stands before it."""

    start: int
    end: int
    form: str
    bases: frozenset[str]
    gap: str


class _Entry:
    """A term in the index, taken apart when a text first has its first word."""

    __slots__ = ("_words", "concept", "exact", "term")

    def __init__(self, concept: Concept, term: Term) -> None:
        self.concept = concept
        self.term = term
        self.exact = term.text.upper() == term.text
        """Whether it is found only as it is written."""
        self._words: tuple[_Word, ...] = ()

    def words(self, bases: Bases) -> tuple[_Word, ...]:
        """Its words."""
        self._words = self._words or tuple(_words(self.term.text, bases))
        return self._words


class WordwiseIndex:
    """The terms of one language with a function that tells the bases of its words; found in any form of each word.

    Only terms of a status in `statuses` are found. Terms without small letters are found only as they are written.
    """

    def __init__(
        self, termbase: Termbase, language: str, bases: Bases, statuses: Container[Status] = EVERY_STATUS
    ) -> None:
        self._bases = bases
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        for concept in termbase.concepts:
            for term in terms_in(concept, language):
                if term.status in statuses:
                    self._add(concept, term)

    def find(self, text: str) -> tuple[TermHit, ...]:
        """The terms in a text, in order; none within another. Offsets are code points."""
        return longest(self.candidates(text))

    def candidates(self, text: str) -> Iterator[TermHit]:
        """Every term in a text, those within others too."""
        words = list(_words(text, self._bases)) if self._by_first else []
        for at in range(len(words)):
            yield from self._at(words, at)

    def _add(self, concept: Concept, term: Term) -> None:
        if first := _WORD.search(term.text):
            entry = _Entry(concept, term)
            for base in self._bases(first[0]):
                self._by_first[base].append(entry)

    def _at(self, words: list[_Word], at: int) -> Iterator[TermHit]:
        met: set[int] = set()
        for base in words[at].bases:
            for entry in self._by_first.get(base, ()):
                wanted = entry.words(self._bases)
                last = at + len(wanted) - 1
                if last > at and (last >= len(words) or wanted[1].bases.isdisjoint(words[at + 1].bases)):
                    continue
                if id(entry) not in met and _fits(wanted, words[at : last + 1], exact=entry.exact):
                    met.add(id(entry))
                    yield TermHit(words[at].start, words[last].end, entry.concept, entry.term)


def _words(text: str, bases: Bases) -> Iterator[_Word]:
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        gap = "" if between == " " else " ".join(between.split()).translate(_HYPHENS)
        yield _Word(match.start(), match.end(), match[0], bases(match[0]), gap)
        end = match.end()


def _fits(wanted: tuple[_Word, ...], words: list[_Word], *, exact: bool) -> bool:
    if exact and any(mine.form != yours.form for mine, yours in zip(wanted, words, strict=True)):
        return False
    pairs = zip(wanted[1:], words[1:], strict=True)
    first = not wanted[0].bases.isdisjoint(words[0].bases)
    return first and all(mine.gap == yours.gap and not mine.bases.isdisjoint(yours.bases) for mine, yours in pairs)
