"""The rules over a translation and its source, without a glossary."""

from __future__ import annotations

from typing import Final

from tilshi.checking.clocks import TIME_ZONE
from tilshi.checking.completeness import EMPTY_TARGET
from tilshi.checking.dating import DATE_VALUE, DATE_WEEKDAY
from tilshi.checking.figures import NUMBER_VALUE
from tilshi.checking.house_dates import DATE_FORM
from tilshi.checking.measures import NUMBER_FORM, PERCENT_SPACE, UNITS
from tilshi.checking.negations import NEGATION_LOST
from tilshi.checking.rules import Rule

BILINGUAL: Final[tuple[Rule, ...]] = (
    EMPTY_TARGET,
    NUMBER_VALUE,
    NUMBER_FORM,
    UNITS,
    PERCENT_SPACE,
    DATE_VALUE,
    DATE_FORM,
    TIME_ZONE,
    DATE_WEEKDAY,
    NEGATION_LOST,
)
"""In the order in which they report on a segment."""
