"""Translation units: a source, its translation, where they stood, and who said that they belong together."""

from __future__ import annotations

from dataclasses import dataclass

from tilshi.language.tags import primary
from tilshi.release import Text


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A direction of translation, as primary language tags: what was translated for `en-GB` serves `en` too."""

    source: str
    target: str

    @classmethod
    def of(cls, source_language: str, target_language: str) -> Pair:
        """The direction between two language tags."""
        return cls(primary(source_language), primary(target_language))

    def __str__(self) -> str:
        return f"{self.source}-{self.target}"


@dataclass(frozen=True, slots=True)
class Context:
    """Where a source stands: digests (`folding.digest`) of the sources around it, and the role of its part.

    A digest is empty at the beginning and at the end of a release.
    """

    previous: str = ""
    following: str = ""
    role: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything is known of the neighbours."""
        return bool(self.previous or self.following)

    def agrees_with(self, other: Context) -> bool:
        """Whether both stand between the same neighbours; where nothing is known, nothing agrees."""
        return self.is_known and (self.previous, self.following) == (other.previous, other.following)


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a unit is from, and who found it good.

    `release` and `title` are those of the release, or of the file it was imported from; `segment` is the id there; `at`
    is ISO 8601 in UTC; `state` the one it was in.
    """

    release: str = ""
    title: str = ""
    segment: str = ""
    by: str = ""
    at: str = ""
    state: str = ""


NO_CONTEXT = Context()
NO_PROVENANCE = Provenance()


@dataclass(frozen=True, slots=True)
class Unit:
    """A source and its translation (TMX `tu`); languages are BCP 47 tags.

    `properties` are what a file said besides and is said again on export (TMX `prop`: type, value). `last_used` is
    ISO 8601 in UTC. `id` is 0 until it is stored, and never given twice.
    """

    source: Text
    target: Text
    source_language: str
    target_language: str
    context: Context = NO_CONTEXT
    provenance: Provenance = NO_PROVENANCE
    properties: tuple[tuple[str, str], ...] = ()
    last_used: str = ""
    id: int = 0

    @property
    def pair(self) -> Pair:
        """The direction it was translated in."""
        return Pair.of(self.source_language, self.target_language)


@dataclass(frozen=True, slots=True)
class Query:
    """A text that is to be translated, and where it stands."""

    source: Text
    source_language: str
    target_language: str
    context: Context = NO_CONTEXT

    @property
    def pair(self) -> Pair:
        """The direction it is to be translated in."""
        return Pair.of(self.source_language, self.target_language)
