"""The rules over a translation and its source, without a glossary."""

from __future__ import annotations

from typing import Final

from tilshi.checking.channels import EMAIL_DIFFERENCE, PHONE_DIFFERENCE, URL_DIFFERENCE
from tilshi.checking.clocks import TIME_ZONE
from tilshi.checking.completeness import EMPTY_TARGET, SENTENCE_COUNT, UNUSUAL_LENGTH
from tilshi.checking.copies import COPIED
from tilshi.checking.dating import DATE_VALUE, DATE_WEEKDAY
from tilshi.checking.figures import NUMBER_VALUE
from tilshi.checking.fixed import FIXED_STRING
from tilshi.checking.house_dates import DATE_FORM
from tilshi.checking.markup import MARK_MISSING
from tilshi.checking.measures import NUMBER_FORM, PERCENT_SPACE, UNITS
from tilshi.checking.negations import NEGATION_LOST
from tilshi.checking.offices import CONTACT_OFFICE
from tilshi.checking.rules import Rule
from tilshi.checking.speakers import QUOTE_SPEAKER
from tilshi.checking.speech import QUOTE_COUNT
from tilshi.checking.verbatim import QUOTE_VERBATIM

BILINGUAL: Final[tuple[Rule, ...]] = (
    EMPTY_TARGET,
    COPIED,
    SENTENCE_COUNT,
    UNUSUAL_LENGTH,
    NUMBER_VALUE,
    NUMBER_FORM,
    UNITS,
    PERCENT_SPACE,
    DATE_VALUE,
    DATE_FORM,
    TIME_ZONE,
    DATE_WEEKDAY,
    NEGATION_LOST,
    QUOTE_COUNT,
    QUOTE_SPEAKER,
    QUOTE_VERBATIM,
    URL_DIFFERENCE,
    EMAIL_DIFFERENCE,
    PHONE_DIFFERENCE,
    CONTACT_OFFICE,
    MARK_MISSING,
    FIXED_STRING,
)
"""In the order in which they report on a segment."""
