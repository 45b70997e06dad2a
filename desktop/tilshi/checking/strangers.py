"""Which concepts a source speaks of for certain, and which terms of a translation it does not speak of at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from tilshi.checking.passages import Passage
from tilshi.checking.uses import surface, uses
from tilshi.checking.wording import content_words, has_akin, head_word, is_akin, plain, said_words, telling_words
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Concept, Status, Term, TermType
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import TermHit, terms_in

NOUNS: Final = frozenset({"", "noun"})
"""Parts of speech of terms that name a concept; a glossary need not say any."""
_NAMES: Final = frozenset({"person", "place", "organisation"})
_BEFORE_VERB: Final = re.compile(
    r"(?:\b(?:to|not|will|would|must|may|might|can|cannot|could|should|shall|they|we|who|i|you|and)|['’]ll)\s+$",
    re.IGNORECASE,
)
_ENGLISH_NOUN: Final = re.compile(r"(?:s|es)?(?:['’]s?)?")
_PEOPLE: Final = {"en": "{} person", "fr": "personne {}", "kk": "{} адам", "ru": "{} лицо"}
"""How a language speaks of people of some kind: the words of a term that has no other noun."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST_KIND: Final = 5
"""Code points of a word that tells what people are meant."""
_LONGEST_KIND: Final = 2


def is_name(concept: Concept) -> bool:
    """Whether a concept is somebody or something with a name of its own, which other rules look after."""
    return concept.subject in _NAMES


def wanted_terms(concept: Concept, language: str) -> tuple[Term, ...]:
    """The terms to use for a concept in a language, the preferred first."""
    found = [term for term in terms_in(concept, language) if not term.status.is_forbidden]
    return tuple(sorted(found, key=lambda term: term.status is not Status.PREFERRED))


def best_term(concept: Concept, language: str, *, acronym: bool = False) -> Term | None:
    """The preferred term of a concept in a language; its acronym where one is asked for and there is one."""
    found = wanted_terms(concept, language)
    short = next((term for term in found if term.kind is TermType.ACRONYM), None)
    full = next((term for term in found if term.kind is not TermType.ACRONYM), None)
    return (short or full) if acronym else (full or short)


def spoken_of(source: Passage) -> dict[str, tuple[TermHit, ...]]:
    """The concepts that a source certainly speaks of, with their uses; names of the register are not among them.

    Certain are nouns in forms that are no verb, and names with their capitals.
    """
    return source.parsed(_spoken_of)


def strangers(source: Passage, target: Passage) -> list[TermHit]:
    """Terms of a translation, in order, for which nothing stands in the source, not even in other words."""
    known = uses(source).wanted
    outer = uses(target).outer
    unknown = [hit for hit in outer if not _is_supported(hit, known)]
    unknown = [hit for hit in unknown if not hit.term.status.is_forbidden and hit.term.kind is not TermType.ACRONYM]
    if not unknown:
        return []
    wanted = {(hit.start, hit.end) for hit in outer if not hit.term.status.is_forbidden}
    explained = {(hit.start, hit.end) for hit in outer if _is_supported(hit, known)} | (
        {(hit.start, hit.end) for hit in outer} - wanted
    )
    return [
        hit
        for hit in unknown
        if (hit.start, hit.end) not in explained
        and not _is_mostly_known(source, target, hit)
        and not any(_says_all(source, term) for term in wanted_terms(hit.concept, source.language))
    ]


def _is_supported(hit: TermHit, known: Collection[str]) -> bool:
    """Whether the source speaks of a term's concept, or need not: names have a rule of their own."""
    return hit.concept.id in known or is_name(hit.concept) or hit.term.part_of_speech not in NOUNS


def _is_mostly_known(source: Passage, target: Passage, hit: TermHit) -> bool:
    """Whether most of a long name is a term that the source speaks of."""
    known = uses(source).wanted
    within = (each for each in uses(target).all_hits if hit.start <= each.start and each.end <= hit.end)
    return any((each.end - each.start) * 2 > hit.end - hit.start for each in within if each.concept.id in known)


def _says_all(source: Passage, term: Term) -> bool:
    content = content_words(term.text, primary(source.language))
    return bool(content) and all(has_akin(said_words(source), word) for word in content)


def kinds_of_people(source: Passage) -> Iterator[tuple[Concept, int, int]]:
    """Concepts of which the source has all but the person: "missing relatives" speaks of a missing person."""
    pattern = _PEOPLE.get(primary(source.language))
    glossary = source.glossary
    if pattern is None or glossary is None:
        return
    covered = [(hit.start, hit.end) for hit in uses(source).outer]
    found = [word for word in _WORD.finditer(source.prose) if len(word[0]) >= _SHORTEST_KIND]
    for at, first in enumerate(found):
        for last in found[at : at + _LONGEST_KIND]:
            start, end = first.start(), last.end()
            if any(start < stop and begin < end for begin, stop in covered):
                continue
            phrase = pattern.format(source.prose[start:end])
            yield from ((concept, start, end) for concept in _called(glossary, source.language, phrase))


@lru_cache(maxsize=20_000)  # the same words, again and again
def _called(glossary: Glossary, language: str, phrase: str) -> tuple[Concept, ...]:
    """The concepts of which a term is just this phrase."""
    return tuple(
        hit.concept
        for hit in glossary.find(phrase, language)
        if (hit.start, hit.end) == (0, len(phrase)) and plain(hit.term.text) == plain(phrase)
    )


def is_related(stranger: TermHit, terms: tuple[Term, ...], language: str) -> bool:
    """Whether a term may stand for one of these: it has a telling word of it, or its head with other words."""
    code = primary(language)
    said = telling_words(stranger.term.text, code)
    wanted = {word for term in terms for word in telling_words(term.text, code)}
    if any(is_akin(word, other) for word in wanted for other in said):
        return True
    head = head_word(stranger.term.text, code)
    return head not in said and any(head == head_word(term.text, code) for term in terms)


def _spoken_of(source: Passage) -> dict[str, tuple[TermHit, ...]]:
    outer = uses(source).outer
    names = {(hit.start, hit.end) for hit in outer if is_name(hit.concept)}
    found: dict[str, list[TermHit]] = {}
    for hit in outer:
        if (hit.start, hit.end) not in names and _is_certain(source, hit):
            found.setdefault(hit.concept.id, []).append(hit)
    return {name: tuple(hits) for name, hits in found.items()}


def _is_certain(source: Passage, hit: TermHit) -> bool:
    term, written = hit.term, surface(source, hit)
    if term.status.is_forbidden or term.part_of_speech not in NOUNS:
        return False
    if term.text[:1].isupper() and not written[:1].isupper():
        return False
    if primary(source.language) != "en" or len(_WORD.findall(term.text)) > 1:
        return True
    cited, form = plain(term.text), plain(written)
    noun = form.startswith(cited[:-1]) and _ENGLISH_NOUN.fullmatch(form[len(cited) :]) is not None
    return (noun or form == f"{cited[:-1]}ies") and not _BEFORE_VERB.search(source.prose[: hit.start])
