"""All requirements there are."""

from __future__ import annotations

from typing import Final

from tilshi.checking.gate.dating import DATE, EMBARGO
from tilshi.checking.gate.obstacles import Requirement
from tilshi.checking.gate.parts import BOILERPLATE, CONTACTS, PARTS, PICTURES
from tilshi.checking.gate.quotes import QUOTATIONS
from tilshi.checking.gate.texts import DATELINE, HEADLINE, LEAD
from tilshi.checking.gate.work import APPROVAL, CHARACTERS, CORRECTION, FINDINGS, REMARKS, REVISION

REQUIREMENTS: Final[tuple[Requirement, ...]] = (
    PARTS,
    REVISION,
    APPROVAL,
    FINDINGS,
    REMARKS,
    CHARACTERS,
    DATE,
    EMBARGO,
    DATELINE,
    HEADLINE,
    LEAD,
    QUOTATIONS,
    BOILERPLATE,
    CONTACTS,
    PICTURES,
    CORRECTION,
)
"""In the order in which they are shown: what is the most work comes first."""
