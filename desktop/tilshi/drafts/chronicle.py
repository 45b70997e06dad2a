"""What each text said in the earlier states of a draft, kept without keeping those states.

Most of a release is the same from one save to the next, so that only what changed is remembered: a hundred saves of a
large release take hardly more memory than one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from tilshi.drafts.container import Container
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.history import Generation, history, open_generation
from tilshi.files.errors import FileError
from tilshi.release import Release, State, Text
from tilshi.release.digests import version_digest
from tilshi.release.reviewing import approved_languages

_Place: TypeAlias = tuple[str, str]
"""Segment and language."""


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier state of a draft; `digests` are of its version in each language, `approved` those that were final."""

    generation: Generation
    digests: tuple[tuple[str, str], ...] = ()
    approved: tuple[str, ...] = ()

    @property
    def at(self) -> datetime:
        """When the file got it."""
        return self.generation.at


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text said from a save on, until the next wording; `state` is None for the source."""

    at: datetime
    by: str
    text: Text
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Chronicle:
    """All earlier states that can be read, oldest first, and the wordings of each text (segment, language) in them.

    `read` are the files of all states that were ever looked at.
    """

    versions: tuple[Version, ...] = ()
    texts: Mapping[_Place, tuple[Wording, ...]] = field(default_factory=dict, repr=False)
    read: frozenset[Path] = frozenset()

    def wordings(self, segment: str, language: str) -> tuple[Wording, ...]:
        """What a text said, oldest first; each wording once as long as it stayed."""
        return self.texts.get((segment, language), ())


def read_chronicle(
    path: Path, container: Container = PLAIN, state: Path | None = None, known: Chronicle | None = None
) -> Chronicle:
    """The earlier states of the draft at `path`; of what is `known` already, nothing is read again.

    States that have gone meanwhile are no longer among the versions; what they said is remembered.
    """
    known = known or Chronicle()
    found = history(path, container, state)
    there = {generation.file for generation in found}
    versions = [version for version in known.versions if version.generation.file in there]
    texts, read = dict(known.texts), set(known.read)
    for generation in reversed(found):
        if generation.file in read:
            continue
        read.add(generation.file)
        if (release := _opened(generation, container)) is not None:
            digests = tuple((code, version_digest(release, code)) for code in release.languages)
            versions.append(Version(generation, digests, approved_languages(release)))
            _note(texts, generation, release)
    return Chronicle(tuple(versions), texts, frozenset(read))


def _opened(generation: Generation, container: Container) -> Release | None:
    with contextlib.suppress(FileError):
        return open_generation(generation, container)
    return None


def _note(texts: dict[_Place, tuple[Wording, ...]], generation: Generation, release: Release) -> None:
    for _block, segment in release.segments():
        said: list[tuple[str, Text, State | None]] = [(release.source_language, segment.source, None)]
        said += [(code, target.text, target.state) for code, target in segment.targets]
        for code, text, state in said:
            place = (segment.id, code)
            before = texts.get(place, ())
            if not before or (before[-1].text, before[-1].state) != (text, state):
                texts[place] = (*before, Wording(generation.at, generation.by, text, state))
