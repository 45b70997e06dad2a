"""Finding every form of one term in running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tilshi.language.kazakh.features import Features, Possessor
from tilshi.language.kazakh.folding import Folded, fold
from tilshi.language.kazakh.homographs import Occurrence, is_other_word
from tilshi.language.kazakh.lexeme import Lexeme, Phrase, Word, is_genitive, parse

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_WORD_BEFORE = re.compile(r"(\w+)\W*$")
_NUMBER_BEFORE = re.compile(r"(?:^|\W)\d+-$")
_INSERTED = 2
"""Words that may stand between a possessor and what it possesses: «ХҚКК-нің Порт-Мысалдағы өкілдігі»."""

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
    folded = _fold(surface.strip())
    found = _match_at(parse(term), folded, 0)
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


def _match_at(phrase: Phrase, folded: Folded, start: int) -> tuple[Match, int] | None:
    end, possessor = start, False
    for word in phrase.modifiers:
        step = _modifier_at(word, folded, end, possessed=phrase.possessed)
        if step is None:
            return None
        end = step[0]
        possessor = possessor or step[1]
    step_head = _word_at(phrase.head, folded, end, inserted=_INSERTED if possessor else 0)
    if step_head is None or folded.hidden(start, step_head[0]):
        return None
    end, readings = step_head
    if possessor:
        readings = tuple(features for features in readings if features.of_lemma.possessor is not Possessor.NONE)
    if not readings or _is_homograph(phrase, folded, (start, end), readings):
        return None
    return Match(*folded.span(start, end), readings), end


def _is_homograph(phrase: Phrase, folded: Folded, span: tuple[int, int], readings: tuple[Features, ...]) -> bool:
    start, end = span
    text = folded.text
    before = _WORD_BEFORE.search(text, max(0, start - _CONTEXT), start)
    last = text.rfind(" ", start, end) + 1 if phrase.modifiers else start
    return is_other_word(
        Occurrence(
            term=phrase.head.text,
            cited=phrase.head.written,
            surface=text[last:end],
            written=_original(folded, last, end),
            readings=readings,
            alone=not phrase.modifiers,
            before=before.group(1) if before else "",
            after=text[end : end + _CONTEXT],
        )
    )


def _modifier_at(word: Word, folded: Folded, at: int, *, possessed: bool) -> tuple[int, bool] | None:
    """Where ``word`` ends if it stands at ``at``, and whether it has taken the genitive that makes it a possessor."""
    found = _word_at(word, folded, at, inserted=0)
    if found and any(features == Features() for features in found[1]):
        return found[0], False
    if not possessed:
        return None
    if found and any(is_genitive(features) for features in found[1]):
        return found[0], True
    if cited_as_genitive := _GENITIVE.search(word.text):
        bare = word.text[: cited_as_genitive.start()]
        extent = _WORD.match(folded.text, _skip_spaces(folded.text, at))
        if extent and extent.group() == bare:
            return extent.end(), False
    return None


def _skip_spaces(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _original(folded: Folded, start: int, end: int) -> str:
    first, last = folded.span(start, end)
    return folded.original[first:last]


def _word_at(word: Word, folded: Folded, at: int, *, inserted: int) -> tuple[int, tuple[Features, ...]] | None:
    """``word`` in some form at ``at`` (after spaces), or after at most ``inserted`` attributes."""
    text = folded.text
    at = _skip_spaces(text, at)
    extent = _WORD.match(text, at)
    if extent is None:
        return None
    surface = extent.group()
    if readings := word.readings(surface, _original(folded, at, extent.end())):
        return extent.end(), readings
    if "-" in surface:
        # A hyphen typed for a dash, or a pair of words: the first of them is a word too, if an ending shows its end.
        part = surface.rpartition("-")[0]
        if part != word.text or word.bases:
            readings = word.readings(part, _original(folded, at, at + len(part)))
            if readings:
                return at + len(part), readings
    if inserted and _ATTRIBUTE.search(surface):
        return _word_at(word, folded, extent.end(), inserted=inserted - 1)
    return None
