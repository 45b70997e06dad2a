"""A term as a glossary cites it, and what its words are: which one inflects, from which base, with which stems."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tilshi.language.kazakh.acronyms import is_acronym
from tilshi.language.kazakh.features import Features, Possessor
from tilshi.language.kazakh.folding import WORD, Folded, fold, fold_word
from tilshi.language.kazakh.grammar import BACK, FRONT, MACHINE, SOUNDS
from tilshi.language.kazakh.izafet import Base, looks_possessed, plural_bases, possessed_bases
from tilshi.language.kazakh.machine import StemClass
from tilshi.language.kazakh.stems import NO_OVERRIDES, Overrides, Stem, alternants

_BOTH = (BACK, FRONT)
_ANY_SOUND = StemClass(None, _BOTH)

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


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a term: ``written`` as in the citation, ``text`` folded, ``gap`` what stands before it in the term.

    ``stems`` are those of the word as cited; ``base_stems`` those of its ``bases`` if it is, or may be, cited possessed
    or in the plural; ``only_base`` if that is certain.
    """

    written: str
    text: str
    gap: str
    acronym: bool
    stems: tuple[Stem, ...]
    bases: tuple[Base, ...] = ()
    base_stems: tuple[Stem, ...] = ()
    only_base: bool = False

    def readings(self, surface: str, original: str) -> tuple[Features, ...]:
        """Every form of this word that ``surface`` (folded; ``original``: as written) can be, the likeliest first.

        The features are those of the base where the word is cited on one: «заңына» for «заңы» is px3 dat.
        """
        if self.acronym and not _as_capitals(self.written, original):
            return ()
        surface = _PARTICLE.sub("", surface)
        found = [] if self.only_base else _read(self.stems, surface, detached=self.detached)
        on_base = _read(self.base_stems, surface, detached=False)
        if self.possessed:
            on_base = [features for features in on_base if features.of_lemma.possessor is not Possessor.NONE]
        return tuple(dict.fromkeys((*on_base, *found)))

    @property
    def possessed(self) -> bool:
        """Whether it is, or may be, cited possessed."""
        return bool(self.bases) and self.bases[0].cited.possessor is Possessor.THIRD

    @property
    def detached(self) -> bool:
        """Whether endings may follow after a hyphen: acronyms, capitals, words that end in no Kazakh letter."""
        return self.acronym or self.written.isupper() or self.text[-1:] not in SOUNDS

    @property
    def opening(self) -> str:
        """What all forms of this word begin with, folded."""
        texts = [stem.text for stem in (*self.stems, *self.base_stems)]
        shortest, longest = min(texts), max(texts)
        same = next((at for at, letter in enumerate(shortest) if letter != longest[at : at + 1]), len(shortest))
        return shortest[:same]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A term taken apart: ``modifiers``, the ``head``, which inflects, and a ``tail`` that does not («(ХҚКК)»)."""

    modifiers: tuple[Word, ...]
    head: Word
    head_span: tuple[int, int]
    """Where the head stands in the citation, in code points."""
    tail: str

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return (*self.modifiers, self.head)


@lru_cache(maxsize=20_000)
def parse(term: "Lexeme | str") -> Phrase | None:
    """Take a term apart; ``None`` if it holds no word."""
    lexeme = Lexeme(term) if isinstance(term, str) else term
    folded = fold(lexeme.text)
    tokens = list(WORD.finditer(folded.text))
    bracket = folded.text.find("(") if folded.text.rstrip().endswith(")") else -1
    tokens = [token for token in tokens if bracket <= 0 or token.end() <= bracket] or tokens
    if not tokens:
        return None
    words = [_Token(folded, tokens, number) for number in range(len(tokens))]
    shouting = len(words) > 1 and all(word.written.isupper() for word in words)
    modifiers = tuple(word.modifier(shouting=shouting) for word in words[:-1])
    head = words[-1].head(lexeme, shouting=shouting, alone=not modifiers)
    tail = "".join(folded.text[tokens[-1].end() :].split())
    return Phrase(modifiers, head, folded.span(*tokens[-1].span()), tail)


class _Token:
    """A word of a citation on its way to become a ``Word``."""

    def __init__(self, folded: Folded, tokens: list[re.Match[str]], number: int) -> None:
        self.text = tokens[number].group()
        start, end = folded.span(*tokens[number].span())
        self.written = folded.original[start:end]
        before = folded.text[tokens[number - 1].end() : tokens[number].start()] if number else ""
        self.gap = "".join(before.split())

    def modifier(self, *, shouting: bool) -> Word:
        acronym = is_acronym(self.written) and not shouting
        return Word(self.written, self.text, self.gap, acronym, _stems(self.text, acronym=acronym))

    def head(self, lexeme: Lexeme, *, shouting: bool, alone: bool) -> Word:
        acronym = (is_acronym(self.written) and not shouting) if lexeme.acronym is None else lexeme.acronym
        stems = _stems(self.text, acronym=acronym, overrides=lexeme.overrides)
        bases = () if acronym else _bases(self.text, lexeme, alone=alone)
        base_stems = tuple(dict.fromkeys(stem for base in bases for stem in alternants(base.text, lexeme.overrides)))
        certain = bool(bases) and (lexeme.base is not None or lexeme.izafet is True)
        return Word(self.written, self.text, self.gap, acronym, stems, bases, base_stems, certain)


def _stems(text: str, *, acronym: bool, overrides: Overrides = NO_OVERRIDES) -> tuple[Stem, ...]:
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


def _as_capitals(written: str, original: str) -> bool:
    length = len(written)
    return original[:length].isupper() or (length > 3 and original[:length].istitle())


def _read(stems: tuple[Stem, ...], surface: str, *, detached: bool) -> list[Features]:
    found: list[Features] = []
    for stem in stems:
        if surface.startswith(stem.text):
            ending = surface[len(stem.text) :]
            if detached and ending.startswith("-"):
                ending = ending[1:]
            found.extend(MACHINE.readings(stem.kind, ending))
    return found
