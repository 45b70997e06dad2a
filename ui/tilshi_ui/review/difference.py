"""A difference to be read and gone through by key."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from tilshi_ui.keys.scancodes import us_keys
from tilshi_ui.review.pieces import Fate, Piece
from tilshi_ui.theme import Theme, Tokens
from tilshi_ui.theme.tokens import FAMILIES, ROW_POINTS, STEP

_LINES: Final = 8
"""So many lines are shown before one has to scroll."""

_FEWEST: Final = 2

_GAP: Final = "\u2009"
"""Between what went and what came in its place, which would read as one word."""


class DifferenceText(QPlainTextEdit):
    """Shows pieces of text; `key_pressed` carries a letter that was typed on it, in lower case."""

    key_pressed = Signal(str)

    def __init__(self, theme: Theme, *, lines: int = _LINES) -> None:
        super().__init__()
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self._current = -1
        self._lines = lines
        self._us = us_keys()
        self.setObjectName("Difference")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        font = QFont(list(FAMILIES))
        font.setPointSizeF(ROW_POINTS)
        self.setFont(font)
        theme.changed.connect(self._restyle)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    def show_pieces(self, pieces: Sequence[Piece], current: int = -1) -> None:
        """Shows pieces, with the change of that number as the one that is looked at."""
        if tuple(pieces) == self._pieces and current == self._current:
            return
        self._pieces, self._current = tuple(pieces), current
        self._restyle()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as its text, up to some lines."""
        return QSize(200, self._height(min(max(1, round(self.document().size().height())), self._lines)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Where there is little room, two lines of it."""
        return QSize(80, min(self._height(_FEWEST), self.sizeHint().height()))

    def _height(self, lines: int) -> int:
        around = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth() + 2 * STEP
        return lines * self.fontMetrics().lineSpacing() + around

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wraps the text anew, which may need more room or less."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Letters are commands here; the physical key counts on other keyboards than Latin ones."""
        if event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.key_pressed.emit(self._letter(event))
        else:
            super().keyPressEvent(event)

    def _letter(self, event: QKeyEvent) -> str:
        """The Latin letter that was typed, or that lies in the place of the key on a US keyboard."""
        if event.text().isascii():
            return event.text().lower()
        code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
        return self._us.get(code, "").lower()

    def _restyle(self) -> None:
        tokens = self._theme.tokens
        looks = {fate: _look(fate, tokens, current=False) for fate in Fate}
        looked_at = {fate: _look(fate, tokens, current=True) for fate in Fate}
        self.clear()
        cursor = self.textCursor()
        reached = 0
        went = -1
        for piece in self._pieces:
            current = piece.change == self._current >= 0
            if piece.fate is Fate.CAME and piece.change == went:
                cursor.insertText(_GAP, looks[Fate.KEPT])
            went = piece.change if piece.fate is Fate.WENT else -1
            cursor.insertText(piece.text, (looked_at if current else looks)[piece.fate])
            reached = cursor.position() if current else reached
        cursor.setPosition(reached)
        self.setTextCursor(cursor)


def _look(fate: Fate, tokens: Tokens, *, current: bool) -> QTextCharFormat:
    """Struck out or underlined, whatever the colours; the change that is looked at stands on the selection's ground."""
    look = QTextCharFormat()
    look.setForeground(QColor(tokens.text))
    if fate is Fate.WENT:
        look.setFontStrikeOut(True)
        look.setBackground(QColor(tokens.selection if current else tokens.error_fill))
    elif fate is Fate.CAME:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(tokens.ok))
        look.setBackground(QColor(tokens.selection if current else tokens.ok_fill))
        if current:
            look.setFontWeight(QFont.Weight.DemiBold)
    return look
