"""A rule over negations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.negation import Negations, is_known, negations
from tilshi.language.sentences import split
from tilshi.release import Role

_Span = tuple[int, int]


def negation_lost(source: Passage, target: Passage) -> Iterator[Spot]:
    """A negation of the source without one in the translation.

    Sentence by sentence where both texts have as many, otherwise over the whole. What may say the same without a
    negating word (forbidden, тыйым салынады, -сыз) counts as one.
    """
    if source.role in _SILENT or not (is_known(source.language) and is_known(target.language)):
        return
    said = source.parsed(_negations)
    if not (said.denials or said.absences) or not target.prose.strip():
        return
    written = target.parsed(_negations)
    for ours, theirs in _together(source, target):
        lost = _lost(_within(said, ours), _within(written, theirs))
        if lost:
            word = source.text.string[lost[0] : lost[1]]
            text = message(N_("The source says “{word}” here; the translation has no negation."), word=word)
            start = theirs[1] - len(target.prose[slice(*theirs)].lstrip(_LEADING))
            yield Spot(start, theirs[1], text, side=Side.TARGET, evidence=lost)


def _lost(said: Negations, written: Negations) -> _Span | None:
    """The negation of a sentence that its translation lacks.

    What is said with “without” may take up one such word of the translation; any other may stand for a denial.
    """
    spare = len(written.absences) - len(said.absences) if said.absences else len(written.absences)
    sure = len(written.denials) + len(written.refusals)
    if said.denials and sure + max(spare, 0) == 0:
        return said.denials[0]
    if len(said.denials) > max(sure + max(spare, 0), 1):
        return said.denials[-1]
    if said.absences and sure + len(written.absences) == 0:
        return said.absences[0]
    return None


def _negations(read: Passage) -> Negations:
    return negations(read.prose, read.language)


def _sentences(read: Passage) -> tuple[_Span, ...]:
    return split(read.prose, read.language)


def _within(found: Negations, span: _Span) -> Negations:
    return Negations(
        *(
            tuple(place for place in places if span[0] <= place[0] < span[1])
            for places in (found.denials, found.absences, found.refusals)
        )
    )


def _together(source: Passage, target: Passage) -> Iterator[tuple[_Span, _Span]]:
    ours, theirs = source.parsed(_sentences), target.parsed(_sentences)
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
    else:
        yield (0, len(source.prose)), (0, len(target.prose))


_LEADING: Final = "–— \u00a0"
_SILENT: Final = ADDRESSES | {Role.EMBARGO}

NEGATION_LOST: Final = PairRule(
    "neg.lost", Severity.WARNING, N_("A negation of the source without one in the translation"), negation_lost
)
