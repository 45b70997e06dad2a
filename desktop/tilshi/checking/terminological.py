"""The rules over terms, names and acronyms, and over the consistency of a release."""

from __future__ import annotations

from typing import Final

from tilshi.checking.acronyms import INTRODUCED_ACRONYMS, REPEATED_FULL_FORMS, UNUSED_ACRONYMS
from tilshi.checking.consistency import SAME_SOURCE, SAME_TARGET
from tilshi.checking.endings import ACRONYM_ENDING
from tilshi.checking.mixture import MIXED_TERMS
from tilshi.checking.name_mixture import MIXED_NAMES
from tilshi.checking.names import MISSING_NAME, REGISTERED_NAME
from tilshi.checking.omissions import MISSING_TERM
from tilshi.checking.rivals import RIVAL_ACRONYMS
from tilshi.checking.rules import Rule
from tilshi.checking.terms import ADMITTED_TERM, FORBIDDEN_TERM

TERMINOLOGICAL: Final[tuple[Rule, ...]] = (
    MISSING_TERM,
    FORBIDDEN_TERM,
    ADMITTED_TERM,
    MIXED_TERMS,
    REGISTERED_NAME,
    MISSING_NAME,
    MIXED_NAMES,
    SAME_SOURCE,
    SAME_TARGET,
    INTRODUCED_ACRONYMS,
    UNUSED_ACRONYMS,
    REPEATED_FULL_FORMS,
    RIVAL_ACRONYMS,
    ACRONYM_ENDING,
)
"""In the order in which they report on a segment."""
