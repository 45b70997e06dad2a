#!/usr/bin/env python3
"""Makes the fonts the program ships: Noto, slimmed to what releases need, under a name of our own.

Run it after Debian's fonts-noto-core was updated, and commit what changed in assets/fonts: the same sources give the
same bytes. The OFL asks for a name of one's own where a font is modified; and programs which find fonts by their
internal name (Qt, fontconfig, PDF readers) must not take a slimmed face for the whole Noto on the same machine.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.unicodedata import Blocks

SOURCES: Final = Path("/usr/share/fonts/truetype/noto")
TARGET: Final = Path(__file__).resolve().parents[1] / "assets" / "fonts"
FAMILIES: Final = ("Sans", "Serif")
STYLES: Final = ("Regular", "Bold", "Italic", "BoldItalic")
# Noto keeps arrows, signs and bullets in faces of their own; they have one weight and no slant.
DONORS: Final = ("NotoSansMath-Regular", "NotoSansSymbols2-Regular")
FEATURES: Final = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum")

_LATIN: Final = (*range(0x20, 0x7F), *range(0xA0, 0x180), 0x18F, 0x192, *range(0x218, 0x21C), 0x259, 0x1E9E)
# Pinyin, Arabic and Indic transliteration, Welsh, Vietnamese.
_NAMES: Final = (
    *(*range(0x1CD, 0x1DD), 0x1E6, 0x1E7, 0x1EA, 0x1EB, *range(0x1E0C, 0x1E10), *range(0x1E24, 0x1E26)),
    *(*range(0x1E32, 0x1E38), *range(0x1E40, 0x1E48), *range(0x1E5A, 0x1E5E), *range(0x1E62, 0x1E64)),
    *(*range(0x1E6C, 0x1E70), *range(0x1E80, 0x1E86), *range(0x1E8E, 0x1E97), *range(0x1EA0, 0x1EFA)),
)
_LIGATURES: Final = range(0xFB00, 0xFB05)
_GREEK: Final = range(0x386, 0x3CF)
# Of the letters nobody writes any more, those of Russian before 1918.
_CYRILLIC: Final = (*range(0x400, 0x460), 0x462, 0x463, *range(0x472, 0x476), *range(0x48A, 0x530))
_MODIFIERS: Final = (0x2B9, 0x2BA, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2C6, 0x2C7, 0x2C9, *range(0x2D8, 0x2DE), 0x2EE)
_COMBINING: Final = (*range(0x300, 0x309), 0x30A, 0x30B, 0x30C, 0x30F, 0x311, 0x323, 0x326, 0x327, 0x328, 0x331)
_PUNCTUATION: Final = (*range(0x2000, 0x2030), *range(0x2030, 0x2065))
_NUMBERS: Final = (*range(0x2070, 0x20A0), *range(0x20A0, 0x20C1), *range(0x2150, 0x215F), 0x2189)
_SIGNS: Final = (0x3A9, 0x3BC, 0x3C0, 0x2103, 0x2109, 0x2116, 0x2117, 0x2120, 0x2122, 0x2126, 0x212E)
_ARROWS: Final = (*range(0x2190, 0x219A), 0x21D2, 0x21D4)
_MATHEMATICS: Final = (0x2206, 0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265)
_BULLETS: Final = (0x25A0, 0x25A1, 0x25AA, 0x25B6, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x2605, 0x2606)
_DINGBATS: Final = (0x260E, 0x2610, 0x2611, 0x2612, 0x2709, 0x2713, 0x2714, 0x2717, 0x2718, 0xFFFD)
CHARACTERS: Final = frozenset(
    (
        *(*_LATIN, *_NAMES, *_LIGATURES, *_GREEK, *_CYRILLIC, *_MODIFIERS, *_COMBINING, *_PUNCTUATION),
        *(*_NUMBERS, *_SIGNS, *_ARROWS, *_MATHEMATICS, *_BULLETS, *_DINGBATS),
    )
)

README: Final = """\
# Fonts

Tilshi Sans and Tilshi Serif are Noto Sans and Noto Serif, cut down to Latin, Greek, Cyrillic (with every letter of
Kazakh, Kyrgyz and their neighbours), punctuation, currencies and signs, without hinting, and renamed as the licence
asks. Arrows, mathematical signs and bullets come from {donors}.

Templates call them by their known names, “Noto Sans” and “Noto Serif”. The licence is the SIL Open Font License 1.1
(OFL.txt). `packaging/fonts.py` makes them; the same sources give the same bytes.

`blocks.txt` names the blocks of Unicode {unicode} for messages about characters which no face has (first code point,
last code point, name; © Unicode, Inc., Unicode License V3, https://www.unicode.org/license.txt).

| Source (Debian's fonts-noto-core) | Version | SHA-256 |
| --- | --- | --- |
{sources}
"""


def main() -> int:
    """Writes every face, the table of blocks and the record of where they come from."""
    missing = [name for name in _source_names() if not _source(name).exists()]
    if missing:
        print(f"{SOURCES}: no {', '.join(missing)}; apt-get install fonts-noto-core", file=sys.stderr)
        return 2
    TARGET.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        for style in STYLES:
            print(f"{make(family, style).stat().st_size / 1000:6.1f} kB  Tilshi {family} {style}")
    (TARGET / "blocks.txt").write_text("".join(f"{line}\n" for line in _blocks()), encoding="utf-8")
    (TARGET / "README.md").write_text(_readme(), encoding="utf-8")
    return 0


def make(family: str, style: str) -> Path:
    """One face, from the source to the written file."""
    font = TTFont(_source(f"Noto{family}-{style}"), recalcTimestamp=False)
    for donor in DONORS:
        _complete(font, TTFont(_source(donor)))
    _slim(font)
    _rename(font, f"Tilshi {family}", style)
    path = TARGET / f"Tilshi{family}-{style}.ttf"
    font.save(path, reorderTables=True)
    return path


def _complete(font: TTFont, donor: TTFont) -> None:
    """Gives the font the wanted characters it lacks and the donor has, drawn as plain outlines."""
    own, theirs = font.getBestCmap(), donor.getBestCmap()
    glyphs = donor.getGlyphSet()
    scale = font["head"].unitsPerEm / donor["head"].unitsPerEm
    if scale != 1:
        raise ValueError("a donor is drawn on another grid; scale its outlines first")
    for code in sorted(CHARACTERS & theirs.keys() - own.keys()):
        outline = DecomposingRecordingPen(glyphs)
        glyphs[theirs[code]].draw(outline)
        pen = TTGlyphPen(None)
        outline.replay(pen)
        name = f"uni{code:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"][name] = glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (donor["hmtx"][theirs[code]][0], getattr(glyph, "xMin", 0))
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def _slim(font: TTFont) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = list(FEATURES)
    options.glyph_names = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = [0, 5, 13, 14]
    options.drop_tables += ["DSIG", "gasp"]
    slimmer = Subsetter(options)
    slimmer.populate(unicodes=CHARACTERS)
    slimmer.subset(font)


def _rename(font: TTFont, family: str, style: str) -> None:
    """The style's names as the four faces of one family are named (OpenType, `name`, ids 1 to 6)."""
    table = font["name"]
    version = f"{font['head'].fontRevision:.3f}"
    postscript = f"{family.replace(' ', '')}-{style}"
    subfamily = style.replace("BoldItalic", "Bold Italic")
    values = {
        1: family,
        2: subfamily,
        3: f"{version};{postscript}",
        4: f"{family} {subfamily}",
        5: f"Version {version}; slimmed for Tilshi",
        6: postscript,
    }
    for name_id, value in values.items():
        table.removeNames(nameID=name_id)
        table.setName(value, name_id, 3, 1, 0x409)


def _blocks() -> Iterable[str]:
    """Unicode's blocks, those without a block left out."""
    ends = [start - 1 for start in Blocks.RANGES[1:]] + [0x10FFFF]
    for start, end, name in zip(Blocks.RANGES, ends, Blocks.VALUES, strict=True):
        if name != "No_Block":
            yield f"{start:04X} {end:04X} {name}"


def _readme() -> str:
    rows = []
    for name in _source_names():
        version = TTFont(_source(name))["name"].getDebugName(5).split(";")[0].removeprefix("Version ")
        digest = hashlib.sha256(_source(name).read_bytes()).hexdigest()
        rows.append(f"| {name}.ttf | {version} | `{digest}` |")
    unicode = next(line for line in Path(Blocks.__file__).read_text("utf-8").splitlines() if "Blocks-" in line)
    return README.format(
        donors=" and ".join(DONORS),
        unicode=unicode.partition("Blocks-")[2].removesuffix(".txt"),
        sources="\n".join(rows),
    )


def _source_names() -> tuple[str, ...]:
    return (*(f"Noto{family}-{style}" for family in FAMILIES for style in STYLES), *DONORS)


def _source(name: str) -> Path:
    return SOURCES / f"{name}.ttf"


if __name__ == "__main__":
    sys.exit(main())
