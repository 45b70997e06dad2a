"""The most likely sequence of roles: what each paragraph could be, weighed against the order of a release.

Parts follow one another as in the house's templates (kicker, date, headline, lead, body, background, boilerplate,
notes, contacts, links). A path through all paragraphs is scored by the evidence for its roles and by its steps, and the
best one is found by dynamic programming (Viterbi 1967). How much worse the best path with another role would be gives
the confidence in each role.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import Final

from tilshi.release import Role

_TABLE: Final = frozenset({Role.TABLE_HEADER, Role.TABLE_ROW})
_TOP: Final = frozenset({Role.EMBARGO, Role.KICKER, Role.LOGO_LINE, Role.DATE})
_RUNNING: Final = frozenset(
    {Role.SECTION_HEADING, Role.BODY, Role.QUOTE, Role.ATTRIBUTION, Role.FACT, Role.LIST_ITEM, Role.ACCREDITATION}
)
_LINKS: Final = frozenset({Role.WEBSITE, Role.FOOTAGE_INTRO, Role.FOOTAGE, Role.SOCIAL_INTRO, Role.SOCIAL_LINKS})
_STAGES: Final = (
    _TOP,
    frozenset({Role.HEADLINE}),
    frozenset({Role.SUBHEADLINE}),
    frozenset({Role.LEAD}),
    _RUNNING | _TABLE,
    frozenset({Role.BACKGROUND}),
    frozenset({Role.SIGNATORY}),
    frozenset({Role.BOILERPLATE}),
    frozenset({Role.NOTES}),
    frozenset({Role.CONTACT_INTRO}),
    frozenset({Role.CONTACT_NAME, Role.CONTACT_ROLE, Role.CONTACT_PHONE, Role.CONTACT_EMAIL}),
    _LINKS,
)
_STAGE: Final = {role: stage for stage, roles in enumerate(_STAGES) for role in roles}
_CONTACT: Final = _STAGES[10]
_ONCE: Final = frozenset({Role.KICKER, Role.LOGO_LINE, Role.DATE, Role.HEADLINE, Role.LEAD, Role.CONTACT_INTRO})

_BACKWARD: Final = -3.0
_AGAIN: Final = -6.0
_IMPOSSIBLE: Final = -20.0

# What follows what, beyond the order of the stages.
_STEPS: Final = {
    (Role.KICKER, Role.DATE): 0.5,
    (Role.HEADLINE, Role.DATE): -0.5,
    (Role.HEADLINE, Role.LEAD): 1.5,
    (Role.SUBHEADLINE, Role.LEAD): 1.5,
    (Role.DATE, Role.LEAD): 0.5,
    (Role.HEADLINE, Role.BODY): -2.0,
    (Role.SUBHEADLINE, Role.SUBHEADLINE): -1.0,
    (Role.SUBHEADLINE, Role.BODY): -2.0,
    (Role.QUOTE, Role.ATTRIBUTION): 1.0,
    (Role.BODY, Role.SECTION_HEADING): 0.3,
    (Role.SECTION_HEADING, Role.SECTION_HEADING): -2.0,
    (Role.LIST_ITEM, Role.LIST_ITEM): 0.5,
    (Role.FACT, Role.FACT): 0.5,
    (Role.NOTES, Role.NOTES): 3.0,
    (Role.BOILERPLATE, Role.BOILERPLATE): 0.5,
    (Role.BACKGROUND, Role.BACKGROUND): 0.5,
    (Role.SIGNATORY, Role.SIGNATORY): 0.5,
    (Role.CONTACT_INTRO, Role.CONTACT_NAME): 2.0,
    (Role.CONTACT_INTRO, Role.CONTACT_PHONE): 1.0,
    (Role.CONTACT_INTRO, Role.CONTACT_EMAIL): 1.0,
    (Role.CONTACT_NAME, Role.CONTACT_NAME): -1.5,
    (Role.CONTACT_NAME, Role.CONTACT_ROLE): 1.0,
    (Role.CONTACT_PHONE, Role.CONTACT_NAME): 0.5,
    (Role.CONTACT_EMAIL, Role.CONTACT_NAME): 0.5,
    (Role.FOOTAGE_INTRO, Role.FOOTAGE): 4.0,
    (Role.FOOTAGE, Role.FOOTAGE): 0.5,
    (Role.SOCIAL_INTRO, Role.SOCIAL_LINKS): 4.0,
    (Role.SOCIAL_LINKS, Role.SOCIAL_LINKS): 1.0,
}
_BEST_FEW: Final = 7


@dataclass(frozen=True, slots=True)
class Choice:
    """The role of a paragraph and how sure it is, 0 to 1."""

    role: Role
    confidence: float


def choose(evidence: list[dict[Role, float]]) -> tuple[Choice, ...]:
    """The roles on the best path, one for each paragraph's candidates."""
    if not evidence:
        return ()
    columns = [_likeliest(scores) for scores in evidence]
    forward = [{role: score + _start(role) for role, score in columns[0].items()}]
    for column in columns[1:]:
        before = forward[-1]
        forward.append(
            {
                role: score + max(s + _step(earlier, role) for earlier, s in before.items())
                for role, score in column.items()
            }
        )
    backward: list[dict[Role, float]] = [dict.fromkeys(columns[-1], 0.0)]
    for column, after in zip(reversed(columns[:-1]), reversed(columns[1:]), strict=True):
        ahead = backward[-1]
        backward.append(
            {role: max(_step(role, later) + after[later] + s for later, s in ahead.items()) for role in column}
        )
    totals = [
        {role: score + behind[role] for role, score in ahead.items()}
        for ahead, behind in zip(forward, reversed(backward), strict=True)
    ]
    return tuple(_choice(total) for total in totals)


def _likeliest(scores: dict[Role, float]) -> dict[Role, float]:
    return dict(sorted(scores.items(), key=lambda pair: -pair[1])[:_BEST_FEW])


def _choice(total: dict[Role, float]) -> Choice:
    ranked = sorted(total.values(), reverse=True)
    margin = ranked[0] - ranked[1] if len(ranked) > 1 else 10.0
    return Choice(max(total, key=lambda role: total[role]), 1 / (1 + math.exp(-margin)))


def _start(role: Role) -> float:
    """What may come first: something of the top, a headline; a lead if it must."""
    if _STAGE[role] <= _STAGE[Role.HEADLINE]:
        return 0.0
    return -1.0 if role is Role.LEAD else -3.0


@cache
def _step(before: Role, role: Role) -> float:
    score = _STEPS.get((before, role), 0.0)
    stage, was = _STAGE[role], _STAGE[before]
    if before is role and role in _ONCE:
        score += _AGAIN
    elif stage < was:
        score += _back(before, role)
    return score + _neighbourhood(before, role)


def _back(before: Role, role: Role) -> float:
    """Steps back in the order: a date below the headline, notes or boilerplate below the contacts are usual too."""
    if role is Role.DATE and before in {Role.HEADLINE, Role.SUBHEADLINE}:
        return 0.0
    if before in _CONTACT | _LINKS and role in {Role.BOILERPLATE, Role.NOTES, Role.CONTACT_INTRO}:
        return -0.5
    if before in _LINKS and role in _CONTACT:
        return -1.0
    return _BACKWARD


def _neighbourhood(before: Role, role: Role) -> float:
    """Parts that only make sense after certain others."""
    score = 0.0
    if role is Role.ATTRIBUTION and before is not Role.QUOTE:
        score += _IMPOSSIBLE
    if role is Role.TABLE_HEADER:
        score += _IMPOSSIBLE if before in _TABLE else 0.5
    if role is Role.TABLE_ROW and before not in _TABLE:
        score -= 1.0
    if role is Role.CONTACT_ROLE and before not in {Role.CONTACT_NAME, Role.CONTACT_ROLE}:
        score += _IMPOSSIBLE
    if role is Role.CONTACT_NAME and before not in _CONTACT | {Role.CONTACT_INTRO}:
        score -= 3.0
    if before is Role.SECTION_HEADING and role not in _RUNNING | _TABLE:
        score -= 3.0
    if role is Role.NOTES and before is not Role.NOTES:
        score -= 2.0
    return score
