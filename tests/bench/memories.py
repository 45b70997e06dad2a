"""A memory of any size for the benchmarks: English sentences and Kazakh ones, the same in every run.

The English ones begin with those of the samples: some are those with words exchanged, taken out and put in, with other
numbers and names, as a press office repeats itself; most are put together of stretches of them and of invented words,
since a memory of a million units is from many subjects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.bench.vocabulary import corpus
from tilshi import resources
from tilshi.drafts import open_draft
from tilshi.language.sentences import sentences
from tilshi.memory.units import Provenance, Unit
from tilshi.release import Text

_SYLLABLES = "ab ac al an ar as at ba be ca ce co com con de der di en er es et fa for ga ge ha he il in is la le li"
_MORE = (
    "lo ma me mi mo na ne ni no or ou pa per po pre pro ra re ri ro sa se si so sta su ta te ter ti to tra un ur ve vi"
)
_NAMES = ("Port-Example", "North Examplia", "Jane Example", "Mr Sample", "Examplia", "Sampletown", "the Example River")
_INVENTED = 40_000
_KAZAKH_SEGMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Sources:
    """The sentences of a memory, all different, and texts to look up in it."""

    stored: tuple[str, ...]
    asked: tuple[str, ...]


class Generator:
    """Makes sentences; each seed makes its own."""

    def __init__(self, seed: int = 11) -> None:
        self._random = Random(seed)
        self._sentences = _samples()
        words = [word for sentence in self._sentences for word in sentence.split()]
        syllables = (_SYLLABLES + " " + _MORE).split()
        invented = ["".join(self._random.choices(syllables, k=self._random.randrange(1, 5))) for _ in range(_INVENTED)]
        self._words = words * 3 + invented
        self._common = words

    def sources(self, number: int, asked: int) -> Sources:
        """So many different sentences, and texts that are like some of them more or less, or not at all."""
        found: dict[str, None] = {}
        while len(found) < number:
            found[self._sentence()] = None
        stored = tuple(found)
        return Sources(stored, tuple(self._asked(stored) for _ in range(asked)))

    def _sentence(self) -> str:
        kind = self._random.random()
        if kind < 0.3:
            return self._varied(self._random.choice(self._sentences), 0.5)
        parts = []
        for _ in range(self._random.choice((1, 1, 2, 2, 3))):
            words = self._random.choice(self._sentences).split()
            at = self._random.randrange(len(words))
            parts += words[at : at + self._random.randrange(1, 8)]
            parts += self._random.choices(self._words, k=self._random.randrange(6))
        return self._varied(" ".join(parts), 0.2)

    def _varied(self, sentence: str, share: float) -> str:
        words = sentence.split()
        for _ in range(self._random.randrange(max(1, int(len(words) * share)) + 1)):
            at = self._random.randrange(len(words))
            change = self._random.random()
            if change < 0.4:
                words[at] = self._random.choice(self._words)
            elif change < 0.55:
                words[at] = str(self._random.randrange(1, 20_000))
            elif change < 0.65:
                words[at] = self._random.choice(_NAMES)
            elif change < 0.85:
                words.insert(at, self._random.choice(self._common))
            elif len(words) > 2:
                del words[at]
        return " ".join(words)

    def _asked(self, stored: tuple[str, ...]) -> str:
        if self._random.random() < 0.15:
            return self._sentence()
        return self._varied(self._random.choice(stored), self._random.choice((0.1, 0.2, 0.3, 0.4)))


def units(sources: tuple[str, ...]) -> Iterator[Unit]:
    """The sentences with Kazakh ones of inflected words, as units."""
    random = Random(5)
    words = [word for segment in corpus(2_000, _KAZAKH_SEGMENTS).segments for word in segment.strip(".").split()]
    for number, source in enumerate(sources):
        target = " ".join(random.choices(words, k=max(1, len(source.split()) * 3 // 4)))
        origin = Provenance(f"r{number // 200}", f"Release {number // 200}", f"p{number % 200}", "Jane Example")
        yield Unit(Text(source), Text(target), "en", "kk", provenance=origin)


def _samples() -> tuple[str, ...]:
    found: dict[str, None] = {}
    for path in sorted(resources.path("samples").glob("*.tilshi")):
        release = open_draft(path).release
        for _block, segment in release.segments():
            found.update(dict.fromkeys(sentences(segment.source.string, release.source_language)))
    return tuple(sentence for sentence in found if sentence.split())
