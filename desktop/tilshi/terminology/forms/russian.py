"""The form of a Russian term that fits: what is replaced gives number and case, else the words before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.language import russian
from tilshi.language.russian import Case, Number
from tilshi.language.russian_government import cases_asked, number_asked
from tilshi.terminology.concepts import Term
from tilshi.terminology.forms.place import Fitting, Place, replaced_term, stays
from tilshi.terminology.glossary import Glossary

_WITHOUT_CASES: Final = frozenset({"verb", "adverb"})


def fitting(term: Term, place: Place, glossary: Glossary) -> Fitting:
    """The fitting form of a Russian term, with those of all six cases in the same number."""
    asked = cases_asked(place.before)
    text = place.replaced.strip()
    number = number_asked(place.before)
    case = asked[0] if asked else Case.NOMINATIVE
    if text and not text.isupper():
        case, number = _replaced(text, asked, place, term, glossary)
    forms = tuple((each, _form(term.text, each, number)) for each in Case)
    if stays(term, place, glossary):
        return Fitting(text, case, forms)
    if term.part_of_speech in _WITHOUT_CASES:
        return Fitting(term.text)
    return Fitting(dict(forms)[case], case, forms)


def all_forms(term: Term) -> Iterator[str]:
    """Each case as the term is cited, and in the plural."""
    for number in (None, Number.PLURAL):
        for case in Case:
            yield _form(term.text, case, number)


def _form(citation: str, case: Case, number: Number | None) -> str:
    """A form with ё where the citation form, and so the house, writes it."""
    form = russian.inflect(citation, case, number)
    return form if "ё" in citation else form.replace("ё", "е")


def _replaced(
    text: str, asked: tuple[Case, ...], place: Place, term: Term, glossary: Glossary
) -> tuple[Case, Number | None]:
    """The case of what is replaced, and its number where it is not that of its own citation form."""
    pairs = russian.cases_of(text) or ((Case.NOMINATIVE, Number.SINGULAR),)
    # A form may be of several cases («стороны»): what stands before it tells.
    case, number = next((pair for pair in pairs if pair[0] in asked), pairs[0])
    hit = replaced_term(place, term.language, glossary)
    cited = russian.case_of(hit.term.text)[1] if hit else Number.SINGULAR
    return case, None if number is cited else number
