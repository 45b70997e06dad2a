"""A small field under the caret that asks where a link leads."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tilshi.i18n import _
from tilshi_ui.editor.cell import Cell
from tilshi_ui.theme.tokens import STEP

_WIDTH: Final = 90 * STEP
_SCHEMES: Final = ("http://", "https://", "mailto:", "tel:")
_MAIL: Final = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_PHONE: Final = re.compile(r"\+?\d[\d\s()\u00a0-]{4,}")
_SITE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


def href_of(typed: str) -> str | None:
    """The address that somebody means who types so: a site, a mail address, a phone; None if it is none of these."""
    text = typed.strip()
    if not text or (text.lower().startswith(_SCHEMES) and not re.search(r"\s", text)):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    if _PHONE.fullmatch(text):
        return "tel:" + re.sub(r"[^\d+]", "", text)
    return f"https://{text}" if _SITE.fullmatch(text) else None


class LinkField(QLineEdit):
    """`chosen` comes with the address, empty to take the link off; `left` when the text is to be written again."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = parent
        self.setVisible(False)
        self.setMaxLength(2_000)
        self.returnPressed.connect(self._choose)
        self.retranslate()

    def ask(self, href: str, cell: Cell) -> None:
        """Appears under the caret of a cell."""
        parent = self._desk
        corner = cell.mapToParent(cell.cursorRect().bottomLeft()) + QPoint(0, STEP)
        width = min(_WIDTH, parent.width() - 2 * STEP)
        left = max(STEP, min(corner.x(), parent.width() - width - STEP))
        top = min(corner.y(), parent.height() - self.sizeHint().height() - STEP)
        self.setGeometry(left, top, width, self.sizeHint().height())
        self.setText(href)
        self.selectAll()
        self.setVisible(True)
        self.raise_()
        self.setFocus()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self.setAccessibleName(_("Address of the link"))
        self.setPlaceholderText(_("Address: example.org, name@example.org or a phone; empty: no link"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves the link as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Who goes elsewhere wants no link."""
        super().focusOutEvent(event)
        self.setVisible(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self) -> None:
        href = href_of(self.text())
        if href is None:
            self.selectAll()
            self.setToolTip(_("This is no address."))
            return
        self._leave()
        self.chosen.emit(href)

    def _leave(self) -> None:
        self.setVisible(False)
        self.left.emit()
