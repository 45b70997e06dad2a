"""Rules over acronyms in a release: introduced with their full form, then used, one for each body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.introductions import Introduction, acronyms_of, dateline_end, introductions
from tilshi.checking.passages import Line, Manuscript, Passage
from tilshi.checking.rules import ReleaseRule
from tilshi.checking.strangers import best_term, wanted_terms
from tilshi.checking.uses import replacing, surface, uses
from tilshi.i18n import N_
from tilshi.language.acronyms import Acronym, is_known
from tilshi.release import Role
from tilshi.terminology.concepts import Concept, TermType
from tilshi.terminology.lookup import TermHit

_PROSE: Final = frozenset(
    {Role.LEAD, Role.BODY, Role.BACKGROUND, Role.FACT, Role.LIST_ITEM, Role.NOTES, Role.ACCREDITATION, Role.QUOTE}
)
"""Parts that are read in order; headings, contacts and tables stand apart."""


def introduced_acronyms(manuscript: Manuscript) -> Iterator[Spot]:
    """An acronym without its full form, or one that does not fit it.

    The first use in the running text has the full form before it; a dateline is no introduction. What everybody knows
    needs none; a translation needs one where its source has one. The sender's own, which stands above, is a note.
    """
    introduced: set[str] = set()
    told: set[str] = set()
    sender = {
        acronym.letters for line in manuscript.lines if line.role is Role.KICKER for acronym in acronyms_of(line.read)
    }
    for line in manuscript.lines:
        for each in introductions(line.read):
            if each.expected:
                yield _misfit(line, each)
        if line.role not in _PROSE:
            introduced |= {each.expected or each.acronym.letters for each in introductions(line.read)}
            continue
        for acronym, hit in _unexplained(line.read, introduced):
            own = line.source is line.read
            if acronym.letters not in told and (own or _is_introduced_in_source(manuscript, hit)):
                told.add(acronym.letters)
                severity = Severity.NOTE if own and acronym.letters in sender else Severity.ERROR
                yield _unintroduced(line, acronym, hit, severity)
        introduced |= {each.expected or each.acronym.letters for each in introductions(line.read)}


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


def _unexplained(read: Passage, introduced: set[str]) -> Iterator[tuple[Acronym, TermHit]]:
    """Acronyms of the glossary that a text uses before they are introduced, in it or before it."""
    here = {each.expected or each.acronym.letters: each.acronym.start for each in introductions(read)}
    for acronym in acronyms_of(read):
        letters = acronym.letters
        if acronym.start < dateline_end(read) or letters in introduced or is_known(letters, read.language):
            continue
        if here.get(letters, len(read.prose)) > acronym.start:
            found = (hit for hit in uses(read).all_hits if hit.start == acronym.start)
            hit = next((hit for hit in found if hit.term.text == letters and not hit.term.status.is_forbidden), None)
            if hit is not None and best_term(hit.concept, read.language) != hit.term:
                yield acronym, hit


def _is_introduced_in_source(manuscript: Manuscript, hit: TermHit) -> bool:
    found = (each.concept for line in manuscript.lines for each in introductions(line.source))
    return any(concept and concept.id == hit.concept.id for concept in found)


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


def unused_acronyms(manuscript: Manuscript) -> Iterator[Spot]:
    """An acronym that is introduced and never used.

    Not where the source does the same.
    """
    counts = Counter(acronym.letters for line in manuscript.lines for acronym in acronyms_of(line.read))
    for line in manuscript.lines:
        if line.role not in _PROSE:
            continue
        for each in introductions(line.read):
            if counts[each.acronym.letters] == 1 and not each.expected and not _is_unused_in_source(manuscript, each):
                start, end = each.acronym.start, each.acronym.end
                said = message(N_("“{acronym}” is introduced and not used again."), acronym=each.acronym.letters)
                yield Spot(start, end, said, _without_brackets(line.read, start, end), segment=line.segment)


def _is_unused_in_source(manuscript: Manuscript, found: Introduction) -> bool:
    if found.concept is None or manuscript.language == manuscript.release.source_language:
        return False
    theirs = [each for line in manuscript.lines for each in introductions(line.source)]
    letters = {each.acronym.letters for each in theirs if each.concept and each.concept.id == found.concept.id}
    return sum(acronym.letters in letters for line in manuscript.lines for acronym in acronyms_of(line.source)) == 1


def _without_brackets(read: Passage, start: int, end: int) -> tuple[Fix, ...]:
    """Taking the acronym out, where it stands in the brackets alone."""
    prose = read.prose
    if prose[start - 1] != "(" or prose[end : end + 1] != ")":
        return ()
    first = start - 1
    while first and prose[first - 1].isspace():
        first -= 1
    return (Fix(first, end + 1, ""),)


def repeated_full_forms(manuscript: Manuscript) -> Iterator[Spot]:
    """A full form where its acronym has been introduced.

    Not where the source has it too, nor in quotations.
    """
    introduced: dict[str, str] = {}
    for line in manuscript.lines:
        read = line.read
        if line.role in _PROSE and line.role is not Role.QUOTE:
            for hit in uses(read).outer:
                if hit.concept.id in introduced and _is_full_form(read, hit) and not _source_has_it(line, hit):
                    yield _repeated(line, hit, introduced[hit.concept.id])
        for each in introductions(read):
            if each.concept and not each.expected:
                introduced[each.concept.id] = each.acronym.letters


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
    introduced_acronyms,
)
UNUSED_ACRONYMS: Final = ReleaseRule(
    "acr.unused", Severity.NOTE, N_("An acronym that is introduced and never used"), unused_acronyms
)
REPEATED_FULL_FORMS: Final = ReleaseRule(
    "acr.full", Severity.NOTE, N_("A full form where its acronym has been introduced"), repeated_full_forms
)
