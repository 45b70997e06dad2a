"""Changing capitals: in lower case, in capitals, each word, each sentence; what has capitals of its own keeps them.

Every result is as long as the text was, so that marks stay where they are: «ß» has no capital here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from tilshi.language.acronyms import KNOWN
from tilshi.language.addresses import links
from tilshi.language.names import script
from tilshi.language.tags import primary


class Case(StrEnum):
    """How a text is capitalised, in the order in which one goes from one to the next."""

    LOWER = "lower"
    UPPER = "upper"
    TITLE = "title"
    SENTENCE = "sentence"

    @property
    def following(self) -> Case:
        """The next one, round the end."""
        order = tuple(Case)
        return order[(order.index(self) + 1) % len(order)]


def change_case(text: str, case: Case, language: str) -> str:
    """The text in another case, as long as it was.

    Acronyms and what hangs on them (ХҚКК-нің), words with capitals inside (ReliefWeb) and addresses stay. A word in
    capitals is an acronym unless all words are in capitals, or it is too long for one; one with a small ending always.
    """
    result = list(text)
    kept = tuple(_kept(text, language))
    sentence = True
    for word in _WORD.finditer(text):
        sentence = sentence or bool(_SENTENCE_END.search(text, _end_before(text, word.start()), word.start()))
        if not any(start <= word.start() and word.end() <= end for start, end in kept):
            place = _Place(first=sentence, small=_is_small(word, text, language))
            result[word.start() : word.end()] = _written(word[0], case, place, language)
        sentence = False
    return "".join(result)


def next_form(original: str, shown: str, language: str) -> str:
    """The form of a text that follows the one that is shown, round the end; `shown` if there is no other.

    The original is what the user began with: in capitals, an acronym cannot be told from other words any more.
    """
    forms = {case: change_case(original, case, language) for case in Case}
    case = next((case for case in Case if forms[case] == shown), Case.SENTENCE)
    for _each in Case:
        case = case.following
        if forms[case] != shown:
            return forms[case]
    return shown


_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\u00ad\u2060][^\W\d_]+)*")
_TOKEN: Final = re.compile(r"[^\W_](?:[\w'’\u00ad\u2060.&-]*[^\W_])?")
_SENTENCE_END: Final = re.compile(r"[.!?…][»”\"’)]*\s+[«„“\"‘(–—\s-]*$|\n[^\w]*$")
_LOOKED_BACK: Final = 12
_LONGEST_ACRONYM: Final = 6
_SMALL_WORDS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in {
            "en": "a an and as at but by for from in into nor of off on or over per so the to up via with",
            "fr": "à au aux d de des du en et l la le les ou par pour sur un une",
            "kk": "мен бен пен және әрі не немесе үшін",
            "ru": "а в во для до за и из или к ко на над не о об от по под при с со у",
        }.items()
    }
)
"""Words that stay small in titles, unless they begin them (Chicago Manual of Style, 8.159, for English)."""


class _Place(NamedTuple):
    """Where a word stands: at the beginning of a sentence, and whether titles have it small."""

    first: bool
    small: bool


def _kept(text: str, language: str) -> Iterator[tuple[int, int]]:
    yield from ((address.start, address.end) for address in links(text))
    tokens = [found for found in _TOKEN.finditer(text) if any(map(str.isalpha, found[0]))]
    known = KNOWN.get(primary(language), frozenset())
    letters = [head for head in map(_head, tokens) if any(map(str.isalpha, head))]
    shouted = all(map(str.isupper, letters)) and (len(letters) > 1 or len("".join(letters)) > _LONGEST_ACRONYM)
    for found in tokens:
        if _head(found) in known or _has_own_capitals(found[0], _head(found), shouted=shouted):
            yield found.span()


def _head(token: re.Match[str]) -> str:
    """What an ending hangs on."""
    return re.split("[-’']", token[0], maxsplit=1)[0]


def _has_own_capitals(token: str, head: str, *, shouted: bool) -> bool:
    if len(head) > 1 and head.isupper():
        has_ending = token[len(head) + 1 :].islower()
        return has_ending or (not shouted and len(head) <= _LONGEST_ACRONYM)
    inside = re.sub(r"(?:^|[-’'.])\w", "", token)
    return not shouted and any(letter.isupper() for letter in inside)  # ReliefWeb, мРНҚ


def _is_small(word: re.Match[str], text: str, language: str) -> bool:
    """Whether a title has the word small, which it has not at its end."""
    return word[0].lower() in _SMALL_WORDS.get(primary(language), frozenset()) and bool(text[word.end() :].strip())


def _written(word: str, case: Case, place: _Place, language: str) -> str:
    if case is Case.UPPER:
        return _mapped(word, language, upper=True)
    lower = _mapped(word, language, upper=False)
    if (place.first and case is not Case.LOWER) or (case is Case.TITLE and not place.small):
        return _mapped(lower[0], language, upper=True) + lower[1:]
    return lower


def _mapped(word: str, language: str, *, upper: bool) -> str:
    """Letter by letter, so that nothing becomes longer; in Turkic languages in Latin script i and ı are two letters."""
    own = _TURKIC[upper] if _is_dotted(language) else {}
    changed = (own.get(letter) or (letter.upper() if upper else letter.lower()) for letter in word)
    return "".join(new if len(new) == 1 else old for old, new in zip(word, changed, strict=True))


_TURKIC: Final = ({"I": "ı", "İ": "i"}, {"i": "İ", "ı": "I"})
"""Unicode 16.0, SpecialCasing.txt, for tr and az; the Latin alphabet of Kazakh (2021) has the same pair."""


def _is_dotted(language: str) -> bool:
    return primary(language) in {"tr", "az"} or (primary(language) == "kk" and script(language) == "Latn")


def _end_before(text: str, at: int) -> int:
    return max(0, at - _LOOKED_BACK, text.rfind("\n", 0, at))
