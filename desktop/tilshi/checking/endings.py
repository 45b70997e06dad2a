"""The rule over endings of acronyms: with a hyphen and as the acronym is read in Kazakh, none in Russian and French."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.introductions import ABBREVIATED, acronyms_of
from tilshi.checking.passages import Passage
from tilshi.checking.rules import TextRule
from tilshi.checking.uses import uses
from tilshi.i18n import N_
from tilshi.language.acronyms import Acronym
from tilshi.language.names import script
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Term, TermType

_HYPHENS: Final = ("-", "\u2010", "\u2011")
_RUSSIAN: Final = "а у ом е ы ов ам ами ах ой ую"
"""Endings that some write after acronyms; the norm is none."""


def acronym_ending(read: Passage) -> Iterator[Spot]:
    """An ending that an acronym cannot have so.

    In Kazakh it joins with a hyphen and follows the last letter as it is read aloud (ХҚКК-нің, АҚШ-тың); where nobody
    can tell how an acronym is read, either harmony is right. In Russian and French acronyms have no endings.
    """
    language = primary(read.language)
    for acronym in acronyms_of(read):
        if not acronym.ending:
            continue
        if language == "kk" and script(read.language) == "Cyrl":
            right = _kazakh(read, acronym)
        elif _is_foreign_ending(acronym, language) and _term(read, acronym) is not None:
            right = acronym.letters
        else:
            continue
        if right:
            yield _spot(read, acronym, right)


def _is_foreign_ending(acronym: Acronym, language: str) -> bool:
    if language == "ru":
        return acronym.ending in _RUSSIAN.split()
    return language == "fr" and acronym.ending == "s" and not acronym.link


def _kazakh(read: Passage, acronym: Acronym) -> str:
    """What the acronym with its ending should look like; nothing where it is right, or the ending is none."""
    from tilshi.language.kazakh import Lexeme, analyse, write  # with its grammar, which takes a while to load
    from tilshi.language.kazakh.acronyms import is_acronym, is_attested
    from tilshi.terminology.lexemes import lexeme

    term = _term(read, acronym)
    if not is_acronym(acronym.letters):
        return ""
    wanted = lexeme(term) if term else Lexeme(acronym.letters, acronym=True)
    written = f"{acronym.letters}-{acronym.ending}"
    readings = analyse(wanted, written)
    if not readings:
        return ""
    forms = [write(wanted, features) for features in readings]
    if written in forms:
        return "" if acronym.link in _HYPHENS else written
    if term is not None or is_attested(acronym.letters.casefold()):
        return forms[0]
    return "" if acronym.link in _HYPHENS else written


def _term(read: Passage, acronym: Acronym) -> Term | None:
    """The acronym in the glossary."""
    if read.glossary is None:
        return None
    here = (hit for hit in uses(read).all_hits if hit.start == acronym.start)
    # Where the ending is none of the language's, the acronym is not found with it.
    found = list(here) or read.glossary.find(acronym.letters, read.language)
    return next((hit.term for hit in found if hit.term.kind is TermType.ACRONYM), None)


def _spot(read: Passage, acronym: Acronym, right: str) -> Spot:
    found = read.prose[acronym.start : acronym.end]
    said = message(N_("The ending of “{found}” is not right: “{right}”."), found=found, right=right)
    return Spot(acronym.start, acronym.end, said, (Fix(acronym.start, acronym.end, right, safe=True),))


ACRONYM_ENDING: Final = TextRule(
    "acr.suffix", Severity.WARNING, N_("An ending that an acronym cannot have so"), acronym_ending, ABBREVIATED
)
