"""Commands that divide and join segments and parts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tilshi.i18n import _
from tilshi.language.cutting import counterpart
from tilshi.language.sentences import split
from tilshi.release import Release, Role
from tilshi.release.operations import merge_with_next, split_segment
from tilshi.release.structure import join_with_next_block, merge_across, split_block
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView

_ALONE = frozenset(
    {Role.HEADLINE, Role.KICKER, Role.DATE, Role.EMBARGO, Role.PICTURE, Role.TABLE_HEADER, Role.TABLE_ROW}
)
"""Parts of these kinds are never one with the next."""


class PartVerbs(QObject):
    """Each method is one command and one step of undo; `said` carries what the user should know."""

    said = Signal(str)

    def __init__(self, rows: RowsView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.document: OpenDocument | None = None

    def split_segment(self) -> None:
        """Divides the segment at the caret, source and translations together."""
        document = self.document
        if document is None or not document.place.segment:
            return
        cuts = self._cuts(document)
        source = document.release.segment(document.place.segment).source.string
        at = cuts[document.release.source_language]
        if not source[:at].strip() or not source[at:].strip():
            self.said.emit(_("Put the caret where the segment is to be divided."))
            return
        targets = {code: place for code, place in cuts.items() if code != document.release.source_language}
        document.apply(split_segment(document.release, document.place.segment, at, targets))
        self._rows.writer.setFocus()
        self._rows.writer.place_caret(len(self._rows.writer.stored))
        self.said.emit(_("The segment was divided, and its translations with it. Ctrl+J joins them again."))

    def merge_segment(self) -> None:
        """Joins the segment with the next one, also that of a next part of the same kind."""
        document = self.document
        if document is None or not document.place.segment:
            return
        release, name = document.release, document.place.segment
        at, within = release.place(name)
        block = release.blocks[at]
        following = release.blocks[at + 1] if at + 1 < len(release.blocks) else None
        joint = len(release.text(name, document.place.language).string)
        if within + 1 < len(block.segments):
            document.apply(merge_with_next(release, name))
        elif following and following.role is block.role and block.role not in _ALONE and following.segments:
            document.apply(merge_across(release, name))
        else:
            self.said.emit(_("The next segment belongs to a part of another kind; join the parts first."))
            return
        document.place.go(name)
        self._rows.writer.setFocus()
        self._rows.writer.place_caret(joint)

    def split_part(self) -> None:
        """Makes a part of its own of what begins with this segment."""
        document = self.document
        if document is None or not document.place.segment:
            return
        if not document.release.place(document.place.segment)[1]:
            self.said.emit(_("The part begins with this segment already."))
            return
        document.apply(split_block(document.release, document.place.segment))

    def join_part(self) -> None:
        """Makes one part of this one and the next; the segments stay as they are."""
        document = self.document
        if document is None or not document.place.segment:
            return
        block = document.release.block_of(document.place.segment)
        if block is document.release.blocks[-1]:
            self.said.emit(_("There is no next part."))
            return
        document.apply(join_with_next_block(document.release, block.id))

    def _cuts(self, document: OpenDocument) -> dict[str, int]:
        """Where each text of the segment is to be divided: at the caret, and where the others correspond to it."""
        release, place = document.release, document.place
        original, source = release.source_language, release.segment(place.segment).source.string
        in_source = document.writes_source or self._rows.source_cell.hasFocus()
        target = "" if document.writes_source else release.text(place.segment, place.language).string
        cuts = {}
        if document.writes_source:
            at = self._rows.writer.caret
        elif in_source:
            at = self._rows.source_cell.caret
        elif not target.strip():
            at = _middle(source, original)
        else:
            cuts[place.language] = self._rows.writer.caret
            at = counterpart(target, self._rows.writer.caret, place.language, source, original)
        return _proposed(release, place.segment, at) | cuts


def _proposed(release: Release, segment: str, at: int) -> dict[str, int]:
    """The places that correspond to one of the source, by language."""
    source, original = release.segment(segment).source.string, release.source_language
    cuts = {original: at}
    for code, target in release.segment(segment).targets:
        cuts[code] = counterpart(source, at, original, target.text.string, code)
    return cuts


def proposed_cuts(release: Release, segment: str, at: int) -> dict[str, int]:
    """Where the translations of a segment are to be divided when its source is divided before code point `at`."""
    return {code: cut for code, cut in _proposed(release, segment, at).items() if code != release.source_language}


def _middle(text: str, language: str) -> int:
    """Where the sentence begins that is nearest to the middle; 0 where there is one sentence only."""
    starts = [start for start, _end in split(text, language)][1:]
    return min(starts, key=lambda start: abs(start - len(text) / 2), default=0)
