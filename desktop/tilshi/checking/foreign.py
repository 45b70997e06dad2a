"""Rules over what is in another language than the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.foreign_cyrillic import KAZAKH, cyrillic, kazakh, may_be_russian, russian
from tilshi.checking.foreign_latin import MARKERS, latin, may_be_other_latin, other_latin
from tilshi.checking.hints import Hint
from tilshi.checking.kazakh_words import is_known
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import words
from tilshi.checking.prose import CYRILLIC, LATIN, TOKEN, characters, tokens
from tilshi.checking.rules import TextRule
from tilshi.checking.runs import Span
from tilshi.checking.vocabulary import vocabulary
from tilshi.i18n import N_
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.language.names import endonym
from tilshi.language.tags import primary

_RUSSIAN_MARKERS: Final = words("и в на не с что по для от из о к за мы их он она это при как до у а но")
_LANGUAGES: Final = frozenset({"kk", "ru", *MARKERS})
_ENOUGH: Final = 8
"""Words of a text from which on its language can be told by its letters and commonest words."""
_SHOWN: Final = 60
"""Code points of a run that a message shows."""


def foreign_run(read: Passage) -> Iterator[Spot]:
    """Words in another language.

    What was left untranslated; names, titles in quotation marks or brackets and what stays in its own language anyway
    (de facto, Médecins Sans Frontières) are left alone.
    """
    own, used = primary(read.language), read.parsed(characters)
    spans: list[Span] = []
    if own in ("kk", "ru"):
        spans += latin(read.prose) if used & LATIN else ()
        spans += russian(read) if own == "kk" else kazakh(read)
    elif own in MARKERS:
        spans += cyrillic(read.prose) if used & CYRILLIC else ()
        spans += other_latin(read, own)
    else:
        return
    if not spans and _is_foreign(read, own):
        spans.append((0, len(read.prose)))
    for start, end in _merged(spans):
        yield _spot(read, start, end)


def _merged(spans: list[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_foreign(read: Passage, own: str) -> bool:
    """Whether a longer text has not one common word of its language, and is recognised as another."""
    if len(read.prose) < 4 * _ENOUGH or (own == "kk" and KAZAKH & read.parsed(characters)):
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
    return not MARKERS[own].isdisjoint(found) or not vocabulary(own).isdisjoint(found)


def _spot(read: Passage, start: int, end: int) -> Spot:
    found = read.text.string[start:end]
    shown = found if len(found) <= _SHOWN else f"{found[:_SHOWN].rstrip()}…"
    said = message(
        N_("Words in another language than the text ({language}): “{words}”"),
        words=shown,
        language=endonym(read.language),
    )
    return Spot(start, end, said)


def _may_be_foreign(piece: str, own: str) -> bool:
    """Whether a piece has a word that may be of another language."""
    if own == "kk":
        return may_be_russian(piece) or not LATIN.isdisjoint(piece)
    if own == "ru":
        return not LATIN.isdisjoint(piece) or not KAZAKH.isdisjoint(piece)
    return own in MARKERS and (not CYRILLIC.isdisjoint(piece) or may_be_other_latin(piece, own))


def _is_own(piece: str, own: str) -> bool:
    """Whether a piece has a common word of its language."""
    return own not in _LANGUAGES or _has_marker({word[0].lower() for word in TOKEN.finditer(piece)}, own)


FOREIGN_RUN: Final = TextRule(
    "lang.run",
    Severity.WARNING,
    N_("Words in another language"),
    foreign_run,
    Hint(_may_be_foreign, unless=_is_own),
)
