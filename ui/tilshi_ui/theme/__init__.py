"""How the interface looks: tokens, palette, style sheet, fonts."""

from tilshi_ui.theme.theme import Theme
from tilshi_ui.theme.tokens import DARK, LIGHT, Tokens

__all__ = ["DARK", "LIGHT", "Theme", "Tokens"]
