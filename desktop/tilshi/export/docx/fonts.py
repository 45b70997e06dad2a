"""Fonts that travel with a Word file, scrambled the way Word wants it (ECMA-376 part 4, font obfuscation 9.2; 17.8.1).

The bundled families are under the SIL Open Font License, which allows it, and their files say so (`fsType` 0).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Final

from tilshi.export.content import map_paragraphs, paragraphs
from tilshi.export.docx.package import Part, Relationships
from tilshi.export.docx.wordml import Element, R, w
from tilshi.layout.blocks import Document, Paragraph
from tilshi.layout.fonts import face

_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SCRAMBLED: Final = 32
# Their order is that of the schema (CT_Font).
_SLOTS: Final = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}


_OWN_NAMES: Final = {"Noto Sans": "Tilshi Sans", "Noto Serif": "Tilshi Serif"}
"""What the bundled files call their families: Word finds an embedded font by the name inside it."""


def own_name(family: str) -> str:
    """The name that the file of a bundled family bears."""
    return _OWN_NAMES.get(family, family)


def renamed(document: Document) -> Document:
    """The document set in the families as their files call them."""
    return replace(
        document,
        blocks=tuple(map_paragraphs(block, _renamed) for block in document.blocks),
        masthead=_renamed(document.masthead) if document.masthead else None,
        footer=_renamed(document.footer) if document.footer else None,
    )


def _renamed(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, style=replace(paragraph.style, family=own_name(paragraph.style.family)))


class Embedded:
    """The faces that a document is set in; the same document embeds the same bytes."""

    def __init__(self, document: Document) -> None:
        self.links = Relationships()
        self._faces = sorted(set(_faces(document)))

    def references(self, family: str) -> tuple[Element, ...]:
        """What `w:font` says of the faces of a family (17.8.3.3 to 17.8.3.6); the family by its own name."""
        made = []
        known = next((name for name, own in _OWN_NAMES.items() if own == family), family)
        for slot, name in _SLOTS.items():
            if (known, *slot) in self._faces:
                key, _data = _obfuscated(known, *slot)
                element = w(name, fontKey=f"{{{str(key).upper()}}}")
                element.set(f"{{{R}}}id", self.links.add(_LINK, _path(known, *slot)))
                made.append(element)
        return tuple(made)

    def parts(self) -> tuple[Part, ...]:
        """The scrambled files."""
        return tuple(Part(_path(*each), _TYPE, _obfuscated(*each)[1]) for each in self._faces)


def _faces(document: Document) -> Iterator[tuple[str, bool, bool]]:
    margins = [paragraph for paragraph in (document.masthead, document.footer) if paragraph]
    for paragraph in (*margins, *paragraphs(document)):
        yield from _faces_of(paragraph)


def _faces_of(paragraph: Paragraph) -> Iterator[tuple[str, bool, bool]]:
    style = paragraph.style
    # The style's own face too: what is written on with it needs it.
    yield style.family, style.bold, style.italic
    for run in paragraph.runs:
        yield style.family, style.bold or run.bold, style.italic or run.italic


def _path(family: str, bold: bool, italic: bool) -> str:  # noqa: FBT001 - two axes, as in `face`
    return f"word/fonts/{face(family, bold, italic).stem}.odttf"


def _obfuscated(family: str, bold: bool, italic: bool) -> tuple[uuid.UUID, bytes]:  # noqa: FBT001
    """The key and the file whose first bytes are combined with it; a key out of the file repeats."""
    data = face(family, bold, italic).read_bytes()
    key = uuid.UUID(bytes=sha256(data).digest()[:16])
    pattern = key.bytes[::-1] * 2
    head = bytes(byte ^ mask for byte, mask in zip(data[:_SCRAMBLED], pattern, strict=True))
    return key, head + data[_SCRAMBLED:]
