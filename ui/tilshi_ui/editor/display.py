"""Text as the screen can hold it, and text from outside as the release may hold it.

A Qt document cannot keep some code points (it drops lone surrogates and a leading U+FEFF, and reads U+000D, U+2029,
U+FDD0 and U+FDD1 as ends of paragraphs), and shows others not at all (NUL, bidi overrides), behind which a text can
hide. On the screen each of them is one visible character, so that positions stay the same; the release keeps the real
one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"

_CONTROLS: Final = "\u0000-\u0009\u000b-\u001f\u007f-\u009f"
_BIDI: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE: Final = "\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u2028\u2029"
_UNPAIRED: Final = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_HIDDEN: Final = re.compile(f"[{_CONTROLS}{_BIDI}{_INVISIBLE}{_UNPAIRED}\U000e0000-\U000e007f]")
_UNWELCOME: Final = re.compile(f"[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f{_UNPAIRED}]")
_ENDS_OF_LINE: Final = re.compile("\r\n|[\r\u000b\u000c\u0085\u2028\u2029]")


def shown(text: str) -> str:
    """`text` with as many code points, each of which can be seen; line feeds stay."""
    return _HIDDEN.sub(_visible, text)


def hidden_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The code points of `text` that :func:`shown` replaces, as spans."""
    return tuple(match.span() for match in _HIDDEN.finditer(text))


def names_of_hidden(text: str) -> tuple[str, ...]:
    """What hides in `text`, each once, such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    found = dict.fromkeys(match.group() for match in _HIDDEN.finditer(text))
    return tuple(f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip() for character in found)


def accepted(text: str) -> str:
    """Typed or pasted text as the release takes it: ends of lines as line feeds, what no file can hold as U+FFFD."""
    return _UNWELCOME.sub(REPLACEMENT, _ENDS_OF_LINE.sub("\n", text))


def _visible(match: re.Match[str]) -> str:
    character = match.group()
    if character == "\t":
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # SYMBOL FOR NULL and so on
    # Beyond the BMP a character is two UTF-16 units; so is its stand-in, to keep Qt's positions.
    return REPLACEMENT if code <= 0xFFFF else "\U0001f6ab"
