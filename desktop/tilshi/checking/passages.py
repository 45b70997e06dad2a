"""A text as rules read it: with its role and language, and without what is not prose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tilshi.language import addresses
from tilshi.release import MarkKind, Role, Text

MASK: Final = "\ufffc"
"""Stands for each character of an address or of untranslatable text: no letter, no digit, no space."""

TABLES: Final = frozenset({Role.TABLE_HEADER, Role.TABLE_ROW})
ADDRESSES: Final = frozenset({Role.CONTACT_PHONE, Role.CONTACT_EMAIL, Role.WEBSITE, Role.FOOTAGE, Role.SOCIAL_LINKS})


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a segment; `prose` is the text with addresses and untranslatable spans masked, offset for offset."""

    role: Role
    language: str
    text: Text
    prose: str

    @property
    def is_table(self) -> bool:
        """Whether cells are separated by `|`."""
        return self.role in TABLES


def passage(role: Role, language: str, text: Text) -> Passage:
    """A text made ready for the rules."""
    return Passage(role, language, text, _masked(text))


def _masked(text: Text) -> str:
    spans = [(address.start, address.end) for address in addresses.spans(text.string)]
    spans.extend((mark.start, mark.end) for mark in text.marks if mark.kind is MarkKind.UNTRANSLATABLE)
    prose = text.string
    for start, end in spans:
        prose = prose[:start] + MASK * (end - start) + prose[end:]
    return prose
