"""A term as a glossary cites it, and what its words are: which one inflects, from which base, with which stems."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tilshi.language.kazakh.acronyms import is_acronym
from tilshi.language.kazakh.features import Case, Features, Possessor
from tilshi.language.kazakh.folding import fold_word
from tilshi.language.kazakh.grammar import BACK, FRONT, MACHINE, SOUNDS
from tilshi.language.kazakh.izafet import Base, plural_bases, possessed_bases
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
    """One word of a term: ``written`` as in the citation, ``text`` folded.

    ``stems`` are those of the word as cited; ``base_stems`` those of its ``bases`` if it is, or may be, cited possessed
    or in the plural; ``only_base`` if that is certain.
    """

    written: str
    text: str
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
        found = [] if self.only_base else list(_read(self.stems, surface, detached=self.detached))
        if self.bases:
            possessed = self.bases[0].cited.possessor is Possessor.THIRD
            on_base = _read(self.base_stems, surface, detached=False)
            wanted = [features for features in on_base if not possessed or _is_possessed(features)]
            found = [*wanted, *found]
        return tuple(dict.fromkeys(found))

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
    """A term taken apart: ``modifiers``, then the ``head``, which inflects."""

    modifiers: tuple[Word, ...]
    head: Word

    @property
    def possessed(self) -> bool:
        """Whether the head is, or may be, cited possessed, so that its modifiers may take or lose the genitive."""
        return bool(self.head.bases) and self.head.bases[0].cited.possessor is Possessor.THIRD

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return (*self.modifiers, self.head)


@lru_cache(maxsize=20_000)
def parse(term: "Lexeme | str") -> Phrase:
    """Take a term apart.

    Raises:
        ValueError: the term holds no word.
    """
    lexeme = Lexeme(term) if isinstance(term, str) else term
    tokens = lexeme.text.split()
    if not tokens:
        raise ValueError("an empty term has no forms")
    shouting = len(tokens) > 1 and all(token.isupper() for token in tokens)
    modifiers = tuple(_modifier(token, acronym=is_acronym(token) and not shouting) for token in tokens[:-1])
    return Phrase(modifiers, _head(tokens[-1], lexeme, shouting=shouting, alone=not modifiers))


def _modifier(token: str, *, acronym: bool) -> Word:
    text = fold_word(token)
    return Word(token, text, acronym, _stems(text, acronym=acronym))


def _head(token: str, lexeme: Lexeme, *, shouting: bool, alone: bool) -> Word:
    text = fold_word(token)
    acronym = (is_acronym(token) and not shouting) if lexeme.acronym is None else lexeme.acronym
    stems = _stems(text, acronym=acronym, overrides=lexeme.overrides)
    bases = () if acronym else _bases(text, lexeme, alone=alone)
    base_stems = tuple(dict.fromkeys(stem for base in bases for stem in alternants(base.text, lexeme.overrides)))
    certain = bool(bases) and (lexeme.base is not None or lexeme.izafet is True)
    return Word(token, text, acronym, stems, bases, base_stems, certain)


def _stems(text: str, *, acronym: bool, overrides: Overrides = NO_OVERRIDES) -> tuple[Stem, ...]:
    if acronym or (text[-1:] not in SOUNDS and not text.endswith(("ь", "ъ"))):
        return (Stem(text, _ANY_SOUND),)
    return alternants(text, overrides)


def _bases(text: str, lexeme: Lexeme, *, alone: bool) -> tuple[Base, ...]:
    if lexeme.base is not None:
        cited = next((base.cited for base in possessed_bases(text)), Features(possessor=Possessor.THIRD))
        return (Base(fold_word(lexeme.base).split()[-1], cited),)
    possessed = possessed_bases(text) if lexeme.izafet or (lexeme.izafet is None and not alone) else ()
    return possessed or plural_bases(text)


def _is_possessed(features: Features) -> bool:
    return features.of_lemma.possessor is not Possessor.NONE


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


def is_genitive(features: Features) -> bool:
    """Whether a modifier in this form is the possessor of its head."""
    return features.case is Case.GENITIVE and features.person is None
