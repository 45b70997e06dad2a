"""Russian words through pymorphy3: which dictionary forms a word may be a form of, and terms in a wanted form."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_MODIFIERS: Final = frozenset({"ADJF", "PRTF", "NUMR", "NPRO"})
_UNLIKELY: Final = 0.01


class Case(StrEnum):
    """The six cases, as pymorphy (OpenCorpora) names them."""

    NOMINATIVE = "nomn"
    GENITIVE = "gent"
    DATIVE = "datv"
    ACCUSATIVE = "accs"
    INSTRUMENTAL = "ablt"
    PREPOSITIONAL = "loct"


class Number(StrEnum):
    """Singular and plural, as pymorphy names them."""

    SINGULAR = "sing"
    PLURAL = "plur"


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[str]:
    """The forms `word` may be cited in, case folded, itself included; two words with one in common may be one word."""
    form = word.casefold().replace("ё", "е")
    parses = _analyser().parse(form)
    likely = (parse.normal_form.replace("ё", "е") for parse in parses if parse.score >= _UNLIKELY)
    return frozenset({form, *likely})


def knows(phrase: str) -> bool:
    """Whether the dictionary has every word of a phrase."""
    return all(_analyser().word_is_known(match[0].casefold()) for match in _WORD.finditer(phrase))


def grammemes(word: str) -> frozenset[str]:
    """Part of speech and grammatical values of the likeliest reading of a word, as OpenCorpora names them."""
    return frozenset(str(value) for value in _analyser().parse(word)[0].tag.grammemes)


def case_of(phrase: str) -> tuple[Case, Number]:
    """Case and number of a noun phrase, the likeliest of `cases_of`; nominative singular if it shows none."""
    return next(iter(cases_of(phrase)), (Case.NOMINATIVE, Number.SINGULAR))


def cases_of(phrase: str) -> tuple[tuple[Case, Number], ...]:
    """The cases and numbers a noun phrase may be in, from its head and what agrees with it, the likeliest first."""
    shared: list[tuple[Case, Number]] = []
    for match in _WORD.finditer(phrase):
        parses = _analyser().parse(match[0])
        here = [pair for parse in parses if (pair := _case_and_number(parse))]
        shared = [pair for pair in shared if pair in here] or list(dict.fromkeys(here)) or shared
        if parses[0].tag.POS == "NOUN":
            break
    return tuple(shared)


def inflect(term: str, case: Case, number: Number | None = None) -> str:
    """A noun phrase cited in the nominative, in another case: its head and what agrees with it change, the rest stays.

    `number` None keeps that of the citation («стороны в конфликте» stays plural). Acronyms and unknown words stay.
    """
    matches = list(_WORD.finditer(term))
    parses = [_citations(match[0]) for match in matches]
    at = _head(parses)
    if at is None:
        return term
    head = parses[at][0]
    wanted = frozenset({str(case), str(number or head.tag.number or Number.SINGULAR)})
    written = term
    for place, match in reversed(list(enumerate(matches))):
        before = term[match.start() - 2 : match.start()]
        agrees = place <= at or (before == ", " and any(parse.tag.POS == "PRTF" for parse in parses[place]))
        parse = head if place == at else _modifier(parses[place], head) if agrees else None
        if parse is not None and (form := _inflected(parse, wanted, head)):
            written = written[: match.start()] + _like(match[0], form) + written[match.end() :]
    return written


@cache
def _analyser() -> MorphAnalyzer:
    # Loaded here for the start of the program: the dictionary takes 130 ms.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


def _case_and_number(parse: Any) -> tuple[Case, Number] | None:
    case, number = parse.tag.case, parse.tag.number
    return (Case(case), Number(number)) if case in tuple(Case) and number in tuple(Number) else None


def _citations(word: str) -> list[Any]:
    """The readings of a word as a nominative that can change; none for acronyms, which do not."""
    if word.isupper() and len(word) > 1:
        return []
    kinds = ("NOUN", *_MODIFIERS)
    return [parse for parse in _analyser().parse(word) if parse.tag.case == "nomn" and parse.tag.POS in kinds]


def _head(parses: list[list[Any]]) -> int | None:
    """The first word that is likeliest a noun; an adjective used as one where there is none («раненый»)."""
    nouns = (at for at, options in enumerate(parses) if options and options[0].tag.POS == "NOUN")
    return next(nouns, next((at for at, options in enumerate(parses) if options), None))


def _modifier(options: list[Any], head: Any) -> Any | None:
    fitting = (
        parse
        for parse in options
        if parse.tag.POS in _MODIFIERS
        and parse.tag.number == head.tag.number
        and (parse.tag.number == "plur" or parse.tag.gender in (None, head.tag.gender))
    )
    return next(fitting, None)


def _inflected(parse: Any, wanted: frozenset[str], head: Any) -> str | None:
    features = set(wanted)
    if parse.tag.POS in _MODIFIERS:
        if "accs" in wanted and ("plur" in wanted or head.tag.gender == "masc"):
            # What agrees follows the animacy of its noun; adjectives used as nouns are people.
            features.add("inan" if "inan" in head.tag else "anim")
        if "sing" in wanted and head.tag.gender:
            features.add(str(head.tag.gender))
    found = parse.inflect(frozenset(features)) or parse.inflect(wanted)
    return None if found is None else str(found.word)


def _like(written: str, form: str) -> str:
    """The form with the capitals of the citation."""
    if written.isupper() and len(written) > 1:
        return form.upper()
    return "-".join(_capital(part, mark) for part, mark in _pairs(form, written))


def _pairs(form: str, written: str) -> list[tuple[str, str]]:
    parts, marks = form.split("-"), written.split("-")
    return list(zip(parts, marks if len(marks) == len(parts) else [written] * len(parts), strict=True))


def _capital(part: str, mark: str) -> str:
    return part[:1].upper() + part[1:] if mark[:1].isupper() else part
