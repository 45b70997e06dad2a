"""Rules over what is in another language than the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.kazakh_words import is_known
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.prose import CYRILLIC, LATIN, characters, tokens
from tilshi.checking.rules import TextRule
from tilshi.checking.vocabulary import PARTICLES, names, vocabulary
from tilshi.i18n import N_
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.language.names import endonym
from tilshi.language.tags import primary

_L: Final = r"[A-Za-z\u00c0-\u024f]"
_GAP: Final = r"[\s,.;:!?“”\"'’()«»–—/&-]+"
_LATIN_RUN: Final = Pattern(rf"{_L}[\w’'-]*(?:{_GAP}{_L}[\w’'-]*)*")
_CYRILLIC_RUN: Final = Pattern(rf"(?<!\w)[\u0400-\u052f]{{2,}}(?:{_GAP}[\u0400-\u052f]+)*")
_WORD: Final = Pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LABEL: Final = words("email e-mail tel phone website contact contacts press date total courriel tél téléphone")
_KAZAKH: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")

_RUSSIAN_WORDS: Final = words(
    "и в на для что по с от при это как который которая которые также был была были чтобы или из к о об за его их"
)
_RUSSIAN_ENDINGS: Final = (
    *("ого", "его", "ому", "ыми", "ими", "ая", "яя", "ую", "ые", "ый", "ое", "ться", "тся", "ости", "ение", "ения"),
    *("ений", "ание", "ания", "аний", "ением", "цией", "ами", "ями"),
)
_STRONG: Final = Pattern(
    r"[^\W\d_]{3,}(?:ная|ный|ное|ные|ного|ную|ским|ская|ские|ского|ской|ться|тся|остью|ением|ений)"
)
_ENGLISH: Final = words(
    "the of and to is are was were with for from by this that these has have had not been will their our its at who "
    "which people said we they you your can must more"
)
_FRENCH: Final = words(
    "le les des du et est sont dans pour avec sur par une aux ont nous qui que ses cette leur leurs mais été à au ce "
    "il elle vous votre pas"
)
_ELISIONS: Final = words("l d qu n j c jusqu lorsqu")
_MARKERS: Final = {"en": _ENGLISH - _FRENCH, "fr": _FRENCH - _ENGLISH}
_RUSSIAN_MARKERS: Final = words("и в на не с что по для от из о к за мы их он она это при как до у а но")

_STOP: Final = Pattern(r"[.!?…:;\n|]")
_QUOTES: Final = frozenset("«“„\"('‘")
_BETWEEN: Final = 2
"""Words that are not certain between two that are."""
_ENOUGH: Final = 8
"""Words of a text from which on its language can be told by its letters and commonest words."""
_SHOWN: Final = 60
"""Code points of a run that a message shows."""

_Span: TypeAlias = tuple[int, int]


def foreign_run(read: Passage) -> Iterator[Spot]:
    """Words in another language.

    What was left untranslated; names, titles in quotation marks or brackets and what stays in its own language anyway
    (de facto, Médecins Sans Frontières) are left alone.
    """
    own, used = primary(read.language), read.parsed(characters)
    spans: list[_Span] = []
    if own in ("kk", "ru"):
        spans += _latin(read.prose) if used & LATIN else ()
        spans += _russian(read) if own == "kk" else _kazakh(read)
    elif own in _MARKERS:
        spans += _cyrillic(read.prose) if used & CYRILLIC else ()
        spans += _other_latin(read, own)
    else:
        return
    if not spans and _is_foreign(read, own):
        spans.append((0, len(read.prose)))
    for start, end in _merged(spans):
        yield _spot(read, start, end)


def _merged(spans: list[_Span]) -> list[_Span]:
    """Spans in order, those that overlap made one."""
    merged: list[_Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _latin(prose: str) -> Iterator[_Span]:
    """Runs of Latin letters in a Cyrillic text that are more than names."""
    for run in _LATIN_RUN.finditer(prose):
        if _is_language(_without_names(run[0]), quoted=_is_quoted(prose, run.start())) or _is_label(prose, run):
            yield run.start(), run.start() + len(run[0].rstrip(" ,;:(«“"))


def _is_quoted(prose: str, start: int) -> bool:
    """Whether something stands right behind a quotation mark or a bracket."""
    before = prose[max(0, start - 2) : start].rstrip("\u00a0\u202f")
    return before[-1:] in _QUOTES if before else False


def _without_names(text: str) -> str:
    lower = text.lower()
    for name in names():
        at = lower.find(name)
        if at >= 0 and not lower[at - 1 : at].isalpha() and not lower[at + len(name) : at + len(name) + 1].isalpha():
            text = text[:at] + " " * len(name) + text[at + len(name) :]
            lower = text.lower()
    return text


def _is_language(text: str, *, quoted: bool) -> bool:
    """Whether Latin words are English or French, not just names; titles in quotation marks count as names."""
    found = [word[0] for word in _WORD.finditer(text)]
    common = vocabulary("en") | vocabulary("fr") if found else frozenset[str]()
    small = [word for word in found if word[0].islower()]
    content = [word for word in small if len(word) > 1 and word not in PARTICLES and _is_common(word, common)]
    if len(content) >= 2 or (len(small) >= 4 and content):
        return True
    if quoted or not found:
        return False
    capitals = [word for word in found if word.istitle()]
    known = [word for word in capitals if word.lower() in common and word.lower() not in PARTICLES]
    if len(found) == 1:
        return bool(content) and len(found[0]) >= 4
    all_known = len(known) == sum(word.lower() not in PARTICLES for word in capitals)
    return bool(known and content) or (all_known and (len(known) >= 2 or bool(known and len(small) > 0)))


def _is_common(word: str, common: frozenset[str]) -> bool:
    """Whether a word is common, with the endings of English plurals and verbs too."""
    return any(word.removesuffix(ending) in common for ending in ("", "s", "es", "d", "ed", "ing"))


def _is_label(prose: str, run: re.Match[str]) -> bool:
    return run[0].lower().rstrip(".: ") in _LABEL and prose[run.end() :].lstrip(" .").startswith(":")


def _russian(read: Passage) -> Iterator[_Span]:
    """Runs of Russian in a Kazakh text: words that are Russian for certain, and those between and beside them."""
    found = read.parsed(tokens)
    certain = [index for index, word in enumerate(found) if _is_russian(word[0].lower())]
    for first, last in _grouped(found, certain, _is_kazakh):
        low, high = _widened(read.prose, found, first, last)
        several = last > first and found[high].end() - found[low].start() > 8
        if several or (last == first and _is_russian_beyond_doubt(found[first][0])):
            yield found[low].start(), found[high].end()
    if len(certain) > 1 or _KAZAKH.isdisjoint(read.parsed(characters)):
        yield from _russian_sentences(read)


@lru_cache(maxsize=20_000)
def _is_russian(word: str) -> bool:
    """Whether a word, in lower case, is Russian by itself or by its ending, and none that Kazakh has too."""
    looks = word in _RUSSIAN_WORDS or (len(word) > 5 and word.endswith(_RUSSIAN_ENDINGS)) or "щ" in word or "ъ" in word
    return looks and _KAZAKH.isdisjoint(word) and not is_known(word)


def _is_russian_beyond_doubt(word: str) -> bool:
    """Whether one word alone is enough: «гуманитарная»; with a capital it may be a name."""
    return word.islower() and _STRONG.fullmatch(word) is not None and word in vocabulary("ru")


def _is_kazakh(word: str) -> bool:
    return not _KAZAKH.isdisjoint(word)


def _grouped(
    found: tuple[re.Match[str], ...], certain: list[int], parts: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """The first and last of words that are certain with at most some words between them, none of which `parts`."""
    first = last = -1
    for index in certain:
        between = found[last + 1 : index]
        if last >= 0 and len(between) <= _BETWEEN and not any(parts(word[0]) for word in between):
            last = index
            continue
        if last >= 0:
            yield first, last
        first = last = index
    if last >= 0:
        yield first, last


def _widened(prose: str, found: tuple[re.Match[str], ...], low: int, high: int) -> tuple[int, int]:
    """The run with the common Russian words on either side of it."""
    while low and _is_near(prose, found[low - 1], found[low]) and _may_be_russian(found[low - 1][0].lower()):
        low -= 1
    while high + 1 < len(found) and _is_near(prose, found[high], found[high + 1]):
        if not _may_be_russian(found[high + 1][0].lower()):
            break
        high += 1
    return low, high


def _is_near(prose: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return not prose[one.end() : other.start()].strip(" ,–—")


def _may_be_russian(word: str) -> bool:
    return _KAZAKH.isdisjoint(word) and (word in vocabulary("ru") or _is_russian(word))


def _russian_sentences(read: Passage) -> Iterator[_Span]:
    """Sentences without a Kazakh letter in which most words are common Russian ones."""
    russian = vocabulary("ru")
    for clause in _clauses(read.prose, read.parsed(tokens)):
        found = [word[0].lower() for word in clause]
        if len(found) < 3 or any(_is_kazakh(word) for word in found):
            continue
        unknown = [word for word in found if not is_known(word)]
        if 2 * len(unknown) >= len(found) and sum(word in russian for word in unknown) >= 2:
            yield clause[0].start(), clause[-1].end()


def _clauses(prose: str, found: tuple[re.Match[str], ...]) -> Iterator[list[re.Match[str]]]:
    """The words of each sentence; a colon ends one too."""
    clause: list[re.Match[str]] = []
    for word in found:
        if clause and _STOP.search(prose, clause[-1].end(), word.start()):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def _kazakh(read: Passage) -> Iterator[_Span]:
    """Runs of Kazakh in a Russian text, known by a word with Kazakh letters that is no name."""
    if _KAZAKH.isdisjoint(read.parsed(characters)):
        return
    prose, found = read.prose, read.parsed(tokens)
    foreign = [_may_be_kazakh(word[0].lower()) for word in found]
    end = -1
    for index, word in enumerate(found):
        if word.start() < end or not (word[0][0].islower() and _is_kazakh(word[0])):
            continue
        low = high = index
        while low and foreign[low - 1] and _is_near(prose, found[low - 1], found[low]):
            low -= 1
        while high + 1 < len(found) and foreign[high + 1] and _is_near(prose, found[high], found[high + 1]):
            high += 1
        end = found[high].end()
        is_title = found[low][0].istitle() and high - low < 3 and _is_quoted(prose, found[low].start())
        if not is_title:
            yield found[low].start(), end


def _may_be_kazakh(word: str) -> bool:
    return _is_kazakh(word) or (word not in vocabulary("ru") and is_known(word))


def _cyrillic(prose: str) -> Iterator[_Span]:
    """Runs of Cyrillic letters in a text of Latin ones; an original name stands in brackets or quotation marks."""
    for run in _CYRILLIC_RUN.finditer(prose):
        small = sum(word[0][0].islower() for word in _WORD.finditer(run[0]))
        if small >= 3 or not _is_quoted(prose, run.start()):
            yield run.start(), run.start() + len(run[0].rstrip())


def _other_latin(read: Passage, own: str) -> Iterator[_Span]:
    """Runs of English in a French text and the reverse, known by their commonest words."""
    other = "fr" if own == "en" else "en"
    ours, theirs = _MARKERS[own], _MARKERS[other]
    prose, found = read.prose, read.parsed(tokens)
    certain = [index for index, word in enumerate(found) if _is_marker(word[0].lower(), theirs, other)]
    certain = [index for index in certain if _is_small(prose, found[index])]
    for first, last in _grouped(found, certain, lambda word: word.lower() in ours):
        number = sum(first <= index <= last for index in certain)
        content = any(word[0].lower() not in PARTICLES for word in found[first : last + 1])
        is_title = last - first < 4 and _is_quoted(prose, found[first].start())
        if number >= 2 and last - first >= 2 and content and not is_title:
            yield found[first].start(), found[last].end()
    if certain:
        yield from _other_sentences(read, own, other)
    if own == "fr":
        yield from _english_names(read)


def _is_marker(word: str, markers: frozenset[str], language: str) -> bool:
    if word in markers:
        return True
    return language == "fr" and word.replace("'", "’").partition("’")[0] in _ELISIONS and len(word) > 3 and "’" in word


def _is_small(prose: str, word: re.Match[str]) -> bool:
    """Whether a word is no part of a title: «The Lancet» stays as it is."""
    before = prose[max(0, word.start() - 3) : word.start()].rstrip()
    return word[0][0].islower() or not before or before.endswith((".", "!", "?", "«", "“"))


def _other_sentences(read: Passage, own: str, other: str) -> Iterator[_Span]:
    """Sentences with the commonest words of the other language and none of the text's own."""
    ours, theirs = _MARKERS[own], _MARKERS[other]
    common = vocabulary(other) - vocabulary(own)
    text = read.parsed(_nameless)
    for clause in _clauses(text, tuple(_WORD.finditer(text))):
        found = [part for word in clause for part in word[0].lower().replace("'", "’").split("’")]
        telling = sum(word in theirs or word in common for word in found)
        if telling >= 2 and ours.isdisjoint(found) and not theirs.isdisjoint(found):
            yield clause[0].start(), clause[-1].end()


def _nameless(read: Passage) -> str:
    return _without_names(read.prose)


def _english_names(read: Passage) -> Iterator[_Span]:
    """Two capitals side by side that are English words and no French ones: «Red Cross»."""
    prose, found = read.prose, read.parsed(tokens)
    end = -1
    for one, other in pairwise(found):
        if not (one[0][0].isupper() and other[0].istitle()) or one.start() < end or not one[0].istitle():
            continue
        both = {one[0].lower(), other[0].lower()}
        if prose[one.end() : other.start()] != " " or not both <= vocabulary("en") or both & vocabulary("fr"):
            continue
        if not _is_quoted(prose, one.start()) and read.parsed(_nameless)[one.start()] != " ":
            end = other.end()
            yield one.start(), end


def _is_foreign(read: Passage, own: str) -> bool:
    """Whether a longer text has not one common word of its language, and is recognised as another."""
    if len(read.prose) < 4 * _ENOUGH or (own == "kk" and _KAZAKH & read.parsed(characters)):
        return False
    found = {word[0].lower() for word in read.parsed(tokens)}
    if len(found) < _ENOUGH or _has_marker(found, own):
        return False
    return recognise(read.prose) not in (own, UNKNOWN)


def _has_marker(found: set[str], own: str) -> bool:
    if own == "kk":
        return any(is_known(word) for word in found)
    if own == "ru":
        return not _RUSSIAN_MARKERS.isdisjoint(found) or not vocabulary("ru").isdisjoint(found)
    return not _MARKERS[own].isdisjoint(found) or not vocabulary(own).isdisjoint(found)


def _spot(read: Passage, start: int, end: int) -> Spot:
    found = read.text.string[start:end]
    shown = found if len(found) <= _SHOWN else f"{found[:_SHOWN].rstrip()}…"
    said = message(
        N_("Words in another language than the text ({language}): “{words}”"),
        words=shown,
        language=endonym(read.language),
    )
    return Spot(start, end, said)


FOREIGN_RUN: Final = TextRule("lang.run", Severity.WARNING, N_("Words in another language"), foreign_run)
