"""The place in a text where a term is to be written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from tilshi.terminology.lookup import TermHit

_OPENING: Final = "([{«“„‹‘\"'-–/"
_CLOSING: Final = ")]}»”’›"


class Spot(NamedTuple):
    """A span of a text (code points, empty where nothing is replaced) with what stands around it.

    `lead` and `trail` are spaces that are missing between the term and its neighbours.
    """

    start: int
    end: int
    before: str
    replaced: str
    after: str
    lead: str = ""
    trail: str = ""


def spot_at(text: str, selection: tuple[int, int], hits: Iterable[TermHit], concept: str) -> Spot:
    """Where a term of `concept` goes: over what is selected, else over the form of a term under the caret, else there.

    A form counts as under the caret where the caret stands within it; at its ends too, if it is one of the concept.
    """
    start, end = selection
    if start == end:
        for hit in hits:
            if hit.start < start < hit.end or (hit.start <= start <= hit.end and hit.concept.id == concept):
                return _spot(text, hit.start, hit.end)
    chosen = text[start:end]
    start += len(chosen) - len(chosen.lstrip())
    return _spot(text, start, max(start, end - (len(chosen) - len(chosen.rstrip()))))


def _spot(text: str, start: int, end: int) -> Spot:
    before, after = text[:start], text[end:]
    lead = " " if before and not before[-1].isspace() and before[-1] not in _OPENING else ""
    trail = " " if after[:1].isalnum() else ""
    if start < end:  # what is replaced stood there without them
        lead = trail = ""
    return Spot(start, end, before + lead, text[start:end], trail + after, lead, trail)
