"""The menu of a cell, in the words of the interface; Qt's own would offer an undo of its own."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from tilshi.i18n import _

_Keys = QKeySequence.StandardKey


def cell_menu(cell: QPlainTextEdit) -> QMenu:
    """What can be done to the text with the clipboard."""
    menu = QMenu(cell)
    selected, writable = cell.textCursor().hasSelection(), not cell.isReadOnly()
    entries = (
        (_("Cu&t"), _Keys.Cut, cell.cut, selected and writable),
        (_("&Copy"), _Keys.Copy, cell.copy, selected),
        (_("&Paste"), _Keys.Paste, cell.paste, writable and cell.canPaste()),
        (_("Select &all"), _Keys.SelectAll, cell.selectAll, not cell.document().isEmpty()),
    )
    for text, keys, deed, possible in entries:
        if text is entries[-1][0]:
            menu.addSeparator()
        action = menu.addAction(text)
        action.setShortcut(keys)
        action.setEnabled(possible)
        action.triggered.connect(deed)
    return menu
