"""Who is named in a text: people of the register, and others where the text says that they are people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from tilshi.checking.name_forms import NameWord, name_words, sequences, stems
from tilshi.checking.passages import Passage
from tilshi.checking.strangers import is_name
from tilshi.checking.uses import uses
from tilshi.checking.wording import words
from tilshi.language.tags import primary
from tilshi.release import Role
from tilshi.terminology.concepts import Concept
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import terms_in

PERSON: Final = "person"
"""The subject of the concepts that are people."""

_CARDS: Final = frozenset({Role.CONTACT_NAME, Role.SIGNATORY})
_REACH: Final = 120
"""Code points between a verb of saying and the name of who says it."""
_SAYING: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": re.compile(r"\b(?:said|says|added|explained|stated|warned|told)\b"),
        "fr": re.compile(r"\b(?:a|ont)\s(?:déclaré|dit|ajouté|expliqué|souligné|affirmé|indiqué)\b"),
        "kk": re.compile(r"\b(?:деді|мәлімдеді|айтты|атап өтті)\b"),
        "ru": re.compile(r"\b(?:заявил|сказал|добавил|подчеркнул|отметил|сообщил|пояснил)[аи]?\b"),
    }
)
_END: Final = re.compile(r"[.!?…](?:[»”\"]|\s|$)|[«“]")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that a source names, at `start` to `end`; `words` are those that have a counterpart.

    `concept` is that of the register, None for people it does not know.
    """

    start: int
    end: int
    words: tuple[str, ...]
    concept: Concept | None = None


def registered(source: Passage) -> tuple[Named, ...]:
    """Who and what of the register is named in a text: by the whole name, people by the surname too."""
    return () if source.glossary is None else source.parsed(_registered)


def people_unknown(source: Passage) -> tuple[Named, ...]:
    """People who are not in the register, where the text leaves no doubt that they are people.

    Those who speak, and those on a contact card or among the signatories; with two names at least.
    """
    return source.parsed(_people_unknown)


@dataclass(frozen=True, slots=True)
class Register:
    """The people of a glossary by the first and by the last word of their names in one language, plain."""

    by_given: Mapping[str, tuple[Concept, ...]]
    by_surname: Mapping[str, tuple[Concept, ...]]


@lru_cache(maxsize=16)
def register(glossary: Glossary, language: str) -> Register:
    """The people of a glossary with names of at least two words."""
    given: dict[str, tuple[Concept, ...]] = {}
    surnames: dict[str, tuple[Concept, ...]] = {}
    for concept in glossary.concepts():
        for term in terms_in(concept, language) if concept.subject == PERSON else ():
            parts = words(term.text)
            if len(parts) > 1 and not term.status.is_forbidden:
                given[parts[0]] = (*given.get(parts[0], ()), concept)
                surnames[parts[-1]] = (*surnames.get(parts[-1], ()), concept)
    return Register(given, surnames)


def _registered(source: Passage) -> tuple[Named, ...]:
    assert source.glossary is not None
    found = [
        Named(hit.start, hit.end, words(hit.term.text), hit.concept)
        for hit in uses(source).outer
        if is_name(hit.concept) and not hit.term.status.is_forbidden
    ]
    known = {named.concept.id for named in found if named.concept}
    language = primary(source.language)
    by_surname = register(source.glossary, language).by_surname
    for word in name_words(source) if by_surname else ():
        for surname in stems(word.text, language):
            concepts = (concept for concept in by_surname.get(surname, ()) if concept.id not in known)
            found += [Named(word.start, word.end, (surname,), concept) for concept in concepts]
    return tuple(found)


def _people_unknown(source: Passage) -> tuple[Named, ...]:
    text = source.prose
    if not sequences(source):
        return ()
    if source.role in _CARDS:
        comma = text.find(",")
        return tuple(_people(source, 0, comma if comma >= 0 else len(text))[:1])
    found: dict[int, Named] = {}
    pattern = _SAYING.get(primary(source.language))
    for verb in pattern.finditer(text) if pattern else ():
        end = _END.search(text, verb.end(), verb.end() + _REACH)
        for person in _people(source, verb.end(), end.start() if end else verb.end() + _REACH):
            found[person.start] = person
    return tuple(found.values())


def _people(source: Passage, start: int, end: int) -> list[Named]:
    covered = [(hit.start, hit.end) for hit in uses(source).outer]
    return [
        Named(sequence[0].start, sequence[-1].end, tuple(word.text for word in sequence))
        for sequence in sequences(source)
        if 1 < len(sequence) < 5
        and start <= sequence[0].start
        and sequence[-1].end <= end
        and not _is_compound(source, sequence)
        and not any(first < sequence[-1].end and sequence[0].start < last for first, last in covered)
    ]


def _is_compound(source: Passage, sequence: tuple[NameWord, ...]) -> bool:
    """Whether all words are joined by hyphens, as those of places are («Порт-Мысал»)."""
    return all(source.prose[word.end : word.end + 1] == "-" for word in sequence[:-1])
