"""Qt's own words, in its file dialogs and menus, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from tilshi import i18n


class QtTexts(QObject):
    """Follows the language of the interface; English is what Qt speaks by itself."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._translator: QTranslator | None = None
        self.follow()

    def follow(self) -> None:
        """Speaks the language of the interface as it is now."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        if i18n.language() == i18n.SOURCE_LANGUAGE:
            return
        made = QTranslator(self._application)
        if made.load(f"qtbase_{i18n.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._application.installTranslator(made)
            self._translator = made
