"""Every form of every term of a glossary, in one pass over a text.

The words of the terms are the arcs of a trie. At each node a dictionary of stems proposes what a word of the text may
belong to, the grammar decides, and the answer is remembered: the same word met again costs one look-up, however large
the glossary is. A term is taken apart no further than texts ask for, so a glossary is ready at once, and a term can be
added or taken away at any time. Several threads may search at once; one that adds must be alone.
"""

import re
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from tilshi.language.kazakh.features import Case, Features, Possessor
from tilshi.language.kazakh.folding import WORD, Folded, fold, marks
from tilshi.language.kazakh.homographs import Occurrence, is_other_word, is_unmistakable
from tilshi.language.kazakh.lexeme import Citation, Lexeme, Word, head, modifier
from tilshi.language.kazakh.stems import beginnings

Key = TypeVar("Key", bound=Hashable)

_INSERTED = 2
"""Words that may stand between a possessor and what it possesses: «ХҚКК-нің Порт-Мысалдағы өкілдігі»."""

_GENITIVES = ("ның", "нің", "дың", "дің", "тың", "тің")
_ATTRIBUTES = ("дағы", "дегі", "тағы", "тегі", *_GENITIVES)
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_CONTEXT = 40
"""Code points around a match that may tell a homograph."""

_OPENING = 2
"""Letters of a word that no ending can change."""

_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")


class Match(NamedTuple, Generic[Key]):
    """A term in a text: ``start``, ``end`` in code points, and every reading of its last word, the likeliest first."""

    start: int
    end: int
    key: Key
    readings: tuple[Features, ...]


class Matcher(Generic[Key]):
    """The terms of a glossary, ready to be found. Each term has a key of the caller's own."""

    def __init__(self, terms: Iterable[tuple[Lexeme | str, Key]] = ()) -> None:
        self._root: _Node[Key] = _Node(0)
        self._entries: dict[Key, _Entry[Key]] = {}
        for term, key in terms:
            self.add(term, key)

    def add(self, term: Lexeme | str, key: Key) -> None:
        """Add a term, or change the one that has this key. A term without a word is never found."""
        self.remove(key)
        entry = _Entry(Citation(Lexeme(term) if isinstance(term, str) else term), key)
        if entry.term.words:
            self._entries[key] = entry
            self._root.add(entry)

    def remove(self, key: Key) -> None:
        """Take away the term with this key, if there is one."""
        if entry := self._entries.pop(key, None):
            entry.removed = True

    def find(self, text: str) -> list[Match[Key]]:
        """The terms in a text, in order; at each place the longest, with every term that fits it, and none within."""
        return self.find_in(fold(text))

    def find_in(self, folded: Folded) -> list[Match[Key]]:
        """As ``find``, in a text that is folded already."""
        found: list[Match[Key]] = []
        free_from = 0
        for matches in self._search(folded):
            if matches[0].start >= free_from:
                free_from = max(match.end for match in matches) if len(matches) > 1 else matches[0].end
                found.extend(match for match in matches if match.end == free_from)
        return found

    def candidates(self, text: str) -> list[Match[Key]]:
        """Every term in a text, also those that overlap or stand within others."""
        return [match for matches in self._search(fold(text)) for match in matches]

    @property
    def openings(self) -> tuple[str, ...]:
        """What a text has to hold, folded, to hold a term: one of these."""
        return tuple(self._root.openings)

    def _search(self, folded: Folded) -> Iterator[list[Match[Key]]]:
        """What begins at each word at which something begins."""
        root = self._root
        known, surfaces = root.known, WORD.findall(folded.text)
        walk: _Walk[Key] | None = None
        for at, surface in enumerate(surfaces):
            answer = known.get(surface)
            if answer is None:
                answer = root.answer("", surface)
            if not answer:
                continue
            leads_on = answer.steps and _leads_on(answer, surfaces, at)
            if leads_on or answer.endings:
                walk = walk or _Walk(folded, surfaces)
                if matches := walk.matches(answer, at) if leads_on else walk.endings(answer, at):
                    yield matches


def _leads_on(answer: "_Answer[Key]", surfaces: list[str], at: int) -> bool:
    """Whether the next word may go on with a term: a quick look, which nearly always says no."""
    if at + 1 == len(surfaces):
        return False
    following = surfaces[at + 1]
    for branch, genitive in answer.steps:
        if following[:_OPENING] in branch.openings and branch.goes_on_with(following):
            return True
        if genitive and following.endswith(_ATTRIBUTES):
            return True
    return False


class _Entry(Generic[Key]):
    """A term of the glossary; its grammar is worked out when a text first asks for it."""

    __slots__ = ("_head", "key", "removed", "term")

    def __init__(self, term: Citation, key: Key) -> None:
        self.term = term
        self.key = key
        self.removed = False
        self._head: Word | None = None

    @property
    def head(self) -> Word:
        if self._head is None:
            self._head = head(self.term)
        return self._head


class _Ending(NamedTuple, Generic[Key]):
    """A word of a text as the last one of a term.

    Of the word as written only ``length`` may belong to it; ``plain`` if nothing around it can make it another word.
    """

    entry: _Entry[Key]
    readings: tuple[Features, ...]
    length: int
    plain: bool


class _Step(NamedTuple, Generic[Key]):
    """A word of a text as one of a term before the last; ``genitive`` if that makes it a possessor of what follows."""

    branch: "_Branch[Key]"
    genitive: bool


class _Answer(NamedTuple, Generic[Key]):
    endings: tuple[_Ending[Key], ...]
    steps: tuple[_Step[Key], ...]


class _Branch(Generic[Key]):
    """Terms that go on with the same word: some end with it, others lead on to a further node, made when needed."""

    __slots__ = ("_node", "_openings", "_word", "depth", "ending", "gap", "leading_on")

    def __init__(self, entry: _Entry[Key], depth: int) -> None:
        self.depth = depth
        self.gap = entry.term.gaps[depth]
        self.ending: list[_Entry[Key]] = []
        self.leading_on: list[_Entry[Key]] = []
        self._node: _Node[Key] | None = None
        self._openings: set[str] | None = None
        self._word: Word | None = None

    def add(self, entry: _Entry[Key]) -> None:
        if len(entry.term.words) == self.depth + 1:
            self.ending.append(entry)
        else:
            self.leading_on.append(entry)
            if self._node is not None:
                self._node.add(entry)
            if self._openings is not None:
                self._openings.add(entry.term.words[self.depth + 1][:_OPENING])

    @property
    def word(self) -> Word:
        if self._word is None:
            term = self.leading_on[0].term
            self._word = modifier(term.words[self.depth], term.written(self.depth), in_capitals=term.in_capitals)
        return self._word

    @property
    def node(self) -> "_Node[Key]":
        if self._node is None:
            node: _Node[Key] = _Node(self.depth + 1)
            for entry in self.leading_on:
                node.add(entry)
            self._node = node
        return self._node

    def goes_on_with(self, surface: str) -> bool:
        """Whether ``surface`` can be the next word of one of the terms, or marks between them may matter."""
        return self.node.gapped or bool(self.node.answer("", surface))

    @property
    def openings(self) -> set[str]:
        """The first letters of the words that may follow: a quick look whether it is worth making a node."""
        if self._openings is None:
            self._openings = {entry.term.words[self.depth + 1][:_OPENING] for entry in self.leading_on}
        return self._openings

    def endings(self, surface: str) -> Iterator[_Ending[Key]]:
        for entry in self.ending:
            last = entry.head
            part = surface
            readings = last.readings(surface)
            if not readings and "-" in surface:
                # A hyphen typed for a dash, or a pair of words: the first is a word too, if an ending shows its end.
                part = surface.rpartition("-")[0]
                readings = last.readings(part) if part != last.text or last.bases else ()
            if readings:
                alone = not self.depth
                plain = not (last.acronym or entry.term.tail) and is_unmistakable(last.text, part, alone=alone)
                yield _Ending(entry, readings, len(part), plain)

    def steps(self, surface: str) -> Iterator[_Step[Key]]:
        if not self.leading_on:
            return
        readings = self.word.readings(surface)
        if Features() in readings or surface == _without_genitive(self.word.text):
            yield _Step(self, genitive=False)
        if any(features.case is Case.GENITIVE and features.person is None for features in readings):
            yield _Step(self, genitive=True)


class _Node(Generic[Key]):
    """Where some words of a term have been read: what may come next, and what is known of the words that came."""

    __slots__ = ("_asked", "_branches", "_depth", "gapped", "known", "openings")
    _REMEMBERED = 50_000

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self.gapped = False
        self._branches: dict[tuple[str, ...], _Branch[Key]] = {}
        self.openings: dict[str, list[_Branch[Key]]] = {}
        self.known: dict[str, _Answer[Key] | tuple[()]] = {}
        self._asked: dict[str, list[str]] = {}

    def add(self, entry: _Entry[Key]) -> None:
        term, depth = entry.term, self._depth
        identity: tuple[str, ...] = (term.words[depth],)
        if term.gaps[depth]:
            self.gapped = True
            identity = (*identity, term.gaps[depth])
        if (written := term.written(depth)).isupper():
            identity = (*identity, written, str(term.in_capitals))
        branch = self._branches.get(identity)
        if branch is None:
            branch = self._branches[identity] = _Branch(entry, depth)
        branch.add(entry)
        for opening in self._openings(entry):
            branches = self.openings.setdefault(opening, [])
            if branch not in branches:
                branches.append(branch)
            self._forget(opening)

    def _forget(self, opening: str) -> None:
        """What is known of words that begin so is known no longer."""
        for letters in [opening[:_OPENING]] if len(opening) >= _OPENING else [*self._asked]:
            if letters.startswith(opening[:_OPENING]):
                for question in self._asked.pop(letters, ()):
                    self.known.pop(question, None)

    def answer(self, gap: str, surface: str) -> "_Answer[Key] | tuple[()]":
        """What ``surface`` after ``gap`` can be here; empty if nothing."""
        question = f"{gap} {surface}" if gap else surface
        found = self.known.get(question)
        if found is None:
            if len(self.known) >= self._REMEMBERED:
                self.known.clear()
                self._asked.clear()
            found = self.known[question] = self._answer(gap, surface)
            self._asked.setdefault(surface[:_OPENING], []).append(question)
        return found

    def _answer(self, gap: str, surface: str) -> "_Answer[Key] | tuple[()]":
        openings = self.openings
        proposed = [openings[surface[:size]] for size in range(1, len(surface) + 1) if surface[:size] in openings]
        branches = dict.fromkeys(branch for found in proposed for branch in found if branch.gap == gap)
        endings = tuple(ending for branch in branches for ending in branch.endings(surface))
        steps = tuple(step for branch in branches for step in branch.steps(surface))
        return _Answer(endings, steps) if endings or steps else ()

    def _openings(self, entry: _Entry[Key]) -> Iterable[str]:
        text = entry.term.words[self._depth]
        if self._depth:
            return (text[:_OPENING],)  # few terms share their first words, so this tells enough
        if len(entry.term.words) > 1:
            bare = _without_genitive(text)
            return (*beginnings(text), bare) if bare else beginnings(text)
        if entry.term.lexeme.izafet or entry.term.lexeme.base:
            return {stem.text for stem in (*entry.head.stems, *entry.head.base_stems)}
        return (*beginnings(text), *beginnings(text[:-3])) if text.endswith(_PLURALS) else beginnings(text)


class _Walk(Generic[Key]):
    """Through one text, from any of its words on."""

    __slots__ = ("_folded", "_may_hide", "_spans", "_surfaces", "_text")

    def __init__(self, folded: Folded, surfaces: list[str]) -> None:
        self._folded = folded
        self._text = folded.text
        self._surfaces = surfaces
        self._may_hide = folded.has_addresses
        self._spans = [match.span() for match in WORD.finditer(folded.text)]

    def matches(self, answer: _Answer[Key], first: int) -> list[Match[Key]]:
        """Every term that begins with the word ``first``, each once."""
        found: dict[tuple[int, Key], Match[Key]] = {}
        for match in self._follow(answer, first, first, genitive=False):
            found.setdefault((match.end, match.key), match)
        return list(found.values())

    def endings(self, answer: _Answer[Key], at: int) -> list[Match[Key]]:
        """Every term that is the one word ``at``."""
        found = [self._match(ending, at, at, genitive=False) for ending in answer.endings]
        return [match for match in found if match]

    def _follow(self, answer: _Answer[Key], first: int, at: int, *, genitive: bool) -> Iterator[Match[Key]]:
        for ending in answer.endings:
            if match := self._match(ending, first, at, genitive=genitive):
                yield match
        if at + 1 == len(self._surfaces):
            return
        following = self._surfaces[at + 1]
        for branch, makes_possessor in answer.steps:
            if branch.word.acronym and not branch.word.fits_capitals(self._written(at)):
                continue
            possessor = genitive or makes_possessor
            further: _Answer[Key] | tuple[()] = ()
            if following[:_OPENING] in branch.openings:
                further = branch.node.answer(self._gap_after(at), following)
            if further:
                yield from self._follow(further, first, at + 1, genitive=possessor)
            if possessor and not (further and further.endings):
                yield from self._follow_attributes(branch.node, first, at + 1)

    def _follow_attributes(self, node: _Node[Key], first: int, at: int) -> Iterator[Match[Key]]:
        """The last word of a term, after attributes of it: «ХҚКК-нің Порт-Мысалдағы өкілдігі»."""
        for following in range(at + 1, min(at + 1 + _INSERTED, len(self._surfaces))):
            if not self._surfaces[following - 1].endswith(_ATTRIBUTES) or self._gap_after(following - 1):
                return
            if answer := node.answer("", self._surfaces[following]):
                for ending in answer.endings:
                    if match := self._match(ending, first, following, genitive=True):
                        yield match

    def _match(self, ending: _Ending[Key], first: int, at: int, *, genitive: bool) -> Match[Key] | None:
        entry, readings, length, plain = ending
        start = self._spans[first][0]
        end: int | None = self._spans[at][0] + length
        if not plain:
            end = self._end(ending, start, at)
        if genitive:
            readings = _possessed(entry, readings)
        if end is None or not readings or entry.removed:
            return None
        if self._may_hide and self._folded.hidden(start, end):
            return None
        start, end = self._folded.span(start, end)
        return Match(start, end, entry.key, readings)

    def _end(self, ending: _Ending[Key], start: int, at: int) -> int | None:
        """Where a term ends whose capitals, tail or neighbours have a say; ``None`` if they forbid it."""
        entry, head_start = ending.entry, self._spans[at][0]
        end = self._after(entry.term.tail, head_start + ending.length)
        if end is None or not entry.head.fits_capitals(self._written(at)):
            return None
        return None if self._is_other_word(ending, start, head_start) else end

    def _is_other_word(self, ending: _Ending[Key], start: int, head_start: int) -> bool:
        head_end = head_start + ending.length
        surface, last = self._text[head_start:head_end], ending.entry.head
        alone = len(ending.entry.term.words) == 1
        if is_unmistakable(last.text, surface, alone=alone):
            return False
        before = _WORD_BEFORE.search(self._text, max(0, start - _CONTEXT), start)
        first, end = self._folded.span(head_start, head_end)
        return is_other_word(
            Occurrence(
                term=last.text,
                cited=last.written,
                surface=surface,
                written=self._folded.original[first:end],
                readings=ending.readings,
                alone=alone,
                before=before.group(1) if before else "",
                after=self._text[head_end : head_end + _CONTEXT],
            )
        )

    def _written(self, at: int) -> str:
        first, last = self._folded.span(*self._spans[at])
        return self._folded.original[first:last]

    def _gap_after(self, at: int) -> str:
        """The marks between a word and the next, without spaces."""
        between = self._text[self._spans[at][1] : self._spans[at + 1][0]]
        return "" if between == " " else marks(between)

    def _after(self, tail: str, at: int) -> int | None:
        """Where ``tail`` ends if it stands at ``at``, whatever spaces are in it."""
        for mark in tail:
            while self._text[at : at + 1] == " ":
                at += 1
            if marks(self._text[at : at + 1]) != mark:
                return None
            at += 1
        return at


def _possessed(entry: _Entry[Key], readings: tuple[Features, ...]) -> tuple[Features, ...]:
    """What is left of the readings of a term's last word if a possessor stands before it."""
    if not entry.head.possessed:
        return ()
    return tuple(features for features in readings if features.of_lemma.possessor is not Possessor.NONE)


def _without_genitive(text: str) -> str:
    """A modifier that is cited in the genitive without it; nothing if it is not."""
    return text[:-3] if text.endswith(_GENITIVES) else ""
