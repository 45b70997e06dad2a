"""Counts over the whole release, kept up to date from what changes, so that a keystroke costs one segment."""

from __future__ import annotations

from typing import NamedTuple

from tilshi.release import Change, Release, Segment, State
from tilshi.release.digests import text_digest
from tilshi_ui.wording import words


class Count(NamedTuple):
    """One language: segments that are translated, and all segments."""

    done: int = 0
    total: int = 0

    @property
    def percent(self) -> int:
        """Progress; 100 only when all is done."""
        return self.done * 100 // self.total if self.total else 0


class Tally:
    """How much of a release is done in each language, and how many words it has; words are counted when asked for."""

    def __init__(self, release: Release) -> None:
        self._release = release
        self._count_all(release)

    def __getitem__(self, language: str) -> Count:
        return Count(self._done.get(language, 0), self._total)

    def behind(self, language: str) -> int:
        """How many segments have a source that has changed since they were translated."""
        return self._behind.get(language, 0)

    def words(self, language: str) -> int:
        """How many words the release has in a language."""
        counts = self._words.get(language)
        if counts is None:
            release = self._release
            counts = {segment.id: words(_text(release, segment, language)) for _block, segment in release.segments()}
            self._words[language], self._sums[language] = counts, sum(counts.values())
        return self._sums[language]

    def update(self, release: Release, change: Change) -> None:
        """Counts anew what changed."""
        if change.structure or change.fields:
            self._count_all(release)
            return
        for segment_id in change.segments:
            self._count_again(self._release.segment(segment_id), -1)
            self._count_again(release.segment(segment_id), 1)
            self._count_words(release, segment_id)
        self._release = release

    def _count_all(self, release: Release) -> None:
        self._release = release
        self._words: dict[str, dict[str, int]] = {}
        self._sums: dict[str, int] = {}
        self._done = dict.fromkeys(release.languages, 0)
        self._behind = dict.fromkeys(release.languages, 0)
        self._total = 0
        for _block, segment in release.segments():
            self._total += 1
            self._count_again(segment, 1)

    def _count_again(self, segment: Segment, sign: int) -> None:
        for code, target in segment.targets:
            if target.state is not State.INITIAL:
                self._done[code] = self._done.get(code, 0) + sign
            if target.basis and target.basis != text_digest(segment.source):
                self._behind[code] = self._behind.get(code, 0) + sign

    def _count_words(self, release: Release, segment_id: str) -> None:
        for language, counts in self._words.items():
            count = words(release.text(segment_id, language).string)
            self._sums[language] += count - counts[segment_id]
            counts[segment_id] = count


def _text(release: Release, segment: Segment, language: str) -> str:
    return segment.source.string if language == release.source_language else segment.target(language).text.string
