"""A finite-state machine for languages that add suffixes one by one, with vowel harmony and assimilation.

Nothing here is Kazakh. A language describes its sounds (``Phonology``: what each letter is, and how each archiphoneme
is spelt next to it) and its morphotactics (``Arc``: which suffix leads from which state to which, and what it means).
The machine recognises and writes from the same description. Suffixes are written in the manner of two-level morphology
(Koskenniemi 1983): small letters stand for themselves, capitals are archiphonemes, so that ``LAр`` is -лар, -лер, -дар,
-дер, -тар and -тер.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import chain
from typing import NamedTuple

from tilshi.language.kazakh.features import Case, Features, Number, Person, Possessor, Relation


class Sound(Enum):
    """What the last sound of a stem does to the suffix after it."""

    VOWEL = auto()
    GLIDE = auto()
    """Written as a vowel, heard as vowel + glide (и = ый, у = ұу): takes the suffixes of a consonant."""
    APPROXIMANT = auto()
    LATERAL = auto()
    NASAL = auto()
    SIBILANT = auto()
    VOICELESS = auto()


class Join(Enum):
    """Which suffixes a stem alternant takes: құқық- before consonants, құқығ- before vowels."""

    ANY = auto()
    BEFORE_VOWEL = auto()
    BEFORE_CONSONANT = auto()


@dataclass(frozen=True, slots=True)
class Archiphoneme:
    """One capital and its spelling by the sound before it.

    A spelling has one letter for each harmony, or one for all, or none where the sound is dropped.
    """

    default: str
    after: Mapping[Sound, str] = field(default_factory=dict)

    def spell(self, sound: Sound, harmony: int) -> str:
        """The letter after ``sound`` in ``harmony``, or an empty string."""
        spelling = self.after.get(sound, self.default)
        return spelling[harmony] if len(spelling) > 1 else spelling


class Place(NamedTuple):
    """Where a form has got to: the state of the grammar, and what the next suffix will meet."""

    state: str
    sound: Sound
    harmony: int


@dataclass(frozen=True, slots=True)
class Phonology:
    """Letters and archiphonemes of a language.

    ``harmony_after`` says which harmony a vowel leaves behind it (an index into the spellings of an ``Archiphoneme``);
    vowels that are not in it change nothing.
    """

    vowels: frozenset[str]
    sounds: Mapping[str, Sound]
    archiphonemes: Mapping[str, Archiphoneme]
    harmony_after: Mapping[str, int]

    def spell(self, suffix: str, place: Place, target: str) -> tuple[str, Place]:
        """Spell ``suffix`` at ``place``, and say where it leads."""
        _, sound, harmony = place
        letters = []
        for symbol in suffix:
            archiphoneme = self.archiphonemes.get(symbol)
            letter = archiphoneme.spell(sound, harmony) if archiphoneme else symbol
            if letter:
                letters.append(letter)
                sound = self.sounds[letter]
                harmony = self.harmony_after.get(letter, harmony)
        return "".join(letters), Place(target, sound, harmony)


@dataclass(frozen=True, slots=True)
class Arc:
    """One suffix: leads from ``source`` to ``target`` and ``adds`` a feature. A ``variant`` is read, never written."""

    source: str
    suffix: str
    target: str
    adds: Number | Possessor | Case | Person | Relation
    variant: bool = False

    def apply(self, features: Features) -> Features:
        """The features of a form after this suffix."""
        number, possessor, case = features.number, features.possessor, features.case
        person, relation, inner = features.person, features.relation, features.inner
        match self.adds:
            case Number():
                number = self.adds
            case Possessor():
                possessor = self.adds
            case Case():
                case = self.adds
            case Person():
                person = self.adds
            case Relation():
                return Features(relation=self.adds, inner=features)
        return Features(number, possessor, case, person, relation, inner)


class StemClass(NamedTuple):
    """All that a suffix has to know of the stem before it.

    Few stems differ in this, so what is known of one serves the others. ``bare``: may stand alone. The first of
    ``harmonies`` is the one to write in. ``sound`` is ``None`` for a stem whose spelling does not show how it is read
    aloud (an acronym): it is recognised with any suffix.
    """

    sound: Sound | None
    harmonies: tuple[int, ...]
    join: Join = Join.ANY
    bare: bool = True


class _Step(NamedTuple):
    spelling: str
    arc: Arc
    place: Place


class Machine:
    """Reads and writes the suffixes of one language; remembers what it has worked out."""

    START = "stem"
    _REMEMBERED = 50_000

    def __init__(self, phonology: Phonology, arcs: Iterable[Arc]) -> None:
        self.phonology = phonology
        self._arcs: dict[str, list[Arc]] = {}
        for arc in arcs:
            self._arcs.setdefault(arc.source, []).append(arc)
        self._steps: dict[Place, dict[str, list[_Step]]] = {}
        self._known: dict[StemClass, dict[str, tuple[Features, ...]]] = {}

    def readings(self, stem: StemClass, ending: str) -> tuple[Features, ...]:
        """Every meaning of ``ending`` (lower case, may be empty) after such a stem; none if it is no ending."""
        known = self._known.setdefault(stem, {})
        found = known.get(ending)
        if found is None:
            if len(known) >= self._REMEMBERED:
                known.clear()
            found = known[ending] = tuple(dict.fromkeys(self._read(stem, ending)))
        return found

    def takes(self, stem: StemClass, ending: str) -> bool:
        """Whether a stem of this class, of all the alternants of its word, is one for ``ending``."""
        if not ending:
            return stem.bare
        vowel = ending[0] in self.phonology.vowels
        return stem.join is not (Join.BEFORE_CONSONANT if vowel else Join.BEFORE_VOWEL)

    def write(self, stem: StemClass, features: Features) -> str:
        """The ending that gives a stem of this class these features.

        Raises:
            ValueError: no path through the grammar leads to these features, or the sound of the stem is not known.
        """
        if stem.sound is None:
            raise ValueError("cannot write an ending after a stem of unknown sound")
        place = Place(self.START, stem.sound, stem.harmonies[0])
        for ending in self._write(place, _layers(features), Features()):
            return ending
        raise ValueError(f"no form has the features {features.apertium}")

    def _read(self, stem: StemClass, ending: str) -> Iterator[Features]:
        if not self.takes(stem, ending):
            return
        if not ending:
            yield Features()
            return
        for sound in (stem.sound,) if stem.sound else Sound:
            for harmony in stem.harmonies:
                yield from self._follow(Place(self.START, sound, harmony), ending, Features())

    def _follow(self, place: Place, rest: str, features: Features) -> Iterator[Features]:
        for spelling, arc, following in self._steps_from(place).get(rest[0], ()):
            if rest.startswith(spelling):
                reached = arc.apply(features)
                if len(rest) == len(spelling):
                    yield reached
                else:
                    yield from self._follow(following, rest[len(spelling) :], reached)

    def _write(self, place: Place, layers: tuple[Features, ...], features: Features) -> Iterator[str]:
        """Endings that lead from ``features`` through the layers that are still to be built."""
        if features == layers[-1]:
            yield ""
        for spelling, arc, following in chain.from_iterable(self._steps_from(place).values()):
            reached = arc.apply(features)
            left = layers[1:] if isinstance(arc.adds, Relation) else layers
            if not arc.variant and left and _may_become(reached, left[0]):
                for ending in self._write(following, left, reached):
                    yield spelling + ending

    def _steps_from(self, place: Place) -> dict[str, list[_Step]]:
        """The suffixes that may follow, by their first letter as spelt here."""
        steps = self._steps.get(place)
        if steps is None:
            steps = self._steps[place] = {}
            for arc in self._arcs.get(place.state, ()):
                spelling, following = self.phonology.spell(arc.suffix, place, arc.target)
                steps.setdefault(spelling[0], []).append(_Step(spelling, arc, following))
        return steps


def _layers(features: Features) -> tuple[Features, ...]:
    inner = _layers(features.inner) if features.inner else ()
    return (*inner, features)


def _may_become(reached: Features, wanted: Features) -> bool:
    """Whether more suffixes could turn ``reached`` into ``wanted``."""
    return (
        reached.number in {wanted.number, Number.SINGULAR}
        and reached.possessor in {wanted.possessor, Possessor.NONE}
        and reached.case in {wanted.case, Case.NOMINATIVE}
        and reached.person in {wanted.person, None}
        and (reached.relation, reached.inner) == (wanted.relation, wanted.inner)
    )
