"""Kazakh words for the speller: a list of words under our grammar.

hunspell-kk rejects a fifth of good text, since its affixes lack most of the noun's cases and all that is built on them.
Its words are a good list, though: a form is right if its stem is one of them and `Endings` leads from there to its end,
in the harmony of the stem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tilshi import resources
from tilshi.language.kazakh.grammar import BACK, FRONT
from tilshi.language.kazakh.harmony import harmonies, harmony
from tilshi.language.kazakh.izafet import possessed_bases
from tilshi.language.kazakh.lexicon import DROPPING, DROPPING_IN_SPEECH
from tilshi.language.kazakh.machine import Join, StemClass
from tilshi.language.kazakh.stems import VOICED, Overrides, alternants, final_sound
from tilshi.language.spelling.kazakh_endings import MERGED, NOUN, VERB, Endings

SHORTEST: Final = 2
"""Letters of a stem that endings may follow."""

_MENDED: Final = 3
"""Letters of a stem whose ending is put right."""
_ASSIMILATED: Final = ("лдтн", "ғқгк", "мбп")
"""Letters that endings begin with, one after one sound, one after another."""
_HARMONIC: Final = (str.maketrans("еігкә", "аығқа"), str.maketrans("аығқ", "еігк"))
_LOAN: Final = 5
"""Letters of a loan that is not in the list."""
_SECOND: Final = 3
"""Letters of the second word of a compound."""
_NATIVE: Final = frozenset("әғқңөұүіһ")
_LONG_VERB: Final = 5
"""Letters from which a word in -у is the infinitive of a verb, though the list does not say so."""

_VOICELESS: Final = {voiced: plain for plain, voiced in VOICED.items()}
_LOST: Final = {"с": "ст", "з": "д"}
_CLUSTER: Final = re.compile(r"[^аәеоөұүыіиуюэя]{2}$")
_DERIVED: Final = re.compile(r"(\w{2,}?)(?:т|[тд][ыі]р|[ғгқк][ыі]з|[ыі]?[снл]|[мпб][ае]й|ғ?[ыі]ш)")
_SHORT_STEM: Final = 4
_OTHER_STEMS: Final = frozenset({"қорық", "айрыл"})
"""Stems of verbs that no infinitive shows: қорқу, айырылу."""
_SURE_VOWELS: Final = {**dict.fromkeys("аоұы", BACK), **dict.fromkeys("еөүі", FRONT)}

_IN_Y: Final = frozenset("кем оқ тоқ тан шоқ жан бай қыш сас тас бек ер жіб шір жыл су аш құр".split())  # noqa: SIM905
"""Beginnings of verbs whose stem ends in -ы or -і, lost before у: оқу, оқыды."""

_IRREGULAR: Final = frozenset(
    # be, say, do in their short forms; demonstratives and pronouns, whose stems change; particles and enclitics
    """
    ма ме ба бе па пе да де та те ау ай ақ ғой қой шы ші ғана еді едім едің едік екен екенін емес емеспін емессің
    емеспіз емессіз есе енді деп дей дейді дейтін деген дегенде дегеннің дегенге дегенді дегені дегенін десе деді деу
    деуге дер дегендей дегенмен ол оның оған оны онда одан онымен олар олардың оларға оларды оларда олардан олармен
    бұл бұның бұған бұны бұнда бұдан бұнымен мұның мұны мұнда мұнан мұнымен осы осыған осынау сол соған содан сонда
    соның соны сонымен мен менің маған мені менде менен менімен сен сенің саған сені сенде сенен сенімен біз сіз өз
    өзі әр еш түк осындай сондай мұндай бұндай ондай қайсы кім не неге нені неден немен ненің әлгі бар жоқ бір екі
    """.split()  # noqa: SIM905  # reads like prose
)


@dataclass(frozen=True, slots=True)
class WordList:
    """The words a speller stands on: nouns (adjectives, particles), the beginnings of verbs, and forms as they are.

    `common` are those of our own list, which texts such as ours are made of.
    """

    nouns: frozenset[str]
    verbs: frozenset[str]
    forms: frozenset[str]
    common: frozenset[str]


def word_list() -> WordList:
    """Reads the lists that ship with the program, in some 60 ms.

    Raises:
        MissingResource: one is not there.
    """
    sections = _sections(resources.path("words", "kk.txt").read_text(encoding="utf-8"))
    listed, infinitives = _hunspell_words()
    own = {word.lower() for name in ("words", "names", "also") for word in sections[name]}
    verbs = sections["verbs"] | infinitives
    nouns = frozenset(listed | own | verbs)
    forms = frozenset(word.lower() for word in sections["forms"]) | _IRREGULAR
    stems = frozenset({word[:-1] for word in verbs} | set(_verb_stems(listed)) | _OTHER_STEMS)
    return WordList(nouns, stems, forms, frozenset(own | sections["verbs"] | {word[:-1] for word in sections["verbs"]}))


def _sections(text: str) -> dict[str, frozenset[str]]:
    parts = re.split(r"^\[(\w+)\]$", re.sub(r"(?m)^#.*$", "", text), flags=re.MULTILINE)
    return {name: frozenset(words.split()) for name, words in zip(parts[1::2], parts[2::2], strict=True)}


def _hunspell_words() -> tuple[set[str], set[str]]:
    """The words of hunspell-kk in lower case, without those that hold Latin letters, and the infinitives of them."""
    words, infinitives = set[str](), set[str]()
    for line in resources.path("dictionaries", "kk", "kk_KZ.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _slash, flags = line.strip().lower().partition("/")
        if word and not re.search("[a-z]", word):
            words.add(word)
            if flags.startswith("m") or (len(word) >= _LONG_VERB and word.endswith(("у", "ю"))):
                infinitives.add(word)
    return words, infinitives


def _verb_stems(listed: set[str]) -> Iterator[str]:
    """Words of the list that are stems of verbs, as their derivations in it show: қызар, since it has қызарт."""
    signs = Counter(derived[1] for word in listed if (derived := _DERIVED.fullmatch(word)))
    for stem, many in signs.items():
        if stem in listed and many >= (1 if len(stem) > _SHORT_STEM else 2):
            yield stem


class Kazakh:
    """Which words are Kazakh. `extra` are words of terms, names and the user, right in any form."""

    def __init__(self, words: WordList, endings: Endings, extra: Iterable[str] = ()) -> None:
        self._words = words
        self._endings = endings
        added = {word.lower() for word in extra}
        self._extra = frozenset(added | {base.text for word in added for base in possessed_bases(word)})

    def knows(self, word: str) -> bool:
        """Whether a word, in lower case, is right: a form of a known one in its own harmony."""
        if word in self._words.forms or word in self._words.nouns or word in self._extra:
            return True
        return any(True for _lemma in self.lemmas(word))

    def lemmas(self, word: str) -> Iterator[str]:
        """The known words, the longest first, that `word`, in lower case, may be a form of; verbs without their -у."""
        for end in range(len(word), SHORTEST - 1, -1):
            beginning, ending = word[:end], word[end:]
            for lemma in self._nouns_of(beginning):
                for stem, kind in self._shapes(lemma):
                    if word.startswith(stem) and self._endings.fit(kind, NOUN, word[len(stem) :]):
                        yield lemma
            for verb, kind in self._verb_shapes(beginning):
                if self._endings.fit(kind, VERB, ending):
                    yield verb
            if self._is_merged(beginning) and self._endings.fit(_verb(beginning, Join.ANY), MERGED, ending):
                yield beginning[:-1]

    def mended(self, word: str) -> Iterator[str]:
        """A word, in lower case, with the sounds of an ending that its stem takes: мемлекетлар, мемлекеттер."""
        for end in range(len(word) - 1, _MENDED - 1, -1):
            stem, ending = word[:end], word[end:]
            if stem in self._words.nouns or stem in self._extra or stem in self._words.verbs:
                group = next((letters for letters in _ASSIMILATED if ending[0] in letters), ending[0])
                for letters in _HARMONIC:
                    harmonic = ending.translate(letters)
                    for first in dict.fromkeys((harmonic[0], *group)):
                        if self.knows(stem + first + harmonic[1:]):
                            yield stem + first + harmonic[1:]

    def has_stem(self, word: str, is_word: Callable[[str], bool]) -> bool:
        """Whether a word, in lower case, is a form of one that `is_word` says is a word."""
        return any(
            self._endings.fit(kind, NOUN, word[len(stem) :])
            for end in range(len(word), _LOAN - 2, -1)
            for lemma in _restored(word[:end])
            if len(lemma) >= _LOAN and _NATIVE.isdisjoint(lemma) and is_word(lemma)
            for stem, kind in self._shapes(lemma)
            if word.startswith(stem)
        )

    def is_compound(self, word: str) -> bool:
        """Whether a word, in lower case, is a common one and a form of another written together: теміржол."""
        return any(
            word[:end] in self._words.common and any(map(self._is_long_and_common, self.lemmas(word[end:])))
            for end in range(2, len(word) - 2)
        )

    def _is_long_and_common(self, lemma: str) -> bool:
        return len(lemma) >= _SECOND and lemma in self._words.common

    def is_common(self, lemma: str) -> bool:
        """Whether a word, or the beginning of a verb, is one of those that texts such as ours are made of."""
        return lemma in self._words.common or lemma in self._extra

    def _nouns_of(self, beginning: str) -> Iterator[str]:
        """Known words whose forms may begin so."""
        for word in _restored(beginning):
            if word in self._words.nouns or word in self._extra:
                yield word
        if beginning in self._dropped:
            yield self._dropped[beginning]

    @cached_property
    def _dropped(self) -> Mapping[str, str]:
        return {word[:-2] + word[-1]: word for word in DROPPING | DROPPING_IN_SPEECH}

    def _shapes(self, lemma: str) -> Iterator[tuple[str, StemClass]]:
        allowed = strict_harmonies(lemma)
        for stem in alternants(lemma, Overrides()):
            kind = stem.kind
            if len(allowed) == 1 and kind.harmonies != allowed and len(stem.text) <= len(lemma):
                kind = kind._replace(harmonies=allowed)
            yield stem.text, kind

    def _verb_shapes(self, beginning: str) -> Iterator[tuple[str, StemClass]]:
        """The known verb that a beginning may be the stem of, and how: бер-, шық-/шығ-, сөйле-, оқы-, қой-."""
        verbs = self._words.verbs
        last, shorter = beginning[-1], beginning[:-1]
        if beginning in verbs:
            yield beginning, _verb(beginning, Join.BEFORE_VOWEL if last in _VOICELESS else Join.ANY)
        if last in VOICED and (voiced := shorter + VOICED[last]) in verbs:
            yield voiced, _verb(beginning, Join.BEFORE_CONSONANT)
        elif shorter in verbs and (
            (last == "й" and shorter + "ю" in self._words.nouns) or (last in "ыі" and _ends_in_y(shorter))
        ):
            yield shorter, _verb(beginning, Join.ANY)

    def _is_merged(self, beginning: str) -> bool:
        """Whether the last letter is й and -а in one, or -ы and -й: жоя-, оқи-."""
        shorter = beginning[:-1]
        if shorter not in self._words.verbs:
            return False
        if beginning[-1] == "и":
            return _ends_in_y(shorter)
        return beginning[-1] == "я" and shorter + "ю" in self._words.nouns


def _restored(beginning: str) -> tuple[str, ...]:
    """Words that may have become `beginning` before an ending."""
    last = beginning[-1:]
    if last in _VOICELESS:
        return (beginning, beginning[:-1] + _VOICELESS[last])
    if last in _LOST:
        return (beginning, *(beginning + lost for lost in _LOST[last]))
    return (beginning, beginning + "ь") if last in "лрнт" else (beginning,)


def _ends_in_y(beginning: str) -> bool:
    """Whether the stem of a verb that begins so may end in -ы or -і: оқы-, толқы-."""
    return beginning in _IN_Y or _CLUSTER.search(beginning) is not None


def _verb(stem: str, join: Join) -> StemClass:
    return StemClass(final_sound(stem), strict_harmonies(stem), join)


def strict_harmonies(word: str) -> tuple[int, ...]:
    """The harmonies a word takes, one where its last vowel leaves no doubt: мемлекет has no forms of the back."""
    found = harmonies(word)
    vowels = [letter for letter in word if letter in "аәеоөұүыіиуюэяё"]
    if vowels and _SURE_VOWELS.get(vowels[-1]) == harmony(word):
        return found[:1]
    return found
