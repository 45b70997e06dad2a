"""Which keystrokes make one step of undo: those of one word with the spaces after it, as in word processors."""

from __future__ import annotations

from dataclasses import replace

from tilshi.release.edits import Edit, ReplaceSegment, ReplaceTarget
from tilshi.release.text import difference


def merged(last: Edit, following: Edit) -> Edit | None:
    """Both edits as one where `following` goes on writing or deleting the word of `last`; otherwise None."""
    if isinstance(last, ReplaceTarget) and isinstance(following, ReplaceTarget):
        same_text = (last.segment, last.language) == (following.segment, following.language)
        before, between, after = last.old.text, last.new.text, following.new.text
        notes = (last.notes[0], following.notes[1]) if last.notes and following.notes else last.notes or following.notes
        whole: Edit = replace(last, new=following.new, notes=notes)
    elif isinstance(last, ReplaceSegment) and isinstance(following, ReplaceSegment):
        same_text = last.new.id == following.old.id
        before, between, after = last.old.source, last.new.source, following.new.source
        whole = replace(last, new=following.new)
    else:
        return None
    joined = same_text and last.new == following.old and _is_one_word(before.string, between.string, after.string)
    return whole if joined else None


def _is_one_word(before: str, between: str, after: str) -> bool:
    first, second = difference(before, between), difference(between, after)
    removed = between[second[0] : second[1]]
    return _goes_on_writing(first, second, removed) or _goes_on_deleting(before, first, second, removed)


_Splice = tuple[int, int, str]


def _goes_on_writing(first: _Splice, second: _Splice, removed: str) -> bool:
    start, _, written = first
    if removed or not written or not second[2] or second[0] != start + len(written):
        return False
    return "\n" not in written + second[2] and not _word_begins(written[-1], second[2][0])


def _goes_on_deleting(before: str, first: _Splice, second: _Splice, removed: str) -> bool:
    start, end, written = first
    if written or second[2] or not removed:
        return False
    gone = before[start:end]
    backwards, forwards = second[1] == start, second[0] == start
    if backwards:
        return not _word_begins(removed[-1], gone[0])
    return forwards and not _word_begins(gone[-1], removed[0])


def _word_begins(before: str, after: str) -> bool:
    return before.isspace() and not after.isspace()
