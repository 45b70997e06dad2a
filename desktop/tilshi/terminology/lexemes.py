"""Terms of a glossary as the Kazakh grammar takes them."""

from __future__ import annotations

from typing import Final

from tilshi.language.kazakh import Lexeme
from tilshi.language.kazakh.grammar import BACK, FRONT
from tilshi.terminology.concepts import Term, TermType

_HARMONIES: Final = {"back": BACK, "front": FRONT}


def lexeme(term: Term) -> Lexeme:
    """The term with what its entry knows of its forms."""
    known = term.grammar
    is_acronym = True if known.acronym is None and term.kind is TermType.ACRONYM else known.acronym
    return Lexeme(
        term.text,
        harmony=None if known.harmony is None else _HARMONIES.get(known.harmony),
        linking_vowel=known.linking_vowel,
        voicing=known.voicing,
        izafet=known.izafet,
        base=known.base,
        acronym=is_acronym,
    )
