"""What differs between two wordings, word by word: the longest common subsequence of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

# A word keeps its combining marks, soft hyphens and what binds its halves (1,500; ХҚКК-нің; l’eau), since one who reads
# takes it for one; each space and each mark stands alone, so that another kind of space is seen too.
_INNER: Final = "\\w\u0300-\u036f\u00ad\u200c\u200d\u2060"
_TOKEN: Final = re.compile(f"\\w[{_INNER}]*+(?:[.,'’\u2010\u2011-]\\w[{_INNER}]*+)*+|.", re.DOTALL)
_CLAUSE: Final = re.compile(r"[^.!?;:\n]*+[.!?;:\n]*+\s*+", re.DOTALL)
_MOST: Final = 2**28
"""Pairs of tokens that are compared: one bit each, 32 MB. What is longer is compared clause by clause."""


class SpanKind(StrEnum):
    """What became of a stretch of the old text."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in both texts or in one only; offsets are code points, an insertion is empty in the old text."""

    kind: SpanKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Alteration:
    """One change as a reader sees it: `old` stood there and `new` stands there now; start and end in code points."""

    old: tuple[int, int]
    new: tuple[int, int]


def alterations(spans: Iterable[Span]) -> tuple[Alteration, ...]:
    """The changes of a difference in order, a deletion with the insertion that replaces it as one."""
    found: list[Alteration] = []
    for span in spans:
        if span.kind is SpanKind.EQUAL:
            continue
        last = found[-1] if found else None
        if last and (last.old[1], last.new[1]) == (span.old_start, span.new_start):
            found[-1] = Alteration((last.old[0], span.old_end), (last.new[0], span.new_end))
        else:
            found.append(Alteration((span.old_start, span.old_end), (span.new_start, span.new_end)))
    return tuple(found)


def words_difference(old: str, new: str) -> tuple[Span, ...]:
    """The spans that lead from `old` to `new`, in order and without gaps; a deletion stands before what replaces it.

    Neighbouring changes that only white space parts are one change, so that a rewritten clause is not a patchwork.
    Two equal texts give one span (none if they are empty).
    """
    if old == new:
        return (Span(SpanKind.EQUAL, 0, len(old), 0, len(new)),) if old else ()
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) * len(after) > _MOST:
        before, after = _clauses(old), _clauses(new)
    if len(before) * len(after) > _MOST:
        before, after = [old] if old else [], [new] if new else []
    return tuple(_spans(_without_slivers(_steps(before, after), before), before, after))


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(text) if clause]


@dataclass(frozen=True, slots=True)
class _Step:
    """Tokens of both texts, as half-open ranges of their numbers; `equal` ones are the same."""

    equal: bool
    old: tuple[int, int]
    new: tuple[int, int]


def _steps(before: Sequence[str], after: Sequence[str]) -> list[_Step]:
    # Loaded here for the start of the program, which compares nothing.
    from rapidfuzz.distance import Indel

    return [
        _Step(code.tag == "equal", (code.src_start, code.src_end), (code.dest_start, code.dest_end))
        for code in Indel.opcodes(before, after)
    ]


def _without_slivers(steps: Iterable[_Step], before: Sequence[str]) -> Iterator[_Step]:
    """The steps with neighbouring changes as one, and white space between two changes as a part of them."""
    held: _Step | None = None
    gap: _Step | None = None
    for step in steps:
        if step.equal and held and not gap and _is_space(step, before):
            gap = step
        elif step.equal:
            yield from (each for each in (held, gap) if each)
            held = gap = None
            yield step
        else:
            first = held or step
            held, gap = _Step(equal=False, old=(first.old[0], step.old[1]), new=(first.new[0], step.new[1])), None
    yield from (each for each in (held, gap) if each)


def _is_space(step: _Step, before: Sequence[str]) -> bool:
    return all(before[at].isspace() for at in range(*step.old))


def _spans(steps: Iterable[_Step], before: Sequence[str], after: Sequence[str]) -> Iterator[Span]:
    old = new = 0
    for step in steps:
        old_end = old + sum(len(before[at]) for at in range(*step.old))
        new_end = new + sum(len(after[at]) for at in range(*step.new))
        if step.equal:
            yield Span(SpanKind.EQUAL, old, old_end, new, new_end)
        else:
            if old_end > old:
                yield Span(SpanKind.DELETE, old, old_end, new, new)
            if new_end > new:
                yield Span(SpanKind.INSERT, old_end, old_end, new, new_end)
        old, new = old_end, new_end
