"""Where a text introduces an acronym: «халықаралық гуманитарлық құқық (ХГҚ)»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tilshi.checking.hints import Hint
from tilshi.checking.passages import Passage
from tilshi.checking.strangers import wanted_terms
from tilshi.checking.uses import uses
from tilshi.checking.wording import LONGEST_PROSE, content_words, words
from tilshi.language.acronyms import Acronym, acronyms, may_be_acronym
from tilshi.language.tags import primary
from tilshi.release import Role
from tilshi.terminology.concepts import Concept, TermType
from tilshi.terminology.lookup import TermHit

_BRACKET: Final = re.compile(
    r"\s*[»”]?\s*\(\s*(?:(?:далее|бұдан әрі|hereafter|hereinafter|ci-après)\s*[–—:-]?\s*)?[«“\"]?\Z", re.IGNORECASE
)
_CLOSED: Final = re.compile(r"\s*[»”\"]?\s*[,;)]")
_DATELINE: Final = re.compile(r"[^.:()\n]{2,60}\([^()\n]{2,20}\)\s*[–—-]\s")
_CLAUSE: Final = re.compile(r"[.!?;:()]\s")
_LONGEST: Final = 14
"""Words before a bracket that may be a full form."""
_FARTHEST: Final = 300
"""Code points before a bracket that are looked at."""
_LEFT_OUT: Final = 3
"""Words of a full form that may have no letter in its acronym."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """An acronym in brackets behind its full form: where this begins, its concept if the glossary has it.

    `expected` are the right letters where those in the brackets do not fit.
    """

    acronym: Acronym
    start: int
    concept: Concept | None = None
    expected: str = ""


ABBREVIATED: Final = Hint(lambda piece, _language: may_be_acronym(piece))
"""An acronym."""


def acronyms_of(read: Passage) -> tuple[Acronym, ...]:
    """The acronyms of a passage; worked out once."""
    return read.parsed(_acronyms)


def dateline_end(read: Passage) -> int:
    """Where the dateline ends («Астана (ХҚКК) – …»); 0 where there is none."""
    return read.parsed(_dateline_end)


def introductions(read: Passage) -> tuple[Introduction, ...]:
    """The introductions of a passage; that of a dateline is none."""
    return read.parsed(_introductions)


def _acronyms(read: Passage) -> tuple[Acronym, ...]:
    return tuple(acronyms(read.prose)) if len(read.prose) <= LONGEST_PROSE else ()


def _dateline_end(read: Passage) -> int:
    if read.role not in (Role.LEAD, Role.BODY):
        return 0
    found = _DATELINE.match(read.prose)
    return found.end() if found else 0


def _introductions(read: Passage) -> tuple[Introduction, ...]:
    found: list[Introduction] = []
    for acronym in acronyms_of(read):
        bracket = _BRACKET.search(read.prose, max(dateline_end(read), acronym.start - 20), acronym.start)
        if bracket and _CLOSED.match(read.prose, acronym.end):
            introduced = _by_glossary(read, acronym, bracket.start()) or _by_initials(read, acronym, bracket.start())
            if introduced:
                found.append(introduced)
    return tuple(found)


def _by_glossary(read: Passage, acronym: Acronym, end: int) -> Introduction | None:
    """A term of the glossary that has an acronym, or that this one fits, right before the bracket."""
    before = [hit for hit in uses(read).all_hits if hit.end == end and not hit.term.status.is_forbidden]
    for hit in sorted(before, key=lambda hit: hit.start):
        right = _acronyms_for(read, hit)
        if acronym.letters in right:
            return Introduction(acronym, hit.start, hit.concept)
        if right and hit.term.kind is not TermType.ACRONYM and _is_same_script(acronym.letters, right[0]):
            return Introduction(acronym, hit.start, hit.concept, right[0])
    return None


def _acronyms_for(read: Passage, hit: TermHit) -> list[str]:
    return [term.text for term in wanted_terms(hit.concept, read.language) if term.kind is TermType.ACRONYM]


def _by_initials(read: Passage, acronym: Acronym, end: int) -> Introduction | None:
    """Words right before the bracket whose initials are the letters, or all but one of them."""
    found = _words_before(read, end)
    letters = acronym.letters.casefold().replace("ё", "е")
    if len(letters) < 2 or not found:
        return None
    initials = [initial for _, initial in found]
    for size in range(len(letters), min(len(found), len(letters) + _LEFT_OUT) + 1):
        if initials[-size] == letters[0] and _is_subsequence(letters, initials[-size:]):
            return Introduction(acronym, found[-size][0])
    size = len(letters)
    if size < 3 or len(found) < size or not _is_same_script(letters, "".join(initials[-size:])):
        return None
    expected = "".join(initials[-size:])
    if expected[0] == letters[0] and _is_one_off(letters, expected):
        return Introduction(acronym, found[-size][0], expected=expected.upper())
    return None


def _words_before(read: Passage, end: int) -> list[tuple[int, str]]:
    """The content words of the clause before `end`: where each begins, and its first letter, plain."""
    first = max(0, end - _FARTHEST)
    start = max((found.end() for found in _CLAUSE.finditer(read.prose, first, end)), default=first)
    language = primary(read.language)
    found = [
        (start + word.start(), words(word[0])[0][0])
        for word in re.finditer(r"[^\W\d_]+", read.prose[start:end])
        if content_words(word[0], language)
    ]
    return found[-_LONGEST:]


def _is_subsequence(letters: str, initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter differs, or two neighbours have changed places."""
    differing = [at for at in range(len(one)) if one[at] != other[at]]
    if len(differing) == 1:
        return True
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    at = differing[0]
    return one[at] == other[at + 1] and one[at + 1] == other[at]


def _is_same_script(one: str, other: str) -> bool:
    return (one[0] > "\u0400") == (other[0] > "\u0400")
