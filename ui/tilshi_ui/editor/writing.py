"""The one live editor: turns what is typed into splices of the stored text, and leaves undo to the session."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget

from tilshi.release.text import difference
from tilshi_ui.editor.cell import Cell
from tilshi_ui.editor.display import accepted, shown
from tilshi_ui.editor.offsets import from_utf16

LONGEST: Final = 200_000
"""Code points a text may have; files with longer ones are refused when they are opened."""

TERM_MIME: Final = "application/x-tilshi-term"
"""A dragged card of a term by its number, from 1; what is written depends on where it is dropped."""

_Standard = QKeySequence.StandardKey
_OURS: Final = (_Standard.Cut, _Standard.Copy, _Standard.Paste, _Standard.SelectAll)


class Writer(Cell):
    """A cell that can be written in.

    `wrote` says what was done to the stored text: start, end (code points) and what stands there now. `caret_moved`
    comes when the caret moved by itself, `left` (-1 up, 1 down) when it leaves the text, `too_long` when more was
    pasted than a text may hold, `undo_asked` and `redo_asked` when the session is to go back or forth, `term_dropped`
    with the number of a term's card that was dropped, the caret being there already.
    """

    wrote = Signal(int, int, str)
    caret_moved = Signal()
    left = Signal(int)
    too_long = Signal(int)
    undo_asked = Signal()
    redo_asked = Signal()
    entered = Signal()
    term_dropped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
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
        commanding = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if commanding and event.matches(_Standard.Undo):
            self.undo_asked.emit()
        elif commanding and (event.matches(_Standard.Redo) or event.key() == Qt.Key.Key_Y):
            self.redo_asked.emit()
        elif (way := self._way_out(event)) and not self._can_move(way):
            self.left.emit(way)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Pastes text without its looks; a term that was dragged here is written by those who know its forms."""
        if source.hasFormat(TERM_MIME):
            self.term_dropped.emit(int(bytes(source.data(TERM_MIME).data()).decode()))
        else:
            self.insert(accepted(source.text()))

    def insert(self, text: str) -> None:
        """Puts `text` in the place of the selection, as a step of undo of its own."""
        self.replace(*self.selection, text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts `text` in the place of a span, as a step of undo of its own; the caret stands after it."""
        if len(self._stored) - (end - start) + len(text) > LONGEST:
            self.too_long.emit(LONGEST)
            return
        stored = self._stored[:start] + text + self._stored[end:]
        self.caret_moved.emit()
        self._show(stored)
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
        self._stored = self._stored[:start] + written + self._stored[end:]
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
        self._show(self._stored)

    def _caret_moved(self) -> None:
        if self._showing or self._changing:
            return
        if self.caret != self._typed_to:
            self._typed_to = -1
            self.caret_moved.emit()

    def _way_out(self, event: QKeyEvent) -> int:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return 0
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return 0
        return -1 if event.key() == Qt.Key.Key_Up else 1

    def _can_move(self, way: int) -> bool:
        cursor = self.textCursor()
        moves = QTextCursor.MoveOperation
        return cursor.movePosition(moves.Up if way < 0 else moves.Down)


def _is_clipboard(event: QKeyEvent) -> bool:
    """Whether a key cuts, copies, pastes or selects all; Ctrl+Insert, Qt's other key for copying, copies the source."""
    return event.key() != Qt.Key.Key_Insert and any(event.matches(key) for key in _OURS)
