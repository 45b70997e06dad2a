"""What a new version of the source changes, to be seen before it is taken over."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from tilshi.exchange.updating import Row, RowKind, SourceUpdate
from tilshi.i18n import N_, _, ngettext
from tilshi.release import Release, Segment, Text
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.review.table import Pair, PairsTable
from tilshi_ui.theme import Theme
from tilshi_ui.wording import part_names

_SIZE: Final = (960, 620)
_KINDS: Final = {
    RowKind.CHANGED: N_("Changed"),
    RowKind.ADDED: N_("Added"),
    RowKind.REMOVED: N_("Removed"),
    RowKind.MOVED: N_("Moved"),
}


class SourceUpdateDialog(PlainDialog):
    """Accepted: the user takes the new source over."""

    def __init__(
        self, update: SourceUpdate, release: Release, updated: Release, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New version of the source"), parent)
        self.resize(*_SIZE)
        names = {segment.id: name for version in (updated, release) for segment, name in _named(version)}
        self.summary = self.add_text(_summed(update.rows))
        self.table = PairsTable(theme)
        self.table.setAccessibleName(_("What changes in the source"))
        self.body.addWidget(self.table, 1)
        self.add_text(
            _("Translations stay with their parts. Those whose source changes are marked as behind it."), dim=True
        )
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.accept_button = self.add_button(_("&Update the source"), primary=True)
        self.accept_button.clicked.connect(self.accept)
        pairs = [_pair(row, names.get(row.segment, "")) for row in update.rows]
        self.table.show_pairs(pairs, (_("Part"), _("Now"), _("New version")))
        self.table.setFocus()


def _named(release: Release) -> list[tuple[Segment, str]]:
    return [(segment, name) for block, name in part_names(release) for segment in block.segments]


def _pair(row: Row, name: str) -> Pair:
    words = [name, _(_KINDS[row.kind])]
    if row.translated and row.kind is RowKind.REMOVED:
        words.append(_("with its translations"))
    elif row.translated:
        words.append(_("translations behind"))
    return Pair("\n".join(word for word in words if word), Text(row.old), Text(row.new), row.segment)


def _summed(rows: tuple[Row, ...]) -> str:
    """How much of each kind there is, such as `2 parts changed · 1 part added`."""
    counts = {kind: sum(row.kind is kind for row in rows) for kind in RowKind}
    words = {
        RowKind.CHANGED: ngettext("{n} part changed", "{n} parts changed", counts[RowKind.CHANGED]),
        RowKind.ADDED: ngettext("{n} part added", "{n} parts added", counts[RowKind.ADDED]),
        RowKind.REMOVED: ngettext("{n} part removed", "{n} parts removed", counts[RowKind.REMOVED]),
        RowKind.MOVED: ngettext("{n} part moved", "{n} parts moved", counts[RowKind.MOVED]),
    }
    return " · ".join(words[kind].format(n=number) for kind, number in counts.items() if number)
