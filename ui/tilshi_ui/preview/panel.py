"""The live page with its tools, and what is missing on it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import _
from tilshi_ui.background import Background
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.preview.missing import MissingList
from tilshi_ui.preview.paper import Paper
from tilshi_ui.preview.typesetting import NotTypeset, TypesetPages, typeset
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle

_PATIENCE_MS: Final = 200
"""How long after the last keystroke the page follows."""


class PreviewPanel(QWidget):
    """The pages of the language being worked on, as long as the panel is shown."""

    failed = Signal(str)

    def __init__(self, theme: Theme, press: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._background: Background | None = None
        self._press = press
        self._following = Throttle(self._ask, self, _PATIENCE_MS)
        self._paper = Paper(theme, self._press)
        self._pages = PlainLabel(role="dim")
        self._size = PlainLabel(role="dim")
        self._smaller, self._larger, self._fit = QPushButton("−"), QPushButton("+"), QPushButton()
        self._problem = PlainLabel(role="strong", wrap=True)
        self._problem.hide()
        self._missing = MissingList()
        tools = QHBoxLayout()
        tools.setSpacing(2 * STEP)
        tools.addWidget(self._pages)
        tools.addStretch(1)
        for widget in (self._smaller, self._size, self._larger, self._fit):
            tools.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(tools)
        column.addWidget(self._problem)
        column.addWidget(self._paper, 1)
        column.addWidget(self._missing)
        self._connect()
        self.retranslate()

    @property
    def paper(self) -> Paper:
        """The pages."""
        return self._paper

    @property
    def missing(self) -> MissingList:
        """What is missing on them."""
        return self._missing

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.changed.disconnect(self._release_changed)
            self._document.place.language_changed.disconnect(self._language_changed)
            self._document.place.segment_changed.disconnect(self._segment_changed)
        self._document = document
        document.changed.connect(self._release_changed)
        document.place.language_changed.connect(self._language_changed)
        document.place.segment_changed.connect(self._segment_changed)
        if self._background is not None:
            self._background.deleteLater()
        self._background = Background(document.session, self._work(), self._press, self)
        self._background.answered.connect(self._show_pages)
        self._background.failed.connect(self._say_problem)
        self._paper.clear()
        self._ask()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._smaller.setAccessibleName(_("Smaller page"))
        self._larger.setAccessibleName(_("Larger page"))
        self._fit.setText(_("Fit width"))
        self._paper.setAccessibleName(_("Pages"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """From now on the page follows."""
        super().showEvent(event)
        self._ask()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._ask()
        super().changeEvent(event)

    def _connect(self) -> None:
        self._smaller.clicked.connect(partial(self._paper.zoom_by, -1))
        self._larger.clicked.connect(partial(self._paper.zoom_by, 1))
        self._fit.clicked.connect(self._paper.fit_width)
        self._paper.turned.connect(self._show_number)
        self._paper.zoomed.connect(self._show_size)
        self._paper.segment_clicked.connect(self._go)
        self._missing.chosen.connect(self._go)

    def _work(self) -> partial[TypesetPages]:
        assert self._document is not None
        return partial(typeset, language=self._document.place.language)

    def _ask(self) -> None:
        if self._background is not None and self.isVisible():
            self._background.ask()

    def _show_pages(self, pages: TypesetPages) -> None:
        self._problem.hide()
        self._paper.show_pages(pages)
        self._missing.show_parts(pages.missing)
        self._segment_changed()

    def _say_problem(self, error: Exception) -> None:
        if not isinstance(error, NotTypeset):
            raise error
        self._problem.setText(_("The page cannot be shown: {reason}").format(reason=error))
        self._problem.show()

    def _release_changed(self) -> None:
        if self.isVisible():
            self._following.postpone()

    def _language_changed(self) -> None:
        if self._background is not None:
            self._background.use(self._work())
            self._ask()

    def _segment_changed(self) -> None:
        if self._document is not None:
            self._paper.frame_segment(self._document.place.segment, reveal=True)

    def _go(self, segment: str) -> None:
        if self._document is not None:
            self._document.place.go(segment)

    def _show_number(self, page: int, pages: int) -> None:
        self._pages.setText(_("Page {n} of {total}").format(n=page, total=pages) if pages else "")

    def _show_size(self, percent: int) -> None:
        self._size.setText(_("{n}%").format(n=percent))
