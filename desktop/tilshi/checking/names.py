"""Rules over names: spelt as the register and the source have them, and none of them lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.name_forms import NameWord, in_form_of, is_near, is_one_name, name_words, sequences, stems
from tilshi.checking.passages import Passage
from tilshi.checking.persons import PERSON, Named, people_unknown, register, registered
from tilshi.checking.rules import PairRule
from tilshi.checking.strangers import is_name, wanted_terms
from tilshi.checking.uses import surface, uses
from tilshi.checking.wording import has_akin, plain, said_words, words
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.language.transliteration import cannot_be_one, distance
from tilshi.terminology.concepts import Concept, Scope
from tilshi.terminology.lookup import TermHit

_ORGANISATION: Final = "organisation"


def registered_name(source: Passage, target: Passage) -> Iterator[Spot]:
    """A name that is spelt otherwise than in the register or the source.

    The forbidden spellings of the register in any form, and words that are nearly a registered name: where the source
    has that name, or where the rest of the name stands beside them. A consonant that a name in the source does not have
    is a warning.
    """
    told: set[int] = set()
    for spot in (*_forbidden(source, target), *_nearly(source, target), *_beside(target), *_unlike(source, target)):
        if spot.start not in told:
            told.add(spot.start)
            yield spot


def missing_name(source: Passage, target: Passage) -> Iterator[Spot]:
    """A name of the source without its counterpart.

    People, places and organisations of the register; other people where the source shows that they are people.
    """
    if not target.text.string.strip():
        return
    for named in registered(source):
        if named.concept is not None and _is_missing(named.concept, target):
            yield _missing(source, target, named)
    for named in people_unknown(source):
        said = [word.text for word in name_words(target)]
        if all(cannot_be_one(name, word) for name in named.words for word in said):
            yield _missing(source, target, named)


def _forbidden(source: Passage, target: Passage) -> Iterator[Spot]:
    meant = {named.concept.id for named in registered(source) if named.concept}
    for hit in uses(target).all_hits:
        is_meant = source is target or hit.concept.id in meant or hit.term.scope is Scope.ALWAYS
        if is_meant and hit.term.status.is_forbidden and is_name(hit.concept) and _has_name(hit, target.language):
            yield _respelt(source, target, hit)


def _has_name(hit: TermHit, language: str) -> bool:
    return bool(wanted_terms(hit.concept, language))


def _respelt(source: Passage, target: Passage, hit: TermHit) -> Spot:
    """Each word of a forbidden spelling in the place of which the right one is put, in the same form."""
    found = surface(target, hit)
    right = wanted_terms(hit.concept, target.language)[0].text
    parts = _parts(hit.concept, target.language)
    language = primary(target.language)
    written = [word for word in name_words(target) if hit.start <= word.start and word.end <= hit.end]
    fixes = tuple(
        Fix(word.start, word.end, form)
        for word in written
        if (form := in_form_of(_nearest(parts, word.text), word.text, language)) != word.text
    )
    if len(fixes) > 1:
        text = target.text.string[fixes[0].start : fixes[-1].end]
        for fix in reversed(fixes):
            at = fix.start - fixes[0].start
            text = f"{text[:at]}{fix.replacement}{text[at + fix.end - fix.start :]}"
        fixes = (Fix(fixes[0].start, fixes[-1].end, text),)
    said = message(N_("The name “{found}” is spelt “{right}”."), found=found, right=right)
    return Spot(hit.start, hit.end, said, fixes, evidence=_evidence(source, target, hit.concept))


def _nearest(parts: list[str], word: str) -> str:
    from rapidfuzz.distance import OSA  # loaded with the first misspelt name

    return min(parts, key=lambda part: OSA.normalized_distance(plain(part), plain(word)))


def _nearly(source: Passage, target: Passage) -> Iterator[Spot]:
    """Words that are nearly a name which the source has and the translation has not."""
    if source is target:
        return
    language = primary(target.language)
    for named in registered(source):
        if named.concept is None or named.concept.subject == _ORGANISATION:
            continue
        for part in _expected(named, target):
            if any(is_one_name(part, word.text, language) for word in name_words(target)):
                continue
            for word in name_words(target):
                if is_near(part, word.text, language) and not _is_other_name(word, target, named.concept):
                    yield _misspelt(target, word, (part, (named.start, named.end)))


def _expected(named: Named, target: Passage) -> list[str]:
    """The words of a name in the language of the translation that answer to those in the source."""
    assert named.concept is not None
    if not wanted_terms(named.concept, target.language):
        return []
    parts = _parts(named.concept, target.language)
    return parts[-1:] if len(named.words) == 1 and named.concept.subject == PERSON else parts


def _is_other_name(word: NameWord, target: Passage, concept: Concept) -> bool:
    """Whether a word belongs to a term or name of another kind."""
    return any(
        hit.start <= word.start < hit.end and (hit.concept.id != concept.id or hit.term.status.is_forbidden)
        for hit in uses(target).all_hits
    )


def _beside(target: Passage) -> Iterator[Spot]:
    """Words that are nearly a part of a registered name, beside another part of it."""
    if target.glossary is None:
        return
    language = primary(target.language)
    known = register(target.glossary, language)
    for first, last in (pair for sequence in sequences(target) for pair in pairwise(sequence)):
        for given in stems(first.text, language):
            for concept in known.by_given.get(given, ()):
                surname = _parts(concept, target.language)[-1]
                if is_near(surname, last.text, language):
                    yield _misspelt(target, last, (surname, None))
        for surname in stems(last.text, language):
            for concept in known.by_surname.get(surname, ()):
                *_rest, given = _parts(concept, target.language)[:-1]
                if is_near(given, first.text, language):
                    yield _misspelt(target, first, (given, None))


def _parts(concept: Concept, language: str) -> list[str]:
    """The words of a name, those of compounds too."""
    return [part for name in wanted_terms(concept, language)[0].text.split() for part in name.split("-")]


def _unlike(source: Passage, target: Passage) -> Iterator[Spot]:
    """Words with one consonant more than the name in the source, or with two in the wrong order."""
    if source is target:
        return
    for named in people_unknown(source):
        for name in named.words:
            for word in name_words(target):
                if (right := _without_slip(name, word.text)) and not any(
                    distance(name, other.text) == 0 for other in name_words(target)
                ):
                    yield _misspelt(target, word, (right, (named.start, named.end)), Severity.WARNING)


def _without_slip(name: str, word: str) -> str:
    """A word without the letter, or the exchange of two, that keeps it from sounding as the name, if there is one."""
    if len(name) < 5 or distance(name, word) != 1:
        return ""
    for at in range(1, len(word)):
        if distance(name, word[:at] + word[at + 1 :]) == 0:
            return word[:at] + word[at + 1 :]
    for at in range(1, len(word) - 1):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if distance(name, swapped) == 0:
            return swapped
    return ""


def _misspelt(
    target: Passage,
    word: NameWord,
    right: tuple[str, tuple[int, int] | None],
    severity: Severity | None = None,
) -> Spot:
    name, evidence = right
    form = in_form_of(name, word.text, primary(target.language)) if severity is None else name
    said = message(N_("The name “{found}” is spelt “{right}”."), found=word.text, right=form)
    fixes = (Fix(word.start, word.end, form),)
    return Spot(word.start, word.end, said, fixes, severity=severity, evidence=evidence)


def _evidence(source: Passage, target: Passage, concept: Concept) -> tuple[int, int] | None:
    if source is target:
        return None
    found = (named for named in registered(source) if named.concept and named.concept.id == concept.id)
    return next(((named.start, named.end) for named in found), None)


def _is_missing(concept: Concept, target: Passage) -> bool:
    terms = wanted_terms(concept, target.language)
    if not terms or any(hit.concept.id == concept.id for hit in uses(target).all_hits):
        return False
    language = primary(target.language)
    for term in terms:
        for part in words(term.text):
            if has_akin(said_words(target), part) or any(
                is_near(part, word.text, language) for word in name_words(target)
            ):
                return False
    return True


def _missing(source: Passage, target: Passage, named: Named) -> Spot:
    name = source.text.string[named.start : named.end]
    said = message(N_("The source names “{name}”, the translation does not."), name=name)
    return Spot(0, len(target.text), said, side=Side.TARGET, evidence=(named.start, named.end))


REGISTERED_NAME: Final = PairRule(
    "name.register",
    Severity.ERROR,
    N_("A name that is spelt otherwise than in the register or the source"),
    registered_name,
    alone=True,
)
MISSING_NAME: Final = PairRule(
    "name.missing", Severity.WARNING, N_("A name of the source without its counterpart"), missing_name
)
