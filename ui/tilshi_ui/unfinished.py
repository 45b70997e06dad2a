"""Which segments are still to be translated, kept up to date from what changes, so that a key looks at few."""

from __future__ import annotations

from collections.abc import Container
from itertools import chain, islice
from typing import Final

from tilshi.release import Block, Change, Release, Segment, State
from tilshi.release.digests import text_digest

_NEAR: Final = 400
"""So many segments are looked at before all that are unfinished are counted: mostly the next one is near."""


class Unfinished:
    """The segments of a release without a translation, or with one that is behind the source, by language."""

    def __init__(self) -> None:
        self._found: dict[str, set[str]] = {}

    def update(self, release: Release, change: Change) -> None:
        """Looks again at what changed."""
        if change.structure or change.fields:
            self._found.clear()
            return
        for language, found in self._found.items():
            for name in change.segments:
                (found.add if _is_unfinished(release.segment(name), language) else found.discard)(name)

    def after(self, release: Release, language: str, segment: str, among: Container[str] | None = None) -> str:
        """The next one after `segment`, round the end; empty where there is none. `among`: only these count."""
        places = release.places or {}
        at, within = here = places.get(segment, (0, -1))
        for each in islice(_from(release.blocks, at, within + 1), _NEAR):
            if _is_unfinished(each, language) and (among is None or each.id in among):
                return each.id
        if (found := self._found.get(language)) is None:
            everything = (each for _block, each in release.segments())
            found = self._found[language] = {each.id for each in everything if _is_unfinished(each, language)}
        wanted = found if among is None else [name for name in found if name in among]
        return min(wanted, key=lambda name: (places[name] <= here, places[name]), default="")


def _from(blocks: tuple[Block, ...], at: int, within: int) -> chain[Segment]:
    """The segments from one place to the end."""
    rest = blocks[at].segments[within:] if at < len(blocks) else ()
    return chain(rest, (segment for number in range(at + 1, len(blocks)) for segment in blocks[number].segments))


def _is_unfinished(segment: Segment, language: str) -> bool:
    for code, target in segment.targets:
        if code == language:
            behind = target.basis and target.basis != text_digest(segment.source)
            return bool(behind) or target.state is State.INITIAL
    return True
