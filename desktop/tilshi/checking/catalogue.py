"""All rules there are."""

from __future__ import annotations

from typing import Final

from tilshi.checking.completeness import EMPTY_TARGET
from tilshi.checking.figures import NUMBER_VALUE
from tilshi.checking.letters import HOMOGLYPH
from tilshi.checking.punctuation import DASH_STYLE
from tilshi.checking.rules import Rule
from tilshi.checking.spaces import DOUBLE_SPACE

RULES: Final[tuple[Rule, ...]] = (EMPTY_TARGET, NUMBER_VALUE, HOMOGLYPH, DASH_STYLE, DOUBLE_SPACE)
"""In the order in which they report on a segment."""
