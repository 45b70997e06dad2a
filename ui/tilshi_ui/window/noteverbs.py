"""The commands about notes: writing, answering, settling, finding the words they are about."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tilshi.i18n import _
from tilshi.release import Note
from tilshi.release.operations import add_note, resolve_note
from tilshi.release.reviewing import remove_note
from tilshi_ui.document import OpenDocument
from tilshi_ui.panels.notes.threads import Thread
from tilshi_ui.preferences import Preferences
from tilshi_ui.review.times import now
from tilshi_ui.window.reviewverbs import fresh_note_id
from tilshi_ui.window.workarea import WorkArea


class NoteVerbs(QObject):
    """Writes notes into the release; `said` carries what the user should know and need not confirm."""

    said = Signal(str)

    def __init__(self, window: QObject, work: WorkArea, preferences: Preferences) -> None:
        super().__init__(window)
        self._work = work
        self._preferences = preferences
        self.document: OpenDocument | None = None
        self._about: tuple[str, str, int, int] = ("", "", 0, 0)
        notes = work.notes
        notes.written.connect(self._write)
        notes.form.left.connect(self._back)
        notes.gone_to.connect(self.go)
        notes.settled.connect(self._settle)
        notes.answered.connect(self._answer)
        notes.removed.connect(self._remove)

    def add_note(self) -> None:
        """Asks for a note on the selected words, or on the whole segment where none are selected."""
        document = self.document
        if document is None or not document.number(document.place.segment):
            return
        place, rows = document.place, self._work.rows
        in_source = rows.source_cell.hasFocus()
        cell = rows.source_cell if in_source else rows.writer
        language = "" if in_source or document.writes_source else place.language
        start, end = cell.selection
        start, end = (start, end) if start < end else (0, 0)
        self._about = (place.segment, language, start, end)
        self._work.show_notes_page()
        self._work.notes.write(cell.stored[start:end])

    def next_note(self) -> None:
        """Goes to the next segment with an open note."""
        document = self.document
        if document is None:
            return
        here = document.number(document.place.segment)
        order = [
            segment.id
            for _block, segment in document.release.segments()
            if any(not note.resolved for note in segment.notes)
        ]
        following = next((each for each in order if document.number(each) > here), order[0] if order else "")
        if not following:
            self.said.emit(_("There is no open note."))
            return
        document.place.go(following)
        self._work.show_notes_page()

    def go(self, thread: Thread) -> None:
        """Goes to the words a note is about, and selects them."""
        document, note = self.document, thread.note
        if document is None or not document.number(thread.segment):
            return
        in_source = note.language in {"", document.release.source_language}
        if not in_source and note.language in document.release.languages:
            document.place.speak(note.language)
        document.place.go(thread.segment)
        rows = self._work.rows
        cell = rows.source_cell if in_source and rows.source_cell.isVisible() else rows.writer
        cell.setFocus()
        if note.end and (cell is rows.writer) != (in_source and not document.writes_source):
            cell.select(note.start, note.end)
        rows.reveal()

    def _write(self, text: str) -> None:
        document, (segment, language, start, end) = self.document, self._about
        if document is None or not document.number(segment):
            return
        known = document.release.segment(segment)
        length = len(known.source if not language else known.target(language).text)
        start, end = (start, end) if end <= length else (0, 0)
        note = Note(fresh_note_id(known.notes), text, self._name, now(), language, start=start, end=end)
        document.session.end_typing()
        document.apply(add_note(document.release, segment, note))
        self._back()

    def _settle(self, thread: Thread) -> None:
        if (document := self.document) is not None:
            resolved = not thread.note.resolved
            document.apply(resolve_note(document.release, thread.segment, thread.note.id, resolved=resolved))

    def _answer(self, thread: Thread, text: str) -> None:
        if (document := self.document) is not None:
            notes = document.release.segment(thread.segment).notes
            note = Note(fresh_note_id(notes), text, self._name, now(), thread.note.language, reply_to=thread.note.id)
            document.apply(add_note(document.release, thread.segment, note))

    def _remove(self, thread: Thread) -> None:
        if (document := self.document) is not None:
            document.apply(remove_note(document.release, thread.segment, thread.note.id))
            self.said.emit(_("The note was deleted. Ctrl+Z brings it back."))

    @property
    def _name(self) -> str:
        return self._preferences.now.user_name

    def _back(self) -> None:
        self._work.rows.writer.setFocus()
