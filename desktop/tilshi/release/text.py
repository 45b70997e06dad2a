"""Text with inline marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark says of its span (XLIFF 2.1 `pc` with `subType`, ITS `translate`)."""

    BOLD = "bold"
    ITALIC = "italic"
    LINK = "link"
    UNTRANSLATABLE = "untranslatable"

    @property
    def grows(self) -> bool:
        """Whether text typed at the end of the span continues it, as word processors do for bold but not for links."""
        return self in (MarkKind.BOLD, MarkKind.ITALIC)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of a text, `start` inclusive to `end` exclusive in code points; `href` is the target of a link."""

    start: int
    end: int
    kind: MarkKind
    href: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a mark needs 0 <= start < end, not {self.start}, {self.end}")


@dataclass(frozen=True, slots=True)
class Text:
    """A string with marks; any code point is kept as it is. Marks are sorted and lie within the string."""

    string: str = ""
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.marks:
            return
        if max(mark.end for mark in self.marks) > len(self.string):
            raise ValueError("a mark reaches beyond the end of its text")
        object.__setattr__(self, "marks", tuple(sorted(set(self.marks))))

    def __bool__(self) -> bool:
        return bool(self.string)

    def __len__(self) -> int:
        return len(self.string)

    def splice(self, start: int, end: int, inserted: str) -> Text:
        """The text with `start:end` replaced; marks move along, shrink or grow, and vanish when emptied.

        Raises:
            ValueError: the span does not lie within the text.
        """
        if not 0 <= start <= end <= len(self.string):
            raise ValueError(f"span {start}:{end} does not lie within a text of {len(self.string)} code points")
        string = self.string[:start] + inserted + self.string[end:]
        moved = (_moved(mark, start, end, len(inserted)) for mark in self.marks)
        return Text(string, tuple(mark for mark in moved if mark is not None))

    def replaced_by(self, string: str) -> Text:
        """The text changed to `string` by the shortest splice, so that marks outside the change stay."""
        if string == self.string:
            return self
        start, end, inserted = difference(self.string, string)
        return self.splice(start, end, inserted)

    def part(self, start: int, end: int) -> Text:
        """The text of a span, with what of the marks lies in it."""
        cut = (
            (max(mark.start, start) - start, min(mark.end, end) - start, mark)
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        return Text(self.string[start:end], tuple(replace(mark, start=low, end=high) for low, high, mark in cut))

    def __add__(self, other: Text) -> Text:
        shift = len(self.string)
        moved = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in other.marks)
        return Text(self.string + other.string, (*self.marks, *moved))


EMPTY = Text()
"""No text."""


def difference(old: str, new: str) -> tuple[int, int, str]:
    """The one splice that turns `old` into `new`: start, end (in `old`, code points) and what is inserted."""
    limit = min(len(old), len(new))
    start = _common(old, new, limit)
    tail = _common(old[::-1], new[::-1], limit - start)
    return start, len(old) - tail, new[start : len(new) - tail]


def _common(one: str, other: str, limit: int) -> int:
    """Length of the common prefix, `limit` at most; by halving, since comparing slices is a memory comparison."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _moved(mark: Mark, start: int, end: int, inserted: int) -> Mark | None:
    shift = inserted - (end - start)
    typed_over = mark.start == start < end <= mark.end
    low = mark.start if mark.start < start or typed_over else max(mark.start + shift, start + inserted)
    if mark.end > start:
        high = mark.end + shift if mark.end >= end else start
    else:
        high = mark.end + inserted if mark.end == start == end and mark.kind.grows else mark.end
    return replace(mark, start=low, end=high) if low < high else None
