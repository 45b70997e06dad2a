"""The words of a text and what stands between them.

Most texts are parted into words by their spaces alone, which is quick; where a piece between two spaces holds several
words («3-бап», «бала/ана») or a soft hyphen, the whole text is folded and parted word by word.
"""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Protocol

from tilshi.language.kazakh.folding import WORD, WORD_AND_GAP, fold_piece, marks


class Piece(NamedTuple):
    """What stands between two spaces: one word, or none, and the marks around it."""

    before: str
    word: str
    after: str


@lru_cache(maxsize=16_384)
def piece(lowered: str) -> Piece | None:
    """A piece of a text in lower case, folded and taken apart; ``None`` if several words or invisible marks are in it.

    Figures with marks in them are one word.
    """
    text = fold_piece(lowered)
    if text is None:
        return None
    found = WORD.search(text)
    if found is None:
        return Piece(text, "", "")
    start, end = found.span()
    if WORD.search(text, end):
        return None if any(map(str.isalpha, text)) else Piece("", text, "")
    return Piece(text[:start], found.group(), text[end:])


class Next(NamedTuple):
    """The word after another: its number, the word, and the marks (no spaces) between the two."""

    number: int
    word: str
    gap: str


class SeveralWords(Exception):
    """A piece of the text holds several words, so that the text has to be parted word by word."""


class Words(Protocol):
    """The words of a text by number; some numbers may stand for marks alone."""

    def word(self, at: int) -> str:
        """The word of this number; nothing if there are only marks."""
        ...

    def start(self, at: int) -> int:
        """Where it begins in the folded text."""
        ...

    def adjacent(self, at: int) -> str:
        """The next word as written, maybe with marks after it, if nothing but a space is before it; else nothing."""
        ...

    def after(self, at: int) -> Next | None:
        """The next word, if there is one."""
        ...


class SpacedWords:
    """The words of a text whose pieces between spaces hold one word each, or none."""

    __slots__ = ("_ends", "_pieces")

    def __init__(self, text: str, pieces: list[str]) -> None:
        self._pieces = pieces
        self._ends = [*accumulate(map(len, pieces))]
        """Where the pieces end, but for one space before each but the first."""
        if self._ends[-1] + len(pieces) - 1 != len(text):
            self._measure(text)

    def word(self, at: int) -> str:
        """The word of this number; nothing if there are only marks."""
        return self._piece(at).word

    def start(self, at: int) -> int:
        """Where it begins in the folded text."""
        own = self._pieces[at]
        start = self._ends[at] + at - len(own)
        return start if own[0].isalnum() else start + len(self._piece(at).before)

    def adjacent(self, at: int) -> str:
        """The next word as written, maybe with marks after it, if nothing but a space is before it; else nothing."""
        following = self._pieces[at + 1] if at + 1 < len(self._pieces) else ""
        return following if following[:1].isalnum() and self._pieces[at][-1].isalnum() else ""

    def after(self, at: int) -> Next | None:
        """The next word, if there is one."""
        gap = self._piece(at).after
        for number in range(at + 1, len(self._pieces)):
            before, word, _ = self._piece(number)
            gap += before
            if word:
                return Next(number, word, gap and marks(gap))
        return None

    def _measure(self, text: str) -> None:
        """Spaces at the ends, or several in a row."""
        end = 0
        for at, own in enumerate(self._pieces):
            end = text.index(own, end) + len(own)
            self._ends[at] = end - at

    def _piece(self, at: int) -> Piece:
        found = piece(self._pieces[at])
        if found is None:
            raise SeveralWords
        return found


class PartedWords:
    """The words of any text."""

    __slots__ = ("_ends", "_parts", "all")

    def __init__(self, text: str) -> None:
        self._parts = WORD_AND_GAP.split(text)  # gap, word, gap, word, …, gap
        self._ends = [*accumulate(map(len, self._parts))]
        self.all = self._parts[1::2]

    def word(self, at: int) -> str:
        """The word of this number."""
        return self.all[at]

    def start(self, at: int) -> int:
        """Where it begins in the folded text."""
        return self._ends[2 * at]

    def adjacent(self, at: int) -> str:
        """The next word, if nothing but a space is before it; else nothing."""
        return self.all[at + 1] if at + 1 < len(self.all) and not marks(self._parts[2 * at + 2]) else ""

    def after(self, at: int) -> Next | None:
        """The next word, if there is one."""
        if at + 1 == len(self.all):
            return None
        return Next(at + 1, self.all[at + 1], marks(self._parts[2 * at + 2]))
