"""The theme in use: light, dark, or whichever the system shows."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from tilshi import resources
from tilshi.settings import Theme as Mode
from tilshi_ui.theme.stylesheet import palette, stylesheet
from tilshi_ui.theme.tokens import DARK, FAMILIES, INTERFACE_POINTS, LIGHT, Tokens


class Theme(QObject):
    """Dresses the application; `changed` tells those who paint by themselves."""

    changed = Signal()

    def __init__(self, application: QApplication, mode: Mode = Mode.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._mode = mode
        self._tokens = LIGHT
        # Qt tells of scripts our font lacks whenever it takes another one for them, as it should.
        QLoggingCategory.setFilterRules("qt.text.font.db*=false")
        _load_fonts()
        font = QFont(list(FAMILIES))
        font.setPointSizeF(INTERFACE_POINTS)
        application.setFont(font)
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def mode(self) -> Mode:
        """What the user chose."""
        return self._mode

    def use(self, mode: Mode) -> None:
        """Changes the theme at once, in every window."""
        self._mode = mode
        if self._wanted() is not self._tokens:
            self._dress()
            self.changed.emit()

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        self.use(self._mode)

    def _wanted(self) -> Tokens:
        if self._mode is Mode.SYSTEM:
            scheme = self._application.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode is Mode.DARK else LIGHT

    def _dress(self) -> None:
        self._tokens = self._wanted()
        self._application.setPalette(palette(self._tokens))
        self._application.setStyleSheet(stylesheet(self._tokens))


def _load_fonts() -> None:
    """The program's own faces, so that Kazakh letters look the same everywhere; the system's where they are missing."""
    try:
        folder = resources.path("fonts")
    except resources.MissingResource:
        return
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        QFontDatabase.addApplicationFont(str(folder / f"TilshiSans-{face}.ttf"))
