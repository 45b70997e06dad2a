"""The rule that a release spells a name in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.name_forms import (
    NameWord,
    in_form_of,
    is_near,
    is_one_name,
    letters_apart,
    name_words,
    sequences,
    stems,
)
from tilshi.checking.passages import Line, Passage
from tilshi.checking.persons import register
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.checking.uses import uses
from tilshi.checking.wording import plain
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.language.transliteration import distance, may_be_one, romanised

_SHORTEST: Final = 3
_BEFORE_PLACE: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "en": re.compile(r"\b(?:around|at|from|in|near|to)\s+$"),
        "fr": re.compile(r"\b(?:à|depuis|près de|vers)\s+$"),
        "ru": re.compile(r"\b(?:в|во|до|из|к|под)\s+$"),
    }
)
"""Words that a place stands behind."""
_NEAR: Final = 16
"""Code points before a name that hold such a word."""
_ENGLISH_DAYS: Final = (
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_FARTHEST: Final = 0.5
"""Share of letters in which two spellings of one name may differ; what differs more is another name."""
_FARTHEST_ALONE: Final = 0.2
"""The same where no source proves that one name is meant."""


_Key: TypeAlias = tuple[str, bool]


class _Place(NamedTuple):
    line: Line
    word: NameWord


def mixed_names(entries: tuple[Entry, ...], frame: Frame) -> Iterator[Spot]:
    """One name spelt in two ways.

    Translations of one name of the source, found by their sound; in a text of its own, words beside the same other part
    of a name. The spelling most used counts as right; where both are used alike, both are marked.
    """
    language = primary(frame.language)
    words = [word for entry in entries for word in entry.facts]
    if _is_one_spelling(words, language):
        return
    places = [_Place(line, word) for line, words in entries for word in words if isinstance(word, NameWord)]
    if places:
        for line, (first, *_rest) in entries:
            if not isinstance(first, NameWord):
                places += _slips(line, first, places[0].word, language)
    told: set[tuple[str, int]] = set()
    farthest = _FARTHEST_ALONE if frame.is_source else _FARTHEST
    for place, right in _deviating(places, language, farthest):
        key = (place.line.segment, place.word.start)
        if key not in told:
            told.add(key)
            yield _spot(place, right, language)


def _is_one_spelling(words: list[NameWord | _Key], language: str) -> bool:
    """Whether all are forms of one name; names of the source without an answer are none."""
    texts = {word.text if isinstance(word, NameWord) else "" for word in words}
    some = next(iter(texts))
    return "" not in texts and all(is_one_name(some, text, language) for text in texts)


def _names_by_key(line: Line, frame: Frame) -> Said:
    """The words for names, under the names; the key itself for a name of the source that nothing answers to here."""
    language = primary(frame.language)
    if frame.is_source:
        yield from _beside_same(line, language)
    elif keys := sorted(line.source.parsed(_keyed).keys() & frame.census):
        answers = dict(_answers(line.read, keys, language))
        yield from ((key, answers.get(key, key)) for key in keys)


def _unregistered(line: Line, frame: Frame) -> Iterator[_Key]:
    """The words of names in the source that no register knows."""
    if frame.is_source:
        return
    people = register(line.source.glossary, primary(frame.source_language)) if line.source.glossary else None
    for key in line.source.parsed(_parts_of_names):
        if people is None or (key[0] not in people.by_given and key[0] not in people.by_surname):
            yield key


def _slips(line: Line, key: _Key, name: NameWord, language: str) -> Iterator[_Place]:
    """Words that do not sound as a name of the source, but are nearly what stands for it elsewhere."""
    stem = min(stems(name.text, language), key=len)
    for (_name, joined), words in line.read.parsed(_keyed).items():
        for word in words:
            if joined is key[1] and (is_near(stem, word.text, language) or is_near(name.text, word.text, language)):
                yield _Place(line, word)


def _key(read: Passage, word: NameWord) -> _Key:
    """A word of a name, and whether a hyphen joins it to others: Port-Example is another name than Jane Example."""
    joined = "-" in (read.prose[word.start - 1 : word.start], read.prose[word.end : word.end + 1])
    return plain(word.text), joined


def _keyed(read: Passage) -> Mapping[_Key, tuple[NameWord, ...]]:
    """The words with capitals by their keys."""
    found: dict[_Key, tuple[NameWord, ...]] = {}
    for word in name_words(read):
        key = _key(read, word)
        found[key] = (*found.get(key, ()), word)
    return found


def _parts_of_names(read: Passage) -> Mapping[_Key, NameWord]:
    """The words of names of several words, and of places, which the glossary does not have."""
    covered = [(hit.start, hit.end) for hit in uses(read).outer]
    return {
        _key(read, word): word
        for sequence in sequences(read)
        if len(sequence) > 1 or _is_place(read, sequence[0])
        for word in sequence
        if len(word.text) >= _SHORTEST and not any(word.start < end and start < word.end for start, end in covered)
    }


def _is_place(read: Passage, word: NameWord) -> bool:
    before = _BEFORE_PLACE.get(primary(read.language))
    return (
        before is not None and bool(before.search(read.prose[: word.start])) and word.text not in _ENGLISH_DAYS.split()
    )


def _answers(read: Passage, keys: Sequence[_Key], language: str) -> Iterator[tuple[_Key, NameWord]]:
    """The word of a translation that sounds most like each name of the source; each word answers to one name only."""
    pairs = [
        (apart, letters_apart(romanised(key[0]), romanised(word.text)), key, word)
        for (_name, joined), words in read.parsed(_keyed).items()
        for word in words
        for key in keys
        if key[1] is joined and (apart := _apart(key[0], word.text, language)) is not None
    ]
    taken: set[object] = set()
    for *_order, key, word in sorted(pairs, key=itemgetter(0, 1)):
        if key not in taken and word not in taken:
            taken |= {key, word}
            yield key, word


@lru_cache(maxsize=100_000)
def _apart(name: str, word: str, language: str) -> int | None:
    """How far a word, without its ending, sounds from a name; None if it cannot be that name."""
    return min((distance(name, stem) for stem in stems(word, language) if may_be_one(name, stem)), default=None)


def _beside_same(line: Line, language: str) -> Said:
    """In a text of its own: the surnames that follow one given name, and the given names before one surname."""
    unknown = line.read.parsed(_parts_of_names).keys()
    for first, last in (pair for sequence in sequences(line.read) for pair in pairwise(sequence)):
        if {_key(line.read, first), _key(line.read, last)} <= unknown:
            yield ("given", min(stems(first.text, language))), last
            yield ("surname", min(stems(last.text, language))), first


def _deviating(places: list[_Place], language: str, farthest: float) -> Iterator[tuple[_Place, str]]:
    """The places where a name is spelt otherwise than in most, each with the other spelling."""
    spellings: list[list[_Place]] = []
    for place in places:
        same = (found for found in spellings if is_one_name(found[0].word.text, place.word.text, language))
        if (spelling := next(same, None)) is None:
            spellings.append([place])
        else:
            spelling.append(place)
    if len(spellings) < 2:
        return
    spellings.sort(key=len, reverse=True)
    for spelling in spellings[1:]:
        right, wrong = _names(spellings[0], spelling, language)
        if _share_apart(right, wrong) <= farthest:
            yield from ((place, right) for place in spelling)
            if len(spelling) == len(spellings[0]):
                yield from ((place, wrong) for place in spellings[0])


def _names(one: list[_Place], other: list[_Place], language: str) -> tuple[str, str]:
    """Two spellings without their endings: the longest stems that are most alike."""
    first, second = (min((place.word.text for place in spelling), key=len) for spelling in (one, other))
    _apart, _length, this, that = min(
        (letters_apart(this, that), -len(this), this, that)
        for this in stems(first, language)
        for that in stems(second, language)
    )
    return first[: len(this)], second[: len(that)]


def _share_apart(one: str, other: str) -> float:
    return letters_apart(plain(one), plain(other)) / max(len(one), len(other))


def _spot(place: _Place, right: str, language: str) -> Spot:
    line, word = place
    said = message(N_("One name is spelt in two ways here: “{found}” and “{other}”."), found=word.text, other=right)
    fixes = (Fix(word.start, word.end, in_form_of(right, word.text, language)),)
    return Spot(word.start, word.end, said, fixes, segment=line.segment)


MIXED_NAMES: Final = ReleaseRule(
    "name.mixed", Severity.WARNING, N_("One name spelt in two ways"), _names_by_key, mixed_names, census=_unregistered
)
