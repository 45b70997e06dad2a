"""All rules there are."""

from __future__ import annotations

from typing import Final

from tilshi.checking.bilingual import BILINGUAL
from tilshi.checking.rules import Rule
from tilshi.checking.terminological import TERMINOLOGICAL
from tilshi.checking.textual import TEXTUAL

RULES: Final[tuple[Rule, ...]] = (*BILINGUAL, *TERMINOLOGICAL, *TEXTUAL)
"""In the order in which they report on a segment."""
