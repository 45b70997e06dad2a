"""What a release gives to the memory, and what it asks it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Final

from tilshi.memory.folding import digest
from tilshi.memory.units import Context, Provenance, Query, Unit
from tilshi.release import Release, Role, Segment, State
from tilshi.release.digests import pair_digest

APPROVED: Final = frozenset({State.REVIEWED, State.FINAL})
"""The states of translations that a memory is fed with, unless the user chooses others."""


def units_of(  # noqa: PLR0913  # which segments, and who says so
    release: Release,
    language: str,
    *,
    states: Collection[State] = APPROVED,
    segments: Collection[str] | None = None,
    by: str = "",
    at: str = "",
) -> tuple[Unit, ...]:
    """The translations of a release into a language that are in one of these states, as units.

    `segments` are the ids of those that count; all of them if None. Who and when is what the newest approval says that
    still holds; where there is none, `by` and `at` (ISO 8601 in UTC; now, if empty). Texts without a letter (dates,
    numbers, addresses) are units too: the house form of one language is worth remembering.

    A draft that is encrypted must not be fed to a memory that is not; whoever calls this knows.
    """
    title = title_of(release)
    moment = at or dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return tuple(
        Unit(
            segment.source,
            segment.target(language).text,
            release.source_language,
            language,
            context,
            _provenance(release, title, segment, language, (by, moment)),
        )
        for segment, context in _contexts(release)
        if (segments is None or segment.id in segments) and _is_wanted(segment, language, states)
    )


def query_of(release: Release, segment_id: str, language: str) -> Query:
    """What the memory is asked for a segment.

    Raises:
        UnknownSegment: there is none of that id.
    """
    return Query(release.segment(segment_id).source, release.source_language, language, context_of(release, segment_id))


def context_of(release: Release, segment_id: str) -> Context:
    """Where a segment stands: its neighbours in reading order, and its role.

    Raises:
        UnknownSegment: there is none of that id.
    """
    role = release.block_of(segment_id).role
    order = [segment for _block, segment in release.segments()]
    at = next(index for index, segment in enumerate(order) if segment.id == segment_id)
    before, after = order[at - 1 : at] if at else [], order[at + 1 : at + 2]
    previous, following = (digest(near[0].source.string) if near else "" for near in (before, after))
    return Context(previous, following, str(role))


def title_of(release: Release) -> str:
    """The headline, by which people know a release; its id where it has none."""
    headline = release.first(Role.HEADLINE)
    words = " ".join(segment.source.string for segment in headline.segments).strip() if headline else ""
    return " ".join(words.split()) or release.id


def _contexts(release: Release) -> Iterator[tuple[Segment, Context]]:
    """Every segment in reading order, and where it stands."""
    order = tuple(release.segments())
    digests = ("", *(digest(segment.source.string) for _block, segment in order), "")
    for at, (block, segment) in enumerate(order):
        yield segment, Context(digests[at], digests[at + 2], str(block.role))


def _provenance(
    release: Release, title: str, segment: Segment, language: str, otherwise: tuple[str, str]
) -> Provenance:
    target = segment.target(language)
    now = pair_digest(segment.source, target.text)
    holding = sorted((approval.at, approval.by) for approval in target.approvals if approval.digest == now)
    by, at = otherwise
    if holding:
        at, by = holding[-1]
    return Provenance(release.id, title, segment.id, by, at, str(target.state))


def _is_wanted(segment: Segment, language: str, states: Collection[State]) -> bool:
    target = segment.target(language)
    return target.state in states and bool(segment.source.string.strip() and target.text.string.strip())
