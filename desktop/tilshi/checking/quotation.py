"""The quotation marks of a text: which opens, which closes, which are alone, and which the language would use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Line, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.prose import characters
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said, TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.language.typography import Quotes

# An apostrophe within a word is none of these marks.
_MARK_EXPRESSION: Final = r"[«»“”„‟\"‹›‘‚]|(?<!\w)'(?=\w)|['’](?!\w)"
_MARK: Final = Pattern(_MARK_EXPRESSION)
_MARKS: Final = frozenset("«»“”„‟\"‹›‘’‚'")
_OPENING: Final = frozenset("«„‟‹‘‚")
_CLOSING: Final = frozenset("»”›")
_SINGLE: Final = frozenset("'‘’‚‹›")
_PARTNERS: Final = {"»": "«", "”": "“„‟", "“": "„", "›": "‹", "’": "‘‚'", "'": "'", '"': '"', "‘": "‚"}
"""What opened, for each mark that closes."""

_SAID: Final = Pattern(r",[”\"’]? (?:he |she |they )?(?:said|says|stressed|added|told|explained|warned|noted)\b")
_FRAMES: Final = frozenset("([{—–-/…«„“‹‘\ufffc|")
"""What may stand before an opening mark, besides a space."""

_PARAGRAPHS: Final = 5
"""Over how many paragraphs a quotation may run."""

_NAME: Final = 80
"""Code points of a name within « » that holds another and shares its closing mark: «ОО «Мысал»."""


_MANY: Final = 200
"""Marks in one paragraph from which on it is no prose, and nobody is helped by pairs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotation marks that belong together, by their offsets; `depth` is 0 for the outer ones."""

    opening: int
    closing: int
    depth: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """The pairs of a text, and the offsets of marks that open or close without a partner in it."""

    pairs: tuple[Pair, ...] = ()
    unclosed: tuple[int, ...] = ()
    unopened: tuple[int, ...] = ()


_NONE: Final = Quotation()


def quotation(read: Passage) -> Quotation:
    """The quotation marks of a text, put in pairs."""
    prose = read.prose
    if _MARKS.isdisjoint(read.parsed(characters)):
        return _NONE
    marks = list(_MARK.finditer(prose))
    if not marks or len(marks) > _MANY:
        return _NONE
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    unopened: list[int] = []
    unclosed: list[int] = []
    for found in marks:
        at = found.start()
        if _opens(prose, at, opened):
            opened.append(at)
        elif (partner := _partner(prose, at, opened)) is not None:
            unclosed += opened[partner + 1 :]
            spans.append((opened[partner], at))
            del opened[partner:]
        elif prose[at] not in "'’‘‚" and not (prose[at] in '"”' and at and prose[at - 1].isdigit()):
            unopened.append(at)
    unclosed = [at for at in (*unclosed, *opened) if prose[at] not in "'‘‚" and not _shares_closing(prose, at, spans)]
    pairs = (Pair(start, end, sum(one < start and end < other for one, other in spans)) for start, end in spans)
    return Quotation(tuple(sorted(pairs, key=lambda pair: pair.opening)), tuple(sorted(unclosed)), tuple(unopened))


def _opens(prose: str, at: int, opened: list[int]) -> bool:
    mark, before, after = prose[at], prose[at - 1 : at], prose[at + 1 : at + 2]
    if mark in _OPENING:
        return not (mark == "‘" and opened and prose[opened[-1]] == "‚")
    free = not before or before.isspace() or before in _FRAMES
    if mark in _CLOSING:
        return free and not opened and after.isalnum()
    if mark == "’" or not after:
        return False
    return free and (not after.isspace() or (not opened and mark in '“"'))


def _partner(prose: str, at: int, opened: list[int]) -> int | None:
    """The index in `opened` of the mark that this one closes: its own kind first, else the last of the same size."""
    mark = prose[at]
    exact = _PARTNERS.get(mark, "")
    for index in range(len(opened) - 1, -1, -1):
        if prose[opened[index]] in exact:
            return index
    if opened and mark not in "'’" and (prose[opened[-1]] in _SINGLE) == (mark in _SINGLE):
        return len(opened) - 1
    return None


def _shares_closing(prose: str, at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a « has its » in common with a name inside: «Общество «Мысал»."""
    return prose[at] == "«" and any(
        at < start and prose[start] == "«" and end - at <= _NAME and not set(prose[at:end]) & set(",;:–—!?")
        for start, end in spans
    )


def quote_style(read: Passage) -> Iterator[Spot]:
    """Quotation marks of another language.

    The outer and the inner marks are those of the house; inner ones that differ are only noted.
    """
    found = read.parsed(quotation)
    if found is _NONE:
        return
    house = read.house
    for pair in found.pairs:
        marks = house.inner_quotes if pair.depth else house.quotes
        severity = Severity.NOTE if pair.depth else None
        for at, right in ((pair.opening, marks.opening), (pair.closing, marks.closing)):
            if read.prose[at] != right.strip():
                yield _wrong(read, at, right, severity)
    for at in (*found.unclosed, *found.unopened):
        right = house.quotes.opening if at in found.unclosed else house.quotes.closing
        if read.prose[at] not in (right.strip(), *_bare(house.inner_quotes)):
            yield _wrong(read, at, right, None)


def _bare(marks: Quotes) -> tuple[str, str]:
    return marks.opening.strip(), marks.closing.strip()


def _wrong(read: Passage, at: int, right: str, severity: Severity | None) -> Spot:
    prose = read.prose
    inner = prose[at + 1 : at + 2] if right[-1].isspace() else prose[at - 1 : at]
    new = right.strip() if inner.isspace() else right
    said = message(N_("Here {found} should be {right}."), found=prose[at], right=right.strip())
    return Spot(at, at + 1, said, (Fix(at, at + 1, new, safe=True),), severity=severity)


def quote_pairs(entries: tuple[Entry, ...], frame: Frame) -> Iterator[Spot]:
    """Quotation marks without a partner.

    A quotation may run over several paragraphs; in English each of them then opens it again.
    """
    closed: set[int] = set()
    for index, (line, (found,)) in enumerate(entries):
        for at in found.unclosed:
            is_last = at == found.unclosed[-1] and _is_last(found, at)
            end = index + 1 if is_last and _goes_on(entries, index, frame.order) else None
            if end is None:
                yield _alone(line, at, found)
            closed.add(index if end is None else end)
        for at in found.unopened:
            if index not in closed or at != found.unopened[0]:
                yield _alone(line, at, found)


def _quoting(line: Line, _frame: Frame) -> Said:
    """The quotation marks of a line, if it has any."""
    if (found := line.read.parsed(quotation)) != _NONE:
        yield "quotations", found


def _is_last(found: Quotation, at: int) -> bool:
    return all(pair.opening < at for pair in found.pairs) and all(other < at for other in found.unopened)


def _goes_on(entries: tuple[Entry, ...], start: int, order: Mapping[str, int]) -> bool:
    """Whether a quotation that is not closed in its paragraph ends in the next one that has quotation marks."""
    if start + 1 == len(entries):
        return False
    (line, _found), (other, (found,)) = entries[start : start + 2]
    if order[other.segment] - order[line.segment] > _PARAGRAPHS:
        return False
    first = min((*found.unclosed, *found.unopened, *(pair.opening for pair in found.pairs)))
    return first in found.unopened or (first == 0 and _may_go_on(line, other))


def _may_go_on(one: Line, other: Line) -> bool:
    """Whether an English quotation runs from one paragraph to another that opens it again: nobody said it yet."""
    unsaid = not _SAID.search(one.read.prose)
    return primary(other.read.language) == "en" and other.role is one.role and unsaid


def _alone(line: Line, at: int, found: Quotation) -> Spot:
    """The span reaches as far as the quotation would, to the next mark or the end of the text."""
    text = line.read.text.string
    others = (*found.unclosed, *found.unopened, *(at for pair in found.pairs for at in (pair.opening, pair.closing)))
    away = Fix(at, at + 1, "")
    if at in found.unclosed:
        end = min((other for other in others if other > at), default=len(text.rstrip()))
        said = message(N_("This quotation is opened with “{mark}” and never closed."), mark=text[at])
        fixes = (*_closing_fix(line.read, at, end), away)
        return Spot(at, max(end, at + 1), said, fixes, segment=line.segment)
    start = max((other + 1 for other in others if other < at), default=0)
    said = message(N_("This quotation is closed with “{mark}” and never opened."), mark=text[at])
    return Spot(start, at + 1, said, (away,), segment=line.segment)


def _closing_fix(read: Passage, at: int, end: int) -> Iterator[Fix]:
    """A closing mark at the end of the text, where the language wants it: after the stop in English, else before."""
    text = read.text.string
    if end < len(text.rstrip()):
        return
    inside = primary(read.language) == "en" or text[end - 1] in "!?…"
    place = end if inside or text[end - 1] not in ".,;" else end - 1
    if place > at + 1:
        yield Fix(place, place, read.house.quotes.closing)


QUOTED: Final = holding(_MARK_EXPRESSION)
"""A quotation mark."""

QUOTE_STYLE: Final = TextRule(
    "qt.style", Severity.WARNING, N_("Quotation marks of another language"), quote_style, QUOTED
)
QUOTE_PAIRS: Final = ReleaseRule(
    "qt.pair",
    Severity.ERROR,
    N_("Quotation marks without a partner"),
    _quoting,
    quote_pairs,
    placed=True,
    hint=QUOTED,
)
