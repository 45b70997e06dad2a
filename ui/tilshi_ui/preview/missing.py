"""What the page still lacks; a line leads to the place where it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tilshi.i18n import _, ngettext
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import role_name

if TYPE_CHECKING:
    from tilshi.layout.missing import MissingPart

_SEGMENT = Qt.ItemDataRole.UserRole
_LINES = 4


class MissingList(QFrame):
    """Hidden while nothing is missing; `chosen` carries the segment of the line that was clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._parts: tuple[MissingPart, ...] = ()
        self._caption = PlainLabel(role="caption")
        self._list = QListWidget()
        self._list.setObjectName("Outline")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        column.addWidget(self._caption)
        column.addWidget(self._list)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """What is listed."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def show_parts(self, parts: tuple[MissingPart, ...]) -> None:
        """Lists what is missing."""
        self._parts = parts
        self._list.clear()
        for part in parts:
            item = QListWidgetItem(message(part))
            item.setData(_SEGMENT, part.segments[0] if part.segments else "")
            self._list.addItem(item)
        count = len(parts)
        words = ngettext("{n} thing missing on the page", "{n} things missing on the page", count).format(n=count)
        self._caption.setText(words.upper())
        self._list.setAccessibleName(words)
        line = self._list.sizeHintForRow(0) if count else 0
        self._list.setFixedHeight(line * min(count, _LINES) + 2 * STEP)
        self.setVisible(bool(parts))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.show_parts(self._parts)
        super().changeEvent(event)

    def _choose(self, item: QListWidgetItem) -> None:
        if segment := item.data(_SEGMENT):
            self.chosen.emit(segment)


def message(part: MissingPart) -> str:
    """What is missing, with the names that the window gives to parts."""
    name = role_name(part.role)
    if part.lack.value == "untranslated":
        return _("{part} is not translated").format(part=name)
    if part.alternatives:
        names = ", ".join(role_name(role) for role in (part.role, *part.alternatives))
        return _("One of these is needed: {parts}").format(parts=names)
    if part.kind:
        return _("{part} “{kind}” is missing").format(part=name, kind=part.kind)
    return _("{part} is missing").format(part=name)
