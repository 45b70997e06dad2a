"""A paragraph while it is read: pieces of text with what is said of them, put together at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from tilshi.exchange.wordprocessing.styles import ParagraphStyle
from tilshi.release import Mark, MarkKind, Text

_XML_SPACE: Final = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or a tracked change said in words, on `start` to `end` of a paragraph (code points)."""

    text: str
    author: str = ""
    created: str = ""
    start: int = 0
    end: int = 0
    resolved: bool = False

    def moved(self, by: int, limit: int) -> Remark:
        """The remark where its text stands `by` code points further on, kept within a text of that length."""
        start, end = (min(max(0, at + by), limit) for at in (self.start, self.end))
        return replace(self, start=start, end=end) if start < end else replace(self, start=0, end=0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph with one look."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it was read; `number` counts those with text from 1.

    `marker` is the number Word shows before it, `listed` whether it is an item of a list. `row`: it is a row of a
    table, cells parted by bars; `header`: the table says that it is a heading. `size` is in half points, 0 unknown.
    """

    text: Text
    number: int
    style: ParagraphStyle
    listed: bool = False
    row: bool = False
    header: bool = False
    bold: bool = False
    size: int = 0
    remarks: tuple[Remark, ...] = ()
    picture: str = ""
    is_note: bool = False


@dataclass(slots=True)
class Draft:
    """What has been read of a paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    remarks: list[Remark] = field(default_factory=list)
    open_comments: dict[str, int] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    references: dict[str, int] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        """One more piece; what Word leaves open of a line break is no text."""
        if piece.text:
            self.pieces.append(piece)
            self.length += len(piece.text)

    @property
    def string(self) -> str:
        """All text so far."""
        return "".join(piece.text for piece in self.pieces)

    def close(self) -> None:
        """Comments that go on after the paragraph end with it, here."""
        for identifier, start in self.open_comments.items():
            self.spans.setdefault(identifier, (start, self.length))
        self.open_comments.clear()

    def text(self) -> Text:
        """The pieces put together, with their marks."""
        return Text(self.string, tuple(_marks(self.pieces)))

    def all_bold(self) -> bool:
        """Whether every letter of it is bold."""
        return bool(self.pieces) and all(piece.bold or not piece.text.strip() for piece in self.pieces)

    def size(self) -> int:
        """The largest size in it, in half points."""
        return max((piece.size for piece in self.pieces if piece.text.strip()), default=0)


def _marks(pieces: Iterable[Piece]) -> Iterator[Mark]:
    starts: list[tuple[int, Piece]] = []
    at = 0
    for piece in pieces:
        starts.append((at, piece))
        at += len(piece.text)
    yield from _stretches(starts, MarkKind.BOLD, [piece.bold for _at, piece in starts])
    yield from _stretches(starts, MarkKind.ITALIC, [piece.italic for _at, piece in starts])
    yield from _stretches(starts, MarkKind.LINK, [piece.href for _at, piece in starts])


def _stretches(starts: list[tuple[int, Piece]], kind: MarkKind, values: Iterable[bool | str]) -> Iterator[Mark]:
    """A mark for each row of neighbours with the same value; white space at its ends is not marked."""
    for value, group in groupby(zip(starts, values, strict=True), key=lambda pair: pair[1]):
        if not value:
            continue
        members = [pair[0] for pair in group]
        string = "".join(piece.text for _at, piece in members)
        start = members[0][0] + len(string) - len(string.lstrip())
        end = members[0][0] + len(string.rstrip())
        if start < end:
            yield Mark(start, end, kind, value if isinstance(value, str) else "")


def trimmed(text: Text, remarks: Iterable[Remark]) -> tuple[Text, tuple[Remark, ...]]:
    """A text without the white space at its ends, and what is remarked on it."""
    string = text.string
    start = len(string) - len(string.lstrip(_XML_SPACE))
    end = max(start, len(string.rstrip(_XML_SPACE)))
    return text.part(start, end), tuple(remark.moved(-start, end - start) for remark in remarks)


def joined(parts: Iterable[tuple[Text, tuple[Remark, ...]]], space: str) -> tuple[Text, tuple[Remark, ...]]:
    """Texts in a row with something between them, and what is remarked on each."""
    whole, remarks, first = Text(), list[Remark](), True
    for text, own in parts:
        if not first:
            whole += Text(space)
        first = False
        shift = len(whole)
        remarks += [remark.moved(shift, shift + len(text)) if remark.end else remark for remark in own]
        whole += text
    return whole, tuple(remarks)
