"""Rules over Russian letters where Kazakh ones belong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.kazakh_words import correction
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary

_WORD: Final = Pattern(r"(?<![\w’'-])[\u0400-\u052f]{3,}(?![\w’'])")
_SENTENCE_START: Final = Pattern(r"(?:\A|[.!?…:\n])[\W_]*\Z")
_SURE: Final = 4
"""Letters of a word from which on any form of it is proof."""

_SHORT_NAME: Final = 6
"""Letters up to which a capital may make a name of a word: «Ким», «Кура»; within a sentence it does."""

# No native word has these pairs: қ and ғ stand with back vowels, к and г with front ones.
_BACK_VOWEL: Final = Pattern(r"кы|(?:[лзжмй]|[дт]а)гы|ы[кг](?![аеиоуыэюяәіөүұ])|ыг[ыа]|[кг]ұ|ұ[кг]")
_FOREIGN: Final = Pattern(r"[вфцчщъьэюёя](?!лы[кқ])|^(?:яр|шаш|кал|ка)")
_NATIVE: Final = str.maketrans("кг", "қғ")


def kazakh_letter(read: Passage) -> Iterator[Spot]:
    """A Russian letter where the Kazakh one is right.

    A known word proves it («Казакстан» is «Қазақстан», «кор» is «қор»), or a pair of letters that no native word has
    («жылгы»).
    """
    if primary(read.language) != "kk":
        return
    for found in _WORD.finditer(read.prose):
        word = found[0]
        if _likely(word.lower()) and not word.isupper():
            right, severity = _right(word, read.prose, found.start())
            if right:
                yield _spot(found.start(), word, _in_case(right, word), severity)


@lru_cache(maxsize=20_000)
def _likely(lower: str) -> bool:
    """Whether anything proves a word wrong, wherever it stands."""
    return correction(lower) is not None or bool(_by_sound(lower))


def _right(word: str, prose: str, start: int) -> tuple[str, Severity | None]:
    """How the word should be written, in small letters; empty where nothing proves it wrong.

    A form of a short word and a pair of letters are weaker proof than a whole word: a warning, no error.
    """
    lower = word.lower()
    known = correction(lower)
    if known is None:
        return (_by_sound(lower) if word.islower() else ""), Severity.WARNING
    may_be_name = len(word) <= _SHORT_NAME and word[0].isupper() and not known.entry.is_name
    if may_be_name and not _SENTENCE_START.search(prose, max(0, start - 8), start):
        return "", None
    is_sure = known.right == known.entry.text or len(known.entry.text) >= _SURE
    return known.right, None if is_sure and not may_be_name else Severity.WARNING


def _by_sound(word: str) -> str:
    if not _BACK_VOWEL.search(word) or _FOREIGN.search(word):
        return ""
    right = list(word)
    for pair in _BACK_VOWEL.finditer(word):
        right[pair.start() : pair.end()] = pair[0].translate(_NATIVE)
    return "".join(right)


def _in_case(right: str, word: str) -> str:
    return "".join(new.upper() if old.isupper() else new for new, old in zip(right, word, strict=True))


def _spot(start: int, found: str, right: str, severity: Severity | None) -> Spot:
    end = start + len(found)
    said = message(N_("“{found}” is written with Kazakh letters: “{right}”."), found=found, right=right)
    return Spot(start, end, said, (Fix(start, end, right),), severity=severity)


def _has_likely(piece: str, language: str) -> bool:
    return language == "kk" and any(_likely(word[0].lower()) for word in _WORD.finditer(piece))


KAZAKH_LETTER: Final = TextRule(
    "kk.letter",
    Severity.ERROR,
    N_("A Russian letter where the Kazakh one is right"),
    kazakh_letter,
    Hint(_has_likely),
)
