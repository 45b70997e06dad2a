"""What a text has to hold for a rule to say anything about it: most rules need not be asked about most texts.

A text is taken as its pieces between spaces. Like words, they come again and again, however much the texts differ; what
a piece may mean to each rule is asked once and remembered, so that passing over a rule costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Final, TypeAlias

from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.language.tags import primary

Fits: TypeAlias = Callable[[str, str], object]
"""Whether a piece of text, in a language (its primary subtag), may be part of what a rule looks for.

It must not matter which digits stand in it.
"""

EVERYTHING: Final = -1
"""The bits of a text about which every rule is asked."""

_DIGITS: Final = str.maketrans("123456789", "000000000")
"""Numbers seldom come again, their shapes do."""

_LONGEST_PIECE: Final = 80
_LONGEST: Final = 20_000
"""Code points from which on looking at every piece costs more than asking the rules."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A rule is asked only where a piece `fits`: one of the `target`, maybe a text on its own, or of the `source`.

    `unless`: also where no piece of the target fits that.
    """

    fits: Fits
    target: bool = True
    source: bool = False
    unless: Fits | None = None

    @property
    def in_source(self) -> Hint:
        """The same, looked for in the source alone."""
        return Hint(self.fits, target=False, source=True)

    @property
    def in_either(self) -> Hint:
        """The same, looked for in the source and in the translation."""
        return Hint(self.fits, source=True)


def holding(expression: str, flags: int = 0) -> Hint:
    """Where a regular expression is found within a piece, in any language."""
    pattern = Pattern(expression, flags)

    def fits(piece: str, _language: str) -> object:
        return pattern.search(piece)

    return Hint(fits)


class Pieces(dict[str, int]):
    """The bits of each piece of a language that was met; those that are not known yet are worked out.

    `usual` are the bits that are set where no piece takes them away.
    """

    __slots__ = ("_fits", "_language", "_usual")
    _MANY = 50_000

    def __init__(self, language: str, fits: Mapping[int, Fits], usual: int = 0) -> None:
        super().__init__()
        self._language = primary(language)
        self._fits = tuple(fits.items())
        self._usual = usual

    def bits(self, read: Passage) -> int:
        """Which of the hints a text holds. What is marked, rather than written, no piece shows."""
        if read.text.marks or len(read.prose) > _LONGEST:
            return EVERYTHING
        return reduce(or_, map(self.__getitem__, read.prose.split(" "))) ^ self._usual

    def __missing__(self, piece: str) -> int:
        if len(piece) > _LONGEST_PIECE:
            return EVERYTHING ^ self._usual
        if len(self) >= self._MANY:
            self.clear()
        alike = piece.translate(_DIGITS)
        found = self[piece] = self[alike] if alike != piece else self._asked(piece)
        return found

    def _asked(self, piece: str) -> int:
        found, language = 0, self._language
        for bit, fits in self._fits:
            if fits(piece, language):
                found |= bit
        return found
