"""A rule over who says what is quoted."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final, cast

from tilshi.checking.findings import Severity, Side, Spot, message
from tilshi.checking.name_forms import NameWord, sequences, stems
from tilshi.checking.passages import Line, Passage
from tilshi.checking.quotation import QUOTED
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.checking.speech import saying_verbs, speech
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.release import Role

_Name = tuple[NameWord, ...]


def quote_speaker(entries: tuple[Entry, ...], frame: Frame) -> Iterator[Spot]:
    """A quotation that somebody else says than in the source, or nobody.

    Names are compared by their sounds in any alphabet. A name counts as another's where it is clearly more like that of
    somebody else in the release, or like no name of the source at all.
    """
    known = cast("frozenset[tuple[str, ...]]", frame.census)
    for line, speakers in entries:
        yield from _compared(line, speakers, known)


def _quoted(line: Line, frame: Frame) -> Said:
    """Who speaks in the source of a line, under its segment: each line is judged by itself."""
    if not frame.is_source and line.read.prose.strip():
        yield from ((line.segment, speaker) for speaker in line.source.parsed(_speakers))


def _people(line: Line, frame: Frame) -> Iterator[tuple[str, ...]]:
    """Everybody who speaks in the source of a line, or stands on a contact card."""
    if frame.is_source:
        return
    yield from map(_words, line.source.parsed(_speakers))
    if line.role is Role.CONTACT_NAME:
        yield from map(_words, line.source.parsed(_outside)[:1])


def _compared(line: Line, said: Sequence[_Name], known: Collection[tuple[str, ...]]) -> Iterator[Spot]:
    target = line.read
    written = target.parsed(_outside)
    speech_ = target.parsed(speech)
    for speaker in said:
        name = _words(speaker)
        shown = line.source.prose[speaker[0].start : speaker[-1].end]
        evidence = (speaker[0].start, speaker[-1].end)
        if any(_is_name(name, other, known, target.language) for other in written):
            continue
        other = _nearest(written, target)
        if other is not None:
            found = target.prose[other[0].start : other[-1].end]
            said_so = message(N_("In the source {expected} says so, here {found}."), expected=shown, found=found)
            yield Spot(other[0].start, other[-1].end, said_so, (), Side.TARGET, line.segment, evidence)
        elif not target.parsed(saying_verbs):
            start, end = (speech_.quotes[0][0], speech_.quotes[-1][1]) if speech_.quotes else (0, len(target.prose))
            nobody = message(N_("In the source {expected} says so, here nobody does."), expected=shown)
            yield Spot(start, end, nobody, (), Side.TARGET, line.segment, evidence)


def _speakers(read: Passage) -> tuple[_Name, ...]:
    """The names of those who speak: outside of the quotation, in the sentence of the verb of saying."""
    said = read.parsed(speech)
    if not said.quotes:
        return ()
    names = read.parsed(_outside)
    found: dict[int, _Name] = {}
    for start, end in read.parsed(saying_verbs):
        near = [
            name for name in names if -_BEFORE <= name[0].start - end <= _AFTER or 0 <= start - name[-1].end <= _BEFORE
        ]
        if near:
            nearest = min(near, key=lambda name: min(abs(name[0].start - end), abs(start - name[-1].end)))
            found[nearest[0].start] = nearest
    return tuple(found.values())


def _outside(read: Passage) -> tuple[_Name, ...]:
    """Names of two words and more that stand outside of what is quoted, though maybe within its marks."""
    quotes = read.parsed(speech).quotes
    verbs = read.parsed(saying_verbs)
    found = []
    for sequence in read.parsed(sequences):
        name = tuple(word for word in sequence if not word.text.isupper())
        inside = any(start < name[0].start < end for start, end in quotes) if name else True
        near = name and any(-_BEFORE <= name[0].start - end <= _AFTER for _start, end in verbs)
        if 1 < len(name) < _LONGEST and (near or not inside):
            found.append(name)
    return tuple(found)


def _nearest(names: Sequence[_Name], target: Passage) -> _Name | None:
    """The name next to the verb of saying."""
    verbs = target.parsed(saying_verbs)
    near = [name for name in names if any(-_BEFORE <= name[0].start - end <= _AFTER for _start, end in verbs)]
    return near[0] if near else None


def _is_name(name: tuple[str, ...], other: _Name, known: Collection[tuple[str, ...]], language: str) -> bool:
    """Whether a name of the translation is that of the source: not more like another one, and like it at all."""
    own = _apart(name, other, language)
    rivals = [_apart(rival, other, language) for rival in known if not {*rival} & {*name}]
    return own <= min(rivals, default=1.0) and own < _TOO_FAR


def _apart(name: tuple[str, ...], other: _Name, language: str) -> float:
    """How far two names are apart, from 0 to 1: each word of the first from the nearest one of the second."""
    from rapidfuzz.distance import OSA  # loaded with the first quotation

    total = 0.0
    for word in name:
        forms = [form for written in other for form in _forms(written.text, primary(language))]
        total += min(OSA.normalized_distance(_sound(word), form) for form in forms)
    return total / len(name)


@lru_cache(maxsize=4096)
def _forms(word: str, language: str) -> tuple[str, ...]:
    return tuple({_sound(stem) for stem in stems(word, language)})


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    """A name in small Latin letters, nearly as it sounds."""
    low = name.casefold()
    for written, sound in _DIGRAPHS:
        low = low.replace(written, sound)
    low = "".join(_LETTERS.get(letter, letter) for letter in low)
    low = "".join(letter for letter in unicodedata.normalize("NFD", low) if letter.isalpha())
    return low[:-1] if len(low) > 3 and low.endswith("e") else low


def _words(name: _Name) -> tuple[str, ...]:
    return tuple(word.text for word in name)


_BEFORE: Final = 60
_AFTER: Final = 110
_LONGEST: Final = 5
_TOO_FAR: Final = 0.6
_DIGRAPHS: Final = (
    *(("дж", "j"), ("кс", "ks"), ("sch", "sh"), ("ch", "sh"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("ou", "u")),
    *(("oo", "u"), ("ee", "i"), ("ea", "i"), ("qu", "k"), ("kh", "h"), ("zh", "j"), ("x", "ks")),
)
_LETTERS: Final = dict(
    zip(
        "абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяәwyc",
        [*"abvggdeejziikklmnnooprstuuufhhs", "sh", "sh", "sh", "", "i", "i", "", "e", *"uaavik"],
        strict=True,
    )
)

QUOTE_SPEAKER: Final = ReleaseRule(
    "quote.speaker",
    Severity.ERROR,
    N_("A quotation that somebody else says than in the source, or nobody"),
    _quoted,
    quote_speaker,
    census=_people,
    hint=QUOTED.in_source,
)
