"""Runs of English and French: in a Cyrillic text, and in one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.prose import tokens
from tilshi.checking.runs import GAP, WORD, Span, clauses, grouped, is_quoted, nameless, without_names
from tilshi.checking.vocabulary import PARTICLES, vocabulary

_L: Final = r"[A-Za-z\u00c0-\u024f]"
_LATIN_RUN: Final = Pattern(rf"{_L}[\w’'-]*(?:{GAP}{_L}[\w’'-]*)*")
_LABEL: Final = words("email e-mail tel phone website contact contacts press date total courriel tél téléphone")
_ENGLISH: Final = words(
    "the of and to is are was were with for from by this that these has have had not been will their our its at who "
    "which people said we they you your can must more"
)
_FRENCH: Final = words(
    "le les des du et est sont dans pour avec sur par une aux ont nous qui que ses cette leur leurs mais été à au ce "
    "il elle vous votre pas"
)
_ELISIONS: Final = words("l d qu n j c jusqu lorsqu")
MARKERS: Final = {"en": _ENGLISH - _FRENCH, "fr": _FRENCH - _ENGLISH}
"""Words that only one of the two languages has, and hardly a sentence is without."""


def latin(prose: str) -> Iterator[Span]:
    """Runs of Latin letters in a Cyrillic text that are more than names."""
    for run in _LATIN_RUN.finditer(prose):
        if _is_language(without_names(run[0]), quoted=is_quoted(prose, run.start())) or _is_label(prose, run):
            yield run.start(), run.start() + len(run[0].rstrip(" ,;:(«“"))


def _is_language(text: str, *, quoted: bool) -> bool:
    """Whether Latin words are English or French, not just names; titles in quotation marks count as names."""
    found = [word[0] for word in WORD.finditer(text)]
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
        return len(found[0]) >= 4 and found[0].isascii() and found[0].islower()
    all_known = len(known) == sum(word.lower() not in PARTICLES for word in capitals)
    return bool(known and content) or (all_known and (len(known) >= 2 or bool(known and len(small) > 0)))


def _is_common(word: str, common: frozenset[str]) -> bool:
    """Whether a word is common, with the endings of English plurals and verbs too."""
    return any(word.removesuffix(ending) in common for ending in ("", "s", "es", "d", "ed", "ing"))


def _is_label(prose: str, run: re.Match[str]) -> bool:
    return run[0].lower().rstrip(".: ") in _LABEL and prose[run.end() :].lstrip(" .").startswith(":")


def other_latin(read: Passage, own: str) -> Iterator[Span]:
    """Runs of English in a French text and the reverse, known by their commonest words."""
    other = "fr" if own == "en" else "en"
    ours, theirs = MARKERS[own], MARKERS[other]
    prose, found = read.prose, read.parsed(tokens)
    certain = [index for index, word in enumerate(found) if _is_marker(word[0].lower(), theirs, other)]
    certain = [index for index in certain if _is_small(prose, found[index])]
    for first, last in grouped(found, certain, lambda word: word.lower() in ours):
        number = sum(first <= index <= last for index in certain)
        content = any(word[0].lower() not in PARTICLES for word in found[first : last + 1])
        is_title = last - first < 4 and is_quoted(prose, found[first].start())
        if number >= 2 and last - first >= 2 and content and not is_title:
            yield found[first].start(), found[last].end()
    if certain:
        yield from _other_sentences(read, own, other)
    if own == "fr":
        yield from _english_names(read)


def may_be_other_latin(piece: str, own: str) -> bool:
    """Whether a piece of English or French has one of the commonest words of the other, or a capital of English."""
    other = "fr" if own == "en" else "en"
    found = [word[0] for word in WORD.finditer(piece)]
    return any(
        _is_marker(word.lower(), MARKERS[other], other)
        or (own == "fr" and word.istitle() and _is_english(word.lower()))
        for word in found
    )


def _is_english(word: str) -> bool:
    return word in vocabulary("en") and word not in vocabulary("fr")


def _is_marker(word: str, markers: frozenset[str], language: str) -> bool:
    if word in markers:
        return True
    return language == "fr" and word.replace("'", "’").partition("’")[0] in _ELISIONS and len(word) > 3 and "’" in word


def _is_small(prose: str, word: re.Match[str]) -> bool:
    """Whether a word is no part of a title: «The Lancet» stays as it is."""
    before = prose[max(0, word.start() - 3) : word.start()].rstrip()
    return word[0][0].islower() or not before or before.endswith((".", "!", "?", "«", "“"))


def _other_sentences(read: Passage, own: str, other: str) -> Iterator[Span]:
    """Sentences with the commonest words of the other language and none of the text's own."""
    ours, theirs = MARKERS[own], MARKERS[other]
    common = vocabulary(other) - vocabulary(own)
    text = read.parsed(nameless)
    for clause in clauses(text, tuple(WORD.finditer(text))):
        found = [part for word in clause for part in word[0].lower().replace("'", "’").split("’")]
        telling = sum(word in theirs or word in common for word in found)
        if telling >= 2 and ours.isdisjoint(found) and not theirs.isdisjoint(found):
            yield clause[0].start(), clause[-1].end()


def _english_names(read: Passage) -> Iterator[Span]:
    """Two capitals side by side that are English words and no French ones: «Red Cross»."""
    prose, found = read.prose, read.parsed(tokens)
    end = -1
    for one, other in pairwise(found):
        if not (one[0][0].isupper() and other[0].istitle()) or one.start() < end or not one[0].istitle():
            continue
        both = {one[0].lower(), other[0].lower()}
        if prose[one.end() : other.start()] != " " or not both <= vocabulary("en") or both & vocabulary("fr"):
            continue
        if not is_quoted(prose, one.start()) and read.parsed(nameless)[one.start()] != " ":
            end = other.end()
            yield one.start(), end
