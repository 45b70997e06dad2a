"""Putting something else in the place of what was found: as one edit, seen before it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from tilshi.release import Block, Compound, Edit, Release, ReplaceSegment, Role, StaleEdit, Text
from tilshi.release.operations import write_source, write_target
from tilshi.searching.lemmas import Lemmas
from tilshi.searching.patterns import Pattern
from tilshi.searching.query import Query, Where
from tilshi.searching.search import Hit, finder, text_of


@dataclass(frozen=True, slots=True)
class Swap:
    """A hit with what stands there and what is to; `sure` unless the form of a word may have been lost."""

    hit: Hit
    before: str
    after: str
    sure: bool = True


class Planner:
    r"""Says what would become of hits of a query.

    Words that were found in any form are replaced in the same form. The replacement of a regular expression may name
    its groups: `\1` or `$1`. Letter by letter, where capitals do not matter, the replacement takes those of the hit.

    Raises:
        QueryError: the query cannot be understood.
    """

    def __init__(self, release: Release, query: Query, replacement: str) -> None:
        self._release = release
        self._query = query
        self._replacement = replacement
        self._reader = finder(query, release)

    def swap(self, hit: Hit) -> Swap:
        """What would become of a hit.

        Raises:
            QueryError: the replacement names a group that the pattern does not have.
            UnknownSegment: the segment of the hit is gone.
        """
        text = text_of(self._release, hit)
        found = text[hit.start : hit.end]
        match self._reader:
            case Lemmas() as words:
                return Swap(hit, found, *words.inflected(text, hit.start, hit.end, hit.language, self._replacement))
            case Pattern() as pattern:
                return Swap(hit, found, pattern.expanded(text, hit.start, hit.end, self._replacement))
            case _ if self._query.match_case:
                return Swap(hit, found, self._replacement)
        return Swap(hit, found, _with_capitals(found, self._query.wanted, self._replacement))


def swaps(release: Release, query: Query, hits: Iterable[Hit], replacement: str) -> Iterator[Swap]:
    """What would become of each hit; see `Planner`.

    Raises:
        QueryError: query or replacement cannot be understood.
        UnknownSegment: the segment of a hit is gone.
    """
    planner = Planner(release, query, replacement)
    return (planner.swap(hit) for hit in hits)


def replacing(release: Release, chosen: Iterable[Swap]) -> Compound:
    """The edit that makes the replacements, as one step; marks stay with the words around them.

    Raises:
        StaleEdit: what a swap takes out is no longer there.
        UnknownSegment: the segment of a swap is gone.
    """
    order = sorted(chosen, key=lambda swap: release.place(swap.hit.segment))
    edits: list[Edit] = []
    for segment, group in groupby(order, key=lambda swap: swap.hit.segment):
        edits.extend(_of_segment(release, segment, list(group)))
    return Compound(tuple(edits))


def _with_capitals(found: str, wanted: str, replacement: str) -> str:
    """The replacement with capitals where the hit has some that were not asked for, as word processors do."""
    if found == wanted or replacement != replacement.lower() or wanted != wanted.lower():
        return replacement
    if found.isupper() and sum(map(str.isalpha, found)) > 1:
        return replacement.upper()
    return replacement[:1].upper() + replacement[1:] if found[:1].isupper() else replacement


def _of_segment(release: Release, name: str, chosen: list[Swap]) -> Iterator[Edit]:
    """The edits of one segment; each is made for what the one before leaves."""
    # A release of this segment alone, since a copy of all of it for each edit would take long.
    alone = replace(release, blocks=(Block("", Role.BODY, (release.segment(name),)),), places=None)
    chosen.sort(key=_passage)
    for (_order, where, language, note), group in groupby(chosen, key=_passage):
        splices = sorted(group, key=lambda swap: swap.hit.start, reverse=True)
        edit = _edit(alone, name, where, language, note, splices)
        alone = edit.apply(alone)
        yield edit


def _edit(  # noqa: PLR0913, PLR0917  # which text of which segment
    release: Release, name: str, where: Where, language: str, note_id: str, splices: list[Swap]
) -> Edit:
    segment = release.segment(name)
    match where:
        case Where.SOURCE:
            return write_source(release, name, _spliced(segment.source, splices))
        case Where.TARGET:
            return write_target(release, name, language, _spliced(segment.target(language).text, splices))
        case Where.NOTES:
            notes = tuple(
                replace(note, text=_spliced(Text(note.text), splices).string) if note.id == note_id else note
                for note in segment.notes
            )
            return ReplaceSegment(segment, replace(segment, notes=notes))


def _spliced(text: Text, splices: list[Swap]) -> Text:
    """The text with the replacements made, the last one first."""
    for swap in splices:
        hit = swap.hit
        if text.string[hit.start : hit.end] != swap.before:
            raise StaleEdit(f"segment {hit.segment} changed after the search")
        text = text.splice(hit.start, hit.end, swap.after)
    return text


def _passage(swap: Swap) -> tuple[int, Where, str, str]:
    return list(Where).index(swap.hit.where), swap.hit.where, swap.hit.language, swap.hit.note
