"""The rules over terms, names and acronyms, and over the consistency of a release."""

from __future__ import annotations

from typing import Final

from tilshi.checking.omissions import MISSING_TERM
from tilshi.checking.rules import Rule
from tilshi.checking.terms import ADMITTED_TERM, FORBIDDEN_TERM

TERMINOLOGICAL: Final[tuple[Rule, ...]] = (MISSING_TERM, FORBIDDEN_TERM, ADMITTED_TERM)
"""In the order in which they report on a segment."""
