"""Looks through a PDF: every object, every decoded stream, and the text of every page as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tilshi.export.probe.leaks import Leak, LeakKind, Nature, Piece
from tilshi.export.probe.pdf_syntax import PICTURES, Token, TokenKind, UnknownFilter, decoded, text_of, tokens
from tilshi.export.probe.pictures import picture_data

# Entries of dictionaries that a clean export never has.
_KEYS: Final = {
    b"Thumb": LeakKind.THUMBNAIL,
    b"JavaScript": LeakKind.SCRIPT,
    b"JS": LeakKind.SCRIPT,
    b"AA": LeakKind.SCRIPT,
    b"EmbeddedFiles": LeakKind.ATTACHMENT,
    b"EF": LeakKind.ATTACHMENT,
    b"PieceInfo": LeakKind.PRIVATE,
    b"OCProperties": LeakKind.HIDDEN,
    b"Encrypt": LeakKind.UNREADABLE,
}
# Kinds of annotations in which people write (12.5.6).
_ANNOTATIONS: Final = frozenset(
    {
        *(b"Text", b"FreeText", b"Popup", b"Highlight", b"Underline", b"Squiggly", b"StrikeOut", b"Ink", b"Stamp"),
        *(b"Caret", b"Line", b"Polygon", b"PolyLine", b"Square", b"Circle", b"Redact", b"Sound", b"FileAttachment"),
    }
)
# Entries that show what the document says; other strings are the business of programs.
_CONTENT_KEYS: Final = frozenset(
    {b"Title", b"Author", b"Subject", b"Keywords", b"Alt", b"ActualText", b"Contents", b"URI", b"E", b"TU", b"Desc"}
)
_SYNTAX_KEYS: Final = frozenset(
    {b"ID", b"Lang", b"IDTree", b"Ordering", b"Registry", b"CheckSum", b"OutputConditionIdentifier", b"Info"}
)


def sights(data: bytes, carried: frozenset[bytes] = frozenset()) -> Iterator[Piece | Leak]:
    """Everything there is to look at in the file; files that it is to carry are `carried`."""
    if not data.startswith(b"%PDF-"):
        yield Leak(LeakKind.UNREADABLE, "PDF", data[:8].hex())
        return
    yield from _ends(data)
    yield from _Reader(data, "PDF", carried=carried).sights()
    yield from _pages(data)


def _ends(data: bytes) -> Iterator[Leak]:
    """An earlier state stays in a file that was added to (7.5.6); a finished one ends once."""
    if (count := data.count(b"startxref")) > 1:
        yield Leak(LeakKind.EARLIER, "PDF", f"startxref × {count}")
    if rest := data.rpartition(b"%%EOF")[2].strip():
        yield Leak(LeakKind.EARLIER, "PDF", f"%%EOF + {len(rest)}")


def _pages(data: bytes) -> Iterator[Piece | Leak]:
    """The text of the pages: behind subset fonts the bytes of a content stream are numbers of glyphs."""
    # Loads a library of 7 MB, and only exports need it.
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        yield Leak(LeakKind.UNREADABLE, "PDF", str(error))
        return
    try:
        for number, page in enumerate(document, 1):
            yield Piece(f"PDF, {number}", page.get_textpage().get_text_bounded(), Nature.CONTENT)
    finally:
        document.close()


@dataclass(slots=True)
class _Frame:
    """A dictionary or array being read; in a dictionary names and values take turns."""

    is_dictionary: bool
    key: bytes = b""
    at_key: bool = True


@dataclass(slots=True)
class _Reader:
    """Reads objects one after the other, in the file or in an object stream, or the operators of a content stream.

    `entries` are those of the object being read, without what lies deeper in it.
    """

    data: bytes
    where: str
    is_content: bool = False
    carried: frozenset[bytes] = frozenset()
    frames: list[_Frame] = field(default_factory=list)
    entries: dict[bytes, list[bytes]] = field(default_factory=dict)
    words: tuple[bytes, bytes] = (b"", b"")

    def sights(self) -> Iterator[Piece | Leak]:
        """Strings, comments, streams, and entries that should not be there."""
        at: int | None = 0
        while at is not None:
            start, at = at, None
            for token in tokens(self.data, start):
                if token.kind is TokenKind.WORD and token.value in {b"stream", b"ID"}:
                    skipped, at = self._past_data(token)
                    yield from self._stream(skipped) if token.value == b"stream" else ()
                    break
                yield from self._token(token)

    def _past_data(self, token: Token) -> tuple[bytes, int]:
        """The bytes that follow `stream`, or `ID` of a picture inside a content stream; and where they end."""
        start = token.end + (2 if self.data.startswith(b"\r\n", token.end) else 1)
        closing = b"endstream" if token.value == b"stream" else b"EI"
        length = self.entries.get(b"Length", [])
        if token.value == b"stream" and len(length) == 1 and length[0].isdigit():
            end = start + int(length[0])
            if self.data[end : end + 20].lstrip().startswith(closing):
                return self.data[start:end], self.data.index(closing, end) + len(closing)
        found = re.compile(rb"\s" + closing + rb"(?=\s|$)").search(self.data, start)
        end, after = (found.start(), found.end()) if found else (len(self.data), len(self.data))
        return self.data[start:end], after

    def _token(self, token: Token) -> Iterator[Piece | Leak]:
        top = self.frames[-1] if self.frames else None
        match token.kind:
            case TokenKind.COMMENT:
                # The file's own first and last lines have the form of comments (7.5.2, 7.5.5).
                is_frame = token.value.startswith((b"PDF-", b"%EOF"))
                yield Piece(self.where, token.value.decode("latin-1"), Nature.SYNTAX if is_frame else Nature.PROPERTY)
            case TokenKind.MARK:
                self._open_or_close(token.value, top)
            case TokenKind.NAME if top and top.is_dictionary and top.at_key:
                top.key, top.at_key = token.value, False
                kind = _KEYS.get(token.value)
                if kind and not (kind is LeakKind.ATTACHMENT and self.carried):
                    yield Leak(kind, self.where, f"/{token.value.decode('latin-1')}")
            case _:
                yield from self._value(token, top)

    def _open_or_close(self, mark: bytes, top: _Frame | None) -> None:
        if mark in {b"<<", b"["}:
            self.frames.append(_Frame(mark == b"<<", top.key if top else b""))
        elif self.frames:
            self.frames.pop()
            if self.frames:
                self.frames[-1].at_key = True

    def _value(self, token: Token, top: _Frame | None) -> Iterator[Piece | Leak]:
        key = top.key if top else b""
        if len(self.frames) == 1 or (len(self.frames) == 2 and top and not top.is_dictionary):
            self.entries.setdefault(key, []).append(token.value)
        if top:
            top.at_key = True
        if token.kind is TokenKind.STRING:
            yield from self._string(token.value, key)
        elif token.kind is TokenKind.NAME:
            yield from self._name(token.value, key)
        else:
            yield from self._word(token.value)

    def _string(self, value: bytes, key: bytes) -> Iterator[Piece]:
        if self.is_content and not self.frames:
            return
        nature = Nature.CONTENT if key in _CONTENT_KEYS else Nature.PROPERTY
        where = f"{self.where}, /{key.decode('latin-1')}" if key else self.where
        yield Piece(where, text_of(value), Nature.SYNTAX if key in _SYNTAX_KEYS else nature)

    def _name(self, value: bytes, key: bytes) -> Iterator[Piece | Leak]:
        name = value.decode("utf-8", errors="replace")
        yield Piece(self.where, name, Nature.SYNTAX)
        if key == b"Subtype" and value in _ANNOTATIONS:
            yield Leak(LeakKind.COMMENT, self.where, name)
        elif value in {b"JavaScript", b"Launch", b"RichMedia", b"Movie", b"Rendition"} and key in {b"S", b"Subtype"}:
            yield Leak(LeakKind.SCRIPT, self.where, name)

    def _word(self, value: bytes) -> Iterator[Leak]:
        if value == b"obj":
            self.where = f"PDF, {self.words[0].decode('latin-1')} 0 obj"
            self.entries = {}
            self.frames = []
        # Text rendering modes 3 and 7 draw nothing (9.3.6).
        elif value == b"Tr" and self.words[1] in {b"3", b"7"} and self.is_content:
            yield Leak(LeakKind.HIDDEN, self.where, f"{self.words[1].decode()} Tr")
        self.words = (self.words[1], value)

    def _stream(self, data: bytes) -> Iterator[Piece | Leak]:
        filters = self.entries.get(b"Filter", [])
        kind = self.entries.get(b"Type", [b""])[0]
        if kind == b"XRef":
            return
        try:
            body = decoded(data, filters)
        except UnknownFilter as error:
            yield Leak(LeakKind.UNREADABLE, self.where, str(error))
            return
        yield Piece(self.where, body.decode("latin-1"), Nature.SYNTAX)
        yield Piece(self.where, body.decode("utf-16-be", errors="ignore"), Nature.SYNTAX)
        if kind == b"EmbeddedFile" and body in self.carried:
            yield Piece(self.where, body.decode("utf-8", errors="replace"), Nature.CONTENT)
        elif kind == b"EmbeddedFile":
            yield Leak(LeakKind.ATTACHMENT, self.where, "/EmbeddedFile")
        elif PICTURES.intersection(filters):
            yield from (Leak(LeakKind.PICTURE, self.where, what) for what in picture_data(body))
        elif kind == b"ObjStm":
            first = int(self.entries.get(b"First", [b"0"])[0])
            yield from _Reader(body[first:], f"{self.where}, /ObjStm", carried=self.carried).sights()
        elif kind == b"Metadata":
            yield from _metadata(self.where, body)
        elif _has_operators(self.entries, body):
            yield from _Reader(body, self.where, is_content=True).sights()


def _has_operators(entries: dict[bytes, list[bytes]], body: bytes) -> bool:
    """Whether a stream is the content of a page or form, and not a font, a colour profile or a map of characters."""
    if entries.get(b"Subtype", [b"Form"]) != [b"Form"] or b"Length1" in entries or b"FunctionType" in entries:
        return False
    return body[36:40] != b"acsp" and b"begincmap" not in body and not body.startswith((b"OTTO", b"\0\1\0\0", b"true"))


def _metadata(where: str, body: bytes) -> Iterator[Piece | Leak]:
    """XMP: what Dublin Core holds is the document's own, the schemas of PDF/A and PDF/UA are fixed words."""
    # Only exports need it.
    from lxml import etree

    try:
        root = etree.fromstring(body.strip(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield Leak(LeakKind.UNREADABLE, where, str(error.msg))
        return
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        chain = [str(element.tag), *(str(ancestor.tag) for ancestor in element.iterancestors())]
        for text, source in ((element.text, chain), *((value, [str(key)]) for key, value in element.attrib.items())):
            yield Piece(f"{where}, XMP", str(text or ""), _xmp_nature(source))


def _xmp_nature(chain: list[str]) -> Nature:
    if any("aiim.org/pdf" in tag or tag.endswith(("}lang", "}language", "}format")) for tag in chain):
        return Nature.SYNTAX
    if any("purl.org/dc/" in tag or tag.endswith("}Keywords") for tag in chain):
        return Nature.CONTENT
    return Nature.PROPERTY
