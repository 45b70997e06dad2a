"""What may follow a Kazakh stem, nouns and verbs and what one makes of the other: for recognising, not for reading.

The noun is that of `tilshi.language.kazakh.grammar`, in its notation. A speller need not say which form a word is, so
verbs and derivations are added here with nothing but their spelling and their order; harmony and assimilation are
strict. Sources: Қазақ грамматикасы (Astana, 2002), §§ on the verb and on word formation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tilshi.language.kazakh.grammar import ARCHIPHONEMES, ARCS, PHONOLOGY, VOWELS
from tilshi.language.kazakh.machine import Archiphoneme, Join, Machine, Place, Sound, StemClass

NOUN: Final = Machine.START
VERB: Final = "verb"
MERGED: Final = "merged"
"""Where the stem of a noun or an adjective begins, that of a verb, and one that has taken in -й or -а (оқи-, жоя-)."""

_NEGATED, _PAST, _PRESENT, _CONVERB, _CONDITION = "negated", "past", "present", "converb", "condition"
_CLOSED, _OPEN, _DONE = "derived, before consonants", "derived, before vowels", "done"

_FINAL: Final = frozenset(
    {arc.source for arc in ARCS}
    | {arc.target for arc in ARCS}
    | {VERB, MERGED, _NEGATED, _PAST, _PRESENT, _CONVERB, _CONDITION, _CLOSED, _DONE}
)

_PHONOLOGY: Final = replace(
    PHONOLOGY,
    archiphonemes={
        **ARCHIPHONEMES,
        "Q": Archiphoneme("қкқ"),
        "Ğ": Archiphoneme("ғгғ"),
        "Y": Archiphoneme("аеа", {Sound.VOWEL: "й"}),
        "W": Archiphoneme("аеа", {Sound.VOWEL: ""}),
    },
)
"""Beside those of nouns: the қ of -лық, its ғ before a vowel, the а of -а/-й and that of -ар/-р."""

_OPENING: Final = VOWELS
"""Letters before which a stem takes its shape for vowels."""

# From which states, by which suffixes, to which.
_MORE: Final = (
    ((NOUN,), "сIз шI LI шIл GI Iнші LAс шA LAGAн", NOUN),
    ((NOUN,), "LIQ IрAQ рAQ", _CLOSED),
    ((NOUN,), "LIĞ", _OPEN),
    ((NOUN,), "LA LAн LAс LAт", VERB),
    ((VERB,), "Iл Iн Iс т DIр GIз", VERB),
    ((VERB,), "BA", _NEGATED),
    ((VERB, _NEGATED), "DI", _PAST),
    ((VERB, _NEGATED), "Y", _PRESENT),
    ((VERB, _NEGATED), "Iп", _CONVERB),
    ((VERB, _NEGATED), "сA", _CONDITION),
    ((VERB, _NEGATED), "GAн YтIн YтұғIн у ушI Wр", NOUN),
    ((VERB,), "GIш BAлI улI", NOUN),
    ((VERB, _NEGATED), "BAQ", _CLOSED),
    ((VERB,), "BAQшI", NOUN),
    ((VERB,), "WрлIQ ушIлIQ", _CLOSED),
    ((VERB,), "WрлIĞ ушIлIĞ", _OPEN),
    ((VERB,), "GIм GIң GIсI", _DONE),
    ((_NEGATED,), "с", NOUN),
    ((_NEGATED,), "йIншA стAн", _DONE),
    ((VERB, _NEGATED), "сIн сIндAр WйIн WйIQ WлIQ Iң IңIз IңдAр IңIздAр GAлI GAншA GAсIн", _DONE),
    ((_PAST,), "м ң Q ңIз ңдAр ңIздAр", _DONE),
    ((_PRESENT,), "м мIн сIң дI мIз сIз сIңдAр сIздAр", _DONE),
    ((MERGED,), "мIн сIң дI мIз сIз сIңдAр сIздAр", _DONE),
    ((MERGED,), "тIн тұғIн", NOUN),
    ((_CONVERB,), "пIн сIң тI пIз сIз сIңдAр сIздAр", _DONE),
    ((_CONDITION,), "м ң Q ңIз ңдAр ңIздAр шI", _DONE),
    ((_CLOSED,), "сIз", NOUN),
)

_ARCS: Final = (
    *((arc.source, arc.suffix, arc.target) for arc in ARCS),
    *((source, suffix, target) for sources, listed, target in _MORE for source in sources for suffix in listed.split()),
    *((_CLOSED, arc.suffix, arc.target) for arc in ARCS if arc.source == NOUN and arc.suffix[0] not in "IS"),
    *((_OPEN, arc.suffix, arc.target) for arc in ARCS if arc.source == NOUN and arc.suffix[0] in "IS"),
)


class Endings:
    """Whether an ending may follow a stem; remembers what it has worked out."""

    _REMEMBERED: Final = 100_000

    def __init__(self) -> None:
        self._following: dict[str, list[tuple[str, str]]] = {}
        for source, suffix, target in _ARCS:
            self._following.setdefault(source, []).append((suffix, target))
        self._steps: dict[Place, dict[str, list[tuple[str, Place]]]] = {}
        self._known: dict[tuple[StemClass, str, str], bool] = {}

    def fit(self, stem: StemClass, state: str, ending: str) -> bool:
        """Whether `ending` (lower case, may be empty) may follow such a stem of a noun or a verb (`state`)."""
        asked = (stem, state, ending)
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= self._REMEMBERED:
                self._known.clear()
            found = self._known[asked] = self._fit(stem, state, ending)
        return found

    def _fit(self, stem: StemClass, state: str, ending: str) -> bool:
        if not ending:
            return stem.bare
        if stem.join is (Join.BEFORE_CONSONANT if ending[0] in _OPENING else Join.BEFORE_VOWEL):
            return False
        sounds = (stem.sound,) if stem.sound else tuple(Sound)
        return any(
            self._leads_to(Place(state, sound, harmony), ending) for sound in sounds for harmony in stem.harmonies
        )

    def _leads_to(self, place: Place, rest: str) -> bool:
        """Whether suffixes lead from a place through all of the rest to a state in which a word may end."""
        for spelling, following in self._steps_from(place).get(rest[0], ()):
            if rest.startswith(spelling):
                if len(rest) == len(spelling):
                    if following.state in _FINAL:
                        return True
                elif self._leads_to(following, rest[len(spelling) :]):
                    return True
        return False

    def _steps_from(self, place: Place) -> dict[str, list[tuple[str, Place]]]:
        steps = self._steps.get(place)
        if steps is None:
            steps = self._steps[place] = {}
            for suffix, target in self._following.get(place.state, ()):
                spelling, following = _PHONOLOGY.spell(suffix, place, target)
                steps.setdefault(spelling[0], []).append((spelling, following))
        return steps
