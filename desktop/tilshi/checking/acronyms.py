"""Rules over acronyms in a release: introduced with their full form, then used, one for each body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, Final, NamedTuple

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.introductions import ABBREVIATED, Introduction, acronyms_of, dateline_end, introductions
from tilshi.checking.passages import Line, Passage
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.checking.strangers import best_term, wanted_terms
from tilshi.checking.uses import replacing, surface, uses
from tilshi.i18n import N_
from tilshi.language.acronyms import Acronym, is_known
from tilshi.language.tags import primary
from tilshi.release import Role
from tilshi.terminology.concepts import Concept, TermType
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lookup import TermHit

_PROSE: Final = frozenset(
    {Role.LEAD, Role.BODY, Role.BACKGROUND, Role.FACT, Role.LIST_ITEM, Role.NOTES, Role.ACCREDITATION, Role.QUOTE}
)
"""Parts that are read in order; headings, contacts and tables stand apart."""


class _Sender(NamedTuple):
    """That a release has this acronym as its sender's own, above all the text."""


class _Unexplained(NamedTuple):
    """An acronym of the glossary that is not introduced before it in its line, at its first place there."""

    acronym: Acronym
    hit: TermHit


class _Misfit(NamedTuple):
    """An introduction with the wrong letters, which is judged by itself."""

    found: Introduction


class _Theirs(NamedTuple):
    """An acronym of the source that stands for a concept; whether it is introduced there."""

    concept: str
    is_introduction: bool


def introduced_acronyms(entries: tuple[Entry, ...], frame: Frame) -> Iterator[Spot]:
    """An acronym without its full form, or one that does not fit it.

    The first use in the running text has the full form before it; a dateline is no introduction. What everybody knows
    needs none; a translation needs one where its source has one. The sender's own, which stands above, is a note.
    """
    first_line, (first_fact, *_rest) = entries[0]
    if isinstance(first_fact, _Misfit):
        yield from (_misfit(first_line, misfit.found) for misfit in entries[0].facts)
        return
    theirs = {fact.concept for entry in entries for fact in entry.facts if isinstance(fact, _Theirs)}
    if not theirs and not frame.is_source:
        return
    for line, facts in entries:
        first = next((fact for fact in facts if isinstance(fact, _Unexplained)), None)
        if first and (frame.is_source or first.hit.concept.id in theirs):
            is_sender = any(isinstance(fact, _Sender) for entry in entries for fact in entry.facts)
            severity = Severity.NOTE if frame.is_source and is_sender else Severity.ERROR
            yield _unintroduced(line, *first, severity)
            return
        if any(isinstance(fact, Introduction) for fact in facts):
            return


def _introducing(line: Line, frame: Frame) -> Said:
    """What a line has to do with introducing acronyms, under the right letters."""
    for each in introductions(line.read):
        yield each.expected or each.acronym.letters, each
        if each.expected:
            yield ("misfit", line.segment), _Misfit(each)
    if line.role is Role.KICKER:
        yield from ((acronym.letters, _Sender()) for acronym in acronyms_of(line.read))
    if line.role in _PROSE:
        yield from ((found.acronym.letters, found) for found in _unexplained(line.read))
    if not frame.is_source:
        yield from _introduced_in_source(line, frame)


def _introduced_in_source(line: Line, frame: Frame) -> Said:
    """The concepts whose acronyms the source of a line introduces, under the acronyms they have here."""
    for each in introductions(line.source):
        if each.concept:
            for letters in _letters(each.concept, frame.language):
                yield letters, _Theirs(each.concept.id, is_introduction=True)


def _letters(concept: Concept, language: str) -> Iterator[str]:
    """The acronyms of a concept in a language."""
    return (term.text for term in wanted_terms(concept, language) if term.kind is TermType.ACRONYM)


def _misfit(line: Line, found: Introduction) -> Spot:
    start, end = found.acronym.start, found.acronym.letters_end
    full = line.read.text.string[found.start : start].rstrip(" (\u00a0«“")
    said = message(
        N_("“{found}” does not fit “{full}”; the acronym is “{expected}”."),
        found=found.acronym.letters,
        full=full,
        expected=found.expected,
    )
    fixes = (Fix(start, end, found.expected),)
    evidence = _source_span(line, found.concept) if found.concept else None
    return Spot(start, end, said, fixes, segment=line.segment, evidence=evidence)


def _unexplained(read: Passage) -> Iterator[_Unexplained]:
    """Acronyms of the glossary that a text uses before it introduces them."""
    here = {each.expected or each.acronym.letters: each.acronym.start for each in introductions(read)}
    for acronym in acronyms_of(read):
        letters = acronym.letters
        if acronym.start < dateline_end(read) or is_known(letters, read.language):
            continue
        if here.get(letters, len(read.prose)) > acronym.start:
            found = (hit for hit in uses(read).all_hits if hit.start == acronym.start)
            hit = next((hit for hit in found if hit.term.text == letters and not hit.term.status.is_forbidden), None)
            if hit is not None and best_term(hit.concept, read.language) != hit.term:
                yield _Unexplained(acronym, hit)


def _unintroduced(line: Line, acronym: Acronym, hit: TermHit, severity: Severity) -> Spot:
    full = best_term(hit.concept, line.read.language)
    assert full is not None, "a concept with an acronym in a language has a term in it"
    said = message(
        N_("“{acronym}” stands here for the first time: write “{full} ({acronym})”."),
        acronym=acronym.letters,
        full=full.text,
    )
    fixes = tuple(
        Fix(fix.start, fix.end, f"{fix.replacement} ({acronym.letters})")
        for fix in replacing(line.read, hit.start, hit.end, full)
    )
    evidence = _source_span(line, hit.concept)
    return Spot(hit.start, hit.end, said, fixes, segment=line.segment, severity=severity, evidence=evidence)


def unused_acronyms(entries: tuple[Entry, ...], frame: Frame) -> Iterator[Spot]:
    """An acronym that is introduced and never used.

    Not where the source does the same.
    """
    ours = (fact for entry in entries for fact in entry.facts if isinstance(fact, Acronym))
    if sum(1 for _acronym in islice(ours, 2)) != 1:
        return
    facts = [(line, fact) for line, facts in entries for fact in facts]
    for line, fact in facts:
        if isinstance(fact, Introduction) and (frame.is_source or not _is_unused_in_source(facts, fact)):
            start, end = fact.acronym.start, fact.acronym.end
            said = message(N_("“{acronym}” is introduced and not used again."), acronym=fact.acronym.letters)
            yield Spot(start, end, said, _without_brackets(line.read, start, end), segment=line.segment)


def _using(line: Line, frame: Frame) -> Said:
    """The acronyms of a line, and those it introduces, under their letters; those of the source under ours."""
    if found := acronyms_of(line.read):
        yield from ((acronym.letters, acronym) for acronym in found)
        if line.role in _PROSE:
            yield from ((each.acronym.letters, each) for each in introductions(line.read) if not each.expected)
    if not frame.is_source and (theirs := acronyms_of(line.source)):
        yield from _used_in_source(line, theirs, frame)
        yield from _introduced_in_source(line, frame)


def _used_in_source(line: Line, theirs: tuple[Acronym, ...], frame: Frame) -> Said:
    if line.source.glossary is not None:
        ours = _counterparts(line.source.glossary, primary(frame.source_language), frame.language)
        for acronym in theirs:
            for letters, concept in ours.get(acronym.letters, ()):
                yield letters, _Theirs(concept, is_introduction=False)


@lru_cache(maxsize=16)
def _counterparts(glossary: Glossary, source: str, language: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each acronym of one language those of another for the same concept, with the concept's id."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for concept in glossary.concepts():
        for theirs in _letters(concept, source):
            ours = ((letters, concept.id) for letters in _letters(concept, language))
            found[theirs] = (*found.get(theirs, ()), *ours)
    return found


def _is_unused_in_source(facts: list[tuple[Line, Any]], found: Introduction) -> bool:
    if found.concept is None:
        return False
    theirs = [fact for _line, fact in facts if isinstance(fact, _Theirs) and fact.concept == found.concept.id]
    return any(fact.is_introduction for fact in theirs) and sum(not fact.is_introduction for fact in theirs) == 1


def _without_brackets(read: Passage, start: int, end: int) -> tuple[Fix, ...]:
    """Taking the acronym out, where it stands in the brackets alone."""
    prose = read.prose
    if prose[start - 1] != "(" or prose[end : end + 1] != ")":
        return ()
    first = start - 1
    while first and prose[first - 1].isspace():
        first -= 1
    return (Fix(first, end + 1, ""),)


def repeated_full_forms(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """A full form where its acronym has been introduced.

    Not where the source has it too, nor in quotations.
    """
    letters = ""
    for line, facts in entries:
        if letters:
            yield from (_repeated(line, fact, letters) for fact in facts if isinstance(fact, TermHit))
        letters = next((fact.acronym.letters for fact in reversed(facts) if isinstance(fact, Introduction)), letters)


def _full_forms(line: Line, _frame: Frame) -> Said:
    """The acronyms that a line introduces, and the full forms that might be written short, under their concepts."""
    read = line.read
    for each in introductions(read):
        if each.concept and not each.expected:
            yield each.concept.id, each
    if line.role in _PROSE and line.role is not Role.QUOTE:
        for hit in uses(read).outer:
            if _is_full_form(read, hit) and any(_letters(hit.concept, read.language)) and not _source_has_it(line, hit):
                yield hit.concept.id, hit


def _is_full_form(read: Passage, hit: TermHit) -> bool:
    if hit.term.status.is_forbidden or hit.term.kind is TermType.ACRONYM:
        return False
    return not any(each.start <= hit.start < each.acronym.start for each in introductions(read))


def _source_has_it(line: Line, hit: TermHit) -> bool:
    if line.source is line.read:
        return False
    said = uses(line.source).wanted.get(hit.concept.id, ())
    return any(other.term.kind is not TermType.ACRONYM for other in said)


def _repeated(line: Line, hit: TermHit, letters: str) -> Spot:
    said = message(
        N_("“{acronym}” has been introduced: “{found}” need not be written out again."),
        acronym=letters,
        found=surface(line.read, hit),
    )
    short = next(term for term in wanted_terms(hit.concept, line.read.language) if term.text == letters)
    fixes = replacing(line.read, hit.start, hit.end, short)
    evidence = _source_span(line, hit.concept)
    return Spot(hit.start, hit.end, said, fixes, segment=line.segment, evidence=evidence)


def _source_span(line: Line, concept: Concept) -> tuple[int, int] | None:
    found = uses(line.source).wanted.get(concept.id)
    return (found[0].start, found[0].end) if found and line.source is not line.read else None


INTRODUCED_ACRONYMS: Final = ReleaseRule(
    "acr.intro",
    Severity.ERROR,
    N_("An acronym without its full form, or one that does not fit it"),
    _introducing,
    introduced_acronyms,
    hint=ABBREVIATED.in_either,
)
UNUSED_ACRONYMS: Final = ReleaseRule(
    "acr.unused",
    Severity.NOTE,
    N_("An acronym that is introduced and never used"),
    _using,
    unused_acronyms,
    hint=ABBREVIATED.in_either,
)
REPEATED_FULL_FORMS: Final = ReleaseRule(
    "acr.full",
    Severity.NOTE,
    N_("A full form where its acronym has been introduced"),
    _full_forms,
    repeated_full_forms,
)
