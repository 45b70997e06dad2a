"""Rules over the words and sentences a house would rather not read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from tilshi import resources
from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import Passage
from tilshi.checking.quotation import quotation
from tilshi.checking.rules import TextRule
from tilshi.checking.sentences import sentences
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.release import Role

LISTED: Final = frozenset({"en", "fr", "kk", "ru"})
"""Languages with a list of words."""

_PROSE: Final = frozenset(
    {
        Role.BODY,
        Role.QUOTE,
        Role.LIST_ITEM,
        Role.BACKGROUND,
        Role.BOILERPLATE,
        Role.NOTES,
        Role.ACCREDITATION,
    }
)
"""The lead has the full names in it, and a limit of its own."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Words to avoid, as one pattern, and what to write in their place."""

    pattern: re.Pattern[str]
    instead: tuple[str, ...]
    severity: Severity


@dataclass(frozen=True, slots=True)
class WordList:
    """All advice of one kind; a text that holds none of the `beginnings` holds none of the words."""

    beginnings: re.Pattern[str]
    advice: tuple[Advice, ...]


@cache
def word_list(language: str, kind: str) -> WordList:
    """The house's list for a language and a kind of words, `neutral` or `people`."""
    entries = tomllib.loads(resources.path("style", f"{language}.toml").read_text(encoding="utf-8"))[kind]
    beginnings = {word.partition("*")[0].split()[0].lower() for entry in entries for word in entry["words"]}
    needed = (
        one for one in sorted(beginnings) if not any(other != one and one.startswith(other) for other in beginnings)
    )
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, needed))})", re.IGNORECASE)
    return WordList(pattern, tuple(_advice(entry) for entry in entries))


def _advice(entry: dict[str, Any]) -> Advice:
    words = "|".join(_pattern(word) for word in sorted(entry["words"], key=len, reverse=True))
    spared = "".join(rf"(?!{_pattern(word)}\b)" for word in entry.get("except", ()))
    pattern = re.compile(rf"(?<![\w-]){spared}(?:{words})(?!\w)", re.IGNORECASE)
    return Advice(pattern, tuple(entry["instead"]), Severity(entry["level"]))


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s")


def neutrality(read: Passage) -> Iterator[Spot]:
    """A word that takes a side."""
    yield from _advised(read, "neutral", N_("“{found}” takes a side or accuses; a neutral word is better."))


def respect(read: Passage) -> Iterator[Spot]:
    """A word that may hurt those it speaks of."""
    yield from _advised(read, "people", N_("“{found}” may hurt those it speaks of."))


def _advised(read: Passage, kind: str, said: str) -> Iterator[Spot]:
    """Words of a list outside quotations: what people said, they said."""
    language = primary(read.language)
    if language not in LISTED:
        return
    listed = word_list(language, kind)
    quoted = [(pair.opening, pair.closing) for pair in read.parsed(quotation).pairs]
    for advice in listed.advice:
        for found in advice.pattern.finditer(read.prose):
            if not any(start < found.start() < end for start, end in quoted):
                fixes = tuple(Fix(found.start(), found.end(), _alike(found[0], text)) for text in advice.instead)
                yield Spot(*found.span(), message(said, found=found[0]), fixes, severity=advice.severity)


def _alike(found: str, right: str) -> str:
    return right[0].upper() + right[1:] if found[0].isupper() and not found.isupper() else right


def plainness(read: Passage) -> Iterator[Spot]:
    """A sentence that is too long to be read at once."""
    limit = read.house.longest_sentence
    if read.role not in _PROSE or len(read.prose) < 3 * limit:
        return
    for start, end in sentences(read):
        number = sum(any(map(str.isalnum, word)) for word in read.prose[start:end].split(" "))
        if number > limit:
            said = message(N_("This sentence has {number} words; {limit} are enough."), number=number, limit=limit)
            yield Spot(start, end, said)


def _listed(kind: str) -> Hint:
    """A word of the house's list."""

    def fits(piece: str, language: str) -> bool:
        return language in LISTED and word_list(language, kind).beginnings.search(piece) is not None

    return Hint(fits)


NEUTRALITY: Final = TextRule(
    "style.neutral", Severity.NOTE, N_("A word that takes a side"), neutrality, _listed("neutral")
)
RESPECT: Final = TextRule(
    "style.people", Severity.WARNING, N_("A word that may hurt those it speaks of"), respect, _listed("people")
)
PLAINNESS: Final = TextRule(
    "style.plain", Severity.NOTE, N_("A sentence that is too long to be read at once"), plainness
)
