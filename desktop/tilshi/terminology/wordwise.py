"""Which terms stand in an English, French or Russian text, in any inflected form of each word, longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from itertools import compress, count
from typing import Final, NamedTuple

from tilshi.terminology.concepts import Concept, Status, Term, Termbase
from tilshi.terminology.lookup import EVERY_STATUS, TermHit, longest, terms_in

Bases = Callable[[str], frozenset[str]]

_WORD: Final = re.compile(r"[^\W_]+")
_HYPHENS: Final = str.maketrans("\u2010\u2011’ʼ", "--''")


class _Word(NamedTuple):
    """A word of a term: `form` as written, `bases` what it may be cited as, `gap` what stands before it."""

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


class _Openings(dict[str, tuple[_Entry, ...]]):
    """The terms that a word of a text may begin, by its form; what was met before costs one look-up."""

    __slots__ = ("_ask",)
    _MANY = 50_000

    def __init__(self, ask: Callable[[str], tuple[_Entry, ...]]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, form: str) -> tuple[_Entry, ...]:
        if len(self) >= self._MANY:
            self.clear()
        found = self[form] = self._ask(form)
        return found


class WordwiseIndex:
    """The terms of one language with a function that tells the bases of its words; found in any form of each word.

    Only terms of a status in `statuses` are found. Terms without small letters are found only as they are written.
    """

    def __init__(
        self, termbase: Termbase, language: str, bases: Bases, statuses: Container[Status] = EVERY_STATUS
    ) -> None:
        self._bases = bases
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        self._openings = _Openings(self._opened)
        for concept in termbase.concepts:
            for term in terms_in(concept, language):
                if term.status in statuses:
                    self._add(concept, term)

    def find(self, text: str) -> tuple[TermHit, ...]:
        """The terms in a text, in order; none within another. Offsets are code points."""
        return longest(self.candidates(text))

    def candidates(self, text: str) -> Iterator[TermHit]:
        """Every term in a text, those within others too."""
        opened = [*map(self._openings.__getitem__, _WORD.findall(text))]
        if not any(opened):
            return
        words = list(_WORD.finditer(text))
        for at in compress(count(), opened):
            for entry in opened[at]:
                if (last := self._last(entry, words, at)) is not None:
                    yield TermHit(words[at].start(), words[last].end(), entry.concept, entry.term)

    def _add(self, concept: Concept, term: Term) -> None:
        if first := _WORD.search(term.text):
            entry = _Entry(concept, term)
            for base in self._bases(first[0]):
                self._by_first[base].append(entry)

    def _opened(self, form: str) -> tuple[_Entry, ...]:
        """The terms of which a word may be the first."""
        begun = {id(entry): entry for base in self._bases(form) for entry in self._by_first.get(base, ())}
        return tuple(entry for entry in begun.values() if not entry.exact or entry.words(self._bases)[0].form == form)

    def _last(self, entry: _Entry, words: list[re.Match[str]], at: int) -> int | None:
        """Where a term ends whose first word stands at `at`, if its others follow."""
        for wanted in entry.words(self._bases)[1:]:
            at += 1
            if at >= len(words) or wanted.bases.isdisjoint(self._bases(words[at][0])):
                return None
            if entry.exact and wanted.form != words[at][0]:
                return None
            if wanted.gap != _gap(words[at].string[words[at - 1].end() : words[at].start()]):
                return None
        return at


def _words(text: str, bases: Bases) -> Iterator[_Word]:
    end = 0
    for match in _WORD.finditer(text):
        yield _Word(match[0], bases(match[0]), _gap(text[end : match.start()]))
        end = match.end()


def _gap(between: str) -> str:
    """What stands between two words as it is compared: nothing for a space."""
    return "" if between == " " else " ".join(between.split()).translate(_HYPHENS)
