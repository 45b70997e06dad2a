"""The fonts the program brings: which file draws a style, and which characters it has.

Templates name the families by the names everybody knows; the files carry names of their own (assets/fonts/README.md).
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tilshi import resources
from tilshi.i18n import _

_FILES: Final = {"Noto Sans": "TilshiSans", "Noto Serif": "TilshiSerif"}
_STYLES: Final = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
# Drawn as nothing, so no face needs a glyph for them: the soft hyphen, zero-width spaces and joiners, direction marks
# and isolates, the word joiner and the byte order mark (Unicode, Default_Ignorable_Code_Point).
INVISIBLE: Final = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff") | {
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFE00, 0xFE10))
}
# Line breaks and tabs are places, not signs.
_PLACES: Final = frozenset("\n\t\u2028\u2029")


class UnknownFamily(LookupError):
    """A style asks for a font family that the program does not bring."""

    def __init__(self, family: str) -> None:
        super().__init__(family)
        self.family = family

    def __str__(self) -> str:
        return _("There is no font “{family}”; choose one of: {families}.").format(
            family=self.family, families=", ".join(families())
        )


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A character that a family cannot show."""

    character: str
    family: str

    @property
    def name(self) -> str:
        """The character's name in Unicode, such as ``CJK UNIFIED IDEOGRAPH-6F22``."""
        return unicodedata.name(self.character, "") or _("unnamed character")

    def __str__(self) -> str:
        shown = self.character if self.character.isprintable() else "\ufffd"
        others = [name for name in families() if name != self.family and not missing(self.character, name)]
        if others:
            remedy = _("Choose the font “{family}” or replace the character.").format(family=others[0])
        else:
            remedy = _("None of the program's fonts has it; replace the character.")
        reason = _("The font “{family}” cannot show “{character}” (U+{code:04X} {name}, {block}).").format(
            family=self.family,
            character=shown,
            code=ord(self.character),
            name=self.name,
            block=block(self.character),
        )
        return f"{reason} {remedy}"


def families() -> tuple[str, ...]:
    """The names templates may use."""
    return tuple(_FILES)


@cache
def face(family: str, bold: bool = False, italic: bool = False) -> Path:  # noqa: FBT001, FBT002 - two axes, both named
    """The TrueType file of one face of a family.

    Raises:
        UnknownFamily: no such family.
        MissingResource: the installation is damaged.
    """
    if family not in _FILES:
        raise UnknownFamily(family)
    return resources.path("fonts", f"{_FILES[family]}-{_STYLES[bold, italic]}.ttf")


@cache
def coverage(family: str, bold: bool = False, italic: bool = False) -> frozenset[str]:  # noqa: FBT001, FBT002 - as above
    """Every character that may stand in a text set in this face, those which draw nothing included."""
    # Not needed to start the program, and 20 ms to load.
    import uharfbuzz

    codes = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face(family, bold, italic)))).unicodes
    return frozenset(map(chr, codes)) | INVISIBLE | _PLACES


def missing(text: Iterable[str], family: str, *, bold: bool = False, italic: bool = False) -> tuple[MissingGlyph, ...]:
    """The characters of ``text`` that the face cannot show, each once, in order of code point."""
    lacking = set(text) - coverage(family, bold, italic)
    return tuple(MissingGlyph(character, family) for character in sorted(lacking))


def block(character: str) -> str:
    """The Unicode block of a character, such as ``CJK Unified Ideographs``; empty where there is none."""
    starts, ends, names = _blocks()
    at = bisect_right(starts, ord(character)) - 1
    return names[at] if at >= 0 and ord(character) <= ends[at] else ""


@cache
def _blocks() -> tuple[tuple[int, ...], tuple[int, ...], tuple[str, ...]]:
    lines = resources.path("fonts", "blocks.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" ", 2) for line in lines]
    return tuple(int(row[0], 16) for row in rows), tuple(int(row[1], 16) for row in rows), tuple(row[2] for row in rows)
