"""Terms that go on as a text before the caret does, in the form in which they have been begun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from tilshi.language.names import script
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Concept, Status, Term
from tilshi.terminology.folding import key
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import WANTED, terms_in

_MOST_WORDS: Final = 8
_LEAST_TYPED: Final = 2
"""Code points; for one letter half the glossary would come."""
_TRIED: Final = 200
"""Candidates whose forms are written out to compare; enough for a list that anybody reads."""
_CHANGING: Final = 5
"""Code points at the end of a word that no form may share with the citation: ережелері, but ережеге."""
_WORD_START: Final = re.compile(r"(?<![\w-])[\w\"«„“'’(]")


@dataclass(frozen=True, slots=True)
class Completion:
    """A form of a term that begins as the last `typed` code points of the text do, and would take their place."""

    form: str
    typed: int
    concept: Concept
    term: Term


@dataclass(frozen=True, slots=True)
class _Candidate:
    opening: str
    concept: Concept
    term: Term


class Completer:
    """The terms of one language ordered by their beginnings; made once for a glossary, in the background."""

    def __init__(self, glossary: Glossary, language: str) -> None:
        self._language = language
        found = (
            _Candidate(_opening(term.text, language), concept, term)
            for concept in glossary.concepts()
            for term in terms_in(concept, language)
            if term.status in WANTED
        )
        self._candidates = sorted((each for each in found if each.opening), key=lambda each: each.opening)
        self._openings = [each.opening for each in self._candidates]

    def complete(self, before: str, limit: int = 10) -> tuple[Completion, ...]:
        """What the end of a text may be the beginning of: the longest beginning first, citation forms before others."""
        offers: dict[str, Completion] = {}
        for typed in _beginnings(before):
            begun = key(typed) + (" " if typed[-1].isspace() else "")
            for candidate in self._begun(begun):
                for form in _forms_begun(candidate.term, self._language, begun):
                    spelt = form[:1].upper() + form[1:] if typed[:1].isupper() else form
                    if spelt != typed:
                        offers.setdefault(spelt, Completion(spelt, len(typed), candidate.concept, candidate.term))
            if len(offers) >= limit:
                break
        return tuple(islice(offers.values(), limit))

    def _begun(self, begun: str) -> list[_Candidate]:
        """Terms that may have a form beginning so: best those that are cited so, the preferred before the admitted."""
        found = [candidate for at in range(_LEAST_TYPED, len(begun)) for candidate in self._at(begun[:at])]
        start = bisect_left(self._openings, begun)
        for candidate in islice(self._candidates, start, start + _TRIED):
            if not candidate.opening.startswith(begun):
                break
            found.append(candidate)
        return sorted(found, key=lambda candidate: _order(candidate, begun))[:_TRIED]

    def _at(self, opening: str) -> Iterator[_Candidate]:
        start = bisect_left(self._openings, opening)
        for candidate in islice(self._candidates, start, None):
            if candidate.opening != opening:
                return
            yield candidate


def completions(before: str, language: str, glossary: Glossary, limit: int = 10) -> tuple[Completion, ...]:
    """Terms that go on as `before` does; whoever asks with each key keeps a `Completer` instead."""
    return Completer(glossary, language).complete(before, limit)


def _order(candidate: _Candidate, begun: str) -> tuple[bool, bool, int, str]:
    citation = key(candidate.term.text)
    admitted = candidate.term.status is not Status.PREFERRED
    return (not citation.startswith(begun), admitted, len(citation), citation)


def _beginnings(before: str) -> Iterator[str]:
    """The last words of a text, as many as a term may have, then fewer."""
    line = before[before.rfind("\n") + 1 :]
    starts = [match.start() for match in _WORD_START.finditer(line)][-_MOST_WORDS:]
    for start in starts:
        if len(line[start:].rstrip()) >= _LEAST_TYPED:
            yield line[start:]


def _opening(text: str, language: str) -> str:
    """What every form of a term begins with, or less."""
    words = key(text)
    if _is_cased(language, "ru"):
        # Adjectives change too.
        words = words.partition(" ")[0]
    elif not _is_cased(language, "kk"):
        return words.partition(" ")[0]
    return words[: max(_LEAST_TYPED, len(words) - _CHANGING)]


def _is_cased(language: str, code: str) -> bool:
    return primary(language) == code and (code != "kk" or script(language) == "Cyrl")


def _forms_begun(term: Term, language: str, begun: str) -> Iterator[str]:
    """The forms of a term that begin so, the citation form first; only that where it does."""
    if key(term.text).startswith(begun):
        yield term.text
        return
    yield from (form for form, folded in _folded_forms(term, language) if folded.startswith(begun))


@lru_cache(maxsize=2_000)
def _folded_forms(term: Term, language: str) -> tuple[tuple[str, str], ...]:
    """Each form once, with its key; remembered, as the next letter asks for the same ones."""
    return tuple((form, key(form)) for form in dict.fromkeys(_forms(term, language)))


def _forms(term: Term, language: str) -> Iterable[str]:
    # Each language loads its grammar when it is first written in.
    match primary(language):
        case "kk" if _is_cased(language, "kk"):
            from tilshi.terminology.forms.kazakh import all_forms

            return all_forms(term)
        case "ru":
            from tilshi.terminology.forms.russian import all_forms

            return all_forms(term)
        case "en":
            from tilshi.language.english import plural
        case "fr":
            from tilshi.language.french import plural
        case _:
            return ()
    return (plural(term.text),)
