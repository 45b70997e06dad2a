"""Words in any of their forms: finding «мемлекеттердің» for «мемлекет», and writing another word in that form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from tilshi.language.tags import primary
from tilshi.searching.query import Query
from tilshi.terminology.concepts import Concept, Term, Termbase
from tilshi.terminology.folding import key
from tilshi.terminology.glossary import Layer, assembled
from tilshi.terminology.insertion import fitting_forms

if TYPE_CHECKING:
    from tilshi.language.spelling.kazakh import Kazakh, WordList


class Lemmas:
    """The places where words stand in any form; they are asked for in one of the forms, best as dictionaries cite them.

    It is the matcher of the glossary with the query for its only concept, so that all it knows of forms holds here.
    """

    def __init__(self, query: Query, languages: Iterable[str]) -> None:
        wanted = " ".join(query.wanted.split())
        self._cited = {language: _cited(wanted, language) for language in languages}
        terms = tuple(Term(text, language) for language, texts in self._cited.items() for text in texts)
        concepts = (Concept("wanted", terms),) if any(letter.isalnum() for letter in wanted) else ()
        self._glossary = assembled({Layer.PERSONAL: Termbase("", concepts)})

    def spans(self, text: str, language: str = "") -> Iterator[tuple[int, int]]:
        """Where they stand in a text, in code points, none overlapping; in one of any language without `language`."""
        if language:
            yield from _apart((hit.start, hit.end) for hit in self._glossary.find(text, language))
            return
        found = {span for code in self._cited for span in self.spans(text, code)}
        yield from _apart(sorted(found, key=lambda span: (span[0], -span[1])))

    def inflected(self, text: str, start: int, end: int, language: str, replacement: str) -> tuple[str, bool]:
        """The replacement in the form of what stands at `start:end`, and whether that form is sure to be the same one.

        It is not where what stands there is inflected and the replacement is not, as with verbs.
        """
        found = text[start:end]
        word = replacement.strip()
        if not any(letter.isalpha() for letter in word):
            return replacement, True
        code = language or next((code for code in self._cited if self._is_form(found, code)), "")
        term = Term(word, code)
        # Without what follows, so that the form is that of what stands there, even where a verb would ask for another.
        best = fitting_forms(term, code, text[:start], found, "", self._glossary).best
        best = _with_capitals(best, found, word)
        as_cited = key(found) in map(key, self._cited.get(code, ()))
        return best, as_cited or key(best) != key(word)

    def _is_form(self, found: str, language: str) -> bool:
        return (0, len(found)) in set(self.spans(found, language))


def _with_capitals(form: str, found: str, word: str) -> str:
    """The form as it is to be written: a sentence that begins with a small letter, or shouts, does so on purpose."""
    if found.isupper() and not word.isupper() and sum(map(str.isalpha, found)) > 1:
        return form.upper()
    return form[:1].lower() + form[1:] if found[:1].islower() and word[:1].islower() else form


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


def _cited(wanted: str, language: str) -> tuple[str, ...]:
    """What was asked for and, where that is no Kazakh noun as it is, the nouns of which it is a form."""
    if primary(language) != "kk":
        return (wanted,)
    first, space, last = wanted.rpartition(" ")
    return (wanted, *(f"{first}{space}{noun}" for noun in _nouns(last.lower())))


def _nouns(word: str) -> tuple[str, ...]:
    if not word.isalpha():
        return ()
    from tilshi.language.kazakh import analyse  # for the start of the program

    words, kazakh = _dictionary()
    if word in words.common:
        return ()
    # The large dictionary has inflected words too, so what it has may still be a form of a word in the small one.
    nouns = words.common if word in words.nouns else words.nouns
    found = [lemma for lemma in dict.fromkeys(kazakh.lemmas(word)) if lemma in nouns and analyse(lemma, word)]
    return tuple(lemma for lemma in found if not any(lemma != other and analyse(other, lemma) for other in found))


@cache
def _dictionary() -> tuple[WordList, Kazakh]:
    """The words of the dictionary, and what tells of which of them a word is a form; read in some 100 ms."""
    from tilshi.language.spelling.kazakh import Kazakh, word_list
    from tilshi.language.spelling.kazakh_endings import Endings

    words = word_list()
    return words, Kazakh(words, Endings())
