"""The words of a glossary's terms as a trie, and what a word of a text can be at each of its nodes."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tilshi.language.kazakh.features import Case, Features
from tilshi.language.kazakh.homographs import is_unmistakable
from tilshi.language.kazakh.lexeme import Citation, Word, head, modifier
from tilshi.language.kazakh.pieces import piece
from tilshi.language.kazakh.stems import beginnings

OPENING = 2
"""Letters of a word that no ending can change."""

GENITIVES = ("ның", "нің", "дың", "дің", "тың", "тің")
_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")


class Entry:
    """A term of the glossary with the caller's key; its grammar is worked out when a text first asks for it."""

    __slots__ = ("_head", "key", "removed", "term")

    def __init__(self, term: Citation, key: Any) -> None:
        self.term = term
        self.key = key
        self.removed = False
        self._head: Word | None = None

    @property
    def head(self) -> Word:
        """The last word of the term."""
        if self._head is None:
            self._head = head(self.term)
        return self._head


class Ending(NamedTuple):
    """A word of a text as the last one of a term.

    Of the word as written only ``length`` may belong to it; ``plain`` if nothing around it can make it another word.
    """

    entry: Entry
    readings: tuple[Features, ...]
    length: int
    plain: bool


class Step(NamedTuple):
    """A word of a text as one of a term before the last; ``genitive`` if that makes it a possessor of what follows.

    ``openings``: the first letters of what may follow; a quick look whether it is worth going on.
    """

    branch: "Branch"
    openings: set[str]
    genitive: bool


Answer = tuple[tuple[Ending, ...], tuple[Step, ...]] | tuple[()]
"""What a word of a text can be: the last of some terms, one before the last of others; empty if nothing."""


class Branch:
    """Terms that go on with the same word: some end with it, others lead on to a further node, made when needed."""

    __slots__ = ("_node", "_openings", "_word", "depth", "ending", "gap", "leading_on")

    def __init__(self, entry: Entry, depth: int) -> None:
        self.depth = depth
        self.gap = entry.term.gaps[depth]
        self.ending: list[Entry] = []
        self.leading_on: list[Entry] = []
        self._node: Node | None = None
        self._openings: set[str] | None = None
        self._word: Word | None = None

    def add(self, entry: Entry) -> None:
        """Add a term whose words up to here are those of this branch."""
        if len(entry.term.words) == self.depth + 1:
            self.ending.append(entry)
            return
        self.leading_on.append(entry)
        if self._node is not None:
            self._node.add(entry)
        if self._openings is not None:
            self._openings.add(entry.term.words[self.depth + 1][:OPENING])

    @property
    def word(self) -> Word:
        """The word, where it is not the last."""
        if self._word is None:
            term = self.leading_on[0].term
            self._word = modifier(term.words[self.depth], term.written(self.depth), in_capitals=term.in_capitals)
        return self._word

    @property
    def node(self) -> "Node":
        """What may come after the word."""
        if self._node is None:
            node = Node(self.depth + 1)
            for entry in self.leading_on:
                node.add(entry)
            self._node = node
        return self._node

    def endings(self, surface: str) -> Iterator[Ending]:
        """The terms of which ``surface`` can be the last word."""
        for entry in self.ending:
            last, part = entry.head, surface
            readings = last.readings(surface)
            if not readings and "-" in surface:
                # A hyphen typed for a dash, or a pair of words: the first is a word too, if an ending shows its end.
                part = surface.rpartition("-")[0]
                readings = last.readings(part) if part != last.text or last.bases else ()
            if readings:
                marked = last.acronym or entry.term.tail
                name = last.written[0].isupper()
                plain = not marked and is_unmistakable(last.text, part, alone=not self.depth, name=name)
                yield Ending(entry, readings, len(part), plain)

    def steps(self, surface: str) -> Iterator[Step]:
        """Whether ``surface`` can be the word, as it is cited or as a possessor."""
        if not self.leading_on:
            return
        if self._openings is None:
            self._openings = {entry.term.words[self.depth + 1][:OPENING] for entry in self.leading_on}
        text = self.leading_on[0].term.words[self.depth]
        if surface in {text, without_genitive(text)}:
            yield Step(self, self._openings, genitive=False)
        elif surface.endswith(GENITIVES) and any(map(_is_genitive, self.word.readings(surface))):
            yield Step(self, self._openings, genitive=True)


class _Memory(dict[str, Answer]):
    """The answers of a node to pieces of text, by what is written; what is not known yet is asked.

    Marks may follow the word; before it they may stand at the first node only, where no word has come yet.
    """

    __slots__ = ("_node",)
    _LARGEST = 50_000

    def __init__(self, node: "Node") -> None:
        super().__init__()
        self._node = node

    def __missing__(self, written: str) -> Answer:
        if len(self) >= self._LARGEST:
            self.clear()
        found = self[written] = self._ask(written)
        return found

    def _ask(self, written: str) -> Answer:
        found = piece(written)
        if found is None:
            return SEVERAL
        if not found.word or (found.before and self._node.depth):
            return ()
        return self._node.answer("", found.word)


SEVERAL: Answer = ((), ())
"""The answer to a piece of text that holds several words."""


class Node:
    """Where some words of a term have been read: what may come next, and what is known of the words that came."""

    __slots__ = ("_branches", "depth", "gapped", "known", "openings")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self._branches: dict[tuple[str, ...], Branch] = {}
        self.gapped = False
        self.openings: dict[str, list[Branch]] = {}
        self.known = _Memory(self)

    def add(self, entry: Entry) -> None:
        """Add a term whose words before this node are those that lead to it."""
        term, depth = entry.term, self.depth
        identity: tuple[str, ...] = (term.words[depth],)
        if term.gaps[depth]:
            self.gapped = True
            identity = (*identity, term.gaps[depth])
        if (written := term.written(depth)).isupper():
            identity = (*identity, written, str(term.in_capitals))
        branch = self._branches.get(identity)
        if branch is None:
            branch = self._branches[identity] = Branch(entry, depth)
        branch.add(entry)
        for opening in self._openings(entry):
            branches = self.openings.setdefault(opening, [])
            if branch not in branches:
                branches.append(branch)
            if self.known:
                self._forget(opening)

    def answer(self, gap: str, surface: str) -> Answer:
        """What ``surface`` after ``gap`` can be here; not remembered, see ``known``."""
        openings = self.openings
        proposed = [openings[surface[:size]] for size in range(1, len(surface) + 1) if surface[:size] in openings]
        branches = dict.fromkeys(branch for found in proposed for branch in found if branch.gap == gap)
        endings = tuple(ending for branch in branches for ending in branch.endings(surface))
        steps = tuple(step for branch in branches for step in branch.steps(surface))
        return (endings, steps) if endings or steps else ()

    def _forget(self, opening: str) -> None:
        """What is known of words that begin so is known no longer."""
        for surface in [known for known in self.known if opening in known]:
            del self.known[surface]

    def _openings(self, entry: Entry) -> Iterable[str]:
        text = entry.term.words[self.depth]
        if self.depth:
            return (text[:OPENING],)  # few terms share their first words, so this tells enough
        if len(entry.term.words) > 1:
            bare = without_genitive(text)
            return (*beginnings(text), bare) if bare else beginnings(text)
        if entry.term.lexeme.izafet or entry.term.lexeme.base:
            return {stem.text for stem in (*entry.head.stems, *entry.head.base_stems)}
        return (*beginnings(text), *beginnings(text[:-3])) if text.endswith(_PLURALS) else beginnings(text)


def without_genitive(text: str) -> str:
    """A modifier that is cited in the genitive without it; nothing if it is not."""
    return text[:-3] if text.endswith(GENITIVES) else ""


def _is_genitive(features: Features) -> bool:
    return features.case is Case.GENITIVE and features.person is None
