"""The rule that a body has one acronym: not another language's, and not one with a letter wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.introductions import ABBREVIATED, acronyms_of, introductions
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.rules import PairRule
from tilshi.checking.uses import replacing, uses
from tilshi.i18n import N_
from tilshi.language.acronyms import Acronym, is_known
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Concept, Term, TermType
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import terms_in


def rival_acronyms(source: Passage, target: Passage) -> Iterator[Spot]:
    """Two acronyms for one body.

    The acronym of another language (МККК in Kazakh), or the right one with a letter wrong, where the source speaks of
    that body.
    """
    if target.glossary is None or target.role in ADDRESSES:
        return
    introduced = {each.acronym.start for each in introductions(target)}
    hits = {hit.start for hit in uses(target).all_hits}
    for acronym in acronyms_of(target):
        if acronym.start in hits | introduced or is_known(acronym.letters, target.language):
            continue
        if (right := _meant(source, target, acronym)) is not None:
            yield _spot(source, target, acronym, right)


def stands_for(source: Passage, target: Passage, concept: Concept) -> bool:
    """Whether a wrong acronym stands for a concept; that is then its only mistake."""
    found = (_meant(source, target, acronym) for acronym in acronyms_of(target))
    return any(right is not None and right[0].id == concept.id for right in found)


def _meant(source: Passage, target: Passage, acronym: Acronym) -> tuple[Concept, Term] | None:
    """The concept that the source speaks of for which this may stand, with the right acronym."""
    assert target.glossary is not None
    for concept in _foreign(target.glossary, primary(target.language)).get(acronym.letters, ()):
        short = _short(concept, target.language)
        if short and _is_spoken_of(source, target, concept):
            return concept, short
    for name, hits in uses(source).wanted.items():
        short = _short(hits[0].concept, target.language)
        if short and len(uses(target).wanted.get(name, ())) < len(hits) and _is_misspelt(acronym.letters, short.text):
            return hits[0].concept, short
    return None


def _is_spoken_of(source: Passage, target: Passage, concept: Concept) -> bool:
    """In a text of its own, a foreign acronym speaks of the body itself."""
    return source is target or concept.id in uses(source).wanted


def _short(concept: Concept, language: str) -> Term | None:
    found = (term for term in terms_in(concept, language) if term.kind is TermType.ACRONYM)
    return next((term for term in found if not term.status.is_forbidden), None)


def _is_misspelt(found: str, right: str) -> bool:
    """Whether one letter is wrong, lost or too many, or two have changed places; in short ones only the last two."""
    if len(right) < 3 or found == right:
        return False
    if sorted(found) == sorted(right):
        return True
    if len(right) < 4:
        return False
    shorter, longer = sorted((found, right), key=len)
    if len(longer) - len(shorter) == 1:
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    return len(longer) == len(shorter) and sum(a != b for a, b in zip(found, right, strict=True)) == 1


def _spot(source: Passage, target: Passage, acronym: Acronym, right: tuple[Concept, Term]) -> Spot:
    concept, term = right
    said = message(
        N_("“{found}” is not the acronym in this language: it is “{term}”."), found=acronym.letters, term=term.text
    )
    fixes = replacing(target, acronym.start, acronym.end, term)
    if not acronym.ending:
        fixes = (Fix(acronym.start, acronym.end, term.text),)
    evidence = None
    if source is not target and (hits := uses(source).wanted.get(concept.id)):
        evidence = (hits[0].start, hits[0].end)
    return Spot(acronym.start, acronym.end, said, fixes, evidence=evidence)


@lru_cache(maxsize=16)
def _foreign(glossary: Glossary, language: str) -> Mapping[str, tuple[Concept, ...]]:
    """The acronyms of other languages that are none in this one, with their concepts."""
    own: set[str] = set()
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in glossary.concepts():
        for term in concept.terms:
            if term.kind is TermType.ACRONYM and not term.status.is_forbidden:
                if primary(term.language) == language:
                    own.add(term.text)
                else:
                    found[term.text] = (*found.get(term.text, ()), concept)
    return {text: concepts for text, concepts in found.items() if text not in own}


RIVAL_ACRONYMS: Final = PairRule(
    "acr.two", Severity.WARNING, N_("Two acronyms for one body"), rival_acronyms, alone=True, hint=ABBREVIATED
)
