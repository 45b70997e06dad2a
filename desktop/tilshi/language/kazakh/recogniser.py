"""Finding every form of one term in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tilshi.language.kazakh.features import Case, Features, Possessor
from tilshi.language.kazakh.folding import WORD, Folded, fold
from tilshi.language.kazakh.homographs import Occurrence, is_other_word
from tilshi.language.kazakh.lexeme import Lexeme, Phrase, Word, parse

_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_NUMBER_BEFORE = re.compile(r"(?:^|\W)\d+-$")
_INSERTED = 2
"""Words that may stand between a possessor and what it possesses: «ХҚКК-нің Порт-Мысалдағы өкілдігі»."""

_ALIKE = ('"«»“”„‟', "'‘’‚‹›", "-–—")
"""Marks that writers exchange for one another."""

_CONTEXT = 40
"""Code points around a match that may tell a homograph."""

_GENITIVE = re.compile(r"[ндт][ыі]ң$")
_ATTRIBUTE = re.compile(r"(?:[дт]ағы|[дт]егі|[ндт]ың|[ндт]ің)$")


@dataclass(frozen=True, slots=True)
class Match:
    """A term in a text: ``start`` and ``end`` in code points, and every reading of its head, the likeliest first."""

    start: int
    end: int
    readings: tuple[Features, ...]


def find(term: Lexeme | str, text: str) -> list[tuple[int, int]]:
    """Spans (code points) of every form of ``term`` in ``text``, in order, none overlapping."""
    return [(match.start, match.end) for match in matches(term, text)]


def matches(term: Lexeme | str, text: str) -> Iterator[Match]:
    """Every form of ``term`` in ``text``, in order, none overlapping."""
    phrase = parse(term)
    if phrase is None:
        return
    folded = _fold(text)
    opening = phrase.words[0].opening
    at = folded.text.find(opening)
    while at >= 0:
        following = at + 1
        if _starts_word(folded.text, at) and (found := _match_at(phrase, folded, at)):
            yield found[0]
            following = found[1]
        at = folded.text.find(opening, following)


def analyse(term: Lexeme | str, surface: str) -> tuple[Features, ...]:
    """Which forms of ``term`` the whole of ``surface`` can be, the likeliest first; empty if it is none."""
    phrase, folded = parse(term), _fold(surface.strip())
    found = _match_at(phrase, folded, 0) if phrase else None
    return found[0].readings if found and found[1] == len(folded.text) else ()


@lru_cache(maxsize=256)
def _fold(text: str) -> Folded:
    return fold(text)


def _starts_word(text: str, at: int) -> bool:
    if not at:
        return True
    before = text[at - 1]
    if before in "-'’" and at > 1 and text[at - 2].isalnum():
        return bool(_NUMBER_BEFORE.search(text, max(0, at - 12), at))
    return not (before.isalnum() or before == "_")


class _Found(NamedTuple):
    """A word of a term in the folded text."""

    start: int
    end: int
    readings: tuple[Features, ...]


def _match_at(phrase: Phrase, folded: Folded, start: int) -> tuple[Match, int] | None:
    """The term at ``start``, and where it ends in the folded text."""
    at, possessor = start, False
    for word in phrase.modifiers:
        step = _modifier_at(word, folded, at, possessed=phrase.head.possessed)
        if step is None:
            return None
        at = step[0]
        possessor = possessor or step[1]
    head = _word_at(phrase.head, folded, at, inserted=_INSERTED if possessor else 0)
    end = _skip(folded.text, head.end, phrase.tail) if head else None
    if head is None or end is None or folded.hidden(start, end):
        return None
    readings = head.readings
    if possessor:
        readings = tuple(features for features in readings if features.of_lemma.possessor is not Possessor.NONE)
    if not readings or _is_homograph(phrase, folded, start, head):
        return None
    return Match(*folded.span(start, end), readings), end


def _is_homograph(phrase: Phrase, folded: Folded, start: int, head: _Found) -> bool:
    text = folded.text
    before = _WORD_BEFORE.search(text, max(0, start - _CONTEXT), start)
    return is_other_word(
        Occurrence(
            term=phrase.head.text,
            cited=phrase.head.written,
            surface=text[head.start : head.end],
            written=_original(folded, head.start, head.end),
            readings=head.readings,
            alone=not phrase.modifiers,
            before=before.group(1) if before else "",
            after=text[head.end : head.end + _CONTEXT],
        )
    )


def _modifier_at(word: Word, folded: Folded, at: int, *, possessed: bool) -> tuple[int, bool] | None:
    """Where ``word`` ends if it stands at ``at``, and whether it has taken the genitive that makes it a possessor."""
    found = _word_at(word, folded, at)
    if found and Features() in found.readings:
        return found.end, False
    if not possessed:
        return None
    if found and any(features.case is Case.GENITIVE and features.person is None for features in found.readings):
        return found.end, True
    if cited_as_genitive := _GENITIVE.search(word.text):
        start = _skip(folded.text, at, word.gap)
        extent = None if start is None else WORD.match(folded.text, _skip_spaces(folded.text, start))
        if extent and extent.group() == word.text[: cited_as_genitive.start()]:
            return extent.end(), False
    return None


def _word_at(word: Word, folded: Folded, at: int, *, inserted: int = 0) -> _Found | None:
    """``word`` in some form after its gap at ``at``, or after at most ``inserted`` attributes."""
    start = _skip(folded.text, at, word.gap)
    extent = None if start is None else WORD.match(folded.text, _skip_spaces(folded.text, start))
    if extent is None:
        return None
    start, end = extent.span()
    surface = extent.group()
    if readings := word.readings(surface, _original(folded, start, end)):
        return _Found(start, end, readings)
    if "-" in surface:
        # A hyphen typed for a dash, or a pair of words: the first of them is a word too, if an ending shows its end.
        part = surface.rpartition("-")[0]
        if part != word.text or word.bases:
            readings = word.readings(part, _original(folded, start, start + len(part)))
            if readings:
                return _Found(start, start + len(part), readings)
    if inserted and _ATTRIBUTE.search(surface):
        return _word_at(word, folded, end, inserted=inserted - 1)
    return None


def _skip(text: str, at: int, gap: str) -> int | None:
    """Where the text goes on after ``gap``, whatever spaces stand in it; ``None`` if it does not stand at ``at``."""
    for mark in gap:
        at = _skip_spaces(text, at)
        found = text[at : at + 1]
        if not found or (mark != found and not any(mark in alike and found in alike for alike in _ALIKE)):
            return None
        at += 1
    return at


def _skip_spaces(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _original(folded: Folded, start: int, end: int) -> str:
    first, last = folded.span(start, end)
    return folded.original[first:last]
