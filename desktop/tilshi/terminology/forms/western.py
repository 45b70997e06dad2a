"""The form of an English or French term that fits: with the number, and the English possessive, of what it replaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tilshi.terminology.concepts import Term
from tilshi.terminology.folding import key
from tilshi.terminology.forms.place import Fitting, Place, replaced_term, stays
from tilshi.terminology.glossary import Glossary

_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$")


def fitting_english(term: Term, place: Place, glossary: Glossary) -> Fitting:
    """The fitting form of an English term."""
    from tilshi.language.english import asks_plural, is_plural, plural

    text = place.replaced.strip()
    if stays(term, place, glossary):
        return Fitting(text)
    if not text:
        return Fitting(plural(term.text) if asks_plural(place.before) else term.text)
    possessive = _POSSESSIVE.search(text)
    bare = Place(place.before, text[: possessive.start()] if possessive else text, place.after)
    form = plural(term.text) if _is_plural(bare, term, glossary, plural, is_plural) else term.text
    if not possessive:
        return Fitting(form)
    mark = possessive[0][0]
    return Fitting(f"{form}{mark}" if form.endswith("s") and form != term.text else f"{form}{mark}s")


def fitting_french(term: Term, place: Place, glossary: Glossary) -> Fitting:
    """The fitting form of a French term."""
    from tilshi.language.french import asks_plural, is_plural, plural

    if stays(term, place, glossary):
        return Fitting(place.replaced.strip())
    if not place.replaced.strip():
        return Fitting(plural(term.text) if asks_plural(place.before) else term.text)
    return Fitting(plural(term.text) if _is_plural(place, term, glossary, plural, is_plural) else term.text)


def _is_plural(
    place: Place,
    term: Term,
    glossary: Glossary,
    plural: Callable[[str], str],
    looks_plural: Callable[[str], bool],
) -> bool:
    """Whether what is replaced is a plural, and is not cited so."""
    text = key(place.replaced.strip())
    hit = replaced_term(place, term.language, glossary)
    if hit is None:
        return looks_plural(place.replaced.strip())
    return text != key(hit.term.text) and text == key(plural(hit.term.text))
