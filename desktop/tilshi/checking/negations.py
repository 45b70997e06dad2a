"""A rule over negations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import ADDRESSES, Passage
from tilshi.checking.rules import PairRule
from tilshi.checking.sentences import sentences
from tilshi.i18n import N_
from tilshi.language.negation import Spans, absences, denials, is_known, may_deny, refusals
from tilshi.release import Role

_Span = tuple[int, int]


def negation_lost(source: Passage, target: Passage) -> Iterator[Spot]:
    """A negation of the source without one in the translation.

    Sentence by sentence where both texts have as many, otherwise over the whole. What may say the same without a
    negating word (forbidden, тыйым салынады, -сыз) counts as one.
    """
    if source.role in _SILENT or not (is_known(source.language) and is_known(target.language)):
        return
    if not (source.parsed(_denials) or source.parsed(_absences)) or not target.prose.strip():
        return
    for ours, theirs in _together(source, target):
        lost = _lost(source, ours, target, theirs)
        if lost:
            word = source.text.string[lost[0] : lost[1]]
            text = message(N_("The source says “{word}” here; the translation has no negation."), word=word)
            start = theirs[1] - len(target.prose[slice(*theirs)].lstrip(_LEADING))
            yield Spot(start, theirs[1], text, side=Side.TARGET, evidence=lost)


def _lost(source: Passage, ours: _Span, target: Passage, theirs: _Span) -> _Span | None:
    """The negation of a sentence that its translation lacks.

    What is said with “without” may take up one such word of the translation; any other may stand for a denial. So may
    words such as “forbidden”, as far as the source does not have as many.
    """
    denied, absent = _within(source.parsed(_denials), ours), _within(source.parsed(_absences), ours)
    if not denied and not absent:
        return None
    without = len(_within(target.parsed(_absences), theirs))
    refused = len(_within(target.parsed(_refusals), theirs)) - len(_within(source.parsed(_refusals), ours))
    sure = len(_within(target.parsed(_perhaps), theirs)) + max(refused, 0)
    spare = max(without - len(absent), 0)
    if denied and sure + spare == 0:
        return denied[0]
    if denied and len(denied) + len(absent) > max(sure + without, 1):
        return denied[-1]
    return absent[0] if absent and sure + without == 0 else None


def _denials(read: Passage) -> Spans:
    return denials(read.prose, read.language)


def _absences(read: Passage) -> Spans:
    return absences(read.prose, read.language)


def _perhaps(read: Passage) -> Spans:
    return denials(read.prose, read.language, sure=False)


def _refusals(read: Passage) -> Spans:
    """Refusals that are not part of a denial or absence."""
    others = (*read.parsed(_perhaps), *read.parsed(_absences))
    return tuple(
        (start, end)
        for start, end in refusals(read.prose, read.language)
        if not any(low < end and start < high for low, high in others)
    )


def _within(found: Spans, span: _Span) -> Spans:
    return tuple(place for place in found if span[0] <= place[0] < span[1])


def _together(source: Passage, target: Passage) -> Iterator[tuple[_Span, _Span]]:
    ours, theirs = sentences(source), sentences(target)
    if len(ours) == len(theirs):
        yield from zip(ours, theirs, strict=True)
    else:
        yield (0, len(source.prose)), (0, len(target.prose))


_LEADING: Final = "–— \u00a0"
_SILENT: Final = ADDRESSES | {Role.EMBARGO}

NEGATION_LOST: Final = PairRule(
    "neg.lost",
    Severity.WARNING,
    N_("A negation of the source without one in the translation"),
    negation_lost,
    hint=Hint(may_deny).in_source,
)
