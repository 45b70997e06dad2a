"""A rule over quotations that somebody has approved: they are the words of a person, and stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple, TypeAlias

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import Line, passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.checking.speech import speech
from tilshi.i18n import N_
from tilshi.release import Text

_WORD: Final = Pattern(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LONGEST: Final = 20_000
"""Code points from which on a text is no quotation."""

_Words: TypeAlias = Sequence[re.Match[str]]


class _Approved(NamedTuple):
    """The wording that was approved last, and by whom."""

    text: Text
    by: str


def quote_verbatim(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """A quotation changed after it was approved.

    Its words count, and their order; marks and spaces may be put right. What was said around it may change.
    """
    for line, (approved,) in entries:
        before, now = _quotes(line, approved.text), _quotes(line, line.read.text)
        kept = {_spoken(words) for _start, _end, words in now}
        changed = [quote for quote in before if _spoken(quote[2]) not in kept]
        known = {_spoken(words) for _start, _end, words in before}
        new = [quote for quote in now if _spoken(quote[2]) not in known]
        for number, (start, end, words) in enumerate(changed):
            was = approved.text.string[start:end]
            yield _spot(line, was, words, new[number] if number < len(new) else None, approved.by)


def _approved(line: Line, frame: Frame) -> Said:
    """The approved wording of a line that has since been written anew, under its segment: each is judged by itself."""
    newest = max(line.approvals, key=lambda approval: approval.at, default=None)
    if newest and not frame.is_source and newest.text != line.read.text and len(line.read.text) <= _LONGEST:
        yield line.segment, _Approved(newest.text, newest.by)


def _quotes(line: Line, text: Text) -> list[tuple[int, int, _Words]]:
    """What is quoted in a text: from where to where, and its words."""
    read = line.read if text is line.read.text else passage(line.role, line.read.language, text, line.read.house)
    return [(start, end, list(_WORD.finditer(text.string, start, end))) for start, end in read.parsed(speech).quotes]


def _spoken(words: _Words) -> tuple[str, ...]:
    return tuple(word[0] for word in words)


def _spot(line: Line, was: str, words: _Words, new: tuple[int, int, _Words] | None, by: str) -> Spot:
    """The words that differ, or the whole text where the quotation is there no longer."""
    if new is None:
        gone = message(N_("A quotation that {name} approved is gone: {text}"), name=by or "–", text=was)
        return Spot(0, len(line.read.text), gone, (), Side.TARGET, line.segment)
    start, end, written = new
    said = message(N_("This quotation was changed after {name} approved it: {text}"), name=by or "–", text=was)
    first, last = _differing(words, written, start, end)
    return Spot(first, last, said, (Fix(start, end, was),), Side.TARGET, line.segment)


def _differing(before: _Words, now: _Words, start: int, end: int) -> tuple[int, int]:
    """From the first word that differs to the last one; the word before where words are only missing."""
    matcher = SequenceMatcher(None, _spoken(before), _spoken(now), autojunk=False)
    changes = [block for block in matcher.get_opcodes() if block[0] != "equal"]
    first, last = changes[0][3], max(changes[-1][4], changes[0][3] + 1)
    if not now:
        return start, end
    first = min(first, len(now) - 1)
    return now[first].start(), now[min(last, len(now)) - 1].end()


QUOTE_VERBATIM: Final = ReleaseRule(
    "quote.verbatim", Severity.ERROR, N_("A quotation changed after it was approved"), _approved, quote_verbatim
)
