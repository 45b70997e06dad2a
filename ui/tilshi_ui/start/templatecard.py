"""A kind of release to begin with: its page, its name, what it is for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import FOCUS_WIDTH, RADIUS_CARD, STEP

PICTURE: Final = QSize(88, 124)
"""Of a page, in device-independent pixels."""
_PAD: Final = 3 * STEP


class TemplateCard(QAbstractButton):
    """A button with the picture of a page."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._theme = theme
        self._picture: QImage | None = None
        self._remark = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def describe(self, title: str, remark: str) -> None:
        """Its name, and one line on what it is for."""
        self.setText(title)
        self._remark = remark
        self.setAccessibleName(title)
        self.setAccessibleDescription(remark)
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """What its page looks like."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The picture, and some words beside it."""
        return QSize(300, PICTURE.height() + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A little narrower."""
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """A card with the page on the left and the words on the right."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        lit = self.underMouse() or self.isDown()
        painter.setBrush(QColor(tokens.hover if lit else tokens.surface))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), FOCUS_WIDTH if focused else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_CARD, RADIUS_CARD)
        page = QRect(_PAD, _PAD, PICTURE.width(), PICTURE.height())
        painter.fillRect(page, Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(page, self._picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawRect(QRectF(page).adjusted(-0.5, -0.5, 0.5, 0.5))
        self._words(
            painter, QRect(page.right() + 4 * STEP, _PAD, self.width() - page.right() - 7 * STEP, page.height())
        )

    def _words(self, painter: QPainter, area: QRect) -> None:
        tokens = self._theme.tokens
        wrap = int(Qt.TextFlag.TextWordWrap)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        used = painter.boundingRect(area, wrap, self.text())
        painter.drawText(area, wrap, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.dim))
        painter.drawText(area.adjusted(0, used.height() + STEP, 0, 0), wrap, self._remark)
