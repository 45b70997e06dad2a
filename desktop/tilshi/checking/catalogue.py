"""All rules there are."""

from __future__ import annotations

from typing import Final

from tilshi.checking.completeness import EMPTY_TARGET
from tilshi.checking.figures import NUMBER_VALUE
from tilshi.checking.rules import Rule
from tilshi.checking.terminological import TERMINOLOGICAL
from tilshi.checking.textual import TEXTUAL

RULES: Final[tuple[Rule, ...]] = (EMPTY_TARGET, NUMBER_VALUE, *TERMINOLOGICAL, *TEXTUAL)
"""In the order in which they report on a segment."""
