"""Labels that show text as text, whatever it looks like."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

LabelRole: TypeAlias = Literal["", "title", "display", "dim", "caption", "small", "strong", "term"]


class PlainLabel(QLabel):
    """The only label of the program: QLabel would take some texts for HTML and show what they name."""

    def __init__(self, text: str = "", role: LabelRole = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A label of one line that ends in … where there is no room; the whole text is its accessible name."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It can become narrow."""
        return QSize(40, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:  # noqa: N802
        """Shows `text` on one line."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paints what fits."""
        painter = QPainter(self)
        area = self.contentsRect()
        short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, short)
