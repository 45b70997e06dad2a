"""A term as a glossary cites it, and what its words are: which one inflects, from which base, with which stems."""

import re
from dataclasses import dataclass

from tilshi.language.kazakh.acronyms import is_acronym
from tilshi.language.kazakh.features import Features, Possessor
from tilshi.language.kazakh.folding import WORD, fold, fold_word, is_plain, marks
from tilshi.language.kazakh.grammar import BACK, FRONT, MACHINE, SOUNDS
from tilshi.language.kazakh.izafet import Base, looks_possessed, plural_bases, possessed_bases
from tilshi.language.kazakh.machine import StemClass
from tilshi.language.kazakh.stems import Overrides, Stem, alternants

_ANY_SOUND = StemClass(None, (BACK, FRONT))

_PARTICLE = re.compile(r"-(?:ақ|ау|ай)$")
"""Particles that join the finished form with a hyphen: заманнан-ақ, "from the very time"."""


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A term and what its glossary entry knows better than the rules; ``None`` leaves a matter to the rules.

    ``text``: the citation form. For its last word: ``harmony`` (``BACK`` or ``FRONT``); ``linking_vowel``: takes -і
    before endings (банкіге); ``voicing``: қ к п become ғ г б before a vowel; ``izafet``: it is cited possessed («соғыс
    заңы»); ``base``: the same word without its possessive («заң»); ``acronym``: endings join with a hyphen.
    """

    text: str
    harmony: int | None = None
    linking_vowel: bool | None = None
    voicing: bool | None = None
    izafet: bool | None = None
    base: str | None = None
    acronym: bool | None = None

    @property
    def overrides(self) -> Overrides:
        """The part that concerns the stems of the last word."""
        return Overrides(self.harmony, self.linking_vowel, self.voicing)


class Citation:
    """A term taken apart: its ``words`` (folded), of which the last inflects; a term without a word has none.

    ``gaps`` are the marks, without spaces, before each; the ``tail`` does not inflect («(ХҚКК)»).
    """

    __slots__ = ("_spans", "gaps", "lexeme", "tail", "words")

    def __init__(self, lexeme: Lexeme) -> None:
        self.lexeme = lexeme
        self._spans: tuple[tuple[int, int], ...] = ()
        lowered = lexeme.text.lower()
        if is_plain(lowered):  # nearly every term: saves half the time of opening a glossary
            self.words = tuple(lowered.split())
            self.gaps: tuple[str, ...] = ("",) * len(self.words)
            self.tail = ""
        else:
            self._take_apart()

    def written(self, number: int) -> str:
        """The word of this number as the term has it."""
        if not self._spans:
            return self.lexeme.text.split()[number]
        start, end = self._spans[number]
        return self.lexeme.text[start:end]

    def span(self, number: int) -> tuple[int, int]:
        """Where the word of this number stands in the term, in code points."""
        if not self._spans:
            self._take_apart()
        return self._spans[number]

    @property
    def in_capitals(self) -> bool:
        """Whether a glossary shouts: then capitals make no acronym."""
        return len(self.words) > 1 and self.lexeme.text.isupper()

    def _take_apart(self) -> None:
        folded = fold(self.lexeme.text)
        found = list(WORD.finditer(folded.text))
        if folded.text.endswith(")") and (bracket := folded.text.find("(")) > 0:
            found = [match for match in found if match.end() <= bracket] or found
        ends = [found[0].start() if found else 0, *(match.end() for match in found)]
        self.words = tuple(match.group() for match in found)
        self.gaps = tuple(marks(folded.text[end : match.start()]) for end, match in zip(ends, found, strict=False))
        self.tail = marks(folded.text[ends[-1] :])
        self._spans = tuple(folded.span(*match.span()) for match in found)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a term (``text`` folded, ``written`` as cited) and its stems.

    ``stems`` are those of the word as cited; ``base_stems`` those of its ``bases`` if it is, or may be, cited possessed
    or in the plural; ``only_base`` if that is certain. Endings of ``detached`` words may follow after a hyphen:
    acronyms, capitals, words that end in no Kazakh letter.
    """

    text: str
    written: str
    acronym: bool
    detached: bool
    stems: tuple[Stem, ...]
    bases: tuple[Base, ...] = ()
    base_stems: tuple[Stem, ...] = ()
    only_base: bool = False

    def readings(self, surface: str) -> tuple[Features, ...]:
        """Every form of this word that ``surface`` (folded) can be, the likeliest first.

        The features are those of the base where the word is cited on one: «заңына» for «заңы» is px3 dat.
        """
        if "-" in surface:
            surface = _PARTICLE.sub("", surface)
        found = () if self.only_base else _read(self.stems, surface, detached=self.detached)
        if not self.bases:
            return found
        on_base = _read(self.base_stems, surface, detached=False)
        if self.possessed:
            on_base = tuple(features for features in on_base if features.of_lemma.possessor is not Possessor.NONE)
        return tuple(dict.fromkeys((*on_base, *found)))

    def fits_capitals(self, written: str) -> bool:
        """Whether ``written`` has the capitals of an acronym: «бақ» is no БАҚ, but «Нато» is НАТО."""
        beginning = written[: len(self.written)]
        return not self.acronym or beginning.isupper() or (len(beginning) > 3 and beginning.istitle())

    @property
    def possessed(self) -> bool:
        """Whether it is, or may be, cited possessed."""
        return bool(self.bases) and self.bases[0].cited.possessor is Possessor.THIRD


def modifier(text: str, written: str, *, in_capitals: bool = False) -> Word:
    """A word of a term before the last."""
    acronym = not in_capitals and is_acronym(written)
    stems = _stems(text, Overrides(), acronym=acronym)
    return Word(text, written, acronym, acronym or _takes_hyphen(text, written), stems)


def head(term: Citation) -> Word:
    """The last word of a term, which inflects."""
    text, written, lexeme = term.words[-1], term.written(-1), term.lexeme
    acronym = not term.in_capitals and is_acronym(written) if lexeme.acronym is None else lexeme.acronym
    stems = _stems(text, lexeme.overrides, acronym=acronym)
    bases = () if acronym else _bases(text, lexeme, alone=len(term.words) == 1)
    base_stems = tuple(dict.fromkeys(stem for base in bases for stem in alternants(base.text, lexeme.overrides)))
    certain = bool(bases) and (lexeme.base is not None or lexeme.izafet is True)
    detached = acronym or _takes_hyphen(text, written)
    return Word(text, written, acronym, detached, stems, bases, base_stems, certain)


def _takes_hyphen(text: str, written: str) -> bool:
    return written.isupper() or text[-1] not in SOUNDS


def _stems(text: str, overrides: Overrides, *, acronym: bool) -> tuple[Stem, ...]:
    if acronym or (text[-1:] not in SOUNDS and not text.endswith(("ь", "ъ"))):
        return (Stem(text, _ANY_SOUND),)
    return alternants(text, overrides)


def _bases(text: str, lexeme: Lexeme, *, alone: bool) -> tuple[Base, ...]:
    if lexeme.base is not None:
        cited = next((base.cited for base in possessed_bases(text)), Features(possessor=Possessor.THIRD))
        return (Base(fold_word(lexeme.base).split()[-1], cited),)
    guessed = lexeme.izafet is None and not alone and looks_possessed(text)
    possessed = possessed_bases(text) if lexeme.izafet or guessed else ()
    return possessed or plural_bases(text)


def _read(stems: tuple[Stem, ...], surface: str, *, detached: bool) -> tuple[Features, ...]:
    found: tuple[Features, ...] = ()
    for stem in stems:
        if surface.startswith(stem.text):
            ending = surface[len(stem.text) :]
            if detached and ending.startswith("-"):
                ending = ending[1:]
            found += MACHINE.readings(stem.kind, ending)
    return found
