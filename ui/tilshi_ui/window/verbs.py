"""What the user does to the release: each command is one method that applies one edit."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from tilshi.i18n import _
from tilshi.release import Role, State
from tilshi.release.operations import (
    add_language,
    insert_block,
    is_behind,
    move_block,
    remove_block,
    remove_language,
    set_role,
    set_state,
)
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView


class Reviewing(Protocol):
    """The review view, in which finishing a segment is approving it, and sending it back asks for a note."""

    @property
    def is_active(self) -> bool:
        """Whether it is shown."""
        ...

    def approve(self) -> None:
        """The translation is right."""
        ...

    def return_segment(self) -> None:
        """The translation is sent back."""
        ...


class Verbs(QObject):
    """The commands that change the open release or move within it.

    `said` carries what the user should know and need not confirm; `confirmed` comes with segment and language when the
    user finds a translation finished.
    """

    said = Signal(str)
    confirmed = Signal(str, str)

    def __init__(self, rows: RowsView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.document: OpenDocument | None = None
        self.reviewing: Reviewing | None = None

    def undo(self) -> None:
        """Takes the last step back."""
        self._opened().undo()

    def redo(self) -> None:
        """Does the last undone step again."""
        self._opened().redo()

    def confirm(self) -> None:
        """The translation is finished; goes on with the next one that is not."""
        if self.reviewing is not None and self.reviewing.is_active:
            self.reviewing.approve()
            return
        document = self._opened()
        place = document.place
        if document.writes_source:
            self._rows.step(1)
            return
        target = document.release.segment(place.segment).target(place.language)
        if not target.text:
            self.said.emit(_("There is no translation to confirm yet."))
            return
        behind = is_behind(document.release, place.segment, place.language)
        if behind or target.state is State.INITIAL:
            state = State.TRANSLATED if target.state is State.INITIAL else target.state
            document.apply(set_state(document.release, place.segment, place.language, state))
        self.confirmed.emit(place.segment, place.language)
        self._rows.open_source(writable=False)
        self.next_unfinished()

    def next_unfinished(self) -> None:
        """Goes on with the next segment whose translation is not finished."""
        document = self._opened()
        following = document.next_unfinished(document.place.segment, self._rows)
        if following:
            document.place.go(following)
            self._rows.writer.setFocus()
        else:
            self.said.emit(_("Every segment is translated."))

    def back_to_draft(self) -> None:
        """The translation is not finished after all."""
        if self.reviewing is not None and self.reviewing.is_active:
            self.reviewing.return_segment()
            return
        document = self._opened()
        if not document.writes_source:
            place = document.place
            document.apply(set_state(document.release, place.segment, place.language, State.INITIAL))

    def insert_no_break_space(self) -> None:
        """U+00A0 at the caret."""
        self.insert("\u00a0")

    def insert(self, text: str) -> None:
        """Writes a text at the caret."""
        if text:
            self._rows.writer.setFocus()
            self._rows.writer.insert(text)

    def next_segment(self) -> None:
        """One segment down."""
        self._rows.step(1)

    def previous_segment(self) -> None:
        """One segment up."""
        self._rows.step(-1)

    def add_part(self, role: Role) -> None:
        """A new part after the current one, ready to be written."""
        document = self._opened()
        release = document.release
        segment = document.place.segment
        at = release.place(segment)[0] + 1 if segment else len(release.blocks)
        document.apply(insert_block(release, at, role))
        document.place.speak(release.source_language)
        document.place.go(document.release.blocks[at].segments[0].id)
        self._rows.writer.setFocus()

    def make(self, role: Role) -> None:
        """Another kind for the current part."""
        document = self._opened()
        block = document.release.block_of(document.place.segment)
        document.apply(set_role(document.release, block.id, role))

    def move_part_up(self) -> None:
        """The current part changes places with the one before."""
        self._move_part(-1)

    def move_part_down(self) -> None:
        """The current part changes places with the one after."""
        self._move_part(1)

    def remove_part(self) -> None:
        """The current part goes, with its translations; undo brings it back."""
        document = self._opened()
        release = document.release
        if not document.place.segment:
            return
        at = release.place(document.place.segment)[0]
        neighbours = [*release.blocks[at + 1 :], *reversed(release.blocks[:at])]
        following = next((segment.id for block in neighbours for segment in block.segments), "")
        document.apply(remove_block(release, release.blocks[at].id))
        document.place.go(following)
        self.said.emit(_("The part was removed. Ctrl+Z brings it back."))

    def add_target_language(self, language: str) -> None:
        """One more language to translate into."""
        document = self._opened()
        if language not in document.release.languages:
            document.apply(add_language(document.release, language))
        document.place.speak(language)

    def remove_language(self) -> None:
        """The current language goes, with its translations; undo brings it back."""
        document = self._opened()
        if document.writes_source:
            self.said.emit(_("The source language cannot be removed."))
            return
        document.apply(remove_language(document.release, document.place.language))
        self.said.emit(_("The language was removed with its translations. Ctrl+Z brings them back."))

    def zoom_in(self) -> None:
        """Larger text."""
        self._rows.set_zoom(self._rows.zoom + 10)

    def zoom_out(self) -> None:
        """Smaller text."""
        self._rows.set_zoom(self._rows.zoom - 10)

    def zoom_normal(self) -> None:
        """The usual size of the text."""
        self._rows.set_zoom(100)

    def _move_part(self, by: int) -> None:
        document = self._opened()
        release = document.release
        if not document.place.segment:
            return
        at = release.place(document.place.segment)[0]
        if 0 <= at + by < len(release.blocks):
            document.apply(move_block(release, release.blocks[at].id, at + by))

    def _opened(self) -> OpenDocument:
        assert self.document is not None, "commands that need a release are disabled without one"
        return self.document
