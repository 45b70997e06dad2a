"""The one live editor: turns what is typed into splices of the stored text, and leaves undo to the session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget

from tilshi.release import Text
from tilshi.release.marking import atomic_at, whole_marks
from tilshi.release.text import EMPTY, difference
from tilshi_ui.editor.cell import LONG, Cell, window_round
from tilshi_ui.editor.display import accepted, hidden_spans, shown
from tilshi_ui.editor.formats import Format
from tilshi_ui.editor.offsets import from_utf16

LONGEST: Final = 1_200_000
"""Code points a text may have; files with longer ones are refused when they are opened."""

TERM_MIME: Final = "application/x-tilshi-term"
"""A dragged card of a term by its number, from 1; what is written depends on where it is dropped."""

_Standard = QKeySequence.StandardKey
_Moves = QTextCursor.MoveOperation
_REMOVALS: Final = {
    (Qt.Key.Key_Backspace, False): _Moves.PreviousCharacter,
    (Qt.Key.Key_Backspace, True): _Moves.PreviousWord,
    (Qt.Key.Key_Delete, False): _Moves.NextCharacter,
    (Qt.Key.Key_Delete, True): _Moves.NextWord,
}
"""How far a key removes, without and with Ctrl."""
_OURS: Final = (_Standard.Cut, _Standard.Copy, _Standard.Paste, _Standard.SelectAll)


class Writer(Cell):
    """A cell that can be written in.

    `wrote` says what was done to the stored text: start, end (code points) and what stands there now. `caret_moved`
    comes when the caret moved by itself, `left` (-1 up, 1 down) when it leaves the text, `too_long` when more was
    pasted than a text may hold, `undo_asked` and `redo_asked` when the session is to go back or forth, `term_dropped`
    with the number of a term's card that was dropped, the caret being there already. `guarded` comes when a mark would
    have been torn: all of it is selected instead, and the next key removes it.

    While `drafting`, a text is one paragraph among many: `broken` comes with Return, `joined` (-1 with the one before,
    1 with the one after) at its ends, `paragraphs_pasted` with several of them.
    """

    wrote = Signal(int, int, str)
    caret_moved = Signal()
    left = Signal(int)
    too_long = Signal(int)
    undo_asked = Signal()
    redo_asked = Signal()
    entered = Signal()
    term_dropped = Signal(int)
    guarded = Signal()
    broken = Signal()
    joined = Signal(int)
    paragraphs_pasted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.drafting = False
        self._text = EMPTY
        self._hint = (0, 0, 0)
        self._typed_to = -1
        self._changing = False
        self.document().contentsChange.connect(self._remember_hint)
        self.document().contentsChanged.connect(self._report)
        self.cursorPositionChanged.connect(self._caret_moved)

    def event(self, event: QEvent) -> bool:
        """Of the shortcuts, only those of the clipboard are the editor's own; the window decides about all others."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if modifiers and not _is_clipboard(event):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Undo and redo go to the session; up from the first line and down from the last leave the text."""
        if self._is_near_edge(caret := self.caret) and not self.textCursor().hasSelection():
            self.place_caret(caret)  # there is more to go to than is laid out
        commanding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if commanding and event.matches(_Standard.Undo):
            self.undo_asked.emit()
        elif commanding and (event.matches(_Standard.Redo) or event.key() == Qt.Key.Key_Y):
            self.redo_asked.emit()
        elif event.matches(_Standard.SelectAll):
            self.selectAll()  # also what is not laid out
        elif len(self._stored) > LONG and (end := self._far_end(event)) is not None:
            self.place_caret(end)
        elif (way := self._way_out(event)) and not self._can_move(way):
            self.left.emit(way)
        elif not (self.drafting and self._draft(event)) and not self._guard_key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """What an input method writes tears no mark either."""
        if not event.commitString() or not self._guard(*self.selection, writes=True):
            super().inputMethodEvent(event)

    def show_text(self, text: Text, formats: Sequence[Format]) -> None:
        """Shows `text`, whose marks are kept from being torn from now on."""
        self._text = text
        super().show_text(text, formats)

    def follow(self, text: Text) -> bool:
        """Whether `text` is what is shown already, since it was just typed here: the spans have moved along.

        Where it has looks of its own, they are to be painted anew.
        """
        if text.string != self._stored or text.marks or len(text) > LONG or hidden_spans(text.string):
            return False
        self._text = text
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Pastes text without its looks; a term that was dragged here is written by those who know its forms."""
        if source.hasFormat(TERM_MIME):
            self.term_dropped.emit(int(bytes(source.data(TERM_MIME).data()).decode()))
            return
        text = accepted(source.text())
        if self.drafting and "\n" in text.strip("\n"):
            self.paragraphs_pasted.emit(text)
        elif not self._guard(*self.selection, writes=True):
            self.insert(text.strip("\n") if self.drafting else text)

    def insert(self, text: str) -> None:
        """Puts `text` in the place of the selection, as a step of undo of its own."""
        self.replace(*self.selection, text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts `text` in the place of a span, as a step of undo of its own; the caret stands after it."""
        if not self.isEnabled():
            return  # it shows no segment
        if len(self._stored) - (end - start) + len(text) > LONGEST:
            self.too_long.emit(LONGEST)
            return
        stored = self._stored[:start] + text + self._stored[end:]
        self.caret_moved.emit()
        self._show(stored, window_round(stored, start + len(text)))
        self.place_caret(start + len(text))
        self.wrote.emit(start, end, text)
        self.caret_moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Somebody is about to write."""
        super().focusInEvent(event)
        self.entered.emit()

    def _remember_hint(self, position: int, removed: int, added: int) -> None:
        self._hint = (position, removed, added)
        self._changing = not self._showing

    def _report(self) -> None:
        """Finds out what was typed, and says so in terms of the stored text."""
        if self._showing:
            return
        old, new = self._visible, self._raw()
        self._visible, self._changing = new, False
        if old == new:
            return
        start, end, inserted = self._splice(old, new)
        written = accepted(inserted)
        start, end = start + self._first, end + self._first
        self._stored = self._stored[:start] + written + self._stored[end:]
        self._last += len(written) - (end - start)
        self._typed_to = start + len(written)
        self.wrote.emit(start, end, written)
        if shown(written) != inserted:  # and therefore not what _visible should be
            QTimer.singleShot(0, self._show_again)  # a document must not be changed from within its own signal

    def _splice(self, old: str, new: str) -> tuple[int, int, str]:
        """Where the text changed: as Qt says, which knows which of two equal letters was typed, if that is right."""
        position, removed, added = self._hint
        start = from_utf16(old, position)
        end = from_utf16(old, position + removed)
        inserted = new[from_utf16(new, position) : from_utf16(new, position + added)]
        if old[:start] + inserted + old[end:] == new:
            return start, end, inserted
        return difference(old, new)

    def _show_again(self) -> None:
        self._show(self._stored, self.stretch)

    def _caret_moved(self) -> None:
        if self._showing or self._changing:
            return
        if self.caret != self._typed_to:
            self._typed_to = -1
            self.caret_moved.emit()

    def _draft(self, event: QKeyEvent) -> bool:
        """Whether a key did something to the paragraph as a whole."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain:
            return False
        start, end = self.selection
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.broken.emit()
        elif event.key() == Qt.Key.Key_Backspace and start == end == 0:
            self.joined.emit(-1)
        elif event.key() == Qt.Key.Key_Delete and start == end == len(self._stored):
            self.joined.emit(1)
        else:
            return False
        return True

    def _guard_key(self, event: QKeyEvent) -> bool:
        """Whether a key was kept from tearing a mark, or has removed more than the document holds."""
        if self.isReadOnly():
            return False
        writes = bool(event.text()) and event.text().isprintable() and not _is_command(event)
        writes |= event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        span = self.selection if writes or event.matches(_Standard.Cut) else self._removed_by(event)
        if span is None:
            return False
        if self._guard(*span, writes=writes):
            return True
        if self._everything:
            if event.matches(_Standard.Cut):
                self.copy()
            self.replace(0, len(self._stored), event.text() if writes else "")
            return True
        return False

    def _guard(self, start: int, end: int, *, writes: bool) -> bool:
        """Whether a change would have torn a mark; all of it is selected now."""
        if not self._text.marks or self._text.string != self._stored:
            return False
        whole = whole_marks(self._text, start, end)
        if writes and start == end and (mark := atomic_at(self._text, start)):
            whole = (mark.start, mark.end)
        if whole == (start, end):
            return False
        self.select(*whole)
        self.guarded.emit()
        return True

    def _removed_by(self, event: QKeyEvent) -> tuple[int, int] | None:
        """What a key would remove; None where it removes nothing."""
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        move = _REMOVALS.get((Qt.Key(event.key()), by_word))
        if move is None:
            return None
        if self.textCursor().hasSelection():
            return self.selection
        cursor = self.textCursor()
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        start, end = (from_utf16(self._piece, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return self._first + start, self._first + end

    def _far_end(self, event: QKeyEvent) -> int | None:
        """Where a key leads that goes to the beginning or the end of the text, which may not be laid out."""
        if event.matches(_Standard.MoveToStartOfDocument):
            return 0
        return len(self._stored) if event.matches(_Standard.MoveToEndOfDocument) else None

    def _way_out(self, event: QKeyEvent) -> int:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return 0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0
        return -1 if event.key() == Qt.Key.Key_Up else 1

    def _can_move(self, way: int) -> bool:
        cursor = self.textCursor()
        return cursor.movePosition(_Moves.Up if way < 0 else _Moves.Down)


def _is_command(event: QKeyEvent) -> bool:
    """Whether a key comes with Ctrl or Alt alone; both together are AltGr, which writes."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return event.modifiers() & both in {Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier}


def _is_clipboard(event: QKeyEvent) -> bool:
    """Whether a key cuts, copies, pastes or selects all; Ctrl+Insert, Qt's other key for copying, copies the source."""
    return event.key() != Qt.Key.Key_Insert and any(event.matches(key) for key in _OURS)
