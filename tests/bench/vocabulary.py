"""Invented Kazakh for the benchmarks: a glossary and segments of any size, the same in every run."""

from dataclasses import dataclass
from random import Random

from tilshi.language.kazakh import write
from tilshi.language.kazakh.features import Case, Features, Number, Possessor

_CONSONANTS = "бдғгжзкқлмнпрстш"
_VOWELS = ("аыоұ", "еіөү")
_WORDS_IN_A_TERM = (1, 2, 2, 2, 3)
_WORDS_IN_A_SEGMENT = 14
_TERMS_IN_A_SEGMENT = 1
_LEMMAS = 20_000
_COMMON = 1_000
"""The commonest words are nobody's terms."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Terms in their citation form, and segments in which about one word in five belongs to one of them."""

    terms: tuple[str, ...]
    segments: tuple[str, ...]


def corpus(terms: int, segments: int, seed: int = 7) -> Corpus:
    """A corpus of this size; words are as frequent as in a language (Zipf)."""
    random = Random(seed)
    lemmas = _lemmas(random)
    weights = [1 / rank for rank in range(1, len(lemmas) + 1)]
    glossary: dict[str, None] = {}
    while len(glossary) < terms:
        glossary[" ".join(random.choices(lemmas[_COMMON:], k=random.choice(_WORDS_IN_A_TERM)))] = None
    cited = tuple(glossary)
    texts = []
    for _ in range(segments):
        words = [_form(random, lemma) for lemma in random.choices(lemmas, weights, k=_WORDS_IN_A_SEGMENT)]
        for term in random.choices(cited, k=_TERMS_IN_A_SEGMENT):
            words.insert(random.randrange(len(words)), _form(random, term))
        texts.append(" ".join(words).capitalize() + ".")
    return Corpus(cited, tuple(texts))


def _lemmas(random: Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < _LEMMAS:
        vowels = random.choice(_VOWELS)
        syllables = random.choice((1, 2, 2, 3, 3, 4))
        found[
            "".join(random.choice(_CONSONANTS) + random.choice(vowels) for _ in range(syllables))
            + random.choice(("", *_CONSONANTS))
        ] = None
    return [lemma for lemma in found if len(lemma) > 2]


def _form(random: Random, term: str) -> str:
    number = random.choices(tuple(Number), (4, 1))[0]
    possessor = random.choices((Possessor.NONE, Possessor.THIRD), (2, 1))[0]
    case = random.choices(tuple(Case), (6, 2, 2, 2, 1, 1, 1))[0]
    return write(term, Features(number, possessor, case))
