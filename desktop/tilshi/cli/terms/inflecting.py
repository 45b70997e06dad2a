"""`tilshi terms inflect`: a term in one form, or in every case."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from enum import StrEnum
from types import ModuleType
from typing import Final

from tilshi.cli.console import Console
from tilshi.cli.terms.glossaries import loaded, spoken
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.language import english, french, kazakh, russian
from tilshi.language.kazakh.features import Case
from tilshi.language.tags import primary
from tilshi.terminology.concepts import Term
from tilshi.terminology.folding import key
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.lexemes import lexeme
from tilshi.terminology.lookup import terms_in
from tilshi.terminology.wording import case_name

_RUSSIAN: Final = {
    "nom": russian.Case.NOMINATIVE,
    "gen": russian.Case.GENITIVE,
    "dat": russian.Case.DATIVE,
    "acc": russian.Case.ACCUSATIVE,
    "ins": russian.Case.INSTRUMENTAL,
    "pre": russian.Case.PREPOSITIONAL,
    "loc": russian.Case.PREPOSITIONAL,
}
_LANGUAGES: Final = ("kk", "ru", "en", "fr")
_Forms = list[tuple[StrEnum, str]]


def run(arguments: Namespace, console: Console) -> int:
    """Says the form, or a table of all cases."""
    glossary = loaded(console)
    language = arguments.language or _language(arguments.term, glossary)
    term = _entry(arguments.term, language, glossary) or Term(arguments.term, language)
    match primary(language):
        case "kk":
            forms = _kazakh(term, arguments)
        case "ru":
            forms = _russian(term, arguments)
        case "en" | "fr":
            console.say(_western(term, arguments, english if primary(language) == "en" else french))
            return 0
        case _:
            raise FileError(
                arguments.term,
                _("The grammar of “{language}” is not known.").format(language=language),
                remedy=_("Name kk, ru, en or fr with --language."),
            )
    if arguments.json:
        console.say_json({str(case): form for case, form in forms})
    elif arguments.case:
        console.say(forms[0][1])
    else:
        width = max(len(case_name(case)) for case, _form in forms)
        console.say("\n".join(f"{case_name(case):<{width}}  {form}" for case, form in forms))
    return 0


def _language(text: str, glossary: Glossary) -> str:
    """The language the glossary has the term in; else the one it looks like, Russian only if a dictionary has it."""
    for language in _LANGUAGES:
        if _entry(text, language, glossary):
            return language
    seen = spoken(text, "")
    return "kk" if seen == "ru" and not russian.knows(text) else seen


def _entry(text: str, language: str, glossary: Glossary) -> Term | None:
    """The term as the glossary has it, with what it knows of its forms."""
    wanted = key(text)
    entries = (term for concept in glossary.concepts() for term in terms_in(concept, language))
    return next((term for term in entries if key(term.text) == wanted), None)


def _kazakh(term: Term, arguments: Namespace) -> _Forms:
    cases = [case for case in Case if arguments.case in (None, str(case))]
    if not cases:
        raise _no_case(arguments)
    try:
        return [(case, kazakh.inflect(lexeme(term), arguments.number, arguments.possessor, case)) for case in cases]
    except ValueError as error:
        raise FileError(arguments.term, _("The term has no such form.")) from error


def _russian(term: Term, arguments: Namespace) -> _Forms:
    _refuse_possessor(arguments)
    if arguments.case and arguments.case not in _RUSSIAN:
        raise _no_case(arguments)
    cases: Iterable[russian.Case] = [_RUSSIAN[arguments.case]] if arguments.case else russian.Case
    number = {"sg": russian.Number.SINGULAR, "pl": russian.Number.PLURAL, None: None}[arguments.number]
    return [(case, russian.inflect(term.text, case, number)) for case in cases]


def _western(term: Term, arguments: Namespace, grammar: ModuleType) -> str:
    _refuse_possessor(arguments)
    if arguments.case:
        raise _no_case(arguments)
    return str(grammar.plural(term.text)) if arguments.number == "pl" else term.text


def _refuse_possessor(arguments: Namespace) -> None:
    if arguments.possessor != "none":
        raise FileError(arguments.term, _("Only Kazakh nouns show their possessor."))


def _no_case(arguments: Namespace) -> FileError:
    return FileError(arguments.term, _("The language has no case “{case}”.").format(case=arguments.case))
