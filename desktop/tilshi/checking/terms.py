"""Rules over terms: the glossary's are used, its forbidden ones are not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.passages import Passage
from tilshi.checking.rules import PairRule
from tilshi.checking.strangers import NOUNS, best_term, is_name
from tilshi.checking.uses import replacing, surface, uses
from tilshi.checking.wording import content_words, is_akin
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Scope, Status, Term, TermType
from tilshi.terminology.lookup import TermHit


def forbidden_term(source: Passage, target: Passage) -> Iterator[Spot]:
    """A term that is not to be used.

    In any form. One that is wrong only for its own concept counts where the source speaks of that concept and the
    translation has no right term for it; one within a longer term that is right does not count.
    """
    if target.glossary is None:
        return
    for hit in uses(target).outer:
        if not hit.term.status.is_forbidden or is_name(hit.concept):
            continue
        if hit.term.scope is Scope.ALWAYS or _stands_for_concept(source, target, hit):
            yield _forbidden(source, target, hit)


def _stands_for_concept(source: Passage, target: Passage, hit: TermHit) -> bool:
    if source is target:
        return False
    name = hit.concept.id
    said = [found for found in uses(source).outer if not found.term.status.is_forbidden]
    right = [found for found in uses(target).wanted.get(name, ()) if found.end <= hit.start or hit.end <= found.start]
    if sum(found.concept.id == name for found in said) <= len(right):
        return False
    # The same words may be right for something else that the source speaks of.
    spoken_of = {found.concept.id for found in said}
    others = (found for found in uses(target).outer if (found.start, found.end) == (hit.start, hit.end))
    return not any(not other.term.status.is_forbidden and other.concept.id in spoken_of for other in others)


def _forbidden(source: Passage, target: Passage, hit: TermHit) -> Spot:
    right = best_term(hit.concept, target.language, acronym=_is_short(hit.term))
    found = surface(target, hit)
    if right is None:
        said = message(N_("“{found}” is not to be used: {reason}."), found=found, reason=hit.term.reason or "–")
    elif hit.term.reason:
        said = message(
            N_("“{found}” is not to be used, but “{term}”: {reason}."),
            found=found,
            term=right.text,
            reason=hit.term.reason,
        )
    else:
        said = message(N_("“{found}” is not to be used, but “{term}”."), found=found, term=right.text)
    fixes = replacing(target, hit.start, hit.end, right) if right else ()
    return Spot(hit.start, hit.end, said, fixes, evidence=_evidence(source, target, hit))


def _evidence(source: Passage, target: Passage, hit: TermHit) -> tuple[int, int] | None:
    """Where the source speaks of the same concept."""
    if source is target:
        return None
    found = uses(source).wanted.get(hit.concept.id)
    return (found[0].start, found[0].end) if found else None


def _is_short(term: Term) -> bool:
    """Whether a forbidden term is meant for an acronym."""
    return term.kind is TermType.ACRONYM or (term.text.isupper() and " " not in term.text)


def admitted_term(source: Passage, target: Passage) -> Iterator[Spot]:
    """A term that is admitted where another is preferred.

    Terms that differ in gender or capitals alone are one.
    """
    if target.glossary is None:
        return
    for hit in uses(target).outer:
        if hit.term.status is not Status.ADMITTED or hit.term.part_of_speech not in NOUNS:
            continue
        right = best_term(hit.concept, target.language)
        if right is None or right.status is not Status.PREFERRED:
            continue
        if not is_same_word(hit.term, right) and is_only_meaning(target, hit):
            said = message(N_("“{term}” is preferred to “{found}”."), term=right.text, found=surface(target, hit))
            fixes = replacing(target, hit.start, hit.end, right)
            yield Spot(hit.start, hit.end, said, fixes, evidence=_evidence(source, target, hit))


def is_same_word(one: Term, other: Term) -> bool:
    """Whether two terms are forms of one: cheffe and chef de délégation, ICRC president and President of the ICRC.

    One may be the other in short: civil, personne civile.
    """
    shorter, longer = sorted((content_words(term.text, primary(term.language)) for term in (one, other)), key=len)
    return all(any(is_akin(this, that) or is_akin(that, this) for that in longer) for this in shorter)


def is_only_meaning(target: Passage, hit: TermHit) -> bool:
    """Whether the words are no preferred term of another concept."""
    return not any(
        (other.start, other.end) == (hit.start, hit.end) and other.term.status is Status.PREFERRED
        for other in uses(target).outer
    )


FORBIDDEN_TERM: Final = PairRule(
    "term.forbidden", Severity.ERROR, N_("A term that is not to be used"), forbidden_term, alone=True
)
ADMITTED_TERM: Final = PairRule(
    "term.variant", Severity.NOTE, N_("A term that is admitted where another is preferred"), admitted_term, alone=True
)
