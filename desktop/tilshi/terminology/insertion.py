"""Putting a term into a text in the form that fits there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tilshi.language.names import script
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Term
from tilshi.terminology.forms.place import Fitting, Place, replaced_term
from tilshi.terminology.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Insertion:
    """A term ready to be put in: the `best` form, its `case`, and the form of each case in the order of grammars.

    `case` is None and `forms` empty in languages without cases. All are written with the capital the place asks for.
    """

    best: str
    case: StrEnum | None = None
    forms: tuple[tuple[StrEnum, str], ...] = ()


def fitting_forms(  # noqa: PLR0913, PLR0917  # the place in the text is three arguments
    term: Term, language: str, before: str, replaced: str, after: str, glossary: Glossary
) -> Insertion:
    """The form of a term that fits between `before` and `after`, in the place of `replaced`, which may be empty.

    What replaces an inflected form, of any term, keeps its number, possessor and case; else the words around ask for a
    case. `language` is that of the text.
    """
    place = Place(before, replaced, after)
    found = _fitting(language)(term, place, glossary)
    spell = _spelling(term, place, language, glossary)
    return Insertion(spell(found.best), found.case, tuple((case, spell(form)) for case, form in found.forms))


def _fitting(language: str) -> Callable[[Term, Place, Glossary], Fitting]:
    # Each language loads its grammar when it is first written in.
    match (primary(language), script(language)):
        case ("kk", "Cyrl"):
            from tilshi.terminology.forms.kazakh import fitting
        case ("ru", _):
            from tilshi.terminology.forms.russian import fitting
        case ("en", _):
            from tilshi.terminology.forms.western import fitting_english as fitting
        case ("fr", _):
            from tilshi.terminology.forms.western import fitting_french as fitting
        case _:
            return _as_cited
    return fitting


def _as_cited(term: Term, _place: Place, _glossary: Glossary) -> Fitting:
    return Fitting(term.text)


def _spelling(term: Term, place: Place, language: str, glossary: Glossary) -> Callable[[str], str]:
    """How forms are written here: with the spaces and the capitals of what is replaced, or of a sentence's start."""
    before, after = _spaces(place.replaced)
    capitals = _capitals(term, place, language, glossary)
    return lambda form: f"{before}{capitals(form)}{after}"


def _spaces(replaced: str) -> tuple[str, str]:
    text = replaced.strip()
    at = replaced.find(text)
    return (replaced[:at], replaced[at + len(text) :]) if text else ("", "")


def _capitals(term: Term, place: Place, language: str, glossary: Glossary) -> Callable[[str], str]:
    if place.starts_sentence:
        return _capitalised
    text = place.replaced.strip()
    if not text[:1].isupper() or term.text[:1].isupper():
        return str
    hit = replaced_term(place, language, glossary)
    if hit is None or hit.term.text[:1].isupper():
        return str
    return str.upper if text.isupper() else _capitalised


def _capitalised(form: str) -> str:
    return form[:1].upper() + form[1:]
