"""The preferences: few pages, and no way to forget to save them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from tilshi.i18n import N_, _
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.dialogs.keys import KeysPage
from tilshi_ui.dialogs.preferences.pages import Changing, editor, general, memory
from tilshi_ui.keys.book import KeyBook
from tilshi_ui.preferences import Preferences
from tilshi_ui.wording import label

PAGES: Final = (N_("General"), N_("Writing"), N_("Memory"), N_("Keys"))
_SIZE: Final = (760, 560)


class PreferencesDialog(PlainDialog):
    """Shows the pages; each choice counts as soon as it is made."""

    def __init__(
        self,
        preferences: Preferences,
        window: Changing,
        actions: Mapping[str, QAction],
        book: KeyBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Preferences"), parent)
        self._preferences = preferences
        self._window = window
        self._actions = actions
        self._book = book
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.stack = QStackedWidget()
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)
        self._close = self.add_button(_("&Close"), primary=True)
        self._close.clicked.connect(self.accept)
        for _page in PAGES:
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.setMinimumSize(*_SIZE)
        self._build()
        self.tabs.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface: the pages are made again."""
        if event.type() is QEvent.Type.LanguageChange:
            self._build()
        super().changeEvent(event)

    def _build(self) -> None:
        at = self.tabs.currentIndex()
        self.set_title(_("Preferences"))
        self.tabs.setAccessibleName(_("Preferences"))
        self._close.setText(_("&Close"))
        for index, text in enumerate(PAGES):
            self.tabs.setTabText(index, label(_(text)))
        while (page := self.stack.widget(0)) is not None:
            self.stack.removeWidget(page)
            page.deleteLater()
        for page in (
            general(self._preferences, self._window),
            editor(self._preferences, self._window, self._actions),
            memory(self._preferences, self._actions),
            KeysPage(self._book),
        ):
            self.stack.addWidget(page)
        self.stack.setCurrentIndex(at)
