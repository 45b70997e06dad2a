"""Colours that can be read, in both themes."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tilshi.settings import Theme as Mode
from tilshi_ui.theme import DARK, LIGHT, Theme, Tokens
from tilshi_ui.theme.tokens import contrast
from tilshi_ui.window.main import MainWindow

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = (
    *(("text", ground) for ground in ("background", "surface", "active", "hover", "selection")),
    *(("text", ground) for ground in ("warning_fill", "error_fill", "term_fill")),
    *(("dim", ground) for ground in ("background", "surface", "active")),
    ("focus", "surface"),
    *(("term", ground) for ground in ("term_fill", "surface", "active")),
    *(("error", ground) for ground in ("surface", "error_fill")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover")),
)


@THEMES
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_has_contrast(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("shape", ["ok", "warning", "error", "focus", "dim"])
def test_shapes_have_contrast(tokens: Tokens, shape: str) -> None:
    for ground in ("surface", "active", "background"):
        assert contrast(getattr(tokens, shape), getattr(tokens, ground)) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_theme_changes_at_once(qapp: QApplication, theme: Theme) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.tokens.name))
    theme.use(Mode.DARK)
    assert qapp.palette().window().color().name().upper() == DARK.background
    theme.use(Mode.DARK)
    theme.use(Mode.LIGHT)
    assert told == ["dark", "light"]


def test_the_theme_can_follow_the_system(theme: Theme) -> None:
    theme.use(Mode.SYSTEM)
    dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    assert theme.tokens is (DARK if dark else LIGHT)


def test_what_is_edited_changes_with_the_rest(working: MainWindow) -> None:
    working._theme.use(Mode.DARK)
    for cell in (working.work.rows.writer, working.work.rows.source_cell):
        corner = cell.grab().toImage().pixelColor(cell.width() - 3, 3)
        assert corner.name().upper() == DARK.active
        assert cell.viewport().palette().text().color().name().upper() == DARK.text
