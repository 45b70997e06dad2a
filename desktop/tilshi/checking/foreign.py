"""Rules over what is in another language than the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.kazakh_words import is_known
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.rules import TextRule
from tilshi.checking.vocabulary import PARTICLES, names, vocabulary
from tilshi.i18n import N_
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.language.names import endonym
from tilshi.language.sentences import split
from tilshi.language.tags import primary

_LATIN: Final = r"[A-Za-z\u00c0-\u024f]"
_GAP: Final = r"[\s,.;:!?“”\"'’()«»–—/&-]+"
_LATIN_RUN: Final = Pattern(rf"{_LATIN}[\w’'-]*(?:{_GAP}{_LATIN}[\w’'-]*)*")
_CYRILLIC_RUN: Final = Pattern(rf"(?<!\w)[\u0400-\u052f]{{2,}}(?:{_GAP}[\u0400-\u052f]+)*")
_WORD: Final = Pattern(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LABEL: Final = words("email e-mail tel phone website contact contacts press date total courriel tél téléphone")
_KAZAKH: Final = Pattern("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")

_RUSSIAN: Final = Pattern(
    r"\b(?:и|в|на|для|что|по|с|от|при|это|как|котор(?:ый|ая|ые)|также|был|была|были|чтобы|или|из|к|о|об|за|его|их)\b"
    r"|\b[^\W\d_]{3,}(?:ого|его|ому|ыми|ими|ая|яя|ую|ые|ый|ое|ться|тся|ости|[еа]ни[еяй]|ением|цией|[ая]ми)\b"
    r"|\b[^\W\d_]*[щъ][^\W\d_]*",
    re.IGNORECASE,
)
"""Words that are Russian by themselves or by their endings; Kazakh has some of them too."""

_STRONG: Final = Pattern(
    r"[^\W\d_]{3,}(?:ная|ный|ное|ные|ного|ную|ским|ская|ские|ского|ской|ться|тся|остью|ением|ений)"
)
_ENGLISH: Final = words(
    "the of and to is are was were with for from by this that these has have had not been will their our its at who "
    "which people said we they you your can must more"
)
_FRENCH: Final = words(
    "le les des du et est sont dans pour avec sur par une aux ont nous qui que ses cette leur leurs mais été à au d l s"
    " n qu ce il elle vous votre pas"
)
_MARKERS: Final = {"en": _ENGLISH, "fr": _FRENCH}
_RUSSIAN_MARKER: Final = Pattern(
    r"\b(?:и|в|на|не|с|что|по|для|от|из|о|к|за|мы|их|он|она|это|при|как|до|у|а|но)\b", re.IGNORECASE
)

_STOP: Final = Pattern(r"[.!?…:;\n|]")
_QUOTES: Final = frozenset("«“„\"('‘")
_BETWEEN: Final = 2
"""Words that are not certain between two that are."""
_ENOUGH: Final = 8
"""Words of a sentence from which on its language can be told by its letters and commonest words."""
_SHOWN: Final = 60
"""Code points of a run that a message shows."""


def foreign_run(read: Passage) -> Iterator[Spot]:
    """Words in another language.

    What was left untranslated; names, titles in quotation marks or brackets and what stays in its own language anyway
    (de facto, Médecins Sans Frontières) are left alone.
    """
    own, prose = primary(read.language), read.prose
    if own in ("kk", "ru"):
        spans = [*_latin(prose), *(_russian(prose) if own == "kk" else _kazakh(prose))]
    elif own in _MARKERS:
        spans = [*_cyrillic(prose), *_other_latin(prose, own)]
    else:
        return
    for start, end in _merged(spans):
        yield _spot(read, start, end)
    if len(prose) > 4 * _ENOUGH and not spans:
        for start, end in _sentences(read, own):
            yield _spot(read, start, end)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _latin(prose: str) -> Iterator[tuple[int, int]]:
    """Runs of Latin letters in a Cyrillic text that are more than names."""
    for run in _LATIN_RUN.finditer(prose):
        if _is_language(_without_names(run[0]), quoted=_is_quoted(prose, run.start())) or _is_label(prose, run):
            yield run.start(), run.start() + len(run[0].rstrip(" ,;:(«“"))


def _is_quoted(prose: str, start: int) -> bool:
    """Whether something stands right behind a quotation mark or a bracket."""
    return prose[:start].rstrip("\u00a0\u202f")[-1:] in _QUOTES if start else False


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


def _russian(prose: str) -> Iterator[tuple[int, int]]:
    """Runs of Russian in a Kazakh text: words that are Russian for certain, and those between and beside them."""
    certain = [
        found.span()
        for found in _RUSSIAN.finditer(prose)
        if not _KAZAKH.search(found[0])
        and not is_known(found[0].lower())
        and not (len(found[0]) == 1 and found[0].isupper())
    ]
    if not _KAZAKH.search(prose) or len(certain) > 1:
        yield from _russian_sentences(prose)
    for start, end, count in _grouped(prose, certain, lambda word: _KAZAKH.search(word) is not None):
        low, high = _widened(prose, start, end)
        if (count >= 2 and high - low > 8) or (count == 1 and _is_russian_word(prose, start, end)):
            yield low, high


def _russian_sentences(prose: str) -> Iterator[tuple[int, int]]:
    """Sentences without a Kazakh letter in which most words are common Russian ones."""
    russian = vocabulary("ru")
    for clause in _clauses(prose):
        found = [word[0].lower() for word in clause]
        if len(found) < 3 or any(_KAZAKH.search(word) for word in found):
            continue
        unknown = [word for word in found if not is_known(word)]
        if 2 * len(unknown) >= len(found) and sum(word in russian for word in unknown) >= 2:
            yield clause[0].start(), clause[-1].end()


def _clauses(prose: str) -> Iterator[list[re.Match[str]]]:
    """The words of each sentence; a colon ends one too."""
    clause: list[re.Match[str]] = []
    for word in _WORD.finditer(prose):
        if clause and _STOP.search(prose, clause[-1].end(), word.start()):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def _is_russian_word(prose: str, start: int, end: int) -> bool:
    """Whether one word alone is Russian beyond doubt: «гуманитарная»; capitals may make it a name."""
    word = prose[start:end]
    return word.islower() and _STRONG.fullmatch(word) is not None and word in vocabulary("ru")


def _widened(prose: str, start: int, end: int) -> tuple[int, int]:
    """The run with the common Russian words on either side of it."""
    russian = vocabulary("ru")
    before = list(_WORD.finditer(prose, max(0, start - 80), start))
    while before and prose[before[-1].end() : start].strip(" ,") == "" and _may_be_russian(before[-1][0], russian):
        start = before.pop().start()
    for word in _WORD.finditer(prose, end):
        if prose[end : word.start()].strip(" ,–—") or not _may_be_russian(word[0], russian):
            break
        end = word.end()
    return start, end


def _may_be_russian(word: str, russian: frozenset[str]) -> bool:
    return not _KAZAKH.search(word) and (word.lower() in russian or _RUSSIAN.fullmatch(word) is not None)


def _grouped(prose: str, spans: list[tuple[int, int]], parts: Callable[[str], bool]) -> Iterator[tuple[int, int, int]]:
    """Spans with at most some words between them, none of which `parts`: start, end and how many they are."""
    group: tuple[int, int, int] | None = None
    for start, end in spans:
        between = [word[0] for word in _WORD.finditer(prose, group[1], start)] if group else []
        if group and len(between) <= _BETWEEN and not any(parts(word) for word in between):
            group = (group[0], end, group[2] + 1)
            continue
        if group:
            yield group
        group = (start, end, 1)
    if group:
        yield group


def _kazakh(prose: str) -> Iterator[tuple[int, int]]:
    """Runs of Kazakh in a Russian text, known by a word with Kazakh letters that is no name."""
    if not _KAZAKH.search(prose):
        return
    found = list(_WORD.finditer(prose))
    russian = vocabulary("ru")
    foreign = [_is_kazakh(word[0], russian) for word in found]
    end = -1
    for index, word in enumerate(found):
        if word.start() < end or not (word[0].islower() and _KAZAKH.search(word[0])):
            continue
        low = high = index
        while low and foreign[low - 1] and not prose[found[low - 1].end() : found[low].start()].strip(" ,"):
            low -= 1
        while (
            high + 1 < len(found)
            and foreign[high + 1]
            and not prose[found[high].end() : found[high + 1].start()].strip(" ,")
        ):
            high += 1
        end = found[high].end()
        is_title = found[low][0].istitle() and high - low < 3 and _is_quoted(prose, found[low].start())
        if not is_title:
            yield found[low].start(), end


def _is_kazakh(word: str, russian: frozenset[str]) -> bool:
    return _KAZAKH.search(word) is not None or (word.lower() not in russian and is_known(word.lower()))


def _cyrillic(prose: str) -> Iterator[tuple[int, int]]:
    """Runs of Cyrillic letters in a text of Latin ones; an original name stands in brackets or quotation marks."""
    for run in _CYRILLIC_RUN.finditer(prose):
        if not _is_quoted(prose, run.start()) or len(_small(run[0])) >= 3:
            yield run.start(), run.start() + len(run[0].rstrip())


def _small(text: str) -> list[str]:
    return [word[0] for word in _WORD.finditer(text) if word[0][0].islower()]


def _other_latin(prose: str, own: str) -> Iterator[tuple[int, int]]:
    """Runs of English in a French text and the reverse, known by their commonest words."""
    other = "fr" if own == "en" else "en"
    ours, theirs = _MARKERS[own] - _MARKERS[other], _MARKERS[other] - _MARKERS[own]
    found = list(_WORD.finditer(prose))
    lower = [word[0].lower().replace("’", " ").replace("'", " ").split()[-1] for word in found]
    certain = [found[index].span() for index, word in enumerate(lower) if word in theirs]
    certain = [span for span in certain if _is_small(prose, span)]
    for start, end, count in _grouped(prose, certain, lambda word: word.lower() in ours):
        words_within = [word[0] for word in _WORD.finditer(prose, start, end)]
        content = [word for word in words_within if word.lower() not in PARTICLES]
        quoted = _is_quoted(prose, start)
        if count >= 2 and len(words_within) >= 3 and content and not (quoted and len(words_within) < 5):
            yield start, end
    yield from _other_sentences(prose, own, other)
    if own == "fr":
        yield from _english_names(prose, found)


def _other_sentences(prose: str, own: str, other: str) -> Iterator[tuple[int, int]]:
    """Sentences with the commonest words of the other language and none of the text's own."""
    ours, theirs = _MARKERS[own] - _MARKERS[other], _MARKERS[other] - _MARKERS[own]
    common = vocabulary(other) - vocabulary(own)
    for clause in _clauses(_without_names(prose)):
        found = [part for word in clause for part in word[0].lower().replace("'", "’").split("’")]
        telling = sum(word in theirs or word in common for word in found)
        if not any(word in ours for word in found) and telling >= 2 and any(word in theirs for word in found):
            yield clause[0].start(), clause[-1].end()


def _is_small(prose: str, span: tuple[int, int]) -> bool:
    """Whether a word is no initial of a title: «The Lancet» stays as it is."""
    return prose[span[0]].islower() or span[0] == 0 or prose[: span[0]].rstrip().endswith((".", "!", "?", "«", "“"))


def _english_names(prose: str, found: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Two capitals side by side that are English words and no French ones: «Red Cross»."""
    english = vocabulary("en") - vocabulary("fr")
    text = _without_names(prose)
    end = -1
    for one, other in pairwise(found):
        both = (one[0], other[0])
        adjacent = prose[one.end() : other.start()] == " " and text[one.start()] != " "
        if one.start() < end or not adjacent or not all(word.istitle() and word.lower() in english for word in both):
            continue
        if not _is_quoted(prose, one.start()):
            end = other.end()
            yield one.start(), end


def _sentences(read: Passage, own: str) -> Iterator[tuple[int, int]]:
    """Sentences without one common word of the text's language, and recognised as another."""
    for start, end in split(read.prose, read.language):
        sentence = read.prose[start:end]
        found = [word[0].lower() for word in _WORD.finditer(sentence)]
        if len(found) < _ENOUGH or _has_marker(sentence, found, own):
            continue
        if recognise(sentence) not in (own, UNKNOWN):
            yield start, end


def _has_marker(sentence: str, found: list[str], own: str) -> bool:
    if own == "kk":
        return _KAZAKH.search(sentence) is not None or any(is_known(word) for word in found)
    if own == "ru":
        return _RUSSIAN_MARKER.search(sentence) is not None or any(word in vocabulary("ru") for word in found)
    return any(word in _MARKERS[own] or word in vocabulary(own) for word in found)


def _spot(read: Passage, start: int, end: int) -> Spot:
    words_found = read.text.string[start:end]
    shown = words_found if len(words_found) <= _SHOWN else f"{words_found[:_SHOWN].rstrip()}…"
    said = message(
        N_("Words in another language than the text ({language}): “{words}”"),
        words=shown,
        language=endonym(read.language),
    )
    return Spot(start, end, said)


FOREIGN_RUN: Final = TextRule("lang.run", Severity.WARNING, N_("Words in another language"), foreign_run)
