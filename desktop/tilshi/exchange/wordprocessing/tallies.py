"""What was met on the walk through a document: counted, with the first places."""

from __future__ import annotations

from enum import Enum
from typing import Final

from tilshi.exchange.imported import Report, Tally, TrackedChanges
from tilshi.i18n import N_, _

_PLACES: Final = 5


class Met(Enum):
    """What a document may hold beside its text; the value is what it is called."""

    HEADING = N_("Headings")
    LIST_ITEM = N_("Items of lists")
    TABLE = N_("Tables")
    LAYOUT_TABLE = N_("Tables that only arrange text, read as paragraphs")
    LINK = N_("Links")
    NOTE = N_("Footnotes and endnotes, set as notes at the end")
    COMMENT = N_("Comments, kept as notes")
    TEXT_BOX = N_("Text boxes, read after the paragraph they are fixed to")
    PICTURE = N_("Pictures")
    FIELD = N_("Fields, with the result they had")
    FORMULA = N_("Formulas, as plain text")
    INSERTION = N_("Tracked insertions")
    DELETION = N_("Tracked deletions")
    MOVE = N_("Tracked moves")
    HIDDEN = N_("Hidden text")
    HEADER = N_("Headers and footers")
    CONTENTS = N_("Tables of contents and indexes")
    PLACEHOLDER = N_("Placeholders of empty controls")
    RUBY = N_("Readings above the line (ruby)")
    SYMBOL = N_("Signs of a symbol font that no other font has")
    OBJECT = N_("Embedded objects and controls")
    OTHER_DOCUMENT = N_("Documents of another kind within (altChunk, subdocument)")
    DIAGRAM = N_("Diagrams and charts")
    BARE_PICTURE = N_("Pictures without an alternative text, or that cannot be kept")
    ORPHAN = N_("Comments on what is left out")
    END_MARK = N_("Marks of the end, which the template sets")
    BAR = N_("Bars (|) within cells, written as ¦")


_LEFT_OUT: Final = (
    Met.HIDDEN, Met.HEADER, Met.CONTENTS, Met.PLACEHOLDER, Met.RUBY, Met.SYMBOL, Met.OBJECT, Met.OTHER_DOCUMENT,
    Met.DIAGRAM, Met.BARE_PICTURE, Met.ORPHAN, Met.END_MARK,
)  # fmt: skip
_CHANGES: Final = (Met.INSERTION, Met.DELETION, Met.MOVE)


class Tallies:
    """Counts by kind, with the first places of each."""

    __slots__ = ("_counts", "_places")

    def __init__(self) -> None:
        self._counts: dict[Met, int] = {}
        self._places: dict[Met, dict[str, None]] = {}

    def __getitem__(self, kind: Met) -> int:
        return self._counts.get(kind, 0)

    def add(self, kind: Met, place: str = "", count: int = 1) -> None:
        """One more (or `count` more) of a kind, at a place."""
        self._counts[kind] = self[kind] + count
        places = self._places.setdefault(kind, {})
        if place and len(places) < _PLACES:
            places[place] = None

    def report(self, decision: TrackedChanges) -> Report:
        """All of it in words."""
        found = [kind for kind in Met if self[kind]]
        return Report(
            tuple(self._tally(kind) for kind in found if kind not in _LEFT_OUT),
            tuple(self._tally(kind) for kind in found if kind in _LEFT_OUT),
            sum(self[kind] for kind in _CHANGES),
            decision,
        )

    def _tally(self, kind: Met) -> Tally:
        return Tally(_(kind.value), self[kind], tuple(self._places.get(kind, ())))


def in_paragraph(number: int) -> str:
    """The place of a paragraph, counted from 1 among those with text."""
    return _("paragraph {number}").format(number=number)
