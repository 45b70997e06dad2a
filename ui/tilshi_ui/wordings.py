"""Source texts as they were before, known again by their digest: what a translation was made from."""

from __future__ import annotations

from tilshi.release import Change, Release, Text
from tilshi.release.digests import text_digest


class Wordings:
    """Remembers the source texts that were replaced while the release was open."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._texts: dict[str, Text] = {}

    def __getitem__(self, digest: str) -> Text | None:
        return self._texts.get(digest)

    def learn(self, release: Release) -> None:
        """An earlier version of the release: its texts may be what translations of this one were made from."""
        wanted = {target.basis for _block, segment in self._release.segments() for _code, target in segment.targets}
        for _block, segment in release.segments():
            if (digest := text_digest(segment.source)) in wanted:
                self._texts[digest] = segment.source

    def follow(self, release: Release, change: Change) -> None:
        """The release changed to this one."""
        before, self._release = self._release, release
        if not (change.source or change.structure):
            return
        for name in change.segments & (before.places or {}).keys() & (release.places or {}).keys():
            old, new = before.segment(name), release.segment(name)
            if old.source != new.source and new.targets:
                self._texts[text_digest(old.source)] = old.source
