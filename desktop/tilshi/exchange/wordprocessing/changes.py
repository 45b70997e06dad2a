"""Tracked changes (17.13.5): what the user decides about them, and what that makes of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tilshi.exchange.imported import TrackedChanges
from tilshi.files.word import W
from tilshi.i18n import N_, _

if TYPE_CHECKING:
    from lxml.etree import _Element

INSERTIONS: Final = frozenset({f"{W}ins", f"{W}moveTo"})
DELETIONS: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_SAID: Final = {
    f"{W}ins": N_("Inserted: {text}"),
    f"{W}moveTo": N_("Moved to here: {text}"),
    f"{W}del": N_("Deleted: {text}"),
    f"{W}moveFrom": N_("Moved away from here: {text}"),
}


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: its element (`w:ins` …), who made it and when (as Word writes it)."""

    tag: str
    author: str = ""
    date: str = ""

    def said(self, text: str) -> str:
        """The change in words, for a note."""
        return _(_SAID[self.tag]).format(text=text)


def revision(element: _Element) -> Revision:
    """The change an element stands for."""
    return Revision(str(element.tag), element.get(f"{W}author", ""), element.get(f"{W}date", ""))


def is_kept(tag: str, changes: TrackedChanges) -> bool:
    """Whether what stands within a change of that element belongs to the text."""
    return (tag in DELETIONS) == (changes is TrackedChanges.REJECT)


def joins_next(properties: _Element | None, changes: TrackedChanges) -> _Element | None:
    """The change that takes the mark of a paragraph away (17.13.5.15, 17.13.5.20), so that it goes on with the next."""
    marks = None if properties is None else properties.find(f"{W}rPr")
    if marks is None:
        return None
    return next(
        (mark for mark in marks if mark.tag in INSERTIONS | DELETIONS and not is_kept(str(mark.tag), changes)),
        None,
    )
