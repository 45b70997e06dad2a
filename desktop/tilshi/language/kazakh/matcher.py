"""Every form of every term of a glossary, in one pass over a text.

The words of the terms are the arcs of a trie. At each node a dictionary of stems proposes what a word of the text may
belong to, the grammar decides, and the answer is remembered: the same word met again costs one look-up, however large
the glossary is. A term is taken apart no further than texts ask for, so a glossary is ready at once, and a term can be
added or taken away at any time. Several threads may search at once; one that adds must be alone.
"""

import gc
import re
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from tilshi.language.kazakh.features import Features, Possessor
from tilshi.language.kazakh.folding import Folded, fold, marks, may_hold_address
from tilshi.language.kazakh.homographs import Occurrence, is_other_word, is_unmistakable
from tilshi.language.kazakh.lexeme import Citation, Lexeme
from tilshi.language.kazakh.pieces import PartedWords, SeveralWords, SpacedWords, Words
from tilshi.language.kazakh.trie import GENITIVES, OPENING, Answer, Ending, Entry, Node, Step

Key = TypeVar("Key", bound=Hashable)

_INSERTED = 2
"""Words that may stand between a possessor and what it possesses: «ХҚКК-нің Порт-Мысалдағы өкілдігі»."""

_ATTRIBUTES = ("дағы", "дегі", "тағы", "тегі", *GENITIVES)
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_CONTEXT = 40
"""Code points around a match that may tell a homograph."""


class Match(NamedTuple, Generic[Key]):
    """A term in a text: ``start``, ``end`` in code points, and every reading of its last word, the likeliest first."""

    start: int
    end: int
    key: Key
    readings: tuple[Features, ...]


class Matcher(Generic[Key]):
    """The terms of a glossary, ready to be found. Each term has a key of the caller's own."""

    def __init__(self, terms: Iterable[tuple[Lexeme | str, Key]] = ()) -> None:
        self._root = Node(0)
        self._entries: dict[Key, Entry] = {}
        with _no_collection():
            for term, key in terms:
                self.add(term, key)

    def add(self, term: Lexeme | str, key: Key) -> None:
        """Add a term, or change the one that has this key. A term without a word is never found."""
        self.remove(key)
        entry = Entry(Citation(Lexeme(term) if isinstance(term, str) else term), key)
        if entry.term.words:
            self._entries[key] = entry
            self._root.add(entry)

    def remove(self, key: Key) -> None:
        """Take away the term with this key, if there is one."""
        if entry := self._entries.pop(key, None):
            entry.removed = True

    def find(self, text: str) -> list[Match[Key]]:
        """The terms in a text, in order; at each place the longest, with every term that fits it, and none within."""
        found: list[Match[Key]] = []
        last_start = last_end = -1
        for match in self.candidates(text):
            start, end, _, _ = match
            if start == last_start and end > last_end:
                found = [earlier for earlier in found if earlier.start < start]
            elif start < last_end and (start, end) != (last_start, last_end):
                continue
            found.append(match)
            last_start, last_end = start, end
        return found

    def candidates(self, text: str) -> list[Match[Key]]:
        """Every term in a text, in the order in which they begin, also those that overlap or stand within others."""
        lowered = text.lower()
        try:
            if len(lowered) == len(text):
                return self._candidates_by_spaces(text, lowered)
        except SeveralWords:
            pass
        return self._candidates_word_by_word(fold(text))

    def _candidates_by_spaces(self, text: str, lowered: str) -> list[Match[Key]]:
        pieces = lowered.split()
        answers = [*map(self._root.known.__getitem__, pieces)]
        followings = [*pieces[1:], ""]
        walk: _Walk[Key] | None = None
        for at in compress(range(len(answers)), answers):
            endings, steps = answers[at]  # type: ignore[misc]  # those that are empty are left out
            leads_on = steps and _leads_on(steps, followings[at])
            if endings or leads_on:
                walk = walk or _Walk(text, SpacedWords(lowered, pieces), simple=not may_hold_address(lowered))
                walk.begin(endings, steps if leads_on else (), at)
            elif not steps:
                raise SeveralWords
        return walk.found if walk else []

    def _candidates_word_by_word(self, folded: Folded) -> list[Match[Key]]:
        words = PartedWords(folded.text)
        walk: _Walk[Key] = _Walk(folded.original, words, simple=False)
        for at, word in enumerate(words.all):
            if answer := self._root.known[word]:
                walk.begin(*answer, at)
        return walk.found

    @property
    def openings(self) -> tuple[str, ...]:
        """What a text has to hold, folded, to hold a term: one of these."""
        return tuple(self._root.openings)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the garbage collector: all that a glossary is made of stays, and looking through it doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _leads_on(steps: tuple[Step, ...], following: str) -> bool:
    """Whether the piece of text after a word may go on with a term: a quick look, which nearly always says no."""
    opening = following[:OPENING]
    for _, openings, genitive in steps:
        if opening in openings or (genitive and following.endswith(_ATTRIBUTES)):
            return True
    return not opening.isalpha() and bool(opening)  # marks or figures may belong to a term


class _Walk(Generic[Key]):
    """Through one text, from any of its words on; ``found`` grows as it goes."""

    __slots__ = ("_first", "_simple", "_start", "_text", "_whole", "_words", "found")

    def __init__(self, text: str, words: Words, *, simple: bool) -> None:
        """``simple``: the text holds no address, and folding it moves no letter."""
        self.found: list[Match[Key]] = []
        self._text = text
        self._words = words
        self._simple = simple
        self._whole: Folded | None = None
        self._first = self._start = 0

    @property
    def _folded(self) -> Folded:
        """The whole text, folded when somebody asks: nearly never."""
        if self._whole is None:
            self._whole = fold(self._text)
        return self._whole

    def begin(self, endings: tuple[Ending, ...], steps: tuple[Step, ...], first: int) -> None:
        """Find every term that begins with the word ``first``, each once."""
        self._first = first
        self._start = start = self._words.start(first)
        found = self.found
        before = len(found)
        for ending in endings:
            entry, readings, length, plain = ending
            if not (plain and self._simple):
                self._finish((ending,), first, genitive=False)
            elif not entry.removed:
                found.append(Match(start, start + length, entry.key, readings))
        if steps:
            self._go_on(steps, first, genitive=False)
            if len(found) > before + 1:
                once = {(match.end, match.key): match for match in reversed(found[before:])}
                found[before:] = reversed(once.values())

    def _go_on(self, steps: tuple[Step, ...], at: int, *, genitive: bool) -> None:
        """Find the terms that go on after the word ``at``, which takes them the ``steps``."""
        adjacent = self._words.adjacent(at)
        after = None if adjacent else self._words.after(at)
        if not adjacent and after is None:
            return
        following = after.number if after else at + 1
        for branch, openings, makes_possessor in steps:
            if branch.word.acronym and not branch.word.fits_capitals(self._written(at)):
                continue
            possessor = genitive or makes_possessor
            answer: Answer = ()
            if after:
                answer = branch.node.answer(after.gap, after.word)
            elif adjacent[:OPENING] in openings:
                answer = branch.node.known[adjacent]
            if answer:
                self._finish(answer[0], following, genitive=possessor)
                if answer[1]:
                    self._go_on(answer[1], following, genitive=possessor)
            if possessor and not (answer and answer[0]):
                self._go_on_after_attributes(branch.node, following)

    def _go_on_after_attributes(self, node: Node, at: int) -> None:
        """Find the last word of a term after attributes of it: «ХҚКК-нің Порт-Мысалдағы өкілдігі»."""
        for _ in range(_INSERTED):
            adjacent = self._words.adjacent(at)
            if not adjacent or not self._words.word(at).endswith(_ATTRIBUTES):
                return
            at += 1
            if answer := node.known[adjacent]:
                self._finish(answer[0], at, genitive=True)

    def _finish(self, endings: tuple[Ending, ...], at: int, *, genitive: bool) -> None:
        """Find the terms that end with the word ``at``."""
        head_start = self._start if at == self._first else self._words.start(at)
        for ending in endings:
            entry, readings, length, plain = ending
            if genitive:
                readings = _possessed(entry, readings)
            start = self._start
            end = head_start + length if plain else self._end(ending, head_start)
            if end < 0 or not readings or entry.removed:
                continue
            if not self._simple:
                if self._folded.hidden(start, end):
                    continue
                start, end = self._folded.span(start, end)
            self.found.append(Match(start, end, entry.key, readings))

    def _end(self, ending: Ending, head_start: int) -> int:
        """Where a term ends whose capitals, tail or neighbours have a say; -1 if they forbid it."""
        head_end = head_start + ending.length
        first, last = self._folded.span(head_start, head_end)
        written = self._folded.original[first:last]
        if not ending.entry.head.fits_capitals(written) or self._is_other_word(ending, head_start, written):
            return -1
        return self._after(ending.entry.term.tail, head_end)

    def _is_other_word(self, ending: Ending, head_start: int, written: str) -> bool:
        head_end = head_start + ending.length
        text, last = self._folded.text, ending.entry.head
        surface = text[head_start:head_end]
        alone = len(ending.entry.term.words) == 1
        if is_unmistakable(last.text, surface, alone=alone, name=last.written[0].isupper()):
            return False
        before = _WORD_BEFORE.search(text, max(0, self._start - _CONTEXT), self._start)
        return is_other_word(
            Occurrence(
                term=last.text,
                cited=last.written,
                surface=surface,
                written=written,
                readings=ending.readings,
                alone=alone,
                before=before.group(1) if before else "",
                after=text[head_end : head_end + _CONTEXT],
            )
        )

    def _written(self, at: int) -> str:
        start = self._words.start(at)
        first, last = self._folded.span(start, start + len(self._words.word(at)))
        return self._folded.original[first:last]

    def _after(self, tail: str, at: int) -> int:
        """Where ``tail`` ends if it stands at ``at``, whatever spaces are in it; -1 if it does not."""
        text = self._folded.text
        for mark in tail:
            while text[at : at + 1] == " ":
                at += 1
            if marks(text[at : at + 1]) != mark:
                return -1
            at += 1
        return at


def _possessed(entry: Entry, readings: tuple[Features, ...]) -> tuple[Features, ...]:
    """What is left of the readings of a term's last word if a possessor stands before it."""
    if not entry.head.possessed:
        return ()
    return tuple(features for features in readings if features.of_lemma.possessor is not Possessor.NONE)
