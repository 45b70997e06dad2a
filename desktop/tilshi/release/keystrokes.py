"""Which keystrokes make one step of undo: those of one word with the spaces after it, as in word processors."""

from __future__ import annotations

from dataclasses import replace

from tilshi.release.edits import ReplaceTarget
from tilshi.release.text import difference


def merged(last: ReplaceTarget, following: ReplaceTarget) -> ReplaceTarget | None:
    """Both edits as one where `following` goes on writing or deleting the word of `last`; otherwise None."""
    if (last.segment, last.language) != (following.segment, following.language) or last.new != following.old:
        return None
    first = difference(last.old.text.string, last.new.text.string)
    second = difference(following.old.text.string, following.new.text.string)
    removed = following.old.text.string[second[0] : second[1]]
    if _goes_on_writing(first, second, removed) or _goes_on_deleting(last, first, second, removed):
        return replace(last, new=following.new)
    return None


_Splice = tuple[int, int, str]


def _goes_on_writing(first: _Splice, second: _Splice, removed: str) -> bool:
    start, _, written = first
    if removed or not written or not second[2] or second[0] != start + len(written):
        return False
    return "\n" not in written + second[2] and not _word_begins(written[-1], second[2][0])


def _goes_on_deleting(last: ReplaceTarget, first: _Splice, second: _Splice, removed: str) -> bool:
    start, end, written = first
    if written or second[2] or not removed:
        return False
    gone = last.old.text.string[start:end]
    backwards, forwards = second[1] == start, second[0] == start
    if backwards:
        return not _word_begins(removed[-1], gone[0])
    return forwards and not _word_begins(gone[-1], removed[0])


def _word_begins(before: str, after: str) -> bool:
    return before.isspace() and not after.isspace()
