"""Names in their forms: which words are a form of a name, which nearly, and a name in the form of another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from tilshi.checking.passages import Passage
from tilshi.checking.wording import LONGEST_PROSE, plain

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІŠŽČĆŁ"
_NAME_WORD: Final = re.compile(rf"[{_CAPITAL}](?<![\w’'][{_CAPITAL}])[^\W\d_]+(?:[’'](?=[^\W\d_]{{3}})[^\W\d_]+)?")
_RUSSIAN_VOWELS: Final = "аеёийоуыьэюя"
"""What a nominative may end in that other cases do not have."""
_KAZAKH_VOWELS: Final = "аәеёиоөуұүыіэюя"
_GAP: Final = re.compile(r"[ \u00a0\u202f]|-")
_SHORTEST_STEM: Final = 3

_ENDINGS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "kk": re.compile(
            r"(?:[лдт][ае]р)?(?:[ыі]|с[ыі])?"
            r"(?:[ндт][ыі]ң|[ғгкқ][ае]|н[ае]|[ае]|[ндт][ыі]|н|[дт][ае]|нд[ае]|[дтн][ае]н|[мбп]ен|нікі|дікі|тікі)?"
            r"(?:[дт][ае]?ғ[ыі]|[дт]ег[ыі])?|л[ыі][қк]\w*"
        ),
        "ru": re.compile(
            r"[ауоеыияюйь]|ой|ей|ою|ею|ом|ем|ём|ым|ами|ями|ах|ях|ам|ям|ов|ев|ого|ому|ых|ыми|ий|ый|ая|ое|ые|ую|(?:в|н)?ск\w{1,3}"
        ),
        "en": re.compile(r"['’]?s"),
        "fr": re.compile(r"s"),
    }
)


class NameWord(NamedTuple):
    """A word with a capital, `start` to `end` in code points."""

    start: int
    end: int
    text: str


def name_words(read: Passage) -> tuple[NameWord, ...]:
    """The words of a passage with a capital and small letters; worked out once. Parts of compounds are words."""
    return read.parsed(_name_words)


def sequences(read: Passage) -> tuple[tuple[NameWord, ...], ...]:
    """Words with capitals that follow one another, as those of a name do."""
    return read.parsed(_sequences)


@lru_cache(maxsize=50_000)
def stems(word: str, language: str) -> frozenset[str]:
    """What a name may be in the nominative, plain: itself, and what is left without an ending."""
    low = plain(word)
    pattern = _ENDINGS.get(language)
    if pattern is None:
        return frozenset({low})
    cuts = range(_SHORTEST_STEM, len(low))
    return frozenset({low, *(low[:cut] for cut in cuts if pattern.fullmatch(low[cut:]))})


def is_one_name(one: str, other: str, language: str) -> bool:
    """Whether two words are forms of one name."""
    return not stems(one, language).isdisjoint(stems(other, language))


@lru_cache(maxsize=50_000)
def is_near(name: str, word: str, language: str) -> bool:
    """Whether a word is nearly a form of a name: one letter differs, in long ones two, or two have changed places."""
    limit = 0 if len(name) < 4 else 1 if len(name) < 7 else 2
    return 0 < min(letters_apart(plain(name), stem) for stem in stems(word, language)) <= limit


def in_form_of(name: str, word: str, language: str) -> str:
    """A name in the form in which a misspelt one stands."""
    low, right = plain(word), plain(name)
    bare = name[:-1] if language == "ru" and right[-1] in _RUSSIAN_VOWELS else name
    cited = {right, plain(bare)}
    stem = min(stems(word, language), key=lambda stem: (min(letters_apart(each, stem) for each in cited), -len(stem)))
    if stem == low:
        return name
    if language == "kk" and _last_vowel(right) != _last_vowel(stem):
        return _kazakh_form(name, stem, low)
    ending = word[len(stem) :]
    return min((name + ending, bare + ending), key=lambda form: letters_apart(plain(form), low))


def _last_vowel(word: str) -> str:
    return next((letter for letter in reversed(word) if letter in _KAZAKH_VOWELS), "")


def _kazakh_form(name: str, stem: str, word: str) -> str:
    """A Kazakh form whose ending has to follow another vowel than that of the misspelt one."""
    # The grammar is loaded when a name is first put right.
    from tilshi.language.kazakh import analyse, write

    readings = analyse(stem, word)
    return write(name, readings[0]) if readings else name


def letters_apart(one: str, other: str) -> int:
    """How many letters of two words are changed, left out, put in, or exchanged with their neighbour."""
    from rapidfuzz.distance import OSA  # loaded with the first name that is looked for in vain

    return OSA.distance(one, other)


def _name_words(read: Passage) -> tuple[NameWord, ...]:
    if len(read.prose) > LONGEST_PROSE:
        return ()
    return tuple(NameWord(*found.span(), found[0]) for found in _NAME_WORD.finditer(read.prose))


def _sequences(read: Passage) -> tuple[tuple[NameWord, ...], ...]:
    found: list[list[NameWord]] = []
    for word in name_words(read):
        if found and _GAP.fullmatch(read.prose, found[-1][-1].end, word.start):
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(tuple(words) for words in found)
