"""The colours and measures of the interface: the one place that owns these values."""

from __future__ import annotations

from typing import Final, NamedTuple

STEP: Final = 4
"""Spacing goes in steps of this many pixels."""
RADIUS_CARD: Final = 8
RADIUS_CONTROL: Final = 6
FOCUS_WIDTH: Final = 1.5

FAMILIES: Final = ("Tilshi Sans", "Noto Sans")
"""The bundled family, and what stands in for it."""
INTERFACE_POINTS: Final = 10.0
SMALL_POINTS: Final = 8.5
ROW_POINTS: Final = 11.5


class Tokens(NamedTuple):
    """The colours of one theme, as `#RRGGBB`.

    `active` fills the row that is being edited, `hover` a control under the pointer, `selection` lies under selected
    text, `on_accent` and `on_focus` are text on those colours. `warning` is for shapes, never for text on a surface.
    """

    name: str
    background: str
    surface: str
    line: str
    text: str
    dim: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    on_focus: str
    selection: str
    term: str
    term_fill: str
    ok: str
    ok_fill: str
    warning: str
    warning_fill: str
    error: str
    error_fill: str
    active: str
    hover: str
    page_shadow: str


LIGHT: Final = Tokens(
    name="light",
    background="#F6F5F2",
    surface="#FFFFFF",
    line="#E2DFD8",
    text="#1F2328",
    dim="#6B6F76",
    accent="#B3202A",
    accent_hover="#991A23",
    on_accent="#FFFFFF",
    focus="#2F6FDE",
    on_focus="#FFFFFF",
    selection="#CFE0FB",
    term="#1F5FA8",
    term_fill="#E8F0FB",
    ok="#2E7D4F",
    ok_fill="#DDF0E4",
    warning="#B26A00",
    warning_fill="#FBF1DF",
    error="#B3202A",
    error_fill="#FBE9EA",
    active="#FFFDF6",
    hover="#F1EFEA",
    page_shadow="#C9C5BC",
)

DARK: Final = Tokens(
    name="dark",
    background="#16181B",
    surface="#1E2125",
    line="#2E3238",
    text="#E7E6E3",
    dim="#9AA0A8",
    accent="#F0656E",
    accent_hover="#F5828A",
    on_accent="#16181B",
    focus="#7AA7F7",
    on_focus="#16181B",
    selection="#34507F",
    term="#8DB8F2",
    term_fill="#22303F",
    ok="#6CC091",
    ok_fill="#1D3A2A",
    warning="#E0A44A",
    warning_fill="#332A1A",
    error="#F0656E",
    error_fill="#38212A",
    active="#24272C",
    hover="#282C32",
    page_shadow="#0C0D0F",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2, 1.4.3)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
