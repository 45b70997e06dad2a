"""The Kazakh words that are known for certain, and words that are one of them but for a Russian letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tilshi import resources
from tilshi.checking.patterns import Pattern, words
from tilshi.language.kazakh.grammar import BACK, MACHINE
from tilshi.language.kazakh.harmony import harmony
from tilshi.language.kazakh.stems import alternants, beginnings

ALIKE: Final = str.maketrans("қғңүұөәіһ", "кгнууоаих")
"""The Russian letter that stands for each Kazakh one where a keyboard lacks it."""

_SHORTEST: Final = 3
"""Letters of a word, and of a stem with endings after it: shorter ones are too often another word."""

_FRONT: Final = frozenset("әеіөүкг")
_BACK: Final = frozenset("аоұықғ")
_HARMONIC: Final = {True: str.maketrans("кг", "қғ"), False: str.maketrans("и", "і")}
_GENITIVE: Final = Pattern(r"(?<=[ндт][ыі])н$")
_DERIVED: Final = Pattern(
    r"[лдт][ыі]|(?:[лдт](?:ық|ығ(?=[ыа])|ік|іг(?=[іе]))|с[ыі]з|ш[ыі])(?:л[ае]р|[дт][ае]р)?(?:[ыі]|с[ыі])?"
    r"(?:[ндт][ыі]ң|[ғқ]а|[гк]е|н[ае]|[ндт][ыі]|н|[дт][ае]н?|нд[ае]|н[ае]н|[мбп]ен)?"
)

# What follows the stem of a verb: voices, negation, then a finite form, a participle, a converb or a noun of action.
_VERB_ENDING: Final = Pattern(
    r"(?:[ыіе]?[лнст]|[дт]?[ыі]р|[ғгқк][ыі]з)*[ыі]?(?:[мбп][ае])?"
    r"(?:у(?:ш[ыі])?|[ғгқк][ае]н|[ыі]?п|[аей]|[дт][ыі]|с[ае]|[ае]?р|м?[ае][қк](?:ш[ыі])?|[ғгқк][ае]л[ыі]"
    r"|с[ыі]н|[ыі]?ң[ыі]з|[аей]?т[ыі]н|[ғгқк][ыі]ш|м[ае]ст[ае]н)"
    r"(?:[лдт][ае]р)?(?:[ыі]м|[ыі]ң|с?[ыі]|[ыі]м[ыі]з|[ыі]ң[ыі]з|м|ң|қ|к)?"
    r"(?:[ндт][ыі]ң|[ғгқк][ае]|н[ае]|[ндт][ыі]|н|[дтн][ае]н|нд[ае]|[дт][ае]|м[ыі]н|[мбп][ае]н|[мс][ыі]з)?"
    r"(?:ғы|гі)?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that is known; a form takes no further endings."""

    text: str
    is_verb: bool = False
    is_name: bool = False
    is_form: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Known words by the beginnings of their forms: as they are written, and with Russian letters for Kazakh ones.

    `plain` are words and loans that a Kazakh word resembles, so that they are never taken for it.
    """

    alike: Mapping[str, tuple[tuple[str, Entry], ...]]
    plain: frozenset[str]


@dataclass(frozen=True, slots=True)
class Correction:
    """The right spelling of a word, of the same length, and the word of the lexicon that it is a form of."""

    right: str
    entry: Entry


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that ships with the program; reading it takes some ten milliseconds, once."""
    sections = _sections(resources.path("words", "kk.txt").read_text(encoding="utf-8"))
    alike: defaultdict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for section, listed in sections.items():
        for word in sorted(listed):
            entry = Entry(word, section == "verbs", section == "names", section == "forms")
            for beginning in _beginnings(entry):
                alike[beginning.translate(ALIKE)].append((beginning, entry))
    return Lexicon({beginning: tuple(entries) for beginning, entries in alike.items()}, sections["also"])


@lru_cache(maxsize=1)
def known_nouns() -> Mapping[str, tuple[str, ...]]:
    """The words of the lexicon that take the endings of nouns, by the beginnings of their forms as they are written."""
    nouns: defaultdict[str, list[str]] = defaultdict(list)
    for entries in lexicon().alike.values():
        for beginning, entry in entries:
            if not entry.is_verb and not entry.is_form:
                nouns[beginning].append(entry.text)
    return {beginning: tuple(listed) for beginning, listed in nouns.items()}


def _sections(text: str) -> dict[str, frozenset[str]]:
    parts = re.split(r"^\[(\w+)\]$", re.sub(r"(?m)^#.*$", "", text), flags=re.MULTILINE)
    return {name: words(listed) for name, listed in zip(parts[1::2], parts[2::2], strict=True)}


def _beginnings(entry: Entry) -> tuple[str, ...]:
    """What the forms of a word begin with; of болу also бол, of оқу оқ: the vowel before у is left to the ending."""
    if entry.is_form:
        return (entry.text,)
    return tuple(dict.fromkeys((*beginnings(entry.text), *((entry.text[:-1],) if entry.is_verb else ()))))


def correction(word: str) -> Correction | None:
    """The known word, in lower case, that `word` would be with Kazakh letters in place of Russian ones.

    None where it is a known word as it stands, or like none.
    """
    found = _nearest(word)
    return found if found and found.right != word else None


def is_known(word: str) -> bool:
    """Whether a word, in lower case, is a form of one in the lexicon."""
    found = _nearest(word)
    return found is not None and found.right == word


def is_listed(word: str) -> bool:
    """Whether a word, in lower case, is in the lexicon as it stands."""
    return any(entry.text == word for _beginning, entry in lexicon().alike.get(word.translate(ALIKE), ()))


@lru_cache(maxsize=20_000)
def _nearest(word: str) -> Correction | None:
    """The word itself where it is known, else the one that it would be with Kazakh letters."""
    known = lexicon()
    if word in known.plain:
        return Correction(word, Entry(word))
    if len(word) < _SHORTEST:
        return None
    skeleton = word.translate(ALIKE)
    if whole := _whole(word, known.alike.get(skeleton, ())):
        return whole
    found: Correction | None = None
    for end in range(len(word), _SHORTEST - 2, -1):
        for beginning, entry in known.alike.get(skeleton[:end], ()):
            if not _adds_only(word[:end], beginning) or (found and beginning != word[:end]):
                continue
            for ending in _endings(beginning, word[end:]):
                right = beginning + ending
                if (found and right != word) or not _adds_only(word, right) or not _fits(entry, beginning, ending):
                    continue
                if right == word:
                    return Correction(right, entry)
                found = Correction(right, entry)
    return found


def _whole(word: str, entries: tuple[tuple[str, Entry], ...]) -> Correction | None:
    """The word itself where it is in the lexicon, else one in the lexicon that it would be with Kazakh letters."""
    right = sorted((entry.text != word, entry.text) for _beginning, entry in entries if _adds_only(word, entry.text))
    named = {entry.text: entry for _beginning, entry in entries}
    return Correction(right[0][1], named[right[0][1]]) if right else None


def _adds_only(word: str, right: str) -> bool:
    """Whether all that differs are Russian letters in the word and Kazakh ones in what is right."""
    if word == right:
        return True
    return len(word) == len(right) and all(
        old == new or old == new.translate(ALIKE) for old, new in zip(word, right, strict=True)
    )


def _endings(beginning: str, typed: str) -> Iterator[str]:
    """The ending as it was typed, with the letters of the stem's harmony, and with ң for н where endings have it."""
    yield typed
    if typed:
        harmonic = _harmonic(beginning, typed)
        yield harmonic
        if _GENITIVE.search(harmonic):
            yield harmonic[:-1] + "ң"


def _harmonic(beginning: str, ending: str) -> str:
    return ending.translate(_HARMONIC[_is_back(beginning)])


@lru_cache(maxsize=10_000)
def _is_back(beginning: str) -> bool:
    return harmony(beginning) == BACK


def _fits(entry: Entry, beginning: str, ending: str) -> bool:
    """Whether the ending makes a form of the word."""
    if entry.is_form:
        return not ending
    is_back = _is_back(beginning)
    if entry.is_verb and beginning == entry.text[:-1]:
        return _is_harmonic(ending, is_back=is_back) and _VERB_ENDING.fullmatch(ending) is not None
    if beginning == entry.text and _is_harmonic(ending, is_back=is_back) and _DERIVED.fullmatch(ending):
        return True
    if len(beginning) <= _SHORTEST and not _is_harmonic(ending, is_back=is_back):
        return False
    form = beginning + ending
    return any(
        form.startswith(stem.text) and MACHINE.readings(stem.kind, form[len(stem.text) :])
        for stem in alternants(entry.text)
    )


def _is_harmonic(ending: str, *, is_back: bool) -> bool:
    """Whether an ending has the letters of one harmony alone; мен and its kind have but one form."""
    return not (_FRONT if is_back else _BACK).intersection(
        ending.removesuffix("мен").removesuffix("бен").removesuffix("пен")
    )
