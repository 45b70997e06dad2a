"""Counts over the whole release, kept up to date from what changes, so that a keystroke costs one segment."""

from __future__ import annotations

from dataclasses import dataclass

from tilshi.release import Change, Release, State
from tilshi_ui.wording import words


@dataclass(frozen=True, slots=True)
class Count:
    """One language: segments that are translated, all segments, and words."""

    done: int = 0
    total: int = 0
    words: int = 0

    @property
    def percent(self) -> int:
        """Progress; 100 only when all is done."""
        return self.done * 100 // self.total if self.total else 0


class Tally:
    """How much of a release is done in each language, and how many words it has."""

    def __init__(self, release: Release) -> None:
        self._count_all(release)

    def __getitem__(self, language: str) -> Count:
        done, total = self._done.get(language, 0), len(self._words)
        column = self._languages.index(language)
        return Count(done, total, self._sums[column])

    def update(self, release: Release, change: Change) -> None:
        """Counts anew what changed."""
        if change.structure or change.fields:
            self._count_all(release)
            return
        for segment in change.segments:
            self._count(release, segment)

    def _count_all(self, release: Release) -> None:
        self._languages = release.languages
        self._words: dict[str, tuple[int, ...]] = {}
        self._finished: dict[str, frozenset[str]] = {}
        self._done = dict.fromkeys(release.languages, 0)
        self._sums = [0] * len(release.languages)
        for _block, segment in release.segments():
            self._count(release, segment.id)

    def _count(self, release: Release, segment_id: str) -> None:
        segment = release.segment(segment_id)
        counted = tuple(words(release.text(segment_id, code).string) for code in self._languages)
        before = self._words.get(segment_id, (0,) * len(counted))
        self._sums = [total + new - old for total, new, old in zip(self._sums, counted, before, strict=True)]
        self._words[segment_id] = counted
        finished = frozenset(code for code, target in segment.targets if target.state is not State.INITIAL)
        for code in finished ^ self._finished.get(segment_id, frozenset()):
            self._done[code] = self._done.get(code, 0) + (1 if code in finished else -1)
        self._finished[segment_id] = finished
