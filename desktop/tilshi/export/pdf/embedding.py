"""The fonts of a file: composite fonts whose character codes mean a glyph *and* its text (ISO 32000-1, 9.7).

A code per pair of glyph and text keeps extraction exact without any layer above it: U+00A0 stays U+00A0 although it
looks like a space, and a ligature is read as its letters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import groupby

from tilshi.export.pdf.faces import STRETCHABLE, Code, Face, Glyph, Subset, Word, subset
from tilshi.export.pdf.objects import PdfObjects, name, number, ref

_CMAP_HEAD = """/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
SOFT_HYPHEN = "\u00ad"
# A block of a CMap holds at most this many lines.
_CMAP_BLOCK = 100


class EmbeddedFont:
    """One face in one file. A code is its glyph's index, or a number above all of them for a glyph's other texts."""

    __slots__ = ("_codes", "_hexes", "_numbers", "_strings", "_subset", "face", "resource")

    def __init__(self, resource: str, face: Face, codes: dict[Code, Glyph]) -> None:
        self.resource = resource
        self.face = face
        self._codes = codes
        self._strings: dict[Word, str] = {}
        self._subset: Subset = subset(face, frozenset([index for index, _text in codes]))
        others = sorted([code for code, glyph in codes.items() if not glyph.plain])
        self._numbers = {code: code[0] for code, glyph in codes.items() if glyph.plain}
        self._numbers |= {code: number for number, code in enumerate(others, start=face.count)}
        self._hexes = {code: f"{number:04X}" for code, number in self._numbers.items()}

    def show(self, words: Iterable[Word], size: float, stretch: float) -> str:
        """The operator that shows the words; `stretch` is what each space gains, in points."""
        if stretch:
            strings = [self._compose(word.glyphs, stretch * 1000 / size) for word in words]
        else:
            strings = [word.string or self._strings.get(word) or self._keep(word) for word in words]
        return f"[{''.join(strings)}]TJ".replace("><", "")

    def _keep(self, word: Word) -> str:
        self._strings[word] = made = self._compose(word.glyphs, 0.0)
        return made

    def _compose(self, glyphs: tuple[Glyph, ...], stretch: float) -> str:
        """The word in a TJ array; `stretch` widens each space (thousandths of the size)."""
        hexes = self._hexes
        out = ["<"]
        for code, width, advance, shift, *_others in glyphs:
            back = width + shift - advance - (stretch if code[1] in STRETCHABLE else 0.0)
            out.append(f">{number(-shift)}<{hexes[code]}" if shift else hexes[code])
            if back:
                out.append(f">{number(back)}<")
        out.append(">")
        return "".join(out)

    def write(self, objects: PdfObjects) -> int:
        """Puts the font among the objects; its number."""
        tag = _tag(index for index, _text in self._codes)
        title = name(f"{tag}+{self.face.name}")
        program = objects.add_packed(self._subset.deflated, f"/Length1 {self._subset.length}")
        descriptor = objects.add(self._descriptor(title, program))
        descendant = objects.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{title}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {ref(descriptor)}/DW 0/W[{self._width_array()}]{self._glyph_map(objects)}>>"
        )
        unicode = objects.add_stream(self._to_unicode().encode("ascii"))
        return objects.add(
            f"<</Type/Font/Subtype/Type0/BaseFont{title}/Encoding/Identity-H"
            f"/DescendantFonts[{ref(descendant)}]/ToUnicode {ref(unicode)}>>"
        )

    def _descriptor(self, title: str, program: int) -> str:
        face = self.face
        box = " ".join(map(str, face.box))
        return (
            f"<</Type/FontDescriptor/FontName{title}/Flags {68 if face.italic else 4}/FontBBox[{box}]"
            f"/ItalicAngle {-12 if face.italic else 0}/Ascent {number(face.ascent)}/Descent {number(face.descent)}"
            f"/CapHeight {number(face.cap_height)}/StemV {140 if face.bold else 80}/FontFile2 {ref(program)}>>"
        )

    def _width_array(self) -> str:
        """Widths by code; neighbours share one array."""
        widths = {self._numbers[code]: glyph.width for code, glyph in self._codes.items()}
        parts = []
        for _start, run in groupby(enumerate(sorted(widths)), key=lambda pair: pair[1] - pair[0]):
            codes = [code for _at, code in run]
            parts.append(f"{codes[0]}[{' '.join(number(widths[code]) for code in codes)}]")
        return "".join(parts)

    def _glyph_map(self, objects: PdfObjects) -> str:
        """How codes become glyphs: themselves, or by a table where one glyph has several texts."""
        last = max(self._numbers.values(), default=0)
        if last < self.face.count:
            return "/CIDToGIDMap/Identity"
        indexes = {number: index for (index, _text), number in self._numbers.items()}
        table = b"".join([indexes.get(number, 0).to_bytes(2, "big") for number in range(last + 1)])
        return f"/CIDToGIDMap {ref(objects.add_stream(table))}"

    def _to_unicode(self) -> str:
        lines = [
            # A hyphen that stands for nothing is a soft one to readers who do not heed ActualText.
            f"<{self._hexes[code]}><{(code[1] or SOFT_HYPHEN).encode('utf-16-be').hex().upper()}>"
            for code in sorted(self._numbers, key=lambda code: self._numbers[code])
        ]
        blocks = [lines[at : at + _CMAP_BLOCK] for at in range(0, len(lines), _CMAP_BLOCK)]
        maps = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
        return _CMAP_HEAD + maps + _CMAP_TAIL


def embed(codes: dict[Face, dict[Code, Glyph]]) -> dict[Face, EmbeddedFont]:
    """The fonts for the given codes; the same codes give the same fonts in the same order."""
    faces = sorted(codes, key=lambda face: face.name)
    return {face: EmbeddedFont(f"F{at}", face, codes[face]) for at, face in enumerate(faces, start=1)}


def _tag(indexes: Iterable[int]) -> str:
    """Six letters that tell subsets of one face apart (9.6.4)."""
    digest = hashlib.sha256(",".join(map(str, sorted(indexes))).encode("ascii")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
