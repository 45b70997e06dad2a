"""The names of WordprocessingML and what it is mixed with, as lxml writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tilshi.files.word import W

if TYPE_CHECKING:
    from lxml.etree import _Element

R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V: Final = "{urn:schemas-microsoft-com:vml}"
W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

_DIGITS: Final = 6
_OFF: Final = frozenset({"0", "false", "off", "none"})


def value(parent: _Element | None, name: str) -> str:
    """`w:val` of the child of that name; empty where there is none."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def toggle(parent: _Element | None, name: str) -> bool | None:
    """Whether a property is on (17.17.4, `ST_OnOff`: on where it has no value); None where it is not stated."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val", "1").lower() not in _OFF


def number(text: str | None) -> int | None:
    """A whole number of at most `_DIGITS` digits; None for anything else."""
    digits = (text or "").strip()
    if not digits.removeprefix("-").isdecimal() or not digits.isascii() or len(digits) > _DIGITS:
        return None
    return int(digits)
