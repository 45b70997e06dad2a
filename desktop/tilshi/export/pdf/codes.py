"""QR codes drawn as shapes: sharp at any size, and small."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tilshi.export.cards import QUIET, Code
from tilshi.export.pdf.objects import PdfObjects


def add_code(objects: PdfObjects, code: Code) -> int:
    """A form of one unit square, as pictures are, with the code and its white quiet zone; its number."""
    modules = len(code.rows) + 2 * QUIET
    parts = ["1 1 1 rg 0 0 1 1 re f 0 0 0 rg", f"{1 / modules:.8f} 0 0 {1 / modules:.8f} 0 0 cm"]
    parts += _bars(code, modules)
    entries = "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>"
    return objects.add_stream(("\n".join(parts) + "\nf").encode("ascii"), entries)


def _bars(code: Code, modules: int) -> Iterator[str]:
    """The dark modules, those side by side as one."""
    for at, row in enumerate(code.rows):
        x = QUIET
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                yield f"{x} {modules - QUIET - at - 1} {width} 1 re"
            x += width
