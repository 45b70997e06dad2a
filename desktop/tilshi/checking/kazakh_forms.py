"""Rules over Kazakh endings that cannot follow their stem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.kazakh_words import known_nouns
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.kazakh.features import Case, Features, Possessor
from tilshi.language.kazakh.grammar import BACK, FRONT, MACHINE, VOWELS
from tilshi.language.kazakh.machine import StemClass
from tilshi.language.kazakh.stems import Stem, alternants
from tilshi.language.tags import primary

_WORD: Final = Pattern(r"(?<![\w’'-])(?P<stem>[\u0400-\u052f]{4,})(?:-(?P<ending>[\u0400-\u052f]{3,9}))?(?![\w’'-])")

# The number or case that the whole ending begins with; a particle after a hyphen (-ақ, -де) is none of these.
_ENDING: Final = Pattern(r"[лдт][ае]р\w{0,7}|[ндт][ыі]ң|[дтн][ае]н")
_AFTER_THIRD: Final = Pattern(r"(?P<base>.{3,}[ыі])(?P<case>ны|ні|ға|ге|дан|ден|да|де)")
_FRONT_VOWELS: Final = frozenset("әеіөү")
_BACK_VOWELS: Final = frozenset("аоұы")
_ANY: Final = StemClass(None, (BACK, FRONT))
_CASES: Final = {
    **dict.fromkeys(("ны", "ні"), Case.ACCUSATIVE),
    **dict.fromkeys(("ға", "ге"), Case.DATIVE),
    **dict.fromkeys(("да", "де"), Case.LOCATIVE),
    **dict.fromkeys(("дан", "ден"), Case.ABLATIVE),
}


def kazakh_ending(read: Passage) -> Iterator[Spot]:
    """An ending that cannot follow its stem.

    Of the wrong harmony or sound (мемлекетлар, қоғамлар), after a hyphen (мемлекет-тер), or without the н that stands
    between a possessive and a case (сапарыға). Only stems that are known for certain are judged.
    """
    if primary(read.language) != "kk":
        return
    for found in _WORD.finditer(read.prose):
        if right := _right(found):
            right = found[0][0] + right[1:]
            said = message(
                N_("“{found}” has an ending that cannot stand here: “{right}”."), found=found[0], right=right
            )
            yield Spot(found.start(), found.end(), said, (Fix(found.start(), found.end(), right),))


def _right(found: re.Match[str]) -> str:
    """The word in small letters with the ending that its stem takes; empty where it may be right."""
    stem, ending = found["stem"], found["ending"]
    lower = stem.lower()
    right = _joined(lower, ending) if ending else _mended(lower)
    return right if right != lower and stem[1:].islower() else ""


@lru_cache(maxsize=4_096)
def _joined(stem: str, ending: str) -> str:
    """A known noun with an ending after a hyphen, written as one word; empty where the hyphen may be right."""
    if not _ENDING.fullmatch(ending) or stem not in known_nouns().get(stem, ()):
        return ""
    return _rewritten(stem, ending)


@lru_cache(maxsize=20_000)
def _mended(word: str) -> str:
    """The word with the ending that its stem takes; empty where the word may be right."""
    nouns = known_nouns()
    for end in range(len(word) - 3, 3, -1):
        if word[:end] in nouns.get(word[:end], ()) and _ENDING.fullmatch(word[end:]):
            may_be_right = _is_form(word) and not _clashes(word[:end], word[end:])
            return "" if may_be_right else _rewritten(word[:end], word[end:])
    if (third := _AFTER_THIRD.fullmatch(word)) and not _is_form(word):
        return _after_third(third["base"], _CASES[third["case"]])
    return ""


def _clashes(stem: str, ending: str) -> bool:
    """Whether an ending of the back stands after a stem that is of the front throughout."""
    vowels = {letter for letter in stem if letter in VOWELS}
    return vowels <= _FRONT_VOWELS and bool(_BACK_VOWELS.intersection(ending))


def _rewritten(stem: str, ending: str) -> str:
    readings = MACHINE.readings(_ANY, ending)
    features = next((features for features in readings if not features.relation and not features.person), None)
    return _written(stem, features) if features else ""


def _after_third(base: str, case: Case) -> str:
    """A form possessed by a third person in the wanted case: сапары → сапарына."""
    nouns = known_nouns()
    for end in range(len(base) - 1, 2, -1):
        for noun in nouns.get(base[:end], ()):
            for stem in _strict(noun):
                if not base.startswith(stem.text):
                    continue
                for features in MACHINE.readings(stem.kind, base[len(stem.text) :]):
                    if features == Features(features.number, Possessor.THIRD):
                        return _written(noun, replace(features, case=case))
    return ""


def _written(noun: str, features: Features) -> str:
    for stem in alternants(noun):
        form = stem.text + (MACHINE.write(stem.kind, features) if stem.kind.sound else "")
        if MACHINE.takes(stem.kind, form[len(stem.text) :]):
            return form
    return ""


def _strict(noun: str) -> tuple[Stem, ...]:
    return tuple(Stem(stem.text, stem.kind._replace(harmonies=stem.kind.harmonies[:1])) for stem in alternants(noun))


def _is_form(word: str) -> bool:
    """Whether a known word has this form, in either harmony where writers differ."""
    nouns = known_nouns()
    return any(
        word.startswith(stem.text) and MACHINE.readings(stem.kind, word[len(stem.text) :])
        for end in range(len(word), 1, -1)
        for noun in nouns.get(word[:end], ())
        for stem in alternants(noun)
    )


def _has_wrong(piece: str, language: str) -> bool:
    return language == "kk" and any(_right(found) for found in _WORD.finditer(piece))


KAZAKH_ENDING: Final = TextRule(
    "kk.harmony",
    Severity.WARNING,
    N_("An ending that cannot follow its stem"),
    kazakh_ending,
    Hint(_has_wrong),
)
