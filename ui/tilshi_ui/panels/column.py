"""The column on the right: pages about the current segment, one of them seen, each with how much is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from tilshi.i18n import _
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label


class ContextColumn(QFrame):
    """Pages with tabs above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._titles: list[Callable[[], str]] = []
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self._pages = QStackedWidget()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self.retranslate()

    def add_page(self, page: QWidget, title: Callable[[], str], at: int | None = None) -> None:
        """One more page, before the one `at` that place or at the end.

        `title` is asked for its words, count included, by `refresh` and in another language.
        """
        place = len(self._titles) if at is None else at
        self._titles.insert(place, title)
        self._pages.insertWidget(place, page)
        self.tabs.insertTab(place, label(title()))
        self._pages.setCurrentIndex(self.tabs.currentIndex())

    def show_page(self, page: QWidget) -> None:
        """Brings a page to the front."""
        self.tabs.setCurrentIndex(self._pages.indexOf(page))

    def refresh(self) -> None:
        """A title says something else."""
        for at, title in enumerate(self._titles):
            if self.tabs.tabText(at) != (words := label(title())):
                self.tabs.setTabText(at, words)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self.tabs.setAccessibleName(_("About this segment"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
