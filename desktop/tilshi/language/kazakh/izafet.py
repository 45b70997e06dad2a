"""From a citation form back to its base: «соғыс заңы» is cited possessed, «соғыс ережелері» possessed and plural.

The base is what plurals and cases build on: заң, заңдары; қылмыс, not «қылмы» + сы. Candidates are proposed by spelling
and kept only if the grammar leads from them to the citation form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tilshi.language.kazakh.features import Features, Number, Possessor
from tilshi.language.kazakh.grammar import MACHINE, SOUNDS
from tilshi.language.kazakh.lexicon import BASES_IN_Y, DROPPING, DROPPING_IN_SPEECH, NO_PLURALS
from tilshi.language.kazakh.machine import Sound
from tilshi.language.kazakh.stems import alternants, restored

_PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")

_BASE_IN_S = re.compile(
    r"(?:(?<![ш])(?<![бвгджзйкқлмнңпрстфхчш][ғқгк])[ыі]с|(?:отан|заман|қарын|қан|жол|құр|аға)[лдт]ас"
    r"|(?:пікір|қызмет|әріп|серік|тілек|үзең)[лдт]ес|(?:сыр|мұң)лас|кеңес|үлес|елес|белес|күрес|егес|талас|мирас|атлас"
    r"|(?:проце|прогре|конгре|регре|стре|пре|кла)с)$"
)
"""Bases in -с; in other words in -сы and -сі the с belongs to the possessive (мұрасы: мұра; соққысы: соққы)."""

_LINKED = re.compile(r"(?:[лнр][кг]|кт|пт|ск)ісі$")
"""The possessive of a loan with a linking vowel: субъектісі, банкісі."""

_ENDS_IN_VOWEL = re.compile(
    r"(?:[бвгғджзйкқлмнңпрстфхч]ш|[ую]ш|[ае](?<!аға)(?<!ала)(?<!ша)ш|[бвгджзйкқлмнңпрстфхчш][ғқ]|л[гк](?<!полк))[ыі]$"
)
"""Words whose last vowel is their own: agents in -шы (тілші, аудармашы, құтқарушы), nouns in -ғы (құрылғы, үлгі)."""

_NATIVE = frozenset("әіңғүұқөһ")


@dataclass(frozen=True, slots=True)
class Base:
    """A base in lower case, and the features that its citation form adds to it."""

    text: str
    cited: Features


@lru_cache(maxsize=20_000)
def possessed_bases(word: str) -> tuple[Base, ...]:
    """Bases of ``word`` (lower case) read as possessed by a third person, the likeliest first; none if it cannot be."""
    if len(word) < 3 or word[-1] not in "ыі":
        return ()
    proposed = [(base, Number.PLURAL) for base in _unplural(word[:-1])]
    proposed += [(base, Number.SINGULAR) for base in _unpossessed(word)]
    found = (Base(base, Features(number, Possessor.THIRD)) for base, number in proposed)
    return tuple(base for base in dict.fromkeys(found) if _is_word(base.text) and _leads_to(base, word))


def looks_possessed(word: str) -> bool:
    """Whether ``word`` (lower case), the last of several, is rather possessed than ending in a vowel of its own."""
    last = word.rpartition("-")[2]
    if last in BASES_IN_Y or not possessed_bases(word):
        return False
    return not _ENDS_IN_VOWEL.search(last) or restored(last[:-1])[0] in DROPPING | DROPPING_IN_SPEECH


@lru_cache(maxsize=20_000)
def plural_bases(word: str) -> tuple[Base, ...]:
    """Bases of ``word`` (lower case) read as a plural; none if it cannot be."""
    found = (Base(base, Features(Number.PLURAL)) for base in _unplural(word))
    return tuple(base for base in found if _leads_to(base, word))


def _unplural(word: str) -> Iterator[str]:
    if word.endswith(_PLURALS) and word not in NO_PLURALS and len(word) > 4:
        yield word[:-3]


def _unpossessed(word: str) -> Iterator[str]:
    if _LINKED.search(word):
        yield word[:-3]
    after_vowel = word[-2] == "с" and SOUNDS.get(word[-3:-2]) is Sound.VOWEL
    in_s = _BASE_IN_S.search(word[:-1]) and word[:-2] not in BASES_IN_Y
    if after_vowel and not in_s:
        yield word[:-2]
    yield from restored(word[:-1])
    if after_vowel and in_s:
        yield word[:-2]


def _is_word(base: str) -> bool:
    """Whether a word can end so: none in ғ, and in д only loans (so that «мәлімдеді» is no possessive)."""
    return not base.endswith("ғ") and not (base.endswith("д") and _NATIVE & set(base))


def _leads_to(base: Base, word: str) -> bool:
    for stem in alternants(base.text):
        if word.startswith(stem.text):
            strict = stem.kind._replace(harmonies=stem.kind.harmonies[:1])
            if base.cited in MACHINE.readings(strict, word[len(stem.text) :]):
                return True
    return False
