"""Stem alternants of one word: the shapes a Kazakh stem takes before vowels, before consonants, and alone."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tilshi.language.kazakh.grammar import FRONT, SOUNDS, VOWELS
from tilshi.language.kazakh.harmony import harmonies
from tilshi.language.kazakh.lexicon import DROPPING, DROPPING_IN_SPEECH
from tilshi.language.kazakh.machine import Join, Sound, StemClass

VOICED = {"қ": "ғ", "к": "г", "п": "б"}
_LOST = {"с": "тс", "л": "ь", "р": "ь", "з": "д"}

_LINKING = re.compile(r"(?:кт|пт|[лнр][кг]|ск|пункт|тест|текст)$")
"""Final clusters of loans that may take a linking -і and then behave as if they ended in a vowel: банкі, субъектіге."""

_LOSING_A_LETTER = re.compile(r"(?:сс|[аеиоуыэюя].*[аеиоуыэюя]ст|[^аеиоуыэюя]езд)$")
"""Final сс, ст, зд that lose a letter before any suffix: процес(с), журналис(т), съез(д)."""

_UNVOICED = re.compile(r"(?:[^аеиоуыэюяәөүұі]п|ип|[фвцщёэ].*п|^тарап|(?<!^кі)тап)$")
"""Final п that stays before a vowel: loans of the принцип kind, and тарап."""

_MAYBE_UNVOICED = re.compile(r"(?:п|[аоуиэюя]к)$")
"""Endings after which writers differ: the full stem is recognised before a vowel too."""

_ENDS_VOICED = re.compile(r"(?:[аоуяюнрл]г|(?:клу|шта|ку|ара|кра|гер|тром|бом)б)$")
"""Loans and names whose г or б is their own: педагогы, клубы, арабы."""

_ENDS_IN_LOST_LETTER = re.compile(r"(?:(?:ал|ор|он|ам)ис|процес|прогрес|конгрес|стрес|клас|прес|ил|лагер)$")
"""Loans that have lost a letter before the vowel: процесі, модулі."""


@dataclass(frozen=True, slots=True)
class Stem:
    """One alternant in lower case and what its suffixes have to know of it."""

    text: str
    kind: StemClass


@dataclass(frozen=True, slots=True)
class Overrides:
    """What an entry of a glossary may know better than the rules; ``None`` leaves it to them."""

    harmony: int | None = None
    linking_vowel: bool | None = None
    voicing: bool | None = None


NO_OVERRIDES = Overrides()


def final_sound(word: str) -> Sound:
    """The sound at the end of ``word`` (lower case); anything that is no Cyrillic letter counts as a vowel."""
    return SOUNDS.get(word.rstrip("ьъ")[-1:], Sound.VOWEL)


@lru_cache(maxsize=20_000)
def alternants(word: str, overrides: Overrides = NO_OVERRIDES) -> tuple[Stem, ...]:
    """Every stem of ``word`` (lower case), the best first: the first that takes a suffix is the one to write."""
    allowed = (overrides.harmony,) if overrides.harmony is not None else harmonies(word)
    whole = StemClass(final_sound(word), allowed)
    preferred = [*_linked(word, when=overrides.linking_vowel is True), *_shortened(word, whole)]
    if word in DROPPING:
        preferred.append(_before_vowels(_without_last_vowel(word), whole))
    voiced = _is_voiced(word, overrides)
    if voiced:
        preferred.append(_before_vowels(word[:-1] + VOICED[word[-1]], whole))
    variants = _linked(word, when=overrides.linking_vowel is None and bool(_LINKING.search(word)))
    if word in DROPPING_IN_SPEECH:
        variants.append(_before_vowels(_without_last_vowel(word), whole))
    if word.endswith("ж"):
        variants.append(Stem(word, whole._replace(sound=Sound.VOICELESS)))
    strict = word.endswith("ь") or (voiced and not _MAYBE_UNVOICED.search(word))
    base = Stem(word, whole._replace(join=Join.BEFORE_CONSONANT if strict else Join.ANY))
    return (*preferred, base, *variants)


def beginnings(word: str) -> tuple[str, ...]:
    """What every form of ``word`` begins with, one of these: quick, and never less than ``alternants`` say."""
    found = [word]
    if word[-1:] in VOICED:
        found.append(word[:-1] + VOICED[word[-1]])
    elif word.endswith(("ь", "сс", "ст", "зд")):
        found.append(word[:-1])
    if word in DROPPING or word in DROPPING_IN_SPEECH:
        found.append(_without_last_vowel(word))
    return tuple(found)


def _before_vowels(text: str, whole: StemClass) -> Stem:
    return Stem(text, whole._replace(sound=final_sound(text), join=Join.BEFORE_VOWEL, bare=False))


def _linked(word: str, *, when: bool) -> list[Stem]:
    return [Stem(word + "і", StemClass(Sound.VOWEL, (FRONT,), bare=False))] if when else []


def _shortened(word: str, whole: StemClass) -> list[Stem]:
    if word.endswith("ь"):
        return [_before_vowels(word[:-1], whole)]
    if _LOSING_A_LETTER.search(word):
        return [Stem(word[:-1], whole._replace(sound=final_sound(word[:-1]), bare=False))]
    return []


def _without_last_vowel(word: str) -> str:
    return word[:-2] + word[-1]


def _is_voiced(word: str, overrides: Overrides) -> bool:
    if word[-1:] not in VOICED:
        return False
    if overrides.voicing is not None:
        return overrides.voicing
    return word[-2:-1] in VOWELS and not _UNVOICED.search(word)


def restored(text: str) -> tuple[str, ...]:
    """Words that could have become ``text`` before a vowel, the likeliest first: құқығ was құқық, модул was модуль."""
    full = [word for word in sorted(DROPPING | DROPPING_IN_SPEECH) if _without_last_vowel(word) == text]
    unvoiced = [text[:-1] + plain for plain, voiced in VOICED.items() if text.endswith(voiced)]
    itself = [text]
    regained = [text + letter for letter in _LOST.get(text[-1:], "")]
    if _ENDS_VOICED.search(text):
        return (*full, *itself, *unvoiced, *regained)
    if _ENDS_IN_LOST_LETTER.search(text):
        return (*reversed(regained), *full, *unvoiced, *itself) if text.endswith("ес") else (*regained, *itself)
    return (*full, *unvoiced, *itself, *regained)
