"""What the speller has to know of each language beside its dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final, Protocol

from tilshi import resources
from tilshi.language import russian
from tilshi.language.spelling.hunspell import Dictionary, opened
from tilshi.language.spelling.kazakh import Kazakh, WordList, word_list
from tilshi.language.spelling.kazakh_endings import Endings

LANGUAGES: Final = ("en", "fr", "kk", "ru")

_ELISION: Final = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr)'(?=\w)", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"'s?$")
_RUSSIAN_ENDING: Final = re.compile(
    r"(?:[аяоеуюыийь]|ой|ей|ий|ый|ем|ём|ом|им|ым|ам|ям|ах|ях|ов|ев|ого|его|ому|ему|ую|юю|ая|яя|ое|ее|ые|ие|их|ых|ами|ями"
    r"|ыми|ими|ией|иям|иях|иями)?"
)
_CHANGING: Final = "аяоеуюыийь"


class Tongue(Protocol):
    """One language as a speller sees it; words are without hyphens and inner capitals."""

    def with_extra(self, extra: Iterable[str]) -> Tongue:
        """The same language with these words right in any form, and no others beside its own."""
        ...

    def knows(self, word: str) -> bool:
        """Whether a word is right."""
        ...

    def has(self, word: str) -> bool:
        """Whether the dictionary itself has a word, in lower case and as it is: what suggestions are made of."""
        ...

    def mended(self, word: str) -> Iterable[str]:
        """A word, in lower case, with an ending that fits its stem, where the grammar knows of one."""
        ...

    def is_common(self, word: str) -> bool:
        """Whether a right word is one that releases often have."""
        ...

    def may_be_strange(self, word: str) -> bool:
        """Whether a word that is not known is a name or a loan rather than a slip."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """What the dictionary proposes, which may take long."""
        ...


class Hunspelled:
    """English, French and Russian: dictionaries of Hunspell, and what those leave to the program."""

    def __init__(self, language: str, dictionaries: tuple[Dictionary, ...], extra: Iterable[str] = ()) -> None:
        self._language = language
        self._dictionaries = dictionaries
        self._extra = frozenset(word.lower() for word in extra)

    def with_extra(self, extra: Iterable[str]) -> Hunspelled:
        """The same dictionaries with other words."""
        return Hunspelled(self._language, self._dictionaries, extra)

    def knows(self, word: str) -> bool:
        """Whether a dictionary has the word, without an elision or a possessive; е may stand for ё."""
        word = self._bare(word)
        if len(word) < 2 or self._listed(word):
            return True
        lower = word.lower()
        if self._is_form(lower) or (lower != word and self._listed(lower)):
            return True
        return self._language == "ru" and russian.knows(lower)

    def has(self, word: str) -> bool:
        """Whether a dictionary has the word."""
        word = self._bare(word)
        return self._listed(word) or word in self._extra

    def mended(self, word: str) -> Iterable[str]:  # noqa: ARG002  # a dictionary of Hunspell does not tell its stems
        """Nothing."""
        return ()

    def _listed(self, word: str) -> bool:
        return any(dictionary.knows(word) for dictionary in self._dictionaries)

    def is_common(self, word: str) -> bool:
        """Whether a word is on our own list, or one of a term."""
        lower = self._bare(word).lower()
        return lower in self._common or lower in self._extra

    def may_be_strange(self, word: str) -> bool:
        """Whether it is a common word of another language that releases quote in their own."""
        return self._bare(word).lower() in self._foreign

    def suggest(self, word: str) -> tuple[str, ...]:
        """What Hunspell proposes; with the elision that the word had."""
        bare = self._bare(word)
        before, _bare, after = word.partition(bare)
        found = (said for dictionary in self._dictionaries for said in dictionary.suggest(bare))
        return tuple(dict.fromkeys(f"{before}{said}{after}" for said in found))

    @cached_property
    def _common(self) -> frozenset[str]:
        return _listed(self._language)

    @cached_property
    def _foreign(self) -> frozenset[str]:
        others = {"en": "fr", "fr": "en"}
        return _listed(others[self._language]) if self._language in others else frozenset()

    def _bare(self, word: str) -> str:
        if "'" not in word:
            return word
        if self._language == "fr":
            return word if word.lower() == "aujourd'hui" else _ELISION.sub("", word, count=1)
        return _POSSESSIVE.sub("", word) or word

    def _is_form(self, word: str) -> bool:
        if word in self._extra:
            return True
        if self._language == "ru":
            return any(
                word[:end] in self._russian_bases and _RUSSIAN_ENDING.fullmatch(word[end:])
                for end in range(max(2, len(word) - 4), len(word) + 1)
            )
        return word.endswith("s") and (word[:-1] in self._extra or word[:-2] in self._extra)

    @cached_property
    def _russian_bases(self) -> frozenset[str]:
        return frozenset(word.rstrip(_CHANGING) if len(word) > 4 else word for word in self._extra)


def _listed(language: str) -> frozenset[str]:
    """Our own list of a language's common words."""
    text = resources.path("words", f"{language}.txt").read_text(encoding="utf-8")
    return frozenset(re.sub(r"(?m)^#.*$", "", text).split())


class KazakhTongue:
    """Kazakh: `Kazakh`, and loans that it has from Russian as they are."""

    def __init__(self, words: WordList, endings: Endings, extra: Iterable[str] = ()) -> None:
        self._words = words
        self._endings = endings
        self._kazakh = Kazakh(words, endings, extra)

    def with_extra(self, extra: Iterable[str]) -> KazakhTongue:
        """The same list with other words."""
        return KazakhTongue(self._words, self._endings, extra)

    def knows(self, word: str) -> bool:
        """Whether a word is a form of a known one."""
        return self._kazakh.knows(word.lower())

    def has(self, word: str) -> bool:
        """As `knows`: there is nothing but forms."""
        return self._kazakh.knows(word)

    def mended(self, word: str) -> Iterable[str]:
        """The word with an ending in the harmony of its stem."""
        return self._kazakh.mended(word)

    def is_common(self, word: str) -> bool:
        """Whether a form is one of a word that releases often have."""
        lower = word.lower()
        return self._kazakh.is_common(lower) or any(map(self._kazakh.is_common, self._kazakh.lemmas(lower)))

    def may_be_strange(self, word: str) -> bool:
        """Whether a word is made of two («теміржол»), or is a Russian noun with Kazakh endings («компаниясы»)."""
        lower = word.lower()
        return self._kazakh.is_compound(lower) or self._kazakh.has_stem(lower, russian.knows)

    def suggest(self, word: str) -> tuple[str, ...]:  # noqa: ARG002  # slips and confusions are all there is
        """Nothing: hunspell-kk knows too few forms to propose one."""
        return ()


def open_tongue(language: str) -> Tongue:
    """A language made ready, in 30 to 160 ms.

    Raises:
        KeyError: there is no dictionary for the language.
        MissingResource: its files are not there.
    """
    if language == "kk":
        return KazakhTongue(word_list(), Endings())
    if language == "ru":
        russian.knows("слово")  # reads the second dictionary now, not when the first unknown word is met
    return Hunspelled(language, opened(language))
