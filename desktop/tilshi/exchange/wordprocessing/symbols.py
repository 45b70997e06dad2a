"""Characters of symbol fonts, which Word keeps by their place in the font, as characters of Unicode."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = 0xF000
_LAST: Final = 0xF0FF
# Symbol, from 0x21 (Unicode's mapping of Adobe's Symbol encoding, mappings/vendors/adobe/symbol.txt); · where none is.
_SYMBOL: Final = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL_LAST: Final = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_WINGDINGS: Final = {
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x2B: "✉", 0x3A: "💻", 0x46: "☞", 0x45: "☜", 0x47: "☝", 0x4A: "☺", 0x6C: "●",
    0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
    0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def _symbol_font() -> dict[int, str]:
    found = {0x21 + at: sign for at, sign in enumerate(_SYMBOL)}
    found.update({0xA0 + at: sign for at, sign in enumerate(_SYMBOL_HIGH)})
    found.update({0xF1 + at: sign for at, sign in enumerate(_SYMBOL_LAST)})
    return found


_FONTS: Final = {"symbol": _symbol_font(), "wingdings": _WINGDINGS}


def in_unicode(text: str, font: str) -> str:
    """The text with characters of a symbol font (U+F020 to U+F0FF) as what they show; unknown ones stay."""
    if not has_unknown(text):
        return text
    known = _FONTS.get(font.strip().casefold(), {})
    return "".join(known.get(ord(sign) - _PRIVATE, sign) for sign in text)


def has_unknown(text: str) -> bool:
    """Whether there is a character in it that only its font could show."""
    return max(text, default="") >= chr(_PRIVATE) and any(_PRIVATE <= ord(sign) <= _LAST for sign in text)
